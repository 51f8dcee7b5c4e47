// Where the tiles of groups stand: a grid whose columns and rows are as large as what they show; layout.py starts alike.

export const CELL = [166, 35];
export const HEAD = 33;
export const FOOT = 14;
const MARK = 17;
const GAP = 8;
const GAP_CLOSED = 44;
const ROWS = 3;

/** The tile of each group that has something to draw, for what is drawn now: its corner, size and members. */
export function arrange(groups, drawn, compact = false) {
  const tiles = groups.map((group) => {
    const members = group.members.filter((e) => drawn.has(e));
    const places = placesOf(members, group.entity, compact);
    return { group, members, places, ...sizeOf(places, group) };
  });
  const gap = tiles.some((t) => t.members.length) ? GAP : GAP_CLOSED;
  const [widths, heights] = [new Map(), new Map()];
  for (const { group: { slot: [column, row, wide] }, width, height } of tiles) {
    for (let c = column; c < column + wide; c += 1) widths.set(c, Math.max(widths.get(c) ?? 0, (width - (wide - 1) * GAP) / wide));
    heights.set(row, Math.max(heights.get(row) ?? 0, height));
  }
  const start = (sizes, place) => [...sizes].reduce((sum, [n, size]) => (n < place ? sum + size + gap : sum), 0);
  return tiles.map((tile) => ({ ...tile, x: start(widths, tile.group.slot[0]), y: start(heights, tile.group.slot[1]) }));
}

/** Where the members stand in their tile: always on the same row; `compact`, on the first rows, without gaps. */
function placesOf(members, head, compact) {
  const places = new Map(members.map((e) => [e, [e.x, e.y]]));
  if (!compact) return places;
  const rowed = members.filter((e) => e !== head);
  const rows = Math.max(ROWS, Math.ceil(Math.sqrt(rowed.length) * 2));
  rowed.forEach((e, n) => places.set(e, [MARK + Math.floor(n / rows) * CELL[0], HEAD + MARK + (n % rows) * CELL[1]]));
  return places;
}

function sizeOf(places, { slot: [, , wide], entity }) {
  const rowed = [...places].filter(([e]) => e !== entity).map(([, at]) => at);
  const columns = Math.max(wide, ...rowed.map(([x]) => Math.floor(x / CELL[0]) + 1));
  const rows = places.size ? Math.max(ROWS, ...rowed.map(([, y]) => Math.floor((y - HEAD) / CELL[1]) + 1)) : 1;
  return { width: columns * CELL[0] + (wide - 1) * GAP, height: HEAD + rows * CELL[1] + FOOT };
}
