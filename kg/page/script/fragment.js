// The whole state in the address: only what differs from the opening view, in names that outlive a release.

import { opening } from './state.js';

const SETS = { k: 'kindsOff', r: 'relationsOff', g: 'groupsOff', s: 'sourcesOff', m: 'modesOff', x: 'methodsOff' };
const PLAIN = { view: 'view', lang: 'language', theme: 'theme', q: 'query', question: 'question', sort: 'sort', rows: 'rows', frame: 'frame' };
const NUMBERS = { least: 'leastSources', hops: 'hops' };

/** The fragment for a state, without #. */
export function written(graph, state, start) {
  const said = new URLSearchParams();
  for (const [key, field] of Object.entries({ ...PLAIN, ...NUMBERS })) {
    if (state[field] !== start[field] && state[field] !== null) said.set(key, String(state[field]));
  }
  for (const [key, field] of Object.entries(SETS)) {
    const changed = [...difference(state[field], start[field])].map((id) => nameIn(graph, field, id));
    if (changed.length) said.set(key, changed.sort().join(' '));
  }
  if (state.years) said.set('years', state.years.join('-'));
  if (!state.undated) said.set('undated', 'no');
  if (state.selected) said.set('sel', selectionName(graph, state.selected));
  if (state.path) said.set('path', [state.path.from, state.path.to].map((id) => graph.entities[id].key).join('~'));
  const more = graph.groups.filter((g) => state.shown[g.id] !== start.shown[g.id]).map((g) => `${g.key}:${state.shown[g.id]}`);
  if (more.length) said.set('more', more.join(' '));
  if (state.embed) said.set('embed', 'yes');
  return said.toString();
}

/** The state that a fragment says; what it says of things that are not there is left out. */
export function read(graph, fragment, language) {
  const start = opening(graph, language);
  const said = new URLSearchParams(fragment.replace(/^#/, ''));
  const state = { ...start };
  if (said.has('embed')) state.embed = true;
  for (const [key, field] of Object.entries(PLAIN)) if (said.has(key)) state[field] = said.get(key);
  for (const [key, field] of Object.entries(NUMBERS)) if (said.has(key)) state[field] = Math.max(0, Math.trunc(Number(said.get(key)))) || 0;
  for (const [key, field] of Object.entries(SETS)) {
    if (!said.has(key)) continue;
    const ids = said.get(key).split(' ').map((name) => idIn(graph, field, name)).filter((id) => id !== undefined);
    state[field] = difference(start[field], new Set(ids));
  }
  const years = /^(-?\d{1,4})-(-?\d{1,4})$/.exec(said.get('years') ?? '');
  if (years) state.years = [Number(years[1]), Number(years[2])];
  if (said.get('undated') === 'no') state.undated = false;
  state.selected = selectionOf(graph, said.get('sel'));
  const [from, to] = (said.get('path') ?? '').split('~').map((key) => graph.byKey.get(key)?.id);
  if (from !== undefined && to !== undefined) state.path = { from, to };
  state.shown = { ...start.shown, ...shownOf(graph, said.get('more')) };
  return valid(state, start);
}

function valid(state, start) {
  if (!['network', 'timeline', 'map', 'table', 'questions'].includes(state.view)) state.view = start.view;
  if (!['fr', 'en'].includes(state.language)) state.language = start.language;
  if (!['auto', 'light', 'dark'].includes(state.theme)) state.theme = start.theme;
  return state;
}

/** What is in one set and not in both. */
function difference(a, b) {
  return new Set([...a, ...b].filter((x) => a.has(x) !== b.has(x)));
}

function nameIn(graph, field, id) {
  if (field === 'groupsOff') return graph.groups[id].key;
  if (field === 'sourcesOff') return graph.sources[id].key;
  if (field === 'modesOff' || field === 'methodsOff') return id;
  return graph.terms[id].key;
}

function idIn(graph, field, name) {
  if (field === 'groupsOff') return graph.groups.find((g) => g.key === name)?.id;
  if (field === 'sourcesOff') return graph.sources.find((s) => s.key === name)?.id;
  if (field === 'modesOff' || field === 'methodsOff') return name;
  return graph.terms.find((t) => t.key === name)?.id;
}

function selectionName(graph, { type, id, ids }) {
  if (type === 'line') return `${graph.lines[id].start.key}~${graph.lines[id].end.key}`;
  if (type === 'several') return ids.map((i) => graph.entities[i].key).join('+');
  return graph.entities[id].key;
}

function selectionOf(graph, name) {
  if (!name) return null;
  if (name.includes('~')) {
    const [start, end] = name.split('~');
    const line = graph.lines.find((l) => l.start.key === start && l.end.key === end);
    return line ? { type: 'line', id: line.id } : null;
  }
  const ids = name.split('+').map((key) => graph.byKey.get(key)?.id).filter((id) => id !== undefined);
  if (ids.length > 1) return { type: 'several', ids };
  return ids.length ? { type: 'entity', id: ids[0] } : null;
}

function shownOf(graph, said) {
  const pairs = (said ?? '').split(' ').map((pair) => pair.split(':'));
  const found = {};
  for (const [key, count] of pairs) {
    const group = graph.groups.find((g) => g.key === key);
    if (group && Number.isFinite(Number(count))) found[group.id] = Math.max(0, Math.trunc(Number(count)));
  }
  return found;
}
