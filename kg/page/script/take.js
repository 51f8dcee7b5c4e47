// What a reader takes away: the selection as CSV or JSON-LD, the picture as SVG or PNG, with licence and sources.

import { nameOf } from './words.js';

const CONTEXT = {
  rs: 'https://w3id.org/regional-space/def#', schema: 'https://schema.org/', rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#', oa: 'http://www.w3.org/ns/oa#', dcterms: 'http://purl.org/dc/terms/', xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** The statements of the selection: both ends pass the filters, or the value is a literal. */
export function statementsOf({ choice }) {
  const shown = (e) => choice.entities.has(e) || e.place === 'n';
  return [...choice.statements].filter((s) => shown(s.subject) && (!s.object || shown(s.object) || s.object.place !== 'node'));
}

/** One row a claim (or a statement without one), with source and licence in each row. */
export function csv(context) {
  const { language, graph } = context;
  const head = ['subject', 'subject_iri', 'relation', 'relation_iri', 'object', 'object_iri', 'mode', 'method', 'status', 'asserted_by', 'passage', 'source', 'source_url', 'source_date', 'licence'];
  const rows = statementsOf(context).flatMap((s) => {
    const triple = [
      nameOf(s.subject.names, language), s.subject.iri, nameOf(s.predicate.names, language), s.predicate.iri,
      s.object ? nameOf(s.object.names, language) : s.literal.text ?? '', s.object ? s.object.iri : s.literal.iri ?? '',
    ];
    return (s.claims.length ? s.claims : [null]).map((c) => [...triple, ...claimCells(c, context), graph.licence ?? '']);
  });
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function claimCells(c, { graph, language }) {
  if (!c) return Array(8).fill('');
  const by = typeof c.by === 'number' ? nameOf(graph.entities[c.by].names, language) : c.by ?? '';
  const source = c.passage?.source;
  return [c.mode, c.method, c.status, by, c.passage?.exact ?? '', source?.title ?? '', source?.url ?? '', source?.date ?? ''];
}

/** A cell that no spreadsheet takes for a formula. */
function cell(value) {
  const text = String(value);
  const tame = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}

/** The selection as JSON-LD: entities with their statements, then the claims with passages and sources. */
export function jsonld(context) {
  const { graph } = context;
  const said = statementsOf(context);
  const nodes = new Map();
  const nodeOf = (e) => {
    if (!nodes.has(e)) nodes.set(e, { '@id': e.iri, '@type': e.kind.iri, 'rdfs:label': labels(e.names) });
    return nodes.get(e);
  };
  for (const s of said) {
    const node = nodeOf(s.subject);
    node[s.predicate.iri] = [...(node[s.predicate.iri] ?? []), objectOf(s)];
    if (s.object) nodeOf(s.object);
  }
  const claims = said.flatMap((s) => s.claims.filter((c) => c.passage).map((c) => claimNode(s, c, graph)));
  const used = new Set(said.flatMap((s) => s.claims.filter((c) => c.passage).map((c) => c.passage.source)));
  const dataset = { '@id': '', '@type': 'schema:Dataset', ...(graph.licence ? { 'dcterms:license': { '@id': graph.licence } } : {}) };
  return JSON.stringify({ '@context': CONTEXT, '@graph': [dataset, ...nodes.values(), ...claims, ...[...used].map((s) => sourceNode(s, graph))] }, null, 1);
}

function labels(names) {
  return Object.entries(names).map(([language, text]) => (language ? { '@value': text, '@language': language } : { '@value': text }));
}

function objectOf({ object, literal }) {
  if (object) return { '@id': object.iri };
  if (literal.iri) return { '@id': literal.iri };
  if (literal.language) return { '@value': literal.text, '@language': literal.language };
  return literal.type && literal.type !== 'string' ? { '@value': literal.text, '@type': literal.type.includes(':') ? literal.type : `xsd:${literal.type}` } : { '@value': literal.text };
}

function claimNode(s, c, graph) {
  return {
    '@type': ['rdf:Statement', 'rs:Claim'], 'rdf:subject': { '@id': s.subject.iri }, 'rdf:predicate': { '@id': s.predicate.iri }, 'rdf:object': objectOf(s),
    'rs:mode': { '@id': `rs:${c.mode}` }, 'rs:status': { '@id': `rs:${c.status}` }, 'rs:method': { '@id': `rs:${c.method}` },
    ...(typeof c.by === 'number' ? { 'rs:assertedBy': { '@id': graph.entities[c.by].iri } } : {}),
    'rs:evidence': {
      '@type': 'oa:SpecificResource', 'oa:hasSource': { '@id': graph.entities[c.passage.source.entity].iri },
      'oa:hasSelector': { '@type': 'oa:TextQuoteSelector', 'oa:prefix': c.passage.prefix, 'oa:exact': c.passage.exact, 'oa:suffix': c.passage.suffix },
    },
  };
}

function sourceNode(source, graph) {
  return {
    '@id': graph.entities[source.entity].iri, '@type': 'rs:Source', 'schema:name': source.title,
    ...(source.url ? { 'schema:url': { '@id': source.url } } : {}), ...(source.date ? { 'schema:datePublished': source.date } : {}),
  };
}

/** Gives the reader a file. */
export function hand(name, content, type) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
