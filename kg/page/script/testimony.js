// A statement with the claims behind it, as the panel shows them: passage, source, who says it, how far to trust it.

import { el, link } from './dom.js';
import { amount, date, number } from './format.js';
import { nameOf } from './words.js';

const DATES = new Set(['gYear', 'gYearMonth', 'date', 'dateTime']);
const NUMBERS = new Set(['decimal', 'integer', 'double', 'float']);

/** The value of a statement: a button to the entity, a link, or a literal in the reader's language. */
export function value(statement, { say, language, choose }) {
  const { object, literal, subject, predicate } = statement;
  if (object) return entityButton(object, { language, choose });
  if (literal.iri) return literal.term ? el('span', {}, nameOf(literal.term.names, language)) : link(literal.iri, literal.iri);
  if (DATES.has(literal.type)) return el('span', {}, date(literal.text, language));
  if (predicate.key === 'amount') {
    const currency = subject.said.find((s) => s.predicate.key === 'currency')?.literal?.text ?? 'EUR';
    return el('span', {}, amount(Number(literal.text), currency, language));
  }
  if (NUMBERS.has(literal.type) && Number.isFinite(Number(literal.text))) return el('span', {}, number(Number(literal.text), language));
  if (literal.type === 'anyURI') return link(literal.text, literal.text);
  return el('span', { lang: literal.language || null }, literal.text || say('none'));
}

/** A button that selects an entity. */
export function entityButton(entity, { language, choose }) {
  return el('button', { type: 'button', class: 'to', 'data-key': `e${entity.id}`, onclick: () => choose({ type: 'entity', id: entity.id }) }, nameOf(entity.names, language));
}

/** All values that a property of a subject has, with the claims of each, conflicting ones side by side. */
export function property(statements, context) {
  const { say, language } = context;
  const disputed = statements.length > 1 && statements.some((s) => s.disputed);
  const name = nameOf(statements[0].predicate.names, language);
  return el('section', { class: disputed ? 'property conflict' : 'property' },
    el('h4', {}, name, disputed ? el('span', { class: 'tag alarm' }, `≠ ${say('conflict')}`) : null),
    el('div', { class: disputed ? 'beside' : 'below' }, statements.map((s) => one(s, context))),
  );
}

function one(statement, context) {
  const { say } = context;
  return el('div', { class: statement.asserted ? 'statement' : 'statement aside' },
    el('p', { class: 'value' }, value(statement, context), statement.asserted ? null : el('span', { class: 'tag' }, say('setAside'))),
    statement.claims.length ? claims(statement, context) : null,
  );
}

/** The claims of a statement, one under the other. */
export function claims(statement, context) {
  return el('ul', { class: 'claims' }, statement.claims.map((c) => el('li', {}, claim(c, context))));
}

function claim(c, context) {
  const { say, language, showPassage } = context;
  return [
    c.passage ? passage(c.passage, context) : null,
    el('p', { class: 'by' }, says(c, context), ' ', ...tags(c, context)),
    Object.keys(c.notes).length ? el('p', { class: 'note' }, nameOf(c.notes, language)) : null,
    c.passage ? source(c.passage.source, context) : el('p', { class: 'note' }, say('noClaim')),
    showPassage ?? null,
  ];
}

function passage({ prefix, exact, suffix, source: from }) {
  return el('blockquote', { lang: from.language ?? null }, prefix ? `… ${prefix}` : '', el('mark', {}, exact), suffix ? `${suffix} …` : '');
}

function says(c, context) {
  const { say, language } = context;
  if (c.by === null) return null;
  const who = typeof c.by === 'number' ? nameOf(context.graph.entities[c.by].names, language) : c.by;
  return el('span', {}, `${say('says')} ${who}`);
}

function tags(c, { say, language }) {
  const found = [say(`mode_${c.mode}`), say(`method_${c.method}`)];
  if (c.quoted) found.push(say('quoted'));
  if (c.status !== 'accepted') found.push(say(`status_${c.status}`));
  if (c.confidence) found.push(say('confidence', { n: c.confidence }));
  if (c.rule) {
    const rule = nameOf(c.rule.names, language);
    found.push(`${say('derived')} : ${rule}${c.anchor ? `, ${say('from', { date: date(c.anchor, language) })}` : ''}`);
  }
  for (const other of c.alternatives) found.push(say('couldBe', { value: date(other, language) }));
  const strong = new Set([say('method_extracted'), say('status_disputed'), say('status_rejected'), say('status_superseded')]);
  return found.map((text) => el('span', { class: strong.has(text) ? 'tag strong' : 'tag' }, text));
}

/** A source in one line: retold from what, by whom, published when and how that is known. */
export function source(from, context) {
  const { say, language, graph } = context;
  const publisher = typeof from.publisher === 'number' ? nameOf(graph.entities[from.publisher].names, language) : from.publisher;
  const when = from.date ? say(from.date.length < 10 ? 'publishedIn' : 'published', { date: date(from.date, language) }) : say('undated');
  const basis = from.basis === 'stated' || !from.date ? '' : ` (${say(`basis_${from.basis}`)})`;
  return el('p', { class: 'source', title: nameOf(from.notes, language) || null },
    `${say('retold')} `, from.url ? link(from.url, `« ${from.title} »`) : `« ${from.title} »`,
    publisher ? `, ${publisher}` : '', `, ${when}${basis}`,
  );
}
