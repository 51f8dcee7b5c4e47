// Where the tiles of groups stand: a grid whose columns and rows are as large as what they show; layout.py starts alike.

export const CELL = [166, 35];
export const HEAD = 33;
export const FOOT = 14;
const MARK = 17;
const GAP = 8;
const GAP_CLOSED = 24;
const ROWS = 3;

/** The tile of each group that has something to draw, for what is drawn now: its corner, size and members. */
export function arrange(groups, drawn, shown = {}) {
  const tiles = groups.map((group) => {
    const members = group.members.filter((e) => drawn.has(e));
    const places = placesOf(members, group, shown[group.id] ?? 0);
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

/** Where the members stand in their tile: the first `most` on their own rows, what is drawn besides on the next free ones. */
function placesOf(members, { entity, members: all, slot: [, , wide] }, most) {
  const own = new Set(all.slice(0, most));
  const places = new Map(members.filter((e) => own.has(e) || e === entity).map((e) => [e, [e.x, e.y]]));
  const taken = new Set([...places.values()].map(String));
  const cells = grown(wide);
  for (const guest of members.filter((e) => !places.has(e))) {
    let cell = cells.next().value;
    while (taken.has(String(cell))) cell = cells.next().value;
    places.set(guest, cell);
  }
  return places;
}

/** The rows of a tile in the order in which it grows: down, then to the right, then down again. */
function* grown(wide) {
  const at = (column, row) => [MARK + column * CELL[0], HEAD + MARK + row * CELL[1]];
  let [columns, rows] = [wide, ROWS];
  for (let column = 0; column < columns; column += 1) for (let row = 0; row < rows; row += 1) yield at(column, row);
  for (;;) {
    const higher = Math.max(2 * ROWS, 5 * columns - 1);
    for (; rows < higher; rows += 1) for (let column = 0; column < columns; column += 1) yield at(column, rows);
    for (let row = 0; row < rows; row += 1) yield at(columns, row);
    columns += 1;
  }
}

function sizeOf(places, { slot: [, , wide], entity }) {
  const rowed = [...places].filter(([e]) => e !== entity).map(([, at]) => at);
  const columns = Math.max(wide, ...rowed.map(([x]) => Math.floor(x / CELL[0]) + 1));
  const rows = places.size ? Math.max(ROWS, ...rowed.map(([, y]) => Math.floor((y - HEAD) / CELL[1]) + 1)) : 1;
  return { width: columns * CELL[0] + (wide - 1) * GAP, height: HEAD + rows * CELL[1] + FOOT };
}
