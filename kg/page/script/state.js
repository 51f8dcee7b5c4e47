// What the reader has chosen: one plain object, and who wants to know when it changes.

/** The choices that a page opens with. */
export function opening(graph, language) {
  return {
    view: 'network',
    language,
    theme: 'auto',
    selected: null,
    shown: Object.fromEntries(graph.groups.map((group) => [group.id, group.shown])),
    kindsOff: new Set(graph.terms.filter((t) => graph.entities.some((e) => e.kind === t && e.place === 'd')).map((t) => t.id)),
    relationsOff: new Set(graph.terms.filter((t) => t.key === 'containedInPlace').map((t) => t.id)),
    groupsOff: new Set(),
    sourcesOff: new Set(),
    modesOff: new Set(),
    methodsOff: new Set(),
    leastSources: 0,
    years: null,
    undated: true,
    hops: 0,
    path: null,
    query: '',
    question: null,
    sort: '-lines',
    rows: 'entities',
    frame: 'france',
    embed: false,
  };
}

/** Holds the state; tells its listeners what changed. */
export function createStore(initial) {
  let state = initial;
  const listeners = new Set();
  return {
    get: () => state,
    set(patch) {
      const before = state;
      state = { ...state, ...patch };
      for (const listener of listeners) listener(state, before);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The set with an element put in or taken out; the given set stays as it is. */
export function toggled(set, element) {
  const copy = new Set(set);
  if (!copy.delete(element)) copy.add(element);
  return copy;
}
