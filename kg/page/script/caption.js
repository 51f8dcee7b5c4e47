// The caption: what is shown, what it means, and how thin the sources are.

import { el } from './dom.js';
import { contradicted } from './dress.js';
import { number } from './format.js';

/** The caption's sentences for what is shown now. */
export function sentences({ say, language, graph, choice }) {
  const n = (value) => number(value, language);
  const possible = graph.entities.filter((e) => e.place === 'node').length;
  const claimed = [...choice.statements].filter((s) => s.claims.length);
  const thin = claimed.filter((s) => s.sources.size < 2).length;
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const machine = claimed.filter((s) => s.machine).length;
  const conflicts = [...choice.entities].filter(contradicted).length;
  return [
    say('captionShown', { n: n(choice.drawn.size), m: n(possible) }),
    claimed.length ? say('captionSources', { n: n(new Set(graph.claims.filter((c) => c.passage).map((c) => c.passage.source.origin)).size), p: share.format(thin / claimed.length) }) : say('captionNoEvidence'),
    conflicts ? say('captionConflicts', { n: n(conflicts) }) : null,
    machine ? say('captionMachine', { n: n(machine) }) : null,
  ].filter(Boolean);
}

/** The caption as one text. */
export function said(context) {
  return `${sentences(context).map((s) => s.replace(/\.$/, '')).join('. ')}.`;
}

/** The caption as elements. */
export function caption(context) {
  const { say, graph } = context;
  return [
    el('p', {}, said(context)),
    el('p', { class: 'note' }, [say('captionKinds'), graph.entities.some((e) => e.amount !== null) ? say('captionSize') : null, graph.claims.length ? say('captionLines') : null].filter(Boolean).join(' ')),
  ];
}
