// The named questions with the answers that were computed when the page was made.

import { el } from './dom.js';
import { amount, date, number } from './format.js';
import { entityButton } from './testimony.js';
import { nameOf, typeset } from './words.js';

/** The questions view: a list, and the answers of the chosen one. */
export function questions(context) {
  const { say, state, graph, set, language } = context;
  if (!graph.questions.length) return el('p', { class: 'empty' }, say('noQuestion'));
  const chosen = graph.questions.find((q) => q.name === state.question);
  const byTheme = new Map();
  for (const q of graph.questions) {
    const theme = nameOf(q.theme, language);
    byTheme.set(theme, [...(byTheme.get(theme) ?? []), q]);
  }
  const list = [...byTheme].map(([theme, asked]) => el('section', {}, theme ? el('h2', {}, theme) : null, el('ul', { class: 'plainlist' }, asked.map((q) =>
    el('li', {}, el('button', { type: 'button', class: 'question', 'data-key': `q-${q.name}`, 'aria-pressed': String(q === chosen), onclick: () => set({ question: q.name }) }, typeset(nameOf(q.title, language)), ' ', el('span', { class: 'tag' }, number(q.count, language))))))));
  return el('div', { class: chosen ? 'asked chosen' : 'asked' },
    el('nav', { 'aria-label': say('questions'), tabindex: '0' }, list),
    el('div', { class: 'answers', tabindex: '0', role: 'region', 'aria-label': say('questions') }, chosen ? answers(chosen, context) : el('p', { class: 'empty' }, say('chooseQuestion'))));
}

function answers(question, context) {
  const { say, language, choose } = context;
  const entities = [...new Set(question.rows.flat().map((cell) => cell.object).filter((e) => e?.group))];
  return [
    el('h2', {}, typeset(nameOf(question.title, language))),
    el('p', {}, question.rows.length ? say('answers', { n: number(question.count, language) }) : say('noAnswer'), question.count > question.rows.length ? ` (${say('firstAnswers', { n: question.rows.length })}; kg query ${question.name})` : '', ' ',
      entities.length ? el('button', { type: 'button', 'data-key': 'answers-network', onclick: () => choose(entities.length === 1 ? { type: 'entity', id: entities[0].id } : { type: 'several', ids: entities.slice(0, 60).map((e) => e.id) }, { view: 'network' }) }, say('answersInNetwork')) : null),
    question.rows.length ? rows(question, context) : null,
  ];
}

/** The answers as a table, without columns that are empty, a currency beside its amount. */
function rows(question, context) {
  const names = question.columns.map((c) => (typeof c === 'string' ? { fr: c, en: c } : c));
  const money = names.findIndex((c) => c.en === 'currency');
  const columns = names.map((name, n) => ({ name: nameOf(name, context.language), n, amount: /amount/.test(name.en) }))
    .filter(({ n }) => n !== money && question.rows.some((row) => row[n].object || row[n].literal));
  const currency = (row) => row[money]?.literal?.text ?? 'EUR';
  return el('table', {},
    el('thead', {}, el('tr', {}, columns.map((c) => el('th', { scope: 'col' }, c.name)))),
    el('tbody', {}, question.rows.map((row) => el('tr', {}, columns.map((c) => el('td', { 'data-name': c.name }, answer(row[c.n], c.amount ? currency(row) : null, context)))))));
}

function answer({ object, literal }, currency, context) {
  const { language, graph } = context;
  if (object) return object.names && (object.group || object.said.length) ? entityButton(object, context) : nameOf(object.names, language);
  if (!literal) return null;
  if (literal.iri) return literal.term ? nameOf(literal.term.names, language) : literal.iri;
  if (/^g?(Year|YearMonth|date)/i.test(literal.type)) return date(literal.text, language);
  if (/decimal|integer|double/.test(literal.type)) return currency ? amount(Number(literal.text), currency, language) : number(Number(literal.text), language);
  return language === 'fr' && !literal.type && !literal.language ? graph.words[literal.text] ?? literal.text : literal.text;
}
