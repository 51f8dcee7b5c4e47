// The map: French regions and Europe as outlines, what the selection has there as points; no tiles, no request.

import { el, svg } from './dom.js';
import { movable } from './mapmove.js';
import { spotsOf } from './spots.js';
import { nameOf } from './words.js';

const FRAMES = { france: [-880, -40, 930, 800], europe: [-1300, -1250, 2700, 2450] };
const FOOT = 42;

/** The map of what passes the filters, in a frame of so many pixels. */
export function map(context, { width: across, height: down }) {
  const { say, graph, state, set } = context;
  const frame = frameOf(state.frame);
  const [x, y, width, height] = frame;
  const unit = Math.max(width / Math.max(240, across), height / Math.max(200, down - FOOT));
  const spots = spotsOf(context, unit, frame);
  const drawing = svg('svg', { id: 'map', class: 'drawing', role: 'group', 'aria-label': say('map'), viewBox: `${x} ${y} ${width} ${height}`, preserveAspectRatio: 'xMidYMid meet' },
    svg('g', { class: 'countries', 'aria-hidden': 'true' }, graph.map.countries.map((c) => svg('path', { d: c.d }))),
    svg('g', { class: 'regions' }, graph.map.regions.map((region) => regionShape(region, context, unit))),
    svg('g', { class: 'spots' }, spots.map((spot) => dot(spot, context, unit))),
    names(spots, unit),
  );
  movable(drawing, frame, (moved) => set({ frame: moved.map(Math.round).join(' ') }));
  const frames = ['france', 'europe'].map((name) => el('button', { type: 'button', 'data-key': `frame-${name}`, 'aria-pressed': String(state.frame === name), onclick: () => set({ frame: name }) }, say(`frame_${name}`)));
  const zoom = (factor) => set({ frame: nearer(frame, factor, context).join(' ') });
  frames.push(...[['zoomIn', '+', 0.6], ['zoomOut', '−', 1.7]].map(([name, text, factor]) => el('button', { type: 'button', 'data-key': `map-${name}`, title: say(name), 'aria-label': say(name), onclick: () => zoom(factor) }, text)));
  const absent = [...context.choice.entities].filter((e) => !e.point && !e.group?.entity?.point && e.place === 'node').length;
  return [el('div', { class: 'onstage', role: 'group', 'aria-label': say('mapFrame') }, frames), drawing, el('p', { class: 'attribution' }, absent ? `${say('notOnMap', { n: absent })} ` : '', say('mapSource'))];
}

/** The frame of a name, or of four numbers. */
function frameOf(name) {
  const numbers = name.split(' ').map(Number);
  return FRAMES[name] ?? (numbers.length === 4 && numbers.every(Number.isFinite) && numbers[2] > 0 && numbers[3] > 0 ? numbers : FRAMES.france);
}

/** A smaller or larger frame, around the selection where it has a place. */
function nearer([x, y, width, height], factor, { state, graph }) {
  const chosen = state.selected?.type === 'several' ? state.selected.ids[0] : state.selected?.id;
  const point = state.selected && state.selected.type !== 'line' ? graph.entities[chosen].point : null;
  const [cx, cy] = point ?? [x + width / 2, y + height / 2];
  const wide = Math.min(3200, Math.max(60, width * factor));
  const high = (wide / width) * height;
  return [cx - wide / 2, cy - high / 2, wide, high].map(Math.round);
}

/** The region entity of a code, if the graph has one. */
function regionEntity(graph, code) {
  return graph.entities.find((e) => e.kind.key === 'Region' && e.codes.some(([name, c]) => name === 'rs:inseeCode' && c === code));
}

function regionShape(region, context, unit) {
  const { graph, choice, choose, language, state } = context;
  const entity = regionEntity(graph, region.code);
  const group = entity && graph.groups.find((g) => g.entity === entity);
  const count = group ? group.members.filter((e) => choice.entities.has(e)).length : 0;
  const chosen = entity && state.selected?.type === 'entity' && state.selected.id === entity.id;
  const depth = count === 0 ? 0 : count < 20 ? 1 : count < 60 ? 2 : 3;
  const shape = { d: region.d, class: `region depth${depth}${chosen ? ' chosen' : ''}`, 'stroke-width': unit };
  if (!entity) return svg('path', { ...shape, 'aria-hidden': 'true' });
  const open = () => choose({ type: 'entity', id: entity.id });
  const name = nameOf(entity.names, language);
  return svg('path', { ...shape, role: 'button', tabindex: 0, 'data-key': `m${region.code}`, 'aria-pressed': String(Boolean(chosen)), 'aria-label': `${name}: ${count}`, onclick: open, onkeydown: (e) => pressed(e, open) }, svg('title', {}, `${name}: ${count}`));
}

function dot(spot, context, unit) {
  const { choose, state, say, look } = context;
  const ids = spot.entities.map((e) => e.id);
  const chosen = state.selected && (state.selected.ids ?? [state.selected.id]).some((id) => state.selected.type !== 'line' && ids.includes(id));
  const open = () => choose(ids.length === 1 ? { type: 'entity', id: ids[0] } : { type: 'several', ids });
  const also = spot.towns.length > 1 ? `, ${say('alsoThere', { names: spot.towns.slice(1).join(', ') })}` : '';
  const title = `${spot.town ?? spot.name}${also}: ${ids.length}${spot.exact ? '' : ` (${say('regionOnly')})`}`;
  return svg('g', { class: `spot${chosen ? ' chosen' : ''}`, role: 'button', tabindex: 0, 'data-key': `p${ids[0]}`, 'aria-pressed': String(Boolean(chosen)), 'aria-label': title, onclick: open, onkeydown: (e) => pressed(e, open) },
    svg('title', {}, title),
    svg('circle', { cx: spot.x, cy: spot.y, r: spot.reach, class: spot.exact ? 'exact' : 'about', fill: spot.exact ? look.inks.mark : look.inks.ground, 'stroke-width': 1.4 * unit, 'stroke-dasharray': spot.exact ? null : `${3 * unit} ${2 * unit}` }),
    ids.length > 1 ? svg('text', { x: spot.x, y: spot.y + 3.6 * unit, 'text-anchor': 'middle', 'font-size': 10.5 * unit, class: spot.exact ? 'count' : 'count about', 'aria-hidden': 'true' }, String(ids.length)) : null,
  );
}

function names(spots, unit) {
  const taken = spots.map((s) => [s.x - s.reach, s.y - s.reach, s.x + s.reach, s.y + s.reach]);
  const free = (box) => taken.every((o) => box[0] > o[2] || box[2] < o[0] || box[1] > o[3] || box[3] < o[1]);
  return svg('g', { class: 'names', 'aria-hidden': 'true' }, spots.filter((s) => s.town).map((s) => {
    const text = s.towns.length > 1 ? `${s.town} +${s.towns.length - 1}` : s.town;
    const [width, reach] = [text.length * 7.2 * unit, s.reach + 3 * unit];
    const places = [[s.x + reach, s.y + 4 * unit], [s.x - reach - width, s.y + 4 * unit], [s.x - width / 2, s.y + reach + 9 * unit], [s.x - width / 2, s.y - reach - 1 * unit]];
    const boxOf = ([x, y]) => [x, y - 10 * unit, x + width, y + 3 * unit];
    const place = places.find((p) => free(boxOf(p)));
    if (!place) return null;
    taken.push(boxOf(place));
    return svg('text', { x: place[0], y: place[1], 'font-size': 12 * unit, 'stroke-width': 3 * unit }, text);
  }));
}

function pressed(event, open) {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  open();
}
