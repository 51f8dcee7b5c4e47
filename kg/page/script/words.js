// Everything the page itself says, in both languages: [fr, en].

const WORDS = {
  skip: ['Aller au panneau', 'Skip to the panel'],
  search: ['Chercher un nom, un code, un passage', 'Search a name, a code, a passage'],
  results: ['{n} résultats', '{n} results'],
  result: ['1 résultat', '1 result'],
  noResult: ['Aucun résultat', 'No result'],
  network: ['Réseau', 'Network'],
  timeline: ['Chronologie', 'Timeline'],
  map: ['Carte', 'Map'],
  table: ['Tableau', 'Table'],
  views: ['Vues', 'Views'],
  filters: ['Légende et filtres', 'Legend and filters'],
  legend: ['Légende', 'Legend'],
  all: ['Tout', 'All'],
  none: ['Rien', 'None'],
  relations: ['Relations', 'Relations'],
  regions: ['Régions', 'Regions'],
  groups: ['Groupes', 'Groups'],
  kindsNode: ['Formes et couleurs', 'Shapes and colours'],
  kindsDetail: ['Détails, à la demande', 'Details, on demand'],
  beyond: ['National, Europe et au-delà', 'National, Europe and beyond'],
  apart: ['Sans région connue', 'No known region'],
  around: ['Autour de {name}', 'Around {name}'],
  language: ['English', 'Français'],
  languageHelp: ['Show this page in English', 'Montrer cette page en français'],
  theme: ['Clair / sombre', 'Light / dark'],
  reset: ['Tout réinitialiser', 'Reset everything'],
  more: ['+{n}', '+{n}'],
  showMore: ['Montrer {n} de plus dans {name}', 'Show {n} more in {name}'],
  showLess: ['Réduire {name}', 'Collapse {name}'],
  detail: ['Niveau de détail', 'Level of detail'],
  lessDetail: ['Moins', 'Less'],
  moreDetail: ['Plus', 'More'],
  zoomIn: ['Agrandir', 'Zoom in'],
  zoomOut: ['Réduire', 'Zoom out'],
  fit: ['Tout voir', 'Fit'],
  networkHelp: [
    'Réseau. Flèches : aller au voisin dans cette direction. Entrée : ouvrir les preuves. Plus, moins : zoom. Zéro : tout voir. Échap : rien.',
    'Network. Arrows: go to the neighbour in that direction. Enter: open the evidence. Plus, minus: zoom. Zero: fit. Escape: nothing.',
  ],
  close: ['Fermer', 'Close'],
  home: ['Vue d’ensemble', 'Overview'],
  statements: ['Affirmations', 'Statements'],
  saidAbout: ['Cité par', 'Mentioned by'],
  noStatement: ['Rien n’est affirmé ici.', 'Nothing is stated here.'],
  registry: ['Registre : {name}', 'Registry: {name}'],
  noClaim: ['Du registre des entités, sans passage.', 'From the registry of entities, without a passage.'],
  retold: ['redit d’après', 'retold from'],
  published: ['publié le {date}', 'published {date}'],
  undated: ['sans date de publication', 'no publication date'],
  basis_external: ['date donnée par une autre source', 'date given by another source'],
  basis_inferred: ['date déduite du texte', 'date inferred from the text'],
  basis_unknown: ['date inconnue', 'date unknown'],
  says: ['Selon', 'According to'],
  quoted: ['citation directe', 'direct quotation'],
  mode_stated: ['constaté', 'stated'],
  mode_planned: ['prévu', 'planned'],
  mode_ambition: ['ambition', 'ambition'],
  mode_selfClaim: ['dit de soi-même', 'self-claim'],
  method_curated: ['relevé à la main', 'curated'],
  method_extracted: ['extrait par machine', 'extracted by machine'],
  status_accepted: ['retenu', 'accepted'],
  status_disputed: ['contesté', 'disputed'],
  status_superseded: ['remplacé', 'superseded'],
  status_rejected: ['écarté', 'rejected'],
  status_proposed: ['proposé, à relire', 'proposed, to be reviewed'],
  derived: ['déduit', 'derived'],
  from: ['à partir du {date}', 'from {date}'],
  couldBe: ['ou bien {value}', 'or else {value}'],
  confidence: ['confiance {n}', 'confidence {n}'],
  conflict: ['Les sources se contredisent', 'Sources contradict each other'],
  conflictShort: ['contradiction', 'conflict'],
  oneSource: ['1 source indépendante', '1 independent source'],
  manySources: ['{n} sources indépendantes', '{n} independent sources'],
  noSource: ['aucune source', 'no source'],
  captionShown: ['{n} entités montrées sur {m}', '{n} of {m} entities shown'],
  captionSources: ['{n} sources ; {p} des affirmations sourcées n’en ont qu’une', '{n} sources; {p} of the sourced statements rest on only one'],
  captionConflicts: ['{n} contradictions', '{n} conflicts'],
  captionMachine: ['{n} affirmations extraites par machine', '{n} statements extracted by machine'],
  captionSize: ['Couleur et forme : la nature. Taille d’un financement : son montant.', 'Colour and shape: the kind. Size of a funding: its amount.'],
  captionLines: ['Trait épais : plusieurs sources ; tirets : prévu ou contesté ; pointillés : extrait par machine.', 'Thick line: several sources; dashes: planned or disputed; dots: extracted by machine.'],
  captionNoEvidence: ['Ce graphe n’indique pas ses sources.', 'This graph does not give its sources.'],
  keyConflict: ['≠ les sources se contredisent', '≠ sources contradict each other'],
  keyMachine: ['pointillés : extrait par machine', 'dotted: extracted by machine'],
  keyPlanned: ['tirets : prévu ou ambition', 'dashed: planned or ambition'],
  keySources: ['trait épais : plusieurs sources indépendantes', 'thick: several independent sources'],
  keySize: ['taille : montant du financement', 'size: amount of the funding'],
  intro: ['Qui fait quoi dans le spatial en région, qui le dit, dans quel passage et quand. Choisissez un point ou un trait pour voir les preuves.', 'Who does what in the regional space sector, who says so, in which passage and when. Choose a point or a line to see the evidence.'],
  introPlain: ['Les ressources de ce fichier RDF et leurs liens. Choisissez un point ou un trait pour voir ce qui en est dit.', 'The resources of this RDF file and their links. Choose a point or a line to see what is said.'],
  biggestFunding: ['Financements', 'Funding'],
  events: ['Événements', 'Events'],
  conflicts: ['Contradictions', 'Conflicts'],
  mostSaid: ['Acteurs principaux', 'Main actors'],
  alsoKnown: ['aussi appelé', 'also known as'],
  between: ['Lien entre {a} et {b}', 'Link between {a} and {b}'],
  selected: ['{name}, {kind}, {n} affirmations', '{name}, {kind}, {n} statements'],
  setAside: ['non retenu', 'not retained'],
  otherFigures: ['Autres chiffres de même nature', 'Other figures of the same kind'],
};

/** A function that says a word of the list in a language, with its blanks filled in. */
export function speaker(language) {
  const column = language === 'fr' ? 0 : 1;
  return (name, blanks = {}) => {
    const words = WORDS[name];
    if (!words) throw new Error(`no words for ${name}`);
    return words[column].replace(/\{(\w+)\}/g, (_, blank) => String(blanks[blank] ?? ''));
  };
}

/** The best name in a language: its own, one without language, then French, English, any. */
export function nameOf(names, language) {
  return names[language] ?? names[''] ?? names.fr ?? names.en ?? Object.values(names)[0] ?? '';
}

/** All words, for the test that both languages say everything. */
export const ALL_WORDS = WORDS;
