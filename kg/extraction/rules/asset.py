"""Facilities, constellations, satellites, launchers and technical programmes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler, Frame
from kg.extraction.mention import Mention
from kg.extraction.typed import Typed

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
    r"^[^.;⟨⟩]{0,40}(?:développée?|exploitée?|construite?|conçue?|fabriquée?|opérée?|gérée?|developed|operated|built|made|managed|run) (?:par|by) (?:la |le |l'|les |the )?⟨O(\d+)⟩|^ (?:de |d'|du |de l'|de la )⟨O(\d+)⟩"
)
_POSSESSIVE = re.compile(r"(?:\b[Ss]on|\b[Ss]a|\b[Ii]ts)(?: [a-zà-ÿ-]+){0,3}[ ,]*$")


def find(document: Document) -> Iterator[Frame]:
    """A frame for each asset that is named."""
    venues = {m.name for t in document.prose for m in t.of_kind("E")}
    counted = Counter(m.name for t in document.prose for m in t.of_kind("SF"))
    for typed in document.prose:
        for mention in typed.of_kind("SF"):
            if mention.nominal or mention.name in venues or (mention.kind == "F" and _venue(typed, mention)):
                continue
            kind = mention.sort if mention.sort in _KINDS else "facility"
            fillers = [filler("name", mention), Filler("kind", kind, mention.start, mention.end)]
            fillers.extend(_place(typed, mention, kind))
            fillers.extend(_operator(document, typed, mention))
            if mention.kind == "F" and not mention.known and len(fillers) == 2 and counted[mention.name] < 2:
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


def _place(typed: Typed, mention: Mention, kind: str) -> Iterator[Filler]:
    if kind != "facility":
        return
    at = typed.position(mention)
    mark = typed.string[at:].index("⟩") + 1
    if match := _PLACE_AFTER.match(typed.string[at + mark :]) or _HOUSED.search(typed.string[:at]):
        yield filler("place", typed.mentions[int(match[1])])


def _operator(document: Document, typed: Typed, mention: Mention) -> Iterator[Filler]:
    at = typed.position(mention)
    before, after = typed.string[:at], typed.string[typed.string.index("⟩", at) + 1 :]
    if match := _MAKER.search(before) or _MAKER_AFTER.match(after):
        yield filler("operator", typed.mentions[int(next(g for g in match.groups() if g))])
    elif _POSSESSIVE.search(before) or re.match(r", (?:son|sa|its) ", after):
        here = typed.sentence.start + 0
        companies = [
            m for m in document.mentions if m.kind == "O" and m.sort in {"company", "agency"} and m.end <= mention.start
        ]
        if companies and here >= 0:
            yield filler("operator", companies[-1])
