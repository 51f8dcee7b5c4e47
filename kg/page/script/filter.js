// Which statements, entities and lines pass the reader's choices.

import { span } from './format.js';
import { shortest } from './paths.js';

/** Everything that passes: `entities` by all filters, `drawn` also by the level of detail, `lines` between drawn ones. */
export function choose(graph, state) {
  const statements = passing(graph, state);
  const strict = testimonyAsked(state);
  const near = state.hops > 0 && state.selected?.type === 'entity' ? within(graph, state.selected.id, state.hops, statements) : null;
  const ignoringKind = graph.entities.filter((e) => fits(e, state, statements, strict) && (!near || near.has(e)));
  const entities = new Set(ignoringKind.filter((e) => !state.kindsOff.has(e.kind.id)));
  const paths = state.path ? shortest(graph, state.path.from, state.path.to, statements) : null;
  for (const step of (paths ?? []).flat()) entities.add(step.entity);
  const drawn = detail(graph, state, entities, { near, paths });
  const tied = new Set([...drawn].flatMap((e) => e.lines.filter((l) => drawn.has(l.start) && drawn.has(l.end) && l.said.some((s) => statements.has(s)))));
  const lines = [...tied].sort((a, b) => a.id - b.id);
  return { statements, entities, drawn, lines, ignoringKind, near, paths };
}

const remembered = new WeakMap();

/** The statements that pass; asked again with the same choices, the same set. */
function passing(graph, state) {
  const asked = [state.relationsOff, state.sourcesOff, state.modesOff, state.methodsOff, state.leastSources];
  const known = remembered.get(graph);
  if (known && known.asked.every((choice, n) => choice === asked[n])) return known.statements;
  const statements = new Set(graph.statements.filter((s) => passes(s, state)));
  remembered.set(graph, { asked, statements });
  return statements;
}

function passes(statement, state) {
  if (!statement.asserted || state.relationsOff.has(statement.predicate.id)) return false;
  if (!testimonyAsked(state)) return true;
  if (statement.sources.size < state.leastSources) return false;
  if (!statement.claims.length) return state.leastSources === 0;
  return statement.claims.some(
    (c) => !state.modesOff.has(c.mode) && !state.methodsOff.has(c.method) && !(c.passage && state.sourcesOff.has(c.passage.source.id)),
  );
}

function testimonyAsked({ sourcesOff, modesOff, methodsOff, leastSources }) {
  return sourcesOff.size > 0 || modesOff.size > 0 || methodsOff.size > 0 || leastSources > 0;
}

function fits(entity, state, statements, strict) {
  if (!entity.group || state.groupsOff.has(entity.group.id)) return false;
  if (state.years && !inYears(entity, state)) return false;
  if (!strict || entity === entity.group.entity) return true;
  const said = [...entity.said, ...entity.about, ...entity.lines.flatMap((l) => l.said)];
  return said.some((s) => s.claims.length && statements.has(s));
}

function inYears(entity, { years, undated }) {
  const spans = entity.dates.map((d) => span(d.text)).filter(Boolean);
  if (!spans.length) return undated;
  const first = Math.min(...spans.map(([start]) => start));
  const last = Math.max(...spans.map(([, end]) => end));
  return first < years[1] + 1 && last > years[0];
}

const HUB = 25;

/** Entities within some hops of one; a hub with more ties than the cap is reached but not passed through. */
export function within(graph, id, hops, statements, cap = HUB) {
  const found = new Set([graph.entities[id]]);
  let edge = [graph.entities[id]];
  for (let hop = 0; hop < hops; hop += 1) {
    const next = [];
    for (const entity of edge) {
      if (hop > 0 && entity.lines.length > cap) continue;
      for (const line of entity.lines) {
        if (!line.said.some((s) => statements.has(s))) continue;
        const other = line.start === entity ? line.end : line.start;
        if (!found.has(other)) {
          found.add(other);
          next.push(other);
        }
      }
    }
    edge = next;
  }
  return found;
}

function detail(graph, state, entities, { near, paths }) {
  const drawn = new Set();
  for (const group of graph.groups) {
    const members = group.members.filter((e) => entities.has(e));
    const most = near ? members.length : state.shown[group.id];
    for (const e of members.slice(0, most)) drawn.add(e);
  }
  for (const entity of revealed(graph, state, paths)) {
    if (entities.has(entity)) drawn.add(entity);
  }
  return drawn;
}

/** What is drawn whatever the level of detail: the selection, the paths, the answers of a question. */
function revealed(graph, { selected }, paths) {
  const found = (paths ?? []).flat().map((step) => step.entity);
  if (selected?.type === 'entity') found.push(graph.entities[selected.id]);
  if (selected?.type === 'several') found.push(...selected.ids.map((id) => graph.entities[id]));
  if (selected?.type === 'line') found.push(graph.lines[selected.id].start, graph.lines[selected.id].end);
  return found;
}
