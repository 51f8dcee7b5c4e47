// Where the page starts: reads the data, holds the state, and draws what follows from it.

import { actions } from './actions.js';
import { caption, said } from './caption.js';
import { controls, createPlayer, yearBounds } from './controls.js';
import { el, replace } from './dom.js';
import { choose } from './filter.js';
import { read, written } from './fragment.js';
import { readGraph } from './graph.js';
import { legend } from './legend.js';
import { INKS, styles } from './palette.js';
import { panel } from './panel.js';
import { searchBox, searchIndex } from './search.js';
import { fillSheet } from './sheet.js';
import { drawStage } from './stage.js';
import { createStore, opening } from './state.js';
import { tabs, tools } from './toolbar.js';
import { inflated, run, unpacked } from './unpack.js';
import { nameOf, speaker } from './words.js';

const part = (id) => document.getElementById(id);
const prefers = (what) => matchMedia(`(prefers-${what})`).matches;

async function start() {
  const letters = (id) => part(id).textContent;
  const [vis, knowledge, picture] = await Promise.all([inflated(letters('vis')), unpacked(letters('knowledge')), unpacked(letters('picture'))]);
  run(vis);
  const graph = readGraph(knowledge, picture);
  const begin = opening(graph, knowledge.language);
  const store = createStore(read(graph, location.hash, knowledge.language));
  const placed = graph.entities.filter((e) => e.group);
  const bounds = yearBounds(graph);
  const page = {
    graph, knowledge, store, begin, bounds, index: searchIndex(graph), styles: styles([...new Set(placed.map((e) => e.kind))]), open: new Map(),
    placeOf: new Map(placed.map((e) => [e.kind, e.place])), network: null, frames: null, tableLimit: {}, player: createPlayer(store, bounds), title: '',
  };
  store.subscribe((state, before) => show(page, state, before));
  listenToWindow(page);
  show(page, store.get(), null);
  document.documentElement.dataset.ready = 'true';
}

function listenToWindow(page) {
  const again = () => page.store.set({});
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
  addEventListener('hashchange', () => {
    if (location.hash.slice(1) !== page.hash) page.store.set(read(page.graph, location.hash, page.knowledge.language));
  });
  let waiting = null;
  addEventListener('resize', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      again();
      page.network?.fit(false);
    }, 150);
  });
  addEventListener('beforeprint', () => fillSheet(part('sheet'), contextOf(page, page.store.get())));
}

function show(page, state, before) {
  const context = contextOf(page, state);
  const root = document.documentElement;
  root.lang = state.language;
  root.dataset.theme = state.theme;
  root.classList.toggle('embed', state.embed);
  root.dataset.view = state.view;
  if (!before || before.language !== state.language) frame(page, context);
  replace(part('views'), tabs(context));
  replace(part('tools'), tools(context));
  drawStage(page, context);
  const moved = before && (before.selected !== state.selected || before.path !== state.path);
  replace(part('panel'), panel(context));
  if (moved) part('panel').scrollTop = 0;
  replace(part('filters'), legend(context));
  replace(part('caption'), caption(context));
  announce(context, before);
  remember(page, state);
}

function contextOf(page, state) {
  const say = speaker(state.language);
  const dark = state.theme === 'dark' || (state.theme === 'auto' && prefers('color-scheme: dark'));
  const groupShort = (group) => (/^c\d+$/.test(group.key) ? nameOf(group.members[0].names, state.language) : groupName(group));
  const groupName = (group) => (group.entity ? nameOf(group.entity.names, state.language) : named(group, say, state.language));
  const context = {
    ...page, page, state, say, dark, language: state.language, choice: choose(page.graph, state),
    look: { language: state.language, inks: INKS[dark ? 'dark' : 'light'], styles: page.styles, groupName, groupShort },
    set: (patch) => page.store.set(patch),
    choose: (selected, options) => select(page, selected, options),
    showMore: (group) => showMore(page, group),
    level: (factor) => level(page, factor),
    reset: () => page.store.set({ ...page.begin, language: page.store.get().language, theme: page.store.get().theme, embed: page.store.get().embed }),
  };
  context.actions = (entity) => actions(entity, context);
  context.moreFilters = () => controls(context);
  return context;
}

function named(group, say, language) {
  if (['beyond', 'apart', 'others'].includes(group.key)) return say(group.key);
  return say('around', { name: nameOf(group.members[0].names, language) });
}

function select(page, selected, { focus = false, follow = false, view = null } = {}) {
  page.store.set({ selected, path: null, ...(selected ? {} : { hops: 0 }), ...(view ? { view } : {}) });
  if (selected?.type === 'entity' && (focus || follow)) page.network?.focus(selected.id, !prefers('reduced-motion: reduce'));
  if (page.store.get().view === 'table' && selected?.type === 'entity') part(`row-${selected.id}`)?.scrollIntoView({ block: 'nearest' });
}

function showMore(page, group) {
  const { shown } = page.store.get();
  const drawnNow = page.network.picture.tiles.find((t) => t.group === group)?.members.length ?? 0;
  page.store.set({ shown: { ...shown, [group.id]: Math.max(15, drawnNow * 3) } });
  page.network.show(group, !prefers('reduced-motion: reduce'));
}

function level(page, factor) {
  const { shown } = page.store.get();
  const next = Object.entries(shown).map(([id, n]) => [id, factor < 1 ? Math.floor(n * factor) : Math.min(page.graph.groups[id].members.length, Math.max(3, n * factor))]);
  page.store.set({ shown: Object.fromEntries(next) });
  page.network.fit(!prefers('reduced-motion: reduce'));
}

function frame(page, context) {
  const { say, state } = context;
  page.title = page.knowledge.title || say('title');
  document.title = page.title;
  part('title').textContent = page.title;
  searchBox(part('search'), context.index, { ...context, choose: (selected) => select(page, selected, { focus: true }) });
  for (const waiting of document.querySelectorAll('[data-say]')) waiting.textContent = say(waiting.dataset.say);
  part('filters').setAttribute('aria-label', say('filters'));
  part('panel').setAttribute('aria-label', say('statements'));
  part('search').setAttribute('aria-label', say('search'));
  replace(part('licence'), el('details', {}, el('summary', {}, say('licences')), el('pre', { tabindex: '0' }, part('licences').textContent)));
  part('licence').lang = state.language;
}

function announce(context, before) {
  const { state, say, graph, language } = context;
  if (!before) return;
  if (before.selected !== state.selected && state.selected?.type === 'entity') {
    const entity = graph.entities[state.selected.id];
    part('live').textContent = say('selected', { name: nameOf(entity.names, language), kind: nameOf(entity.kind.names, language), n: entity.said.length });
  } else if (before.selected === state.selected) part('live').textContent = said(context);
}

function remember(page, state) {
  page.hash = written(page.graph, state, page.begin);
  const wanted = page.hash ? `#${page.hash}` : location.pathname + location.search;
  if (location.hash.slice(1) !== page.hash) history.replaceState(null, '', wanted);
}

start().catch((error) => {
  part('stage').textContent = 'Cette page demande un navigateur plus récent. This page needs a newer browser.';
  throw error;
});
