"""Dates told by the time between: "il y a quatre ans", "three years earlier", "dans 18 mois", "depuis dix ans"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.extraction.expressions import Expression
from kg.extraction.values import lexicon
from kg.extraction.values.calendar import Partial
from kg.extraction.values.deixis import PASTS, Away, away
from kg.extraction.values.folding import Prose
from kg.extraction.values.numerals import Numeral
from kg.extraction.values.spans import Span

_AGO = Expression(
    r"(?<![\w-])(?:il y a|voila|voici) (?:maintenant |deja |tout juste |a peine |presque |"
    r"plus de |pres de |environ |quelque |un peu plus de )?\Z"
)
_IN = Expression(r"(?<![\w-])(?P<word>dans|in|d'ici(?: a)?|within|sous) (?:environ |about |moins de |les )?\Z")
_LATER = Expression(
    r" (?P<way>plus tot|auparavant|avant|plus tard|apres|ago|earlier|before|later|from now|"
    r"hence)(?![\w])(?! (?:la|le|les|l'|son|sa|ses|leurs?|ces|cette|cet|ce|the|its|their|que|d'|de))"
)
_BACK = frozenset({"plus tot", "auparavant", "avant", "ago", "earlier", "before"})
_THESE = Expression(
    r"(?<![\w-])(?:ces|les|des|the|au cours des|depuis) (?P<lean>dernieres?|derniers|last|past|next|"
    r"prochaines?|prochains|coming|previous)?[ ]?\Z"
)
_SINCE = Expression(r"(?<![\w-])depuis (?:plus de |pres de |environ |maintenant |deja )?\Z")
_LEANING = Expression(r" (?P<lean>dernieres?|derniers|prochaines?|prochains|last|past|next) ")
_FROM_NOW = frozenset({"ago", "from now", "hence"})
_MOST = 1000  # no press text counts further back


def find(prose: Prose, numerals: Iterable[Numeral], anchor: Partial | None) -> Iterator[Span]:
    """Every date or period that a number of years, months, weeks or days tells."""
    for numeral in numerals:
        lasting = _lasting(prose.folded, numeral)
        if lasting is not None and (span := _span(prose, lasting, anchor)):
            yield span


@dataclass(frozen=True, slots=True)
class _Lasting:
    """So many units of time, and where they stand; `lean` is the "dernières" between number and unit."""

    start: int
    end: int
    count: int
    unit: str
    lean: str
    approximate: bool


def _lasting(folded: str, numeral: Numeral) -> _Lasting | None:
    between = _LEANING.match(folded, numeral.end)
    match = lexicon.LASTING.match(folded, between.end() - 1 if between else numeral.end)
    if match is None or numeral.number > _MOST or numeral.number != int(numeral.number):
        return None
    lean = between["lean"] if between else ""
    unit = lexicon.UNITS[match["unit"]]
    return _Lasting(numeral.start, match.end(), int(numeral.number), unit, lean, numeral.approximate)


def _span(prose: Prose, lasting: _Lasting, anchor: Partial | None) -> Span | None:
    before = prose.before(lasting.start)
    these = _THESE.search(before)
    if ago := _AGO.search(before):
        span = _away(lasting, ago, -lasting.count, anchor)
        return replace(span, open="end") if prose.folded.startswith((" que ", " qu'"), lasting.end) else span
    inside, later = _IN.search(before), _LATER.match(prose.folded, lasting.end)
    if later and not inside:
        return _later(lasting, later, anchor)
    if lasting.lean or (these and these["lean"]):
        return _stretch(lasting, these, anchor)
    if since := _SINCE.search(before):
        return replace(_away(lasting, since, -lasting.count, anchor), open="end")
    if inside and inside["word"] not in ("in", "sous"):
        span = _away(lasting, inside, lasting.count, anchor)
        return span if inside["word"] == "dans" else replace(span, open="start")
    return None


def _away(lasting: _Lasting, lead: re.Match[str] | None, count: int, anchor: Partial | None) -> Span:
    start = lasting.start - len(lead[0]) if lead else lasting.start
    return away(Away(start, lasting.end, lasting.unit, count, lasting.approximate), anchor)


def _later(lasting: _Lasting, later: re.Match[str], anchor: Partial | None) -> Span:
    """The date that "three years ago" counts from now, "three years earlier" from the date that the text told last."""
    count = -lasting.count if later["way"] in _BACK else lasting.count
    span = replace(_away(lasting, None, count, anchor), end=later.end())
    if later["way"] in _FROM_NOW or lasting.unit != "year":
        return span
    return replace(span, years=count)


def _stretch(lasting: _Lasting, these: re.Match[str] | None, anchor: Partial | None) -> Span:
    """The years up to now, or from now on."""
    lean = lasting.lean or str(these and these["lean"])
    back = lean.startswith(PASTS)
    far = _away(lasting, these, -lasting.count if back else lasting.count, anchor)
    near = _away(lasting, these, 0, anchor)
    return replace(far, first=far.first if back else near.first, last=near.last if back else far.last, approximate=True)
