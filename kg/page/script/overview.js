// What the panel says before anything is selected: what this is, the money, the dates, the contradictions.

import { contradicted } from './dress.js';
import { el } from './dom.js';
import { shortAmount, span, when } from './format.js';
import { entityButton } from './testimony.js';

const MANY = 6;
const MOST = 60;

/** The overview of what passes the filters. */
export function overview(context) {
  const { say, language, choice, graph } = context;
  const among = [...choice.entities];
  const money = among.filter((e) => e.amount !== null).sort((a, b) => b.amount - a.amount);
  const regional = money.filter((e) => e.group?.entity);
  const events = among.filter((e) => /^Event/.test(e.kind.key) && e.dates.length).sort((a, b) => start(b) - start(a));
  const conflicts = among.filter(contradicted);
  return [
    el('h2', { id: 'panel-title', tabindex: '-1' }, say('home')),
    el('p', {}, say(graph.claims.length ? 'intro' : 'introPlain')),
    list(say(regional.length ? 'inRegions' : 'biggestFunding'), regional.length ? regional : money, (e) => shortAmount(e.amount, language, e.currency), context),
    list(say('events'), events, (e) => when(e.dates, language), context),
    list(say('conflicts'), conflicts, () => '≠', context),
    money.length || events.length ? null : list(say('mostSaid'), among.sort((a, b) => b.lines.length - a.lines.length), (e) => String(e.lines.length), context),
    context.extras?.() ?? null,
  ];
}

function start(entity) {
  return Math.min(...entity.dates.map((d) => span(d.text)?.[0] ?? 0));
}

function list(title, entities, note, context) {
  if (!entities.length) return null;
  const rows = entities.slice(0, MOST).map((e) => el('li', {}, entityButton(e, context), ' ', el('span', { class: 'tag' }, note(e))));
  return el('section', { class: 'short' },
    el('h3', {}, title),
    el('ul', { class: 'plainlist' }, rows.slice(0, MANY)),
    rows.length > MANY ? el('details', {}, el('summary', {}, `+${entities.length - MANY}`), el('ul', { class: 'plainlist' }, rows.slice(MANY))) : null,
  );
}
