// The legend, which is the filter: each kind with its shape, colour and count; relations and regions below.

import { el, svg } from './dom.js';
import { outline } from './shapes.js';
import { toggled } from './state.js';
import { nameOf } from './words.js';

/** The legend and filters for the state. */
export function legend(context) {
  const { say } = context;
  return [
    el('header', { class: 'head' }, el('h2', {}, say('filters')), el('button', { type: 'button', class: 'plain', 'data-key': 'reset', onclick: () => context.reset() }, say('reset'))),
    kinds(context, 'node'),
    kinds(context, 'd'),
    marks(context),
    relations(context),
    regions(context),
    ...(context.moreFilters?.() ?? []),
  ];
}

function kinds(context, place) {
  const { graph, choice, state, look, language } = context;
  const present = [...look.styles.keys()].filter((kind) => context.placeOf.get(kind) === place);
  if (!present.length) return null;
  const counts = tally(choice.ignoringKind, (e) => e.kind.id);
  return fold(context, place === 'node' ? 'kindsNode' : 'kindsDetail', present.map((kind) => {
    const style = look.styles.get(kind);
    const mark = svg('svg', { viewBox: '-12 -12 24 24', width: 18, height: 18, 'aria-hidden': 'true' },
      outline(style.shape, 0, 0, 8, { fill: style.fill, class: 'mark' }));
    return box(`k${kind.id}`, !state.kindsOff.has(kind.id), [mark, nameOf(kind.names, language)], counts.get(kind.id) ?? 0,
      () => context.set({ kindsOff: toggled(context.store.get().kindsOff, kind.id) }), context);
  }), place === 'node', place === 'node' ? allOrNone(context, 'kindsOff', present.map((k) => k.id)) : null, graph);
}

function relations(context) {
  const { graph, state, language } = context;
  graph.relationCounts ??= tally(graph.lines.flatMap((l) => l.said), (s) => s.predicate.id);
  const counts = graph.relationCounts;
  const present = graph.terms.filter((t) => counts.has(t.id)).sort((a, b) => counts.get(b.id) - counts.get(a.id));
  return fold(context, 'relations', present.map((term) =>
    box(`r${term.id}`, !state.relationsOff.has(term.id), [nameOf(term.names, language)], counts.get(term.id),
      () => context.set({ relationsOff: toggled(context.store.get().relationsOff, term.id) }), context)), false,
    allOrNone(context, 'relationsOff', present.map((t) => t.id)));
}

function regions(context) {
  const { graph, state, look, choice } = context;
  const counts = tally(choice.ignoringKind, (e) => e.group.id);
  const present = graph.groups.filter((g) => g.members.some((e) => e.place === 'node'));
  return fold(context, graph.groups.some((g) => g.entity) ? 'regions' : 'groups', present.map((group) =>
    box(`g${group.id}`, !state.groupsOff.has(group.id), [look.groupName(group)], counts.get(group.id) ?? 0,
      () => context.set({ groupsOff: toggled(context.store.get().groupsOff, group.id) }), context)), false,
    allOrNone(context, 'groupsOff', present.map((g) => g.id)));
}

function marks({ say, graph }) {
  const keys = [graph.entities.some((e) => e.amount !== null) ? 'keySize' : null, ...(graph.claims.length ? ['keySources', 'keyPlanned', 'keyMachine', 'keyConflict'] : [])];
  if (!keys.some(Boolean)) return null;
  return el('ul', { class: 'keys', 'aria-label': say('legend') },
    keys.filter(Boolean).map((key) => el('li', {}, say(key))));
}

/** A folding part of the filters; what is open stays open. */
export function fold(context, title, rows, open, extra = null) {
  const key = `fold-${title}`;
  const isOpen = context.open.has(key) ? context.open.get(key) : open;
  return el('details', { open: isOpen, ontoggle: (e) => context.open.set(key, e.target.open) },
    el('summary', { 'data-key': key }, context.say(title)), extra, el('ul', { class: 'boxes' }, rows.map((row) => el('li', {}, row))));
}

/** A box to tick with a name and a count. */
export function box(key, checked, name, count, onchange) {
  return el('label', {}, el('input', { type: 'checkbox', checked, onchange, 'data-key': key }), ...name, count === null ? null : el('span', { class: 'count' }, String(count)));
}

function allOrNone(context, field, ids) {
  const button = (word, set) => el('button', { type: 'button', class: 'plain', 'data-key': `${field}-${word}`, onclick: () => context.set({ [field]: set(new Set(context.store.get()[field])) }) }, context.say(word));
  return el('p', { class: 'allornone' },
    button('all', (off) => new Set([...off].filter((id) => !ids.includes(id)))), ' · ', button('none', (off) => new Set([...off, ...ids])));
}

function tally(items, key) {
  const counts = new Map();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}
