// The middle of the page: the view that is chosen, drawn from the one selection.

import { el, replace } from './dom.js';
import { listen } from './keyboard.js';
import { map } from './map.js';
import { createNetwork } from './network.js';
import { questions } from './questions.js';
import { table } from './table.js';
import { timeline } from './timeline.js';

/** Shows the chosen view; the network is made once and kept. */
export function drawStage(page, context) {
  const { state } = context;
  const stage = document.getElementById('stage');
  stage.setAttribute('role', 'tabpanel');
  stage.setAttribute('aria-labelledby', `tab-${state.view}`);
  page.frames ??= makeFrames(stage);
  page.frames.network.hidden = state.view !== 'network';
  page.frames.other.hidden = state.view === 'network';
  if (state.view === 'network') drawNetwork(page, context);
  else replace(page.frames.other, otherView(context, page.frames.other));
}

function makeFrames(stage) {
  const frames = { network: el('div', { class: 'frame' }), other: el('div', { class: 'frame other', 'data-scroll': '' }) };
  stage.replaceChildren(frames.network, frames.other);
  return frames;
}

function otherView(context, frame) {
  if (context.state.view === 'timeline') return timeline(context, Math.max(300, frame.clientWidth - 4));
  if (context.state.view === 'map') return map(context, { width: frame.clientWidth, height: frame.clientHeight });
  if (context.state.view === 'table') return table(context);
  return questions(context);
}

function drawNetwork(page, context) {
  const { say, store } = context;
  if (!page.network) {
    const canvas = el('div', { id: 'network', tabindex: '0', role: 'application', 'aria-roledescription': say('network') });
    const tools = el('div', { class: 'onstage', id: 'zoom', role: 'group' });
    page.frames.network.replaceChildren(canvas, tools);
    const showMore = (group) => context.showMore(group);
    page.network = createNetwork(canvas, page.graph, { onSelect: (selected) => store.set({ selected, path: null }), onMore: showMore });
    listen(canvas, page.network, store, {
      choose: (selected, options) => context.choose(selected, options),
      openPanel: () => document.getElementById('panel-title')?.focus(),
      showMore: (selected) => selected?.type === 'entity' && page.graph.entities[selected.id].group && showMore(page.graph.entities[selected.id].group),
    });
  }
  document.getElementById('network').setAttribute('aria-label', say('networkHelp'));
  zoomTools(page, context);
  page.network.update(context.choice, context.state, context.look);
}

function zoomTools(page, context) {
  const { say } = context;
  const button = (key, text, name, onclick) => el('button', { type: 'button', 'data-key': key, title: say(name), 'aria-label': say(name), onclick }, text);
  document.getElementById('zoom').setAttribute('aria-label', say('network'));
  replace(document.getElementById('zoom'),
    button('zoom-in', '+', 'zoomIn', () => page.network.zoom(1.3)),
    button('zoom-out', '−', 'zoomOut', () => page.network.zoom(0.77)),
    button('fit', '⤢', 'fit', () => page.network.fit()),
    el('button', { type: 'button', 'data-key': 'less', title: say('detail'), onclick: () => context.level(1 / 2) }, say('lessDetail')),
    el('button', { type: 'button', 'data-key': 'more', title: say('detail'), onclick: () => context.level(2) }, say('moreDetail')),
  );
}
