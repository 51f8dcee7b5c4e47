// The sheet that is printed: the picture, what it says, the evidence, the sources and the licence.

import { said as captionText } from './caption.js';
import { el, link, replace, svg } from './dom.js';
import { contradicted } from './dress.js';
import { amount, date, when } from './format.js';
import { asSvg } from './pictures.js';
import { outline } from './shapes.js';
import { statementsOf } from './take.js';
import { nameOf } from './words.js';

const MOST = 40;

/** Fills the sheet; called before printing. */
export function fillSheet(parent, context) {
  const { page, say, graph } = context;
  const drawn = ['network', 'timeline', 'map'].includes(context.state.view);
  const { sources, rows } = evidence(context);
  replace(parent,
    el('h1', {}, page.title),
    el('p', {}, captionText(context)),
    drawn ? picture(context) : null,
    key(context),
    ...facts(context),
    rows.length ? el('h2', {}, say('statements')) : null,
    rows.length ? el('ol', { class: 'evidence' }, rows) : null,
    el('h2', {}, say('sources')),
    el('ol', {}, sources.map((s) => el('li', {}, s.title, s.date ? `, ${date(s.date, context.language)}` : `, ${say('undated')}`, s.url ? [', ', link(s.url, s.url)] : null))),
    el('p', {}, graph.licence ? say('licence', { name: graph.licence }) : say('licenceUnknown')),
  );
}

function picture(context) {
  const drawing = asSvg(context, false);
  drawing.setAttribute('width', '100%');
  drawing.removeAttribute('height');
  return el('figure', { 'aria-hidden': 'true' }, drawing);
}

function key({ look, choice, language }) {
  const kinds = [...look.styles].filter(([kind]) => [...choice.drawn].some((e) => e.kind === kind));
  return el('ul', { class: 'key' }, kinds.map(([kind, style]) => el('li', {},
    svg('svg', { viewBox: '-12 -12 24 24', width: 14, height: 14, 'aria-hidden': 'true' }, outline(style.shape, 0, 0, 8, { fill: style.fill, class: 'mark' })), ' ', nameOf(kind.names, language))));
}

function facts({ choice, language, say }) {
  const among = [...choice.entities];
  const money = among.filter((e) => e.amount !== null).sort((a, b) => b.amount - a.amount).slice(0, MOST);
  const events = among.filter((e) => /^Event/.test(e.kind.key) && e.dates.length).slice(0, MOST);
  const part = (title, list, text) => (list.length ? [el('h2', {}, title), el('ul', {}, list.map((e) => el('li', {}, nameOf(e.names, language), ' : ', text(e), contradicted(e) ? ' ≠' : '')))] : []);
  return [...part(say('biggestFunding'), money, (e) => amount(e.amount, e.currency, language)), ...part(say('events'), events, (e) => when(e.dates, language))];
}

function evidence(context) {
  const { graph, state, language } = context;
  const chosen = state.selected?.type === 'entity' ? graph.entities[state.selected.id] : null;
  const line = state.selected?.type === 'line' ? graph.lines[state.selected.id] : null;
  const all = statementsOf(context);
  const said = chosen ? [...chosen.said, ...chosen.about].filter((s) => s.asserted) : line ? line.said : all;
  const sources = [...new Set(said.flatMap((s) => s.claims.filter((c) => c.passage).map((c) => c.passage.source)))];
  const claimed = said.filter((s) => s.claims.length).slice(0, MOST);
  const rows = claimed.map((s) => el('li', {},
    el('strong', {}, `${nameOf(s.subject.names, language)} – ${nameOf(s.predicate.names, language)} – ${s.object ? nameOf(s.object.names, language) : s.literal.text ?? s.literal.iri}`),
    s.claims.filter((c) => c.passage).map((c) => el('span', { class: 'quote' }, ` « ${c.passage.exact} » [${sources.indexOf(c.passage.source) + 1}]`))));
  return { sources, rows };
}
