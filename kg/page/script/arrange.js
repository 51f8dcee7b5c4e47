// Where groups stand when some of them show more: the others move away along their own ray, nobody else moves.

export const CELL = [174, 122];
const PAD = CELL[0] / 2;

/** The middle and radius of each group that has something to draw, for what is drawn now. */
export function arrange(groups, drawn, sizes = () => 1) {
  const circles = groups.map((group) => {
    const members = group.members.filter((e) => drawn.has(e));
    const first = group.members.filter((e) => e.place === 'node').slice(0, group.shown);
    const size = Math.sqrt(sizes(group)) * 6 + 30;
    return {
      group, x: group.x, y: group.y,
      base: first.length ? reach(first) : size,
      radius: members.length ? reach(members) : size,
      members,
    };
  });
  for (const grown of circles) {
    const extra = grown.radius - grown.base;
    if (extra <= 0) continue;
    for (const other of circles) {
      if (other === grown) continue;
      const [dx, dy] = [other.x - grown.x, other.y - grown.y];
      const far = Math.hypot(dx, dy) || 1;
      other.x += (dx / far) * extra;
      other.y += (dy / far) * extra;
    }
  }
  return circles;
}

function reach(members) {
  return Math.max(...members.map((e) => Math.hypot(e.x, e.y))) + PAD;
}
