// The current view as a picture of its own: SVG drawn from the same shapes, PNG from that SVG.

import { said } from './caption.js';
import { svg } from './dom.js';
import { contradicted, edge, dress, machineMade } from './dress.js';
import { closed, FONT, ink } from './paint.js';
import { outline } from './shapes.js';

const ANCHORS = { left: 'start', center: 'middle', right: 'end' };
const FOOT = 64;

/** The view as an SVG element; `framed` with title, caption, licence and sources around it, else the drawing alone. */
export function asSvg(context, framed = true) {
  const { state, look, page } = context;
  const drawing = state.view === 'timeline' || state.view === 'map' ? copied(context) : networkDrawing(context);
  const width = Math.max(700, drawing.width);
  if (!framed) return svg('svg', { xmlns: 'http://www.w3.org/2000/svg', width: drawing.width, height: drawing.height, viewBox: `0 0 ${drawing.width} ${drawing.height}`, 'font-family': FONT }, drawing.element);
  const texts = footTexts(context).flatMap((text) => wrapped(text, width / 6));
  const height = drawing.height + FOOT + texts.length * 16;
  const root = svg('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': FONT },
    svg('title', {}, page.title),
    svg('rect', { x: 0, y: 0, width, height, fill: look.inks.ground }),
    svg('text', { x: 16, y: 28, 'font-size': 18, 'font-weight': 700, fill: look.inks.ink }, page.title),
    svg('g', { transform: 'translate(0 40)' }, drawing.element),
    texts.map((text, n) => svg('text', { x: 16, y: drawing.height + 58 + n * 16, 'font-size': 11, fill: look.inks.muted }, text)),
  );
  return root;
}

function wrapped(text, most) {
  const lines = [''];
  for (const word of text.split(' ')) {
    if (lines.at(-1) && lines.at(-1).length + word.length > most) lines.push('');
    lines.push(`${lines.pop()} ${word}`.trim());
  }
  return lines;
}

function footTexts(context) {
  const { say, graph, language, choice } = context;
  const used = new Set([...choice.statements].flatMap((s) => s.claims.filter((c) => c.passage).map((c) => c.passage.source)));
  const named = [...used].slice(0, 8).map((s) => `« ${s.title} »${s.date ? ` (${s.date})` : ''}`);
  const rest = used.size > 8 ? ` +${used.size - 8}` : '';
  return [
    said(context),
    graph.licence ? say('licence', { name: graph.licence }) : say('licenceUnknown'),
    ...(named.length ? [`${say('sources')} : ${named.slice(0, 4).join(', ')}`, ...(named.length > 4 ? [`${named.slice(4).join(', ')}${rest}`] : [])] : []),
  ].filter((text) => text && language);
}

function copied({ state, look }) {
  const original = document.getElementById(state.view);
  const box = original.getBoundingClientRect();
  const copy = original.cloneNode(true);
  const [from, to] = [[original, ...original.querySelectorAll('*')], [copy, ...copy.querySelectorAll('*')]];
  from.forEach((element, n) => {
    const style = getComputedStyle(element);
    for (const name of ['fill', 'stroke', 'stroke-width', 'font-size', 'font-weight', 'paint-order', 'opacity', 'stroke-dasharray']) {
      to[n].setAttribute(name, style.getPropertyValue(name));
    }
    for (const name of ['role', 'tabindex', 'aria-pressed', 'data-key', 'class']) to[n].removeAttribute(name);
  });
  copy.setAttribute('width', box.width);
  copy.setAttribute('height', box.height);
  return { element: copy, width: box.width, height: box.height, look };
}

function networkDrawing(context) {
  const { network } = context.page;
  const { picture, canvas } = network;
  const { inks } = context.look;
  const { clientWidth: width, clientHeight: height } = picture.container;
  const scale = canvas.getScale();
  const at = (x, y) => canvas.canvasToDOM({ x, y });
  const near = dress(picture);
  const group = svg('g', {},
    picture.tiles.map((t) => {
      const { x, y } = at(t.x, t.y);
      return svg('rect', { x, y, width: t.width * scale, height: t.height * scale, rx: 6 * scale, fill: inks.hull, stroke: inks.rim });
    }),
    picture.choice.lines.map((line) => {
      const dressed = edge(line, picture, near);
      const [a, b] = [line.start, line.end].map((e) => at(picture.places.get(e.id).x, picture.places.get(e.id).y));
      return svg('line', { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: dressed.color.color, 'stroke-opacity': dressed.color.opacity, 'stroke-width': Math.max(0.6, dressed.width * scale), 'stroke-dasharray': dressed.dashes ? dressed.dashes.join(' ') : null });
    }),
    picture.tiles.filter((t) => !closed(t, scale)).flatMap((t) => t.members).map((e) => nodeShape(e, at(picture.places.get(e.id).x, picture.places.get(e.id).y), scale, context)),
    (picture.labels ?? []).map((label) => svg('text', { x: label.x, y: label.y + label.size, 'text-anchor': ANCHORS[label.align], 'font-size': label.size, 'font-weight': label.title || label.more ? 700 : 500, stroke: inks.hull, 'stroke-width': 3, 'paint-order': 'stroke' },
      label.lines.map((text, n) => svg('tspan', { x: label.x, dy: n ? label.size * 1.16 : 0, fill: ink(label, n, inks) }, text)))),
  );
  return { element: group, width, height };
}

function nodeShape(entity, { x, y }, scale, { look }) {
  const style = look.styles.get(entity.kind);
  return [
    outline(style.shape, x, y, entity.size * scale, { fill: style.fill, stroke: look.inks.border, 'stroke-width': 1.2, 'stroke-dasharray': machineMade(entity) ? '2 3' : null }),
    contradicted(entity) ? svg('text', { x: x + entity.size * scale, y: y - entity.size * scale * 0.6, 'font-size': 15, 'font-weight': 700, fill: look.inks.alarm }, '≠') : null,
  ];
}

/** The SVG as text. */
export function svgText(element) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(element)}`;
}

/** The SVG as a PNG, at twice its size. */
export async function asPng(element, factor = 2) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(element))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(Number(element.getAttribute('width')) * factor);
  canvas.height = Math.round(Number(element.getAttribute('height')) * factor);
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => { canvas.toBlob(resolve, 'image/png'); });
}
