"""Whom a figure measures when its own sentence names nobody: who the sentences before, or the text, are about."""

from __future__ import annotations

import re

from kg.extraction import tables
from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.rules.asset_words import VENUE
from kg.extraction.rules.clauses import AT, OPENING_PRONOUN, PRONOMINAL, leads, oblique, titled, wide
from kg.extraction.rules.clauses import before as earlier
from kg.extraction.rules.indicator_sectors import NATIONS, people
from kg.extraction.typed import Typed

_OWNED = Expression(
    r"\b(?:son|sa|its|leur) (?:capital|actionnaire|shareholder|owner)|\bactionnaires\b|\bshareholders\b"
)
_THE_COUNTRY = Expression(r"(?:(?:Now|Mais|But|Et|Aujourd'hui|Today),? )?(?:[Ll]e pays|[Tt]he country)\b")
_A_COMPANY = Expression(
    r"(?:Le |La |L'|The )(?:concepteur|constructeur|fabricant|fournisseur|motoriste|équipementier|opérateur|exploitant|industriel|groupe|entreprise|société|start-up|jeune pousse|firme|PME|company|firm|group|maker|manufacturer|operator|supplier|start-up|startup)\b"
)
_ALONE = Expression(r"^(?:(?:En|Dans l[ae'] ?|À|Au|In) )?(?:la |le |l')?⟨[LOF]\d+⟩(?: \([^()]*\))? ?:?$")
"""A line of a name alone above a list: whom the list is about."""
_KINDS = {"companies": "L", "establishments": "L", "jobs": "OLF", "revenue": "OL", "body": "O", "staff": "OF"}
_PAYERS = frozenset({"agency", "public", "press"})
_COMPANY = ("company", "model")
_THE_SECTOR = Expression(
    r"(?:Le secteur|La filière|Le spatial|Le domaine|L'industrie spatiale|The (?:space )?(?:sector|industry))(?! (?:d|of)\b)"
)
_SHADOW = 3
_FARSHADOW = 1.5
_SOURCE = Expression(
    r"^'s (?:[a-z]+ )?(?:largest|biggest|leading|only|oldest|newest|foremost|top|main|⟨R)|^(?:'s)? (?:own )?(?:figures|survey|study|report|count|data|estimates?|numbers|statistics|census)\b|^,? (?:en |y )?(?:dénombre|recense|estime|évalue|a (?:recensé|dénombré|compté|pesé|interrogé|évalué|chiffré|estimé)|croit savoir|finds?\b|counts?\b|counted|estimates?d?|avance|revendique [^.]{0,40}que|chiffre)"
)
_UNNAMED = Expression(
    r"\b(?:PME|ETI|société|entreprise|start-up|startup|groupe|firme|company|firm|SME) (?:[a-zà-ÿ]+ )?(?:de |à |in |du |from |d')(?:la |l')?$"
)
_STATISTICS = Expression(
    r"(?i)\b(?:observatoire|insee|urssaf|statist|banque de france|chambre de commerce|CCI)\b|observatory|chamber of commerce"
)
_SEAT_OF = Expression(r"-(?:based|headquartered|born)\b")
"""What follows the place of whoever is named next: "Durham-based Palatine Optics"."""


def fits(typed: Typed, mention: Mention) -> bool:
    """Whether a name can be what is measured: no title's complement, no source of figures, not who comes behind."""
    lead, behind = typed.before(mention), typed.after(mention)
    ahead = re.search(r"(?:derrière|devant|après|behind|after|contre|face à|loin de) (?:la |le |l'|the )?$", lead)
    unnamed = mention.kind == "L" and _UNNAMED.search(lead)
    dateline = mention.kind == "L" and len(lead) <= len("(") and re.match(r"\)|,? ?[–—-]\s", behind)
    if (
        (mention.kind == "F" and VENUE.match(mention.name))
        or tables.place_of(mention.name) is not None
        or mention.name in NATIONS
    ):
        return False
    seat = mention.kind == "L" and _SEAT_OF.match(behind)
    counts = mention.kind == "O" and _STATISTICS.search(mention.name)
    aside = ahead or unnamed or counts or dateline or seat or _SOURCE.match(behind)
    return not aside and not titled(typed, mention)


def the_country(document: Document, typed: Typed) -> Filler | None:
    """Which country a sentence that opens with "le pays" means: the last one named."""
    if not _THE_COUNTRY.match(typed.string):
        return None
    countries = (m for previous in earlier(document, typed) for m in reversed(previous.of_kind("L")) if wide(m))
    last = next(countries, None)
    return filler("subject", last) if last else None


def context(document: Document, typed: Typed, measure: str) -> Filler | None:
    """Who the sentences before are about, from the last one back, else the text's main thing."""
    kinds = "L" if _of_the_sector(document, typed) else _KINDS.get(measure, "OL")
    row = typed.sentence.kind in {"bullet", "label"}
    nominal = kinds.startswith("O") and _A_COMPANY.match(typed.string)
    spare: Mention | None = None
    principal = _principal(document, kinds)
    for distance, previous in enumerate(earlier(document, typed)):
        if (row and previous.sentence.kind in {"bullet", "label"}) or _OWNED.search(previous.string):
            continue
        alone = row and _ALONE.match(previous.string)
        fitting = [
            m
            for m in previous.of_kind(kinds)
            if fits(previous, m) and (alone or not overshadowed(document, m, principal, distance))
        ]
        if nominal and (companies := [m for m in fitting if m.sort in {"company", "model"} and not m.nominal]):
            return filler("subject", companies[-1])
        if leading := [m for m in fitting if leads(previous, m) or (row and wide(m))]:
            return filler("subject", leading[0])
        if sector := people(previous, previous.string):
            return sector
        if row and previous.sentence.kind == "heading":
            break
        fitting = [m for m in fitting if not wide(m) and m.sort not in {"agency", "public"}]
        if PRONOMINAL.search(previous.string) or not fitting:
            continue
        nearest = min(fitting, key=lambda m: _aside(previous, m))
        if nearest.kind != "L" or measure != "revenue":
            return filler("subject", nearest)
        spare = spare or nearest
    main = spare or principal
    return filler("subject", main) if main else None


def _of_the_sector(document: Document, typed: Typed) -> bool:
    """Whether a sentence, or the one that its pronoun goes back to, speaks of the sector of a place."""
    if _THE_SECTOR.match(typed.string):
        return True
    last = next(earlier(document, typed), None) if OPENING_PRONOUN.match(typed.string) else None
    return last is not None and bool(_THE_SECTOR.match(last.string))


def _principal(document: Document, kinds: str) -> Mention | None:
    """What a text is about, of some kinds: a body or a site rather than the place where it is."""
    best = document.main(kinds)
    if best is not None and best.sort in _PAYERS and (company := document.main("O", _COMPANY)):
        best = company if 2 * document.weight(company) >= document.weight(best) else best
    if best is None or best.kind != "L":
        return best
    body = document.main("".join(k for k in kinds if k in "OF")) if set(kinds) & {*"OF"} else None
    return body if body is not None and 2 * document.weight(body) >= document.weight(best) else best


def overshadowed(document: Document, mention: Mention, principal: Mention | None, distance: int) -> bool:
    """Whether a text is about something else by so much that it can hardly mean this without saying so."""
    if principal is None or mention.name == principal.name or mention.kind == "F":
        return False
    if principal.kind == "F" and mention.kind == "O":
        return False
    if mention.sort in _PAYERS and principal.sort in _COMPANY:
        return True
    return document.weight(principal) >= (_SHADOW if distance == 0 else _FARSHADOW) * document.weight(mention)


def _aside(typed: Typed, mention: Mention) -> int:
    """How far a name is from being what its sentence is about: a site, a body, a place, what follows a preposition."""
    if mention.kind == "F":
        return 0
    where = bool(AT.search(typed.before(mention)))
    return 3 if oblique(typed, mention) else 2 if where else 1
