// Names in the room that they have: broken between words, shortened with an ellipsis, never over one another.

/** A text in at most `most` lines, none wider than `width` by the given measure; the last is shortened if it must. */
export function fitted(text, width, most, measure) {
  return broken(text, width, most, measure).map((line) => shortened(line, width, measure));
}

const PARTS = /[^\s-]+-?\s*|-+\s*/gu;
/** Words; what stands in brackets stays together. */
export const WORDS = /\([^()]*\)\S*\s*|\S+\s*/gu;

/** A text in at most `most` lines, broken between words and after hyphens; the last line holds all that is left. */
export function broken(text, width, most, measure, apart = PARTS) {
  const lines = [];
  let rest = text.match(apart) ?? [text];
  while (rest.length && lines.length < most) {
    const last = lines.length === most - 1;
    let count = 1;
    while (count < rest.length && measure(joined(rest.slice(0, count + 1))) <= width) count += 1;
    lines.push(joined(rest.slice(0, last ? rest.length : count)));
    rest = last ? [] : rest.slice(count);
  }
  return lines;
}

function joined(parts) {
  return parts.join('').trim();
}

/** The text, or as much of it as fits before an ellipsis. */
export function shortened(text, width, measure) {
  if (measure(text) <= width) return text;
  let [least, most] = [0, text.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (measure(`${text.slice(0, middle).trimEnd()}…`) <= width) least = middle;
    else most = middle - 1;
  }
  return least ? `${text.slice(0, least).trimEnd()}…` : '';
}
