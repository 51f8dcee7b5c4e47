// What can be done from a selected entity: see its neighbourhood, find the paths to another.

import { el } from './dom.js';
import { searchBox } from './search.js';
import { entityButton, source } from './testimony.js';
import { nameOf } from './words.js';

/** The row of actions in an entity's panel. */
export function actions(entity, context) {
  const { say, state, set, index } = context;
  const hops = el('label', {}, `${say('hops')} `,
    el('select', { 'data-key': 'hops', title: say('hubs'), onchange: (e) => set({ hops: Number(e.target.value) }) },
      [0, 1, 2, 3].map((n) => el('option', { value: String(n), selected: n === state.hops }, n < 2 ? say(`hops_${n}`) : say('hops_n', { n })))));
  const box = el('div', { class: 'finder' });
  searchBox(box, index, {
    ...context, id: 'pathto', label: say('pathTo'),
    choose: ({ id }) => set({ path: { from: entity.id, to: id }, view: 'network' }),
  });
  return el('div', { class: 'actions' },
    entity.group ? el('button', { type: 'button', 'data-key': 'centre', onclick: () => context.choose({ type: 'entity', id: entity.id }, { focus: true, view: 'network' }) }, say('centre')) : null,
    hops, box);
}

/** The panel of the paths between two entities, each step with its statements' sources. */
export function pathPanel(context) {
  const { say, state, graph, choice, language, set } = context;
  const blanks = { n: choice.paths.length, a: nameOf(graph.entities[state.path.from].names, language), b: nameOf(graph.entities[state.path.to].names, language) };
  const title = choice.paths.length === 0 ? 'noPath' : choice.paths.length === 1 ? 'path1' : 'paths';
  return [
    el('header', { class: 'head' }, el('h2', { id: 'panel-title', tabindex: '-1' }, say(title, blanks)),
      el('button', { type: 'button', class: 'plain', 'data-key': 'close', 'aria-label': say('close'), onclick: () => set({ path: null }) }, '×')),
    ...choice.paths.map((path) => el('ol', { class: 'path', 'aria-label': say('steps', { n: path.length - 1 }) }, path.map((step) => pathStep(step, context)))),
  ];
}

function pathStep({ entity, line }, context) {
  const { language, choice } = context;
  if (!line) return el('li', {}, entityButton(entity, context));
  const said = line.said.filter((s) => choice.statements.has(s));
  const relations = [...new Set(said.map((s) => nameOf(s.predicate.names, language)))].join(', ');
  const sources = [...new Set(said.flatMap((s) => s.claims.filter((c) => c.passage).map((c) => c.passage.source)))];
  return el('li', {}, el('p', { class: 'note' }, relations), ...sources.slice(0, 4).map((s) => source(s, context)), entityButton(entity, context));
}
