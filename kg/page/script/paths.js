// All shortest paths between two entities, over the lines that pass the filters.

const MOST = 20;

/** The shortest paths as lists of {entity, line}, the first without a line; at most twenty of them. */
export function shortest(graph, from, to, statements, most = MOST) {
  const start = graph.entities[from];
  const goal = graph.entities[to];
  const before = search(start, goal, statements);
  if (!before.has(goal)) return [];
  const found = [];
  const walk = (entity, rest) => {
    if (found.length >= most) return;
    if (entity === start) found.push([{ entity: start, line: null }, ...rest]);
    else for (const { entity: previous, line } of before.get(entity).steps) walk(previous, [{ entity, line }, ...rest]);
  };
  walk(goal, []);
  return found;
}

function search(start, goal, statements) {
  const before = new Map([[start, { depth: 0, steps: [] }]]);
  let edge = [start];
  for (let depth = 1; edge.length && !before.has(goal); depth += 1) {
    const next = [];
    for (const entity of edge) {
      for (const line of entity.lines) {
        if (!line.said.some((s) => statements.has(s))) continue;
        const other = line.start === entity ? line.end : line.start;
        const known = before.get(other);
        if (!known) {
          before.set(other, { depth, steps: [{ entity, line }] });
          next.push(other);
        } else if (known.depth === depth) known.steps.push({ entity, line });
      }
    }
    edge = next;
  }
  return before;
}
