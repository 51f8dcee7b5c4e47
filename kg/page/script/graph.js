// The page's data as objects that point to each other.

const DATE_TYPES = new Set(['gYear', 'gYearMonth', 'date', 'dateTime']);

/** Read what the page carries: `knowledge` (all that is said) and `picture` (pyvis's nodes and edges). */
export function readGraph(knowledge, picture) {
  const terms = knowledge.terms.map((t, id) => ({ id, iri: t.i, names: t.n, comment: t.c ?? {}, key: localName(t.i) }));
  const sources = knowledge.sources.map(readSource);
  for (const source of sources) source.origin = originOf(sources, source);
  const passages = knowledge.passages.map(([source, prefix, exact, suffix, start, end], id) => ({
    id, source: sources[source], prefix, exact, suffix, start, end,
  }));
  const entities = knowledge.entities.map((e, id) => readEntity(e, id, terms));
  const claims = knowledge.claims.map((c, id) => readClaim(c, id, passages, terms));
  const statements = knowledge.statements.map((row, id) => readStatement(row, id, { terms, claims, entities }));
  const groups = knowledge.groups.map((g, id) => readGroup(g, id, entities));
  const graph = { terms, sources, passages, entities, claims, statements, groups, lines: [] };
  graph.byKey = keys(entities);
  for (const source of sources) source.key = entities[source.entity].key;
  graph.map = knowledge.map;
  graph.words = knowledge.words ?? {};
  graph.licence = knowledge.licence ?? null;
  graph.questions = readQuestions(knowledge.questions ?? [], entities, terms);
  place(graph, picture);
  return graph;
}

/** The last part of an IRI: what a shared link says. */
export function localName(iri) {
  return iri.split(/[/#]/).filter(Boolean).pop() ?? iri;
}

function readSource(s, id) {
  return {
    id, entity: s.e - 1, title: s.t, publisher: s.b, date: s.d, basis: s.k ?? 'stated', notes: s.n ?? {},
    url: s.u, language: s.l, copyOf: s.c ? s.c - 1 : null, key: null,
  };
}

function originOf(sources, source) {
  let found = source;
  for (let steps = 0; found.copyOf !== null && steps < sources.length; steps += 1) found = sources[found.copyOf];
  return found.id;
}

function readEntity(e, id, terms) {
  return {
    id, iri: e.i.replace(/^id:/, 'https://w3id.org/regional-space/id/'), names: e.n, aliases: e.a ?? [], codes: e.c ?? [], kind: terms[e.k], place: e.p ?? 'node',
    point: e.at ?? null, said: [], about: [], lines: [], group: null, rank: 0, key: localName(e.i.replace(/^id:/, '/')), dates: [], amount: null, currency: 'EUR',
  };
}

function readClaim(c, id, passages, terms) {
  return {
    id, passage: c.e ? passages[c.e - 1] : null, by: c.b ?? null, mode: c.m ?? 'stated', status: c.s ?? 'accepted',
    method: c.x ?? 'curated', quoted: Boolean(c.q), confidence: c.f ?? null,
    rule: c.r === undefined ? null : terms[c.r], anchor: c.o ?? null, alternatives: c.z ?? [], notes: c.n ?? {},
  };
}

function readStatement([s, p, o, claims, flags], id, { terms, claims: all, entities }) {
  const isEntity = typeof o === 'number';
  const statement = {
    id, subject: entities[s], predicate: terms[p], object: isEntity ? entities[o] : null,
    literal: isEntity ? null : readValue(o, terms), claims: claims.map((c) => all[c]),
    asserted: Boolean(flags & 1), disputed: Boolean(flags & 2),
  };
  statement.sources = new Set(statement.claims.filter((c) => c.passage).map((c) => c.passage.source.origin));
  statement.machine = statement.claims.length > 0 && statement.claims.every((c) => c.method === 'extracted');
  statement.subject.said.push(statement);
  statement.object?.about.push(statement);
  keepDatesAndAmount(statement);
  return statement;
}

function readValue(o, terms) {
  if (o.u !== undefined) return { iri: o.u, term: o.t === null || o.t === undefined ? null : terms[o.t] };
  return { text: o.v, type: o.d ?? '', language: o.l ?? '' };
}

function keepDatesAndAmount({ subject, predicate, literal, asserted }) {
  if (!literal?.text || !asserted) return;
  if (DATE_TYPES.has(literal.type)) subject.dates.push({ role: predicate.key, text: literal.text });
  if (predicate.key === 'currency') subject.currency = literal.text;
  if (predicate.key === 'amount' && Number.isFinite(Number(literal.text))) subject.amount = Number(literal.text);
}

function readGroup(g, id, entities) {
  const group = { id, x: g.x, y: g.y, slot: g.at, shown: g.shown, members: g.members.map((m) => entities[m]) };
  group.entity = typeof g.name === 'number' ? entities[g.name] : null;
  group.key = group.entity?.key ?? String(g.name);
  group.members.forEach((member, rank) => Object.assign(member, { group, rank }));
  return group;
}

function readQuestions(questions, entities, terms) {
  return questions.map((q) => ({
    name: q.name, title: q.title, theme: q.theme ?? {}, columns: q.columns, count: q.count ?? q.rows.length,
    rows: q.rows.map((row) => row.map((cell) => (typeof cell === 'number' ? { object: entities[cell] } : { object: null, literal: cell === null ? null : readValue(cell, terms) }))),
  }));
}

function place(graph, picture) {
  for (const node of picture.nodes) {
    const entity = graph.entities[node.id];
    Object.assign(entity, { x: node.x - entity.group.x, y: node.y - entity.group.y, size: node.size });
  }
  for (const edge of picture.edges) {
    const line = {
      id: edge.id, start: graph.entities[edge.from], end: graph.entities[edge.to], said: edge.s.map((s) => graph.statements[s]),
    };
    graph.lines.push(line);
    line.start.lines.push(line);
    line.end.lines.push(line);
  }
}

function keys(entities) {
  const found = new Map();
  for (const entity of entities) {
    if (found.has(entity.key)) entity.key = entity.iri;
    found.set(entity.key, entity);
  }
  return found;
}
