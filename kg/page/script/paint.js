// What is painted around vis's nodes and lines: groups under them, names, conflict marks and badges over them.

import { contradicted } from './dress.js';
import { shortAmount, when } from './format.js';
import { broken, placed, shortened } from './labels.js';
import { nameOf } from './words.js';

const FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';
const MONEY = new Set(['FundingEnvelope', 'Contribution', 'Investment', 'Contract', 'Funding']);

/** The ground of each group. */
export function drawGroups(context, { circles, look }) {
  for (const circle of circles) {
    context.beginPath();
    context.arc(circle.x, circle.y, circle.radius, 0, 2 * Math.PI);
    context.fillStyle = look.inks.hull;
    context.strokeStyle = look.inks.rim;
    context.lineWidth = 1.5;
    context.fill();
    context.stroke();
  }
}

/** Names that have room, conflict marks, group titles and the badges that show more. */
export function drawLabels(context, picture) {
  const scale = picture.canvas.getScale();
  const screen = (x, y) => picture.canvas.canvasToDOM({ x, y });
  const ratio = context.canvas.width / picture.container.clientWidth;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  picture.badges = badgesOf(context, picture, screen, scale);
  const taken = picture.badges.map(({ screen: { x, y }, size }) => [x - size, y - size, x + size, y + size]);
  const all = [...titles(context, picture, screen, scale), ...names(context, picture, screen, scale)];
  const labels = placed(all, nodeBoxes(picture, screen, scale), picture.container.clientWidth, taken);
  labels.forEach((label) => write(context, label, picture.look.inks));
  picture.labels = labels;
  marks(context, picture, screen, scale);
  drawBadges(context, picture);
  context.restore();
}

function nodeBoxes({ places, graph }, screen, scale) {
  return [...places].map(([id, place]) => {
    const { x, y } = screen(place.x, place.y);
    const half = Math.max(3, graph.entities[id].size * scale);
    return [x - half, y - half, x + half, y + half];
  });
}

function titles(context, { circles, look, container }, screen, scale) {
  return circles.map((circle) => {
    const reach = circle.radius * scale;
    const { x, y } = screen(circle.x, circle.y);
    const size = reach < 60 ? 12 : 16;
    const form = (lines) => {
      const box = measured(context, lines, `700 ${size}px ${FONT}`, size);
      const middle = Math.min(Math.max(x, box.width / 2), Math.max(box.width / 2, container.clientWidth - box.width / 2));
      const at = x < 0 || x > container.clientWidth ? x : middle;
      return { ...box, places: [[at, y - reach - size * 0.75], [at, y - reach - box.height - 2], [at, y - reach + 4]] };
    };
    const name = look.groupName(circle.group);
    return { key: `g${circle.group.id}`, forms: [form([name]), form(broken(name, 16))], rank: -1e6 + circle.group.id, title: true, always: reach > 45 };
  });
}

function names(context, picture, screen, scale) {
  const { hovered, selected, near } = picture;
  return picture.circles.flatMap(({ members, group }) =>
    members.filter((entity) => entity !== group.entity || scale > 0.9).map((entity, rank) => {
      const place = picture.places.get(entity.id);
      const chosen = entity.id === hovered || (selected?.type === 'entity' && entity.id === selected.id);
      const forms = formsOf(context, entity, picture, { at: screen(place.x, place.y), scale, chosen });
      const dim = near && !near.entities.has(entity);
      return { key: entity.id, forms, rank: chosen ? -1e7 : rank * 100 + group.id + (near && !dim ? -1e5 : 0), always: chosen, chosen, dim };
    }),
  );
}

/** A name in the forms that may stand beside its node: with its figures, without, in one short line. */
function formsOf(context, entity, { look }, { at, scale, chosen }) {
  const name = nameOf(entity.names, look.language);
  const size = chosen ? 13 : 12;
  const form = (lines, last = false) => {
    const box = measured(context, lines, `${chosen ? 700 : 500} ${size}px ${FONT}`, size);
    return { ...box, note: last, places: around(at.x, at.y, entity.size * scale + 3, box) };
  };
  const lines = broken(name, chosen ? 40 : undefined);
  const more = scale < 0.35 && !chosen ? '' : note(entity, look.language);
  const forms = more ? [form([...lines, more], true), form(lines)] : [form(lines)];
  if (lines.length > 1 && !chosen) forms.push(form([shortened(name, 18)]));
  return forms;
}

/** Where a name may stand: under the node, over it, right, left. */
function around(x, y, reach, { width, height }) {
  return [[x, y + reach], [x, y - reach - height], [x + reach + width / 2, y - height / 2], [x - reach - width / 2, y - height / 2]];
}

/** What stands under a name: how much, or when. */
export function note(entity, language) {
  const amount = MONEY.has(entity.kind.key) && entity.amount !== null ? shortAmount(entity.amount, language) : '';
  const time = when(entity.dates, language);
  return [amount, time].filter(Boolean).join(' · ');
}

const widths = new Map();

function measured(context, lines, font, size) {
  const key = font + lines.join('\n');
  if (!widths.has(key)) {
    context.font = font;
    widths.set(key, Math.max(...lines.map((line) => context.measureText(line).width)));
  }
  return { lines, font, size, width: widths.get(key) + 6, height: lines.length * size * 1.18 + 2 };
}

function write(context, { x, y, lines, font, size, note: last, chosen, title, dim }, inks) {
  context.globalAlpha = dim ? 0.45 : 1;
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  context.lineWidth = chosen ? 6 : 4;
  context.strokeStyle = title ? inks.hull : inks.ground;
  lines.forEach((line, n) => {
    context.fillStyle = last && n === lines.length - 1 ? inks.muted : inks.ink;
    context.strokeText(line, x, y + n * size * 1.18);
    context.fillText(line, x, y + n * size * 1.18);
  });
  context.globalAlpha = 1;
}

function marks(context, { places, graph, look }, screen, scale) {
  context.font = `700 13px ${FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const [id, place] of places) {
    const entity = graph.entities[id];
    if (!contradicted(entity) || scale < 0.2) continue;
    const { x, y } = screen(place.x + entity.size * 1.1, place.y - entity.size * 1.1);
    const reach = Math.min(8, 5 + 6 * scale);
    disc(context, x, y, reach, look.inks.alarm);
    context.fillStyle = look.inks.ground;
    context.fillText('≠', x, y + 0.5);
  }
}

/** The badges that show more, where groups have more to show: their place, text and size. */
function badgesOf(context, { circles, hidden }, screen, scale) {
  context.font = `700 12px ${FONT}`;
  return circles.filter((c) => hidden.get(c.group)).map((circle) => {
    const open = circle.members.length > 0;
    const aside = open ? Math.max(0, circle.radius - 14 / scale) * Math.SQRT1_2 : 0;
    const at = { x: circle.x + aside, y: circle.y + aside };
    const text = open ? `+${hidden.get(circle.group)}` : String(hidden.get(circle.group));
    const reach = Math.max(11, context.measureText(text).width / 2 + 5);
    return { ...at, ...{ screen: screen(at.x, at.y) }, text, open, group: circle.group, size: reach, reach: (open ? reach : Math.max(reach, circle.radius * scale)) / scale };
  });
}

function drawBadges(context, { badges, look }) {
  context.font = `700 12px ${FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { screen: { x, y }, text, size, open } of badges) {
    if (open) disc(context, x, y, size, look.inks.mark);
    context.fillStyle = open ? look.inks.ground : look.inks.ink;
    context.fillText(text, x, y + 0.5);
  }
}

function disc(context, x, y, reach, ink) {
  context.beginPath();
  context.arc(x, y, reach, 0, 2 * Math.PI);
  context.fillStyle = ink;
  context.fill();
}
