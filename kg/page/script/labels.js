// Names in the room that they have: broken between words, shortened with an ellipsis, never over one another.

/** A text in at most `most` lines, none wider than `width` by the given measure; the last is shortened if it must. */
export function fitted(text, width, most, measure) {
  return broken(text, width, most, measure).map((line) => shortened(line, width, measure));
}

/** A text in at most `most` lines; the last one holds all that is left. */
export function broken(text, width, most, measure) {
  const lines = [];
  let rest = pieces(text);
  while (rest.length && lines.length < most) {
    const last = lines.length === most - 1;
    let count = 1;
    while (count < rest.length && measure(joined(rest.slice(0, count + 1))) <= width) count += 1;
    lines.push(joined(rest.slice(0, last ? rest.length : count)));
    rest = last ? [] : rest.slice(count);
  }
  return lines;
}

/** Words, and the parts of a word with hyphens, each with what parts it from the next. */
function pieces(text) {
  return text.match(/[^\s-]+-?\s*|-+\s*/gu) ?? [text];
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
