// What the map's points stand for: towns with all that is in them, regions with what is somewhere in them; none over another.

import { nameOf } from './words.js';

const SMALLEST = 6;
const ROUNDS = 60;

/** The points to draw, the fullest first; `unit` is what a pixel measures on the map. */
export function spotsOf({ choice, language, state, graph }, unit, frame) {
  const selected = new Set(state.selected?.type === 'several' ? state.selected.ids : state.selected?.type === 'entity' ? [state.selected.id] : []);
  const found = new Map();
  for (const entity of choice.entities) {
    const point = pointOf(entity);
    if (!point || entity.place !== 'node' || entity.kind.key === 'Region' || entity.kind.key === 'Country') continue;
    const key = point.join();
    if (!found.has(key)) found.set(key, { x: point[0], y: point[1], exact: Boolean(point[2]), entities: [] });
    found.get(key).entities.push(entity);
  }
  const inside = ({ x, y }) => x >= frame[0] && x <= frame[0] + frame[2] && y >= frame[1] && y <= frame[1] + frame[3];
  const named = [...found.values()].filter((s) => graph && inside(s)).map((spot) => withName(spot, language, unit));
  named.sort((a, b) => b.entities.length - a.entities.length || a.x - b.x || a.y - b.y);
  const spots = merged(named, unit, selected);
  apart(spots, unit);
  return spots;
}

/** Where an entity is drawn: its own place, else the middle of the region whose group it is in. */
function pointOf(entity) {
  const region = entity.group?.entity?.point;
  return entity.point ?? (region ? [region[0], region[1], 0] : null);
}

function withName(spot, language, unit) {
  const town = spot.entities.find((e) => e.kind.key === 'City') ?? spot.entities.find((e) => e.kind.key === 'Place');
  const name = nameOf((spot.exact && town ? town : spot.entities[0]).names, language);
  return { ...spot, name, town: spot.exact && town ? name : null, towns: spot.exact ? [name] : [], reach: reachOf(spot.entities.length, unit) };
}

function reachOf(count, unit) {
  return (count < 2 ? 4.5 : Math.min(17, SMALLEST + 1.4 * Math.sqrt(count))) * unit;
}

/** Towns whose points would cover each other, as one point that bears the name of the fullest. */
function merged(spots, unit, selected) {
  const kept = [];
  for (const spot of spots) {
    const near = spot.exact ? kept.find((k) => k.exact && Math.hypot(k.x - spot.x, k.y - spot.y) < k.reach + 0.4 * spot.reach) : null;
    const chosen = spot.entities.some((e) => selected.has(e.id));
    if (!near || chosen) kept.push(spot);
    else {
      near.entities = [...near.entities, ...spot.entities];
      near.towns = [...near.towns, ...spot.towns];
      near.reach = reachOf(near.entities.length, unit);
    }
  }
  return kept;
}

/** Moves points off each other: a town hardly, what is only known to be in the region as far as it must. */
function apart(spots, unit) {
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (const a of spots) {
      for (const b of spots) {
        if (spots.indexOf(a) >= spots.indexOf(b)) continue;
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const far = Math.hypot(dx, dy) || 1e-3;
        const lacking = a.reach + b.reach + unit - far;
        if (lacking <= 0) continue;
        moved = true;
        const share = a.exact === b.exact ? 0.5 : a.exact ? 0.05 : 0.95;
        const [ux, uy] = far > 0.01 ? [dx / far, dy / far] : [1, 0];
        a.x -= ux * lacking * share;
        a.y -= uy * lacking * share;
        b.x += ux * lacking * (1 - share);
        b.y += uy * lacking * (1 - share);
      }
    }
    if (!moved) return;
  }
}
