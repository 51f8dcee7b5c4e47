// The network view: vis-network draws nodes and lines where Python placed them; names and groups are drawn around it.

import { arrange, CELL, HEAD } from './arrange.js';
import { dress, edge, node } from './dress.js';
import { closed, drawGroups, drawLabels } from './paint.js';

const OPTIONS = {
  autoResize: true,
  physics: { enabled: false },
  layout: { improvedLayout: false },
  interaction: { hover: true, dragNodes: false, keyboard: false, hideEdgesOnDrag: true, hideEdgesOnZoom: true, zoomSpeed: 0.6, selectConnectedEdges: false },
  edges: { smooth: false, arrowStrikethrough: false },
};

const TOOLS = 54;

/** A picture in `container` that tells what is chosen: onSelect({type, id} or null), onMore(group). */
export function createNetwork(container, graph, { onSelect, onMore }) {
  const { vis } = globalThis;
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const canvas = new vis.Network(container, { nodes, edges }, OPTIONS);
  const picture = { graph, canvas, container, tiles: [], places: new Map(), look: null, choice: null, selected: null, hovered: null, badges: [], near: null };

  canvas.on('beforeDrawing', (context) => drawGroups(context, picture));
  canvas.on('afterDrawing', (context) => drawLabels(context, picture));
  canvas.on('click', (event) => onClick(picture, event, { onSelect, onMore }));
  canvas.on('hoverNode', ({ node: id }) => hover(picture, id));
  canvas.on('blurNode', () => hover(picture, null));

  return {
    /** Show what is chosen now; the camera follows only the first time and when asked to. */
    update(choice, state, look) {
      const first = picture.choice === null || Boolean(picture.choice.near) !== Boolean(choice.near);
      Object.assign(picture, { choice, look, selected: state.selected, lines: new Map(choice.lines.map((l) => [l.id, l])) });
      picture.near = dress(picture);
      settle(picture, choice, state);
      synchronise(nodes, drawnNodes(picture));
      synchronise(edges, drawnEdges(picture));
      if (first) this.fit(false);
      canvas.redraw();
    },
    fit(animate = true) {
      fit(picture, animate);
    },
    /** Brings one group's tile before the reader. */
    show(group, animate) {
      fit(picture, animate, picture.tiles.filter((t) => t.group === group));
    },
    zoom(factor) {
      canvas.moveTo({ scale: Math.min(4, Math.max(0.05, canvas.getScale() * factor)), animation: false });
    },
    focus(id, animate) {
      const place = picture.places.get(id);
      if (place) canvas.moveTo({ position: place, scale: Math.max(canvas.getScale(), 0.8), animation: animate ? { duration: 300 } : false });
    },
    /** The drawn entity nearest to one in a direction: what an arrow key goes to. */
    towards(id, [dx, dy]) {
      return towards(picture, id, [dx, dy]);
    },
    picture,
    canvas,
  };
}

function settle(picture, choice, state) {
  const hidden = new Map();
  for (const entity of choice.entities) {
    if (!choice.drawn.has(entity)) hidden.set(entity.group, (hidden.get(entity.group) ?? 0) + 1);
  }
  const present = picture.graph.groups.filter((g) => hidden.has(g) || g.members.some((e) => choice.drawn.has(e)));
  picture.hidden = hidden;
  picture.tiles = arrange(present, choice.drawn, choice.near ? {} : state.shown);
  picture.places.clear();
  for (const tile of picture.tiles) {
    for (const [e, [x, y]] of tile.places) picture.places.set(e.id, { x: tile.x + x, y: tile.y + y });
  }
}

function drawnNodes(picture) {
  return picture.tiles.flatMap((tile) => (tile.members.length ? tile.members.map((e) => node(e, picture, picture.near)) : [closedGroup(tile, picture.look)]));
}

/** A group that shows no member: where the lines to it end; its tile covers it. */
function closedGroup({ group, x, y, width, height }, { inks }) {
  const colours = { background: inks.hull, border: inks.hull };
  return { id: `g${group.id}`, x: x + width / 2, y: y + height / 2, shape: 'dot', size: 10, color: { ...colours, highlight: colours, hover: colours }, borderWidth: 0 };
}

function drawnEdges(picture) {
  const lines = picture.choice.lines.map((line) => edge(line, picture, picture.near));
  return [...lines, ...between(picture)];
}

/** Lines between groups that show no member: how much ties them. */
function between({ graph, tiles, look }) {
  const shut = new Set(tiles.filter((t) => !t.members.length).map((t) => t.group));
  if (!shut.size) return [];
  const counts = new Map();
  for (const { start, end } of graph.lines) {
    if (start.group === end.group || !shut.has(start.group) || !shut.has(end.group)) continue;
    const [a, b] = start.group.id < end.group.id ? [start.group.id, end.group.id] : [end.group.id, start.group.id];
    counts.set(`g${a}-g${b}`, (counts.get(`g${a}-g${b}`) ?? 0) + 1);
  }
  const strongest = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 400);
  return strongest.map(([id, count]) => {
    const [from, to] = id.split('-');
    return { id, from, to, width: Math.min(8, 0.6 + Math.log2(count)), color: { color: look.inks.rim, opacity: 0.8 }, arrows: '' };
  });
}

function synchronise(set, wanted) {
  const ids = new Set(wanted.map((item) => item.id));
  const gone = set.getIds().filter((id) => !ids.has(id));
  if (gone.length) set.remove(gone);
  if (wanted.length) set.update(wanted);
}

function fit(picture, animate, tiles = picture.tiles) {
  const { canvas, container } = picture;
  if (!tiles.length) return;
  const [left, top] = [Math.min(...tiles.map((t) => t.x)), Math.min(...tiles.map((t) => t.y))];
  const [right, bottom] = [Math.max(...tiles.map((t) => t.x + t.width)), Math.max(...tiles.map((t) => t.y + t.height))];
  const scale = Math.max(0.02, Math.min(1.3, (container.clientWidth - 12) / (right - left), (container.clientHeight - TOOLS - 8) / (bottom - top)));
  const position = { x: (left + right) / 2, y: (top + bottom) / 2 + (TOOLS - 4) / 2 / scale };
  canvas.moveTo({ position, scale, animation: animate ? { duration: 300 } : false });
}

function onClick(picture, { nodes: [id], edges: [edgeId], pointer }, { onSelect, onMore }) {
  const { x, y } = pointer.canvas;
  const tile = picture.tiles.find((t) => x >= t.x && x <= t.x + t.width && y >= t.y && y <= t.y + t.height);
  const badge = picture.badges.find(({ box: [x1, y1, x2, y2] }) => pointer.DOM.x >= x1 && pointer.DOM.x <= x2 && pointer.DOM.y >= y1 && pointer.DOM.y <= y2);
  if (badge) onMore(badge.group);
  else if (tile && !tile.members.length) onMore(tile.group);
  else if (tile && closed(tile, picture.canvas.getScale())) fit(picture, !matchMedia('(prefers-reduced-motion: reduce)').matches, [tile]);
  else onSelect(pressed(picture, { id, edgeId, tile, x, y }));
}

/** What a click means: a node, the node whose name is there, a line, or the region whose title is there. */
function pressed({ tiles }, { id, edgeId, tile, x, y }) {
  if (typeof id === 'number') return { type: 'entity', id };
  if (!tile) return typeof edgeId === 'number' && tiles.length ? { type: 'line', id: edgeId } : null;
  const inTitle = tile.group.entity && y < tile.y + HEAD;
  const named = [...tile.places].find(([e, [ex, ey]]) => e !== tile.group.entity && Math.floor(ex / CELL[0]) === Math.floor((x - tile.x) / CELL[0]) && Math.abs(tile.y + ey - y) < CELL[1] / 2 && x - tile.x > ex)?.[0];
  if (inTitle) return { type: 'entity', id: tile.group.entity.id };
  if (named && typeof edgeId !== 'number') return { type: 'entity', id: named.id };
  return typeof edgeId === 'number' ? { type: 'line', id: edgeId } : null;
}

function hover(picture, id) {
  picture.hovered = typeof id === 'number' ? id : null;
  picture.container.classList.toggle('over', id !== null);
  picture.canvas.redraw();
}

function towards({ places }, id, [dx, dy]) {
  const from = places.get(id);
  if (!from) return places.keys().next().value ?? null;
  let best = null;
  let least = Infinity;
  for (const [other, at] of places) {
    const [x, y] = [at.x - from.x, at.y - from.y];
    const along = x * dx + y * dy;
    if (other === id || along <= 0) continue;
    const cost = along + 2.5 * Math.abs(x * dy - y * dx);
    if (cost < least) [best, least] = [other, cost];
  }
  return best;
}
