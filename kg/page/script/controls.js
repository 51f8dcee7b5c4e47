// The filters on time and testimony: years with play, sources, modes, methods, how many independent sources.

import { el } from './dom.js';
import { date, span } from './format.js';
import { box, fold } from './legend.js';
import { toggled } from './state.js';

const MODES = ['stated', 'planned', 'ambition', 'selfClaim'];
const METHODS = ['curated', 'extracted'];
const PLAY = 900;
const MANY = 60;

/** The first and last year that the graph dates anything in; null where nothing is dated. */
export function yearBounds(graph) {
  const spans = graph.entities.filter((e) => e.place === 'node').flatMap((e) => e.dates.map((d) => span(d.text)).filter(Boolean));
  if (!spans.length) return null;
  return [Math.floor(Math.min(...spans.map((s) => s[0]))), Math.ceil(Math.max(...spans.map((s) => s[1]))) - 1];
}

/** The folding parts below the legend. */
export function controls(context) {
  const { graph } = context;
  return [years(context), graph.claims.length ? trust(context) : null, graph.sources.length ? sources(context) : null];
}

function years(context) {
  const { state, set, say, bounds, player } = context;
  if (!bounds) return null;
  const [first, last] = state.years ?? bounds;
  const slider = (name, value, make) => el('label', { class: 'slider' }, `${say(name)} `, el('output', {}, String(value)),
    el('input', { type: 'range', min: bounds[0], max: bounds[1], value: String(value), 'data-key': name, oninput: (e) => { e.target.previousElementSibling.value = e.target.value; }, onchange: (e) => set({ years: make(Number(e.target.value)) }) }));
  return fold(context, 'years', [
    slider('fromYear', first, (year) => [year, Math.max(year, last)]),
    slider('toYear', last, (year) => [Math.min(first, year), year]),
    el('button', { type: 'button', 'data-key': 'play', 'aria-pressed': String(player.running), onclick: () => (player.running ? player.stop() : player.start()) }, say(player.running ? 'pause' : 'play')),
    box('undated', state.undated, [say('undatedToo')], null, () => set({ undated: !context.store.get().undated })),
    state.years ? el('button', { type: 'button', class: 'plain', 'data-key': 'years-all', onclick: () => set({ years: null }) }, say('all')) : null,
  ].filter(Boolean), true);
}

/** Shows the years one after the other, up to the last. */
export function createPlayer(store, bounds) {
  let timer = null;
  const player = {
    get running() {
      return timer !== null;
    },
    start() {
      const first = store.get().years?.[0] ?? bounds[0];
      let year = first;
      const step = () => {
        store.set({ years: [first, year] });
        year += 1;
        if (year > bounds[1]) player.stop();
      };
      timer = setInterval(step, PLAY);
      step();
    },
    stop() {
      clearInterval(timer);
      timer = null;
      store.set({});
    },
  };
  return player;
}

function trust(context) {
  const { state, set, say, graph, store } = context;
  const counts = (key) => {
    const found = new Map();
    for (const c of graph.claims) found.set(c[key], (found.get(c[key]) ?? 0) + 1);
    return found;
  };
  const boxes = (names, field, key) => {
    const by = counts(key);
    return names.filter((name) => by.has(name)).map((name) => box(`${field}-${name}`, !state[field].has(name), [say(`${key}_${name}`)], by.get(name), () => set({ [field]: toggled(store.get()[field], name) })));
  };
  const least = el('label', { class: 'slider' }, `${say('leastSources')} `,
    el('select', { 'data-key': 'least', onchange: (e) => set({ leastSources: Number(e.target.value) }) }, [0, 1, 2, 3].map((n) => el('option', { value: String(n), selected: n === state.leastSources }, String(n)))));
  return fold(context, 'trust', [least, el('p', { class: 'note' }, say('modes')), ...boxes(MODES, 'modesOff', 'mode'), el('p', { class: 'note' }, say('methods')), ...boxes(METHODS, 'methodsOff', 'method')], false);
}

function sources(context) {
  const { state, set, graph, language, store, say } = context;
  const counts = new Map();
  for (const c of graph.claims) if (c.passage) counts.set(c.passage.source, (counts.get(c.passage.source) ?? 0) + 1);
  const used = graph.sources.filter((s) => counts.has(s)).sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
  const every = (off) => () => set({ sourcesOff: off });
  const all = el('p', { class: 'allornone' },
    el('button', { type: 'button', class: 'plain', 'data-key': 'sources-all', onclick: every(new Set()) }, say('all')), ' · ',
    el('button', { type: 'button', class: 'plain', 'data-key': 'sources-none', onclick: every(new Set(used.map((s) => s.id))) }, say('none')));
  return fold(context, 'sourcesFold', used.slice(0, MANY * 4).map((s) =>
    box(`s${s.id}`, !state.sourcesOff.has(s.id), [el('span', {}, s.title, s.date ? el('span', { class: 'note' }, ` ${date(s.date, language)}`) : null)], counts.get(s), () => set({ sourcesOff: toggled(store.get().sourcesOff, s.id) }))), false, all);
}
