"""What unknown names are, decided by all the words they stand beside in the document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace

from kg.extraction.mention import Mention

_ORG_BEFORE = re.compile(
    r"(?:\b[Cc]hez|\b(?:groupe|société|start-up|startup|entreprise|PME|firme|cabinet|industriel|constructeur|opérateur|"
    r"PDG d[eu']|patron d[eu']|directeur(?: général)? d[eu']|directrice(?: générale)? d[eu']|présidente? d[eu']|fond(?:ateur|atrice)s? d[eu']|"
    r"CEO of|founder of|head of|director of|chairman of|company|firm|rachat d[eu']|filiale d[eu']|acquis par|avec|par|by|with|from)) ?$"
)
_ORG_AFTER = re.compile(
    r"^(?: \((?!\d)|,? (?:spécialis(?:te|ée?)|fabricant|filiale|société|start-up|startup|entreprise|éditeur|concepteur|leader|PME|groupe|"
    r"basée?|implantée?|installée?|a levé|lève|développe|conçoit|fabrique|emploie|compte|annonce|a annoncé|réalise|propose|produit|"
    r"investit|s'installe|recrute|fournit|prévoit|va|veut|travaille|dispose|a (?:été )?(?:fondée?|créée?|choisi|signé|remporté|décroché|inauguré)|"
    r"which|that|has|is a|plans|develops|employs|said|announced|raised|will)\b)"
)
_THINGS = (
    ("S", "launcher", r"(?:micro-?|mini-?|petit |futur )?(?:lanceur|fusée|rocket|launcher)"),
    ("S", "constellation", r"(?:future )?constellation"),
    ("S", "satellite", r"(?:nano-?|micro-?)?satellite|(?:nano|cube)sat"),
    (
        "F",
        "facility",
        r"(?:(?:nouveau|nouvelle|futur|future|premier|première|new|grand) )?(?:centre|parc des expositions|campus|site|bâtiment|plateforme|usine|hub|complexe|lieu|tiers-lieu|technocentre|spaceport|facility|factory|palais)",
    ),
)
OCCASION = (
    r"(?:(?:nouveau|nouvelle|grand|grande|premier|première|futur|future|traditionnel|traditionnelle|prochain|prochaine|new|annual|first|biennial|flagship|international|national) )*(?:salon|forum|festival|congrès|colloque|"
    r"événement|évènement|manifestation|symposium|convention d'affaires|conférence|séminaire|sommet|hackathon|concours|challenge|rendez-vous (?:annuel|biennal|incontournable|professionnel|du|de la|des)|"
    r"meeting (?:annuel|aérien)|compétition|foire|journée (?:d'étude|scientifique|technique|professionnelle|annuelle)|exposition|université d'été|"
    r"trade show|trade fair|conference|exhibition|summit|workshop|expo\b|competition|contest|(?:[a-z]+ )?event|gathering|meet-?up|awards? (?:ceremony|night|evening)|(?:air|space)show|symposium|summer school)"
)
KIND_OF = r"(?: (?:annuel(?:le)?|international(?:e)?|national(?:e)?|européenn?e?|biennal(?:e)?|mondial(?:e)?|régional(?:e)?|spatial(?:e)?|professionnel(?:le)?|étudiant(?:e)?|scientifique|(?:du|de la|des|d'|de l'|for|on|of|dédiée? (?:au|à la|à l')|consacrée? (?:au|à la|à l')) ?[a-zà-ÿ' -]{3,40}?))?"
_THE_OCCASION = re.compile(
    rf"^(?: ?[»\"])?(?:, (?:(?:le|la|l'|un|une|the|an?|its|their|our|son|sa|notre) ?)?{OCCASION}\b(?!'s)|[.!] (?:\w+ )?(?:[Cc]e|[Cc]et|[Cc]ette|[Tt]his) {OCCASION}\b)"
)
_OCCASION_CALLED = re.compile(
    rf"\b{OCCASION}{KIND_OF}(?:,? (?:baptisée?|nommée?|dénommée?|appelée?|intitulée?|dubbed|called|named|known as) [«\"]? ?| ?[«\"] ?)$"
)
_PLACE_BEFORE = re.compile(r"(?:\b(?:à|À|near|vers|près de|depuis|ville de|commune de|region of|town of|city of) )$")


def settled(text: str, mentions: list[Mention]) -> list[Mention]:
    """Decide what names are that only the model proposed, by all their contexts in the document."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    sorts: dict[str, str] = {}
    for m in mentions:
        if m.sort != "model":
            continue
        before, after = text[max(0, m.start - 40) : m.start], text[m.end : m.end + 40]
        votes[m.name][m.kind] += 2 if m.kind == "P" else 1
        if m.kind != "P" or " " not in m.name:
            votes[m.name]["O"] += 2 * bool(_ORG_BEFORE.search(before)) + 3 * bool(_ORG_AFTER.search(after))
            votes[m.name]["L"] += 2 * bool(_PLACE_BEFORE.search(before))
            if thing := _thing(before, after):
                votes[m.name][thing[0]] += 3
                sorts[m.name] = thing[1]
    decided = {name: max("OPLFSXE", key=lambda k: (tally[k], k != "X")) for name, tally in votes.items()}
    out = []
    for m in mentions:
        kind = decided[m.name] if m.sort == "model" else m.kind
        sort = sorts.get(m.name, m.sort) if m.sort == "model" and kind in "SFE" else m.sort
        out.append(replace(m, kind=kind, sort=sort))
    return out


def _thing(before: str, after: str) -> tuple[str, str] | None:
    """What words beside a name make of it: "Zéphyr, son lanceur", "son lanceur, baptisé Zéphyr", "X, le salon"."""
    if _THE_OCCASION.match(after) or _OCCASION_CALLED.search(before):
        return "E", "fair"
    for kind, sort, noun in _THINGS:
        if re.match(rf"^, (?:(?:son|sa|ses|le|la|un|une|its|the|a|an) )?(?:{noun})\b", after):
            return kind, sort
        if re.search(
            rf"\b(?:{noun})(?: [a-zà-ÿ]+)?(?: [«\"] ?|, |,? (?:baptisée?|nommée?|dénommée?|appelée?|dubbed|called|named) [«\"]? ?)$",
            before,
        ) and (kind == "S" or "sé" in before or "mm" in before or "dubbed" in before or "call" in before):
            return kind, sort
    return None
