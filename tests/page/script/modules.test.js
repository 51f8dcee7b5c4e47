// The page's modules by themselves, without a browser: node --test tests/page/script

import assert from 'node:assert/strict';
import { test } from 'node:test';

const at = (name) => import(new URL(`../../../kg/page/script/${name}.js`, import.meta.url));
const { arrange } = await at('arrange');
const { fold } = await at('fold');
const { amount, date, shortAmount, span, when } = await at('format');
const { read, written } = await at('fragment');
const { choose, within } = await at('filter');
const { readGraph } = await at('graph');
const { fitted } = await at('labels');
const { dragged } = await at('mapmove');
const { spotsOf } = await at('spots');
const { shortest } = await at('paths');
const { find, searchIndex } = await at('search');
const { opening, toggled } = await at('state');
const { csv, jsonld } = await at('take');
const { ALL_WORDS, speaker } = await at('words');

const ID = 'https://w3id.org/regional-space/id/';
const names = ['CNES', 'Kinéis', 'Toulouse', 'Convention', 'Accord'];

/** a - b - c and a - d - c, one claim on a - b, a date on d. */
function sample() {
  const statement = (s, o, claims = []) => [s, 1, o, claims, 1];
  return readGraph({
    language: 'fr',
    terms: [{ i: `${ID}Thing`, n: { fr: 'chose' } }, { i: `${ID}ties`, n: { fr: 'lie' } }, { i: 'https://schema.org/startDate', n: { fr: 'début' } }],
    entities: names.map((name, n) => ({ i: `id:e-${n}`, n: { fr: name }, k: 0, ...(n === 0 ? { a: ["Centre national d'études spatiales"], c: [['rs:siren', '775665912']] } : {}) })),
    statements: [statement(0, 1, [0]), statement(1, 2), statement(0, 3), statement(3, 2), [3, 2, { v: '2024', d: 'gYear' }, [], 1]],
    claims: [{ e: 1, b: 0 }],
    passages: [[0, 'avant ', 'le passage décisif', ' après', 1, 9]],
    sources: [{ e: 5, t: 'Une source', u: 'https://example.org/', d: '2024-09-10' }],
    groups: [{ name: 'beyond', members: [0, 1, 2, 3, 4], shown: 5, x: 0, y: 0, at: [0, 0, 1] }],
    licence: 'https://creativecommons.org/licenses/by/4.0/',
    map: { regions: [], countries: [] },
  }, {
    nodes: names.map((_, id) => ({ id, x: id * 10, y: 0, size: 12 })),
    edges: [[0, 1, 0], [1, 2, 1], [0, 3, 2], [2, 3, 3]].map(([from, to, s], id) => ({ id, from, to, s: [s] })),
  });
}

const context = (graph, patch = {}) => {
  const state = { ...opening(graph, 'fr'), ...patch };
  return { graph, state, language: 'fr', choice: choose(graph, state) };
};

test('words are compared without accents, case or typography', () => {
  assert.equal(fold('  Kinéis  L’Œuvre '), "kineis l'oeuvre");
});

test('every word of the page is said in both languages, with the same blanks', () => {
  for (const [key, words] of Object.entries(ALL_WORDS)) {
    assert.equal(words.length, 2, key);
    const blanks = words.map((text) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort().join());
    assert.equal(blanks[0], blanks[1], key);
  }
  assert.throws(() => speaker('fr')('no such word'));
});

test('dates keep their precision', () => {
  assert.equal(date('2024', 'fr'), '2024');
  assert.equal(date('2024-06', 'fr'), 'juin 2024');
  assert.equal(date('2024-09-10', 'en'), 'September 10, 2024');
  assert.equal(date('soon', 'en'), 'soon');
  assert.deepEqual(span('2024'), [2024, 2025]);
  assert.equal(when([{ role: 'startDate', text: '2023' }, { role: 'endDate', text: '2027' }], 'fr'), '2023–2027');
});

test('amounts are written as each language writes them', () => {
  assert.match(amount(290000, 'EUR', 'fr'), /^290\s000\s€$/);
  assert.equal(amount(290000, 'EUR', 'en'), '€290,000');
  assert.equal(shortAmount(30e6, 'fr'), '30 M€');
  assert.equal(shortAmount(290000, 'en'), '€290k');
  assert.equal(shortAmount(90e6, 'fr', 'SEK'), '90 M SEK');
});

test('search finds names first, then aliases and codes, then passages', () => {
  const index = searchIndex(sample());
  const found = (query) => find(index, query).map((f) => f.entity.names.fr);
  assert.deepEqual(found('kineis'), ['Kinéis']);
  assert.deepEqual(found('etudes SPATIALES'), ['CNES']);
  assert.deepEqual(found('775665912'), ['CNES']);
  assert.deepEqual(found('passage decisif'), ['CNES']);
  assert.deepEqual(found('xyzzy'), []);
  assert.deepEqual(found('  '), []);
});

test('all shortest paths are found, and none where there is none', () => {
  const graph = sample();
  const all = new Set(graph.statements);
  const said = shortest(graph, 0, 2, all).map((path) => path.map((step) => step.entity.id).join('-'));
  assert.deepEqual(said.sort(), ['0-1-2', '0-3-2']);
  assert.deepEqual(shortest(graph, 0, 4, all), []);
  assert.equal(shortest(graph, 1, 1, all)[0].length, 1);
});

test('a neighbourhood reaches a hub and does not pass through it', () => {
  const graph = sample();
  const all = new Set(graph.statements);
  assert.deepEqual([...within(graph, 1, 1, all)].map((e) => e.id).sort(), [0, 1, 2]);
  assert.deepEqual([...within(graph, 1, 2, all)].map((e) => e.id).sort(), [0, 1, 2, 3]);
  assert.deepEqual([...within(graph, 1, 2, all, 1)].map((e) => e.id).sort(), [0, 1, 2]);
});

test('years keep what overlaps them, and the undated as the reader chooses', () => {
  const graph = sample();
  const kept = (patch) => [...context(graph, patch).choice.entities].map((e) => e.id);
  assert.deepEqual(kept({ years: [2020, 2023] }), [0, 1, 2, 4]);
  assert.deepEqual(kept({ years: [2024, 2030], undated: false }), [3]);
});

test('asking for two independent sources hides what has one', () => {
  const graph = sample();
  assert.equal(context(graph, { leastSources: 1 }).choice.lines.length, 1);
  assert.equal(context(graph, { leastSources: 2 }).choice.entities.size, 0);
});

test('the fragment says what differs, and brings it back exactly', () => {
  const graph = sample();
  const start = opening(graph, 'fr');
  assert.equal(written(graph, start, start), '');
  const state = {
    ...start, view: 'table', language: 'en', theme: 'dark', selected: { type: 'line', id: 2 }, path: { from: 0, to: 2 }, kindsOff: new Set([0]),
    relationsOff: toggled(start.relationsOff, 1), groupsOff: new Set([0]), sourcesOff: new Set([0]), modesOff: new Set(['planned']), methodsOff: new Set(['extracted']),
    years: [2019, 2027], undated: false, leastSources: 2, hops: 2, query: 'é & #', sort: 'name', rows: 'statements', frame: 'europe', shown: { 0: 3 }, question: 'funding', embed: true,
  };
  graph.sources[0].key = 'src-one';
  assert.deepEqual(read(graph, `#${written(graph, state, start)}`, 'fr'), state);
});

test('a fragment of nonsense opens the opening view', () => {
  const graph = sample();
  const start = opening(graph, 'fr');
  assert.deepEqual(read(graph, '#view=evil&lang=xx&sel=nobody&path=a~b&k=zz&years=x&hops=-3&more=q:1&theme=pink', 'fr'), start);
});

test('a tile that grows moves the others, keeps its rows, and lets none overlap', () => {
  const head = { x: 13, y: 12 };
  const groups = [[0, 0, 1], [1, 0, 1], [0, 1, 2]].map((slot, id) => ({ id, slot, entity: head, members: [head, ...[[17, 50], [17, 85], [17, 120], [17, 155], [183, 50]].map(([x, y]) => ({ x, y }))] }));
  const first = groups.map((g) => g.members[1]);
  const few = arrange(groups, new Set([head, ...first]), { 0: 2, 1: 2, 2: 2 });
  const grown = arrange(groups, new Set([head, ...first, ...groups[0].members]), { 0: 6, 1: 2, 2: 2 });
  assert.deepEqual([few[1].x < grown[1].x, few[1].y, grown[0].places.get(groups[0].members[1])], [true, grown[1].y, [17, 50]]);
  for (const a of grown) for (const b of grown) if (a !== b) assert.ok(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y);
  const guest = arrange(groups, new Set([head, ...first, groups[0].members[5]]), { 0: 2, 1: 2, 2: 2 })[0];
  assert.deepEqual([guest.places.get(groups[0].members[5]), guest.width], [[17, 85], few[0].width]);
});

test('a name is broken between words and after hyphens, and shortened where it has no room', () => {
  const measure = (text) => text.length;
  assert.deepEqual(fitted('Provence-Alpes-Côte d’Azur', 16, 2, measure), ['Provence-Alpes-', 'Côte d’Azur']);
  assert.deepEqual(fitted('Convention de partenariat', 12, 1, measure), ['Convention…']);
  assert.deepEqual(fitted('CNES', 12, 2, measure), ['CNES']);
});

test('points of the map do not cover each other, and a town stays where it is', () => {
  const city = (id, x, y, exact = 1) => ({ id, point: [x, y, exact], place: 'node', names: { fr: `v${id}` }, kind: { key: exact ? 'City' : 'Company' }, group: null });
  const entities = [city(0, 0, 0), city(1, 0.5, 0), city(2, 14, 0), ...Array.from({ length: 30 }, (_, n) => city(3 + n, 4, 3, 0))];
  const spots = spotsOf({ choice: { entities }, language: 'fr', state: {}, graph: {} }, 1, [-99, -99, 200, 200]);
  assert.deepEqual(spots.filter((s) => s.exact).map((s) => s.towns).sort(), [['v0', 'v1'], ['v2']]);
  for (const a of spots) for (const b of spots) if (a !== b) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= a.reach + b.reach - 0.5);
  assert.ok(spots.filter((s) => s.exact).every((s) => Math.hypot(s.x - s.entities[0].point[0], s.y - s.entities[0].point[1]) < 4));
});

test('a map follows one finger, and two make it larger', () => {
  const from = { frame: [0, 0, 100, 100], unit: 2, points: [{ clientX: 0, clientY: 0 }] };
  assert.deepEqual(dragged(from, [{ clientX: 10, clientY: 5 }]), [-20, -10, 100, 100]);
  const two = { ...from, points: [{ clientX: 0, clientY: 0 }, { clientX: 10, clientY: 0 }] };
  assert.equal(dragged(two, [{ clientX: -5, clientY: 0 }, { clientX: 15, clientY: 0 }])[2], 60);
});

test('CSV carries source and licence, and no cell that a spreadsheet would run', () => {
  const graph = sample();
  graph.entities[1].names.fr = '=HYPERLINK("http://evil")';
  const text = csv(context(graph));
  assert.match(text, /"'=HYPERLINK\(""http:\/\/evil""\)"/);
  assert.match(text, /le passage décisif,Une source,https:\/\/example.org\/,2024-09-10,https:\/\/creativecommons.org/);
});

test('JSON-LD carries statements, claims, passages, sources and licence', () => {
  const graph = sample();
  const { '@graph': nodes } = JSON.parse(jsonld(context(graph)));
  const claim = nodes.find((n) => n['rdf:subject']);
  assert.equal(claim['rs:evidence']['oa:hasSelector']['oa:exact'], 'le passage décisif');
  assert.ok(nodes.some((n) => n['@id'] === `${ID}e-4` && n['schema:url']));
  assert.ok(nodes.some((n) => n['dcterms:license']));
});
