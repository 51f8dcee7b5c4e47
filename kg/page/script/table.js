// The table: entities or statements of the selection, sortable, filterable, each row linked to the others.

import { el } from './dom.js';
import { fold } from './fold.js';
import { number, shortAmount, span, when } from './format.js';
import { entityButton, value } from './testimony.js';
import { nameOf } from './words.js';

const PAGE = 150;
const INLINE = 1;

/** The table view for the state. */
export function table(context) {
  const { say, state, set } = context;
  const statements = state.rows === 'statements';
  const pick = (name) => el('button', { type: 'button', 'data-key': `rows-${name}`, 'aria-pressed': String(state.rows === name), onclick: () => set({ rows: name, sort: name === 'statements' ? 'subject' : '-lines' }) }, say(name));
  const filter = el('input', { type: 'search', id: 'rowfilter', 'data-key': 'rowfilter', placeholder: say('filterRows'), 'aria-label': say('filterRows'), value: state.query, oninput: (e) => set({ query: e.target.value }) });
  const columns = statements ? statementColumns(context) : entityColumns(context);
  const rows = sorted(filtered(statements ? statementRows(context) : entityRows(context), columns, state.query), columns, state.sort);
  const shown = rows.slice(0, context.tableLimit.rows ?? PAGE);
  return [
    el('div', { class: 'onstage flow' }, el('div', { role: 'group', 'aria-label': say('table') }, pick('entities'), pick('statements')), filter, el('span', { role: 'status', class: 'note' }, say('rowCount', { n: number(rows.length, context.language) }))),
    el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say('table') }, el('table', { class: `rows ${state.rows}` },
      el('thead', {}, el('tr', {}, columns.map((c) => head(c, context)))),
      el('tbody', {}, shown.map((row) => line(row, columns, context))),
    ), rows.length > shown.length ? el('button', { type: 'button', onclick: () => { context.tableLimit.rows = shown.length + 2 * PAGE; set({}); } }, say('moreRows', { n: number(rows.length - shown.length, context.language) })) : null),
  ];
}

function head(shown, { state, set }) {
  const [name, downwards] = [state.sort.replace(/^-/, ''), state.sort.startsWith('-')];
  const on = name === shown.key;
  return el('th', { scope: 'col', 'aria-sort': on ? (downwards ? 'descending' : 'ascending') : 'none' },
    el('button', { type: 'button', class: 'plain', 'data-key': `sort-${shown.key}`, onclick: () => set({ sort: (on ? !downwards : shown.downwards) ? `-${shown.key}` : shown.key }) },
      shown.name, el('span', { class: on ? 'arrow on' : 'arrow', 'aria-hidden': 'true' }, on && !downwards ? ' ▲' : ' ▼')));
}

function line(row, columns, { state }) {
  const chosen = state.selected?.type === 'entity' && row.id === state.selected.id;
  return el('tr', { id: row.key, class: chosen ? 'chosen' : null, 'aria-current': chosen ? 'true' : null },
    columns.map((c, n) => el(n === 0 ? 'th' : 'td', n === 0 ? { scope: 'row' } : { 'data-name': c.name }, c.cell(row))));
}

function entityRows({ choice }) {
  return [...choice.entities].map((entity) => ({ entity, id: entity.id, key: `row-${entity.id}` }));
}

function entityColumns(context) {
  const { say, language, look, choice } = context;
  const sources = (e) => new Set([...e.said, ...e.about].flatMap((s) => [...s.sources])).size;
  const neighbours = (e) => e.lines.filter((l) => l.said.some((s) => choice.statements.has(s))).map((l) => (l.start === e ? l.end : l.start)).filter((other) => choice.entities.has(other));
  return [
    column('name', say('colName'), ({ entity }) => nameOf(entity.names, language), ({ entity }) => entityButton(entity, context)),
    column('kind', say('colKind'), ({ entity }) => nameOf(entity.kind.names, language)),
    column('region', say('colRegion'), ({ entity }) => look.groupName(entity.group)),
    column('amount', say('colAmount'), ({ entity }) => (entity.amount === null ? '' : shortAmount(entity.amount, language, entity.currency)), null, ({ entity }) => entity.amount ?? -1, true),
    column('date', say('colDate'), ({ entity }) => when(entity.dates, language), null, ({ entity }) => Math.min(...entity.dates.map((d) => span(d.text)?.[0] ?? 9999), 9999)),
    column('sources', say('colSources'), ({ entity }) => number(sources(entity), language), null, ({ entity }) => sources(entity), true),
    column('lines', say('colLinks'), ({ entity }) => neighbours(entity).map((e) => nameOf(e.names, language)).join(' '), ({ entity }) => links(neighbours(entity), context), ({ entity }) => neighbours(entity).length, true),
  ];
}

function links(neighbours, context) {
  const buttons = (list) => list.map((e) => [entityButton(e, context), ' ']);
  const first = buttons(neighbours.slice(0, INLINE));
  if (neighbours.length <= INLINE) return first;
  return [...first, el('details', {}, el('summary', {}, `+${neighbours.length - INLINE}`), buttons(neighbours.slice(INLINE, 60)))];
}

function statementRows({ choice }) {
  return [...choice.statements].filter((s) => s.subject.group ? choice.entities.has(s.subject) : s.subject.place === 'n').map((statement) => ({ statement, key: `st-${statement.id}` }));
}

function statementColumns(context) {
  const { say, language } = context;
  const said = (s) => (s.object ? nameOf(s.object.names, language) : s.literal.text ?? s.literal.iri);
  const from = (s) => [...new Set(s.claims.filter((c) => c.passage).map((c) => c.passage.source))];
  return [
    column('subject', say('colSubject'), ({ statement: s }) => nameOf(s.subject.names, language), ({ statement: s }) => entityButton(s.subject, context)),
    column('relation', say('colRelation'), ({ statement: s }) => nameOf(s.predicate.names, language)),
    column('object', say('colObject'), ({ statement: s }) => said(s), ({ statement: s }) => [value(s, context), s.disputed ? el('span', { class: 'tag alarm' }, `≠ ${say('conflictShort')}`) : null]),
    column('passage', say('colPassage'), ({ statement: s }) => s.claims.map((c) => c.passage?.exact ?? '').join(' … ')),
    column('from', say('colSources'), ({ statement: s }) => from(s).map((x) => x.title).join(' ; ')),
  ];
}

function column(key, name, text, cell = null, order = null, downwards = false) {
  return { key, name, text, cell: cell ?? text, order: order ?? ((row) => fold(text(row))), downwards };
}

function filtered(rows, columns, query) {
  const words = fold(query).split(' ').filter(Boolean);
  if (!words.length) return rows;
  return rows.filter((row) => {
    const text = fold(columns.map((c) => c.text(row)).join(' '));
    return words.every((w) => text.includes(w));
  });
}

function sorted(rows, columns, sort) {
  const by = columns.find((c) => c.key === sort.replace(/^-/, '')) ?? columns[0];
  const sign = sort.startsWith('-') ? -1 : 1;
  const keyed = rows.map((row) => [by.order(row), row]);
  keyed.sort(([a], [b]) => (a < b ? -sign : a > b ? sign : 0));
  return keyed.map(([, row]) => row);
}
