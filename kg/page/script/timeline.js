// The timeline: periods as bars, events as points, each row an entity of the selection; by region, then by date.

import { el, svg } from './dom.js';
import { contradicted } from './dress.js';
import { date, span } from './format.js';
import { broken, WORDS } from './labels.js';
import { outline } from './shapes.js';
import { nameOf } from './words.js';

const ROW = 26;
const ROW_NARROW = 40;
const TOP = 30;
const NARROW = 620;
const LABEL = 46;
const SMALL = 11 / 13;
const FONT = '13px system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';

/** The timeline of what passes the filters, as an SVG as wide as `width`. */
export function timeline(context, width) {
  const { say, choice } = context;
  const rows = [...choice.entities].filter((e) => e.dates.length && e.kind.key !== 'Source').map(rowOf).filter(Boolean);
  if (!rows.length) return el('p', { class: 'empty' }, say('noDates'));
  rows.sort((a, b) => a.entity.group.id - b.entity.group.id || a.first - b.first || a.entity.id - b.entity.id);
  const scale = scaleOf(rows, width);
  const lines = withHeadings(rows);
  const height = TOP + lines.length * scale.row + 10;
  const measure = measuring();
  const drawing = svg('svg', { id: 'timeline', class: 'drawing', role: 'group', 'aria-label': say('timeline'), width, height, viewBox: `0 0 ${width} ${height}` },
    axis(scale, height),
    lines.map((line, n) => (line.heading ? heading(line.heading, n, context, scale) : row(line, n, { ...scale, measure }, context))),
  );
  return [svg('svg', { class: 'drawing years', 'aria-hidden': 'true', width, height: TOP, viewBox: `0 0 ${width} ${TOP}` }, axis(scale, TOP)), drawing];
}

function measuring() {
  const context = document.createElement('canvas').getContext('2d');
  context.font = FONT;
  return (text) => context.measureText(text).width;
}

function rowOf(entity) {
  const dates = entity.dates.map((d) => ({ ...d, span: span(d.text) })).filter((d) => d.span);
  if (!dates.length) return null;
  return { entity, dates, first: Math.min(...dates.map((d) => d.span[0])), last: Math.max(...dates.map((d) => d.span[1])) };
}

function withHeadings(rows) {
  const lines = [];
  rows.forEach((r, n) => {
    if (n === 0 || rows[n - 1].entity.group !== r.entity.group) lines.push({ heading: r.entity.group });
    lines.push(r);
  });
  return lines;
}

function scaleOf(rows, width) {
  const narrow = width < NARROW;
  const left = narrow ? 12 : Math.min(400, width * 0.44);
  const firsts = rows.map((r) => r.first).sort((a, b) => a - b);
  const most = firsts[Math.floor(firsts.length / 12)];
  const years = [Math.floor(Math.max(firsts[0], most - 1)), Math.ceil(Math.max(...rows.map((r) => r.last)))];
  const room = width - left - 26;
  const x = (year) => left + ((Math.max(year, years[0]) - years[0]) / Math.max(1, years[1] - years[0])) * room;
  return { x, years, left, narrow, width, row: narrow ? ROW_NARROW : ROW };
}

function axis({ x, years }, height) {
  const step = [1, 2, 5, 10, 25, 50, 100, 250].find((s) => ((years[1] - years[0]) / s) * LABEL < x(years[1]) - x(years[0])) ?? 500;
  const ticks = [];
  for (let year = Math.ceil(years[0] / step) * step; year <= years[1]; year += step) ticks.push(year);
  return svg('g', { class: 'axis', 'aria-hidden': 'true' }, ticks.map((year) => [
    svg('line', { x1: x(year), x2: x(year), y1: TOP - 6, y2: height }),
    svg('text', { x: x(year), y: TOP - 12, 'text-anchor': 'middle' }, String(year)),
  ]));
}

function heading(group, n, { look }, { row: high, width }) {
  const y = TOP + n * high + high - ROW;
  return svg('g', { class: 'heading' }, svg('rect', { x: 0, y: y + 2, width, height: ROW - 4 }), svg('text', { x: 8, y: y + 18 }, look.groupName(group)));
}

function row({ entity, dates, first }, n, scale, context) {
  const { language, look, choose, state } = context;
  const top = TOP + n * scale.row;
  const y = top + scale.row - ROW / 2;
  const style = look.styles.get(entity.kind);
  const name = nameOf(entity.names, language);
  const chosen = state.selected?.type === 'entity' && state.selected.id === entity.id;
  const open = () => choose({ type: 'entity', id: entity.id });
  const said = `${name}, ${nameOf(entity.kind.names, language)}: ${dates.map((d) => date(d.text, language)).join(', ')}`;
  return svg('g', { class: chosen ? 'item chosen' : 'item', role: 'button', tabindex: 0, 'data-key': `t${entity.id}`, 'aria-label': said, 'aria-pressed': String(chosen), onclick: open, onkeydown: (e) => pressed(e, open) },
    svg('title', {}, said),
    svg('rect', { class: 'hit', x: 0, y: top, width: scale.width, height: scale.row }),
    first < scale.years[0] ? svg('text', { x: scale.left - 3, y: y + 4, 'text-anchor': 'middle', class: 'before' }, '‹') : null,
    marks(dates, y, scale, { style, alarm: contradicted(entity) }),
    label(name, top, y, scale),
  );
}

/** A name over its marks where the page is narrow, else beside them, on two lines where one is too short. */
function label(name, top, y, { narrow, left, measure }) {
  if (narrow) return svg('text', { x: 8, y: top + 14 }, name);
  const room = left - 24;
  if (measure(name) <= room) return svg('text', { x: left - 14, y: y + 4, 'text-anchor': 'end' }, name);
  const lines = broken(name, room, 2, (text) => measure(text) * SMALL, WORDS);
  return svg('text', { class: 'small', 'text-anchor': 'end' }, lines.map((line, n) => svg('tspan', { x: left - 14, y: y + (lines.length > 1 ? -2 : 4) + n * 12 }, `${line} `)));
}

function pressed(event, open) {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  open();
}

function marks(dates, y, { x }, { style, alarm }) {
  const start = dates.find((d) => d.role === 'startDate');
  const end = dates.find((d) => d.role === 'endDate');
  const paint = { fill: style.fill, class: alarm ? 'mark alarm' : 'mark' };
  const found = [];
  if (start && end && start.text !== end.text) {
    const width = Math.max(6, x(end.span[1]) - x(start.span[0]));
    found.push(svg('rect', { x: x(start.span[0]), y: y - 6, width, height: 12, rx: 3, ...paint }));
  }
  for (const d of dates) {
    if (found.length && (d === start || d === end)) continue;
    const [from, to] = d.span.map(x);
    if (to - from > 14) found.push(svg('rect', { x: from, y: y - 2, width: to - from, height: 4, rx: 2, class: 'whenabouts', fill: style.fill }));
    found.push(outline(style.shape, (from + to) / 2, y, 7, paint));
  }
  return found;
}
