// How a node and a line look: kind by colour and shape, doubt by dashes, sources by width, the rest dimmed.

const PLANNED = new Set(['planned', 'ambition']);

/** What is near the selection: everything else is dimmed; null where nothing is selected. */
export function dress({ graph, selected, choice }) {
  if (choice.paths?.length) {
    const steps = choice.paths.flat();
    return { entities: new Set(steps.map((s) => s.entity)), lines: new Set(steps.map((s) => s.line)) };
  }
  if (!selected) return null;
  if (selected.type === 'several') return { entities: new Set(selected.ids.map((id) => graph.entities[id])), lines: new Set() };
  if (selected.type === 'line') {
    const line = graph.lines[selected.id];
    return { entities: new Set([line.start, line.end]), lines: new Set([line]) };
  }
  const entity = graph.entities[selected.id];
  if (entity.group?.entity === entity) {
    const members = new Set(entity.group.members);
    return { entities: members, lines: new Set(choice.lines.filter((l) => members.has(l.start) && members.has(l.end))) };
  }
  const lines = new Set(choice.lines.filter((l) => l.start === entity || l.end === entity));
  return { entities: new Set([entity, ...[...lines].flatMap((l) => [l.start, l.end])]), lines };
}

/** A node as vis draws it. */
export function node(entity, picture, near) {
  const { places, look, selected } = picture;
  const style = look.styles.get(entity.kind);
  const chosen = selected?.type === 'entity' && selected.id === entity.id;
  const dim = near && !near.entities.has(entity);
  const colours = { background: style.fill, border: chosen ? look.inks.mark : look.inks.border };
  return {
    id: entity.id,
    ...places.get(entity.id),
    shape: style.shape,
    size: entity.size,
    color: { ...colours, highlight: colours, hover: colours },
    borderWidth: chosen ? 3 : 1,
    borderWidthSelected: 3,
    shapeProperties: { borderDashes: machineMade(entity) ? [2, 3] : false },
    opacity: dim ? 0.22 : 1,
  };
}

/** A line as vis draws it: arrows where statements point, dashes for plans and conflicts, dots for machine-made. */
export function edge(line, { look, selected, choice }, near) {
  const said = line.said.filter((s) => choice.statements.has(s));
  const chosen = selected?.type === 'line' && selected.id === line.id;
  const close = near?.lines.has(line);
  const disputed = said.some((s) => s.disputed);
  const ink = chosen || close ? look.inks.mark : disputed ? look.inks.alarm : look.inks.line;
  const opacity = near && !close ? 0.12 : chosen || close ? 1 : 0.55;
  const sources = new Set(said.flatMap((s) => [...s.sources]));
  return {
    id: line.id,
    from: line.start.id,
    to: line.end.id,
    arrows: arrows(line, said),
    width: (sources.size > 1 ? 2.2 : 1) + (chosen ? 2 : 0),
    color: { color: ink, highlight: ink, hover: look.inks.mark, opacity },
    dashes: dashes(said, disputed),
  };
}

function arrows(line, said) {
  const to = said.some((s) => s.object === line.end || (s.subject !== line.start && s.subject !== line.end));
  const from = said.some((s) => s.object === line.start && s.subject === line.end);
  const arrow = (enabled) => ({ enabled, scaleFactor: 0.35 });
  return { to: arrow(to), from: arrow(from) };
}

function dashes(said, disputed) {
  if (said.length && said.every((s) => s.machine)) return [2, 4];
  const planned = said.some((s) => s.claims.length) && said.every((s) => s.claims.every((c) => PLANNED.has(c.mode)));
  return disputed || planned ? [8, 5] : false;
}

/** Whether all that is said of an entity was extracted by machine. */
export function machineMade(entity) {
  const claimed = entity.said.filter((s) => s.asserted && s.claims.length);
  return claimed.length > 0 && claimed.every((s) => s.machine);
}

/** Whether sources contradict each other about an entity. */
export function contradicted(entity) {
  return entity.said.some((s) => s.disputed);
}
