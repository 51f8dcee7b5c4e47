// The panel beside the picture: what is said of the selection, with its evidence; an overview when nothing is selected.

import { pathPanel } from './actions.js';
import { el, link } from './dom.js';
import { number } from './format.js';
import { overview } from './overview.js';
import { note } from './paint.js';
import { claims, entityButton, property, value } from './testimony.js';
import { nameOf } from './words.js';

const CODES = { 'rs:nutsCode': 'NUTS', 'rs:inseeCode': 'INSEE', 'rs:isoCode': 'ISO 3166-2', 'rs:siren': 'SIREN' };

/** The panel's content for the state. */
export function panel(context) {
  const { state, graph } = context;
  if (state.path) return pathPanel(context);
  if (state.selected?.type === 'several') return severalPanel(state.selected.ids.map((id) => graph.entities[id]), context);
  if (state.selected?.type === 'entity') return entityPanel(graph.entities[state.selected.id], context);
  if (state.selected?.type === 'line') return linePanel(graph.lines[state.selected.id], context);
  return overview(context);
}

function severalPanel(entities, context) {
  const { say, language } = context;
  return [
    header(say('several', { n: number(entities.length, language) }), null, context),
    el('ul', { class: 'plainlist' }, entities.map((e) => el('li', {}, entityButton(e, context), ' ', el('span', { class: 'note' }, nameOf(e.kind.names, language)), figures(e, context)))),
  ];
}

function header(title, sub, { say, choose }) {
  return el('header', { class: 'head' },
    el('div', {}, el('h2', { id: 'panel-title', tabindex: '-1' }, title), sub),
    el('button', { type: 'button', class: 'plain', 'data-key': 'close', 'aria-label': say('close'), title: say('close'), onclick: () => choose(null) }, '×'),
  );
}

function entityPanel(entity, context) {
  const { say, language } = context;
  const chips = entity.codes.map(([name, code]) => el('span', { class: 'tag' }, `${CODES[name] ?? name} ${code}`));
  const sub = [
    el('p', { class: 'kind' }, nameOf(entity.kind.names, language), ' ', ...chips),
    entity.aliases.length ? el('p', { class: 'note' }, `${say('alsoKnown')} ${entity.aliases.join(', ')}`) : null,
  ];
  return [
    header(nameOf(entity.names, language), sub, context),
    context.actions(entity),
    el('h3', {}, say('statements')),
    properties(entity.said, context),
    ...measures(entity, context),
    ...roles(entity, context),
    ...mentions(entity, context),
    el('p', { class: 'iri' }, link(entity.iri, entity.iri)),
  ];
}

function properties(statements, context) {
  if (!statements.length) return el('p', { class: 'note' }, context.say('noStatement'));
  const byPredicate = grouped(statements, (s) => s.predicate);
  const weight = (said) => (said.some((s) => s.disputed) ? 0 : said.some((s) => s.claims.length) ? 1 : 2);
  return [...byPredicate.values()].sort((a, b) => weight(a) - weight(b)).map((said) => property(said, context));
}

function grouped(items, key) {
  const found = new Map();
  for (const item of items) {
    if (!found.has(key(item))) found.set(key(item), []);
    found.get(key(item)).push(item);
  }
  return found;
}

function roles(entity, context) {
  const held = entity.about.map((s) => s.subject).filter((e) => e.place === 'n');
  return [...new Set(held)].map((role) => el('details', { class: 'role', open: held.length < 4 },
    el('summary', {}, nameOf(role.names, context.language)),
    properties(role.said, context),
  ));
}

function mentions(entity, context) {
  const { say, language } = context;
  const from = entity.about.filter((s) => s.asserted && s.subject.place !== 'n' && s.subject.kind.key !== 'Indicator');
  if (!from.length) return [];
  const byPredicate = grouped(from, (s) => s.predicate);
  return [
    el('h3', {}, say('saidAbout')),
    ...[...byPredicate].map(([predicate, said]) => el('details', { class: 'mention', open: from.length < 12 },
      el('summary', {}, `${nameOf(predicate.names, language)} (${number(said.length, language)})`),
      el('ul', { class: 'plainlist' }, said.map((s) => el('li', {}, entityButton(s.subject, context), ' ', figures(s.subject, context), proof(s, context)))),
    )),
  ];
}

/** The claims of a statement, folded. */
function proof(statement, context) {
  if (!statement.claims.length) return null;
  return el('details', { class: 'proof' }, el('summary', {}, context.say('proof', { n: statement.claims.length })), claims(statement, context));
}

function figures(entity, { language }) {
  const text = note(entity, language);
  return text ? el('span', { class: 'tag' }, text) : null;
}

/** What is measured of an entity: each measure once, its figures side by side with who says so. */
function measures(entity, context) {
  const { say, language } = context;
  const indicators = [...new Set(entity.about.filter((s) => s.asserted && s.subject.kind.key === 'Indicator').map((s) => s.subject))];
  if (!indicators.length) return [];
  const measureOf = (e) => e.said.find((s) => s.predicate.key === 'measure');
  const named = (s) => (s?.literal?.term ? nameOf(s.literal.term.names, language) : s?.object ? nameOf(s.object.names, language) : '');
  return [
    el('h3', {}, say('figures')),
    ...[...grouped(indicators, (e) => named(measureOf(e)))].map(([measure, list]) => el('section', { class: 'property' },
      el('h4', {}, measure),
      el('div', { class: 'beside' }, list.map((e) => el('div', { class: 'statement' },
        e.said.filter((s) => s.predicate.key === 'value').map((s) => [el('p', { class: 'value' }, value(s, context)), el('p', {}, entityButton(e, context)), claims(s, context)])))),
    )),
  ];
}

function linePanel(line, context) {
  const { say, language, choice } = context;
  const names = { a: nameOf(line.start.names, language), b: nameOf(line.end.names, language) };
  const said = line.said.filter((s) => (choice.statements.has(s) || !s.asserted));
  const bySubject = grouped(said, (s) => s.subject);
  return [
    header(say('between', names), null, context),
    el('p', {}, entityButton(line.start, context), ' – ', entityButton(line.end, context)),
    ...[...bySubject].map(([subject, statements]) => el('div', {}, el('h3', {}, nameOf(subject.names, language)), properties(statements, context))),
  ];
}
