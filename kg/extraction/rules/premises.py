"""Facilities without a name of their own: "la salle blanche d'Hemeria", "une usine de 10 000 m²"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler, Frame
from kg.extraction.mention import Mention
from kg.extraction.rules.asset_context import BUILT, town
from kg.extraction.rules.asset_facts import operators_at, places_at, possessor
from kg.extraction.rules.asset_spots import Spot
from kg.extraction.tables import plain
from kg.extraction.typed import compiled

_HEAD = Expression(
    r"(?<![\w-])(?P<head>(?:méga|giga)?usine|(?:(?:satellite|rocket|launcher|spacecraft|engine|new|component|drone) )?(?:mega-?|giga)?factory|(?:(?:production|manufacturing|satellite|rocket|assembly|engine|launcher) )?plant|salles? blanches?|clean ?rooms?|pas de tir|launch ?pad|launch site|"
    r"centre d'(?:excellence|essais?|assemblage|intégration)|test (?:centre|center|facility)|stations? (?:sol|au sol|de réception|de traitement|spatiale|terrienne)|ground station|"
    r"vertiport|aéroport|zone aéroportuaire|airport|téléport|teleport|bancs? d'essais?|hall d'(?:assemblage|intégration)|ligne d'assemblage|base de lancement|centre de (?:contrôle|lancement|production|mission)|mission control|"
    r"ensemble de lancement|spaceport|port spatial|cosmodrome|astroport|site de production|locaux|technocentre|planétarium|observatoire|"
    r"centre (?:technique|opérationnel|d'expertises?|d'ingénierie|de fabrication|de services|logistique)|(?:technical|engineering|operations|manufacturing|space|logistics) (?:cent(?:er|re)|hub)|siège|headquarters|installations|bâtiment|campus|hangar|centre de (?:recherche(?: et développement)?|données|formation|maintenance|stockage|tests?)|data ?cent(?:er|re)|"
    r"(?:research|R&D|technology|innovation) cent(?:er|re)|plate-?forme (?:d'essais|d'intégration|logistique)|soufflerie|site d'essais|wind tunnel|warehouse)(?![\w-])",
    re.IGNORECASE,
)
_BUILT = Expression(
    r"constru|bâti|élèver|édifi|érig|inaugur|installer|s'installe|implanter|ouvrir|ouvert|ouvre|agrandi|extension|aménag|réhabilit|première pierre|chantier|s'offr|⟨R\d+⟩ (?:pierre|stone)|adapt|rénov|modernis|convert|sort(?:ira)? de terre|"
    r"build|built|open(?:ed|s|ing)|construct|first stone|invest",
    re.IGNORECASE,
)
_OWNED = compiled(r"^(?: [a-zà-ÿ]+)?(?: de la | de l'| du | des | de | d'| of the | of )<operator:OX>(?!'s)")
_OWNER = compiled(r"<operator:OX>'s (?:⟨L\d+⟩ )?(?:[a-z-]+ ){0,2}$")
_AT = compiled(
    r"^(?: (?:de la |de l'|du |des |de |d'|of the |of )⟨O\d+⟩,?)?[^.;:⟨⟩]{0,40} (?:à |au |en |in |at |near |près de |sur l'île de |dans (?:le |la |l'))<place:LF>(?:(?: \(|, |,? (?:in|à|en) )<place2:L>\)?)?|"
    r"^ (?:de |d'|of )<place3:L>|"
    r"^ (?:que |qu'|that |which )(?:la |le |l'|the )?⟨[OX]\d+⟩(?:[^.;⟨⟩]|⟨[DUR]\d+⟩){0,60} (?:à |au |en |in |at |near )<place5:L>(?:,? (?:\(|en |dans (?:le |la |l'))<place6:L>)?|"
    r"^[^.;:⟨⟩]{0,90} (?:implantée?|installée?|construite?|bâtie?|située?|ouverte?|built|opened|located) (?:à |au |en |in |at |near |près de )<place4:L>"
)
_NAMED_BESIDE = Expression(
    r"^(?! ?,? ?(?:at|in|on|near|à|au|aux|en|dans|sur|près|outside|inside|within|next|close)\b).{0,3}(?:(?!(?:at|in|on|near|à|au|en|dans|sur)\b)[a-zà-ÿ]+ ){0,2}[«\"(,]? ?⟨[FS]|^,? (?:la |le |l'|the )?⟨[FS]|^ (?:baptis|nomm|dénomm|called|dubbed)"
)
_WHOSE = Expression(r"\b(?:[Ss]on|[Ss]a|[Ss]es|[Ii]ts)(?: [a-zà-ÿ]+){0,2} $")
_FOR_WHOM = compiled(
    r"^(?: [a-zà-ÿ-]+)?,? (?:que |qu'|pour lesquels |pour laquelle |pour lequel |dans lesquels |où |that |which )(?:la |le |l'|les |the )?<operator:OX>(?! (?:avait|had))"
)
_PLANNED = Expression(
    r"(?:création|construction|break(?:s|ing)? ground|broke ground|besoin|projet|ouverture|s'offr\w+|se dote\w*|s'est dotée?|investi\w+ dans|implantation|implanter|construi\w+|bâti\w*|ouvr\w+|édifi\w+|érig\w+|install\w+|aménager|accueillir|accueillera|à la clé|inaugurer|inauguré|build\w*|open\w*|plans? for|creation of|construction of)"
    r"[ ,][^.;⟨⟩]{0,20}(?:⟨[LDO]\d+⟩,? )?(?:une?|d'une?|an?) (?:(?:⟨[RN]\d+⟩|[\w.,-]+) ){0,2}$|\b(?:sa|son|leur|its|their|[dl]'une?|une?|an?) (?:future?|prochaine?|seconde?|deuxième|⟨R\d+⟩|second|planned|forthcoming|upcoming) (?:[a-zà-ÿ-]+ )?$",
    re.IGNORECASE,
)
_FORMER = Expression(r"\b(?:ancien(?:ne)?s?|ex-|former) ?$", re.IGNORECASE)
_MOVES_IN = compiled(
    r"<operator:OX>,? (?:qui )?(?:s'installe(?:ra)?|va s'installer|emménage(?:ra)?|s'implante(?:ra)?|prend(?:ra)? possession|reprend(?:ra)?|occupera|moves? into|will move into|takes over)(?![\w-])|"
    r"(?:occupant|locataire|tenant)(?: [a-z]+)?, <operator2:OX>"
)
_ONE = Expression(
    r"(?<![\w'-])(?:(?:une?|la|le|ce|cet|cette|son|sa|du|au|the|an?|its|this) (?:(?:⟨[RN]\d+⟩|[\w.,-]+) ){0,2}[«\"]? ?|(?:[dlDL]|qu)'(?:une? )?(?:(?:⟨[RN]\d+⟩|[\w.,-]+) ){0,2})$|^$",
    re.IGNORECASE,
)
_PREMISES = Expression(r"(?<![\w'-])(?:futurs|ses|leurs|de nouveaux|des nouveaux) (?:[a-zà-ÿ-]+ )?$", re.IGNORECASE)
_PORT = Expression(
    r"spaceport|port spatial|cosmodrome|astroport|base de lancement|launch ?pad|launch site|pas de tir|teleport|vertiport"
)
_WILL_BE = Expression(
    r"[^.;⟨⟩]{0,40} (?:sera|va être|doit être|est|a été|vient d'être|pourrait être|will be|is to be|is being|is planned|is proposed|has been|was) (?:[a-zà-ÿ]+ment |[a-z]+ly )?(?:prévue?|projetée?|en construction|en projet|under construction|planned|proposed|to be built|livrée?|installée?|construite?|bâtie?|implantée?|ouverte?|inaugurée?|aménagée?|built|installed|opened|constructed|erected)(?![\w-])|"
    r"[^.;⟨⟩]{0,40} (?:sortira|verra le jour|va sortir|va voir le jour|doit voir le jour|s'élèvera|ouvrira ses portes|va ouvrir|ouvrira|will open|is set to open)(?![\w-])"
)
_RELATIVE = Expression(
    r" (?:que |qu'|that |which )(?:la |le |l'|the )?⟨[OX]\d+⟩ (?:vient d[e'] ?|a |va |doit |ont |has |is to |will )?(?:inaugur|constru|bâti|ouv|installé|aménag|agrand|buil|open)"
)
_SIZED = Expression(r" (?:d'environ |de |of |d')[^,.;]{0,12}\d[\d .,]* ?(?:m2|m²|mètres carrés|hectares|square)")
_BUILDING = Expression(r"batiment|hangar|warehouse")
_COMMON = Expression(r"siege|headquarters|installations|batiment|campus|hangar|warehouse|observatoire")
"""Words for buildings that texts mention in passing."""
_HELD = Expression(
    r"(?:aura lieu|a lieu|se tiendra|se tient|s'est tenue?|se déroul\w*|s'est déroulée?|réunis|réuni|organisée?s?|held|takes place) ",
    re.IGNORECASE,
)
_EACH = Expression(r"\b(?:chaque|chacune?|each|every)\b", re.IGNORECASE)
_BUILDERS = frozenset({"company", "model"})
_PAIRED = Expression(
    r"(?:usine|factory|plant|centre|center|siège|headquarters|hub) (?:and|et) (?:(?:a|an|its|un|une|son|sa|the|le|la) )?(?:[a-z]+ )?$",
    re.IGNORECASE,
)
"""What makes a second word for one building: "its factory and research centre"."""
_MANY = 2
_OPENING = 2


def find(document: Document) -> Iterator[Frame]:
    """A frame for each kind of facility that the text is about, or that it gives an owner, without naming it."""
    named = [m for t in document.prose for m in t.mentions if m.kind == "F" or (m.kind == "O" and _HEAD.match(m.name))]
    told: dict[str, list[tuple[Spot, re.Match[str]]]] = defaultdict(list)
    for typed in document.prose:
        for match in _HEAD.finditer(typed.string):
            told[plain(match["head"])].append((Spot(typed, match.start(), match.end()), match))
    for head, occurrences in told.items():
        spots = [
            spot for spot, _ in occurrences if _is_one(spot, head) or (_owners(spot) and not _HELD.search(spot.before))
        ]
        if not spots or any(head in plain(m.name) for m in named) or any(_is_named(spot) for spot, _ in occurrences):
            continue
        parts = _parted(document, spots)
        for part in parts:
            frame = _frame(
                document,
                head,
                [*part, *(_again(document, head, part) if len(parts) == 1 else ())],
                apart=len(parts) > 1,
            )
            if frame is not None:
                yield frame


def _parted(document: Document, spots: list[Spot]) -> list[list[Spot]]:
    """The places where a text speaks of each of its plants, where it gives them to different owners."""
    parts: dict[str, list[Spot]] = {}
    last = ""
    for spot in spots:
        stated = [m.name for m in _owners(spot)] or [str(f.value) for f in operators_at(document, spot)]
        last = stated[0] if stated else last
        parts.setdefault(last, []).append(spot)
    if len(parts) > 1 and "" in parts:
        unowned = parts.pop("")
        first = next(iter(parts))
        parts[first] = [*unowned, *parts[first]]
    return list(parts.values())


def _again(document: Document, head: str, spots: list[Spot]) -> Iterator[Spot]:
    """Where the text goes on about it under the first word alone: "cette salle", "le centre"."""
    first, _, rest = head.partition(" ")
    first_spot = spots[0].typed.sentence.start
    pattern = re.compile(
        rf"(?<![\w'-])(?:ce|cet|cette|le|la|l'|the|this) ?{first}(?:-là)?(?![\w-])(?! (?:de|du|des|d'|of)\b)",
        re.IGNORECASE,
    )
    for typed in document.prose if rest else ():
        if typed.sentence.start > first_spot:
            yield from (Spot(typed, m.start(), m.end()) for m in pattern.finditer(typed.string))


def _is_one(spot: Spot, head: str) -> bool:
    """Whether the words stand for one building: "une usine", "ses locaux", not "des usines", "chaque usine"."""
    one = _ONE.search(spot.before) or (head == "locaux" and _PREMISES.search(spot.before))
    return (
        bool(one)
        and not _PAIRED.search(spot.before)
        and not _EACH.search(spot.before)
        and not _HELD.search(spot.before)
    )


def _is_named(spot: Spot) -> bool:
    """Whether the name of a facility stands beside the word for it."""
    return bool(_NAMED_BESIDE.match(spot.after) or re.search(r"⟨F\d+⟩,? (?:[a-z' ]{0,12})$", spot.before))


def _frame(document: Document, head: str, spots: list[Spot], *, apart: bool = False) -> Frame | None:
    """What the text says of its own plant or premises; nothing where it only mentions one."""
    opening = document.prose[:_OPENING]
    about = len(spots) >= _MANY or head in plain(document.title) or any(s.typed is t for s in spots for t in opening)
    built = any(BUILT.search(s.typed.string) for s in spots)
    operators = _operators(document, spots)
    owned = next((s for s in spots if _owners(s) and (operators or not _FORMER.search(s.before))), None)
    where = _places(document, head, spots)
    stated = (operators and where) or (bool(operators or where) and any(_BUILT.search(s.typed.string) for s in spots))
    port = bool(where) and bool(_PORT.fullmatch(head))
    planned = any(_PLANNED.search(s.before) for s in spots)
    planned = planned or (bool(where) and any(_WILL_BE.match(s.after) for s in spots))
    if head == "locaux" and not _central(document, head, spots):
        return None
    relative = any(_RELATIVE.match(s.after) for s in spots)
    told = (
        (planned or relative)
        and where
        and (operators or any(_SIZED.match(s.after) for s in spots))
        and _BUILDING.fullmatch(head)
    )
    if (
        _COMMON.fullmatch(head)
        and not told
        and not (_central(document, head, spots) and (planned or built) and (operators or where))
    ):
        return None
    if not (owned and head != "locaux") and not (about and (built or operators)) and not (stated or planned or port):
        return None
    shown = owned or spots[0]
    start, end = shown.typed.origin(shown.start), shown.typed.origin(shown.end)
    if owned and (owner := _owners(owned)[0]).start >= end:
        end = owner.end
    elif apart and (size := _SIZED.match(shown.after)):
        end = shown.typed.origin(shown.end + size.end())
    name = Filler("name", document.text[start:end], start, end)
    return Frame("Asset", (name, Filler("kind", "facility", start, end), *operators, *where), "asset.premises")


def _central(document: Document, head: str, spots: list[Spot]) -> bool:
    """Whether a text is about a building of a common kind: its title says so, or it opens with it and goes on about it."""
    opening = document.prose[:_OPENING]
    return head in plain(document.title) or (len(spots) >= _MANY and any(s.typed is t for s in spots for t in opening))


def _owners(spot: Spot) -> list[Mention]:
    return [*spot.typed.captured(_OWNED.match(spot.after)), *spot.typed.captured(_OWNER.search(spot.before))]


def _operators(document: Document, spots: list[Spot]) -> list[Filler]:
    """Whose the facility is: who moves in where it was another's, its owner, its maker, or whom "its" means."""
    taken_over = any(_FORMER.search(s.before) for s in spots)
    owners = {m.name for s in spots for m in _owners(s)}
    for typed in document.prose:
        movers = [
            m for match in _MOVES_IN.finditer(typed.string) for m in typed.captured(match) if m.name not in owners
        ]
        if movers and (taken_over or owners):
            return [filler("operator", movers[0])]
    for spot in spots:
        if taken_over and (maker := document.main("O", ("company", "model"))) and maker.name not in owners:
            return [filler("operator", maker)]
        if owners_here := [] if _FORMER.search(spot.before) else _owners(spot):
            return [filler("operator", owners_here[0])]
        if used := spot.typed.captured(_FOR_WHOM.match(spot.after)):
            return [filler("operator", used[0])]
        found = [] if _FORMER.search(spot.before) else [*operators_at(document, spot)]
        if found:
            return found
    whose = next((s for s in spots if _WHOSE.search(s.before)), None) or next(
        (s for s in spots if not taken_over and (_PLANNED.search(s.before) or _WILL_BE.match(s.after))), None
    )
    owner = possessor(document, whose) if whose else None
    if owner is not None and not _WHOSE.search(whose.before if whose else "") and owner.sort not in _BUILDERS:
        owner = None
    return [filler("operator", owner)] if owner else []


def _places(document: Document, head: str, spots: list[Spot]) -> list[Filler]:
    """Where the facility is, as the words beside it say, or the town that the text is about."""
    for spot in spots:
        found = [m for m in spot.typed.captured(_AT.match(spot.after)) if m.sort not in {"country", "continent"}]
        if found:
            return [filler("place", m) for m in found]
        if beside := [*places_at(document, spot)]:
            return beside
    where = town(document, head, spots)
    return [filler("place", where)] if where else []
