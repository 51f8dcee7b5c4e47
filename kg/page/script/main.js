// Where the page starts: reads the data, holds the state, and draws what follows from it.

import { caption, sentences } from './caption.js';
import { el, replace } from './dom.js';
import { choose } from './filter.js';
import { readGraph } from './graph.js';
import { legend } from './legend.js';
import { createNetwork } from './network.js';
import { INKS, styles } from './palette.js';
import { panel } from './panel.js';
import { searchBox, searchIndex } from './search.js';
import { createStore, opening } from './state.js';
import { nameOf, speaker } from './words.js';

const part = (id) => document.getElementById(id);

function start() {
  const knowledge = JSON.parse(part('knowledge').textContent);
  const graph = readGraph(knowledge, JSON.parse(part('picture').textContent));
  const store = createStore(opening(graph, knowledge.language));
  const drawnKinds = graph.entities.filter((e) => e.group).map((e) => e.kind);
  const fixed = {
    graph, knowledge, store, index: searchIndex(graph), styles: styles([...new Set(drawnKinds)]), open: new Map(),
    placeOf: new Map(graph.entities.filter((e) => e.group).map((e) => [e.kind, e.place])),
  };
  const page = { ...fixed, network: null };
  store.subscribe((state, before) => show(page, state, before));
  show(page, store.get(), null);
  document.documentElement.dataset.ready = 'true';
}

function show(page, state, before) {
  const context = contextOf(page, state);
  document.documentElement.lang = state.language;
  document.documentElement.dataset.theme = state.theme;
  if (!before || before.language !== state.language) frame(context);
  drawStage(page, context);
  replace(part('panel'), panel(context));
  if (before && before.selected !== state.selected) part('panel').scrollTop = 0;
  replace(part('filters'), legend(context));
  replace(part('caption'), caption(context));
  announce(context, before);
}

function contextOf(page, state) {
  const say = speaker(state.language);
  const inks = INKS[dark(state) ? 'dark' : 'light'];
  const groupName = (group) => (group.entity ? nameOf(group.entity.names, state.language) : named(group, say, state.language));
  return {
    ...page, state, say, language: state.language, choice: choose(page.graph, state),
    look: { language: state.language, inks, styles: page.styles, groupName },
    set: (patch) => page.store.set(patch),
    choose: (selected, options) => select(page, selected, options),
    actions: () => null,
  };
}

function named(group, say, language) {
  if (group.key === 'beyond' || group.key === 'apart') return say(group.key);
  return say('around', { name: nameOf(group.members[0].names, language) });
}

function dark({ theme }) {
  return theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
}

function select(page, selected, { focus = false } = {}) {
  page.store.set({ selected });
  if (focus && selected?.type === 'entity') page.network?.focus(selected.id, !matchMedia('(prefers-reduced-motion: reduce)').matches);
}

function frame(context) {
  const { say, state, set } = context;
  searchBox(part('search'), context.index, context);
  replace(part('tools'),
    el('button', { type: 'button', lang: state.language === 'fr' ? 'en' : 'fr', 'data-key': 'language', title: say('languageHelp'), onclick: () => set({ language: state.language === 'fr' ? 'en' : 'fr' }) }, say('language')),
  );
  for (const waiting of document.querySelectorAll('[data-say]')) waiting.textContent = say(waiting.dataset.say);
  part('filters').setAttribute('aria-label', say('filters'));
  part('panel').setAttribute('aria-label', say('statements'));
}

function drawStage(page, context) {
  const { say, store } = context;
  if (!page.network) {
    const canvas = el('div', { id: 'network', tabindex: '0', role: 'application', 'aria-label': say('networkHelp') });
    replace(part('stage'), canvas);
    page.network = createNetwork(canvas, page.graph, {
      onSelect: (selected) => store.set({ selected }),
      onMore: (group) => {
        const { shown } = store.get();
        store.set({ shown: { ...shown, [group.id]: Math.max(12, shown[group.id] * 3) } });
      },
    });
  }
  page.network.update(context.choice, context.state, context.look);
}

function announce(context, before) {
  const { state, say, graph, language } = context;
  if (before && before.selected !== state.selected && state.selected?.type === 'entity') {
    const entity = graph.entities[state.selected.id];
    part('live').textContent = say('selected', { name: nameOf(entity.names, language), kind: nameOf(entity.kind.names, language), n: entity.said.length });
  } else if (before && before.selected === state.selected) [part('live').textContent] = sentences(context);
}

start();
