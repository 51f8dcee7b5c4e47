"""Names that the words beside them make a satellite, a launcher or a plant: "Aéla, un nanosatellite", "les fusées A et B"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extraction.expressions import Expression
from kg.extraction.kindwords import KIND_OF, OCCASION
from kg.extraction.mention import Mention
from kg.extraction.tables import NameKind, first_names, peoples, plain
from kg.extraction.unnamed import SEATED
from kg.extraction.values.wordlists import frozen

_UP = "A-ZÀ-ÖØ-Þ"
_NOT_FIRST = (
    r"(?!(?:Après|Avant|Avec|Pour|Dans|Sur|Sous|Chez|Selon|Depuis|Par|En|À|Au|Aux|De|Du|Des|Le|La|Les|Un|Une|Ce|Cet|Cette|Ces|Son|Sa|Ses|Tel|Telle|"
    r"After|Before|With|For|In|On|At|By|From|The|Its|This|That|Such|Baptisée?|Nommée?|Appelée?|Dubbed|Named|Called)(?![\w'-]))"
)
_NAME = rf"(?:{_NOT_FIRST}[{_UP}][\w'-]*\w(?: (?:[{_UP}][\w-]*|\d+)){{0,4}})"
_SATELLITE = (
    r"(?:(?:nano|micro|mini|petit )?-?satellites?(?:-[a-z]+)?|cube-?sats?|nanosats?|sonde|orbiteur|atterrisseur|rover|"
    r"engin spatial|vaisseau(?: spatial)?|capsule|remorqueur spatial|spacecraft|space probe|lander|orbiter|space(?:craft)? tug)"
)
_SITE = (
    r"(?:(?:giga|méga|mega)?-?usine|(?:giga|mega)?-?factory|port spatial|spaceport|pas de tir|bancs? d'essais?|salle blanche|station (?:au )?sol|"
    r"(?:radio)?télescope|antenne|parabole|radar|caisson|supercalculateur|supercomputer|anechoic chamber|chambre anéchoïque|ground station|launch (?:pad|site)|ensemble immobilier|immeuble|bâtiment|tiers-lieu|complexe|technocentre|centre d'essais|"
    r"plate-?forme d'essais|site de production|soufflerie|observatoire|planétarium|vertiport|wind tunnel|test (?:site|centre|center|facility)|"
    r"clean ?room|observatory|planetarium)"
)
_NOUNS: tuple[tuple[NameKind, str, str], ...] = (
    ("S", "satellite", _SATELLITE),
    ("S", "launcher", r"(?:(?:micro|mini|petit )?-?lanceur|(?:mini-?)?fusée|rocket|launcher|launch vehicle)"),
    ("S", "constellation", r"constellation"),
    ("F", "facility", _SITE),
)  # fmt: skip
_APPOSED_ONLY: tuple[tuple[NameKind, str, str], ...] = (
    ("S", "programme", r"(?:programme|program|dispositif|parcours) (?:d'|de |of |for |to )?(?:accompagnement|accélération|incubation|soutien|aide|formation|étude|recherche|mentorat|coaching|support|acceleration|training|exploration|observation|démonstration|start-?ups?|young|[a-z]+ing\b)"),
    ("S", "programme", r"(?<=leur )projet|(?<=son )projet|(?<=sa )plate-?forme numérique"),
    ("S", "satellite", r"(?:(?:[A-Z]{2,6} )?(?:climate|weather|science|space|lunar|radar|ocean|[a-z]+-observ[a-z]+) )mission(?= )|mission (?:spatiale|scientifique|d'|de |lunaire|martienne|spatiale|that|which|to |qui )"),
    ("F", "facility", r"(?:campus|pôle|parc|hub|lieu|espace|centre|site|plate-?forme|building|hub|campus|facility|complex) (?:[a-z-]+ )?(?:de|d') ?(?:[\d .]+ ?(?:m2|m²|mètres|hectares)|bureaux|recherche et|production|fabrication|essais|tests?)"),
)  # fmt: skip
_ENGLISH_ONLY: tuple[tuple[NameKind, str, str], ...] = (
    ("F", "facility", r"(?:antenna|dish|radar|telescope|radio telescope|hangar|runway|test stand|test bench|launch ?pad|plant|site)"),
    ("S", "satellite", r"(?:mission|probe|telescope mission|demonstrator|cubesat mission|payload)"),
    ("S", "programme", r"(?:accelerator|accelerator programme|support programme)"),
)  # fmt: skip
_MISSIONS = Expression(
    rf"(?<![\w-])(?<!chef de )(?<!cheffe de )(?<!chargé de )(?<!directeur de )(?<!responsable de )(?:[Ll]a |[Ss]a |[Uu]ne |[Tt]he |[Ii]ts )?(?:future |prochaine |première )?[Mm]ission (?:[«\"] ?)?(?P<name>(?!(?:[Ll]ocale|Terre|Espace)\b)[{_UP}][\w'-]*\w(?: \d+|-[\w]+)?)(?! [{_UP}])"
)
_SUCH_AS = Expression(
    rf"(?<![\w-])(?:missions|satellites|sondes|probes|spacecraft)(?:,? [a-zà-ÿ' -]{{2,40}})?,? (?:such as|comme|telles? que|like|dont|including|à l'image d[e']) ?(?:la |le |celle d[e'] ?)?(?P<name>(?!(?:Lune|Mars|Terre|Moon|Earth)\b(?! [{_UP}])){_NAME})"
)
_OCCASION_NAMED = Expression(
    rf"(?<![\w'-])(?:[Ss]on|[Ss]a|[Ll]eur|[Nn]otre|[Uu]ne?|[Ii]ts|[Tt]heir|[Oo]ur|[Aa]n?|annual) {OCCASION}{KIND_OF}, (?:[«\"] ?)?(?P<name>{_NAME})(?= ?[,.»\"(:]| [–-] )"
)
"""An occasion and its name: "son colloque annuel, Nextspace, ..."."""
_EDITION_OF = Expression(
    rf"(?<![\w'-])(?:(?:\d+ ?(?:e|ème|ère|re|er|st|nd|rd|th)|[Pp]remière|[Dd]euxième|[Tt]roisième|[Qq]uatrième|[Cc]inquième|[Ss]ixième|[Ss]eptième|[Hh]uitième|[Nn]euvième|[Dd]ixième|[Pp]rochaine|[Nn]ouvelle|[Dd]ernière|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Tt]enth|[Ll]atest|[Nn]ext|20\d\d) |l')"
    rf"(?:toute )?(?:édition|edition)(?: (?:annuelle|20\d\d))? (?:de la |de l'|du |des |de |d'|of the |of )(?:(?:salon|forum|concours|festival|congrès|challenge|colloque) )?(?:[«\"] ?)?(?P<name>{_NAME})"
)
"""What has editions happens: "la troisième édition du C'Space"."""
_ADJECTIVE = r"(?:(?!(?:de|des|du|of|for|the|and|et|à|en|in|qui|that)\b)[a-zà-ÿ-]+ ){0,2}?"
_COMPOUND = r"(?! (?:maker|builder|manufacturer|company|firm|operator|start-?up|startup|launch|industry|sector|factory|specialist|business|data|imagery|developer|engineer|provider|programme|project|component|part|propulsion|engine|technolog|service|expert|group|team|cluster|hub|mission control))"
_CALLED = r"(?:(?:s'appelle(?:ra)?|se nomme(?:ra)?|a pour nom|(?:porte|portera|prend|prendra) le nom (?:de|d'))(?: désormais)?|will be (?:called|named)|is (?:called|named)|to be (?:called|named)|(?:pré|dé|sur)?nommée?s?|baptisée?s?|appelée?s?|intitulée?s?|called|named|dubbed|known as)"
_PEOPLES = Expression(r"(?:\w+(?:an|ish|ese)|French|Dutch|Swiss|Greek|Welsh|Czech|US|UK|EU|NASA|ESA|CNES)s?$")
"""Nationalities and agencies are written like names in English: "the Scottish launcher"."""
_BEGINS = Expression(r"(?:^|[.!?»:•–\n]\s*)$")
_EQUIPMENT = Expression(
    rf"(?<![\w-])(?:deux|trois|two|three|nouveaux|nouvelles|derniers|dernières|new|latest)(?: [a-zà-ÿ]+)? (?:équipements?|plate-?formes|installations|usines|sites|bâtiments|moyens d'essais?|facilities|plants|buildings|platforms)(?: [^.;:,«\"]{{2,70}})?(?: \([^()]{{2,12}}\))?[,:] (?P<names>{_NAME}(?:, {_NAME}){{0,4}},? (?:et|and) {_NAME})"
)
_MEANT_NEXT = Expression(
    rf"(?<![\w'-])(?P<name>{_NAME}) ?[»\"]?[.,] (?:Ce|Cet|Cette|This|C'est (?:le|la|un|une)|Il s'agit (?:du|de la|d'un|d'une)|It is (?:the|an?)|It's (?:the|an?)) {_ADJECTIVE}(?:(?P<satellite>{_SATELLITE})|(?P<launcher>(?:micro-?|mini-?)?(?:lanceur|fusée)|rocket|launcher)|(?P<constellation>constellation)|(?P<facility>{_SITE}))(?![\w-])"
)
_DIRECT = Expression(
    rf"(?<![\w-])(?:[Ll]a|[Ll]e|[Ss]on|[Ss]a|[Dd]u|[Aa]u|[Uu]ne?|[Cc]ette|[Ll]'|[Dd]e l'|[Àà] l') ?(?:nouve(?:au|lle) |futur |future )?"
    rf"(?:parabole|antenne|radiotélescope|caisson|soufflerie|bâtiment|immeuble|hangar|tour|(?:giga|méga|mega)factory|station|télescope|supercalculateur|ferme de données|data ?center|campus|hub|technocentre|tiers-lieu|complexe|usine|bancs? d'essais?|plate-?forme(?: d'essais| technologique)?|réseau d'(?:antennes|stations)|pas de tir|observatoire) (?:[«\"] ?)?(?P<name>{_NAME})"
)
_OWNED = Expression(
    rf"(?<![\w'-])(?P<name>{_NAME}), (?:the )?(?:[A-Z][\w&'-]* ){{1,6}}?(?<='s )(?:new |main |own )?(?:facility|plant|site|centre|center|factory|laboratory|observatory|telescope|test bed|testbed)(?![\w-])"
)
_SAT = Expression(
    r"(?<![\w'-])(?P<name>(?!(?:Cube|Nano|Micro|Mini|Small|Pico|Smart|Can)-?[Ss]at\b)(?:[A-Z][A-Za-z]*-S(?:at|AT)(?: (?:\d{1,2}|NG|[IVX]+)(?!\w))?|[A-Z][A-Za-z]*[a-z](?:Sat|SAT)(?:[- ]?\d{1,2}[A-Z]?)?|[A-Z][A-Za-z]*sat-\d{1,2}[A-Z]?|[A-Z]{2,}SAT-\d{1,2}))(?![\w-]| (?:[A-Z]|France|SA\b))"
)
_FURTHER = Expression(
    rf"(?P<names>(?:, {_NAME}){{0,6}},? (?:et|ou|and|or)(?: encore| aussi| bien)? (?:de |d'|la |le )?{_NAME})(?! {_NAME}|['’])"
)
_UP_ONLY = rf"[{_UP}]"
_ENDING = Expression(
    rf"(?<![\w'-])(?P<name>(?:[{_UP}][\w-]+ ){{1,3}}(?:Lander|Rover|Orbiter|Probe|Space Telescope|Satellite|Spaceplane|CubeSat|Cubesat|Observatory-\d|Explorer))(?!s? [{_UP}]|[\w-])"
)
_TELESCOPE = Expression(
    rf"(?<![\w'-])(?P<name>(?:[{_UP}][\w-]+ ){{1,3}}(?:(?<!Space )(?<!Large )Telescope|(?:Orbital|Space|Aerospace|Launch|Rocket|Propulsion|Satellite|Technology|Innovation|Engine) (?:Park|Factory|Facility|Works|Complex|Range|Test Site)))(?!s? [{_UP}]|[\w-])"
)
_PRONOUNS = frozenset(["Lui", "Elle", "Eux", "Celui-ci", "Celle-ci", "It", "This", "That"])
_ADVERBS = frozen(
    "Demain Hier Enfin Ensuite Puis Ainsi Mais Or Ici Là Désormais Bientôt Parfois Souvent Surtout Depuis Alors Lundi Mardi "
    "Mercredi Jeudi Vendredi Samedi Dimanche Today Tomorrow Yesterday Now Then Meanwhile Finally However Soon Here There Later "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Pourtant Cependant Toutefois Aussi Outre Autre Actuellement "
    "Récemment Recently Currently Initialement Finalement Résultat Objectif Exemple Mieux Bref Certes Oui Non"
)
_CLOSED = Expression(r" ?[»\"]?, [^,.;:]{3,80}, (?!(?:et|and)\b)")
_SMALL = frozen(
    "baptise baptisee nomme nommee appele appelee denomme denommee developpe developpee en dans a au aux sur depuis pour par avec chez selon de du le la les un une in at on by for with from to"
)
_AFTER_BY = Expression(r"\b(?:par|by|avec|with|chez|from|depuis|à|in|at) (?:la |le |les |the )?$")
_TURNS_TO = Expression(r"\b(?:[Qq]uant à|[Cc]hez|[Pp]our|[Ss]elon|[Dd]epuis|[Aa]vec|[Aa]s for|[Ff]or|[Aa]t|[Ff]rom) $")
"""What opens a sentence with whose thing it then speaks of: "Quant à Assolia, son satellite"."""
_SINGLE: tuple[tuple[Expression, NameKind, str], ...] = (
    (_DIRECT, "F", "facility"),
    (_OWNED, "F", "facility"),
    (_SAT, "S", "satellite"),
    (_ENDING, "S", "satellite"),
    (_TELESCOPE, "F", "facility"),
    (_MISSIONS, "S", "satellite"),
    (_SUCH_AS, "S", "satellite"),
)
_HOW_MANY = 2


def find(text: str) -> Iterator[tuple[int, int, NameKind, str]]:
    """Every name that an apposition, a naming or a list makes a thing of some sort; they may overlap."""
    for pattern in (_apposed(OCCASION), _called(OCCASION + KIND_OF), _OCCASION_NAMED, _EDITION_OF):
        yield from _found(text, pattern, "E", "fair")
    for kind, sort, noun in _NOUNS:
        for pattern in (
            _apposed(noun),
            _called(noun),
            _english(noun),
            _fronted(noun),
            *((_before(noun),) if kind == "S" else ()),
        ):
            yield from _found(text, pattern, kind, sort)
        for match in _is(noun).finditer(text):
            name = match["name"]
            if name not in _PRONOUNS and plain(name.split(" ")[0]) not in first_names() and not _PEOPLES.search(name):
                yield match.start("name"), match.end("name"), kind, sort
        yield from _several(text, _listed(noun if sort != "satellite" else rf"(?:{noun}|mission)"), kind, sort)
    for kind, sort, noun in _APPOSED_ONLY:
        yield from _found(text, _apposed(noun, last=""), kind, sort)
    for kind, sort, noun in _ENGLISH_ONLY:
        yield from _found(text, _english(noun), kind, sort)
    for pattern, kind, sort in _SINGLE:
        yield from _found(text, pattern, kind, sort)
    yield from _several(text, _EQUIPMENT, "F", "facility")
    yield from _meant_next(text)


def _several(text: str, pattern: Expression, kind: NameKind, sort: str) -> Iterator[tuple[int, int, NameKind, str]]:
    for match in pattern.finditer(text):
        for name in re.finditer(_NAME, match["names"]):
            start = match.start("names") + name.start()
            yield start, start + len(name.group()), kind, sort


def _meant_next(text: str) -> Iterator[tuple[int, int, NameKind, str]]:
    """As in “L'argent ira à Endurance. Ce satellite s'accrochera”."""
    for match in _MEANT_NEXT.finditer(text):
        meant = next(sort for sort in ("satellite", "launcher", "constellation", "facility") if match[sort])
        if _names(text, match):
            yield match.start("name"), match.end("name"), "F" if meant == "facility" else "S", meant


def _found(text: str, pattern: Expression, kind: NameKind, sort: str) -> Iterator[tuple[int, int, NameKind, str]]:
    for match in pattern.finditer(text):
        if _names(text, match):
            yield match.start("name"), match.end("name"), kind, sort


@cache
def _apposed(noun: str, last: str = r"(?![\w'-])") -> Expression:
    return Expression(
        rf"(?<![\w'-])(?P<name>{_NAME}) ?[»\"]?, (?:(?:son|sa|leur|le|la|un|une|the|an?|its|their|our) |l')?{_ADJECTIVE}(?:{noun}){last}(?! {_NAME}){_COMPOUND}"
    )


@cache
def _is(noun: str) -> Expression:
    """As in “Zéphyr est un microlanceur”, "Vigisat désigne une parabole"."""
    return Expression(
        rf"(?<![\w'-])(?P<name>{_NAME})(?:, [^.;:,]{{2,60}},)? (?:est|sera|désigne|devient|deviendra|is|was|will be|becomes)(?: [a-zà-ÿ']+){{0,2}}? (?:une?|le|la|an?|the) {_ADJECTIVE}(?:{noun})(?![\w-])(?! {_NAME}){_COMPOUND}"
    )


@cache
def _fronted(noun: str) -> Expression:
    """As in “Baptisée Atlantide, l'usine de Comat”."""
    return Expression(
        rf"(?:Baptisée?|Nommée?|Appelée?|Dénommée?|Surnommée?|Called|Named|Dubbed) [«\"]? ?(?P<name>{_NAME}) ?[»\"]?, (?:(?:le|la|ce|cet|cette|son|sa|the|this|its|un|une|an?) |l'){_ADJECTIVE}(?:{noun})(?![\w-])"
    )


@cache
def _before(noun: str) -> Expression:
    """As in “La première fusée de la société, Miura 1, a décollé”."""
    return Expression(
        rf"(?<![\w-])(?:{noun})(?:,? (?!(?:et|and|qui|that|which)\b)[^.;:,«»\"]{{2,60}})?, (?:(?:le|la|the) |l')?(?:[«\"] ?)?(?P<name>{_NAME}) ?[»\"]?(?=,)(?!, (?:{_UP_ONLY}|et |and |ou |or ))"
    )


@cache
def _called(noun: str) -> Expression:
    return Expression(
        rf"(?<![\w-])(?:{noun})(?<!s)(?: (?!de\b)[a-zà-ÿ]+)?(?: (?:de|à|on|in|at|of) [^.;:,⟨⟩]{{2,30}})?,? {_CALLED} ?[«\"]? ?(?P<name>{_NAME})"
    )


@cache
def _english(noun: str) -> Expression:
    return Expression(rf"(?<![\w'-])(?:the|The|its|an?|\w+'s) (?P<name>{_NAME}) (?:{noun})(?![\w-])")


@cache
def _listed(noun: str) -> Expression:
    return Expression(
        rf"(?<![\w-])(?:{noun})s(?:-[a-z]+s)?(?: [a-zà-ÿ]+)?,? (?:(?:comme|tels? que|telles que|such as|like|à l'image de) )?(?P<names>{_NAME}(?:, {_NAME}){{0,8}},? (?:et|ou|and|or) {_NAME})"
    )


def _names(text: str, match: re.Match[str]) -> bool:
    """Whether a capitalised word is a name: not the first word of its sentence alone, a person or a people."""
    name = match["name"]
    if plain(name.split(" ")[0]) in first_names() or _PEOPLES.search(name) or SEATED.match(name):
        return False
    lead = text[max(0, match.start("name") - 20) : match.start("name")]
    if name in _PRONOUNS or (
        _TURNS_TO.search(lead) and re.match(r" ?[»\"]?, (?:son|sa|leur|its|their) ", text[match.end("name") :][:12])
    ):
        return False
    if _AFTER_BY.search(lead) and re.match(r" ?, (?:le |la |l'|les |the )", text[match.end("name") :][:12]):
        return False
    if plain(name) in peoples() or plain(name).split(" ")[0] in _SMALL:
        return False
    first = _BEGINS.search(text[max(0, match.start("name") - 4) : match.start("name")])
    closed = _CLOSED.match(text, match.end("name")) and name not in _ADVERBS
    return (
        not first
        or bool(closed)
        or bool(re.search(r"\d|[a-zà-ÿ][A-Z]|^[A-Z]{2}", name))
        or len(name.split()) >= _HOW_MANY
    )


def kin(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Unknown names in a list with a satellite, a launcher or a programme are of its sort: "Copernicus, Theia ou Peps"."""
    for mention in mentions:
        if mention.kind != "S" or mention.nominal:
            continue
        match = _FURTHER.match(text, mention.end)
        for name in re.finditer(_NAME, match["names"]) if match else ():
            start = match.start("names") + name.start() if match else 0
            if plain(name.group().split(" ")[0]) not in first_names():
                yield Mention("S", mention.sort, start, start + len(name.group()), name.group())
