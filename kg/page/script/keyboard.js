// The network by keyboard: arrows walk, Enter opens the evidence, plus and minus zoom, zero fits, Escape lets go.

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Listens on the network's element. */
export function listen(element, network, store, { choose, openPanel, showMore }) {
  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { selected } = store.get();
    if (ARROWS[event.key]) {
      const next = network.towards(selected?.type === 'entity' ? selected.id : null, ARROWS[event.key]);
      if (next !== null) choose({ type: 'entity', id: next }, { follow: true });
    } else if (event.key === '+' || event.key === '=') network.zoom(1.25);
    else if (event.key === '-') network.zoom(0.8);
    else if (event.key === '0') network.fit();
    else if (event.key === 'Enter' && selected) openPanel();
    else if (event.key === 'm') showMore(selected);
    else if (event.key === 'Escape') choose(null);
    else return;
    event.preventDefault();
  });
}
