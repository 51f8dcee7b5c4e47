// Search over names, aliases, codes and passages, without accents, in both languages.

import { el, replace } from './dom.js';
import { fold } from './fold.js';
import { nameOf } from './words.js';

const MOST = 30;

/** An index of a graph: what each entity answers to, best first. */
export function searchIndex(graph) {
  const entries = graph.entities.filter((e) => e.place !== 'n').map((entity) => ({
    entity,
    names: Object.values(entity.names).map(fold),
    others: [...entity.aliases.map(fold), ...entity.codes.map(([, code]) => fold(code))],
    passages: null,
  }));
  return { entries };
}

function passagesOf(entry) {
  entry.passages ??= [...new Set(entry.entity.said.flatMap((s) => s.claims.map((c) => c.passage).filter(Boolean)))]
    .map((p) => fold(`${p.prefix} ${p.exact} ${p.suffix}`)).join('\n');
  return entry.passages;
}

/** Entities that answer to a query, best first: by name, then other name or code, then passage. */
export function find({ entries }, query, most = MOST) {
  const words = fold(query).split(' ').filter(Boolean);
  if (!words.length) return [];
  const found = [];
  for (const entry of entries) {
    const score = scoreOf(entry, words);
    if (score !== null) found.push({ entity: entry.entity, ...score });
  }
  found.sort((a, b) => a.score - b.score || b.entity.lines.length - a.entity.lines.length);
  return found.slice(0, most);
}

function scoreOf(entry, words) {
  const all = words.join(' ');
  if (entry.names.includes(all) || entry.others.includes(all)) return { score: 0, where: 'name' };
  if (entry.names.some((n) => n.startsWith(all))) return { score: 1, where: 'name' };
  const has = (texts) => words.every((w) => texts.some((t) => t.includes(w)));
  if (has(entry.names)) return { score: 2, where: 'name' };
  if (has([...entry.names, ...entry.others])) return { score: 3, where: 'other' };
  if (has([...entry.names, ...entry.others, passagesOf(entry)])) return { score: 4, where: 'passage' };
  return null;
}

/** The search box: a combobox with a list, by keyboard as by mouse. */
export function searchBox(parent, index, { say, language, choose, id = 'find', label = say('search') }) {
  let found = [];
  let active = -1;
  const list = el('ul', { id: `${id}-list`, class: 'found', role: 'listbox', 'aria-label': label, hidden: true });
  const count = el('span', { class: 'unseen', role: 'status' });
  const input = el('input', {
    id, type: 'search', role: 'combobox', autocomplete: 'off', spellcheck: 'false', placeholder: label, 'aria-label': label,
    'aria-expanded': 'false', 'aria-controls': `${id}-list`, 'aria-autocomplete': 'list', oninput: refresh, onkeydown: onKey, onblur: () => setTimeout(hide, 150), onfocus: refresh,
  });
  replace(parent, input, list, count);

  function refresh() {
    found = find(index, input.value);
    active = found.length ? 0 : -1;
    draw();
  }
  function draw() {
    const asked = input.value.trim() !== '';
    list.hidden = !asked;
    input.setAttribute('aria-expanded', String(asked));
    count.textContent = !asked ? '' : found.length === 0 ? say('noResult') : found.length === 1 ? say('result') : say('results', { n: found.length });
    list.replaceChildren(...(found.length ? found.map(option) : [el('li', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, say('noResult'))]));
    if (active >= 0) input.setAttribute('aria-activedescendant', `${id}-${active}`);
    else input.removeAttribute('aria-activedescendant');
  }
  function option({ entity, where }, n) {
    const other = where === 'other' ? [...entity.aliases, ...entity.codes.map(([, c]) => c)].find((a) => fold(a).includes(fold(input.value))) : null;
    return el('li', { id: `${id}-${n}`, role: 'option', 'aria-selected': String(n === active), onmousedown: () => pick(n) },
      nameOf(entity.names, language), ' ', el('span', { class: 'note' }, [nameOf(entity.kind.names, language), other, where === 'passage' ? '« … »' : null].filter(Boolean).join(' · ')));
  }
  function pick(n) {
    if (!found[n]) return;
    choose({ type: 'entity', id: found[n].entity.id }, { focus: true });
    hide();
  }
  function hide() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
  }
  function onKey(event) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!found.length) return;
      active = (active + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length;
      draw();
      list.children[active]?.scrollIntoView({ block: 'nearest' });
      event.preventDefault();
    } else if (event.key === 'Enter') pick(active);
    else if (event.key === 'Escape') {
      input.value = '';
      refresh();
    }
  }
}
