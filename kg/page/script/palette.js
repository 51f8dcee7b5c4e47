// A colour a family (Okabe-Ito) and a shape a kind: no meaning rests on colour alone.

const FAMILIES = {
  territory: { fill: '#999999', kinds: { Region: 'hexagon', Country: 'hexagon', Place: 'triangleDown', City: 'triangleDown' } },
  public: { fill: '#0072B2', kinds: { RegionalAuthority: 'square', LocalAuthority: 'triangle', SpaceAgency: 'diamond', PublicBody: 'dot' } },
  economy: { fill: '#E69F00', kinds: { Company: 'dot', Cluster: 'hexagon', Association: 'square', Organization: 'triangle' } },
  research: { fill: '#56B4E9', kinds: { ResearchOrganization: 'diamond' } },
  people: { fill: '#CC79A7', kinds: { Person: 'dot' } },
  money: { fill: '#009E73', kinds: { FundingEnvelope: 'dot', Contribution: 'triangle', Investment: 'diamond', Contract: 'square', Funding: 'dot' } },
  deal: { fill: '#F0E442', kinds: { Agreement: 'square', Strategy: 'diamond' } },
  event: { fill: '#D55E00', kinds: { Event: 'star', EventSeries: 'triangle' } },
  asset: { fill: '#000000', kinds: { Facility: 'square', Constellation: 'star', Launcher: 'triangle', Satellite: 'triangleDown', Programme: 'hexagon', Asset: 'dot' } },
  said: { fill: '#FFFFFF', kinds: { Indicator: 'square', Concept: 'dot', ConceptScheme: 'hexagon', Photograph: 'triangle', Source: 'diamond' } },
};
const OTHERS = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9', '#D55E00', '#F0E442', '#999999'];
const SHAPES = ['dot', 'square', 'diamond', 'triangle', 'hexagon', 'star', 'triangleDown'];
const KNOWN = new Map(
  Object.entries(FAMILIES).flatMap(([family, { fill, kinds }]) =>
    Object.entries(kinds).map(([kind, shape], rank) => [kind, { family, fill, shape, rank }]),
  ),
);
const FAMILY_ORDER = Object.keys(FAMILIES);

/** How each kind of a graph is drawn, in the legend's order; kinds that we do not know take what is left, in order. */
export function styles(kinds) {
  const unknown = kinds.filter((kind) => !KNOWN.has(kind.key));
  const found = new Map();
  for (const kind of kinds) {
    const place = unknown.indexOf(kind);
    const own = { family: 'other', fill: OTHERS[place % OTHERS.length], shape: SHAPES[Math.floor(place / OTHERS.length) % SHAPES.length], rank: place };
    found.set(kind, KNOWN.get(kind.key) ?? own);
  }
  return new Map([...found].sort(([, a], [, b]) => order(a) - order(b)));
}

function order({ family, rank }) {
  const place = FAMILY_ORDER.indexOf(family);
  return (place < 0 ? FAMILY_ORDER.length : place) * 100 + rank;
}

/** Inks that keep AA contrast on the page's ground, light and dark. */
export const INKS = {
  light: { ground: '#ffffff', ink: '#1a1a1a', muted: '#595959', line: '#8a8f98', hull: '#f3f5f8', rim: '#c9d0da', border: '#333333', alarm: '#a32a00', mark: '#0b57d0' },
  dark: { ground: '#14171c', ink: '#f1f3f5', muted: '#b3bac4', line: '#7d8794', hull: '#1c2128', rim: '#3a4350', border: '#e6e6e6', alarm: '#ff9a70', mark: '#8ab4f8' },
};
