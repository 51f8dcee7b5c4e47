"""Plants, laboratories, dishes and other sites without a name of their own, by what their clauses say of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from kg.extraction.document import Document
from kg.extraction.engine import filler, worded
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler, Frame
from kg.extraction.rules import asset_sites, premises
from kg.extraction.rules.asset_clause import owners
from kg.extraction.rules.asset_clause import sites as where
from kg.extraction.rules.asset_facts import possessor
from kg.extraction.rules.asset_spots import Spot
from kg.extraction.tables import plain

_TRIAL = r"(?:d'essais?|d'intégration|d'assemblage|de tests?|d'étalonnage|de simulation|de calibration)"
_HEADS = (
    r"(?:(?:giga|méga)?-?usine|atelier|fonderie|manufacture|caserne|entrepôt|hangar|hall(?: " + _TRIAL + r")?|"
    r"bancs? "
    + _TRIAL
    + r"|salle blanche|salle propre|salle de contrôle|pas de tir|pot vibrant|chambre (?:anéchoïque|à vide|sourde|climatique|réverbérante)|caisson(?: à vide)?|soufflerie|"
    r"(?:radio)?télescope|parabole|antenne(?: (?:parabolique|géante|de \d+ mètres))?|radar|supercalculateur|centrifugeuse|"
    r"centre (?:d'essais?|d'intégration|d'assemblage|d'ingénierie|d'expertise|d'excellence|technique|opérationnel|spatial|logistique|d'opérations|de (?:contrôle|lancement|production|mission|données|calcul|maintenance|tests?|stockage|fabrication|recherche(?: et développement)?|réception|commande|traitement))|"
    r"data ?center|ferme de serveurs|ligne (?:de production|d'assemblage|de fabrication|pilote)|unité (?:de production|de fabrication|pilote)|"
    r"plate-?forme (?:"
    + _TRIAL
    + r"|technologique|logistique|de lancement)|station (?:sol|au sol|de réception|de poursuite|spatiale|terrienne|radar|de contrôle)|"
    r"base (?:spatiale|de lancement|aérienne|militaire)|port spatial|spatioport|astroport|cosmodrome|observatoire|planétarium|laboratoire (?:"
    + _TRIAL
    + r"|de (?:propulsion|métrologie|optique))|"
    r"technopôle|pépinière d'entreprises|site (?:industriel|de production|de lancement|"
    + _TRIAL
    + r")|bâtiment(?: [a-zà-ÿ]+)?|campus(?: spatial| industriel)?|"
    r"(?:(?:satellite|rocket|launcher|spacecraft|engine|new|component|drone|propulsion|space|test|research|ground|launch|production|manufacturing|assembly|clean|thermal|vacuum|radio|optical|tracking|antenna|payload|data|operations|control|technology|integration|engineering|innovation|mission|vibration|environmental|industrial|business) ){0,2}"
    r"(?:(?:giga|mega)?factory|plant|foundry|workshop|warehouse|clean ?room|launch ?pad|launch ?site|spaceport|observatory|planetarium|wind tunnel|test (?:stand|bench|rig|track|chamber|range|facility|centre|center|site|bed)|vacuum chamber|anechoic chamber|ground station|data cent(?:re|er)|mission control|control room|operations room|production line|assembly line|"
    r"facility|laboratory|laboratories|campus|dish|telescope|supercomputer|building|(?<=control )cent(?:re|er)|(?<=research )cent(?:re|er)|(?<=technology )cent(?:re|er)|(?<=operations )cent(?:re|er)|(?<=engineering )cent(?:re|er)|(?<=integration )cent(?:re|er)|(?<=space )hub|(?<=innovation )hub|(?<=industrial )park|(?<=business )park|(?<=technology )park))"
)
_WORK = Expression(rf"(?<![\w-])(?P<head>{_HEADS})(?![\w-])(?! (?:{_HEADS})(?![\w-]))", re.IGNORECASE)
_VAGUE = Expression(
    r"bâtiment.*|building|campus|facility|antenne|radar|hangar|entrepôt|warehouse|technopôle|laboratory|laboratories|hall|atelier|workshop|centre spatial|centre technique|observatoire|observatory|telescope|télescope|caserne|space hub",
    re.IGNORECASE,
)
"""Heads that texts mention in passing: these need both an owner and a place."""
_SITE = Expression(
    r"(?<![\w-])(?P<head>(?:(?<=[Ll]e )|(?<=[Ss]on )|(?<=[Dd]u )|(?<=[Cc]e )|(?<=⟩ ))(?:site|établissement))(?![\w-])"
)
_ONE = Expression(
    r"(?<![\w'-])(?:(?:une?|la|le|ce|cet|cette|son|sa|du|au|leur|notre|the|an?|its|this|our|their|new) (?:(?:⟨[RNML]\d+⟩|(?!(?:de|du|des|of|pour|for|à|in)\b)[\w.,-]+) ){0,3}[«\"]? ?|(?:[dl]|qu)'(?:une? )?(?:(?:⟨[RN]\d+⟩|[\w.,-]+) ){0,2}|⟨O\d+⟩'s? (?:[a-z-]+ ){0,3})$|^$",
    re.IGNORECASE,
)
_NOT_ONE = Expression(
    r"\b(?:chaque|each|every|aucune?|no|sans|without|quelle|quel|d'autres|ni|neither|any|comme|like|such as)(?: [a-zà-ÿ]+)? ?$|"
    r"\b(?:visit\w+|se tien\w+|se tient|aura lieu|held|réuni\w*|responsable|direct(?:eur|rice)|chef|patron|manager|director|head)\b[^.;⟨⟩]{0,30}$",
    re.IGNORECASE,
)
_NAMED = Expression(
    r"^.{0,3}(?:[a-zà-ÿ]+ ){0,2}[«\"(,]? ?⟨[FS]|^,? (?:la |le |l'|the )?⟨[FS]|^,? (?:pré|re|dé)?(?:baptis|nomm|call|dubb)"
)
_TOLD = Expression(
    r"constru|bâti|édifi|érig|inaugur|install|implant|ouvr|ouvert|ouvre|agrandi|extension|expan|aménag|rénov|modernis|pierre|chantier|s'offr|se dot|s'équip|ferm|fermeture|rachet|repris|reprend|sort(?:ir)? de terre|voi[rt] le jour|verra le jour|"
    r"transform|reconver|exploit|équip|sera prêt|mis en service|mise en service|livr|projet|attendu|recrut|emploi|salari|fabriqu|assembl|produi|"
    r"build|built|open|construct|stone|invest|clos|shut|convert|refurb|acquir|bought|complet|operat|plann|due for|work has|staff|jobs|employ|produc|mak|approv|permission",
    re.IGNORECASE,
)
_ITS = Expression(r"\b(?:[Ss]on|[Ss]a|[Ll]eur|[Ii]ts|[Tt]heir)(?: [a-zà-ÿ-]+| ⟨[LRMN]\d+⟩){0,3} $")
_POINTS = Expression(r"\b(?:ce|cet|cette|this|that)(?: [a-zà-ÿ-]+)? $", re.IGNORECASE)
"""What points back to something that has been told of under another name."""
_PRONOUN = Expression(
    r"(?:[^.;:⟨⟩]{0,30}, |[^.;:]{0,40}⟨L\d+⟩, )?(?:[Ii]l|[Ee]lle|[Ii]t|[Cc]elui-ci|[Cc]elle-ci)(?= |,)"
)
_SUBJECT = 60
_OPENING = 2
_MANY = 2


def find(document: Document) -> Iterator[Frame]:
    """A frame for each site that goes by a common noun, with what its clauses say of it."""
    made = [*premises.find(document), *asset_sites.find(document)]
    told: dict[str, list[Spot]] = defaultdict(list)
    for typed in document.prose:
        for match in chain(_WORK.finditer(typed.string), _SITE.finditer(typed.string)):
            told[plain(match["head"])].append(Spot(typed, match.start("head"), match.end("head")))
    known = [m for t in document.prose for m in t.mentions if m.kind == "F" and m.sort != "unnamed"]
    for head, every in told.items():
        spots = [s for s in every if _ONE.search(s.before) and not _NOT_ONE.search(s.before)]
        if (
            not spots
            or _POINTS.search(spots[0].before)
            or (known and any(_POINTS.search(s.before) for s in spots))
            or any(_NAMED.match(s.after) for s in every)
            or any(head in plain(m.name) for m in known)
        ):
            continue
        at = next((i for i, f in enumerate(made) if _speaks_of(f, head)), None)
        if at is None:
            made.extend(_frame(document, head, spots))
        else:
            made[at] = _fuller(document, made[at], [*spots, *_again(document, spots)])
    yield from made


def _speaks_of(frame: Frame, head: str) -> bool:
    return any(plain(head) in plain(str(v)) or plain(str(v)) in plain(head) for v in frame.values("name"))


def _fuller(document: Document, frame: Frame, spots: list[Spot]) -> Frame:
    """A site that another rule found, with the owner or the place that it did not."""
    whose = [] if frame.values("operator") else _owners(document, spots)
    there = [] if frame.values("place") else _places(document, spots)
    return frame.with_fillers([*whose, *there]) if whose or there else frame


def _frame(document: Document, head: str, spots: list[Spot]) -> Iterator[Frame]:
    """What the text says of one site, where it is about it."""
    every = [*spots, *_again(document, spots)]
    whose, there = _owners(document, every), _places(document, every)
    opening = document.prose[:_OPENING]
    about = head in plain(document.title) or any(s.typed is t for s in spots for t in opening)
    told = any(_TOLD.search(s.typed.string) for s in every)
    if _VAGUE.fullmatch(head) or head in {"site", "etablissement"}:
        stated = bool(whose and there) and told
    else:
        stated = bool(whose and there) or (bool(whose or there) and told and about)
    if stated:
        first = spots[0]
        name = worded("name", document, first.typed, (first.start, first.end))
        yield Frame("Asset", (name, Filler("kind", "facility", name.start, name.end), *whose, *there), "asset.works")


def _owners(document: Document, spots: list[Spot]) -> list[Filler]:
    for spot in spots:
        if found := owners(document, spot):
            return [filler("operator", m) for m in found]
    for spot in spots:
        if _ITS.search(spot.before) and (owner := possessor(document, spot)) is not None:
            return [filler("operator", owner)]
    return []


def _places(document: Document, spots: list[Spot]) -> list[Filler]:
    found = next((found for spot in spots if (found := where(document, spot))), [])
    return [filler("place", m) for m in found]


def _again(document: Document, spots: list[Spot]) -> Iterator[Spot]:
    """Where the next sentence goes on about a site as "it" or under its first word: "Elle", "l'usine"."""
    prose = document.prose
    for spot in spots:
        at = next(i for i, t in enumerate(prose) if t is spot.typed)
        if at + 1 < len(prose):
            follows = prose[at + 1]
            pronoun = _PRONOUN.match(follows.string)
            if pronoun and len(spot.before) < _SUBJECT and "⟨O" not in spot.before:
                yield Spot(follows, pronoun.start(), pronoun.end())
