"""Facilities, constellations, satellites, launchers and technical programmes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler, Frame
from kg.extraction.mention import Mention
from kg.extraction.typed import Typed, compiled

_KINDS = {"facility", "constellation", "satellite", "launcher", "programme"}
_PLACE_AFTER = re.compile(
    r"^(?: ?\([A-Z]{2,6}\))?,? ?(?:(?:est |sera |is |will be )?(?:basée?|implantée?|installée?|située?|located|based|built|construite?) )?(?:à |au |en |in |at |near |près de |, |\()(?:⟨F\d+⟩,? (?:à |in |\())?⟨L(\d+)⟩"
)
_HOUSED = re.compile(
    r"⟨L(\d+)⟩ (?:abrite|héberge|accueille|hosts|houses)(?: [a-zà-ÿ]+)? (?:la |le |l'|the )?$|⟨L(\d+)⟩ (?:abrite|héberge)(?: désormais)? $"
)
_MAKER = re.compile(
    r"(?:⟨O(\d+)⟩[^.;⟨⟩]{0,60}(?:développe|exploite|construit|conçoit|fabrique|opère|a lancé|a développé|prépare|operates|builds|develops|built|operated|son (?:micro-?)?lanceur|sa (?:micro-?)?fusée|sa constellation|its rocket|its launcher)[^.;⟨⟩]{0,40}$)"
)
_MAKER_AFTER = re.compile(
    r"^[^.;⟨⟩]{0,40}(?:développée?|exploitée?|construite?|conçue?|fabriquée?|opérée?|gérée?|developed|operated|built|made|managed|run) (?:par|by) (?:la |le |l'|les |the )?⟨O(\d+)⟩|^ (?:de |d'|du |de l'|de la )⟨O(\d+)⟩|^(?:(?:,| et| and) (?:de |d'|la |le |l')?⟨S\d+⟩){0,2},? (?:qu(?:e |')|that |which )(?:la |le |l')?⟨O(\d+)⟩ (?:exploite|développe|construit|fabrique|opère|conçoit|commercialise|prépare|operates|builds|develops|makes)"
)
_POSSESSIVE = re.compile(r"(?:\b[Ss]on|\b[Ss]a|\b[Ii]ts)(?: [a-zà-ÿ-]+){0,3}[ ,]*$")


_THERE = re.compile(
    r"\by (?:construi\w+|implant\w+|install\w+|ouvr\w+|bâti\w+|développ\w+|exploit\w+|aménag\w+|inaugur\w+)[^.;⟨⟩]{0,40}$"
)
_BUILDS_THERE = re.compile(
    r"⟨O(\d+)⟩,? (?:(?:y|va|will|plans to|prévoit d[e']|compte|veut|doit|a|has|vient d[e']|souhaite|entend) ?){0,3}(?:y )?(?:construi\w+|implant\w+|install\w+|ouvr\w+|bâti\w+|aménag\w+|buil\w+|open\w*|lanc\w+|mis en service|develop\w*|operat\w*|conduit|pilote|opère|gère) (?:à ⟨L\d+⟩ |en ⟨L\d+⟩ )?(?:la |le |l'|les |une |un |sa |son |ses |the |its |an? )?(?:[a-zà-ÿ-]+ ){0,3}$"
)
_CALLED = re.compile(r"(?:s'appelle(?:ra)?|baptisée?|dénommée?|is called|dubbed) (?:[«\"] ?)?$")
_TECHNICAL = re.compile(
    r"Station|[Ss]paceport|Launch|Space (?:Cent|Hub|City|Park)|Factory|Observato|Test |[Tt]élescope|pas de tir|[Ee]nsemble de lancement|Aerospace (?:City|Park)"
)
_IN_NAME = re.compile(r"^(?:Spaceport |Cosmodrome d[e'] ?)([A-ZÀ-Ý][\w-]+)$|^([A-ZÀ-Ý][\w-]+) [Ss]paceport$")


_WHOSE = re.compile(
    r"⟨O(\d+)⟩,? (?:dont|whose) (?:le |la |l')?(?:(?:micro-?|mini-?)?lanceur |satellite |fusée |rocket )?$"
)
_RUNS = re.compile(
    r"(?:exploitante?|opérat(?:eur|rice)|concept(?:eur|rice)|maître d'œuvre|operator|maker|builder|architecte) (?:du |de la |de l'|des |of the |of )$"
)
_SITE_OF = compiled(
    r"<operator:O>,? (?:which|who|qui) (?:operates|runs|owns|manages|exploite|gère|opère) (?:the |le |la |l'|ce |cette )(?:site|centre|center|base|spaceport|port spatial|station|installation)(?:,? (?:near|in|at|à|près de|en) <place:L>)?"
)


def _namesake(document: Document, mention: Mention) -> Mention | None:
    """The company that its constellation is named after."""
    if mention.sort != "constellation":
        return None
    return next((m for m in document.mentions if m.kind == "O" and m.name == mention.name), None)


def _spoken_of(document: Document, typed: Typed) -> Iterator[Frame]:
    """As in “the corporation, which operates the site near Kiruna”: what is said of the text's own facility."""
    site = document.main("F", ("facility",))
    for match in _SITE_OF.finditer(typed.string) if site is not None else ():
        marks = (("operator", match["operator"]), ("place", match["place"]))
        said = [filler(slot, typed.mentions[int(mark[2:-1])]) for slot, mark in marks if mark]
        if site is not None:
            yield Frame("Asset", (filler("name", site), *said), "asset.facility")


def find(document: Document) -> Iterator[Frame]:
    """A frame for each asset that is named."""
    venues = {m.name for t in document.prose for m in t.of_kind("E")}
    counted = Counter(m.name for t in document.prose for m in t.of_kind("SF"))
    for typed in document.prose:
        yield from _spoken_of(document, typed)
        for mention in typed.of_kind("SF"):
            if mention.nominal or mention.name in venues or (mention.kind == "F" and _venue(typed, mention)):
                continue
            kind = mention.sort if mention.sort in _KINDS else "facility"
            fillers = [filler("name", mention), Filler("kind", kind, mention.start, mention.end)]
            fillers.extend(_place(document, typed, mention, kind))
            fillers.extend(_operator(document, typed, mention))
            if (
                mention.kind == "F"
                and len(fillers) == 2
                and counted[mention.name] < 2
                and not _TECHNICAL.search(mention.name)
            ):
                continue
            yield Frame("Asset", tuple(fillers), f"asset.{kind}")


def _venue(typed: Typed, mention: Mention) -> bool:
    return (
        bool(typed.of_kind("E"))
        or bool(
            re.search(
                r"(?:se tient|se tiendra|aura lieu|se déroule|organisée?|held|takes place|accueille)", typed.string
            )
        )
        or mention.name == "Baïkonour"
    )


def _place(document: Document, typed: Typed, mention: Mention, kind: str) -> Iterator[Filler]:
    if kind != "facility":
        return
    at = typed.position(mention)
    mark = typed.string[at:].index("⟩") + 1
    if _THERE.search(typed.string[:at]) and (last := _last_town(document, typed)):
        yield filler("place", last)
    elif match := _PLACE_AFTER.match(typed.string[at + mark :]) or _HOUSED.search(typed.string[:at]):
        yield filler("place", typed.mentions[int(next(g for g in match.groups() if g))])
    elif match := _IN_NAME.search(mention.name):
        town = next(g for g in match.groups() if g)
        entry = document.known.lookup(town)
        if entry is not None and entry.kind == "L":
            yield Filler("place", town, mention.start, mention.end)


def _last_town(document: Document, typed: Typed) -> Mention | None:
    towns = ("commune", "city", "department", "region", "model")
    before = [m for m in document.mentions if m.kind == "L" and m.sort in towns and m.end <= typed.sentence.start]
    return before[-1] if before else None


def _operator(document: Document, typed: Typed, mention: Mention) -> Iterator[Filler]:
    at = typed.position(mention)
    before, after = typed.string[:at], typed.string[typed.string.index("⟩", at) + 1 :]
    if match := _MAKER.search(before) or _MAKER_AFTER.match(after):
        yield filler("operator", typed.mentions[int(next(g for g in match.groups() if g))])
    elif match := _WHOSE.search(before):
        yield filler("operator", typed.mentions[int(match[1])])
    elif _RUNS.search(before) and (bodies := [m for m in typed.of_kind("O") if typed.position(m) < at]):
        yield filler("operator", bodies[0])
    elif namesake := _namesake(document, mention):
        yield filler("operator", namesake)
    elif match := _BUILDS_THERE.search(before):
        yield filler("operator", typed.mentions[int(match[1])])
    elif _CALLED.search(before) and (maker := document.main("O", ("company", "model"))):
        yield filler("operator", maker)
    elif _POSSESSIVE.search(before) or re.match(r", (?:son|sa|its) ", after):
        companies = [
            m for m in document.mentions if m.kind == "O" and m.sort in {"company", "agency"} and m.end <= mention.start
        ]
        if companies:
            yield filler("operator", companies[-1])
