// The row above the picture: views as tabs, language, light or dark, sharing, taking away.

import { el } from './dom.js';
import { asPng, asSvg, svgText } from './pictures.js';
import { csv, hand, jsonld } from './take.js';

export const VIEWS = ['network', 'timeline', 'map', 'table', 'questions'];

/** The views, as tabs. */
export function tabs(context) {
  const { say, state, set, graph } = context;
  const has = { network: true, table: true, timeline: context.bounds, map: graph.entities.some((e) => e.point), questions: graph.questions.length };
  const present = VIEWS.filter((view) => has[view] || view === state.view);
  const move = (event, n) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    set({ view: present[(n + step + present.length) % present.length] });
    document.querySelector('[role="tab"][aria-selected="true"]')?.focus();
  };
  return el('div', { role: 'tablist', 'aria-label': say('views') }, present.map((view, n) =>
    el('button', { type: 'button', role: 'tab', id: `tab-${view}`, 'data-key': `tab-${view}`, 'aria-selected': String(view === state.view), 'aria-controls': 'stage', tabindex: view === state.view ? '0' : '-1', onclick: () => set({ view }), onkeydown: (e) => move(e, n) }, say(view))));
}

/** A word where there is room, a sign where there is not; the word is what a screen reader says. */
function wideOrSlim(word, sign) {
  return [el('span', { class: 'wide' }, word), el('span', { class: 'slim', 'aria-hidden': 'true' }, sign)];
}

/** The tools at the right. */
export function tools(context) {
  const { say, state, set, dark } = context;
  const button = (key, text, onclick, more = {}) => el('button', { type: 'button', 'data-key': key, onclick, ...more }, text);
  return [
    button('language', wideOrSlim(say('language'), state.language === 'fr' ? 'EN' : 'FR'), () => set({ language: state.language === 'fr' ? 'en' : 'fr' }), { lang: state.language === 'fr' ? 'en' : 'fr', title: say('languageHelp') }),
    button('theme', wideOrSlim(say(dark ? 'light' : 'dark'), dark ? '☀' : '☾'), () => set({ theme: dark ? 'light' : 'dark' }), { title: say('themeHelp') }),
    takeAway(context, button),
  ];
}

async function share(button, say) {
  try {
    await navigator.clipboard.writeText(location.href);
  } catch {
    const field = el('textarea', { class: 'unseen', 'aria-hidden': 'true', tabindex: '-1' }, location.href);
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
  button.textContent = say('copied');
  document.getElementById('live').textContent = say('copied');
}

function takeAway(context, button) {
  const { say, page } = context;
  const name = (end) => `${page.title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').toLowerCase() || 'graph'}.${end}`;
  const drawn = ['network', 'timeline', 'map'].includes(context.state.view);
  const ways = [
    button('share', say('share'), (e) => share(e.currentTarget, say)),
    drawn ? button('png', say('png'), async () => hand(name('png'), await asPng(asSvg(context)), 'image/png')) : null,
    drawn ? button('svg', say('svg'), () => hand(name('svg'), svgText(asSvg(context)), 'image/svg+xml')) : null,
    button('csv', say('csv'), () => hand(name('csv'), csv(context), 'text/csv;charset=utf-8')),
    button('jsonld', say('jsonld'), () => hand(name('jsonld'), jsonld(context), 'application/ld+json')),
    button('print', say('print'), () => globalThis.print()),
  ];
  return el('details', { class: 'menu', onkeydown: closeOnEscape, onfocusout: closeOnLeave, onclick: closeWhenTaken }, el('summary', { 'data-key': 'take' }, say('take')), el('div', { class: 'ways' }, ways));
}

function closeWhenTaken(event) {
  if (event.target.closest('.ways button')) event.currentTarget.open = false;
}

function closeOnEscape(event) {
  if (event.key !== 'Escape') return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary').focus();
}

function closeOnLeave(event) {
  if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
}
