// Elements built by hand: text is always text, a link is always http(s), nothing is ever parsed as HTML.

const SVG = 'http://www.w3.org/2000/svg';

/** An element with attributes, listeners (onclick: f) and children (nodes or text). */
export function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The same for SVG. */
export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked' || name === 'selected') element[name] = value;
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A link out of the page, or plain text where the address is not http(s). */
export function link(address, text) {
  const safe = webAddress(address);
  return safe ? el('a', { href: safe, rel: 'noopener noreferrer external', target: '_blank' }, text) : el('span', {}, text);
}

/** The address where it is http or https, else null. */
export function webAddress(address) {
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

/** Replace all children; keeps the keyboard's place where the focused element has a data-key that comes back. */
export function replace(parent, ...children) {
  const before = parent.contains(document.activeElement) ? document.activeElement : null;
  const [key, caret] = [before?.dataset.key, before?.type === 'search' ? before.selectionStart : null];
  const scrolled = [parent.scrollTop, ...[...parent.querySelectorAll('[data-scroll]')].map((e) => e.scrollTop)];
  parent.replaceChildren(...children.flat(3).filter(Boolean));
  [parent.scrollTop] = scrolled;
  parent.querySelectorAll('[data-scroll]').forEach((e, n) => { e.scrollTop = scrolled[n + 1] ?? 0; });
  const after = key ? parent.querySelector(`[data-key="${CSS.escape(key)}"]`) : null;
  after?.focus({ preventScroll: true });
  if (after && caret !== null) after.setSelectionRange(caret, caret);
}
