// Names on the picture: the most important first, none over another, more of them as one comes nearer.

const LINE = 19;

/** A name broken into at most two lines that fit under a node. */
export function broken(text, width = LINE) {
  if (text.length <= width) return [text];
  const words = text.split(' ');
  let first = words.shift();
  while (words.length && `${first} ${words[0]}`.length <= width) first += ` ${words.shift()}`;
  const second = words.join(' ');
  return [shortened(first, width), ...(second ? [shortened(second, width)] : [])];
}

/** A text cut where it has no room. */
export function shortened(text, width) {
  return text.length <= width + 2 ? text : `${text.slice(0, width - 1).trimEnd()}…`;
}

/** Boxes that keep free of each other; asks in buckets, so that thousands stay quick. */
export class Boxes {
  constructor(size = 80) {
    this.size = size;
    this.buckets = new Map();
  }

  /** Whether a box is free; a free one is taken. */
  take(box) {
    const keys = this.#keys(box);
    for (const key of keys) {
      if (this.buckets.get(key)?.some((other) => meet(box, other))) return false;
    }
    this.put(box, keys);
    return true;
  }

  put(box, keys = this.#keys(box)) {
    for (const key of keys) {
      if (!this.buckets.has(key)) this.buckets.set(key, []);
      this.buckets.get(key).push(box);
    }
  }

  #keys([x1, y1, x2, y2]) {
    const keys = [];
    for (let x = Math.floor(x1 / this.size); x <= Math.floor(x2 / this.size); x += 1) {
      for (let y = Math.floor(y1 / this.size); y <= Math.floor(y2 / this.size); y += 1) keys.push(`${x},${y}`);
    }
    return keys;
  }
}

function meet([ax1, ay1, ax2, ay2], [bx1, by1, bx2, by2]) {
  return ax1 < bx2 && bx1 < ax2 && ay1 < by2 && by1 < ay2;
}

function boxOf({ width, height }, [x, y]) {
  return [x - width / 2, y, x + width / 2, y + height];
}

/** Which labels to draw, how and where: each has a rank and `forms`, long to short, with the places (middle, top) of each. */
export function placed(labels, nodes, width = Infinity, badges = []) {
  const boxes = new Boxes();
  for (const badge of badges) boxes.put(badge);
  const inside = (form, [x]) => width === Infinity || (x >= form.width / 2 && x <= width - form.width / 2);
  const put = (label) => {
    for (const form of label.forms) {
      const [x, y] = form.places.find((place) => inside(form, place) && boxes.take(boxOf(form, place))) ?? [];
      if (x !== undefined) return [{ ...label, ...form, x, y }];
    }
    if (!label.always) return [];
    const [form] = label.forms;
    const [x, y] = form.places[0];
    boxes.put(boxOf(form, [x, y]));
    return [{ ...label, ...form, x, y }];
  };
  const ranked = labels.slice().sort((a, b) => a.rank - b.rank);
  const titles = ranked.filter((label) => label.title).flatMap(put);
  for (const node of nodes) boxes.put(node);
  return [...titles, ...ranked.filter((label) => !label.title).flatMap(put)];
}
