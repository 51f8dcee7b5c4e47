"""What a number is by its neighbours: an amount, a share, a duration, a count, or none of these."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.extraction.expressions import Expression
from kg.extraction.values import lexicon, nouns
from kg.extraction.values.folding import Prose
from kg.extraction.values.numerals import Numeral
from kg.extraction.values.value import Value
from kg.extraction.values.wordlists import frozen

_PERCENT = Expression(r"[ -]?(?:%|pour[ -]?cents?(?![a-z])|per[ ]?cent(?![a-z])|pct(?![a-z]))(?P<points>[ ]?-?point)?")
_JOIN = Expression(r"(?: ?(?:a|-|to) ?| (?:a|et|ou|to|and|or) )\Z")
_BOTH = Expression(r"(?:entre|between|de|from|soit) \Z")
_TIMES = Expression(
    r"(?:(?P<many>[2-9]|1[0-9]|deux|trois|quatre|cinq|two|three|four|five) ?(?:x|fois|times) ?|(?P<twice>twice ))\Z"
)
_SPOKEN = {"deux": 2, "two": 2, "trois": 3, "three": 3, "quatre": 4, "four": 4, "cinq": 5, "five": 5}
_AND = frozenset({"et", "and", "or", "ou"})
_SCALE = Expression(r"[0-9a-z]?[ -]?(millions?|milliards?|mds?|mn|bn|m|k)(?:€|eur| |\Z)")
_AND_THEN = Expression(r" (?P<scale>millions?|milliards?|billions?) ")
_LEAST_REST = 1000
_SHORT, _LONG = 2, 4  # how many digits a name may end in, before a noun or without one
_TEN = 10
_THOUSAND = "thousand"
_SOME_OF = Expression(r" (?:d'entre |des (?=[0-9])|of (?:the |them|its |these ))")
_AND_BEFORE = Expression(r" (?:et|puis|and|then) \Z")
_PLACE_NEXT = Expression(r" (?:à|en|in|at|chez|près de|near) [A-ZÀ-Ý]")
_CAPITAL_NEXT = Expression(r" [A-ZÀ-Ý]")
_NAME_BEFORE = Expression(r"(?<![\w'])(?P<word>[A-ZÀ-Ý][\w'’-]*) \Z")
_SMALL_WORDS = frozen(
    "les des le la l avec en sur pour et soit dont ses leurs nos ces dans chez quelque environ plus près "
    "parmi selon depuis "
    "après avant aux au à de du d où puis mais the with some over about nearly around for of and in at "
    "from to by only all "
    "its our their these those than more less fewer almost roughly approximately total effectif effectifs "
    "résultat bilan "
    "budget soit sont compte emploie"
)
_SAID_TO_COUNT = Expression(
    r"(?:denombre|compte|recense|emploie|employait|totalise|rassemble|atteint|dont|sont|sommes|serons|voila|soit|etaient|seront|"
    r"nombre de|reunit|employs?|employed|counts?|"
    r"numbers?|reached|reach|totals?|totalling|including|(?:workforce|staff|team|headcount|payroll) of|, puis|, then|,? contre|,? up from|,? down from|compared (?:with|to)|(?:le cap|la barre) des|another|"
    r"(?:effectif|equipe|fort|forte|force) de|(?:staff|workforce|team|headcount|payroll|jobs)[a-z' ]{0,40} (?:to|from|at|stands at|of)|"
    r"(?:effectif|effectifs|emplois|salaries)[a-z' ]{0,40}(?:passe|passera|passer|passeront|porte|portera|grimpe|monte|tombe)s?(?: de [0-9]{1,5})? a|:|"
    r"(?:nombre|combien|entreprises|societes|emplois|salaries|etablissements|companies|jobs|staff|number)[^.?]{0,40}\?|[a-z)] ?\.{5,})"
    r" (?:desormais |aujourd'hui |deja |pres de |plus de |environ |quelque |nearly |about |around |some |over |more than )?\Z"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A value, or a stretch that looks like one and is none (a measure, the noun of a name)."""

    start: int
    end: int
    value: Value | None


def read(prose: Prose, numerals: Sequence[Numeral]) -> Iterator[Reading]:
    """What each number is, from the last to the first, so that "10" in "10 à 15 M€" knows what follows."""
    last: Reading | None = None
    for numeral in reversed(numerals):
        hedged = numeral.approximate or _hedged(prose, numeral.start)
        if last and (whole := _joined(prose, numeral, last, hedged=hedged)):
            last = whole
            continue
        if last:
            yield last
        last = (
            _amount(prose, numeral, hedged=hedged)
            or _share(prose, numeral, hedged=hedged)
            or _measure(prose, numeral)
            or _duration(prose, numeral, hedged=hedged)
            or _bound(prose, numeral, last.value if last else None)
            or _count(prose, numeral, hedged=hedged)
        )
    if last:
        yield last


def _joined(prose: Prose, numeral: Numeral, last: Reading, *, hedged: bool) -> Reading | None:
    """A number of millions and what follows as one: "six millions sept cent mille euros"."""
    rest = last.value
    match = _AND_THEN.match(prose.folded, numeral.end)
    if match is None or match.end() != last.start or rest is None or rest.number is None:
        return None
    factor = lexicon.factor(match["scale"], prose.language)
    if rest.kind not in ("amount", "count") or not _LEAST_REST <= rest.number < factor:
        return None
    before = lexicon.BEFORE.search(prose.before(numeral.start))
    start = numeral.start - len(before[0]) if before else numeral.start
    currency = lexicon.CURRENCIES[before["currency"]] if before else rest.currency
    number = numeral.number * factor + rest.number
    return Reading(start, last.end, replace(rest, start=start, number=number, currency=currency, approximate=hedged))


def _hedged(prose: Prose, start: int) -> bool:
    before = lexicon.BEFORE.sub("", prose.before(start))
    return lexicon.APPROXIMATE[prose.language].search(before) is not None


def _amount(prose: Prose, numeral: Numeral, *, hedged: bool) -> Reading | None:
    after = lexicon.SCALED.match(prose.folded, numeral.end)
    scale, told = (after["scale"], after["currency"]) if after else (None, None)
    before = lexicon.BEFORE.search(prose.before(numeral.start))
    if before and not scale and (upper := lexicon.RANGE_AFTER.match(prose.folded, numeral.end)):
        scale, after, hedged = upper["scale"], None, True
    upper_of = lexicon.RANGE_BEFORE.search(prose.before(numeral.start)) if scale else None
    told = told or (before and before["currency"]) or (upper_of and upper_of["currency"])
    if not scale and not before and (part := _part(prose, numeral, hedged=hedged)):
        return part
    if told is None and scale == _THOUSAND:
        return _thousands(prose, numeral, hedged=hedged)
    if (told is None and scale not in lexicon.SCALE_WORDS) or (told in lexicon.CROWNS and not scale):
        return None  # not "deux couronnes" either
    if not before and not scale and numeral.words and numeral.number == 1:
        return None  # "un euro symbolique"
    factor = lexicon.factor(scale, prose.language)
    number = numeral.number * factor + (factor / 2 if after and (after["half"] or after["first_half"]) else 0)
    start = numeral.start - len(before[0]) if before else numeral.start
    end = after.end() if after and after.group().strip() else numeral.end
    if told is None and _counts(prose, end) and (noun := nouns.counted(prose, end, plural=True)):
        return Reading(start, noun.end, Value("count", start, noun.end, number, noun=noun.word, approximate=hedged))
    currency = lexicon.CURRENCIES.get(told) if told else None
    return _times(prose, Value("amount", start, end, number, currency=currency, approximate=hedged))


def _part(prose: Prose, numeral: Numeral, *, hedged: bool) -> Reading | None:
    """A part of the amount before it, whose scale it leaves out: "8 millions d'euros, dont 3,5 pour les murs"."""
    whole = lexicon.ELIDED.search(prose.before(numeral.start, 90))
    if whole is None:
        return None
    further = re.search(r"(?:and|et|puis)(?: [a-z ]+)? \Z", whole.group()) is not None
    if not (lexicon.PART_TOO if further else lexicon.PART_OF).match(prose.folded, numeral.end):
        return None
    number = numeral.number * lexicon.factor(whole["scale"], prose.language)
    return Reading(numeral.start, numeral.end, Value("amount", numeral.start, numeral.end, number, approximate=hedged))


def _thousands(prose: Prose, numeral: Numeral, *, hedged: bool) -> Reading:
    """As in "44 thousand people", "33 thousand"."""
    end = numeral.end + 1 + len(_THOUSAND)
    noun = nouns.counted(prose, end, plural=True)
    stop, number = noun.end if noun else end, numeral.number * 1000
    word = noun.word if noun else None
    return Reading(numeral.start, stop, Value("count", numeral.start, stop, number, noun=word, approximate=hedged))


def _counts(prose: Prose, end: int) -> bool:
    """Whether what follows millions is counted: "3 millions de visiteurs", not "22 millions apportés par l'État"."""
    return prose.language == "en" or prose.folded.startswith((" de ", " d'"), end)


def _times(prose: Prose, value: Value) -> Reading:
    """Twice an amount is one amount: "deux fois 500 000 euros"."""
    match = _TIMES.search(prose.before(value.start))
    if match is None or value.number is None:
        return Reading(value.start, value.end, value)
    many = match["many"]
    factor = 2 if many is None else _SPOKEN.get(many) or int(many)
    start = value.start - len(match[0])
    return Reading(start, value.end, replace(value, start=start, number=value.number * factor))


def _share(prose: Prose, numeral: Numeral, *, hedged: bool) -> Reading | None:
    match = _PERCENT.match(prose.folded, numeral.end)
    if match is None:
        return None
    if match["points"]:
        return Reading(numeral.start, match.end(), None)
    noun = nouns.part_of(prose, match.end())
    number = numeral.number / 100
    value = Value("share", numeral.start, match.end(), number, noun=noun.word if noun else None, approximate=hedged)
    return Reading(value.start, value.end, value)


def _measure(prose: Prose, numeral: Numeral) -> Reading | None:
    match = lexicon.MEASURES.match(prose.folded, numeral.end)
    return Reading(numeral.start, match.end(), None) if match else None


def _duration(prose: Prose, numeral: Numeral, *, hedged: bool) -> Reading | None:
    match = lexicon.LASTING.match(prose.folded, numeral.end)
    if match is None or (numeral.written == "une" and lexicon.UNITS[match["unit"]] in ("day", "hour")):
        return None
    unit = lexicon.UNITS[match["unit"]]
    about = hedged and not prose.before(numeral.start).endswith("over ")
    value = Value("duration", numeral.start, match.end(), numeral.number, noun=unit, approximate=about)
    return Reading(value.start, value.end, value)


def _bound(prose: Prose, numeral: Numeral, following: Value | None) -> Reading | None:
    """The lower bound of "10 à 15 M€", which takes scale and currency from the upper one."""
    if following is None or following.number is None:
        return None
    between = prose.folded[numeral.end : following.start]
    match = _JOIN.match(between)
    if match is None:
        return None
    if between.strip() in _AND and not _BOTH.search(prose.before(numeral.start)):
        return None
    number = numeral.number * _scale_of(prose, following)
    if number < _TEN and following.kind == "count" and following.number % 1000 == 0:
        number *= 1000  # "2 à 3 000 personnes"
    value = replace(following, start=numeral.start, end=numeral.end, number=number, approximate=True)
    return Reading(value.start, value.end, value)


def _scale_of(prose: Prose, value: Value) -> Decimal:
    if value.kind == "share":
        return Decimal("0.01")
    match = _SCALE.search(prose.folded[value.start : value.end])
    return lexicon.factor(match[1], prose.language) if match else Decimal(1)


def _count(prose: Prose, numeral: Numeral, *, hedged: bool) -> Reading | None:
    one = numeral.words and numeral.number == 1
    if one or (not numeral.words and prose.folded[numeral.end : numeral.end + 1].isalpha()):
        return None
    if numeral.number != numeral.number.to_integral_value():
        return Reading(numeral.start, numeral.end, None)
    noun = nouns.counted(prose, numeral.end, plural=numeral.number > 1)
    if _part_of_a_name(prose, numeral, digits=_SHORT if noun else _LONG):
        return None
    if noun is None and not _stands_alone(prose, numeral, hedged=hedged):
        return None
    end = noun.end if noun else numeral.end
    value = Value("count", numeral.start, end, numeral.number, noun=noun.word if noun else None, approximate=hedged)
    return Reading(value.start, value.end, value)


def _part_of_a_name(prose: Prose, numeral: Numeral, *, digits: int) -> bool:
    """Whether a bare small number belongs to the name before it, as in Ariane 6."""
    if numeral.words or numeral.grouped or len(numeral.written) > digits:
        return False
    match = _NAME_BEFORE.search(prose.text[max(0, numeral.start - 40) : numeral.start])
    return match is not None and match["word"].lower() not in _SMALL_WORDS


def _stands_alone(prose: Prose, numeral: Numeral, *, hedged: bool) -> bool:
    """Whether a number without a noun still counts something named elsewhere."""
    if numeral.words:
        return numeral.number >= _TEN or numeral.approximate
    if numeral.grouped or hedged or _SOME_OF.match(prose.folded, numeral.end):
        return True
    if numeral.written.startswith("0") or _CAPITAL_NEXT.match(prose.text, numeral.end):
        return False
    if _AND_BEFORE.search(prose.before(numeral.start)) and _PLACE_NEXT.match(prose.text, numeral.end):
        return numeral.number >= _TEN
    return _SAID_TO_COUNT.search(prose.before(numeral.start)) is not None
