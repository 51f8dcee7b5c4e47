// What is painted around vis's nodes and lines: tiles of groups under them, names, conflict marks and counts over them.

import { CELL, FOOT, HEAD } from './arrange.js';
import { contradicted } from './dress.js';
import { number, shortAmount, when } from './format.js';
import { fitted, shortened } from './labels.js';
import { nameOf } from './words.js';

export const FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';
const MONEY = new Set(['FundingEnvelope', 'Contribution', 'Investment', 'Contract', 'Funding']);
const LEADING = 1.16;
const LEGIBLE = 78;
const ROUND = 6;

/** Whether a tile has room for names of its members at this scale; else it shows its own name alone. */
export function closed(tile, scale) {
  return !tile.members.length || CELL[0] * scale < LEGIBLE;
}

/** The ground of each group. */
export function drawGroups(context, { tiles, look }) {
  context.fillStyle = look.inks.hull;
  context.strokeStyle = look.inks.rim;
  context.lineWidth = 1;
  for (const tile of tiles) {
    context.beginPath();
    context.roundRect(tile.x, tile.y, tile.width, tile.height, ROUND);
    context.fill();
    context.stroke();
  }
}

/** Names of tiles and nodes, conflict marks, and how many more each tile has. */
export function drawLabels(context, picture) {
  const { canvas, container, tiles, look } = picture;
  const scale = canvas.getScale();
  const screen = (x, y) => canvas.canvasToDOM({ x, y });
  const ratio = context.canvas.width / container.clientWidth;
  const seen = tiles.map((tile) => ({ tile, ...screen(tile.x, tile.y), wide: tile.width * scale, high: tile.height * scale }))
    .filter((t) => t.x < container.clientWidth && t.y < container.clientHeight && t.x + t.wide > 0 && t.y + t.high > 0);
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  picture.badges = [];
  const labels = [];
  for (const place of seen) {
    if (closed(place.tile, scale)) labels.push(...cover(context, place, picture));
    else labels.push(...title(context, place, picture, scale), ...names(context, place, picture, { screen, scale }));
  }
  labels.sort((a, b) => (a.chosen ? 1 : 0) - (b.chosen ? 1 : 0));
  for (const label of labels) write(context, label, look.inks);
  picture.labels = labels;
  marks(context, picture, screen, scale);
  context.restore();
}

function measuring(context, font) {
  return (text) => {
    const key = font + text;
    if (!widths.has(key)) {
      context.font = font;
      widths.set(key, context.measureText(text).width);
    }
    return widths.get(key);
  };
}

const widths = new Map();

/** A tile too small for its members: its name and how many there are, over everything in it. */
function cover(context, { tile, x, y, wide, high }, { look, hidden }) {
  const count = (hidden.get(tile.group) ?? 0) + tile.members.length;
  context.beginPath();
  context.roundRect(x, y, wide, high, ROUND / 2);
  context.fillStyle = look.inks.hull;
  context.strokeStyle = look.inks.rim;
  context.fill();
  context.stroke();
  const alone = { key: `n${tile.group.id}`, x: x + wide / 2, y: y + high / 2 - 5, lines: [number(count, look.language)], font: `500 9px ${FONT}`, size: 9, muted: true, align: 'center' };
  if (wide < 34) return wide < 16 ? [] : [alone];
  const { size, font, lines } = largest(context, look.groupShort(tile.group), wide - 4, high - 4);
  const top = y + (high - (lines.length + 1) * size * LEADING) / 2;
  return [
    { key: `g${tile.group.id}`, x: x + wide / 2, y: top, lines, font, size, title: true, align: 'center' },
    { key: `n${tile.group.id}`, x: x + wide / 2, y: top + lines.length * size * LEADING, lines: [number(count, look.language)], font: `500 ${size}px ${FONT}`, size, muted: true, align: 'center' },
  ];
}

/** A name in the largest letters in which no word of it is cut, in at most three lines. */
function largest(context, name, width, height) {
  let found = null;
  for (const size of width < 70 ? [10, 9, 8.5] : [12, 11, 10, 9]) {
    const font = `700 ${size}px ${FONT}`;
    const most = Math.min(3, Math.max(1, Math.floor(height / (size * LEADING)) - 1));
    found = { size, font, lines: fitted(name, width, most, measuring(context, font)) };
    if (!found.lines.some((line) => line.endsWith('…'))) break;
  }
  return found;
}

/** A tile's name beside its region's mark, and what it holds back at its foot: a badge that shows more. */
function title(context, { tile, x, y, wide, high }, { look, hidden, badges }, scale) {
  const size = Math.max(10, Math.min(15, 14 * scale));
  const font = `700 ${size}px ${FONT}`;
  const [left, room] = tile.members.includes(tile.group.entity) ? [24 * scale, wide - 27 * scale] : [7 * scale, wide - 10 * scale];
  const lines = fitted(look.groupName(tile.group), room, HEAD * scale >= 2 * size * LEADING ? 2 : 1, measuring(context, font));
  const found = [{ key: `g${tile.group.id}`, x: x + left, y: y + (lines.length > 1 ? 2 : 5) * scale, lines, font, size, title: true, align: 'left' }];
  const more = hidden.get(tile.group);
  if (!more) return found;
  const text = `+${number(more, look.language)}`;
  const small = Math.max(10, Math.min(14, 12 * scale));
  const width = measuring(context, `700 ${small}px ${FONT}`)(text);
  badges.push({ group: tile.group, box: [x + wide - width - 16, y + high - Math.max(20, FOOT * scale + 6), x + wide, y + high] });
  found.push({ key: `m${tile.group.id}`, x: x + wide - 5, y: y + high - small * LEADING - 1, lines: [text], font: `700 ${small}px ${FONT}`, size: small, more: true, align: 'right' });
  return found;
}

function names(context, { tile }, picture, { screen, scale }) {
  const { hovered, selected, near } = picture;
  const size = Math.max(10.5, Math.min(14, 13 * scale));
  return tile.members.filter((entity) => entity !== tile.group.entity).map((entity) => {
    const chosen = entity.id === hovered || (selected?.type === 'entity' && entity.id === selected.id);
    const place = picture.places.get(entity.id);
    const { x, y } = screen(place.x + entity.size + 4, place.y);
    const room = (CELL[0] - 23 - entity.size) * scale;
    const font = `${chosen ? 700 : 500} ${size}px ${FONT}`;
    const measure = measuring(context, font);
    const most = Math.max(1, Math.floor((CELL[1] * scale + 1) / (size * LEADING)));
    const figure = note(entity, picture.look.language);
    const noted = figure && (most > 1 || chosen);
    const name = fitted(nameOf(entity.names, picture.look.language), chosen ? 260 : room, chosen ? 4 : noted ? most - 1 : most, measure);
    const lines = noted ? [...name, chosen ? figure : shortened(figure, room, measure)] : name;
    return { key: entity.id, x, y: y - (lines.length * size * LEADING) / 2, lines, font, size, note: noted, chosen, dim: near && !near.entities.has(entity), align: 'left', width: chosen ? Math.max(...lines.map(measure)) : 0 };
  });
}

/** What stands under a name: how much, or when. */
export function note(entity, language) {
  const amount = MONEY.has(entity.kind.key) && entity.amount !== null ? shortAmount(entity.amount, language, entity.currency) : '';
  const time = when(entity.dates, language);
  return [amount, time].filter(Boolean).join(' · ');
}

/** A label's ink: titles and names plain, figures muted, what can be pressed in the colour of links. */
export function ink(label, line, inks) {
  if (label.more) return inks.mark;
  return label.muted || (label.note && line === label.lines.length - 1) ? inks.muted : inks.ink;
}

function write(context, label, inks) {
  const { x, y, lines, font, size, chosen, dim, align, width } = label;
  context.globalAlpha = dim ? 0.45 : 1;
  context.font = font;
  context.textAlign = align;
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = inks.hull;
  if (chosen) {
    context.fillStyle = inks.ground;
    context.beginPath();
    context.roundRect(x - 3, y - 3, width + 8, lines.length * size * LEADING + 6, 4);
    context.fill();
  }
  lines.forEach((line, n) => {
    context.fillStyle = ink(label, n, inks);
    context.strokeText(line, x, y + n * size * LEADING);
    context.fillText(line, x, y + n * size * LEADING);
  });
  context.globalAlpha = 1;
}

function marks(context, { tiles, places, look }, screen, scale) {
  context.font = `700 11px ${FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const shown = tiles.filter((t) => !closed(t, scale)).flatMap((t) => t.members).filter(contradicted);
  for (const entity of shown) {
    const place = places.get(entity.id);
    const { x, y } = screen(place.x - entity.size, place.y - entity.size);
    context.beginPath();
    context.arc(x, y, 6, 0, 2 * Math.PI);
    context.fillStyle = look.inks.alarm;
    context.fill();
    context.fillStyle = look.inks.ground;
    context.fillText('≠', x, y + 0.5);
  }
}
