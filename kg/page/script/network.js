// The network view: vis-network draws nodes and lines where Python placed them; names and groups are drawn around it.

import { arrange } from './arrange.js';
import { dress, edge, node } from './dress.js';
import { drawGroups, drawLabels } from './paint.js';

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
  const picture = { graph, canvas, container, circles: [], places: new Map(), look: null, choice: null, selected: null, hovered: null, badges: [], near: null };

  canvas.on('beforeDrawing', (context) => drawGroups(context, picture));
  canvas.on('afterDrawing', (context) => drawLabels(context, picture));
  canvas.on('click', (event) => onClick(picture, event, { onSelect, onMore }));
  canvas.on('hoverNode', ({ node: id }) => hover(picture, id));
  canvas.on('blurNode', () => hover(picture, null));

  return {
    /** Show what is chosen now; the camera follows only the first time and when asked to. */
    update(choice, state, look) {
      const first = picture.choice === null;
      Object.assign(picture, { choice, look, selected: state.selected, lines: new Map(choice.lines.map((l) => [l.id, l])) });
      picture.near = dress(picture);
      settle(picture, choice);
      synchronise(nodes, drawnNodes(picture));
      synchronise(edges, drawnEdges(picture));
      if (first) this.fit(false);
      canvas.redraw();
    },
    fit(animate = true) {
      fit(picture, animate);
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

function settle(picture, choice) {
  const hidden = new Map();
  for (const entity of choice.entities) {
    if (!choice.drawn.has(entity)) hidden.set(entity.group, (hidden.get(entity.group) ?? 0) + 1);
  }
  const present = picture.graph.groups.filter((g) => hidden.has(g) || g.members.some((e) => choice.drawn.has(e)));
  picture.hidden = hidden;
  picture.circles = arrange(present, choice.drawn, (group) => hidden.get(group) ?? 1);
  picture.places.clear();
  for (const circle of picture.circles) {
    for (const e of circle.members) picture.places.set(e.id, { x: circle.x + e.x, y: circle.y + e.y });
  }
}

function drawnNodes(picture) {
  return picture.circles.flatMap((circle) => (circle.members.length ? circle.members.map((e) => node(e, picture, picture.near)) : [closedGroup(circle, picture.look)]));
}

/** A group that shows no member: one disc, larger the more it holds; a click opens it. */
function closedGroup({ group, x, y, radius }, { inks }) {
  const colours = { background: inks.hull, border: inks.line };
  return { id: `g${group.id}`, x, y, shape: 'dot', size: radius * 0.8, color: { ...colours, highlight: colours, hover: colours }, borderWidth: 2, opacity: 1 };
}

function drawnEdges(picture) {
  const lines = picture.choice.lines.map((line) => edge(line, picture, picture.near));
  return [...lines, ...between(picture)];
}

/** Lines between groups that show no member: how much ties them. */
function between({ graph, circles, look }) {
  const closed = new Set(circles.filter((c) => !c.members.length).map((c) => c.group));
  if (!closed.size) return [];
  const counts = new Map();
  for (const { start, end } of graph.lines) {
    if (start.group === end.group || !closed.has(start.group) || !closed.has(end.group)) continue;
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

function fit(picture, animate) {
  const { circles, canvas, container } = picture;
  if (!circles.length) return;
  const left = Math.min(...circles.map((c) => c.x - c.radius));
  const right = Math.max(...circles.map((c) => c.x + c.radius));
  const top = Math.min(...circles.map((c) => c.y - c.radius)) - 30;
  const bottom = Math.max(...circles.map((c) => c.y + c.radius));
  const scale = Math.min(1.4, container.clientWidth / (right - left + 30), (container.clientHeight - TOOLS) / (bottom - top + 30));
  const position = { x: (left + right) / 2, y: (top + bottom) / 2 + TOOLS / 2 / Math.max(0.02, scale) };
  canvas.moveTo({ position, scale: Math.max(0.02, scale), animation: animate ? { duration: 300 } : false });
}

function onClick(picture, { nodes: [id], edges: [edgeId], pointer }, { onSelect, onMore }) {
  const { x, y } = pointer.canvas;
  const badge = picture.badges.find((b) => Math.hypot(b.x - x, b.y - y) < b.reach);
  if (badge) onMore(badge.group);
  else if (typeof id === 'number') onSelect({ type: 'entity', id });
  else if (typeof edgeId === 'number') onSelect({ type: 'line', id: edgeId });
  else onSelect(groupAt(picture, x, y));
}

function groupAt({ circles }, x, y) {
  const title = circles.find((c) => c.group.entity && Math.abs(x - c.x) < c.radius * 0.6 && Math.abs(y - (c.y - c.radius)) < 26);
  return title ? { type: 'entity', id: title.group.entity.id } : null;
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
