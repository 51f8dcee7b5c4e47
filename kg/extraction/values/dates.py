"""Dates as they are written: days, months, years, parts of a year, and numeric forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from kg.extraction.expressions import Expression
from kg.extraction.values import datewords as words
from kg.extraction.values.calendar import Partial
from kg.extraction.values.folding import Prose
from kg.extraction.values.spans import OF_THIS_YEAR, Span
from kg.language import Language

_YEAR = r"(?:19[0-9]{2}|20[0-9]{2})(?![\w%€$£]|[.,][0-9])"
_WD = rf"(?:{words.any_of(words.WEEKDAYS)})"
_DAY = r"(?:1er|1 er|0?[1-9]|[12][0-9]|3[01])(?![0-9])"
_DAY_EN = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![0-9a-z])"
_MONTH = {
    language: (
        rf"(?:(?:{words.any_of(words.MONTHS[language])})(?![\w])|"
        rf"(?:{words.any_of(words.SHORT_MONTHS[language])})(?:\.(?!\w)|(?= (?:19|20)[0-9]{{2}})|(?![\w. ])))"
    )
    for language in words.MONTHS
}
_LEAN_FR = r"(?: (?P<lean>dernier|derniere|passe|passee|prochain|prochaine)s?(?![a-z]))?"
_DAYS: Mapping[Language, tuple[Expression, ...]] = {
    "fr": (
        Expression(
            rf"(?<![\w.,/])(?:(?P<wd>{_WD}),? (?:le )?)?(?P<day>{_DAY})"
            rf"(?P<more>(?:(?:, | au | et (?:le )?| ?- ?| a | ou (?:le )?| puis (?:le )?)(?:{_WD} )?{_DAY}){{0,4}})"
            rf" (?P<month>{_MONTH['fr']})(?:,? (?:de l'annee )?(?P<year>{_YEAR}))?{_LEAN_FR}"
            r"(?: de l'(?:an|annee) (?P<of>derniere?|passee?|prochaine?)(?![a-z]))?"
        ),
    ),
    "en": (
        Expression(
            rf"(?<![\w.,/])(?:(?P<wd>{_WD}),? )?(?:the )?(?P<day>{_DAY_EN})"
            rf"(?P<more>(?:(?: ?, | to | and | ?- ?| until | through |, and | or )(?:{_WD},? )?(?:the "
            rf")?{_DAY_EN}){{0,4}})"
            rf" (?:of )?(?P<month>{_MONTH['en']})(?:,? (?P<year>{_YEAR})| (?:of )?(?P<of>last|next) year)?(?P<lean>(?!))?"
        ),
        Expression(
            rf"(?<![\w.,/])(?:(?P<wd>{_WD}),? )?(?P<month>{_MONTH['en']}) (?P<day>{_DAY_EN})"
            rf"(?P<more>(?:(?: to | and | ?- ?| until | through )(?:{_WD},? )?{_DAY_EN})?)(?:,? "
            rf"(?P<year>{_YEAR}))?(?P<lean>(?!))?"
        ),
    ),
}
_PART = (
    r"(?:(?P<part>(?:au |en )?(?:tout )?debut|(?:a la |la )?mi|(?:a la |la |en |toute )?fin|courant|(?:very "
    r")?early|(?:very )?late|mid|"
    r"(?:the )?(?:very )?(?:end|beginning|start|middle)|au cours)(?:[ -]du mois|[ -]the year)?[ -](?:de "
    r"l'annee |du mois |de |d'|of |in )?)?"
)
_MONTHS: Mapping[Language, Expression] = {
    "fr": Expression(
        rf"(?<![\w-]){_PART}(?P<month>{_MONTH['fr']})(?: (?P<year>{_YEAR})| (?P<lean>dernier|passe|prochain)s?(?![a-z])"
        r"| de l'(?:an|annee) (?P<of>derniere?|passee?|prochaine?)| de (?P<this>cette) annee)?"
    ),
    "en": Expression(
        rf"(?<![\w-])(?P<lean>last |next |this )?{_PART}(?P<month>{_MONTH['en']})(?:,? (?P<year>{_YEAR})| "
        rf"(?:of )?(?P<of>last|next|this) year)?"
    ),
}
_YEARS = Expression(rf"(?<![\w.,/°])(?<![a-z]-){_PART}(?:l'annee |annee |l'an )?(?P<year>{_YEAR})(?!-[a-z])(?!/[0-9])")
_SEASON = Expression(
    rf"(?<![\w-])(?P<this>cet |ce |cette |this |l'|la |le |au )?(?P<enlean>last |next )?"
    rf"(?P<season>{'|'.join(words.SEASONS)})"
    rf"(?: (?:de |of )?(?P<year>{_YEAR})| (?P<lean>derniere?|passee?|prochaine?))?(?![\w'-])"
)
_QUARTER = Expression(
    rf"(?<![\w-])(?:(?P<n>{'|'.join(words.NUMBERED)}) (?P<unit>trimestre|semestre|quarter|half)(?: (?:de |of "
    rf"|de l'annee )?(?P<year>{_YEAR}))"
    rf"|(?P<short>[tqsh])(?P<digit>[1-4])[ -](?P<year2>{_YEAR}))"
)
_DECADE = Expression(r"(?<![\w-])(?:annees (?P<fr>(?:19|20)?[0-9]0)|(?P<en>(?:19|20)[0-9]0)s)(?![\w-])")
_ISO = Expression(
    r"(?<![\w.,/-])(?P<year>(?:19|20)[0-9]{2})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12][0-9]|"
    r"3[01]))?(?![\w/-]|[.,][0-9])"
)
_NUMERIC = Expression(
    rf"(?<![\w.,/-])(?:{_WD},? (?:le )?)?(?P<a>[0-3]?[0-9])(?P<mark>[/.-])(?P<b>[01]?[0-9])(?P=mark)(?P<year>(?:19|"
    r"20)[0-9]{2})(?![\w/-]|[.,][0-9])"
)
_MONTH_YEAR = Expression(r"(?<![\w.,/-])(?P<month>0[1-9]|1[0-2])/(?P<year>(?:19|20)[0-9]{2})(?![\w/-]|[.,][0-9])")
_SHORT_RANGE = Expression(r"(?<![\w.,/-])(?P<year>(?:19|20)[0-9]{2})[-/](?P<to>(?:19|20)?[0-9]{2})(?![\w/-]|[.,][0-9])")

_DAY_ALONE: Mapping[Language, Expression] = {
    "fr": Expression(rf"(?<!\w)(?P<wd>{_WD}) (?P<day>{_DAY})(?![\w.,]?[\w%€]| [a-z]+s(?!\w))"),
    "en": Expression(rf"(?<!\w)(?P<wd>{_WD}),? (?:the )?(?P<day>{_DAY_EN})(?![\w.,]?[\w%€]| [a-z]+s(?!\w))"),
}
_BARE_MONTH: Mapping[Language, Expression] = {
    "fr": Expression(
        r"(?<!\w)(?:en|des|depuis|mois de|mois d'|d'ici|d'ici a|jusqu'en|jusqu'a|entre|courant|de|d'|a|et|"
        r"et en|avant|apres|debut|pour|au)[ ]?\Z"
    ),
    "en": Expression(
        r"(?<!\w)(?:in|since|by|until|from|during|before|after|to|and|of|between|through|for|as of|starting) \Z"
    ),
}
_DEFINITE = {
    "dernier": -1,
    "derniere": -1,
    "passe": -1,
    "passee": -1,
    "last": -1,
    "prochain": 1,
    "prochaine": 1,
    "next": 1,
}


def find(prose: Prose) -> Iterator[Span]:
    """Every date that is written out, longest forms and their parts alike; the longest is chosen later."""
    folded, language = prose.folded, prose.language
    for pattern in _DAYS[language]:
        for match in pattern.finditer(folded):
            yield from _days(match, language)
    yield from _of_months(prose)
    for match in _DAY_ALONE[language].finditer(folded):
        day = Partial(None, None, int(re.sub(r"\D", "", match["day"])))
        weekday = words.WEEKDAYS[match["wd"]]
        yield Span(*match.span(), day, day, weekday=weekday, rule="yearFromPublication")
    for pattern, read in _READERS:
        for match in pattern.finditer(folded):
            span = read(match)
            if span is not None and span.first.exists and span.last.exists:
                yield span


def _days(match: re.Match[str], language: Language) -> Iterator[Span]:
    days = [int(d) for d in re.findall(r"[0-9]+", f"{match['day']} {match['more']}")]
    month = words.month(match["month"], language)
    year = int(match["year"]) if match["year"] else None
    last = Partial(year, month, days[-1])
    first = Partial(year, month, days[0])
    if days[0] > days[-1]:
        first = replace(last.months_later(-1) if year else Partial(None, (month - 2) % 12 + 1), day=days[0])
    if not (first.exists and last.exists):
        return
    of = match.groupdict().get("of")
    lean = 2 * _DEFINITE[of] if of else _DEFINITE.get(match["lean"] or "", 0)
    yield Span(
        *match.span(), first, last, weekday=words.WEEKDAYS.get(match["wd"] or ""), lean=lean, strict=lean != 0,
        rule=None if year else "relativeDate" if lean else "yearFromPublication",
    )  # fmt: skip


def _of_months(prose: Prose) -> Iterator[Span]:
    for match in _MONTHS[prose.language].finditer(prose.folded):
        year = int(match["year"]) if match["year"] else None
        of = match["of"] or match.groupdict().get("this")
        lean_word = (match["lean"] or "").strip()
        month = Partial(year, words.month(match["month"], prose.language))
        if not (year or of or lean_word or match["part"]) and not _is_month(prose, match):
            continue
        lean = _DEFINITE.get(lean_word, 0)
        span = Span(
            *match.span(), month, month, lean=lean, strict=lean != 0, approximate=bool(match["part"]),
            rule=None if year else "relativeDate" if lean_word or of else "yearFromPublication",
        )  # fmt: skip
        yield (
            replace(span, lean=2 * _DEFINITE[of])
            if of in _DEFINITE
            else replace(span, lean=OF_THIS_YEAR)
            if of
            else span
        )


def _is_month(prose: Prose, match: re.Match[str]) -> bool:
    """Whether a bare word is a month: "en mars", not the planet; "in May", not the verb."""
    capital = prose.text[match.start("month")].isupper()
    if not match["month"].isalpha() or capital != (prose.language == "en"):
        return False
    return _BARE_MONTH[prose.language].search(prose.before(match.start(), 12)) is not None


def _year(match: re.Match[str]) -> Span:
    year = Partial(int(match["year"]))
    return Span(*match.span(), year, year, approximate=bool(match["part"]))


def _season(match: re.Match[str]) -> Span | None:
    name, told, lean_word = match["season"], match["year"], (match["lean"] or match["enlean"] or "").strip()
    this = (match["this"] or "").strip()
    if (
        not told
        and not lean_word
        and this not in ("cet", "ce", "this", "l'", "cette")
        and not (name == "rentree" and this)
    ):
        return None
    if this == "l'" and name == "hiver" and not told and not lean_word:
        return None
    year = int(told) if told else None
    lean = _DEFINITE.get(lean_word, 0)
    if this in ("cet", "ce", "cette", "this"):
        lean = OF_THIS_YEAR
    from_month, to_month = words.SEASONS[name]
    first, last = (Partial(year), Partial(year)) if year else (Partial(None, from_month), Partial(None, to_month))
    return Span(
        *match.span(), first, last, lean=lean, strict=lean != 0, approximate=True, blur=True,
        rule=None if year else "relativeDate",
    )  # fmt: skip


def _quarter(match: re.Match[str]) -> Span | None:
    year = int(match["year"] or match["year2"])
    half = (match["unit"] or match["short"]) in ("semestre", "half", "s", "h")
    number = int(match["digit"]) if match["digit"] else words.NUMBERED[match["n"]]
    number = min(number, 2) if half else number
    months = 6 if half else 3
    return Span(*match.span(), Partial(year, (number - 1) * months + 1), Partial(year, number * months))


def _decade(match: re.Match[str]) -> Span:
    written = match["fr"] or match["en"]
    year = int(written) if len(written) > 2 else 1900 + int(written)
    return Span(*match.span(), Partial(year), Partial(year + 9))


def _iso(match: re.Match[str]) -> Span:
    day = match.groupdict().get("day")
    partial = Partial(int(match["year"]), int(match["month"]), int(day) if day else None)
    return Span(*match.span(), partial, partial)


def _numeric(match: re.Match[str]) -> Span | None:
    day, month = int(match["a"]), int(match["b"])
    if month > 12 or not day or not month:
        return None
    partial = Partial(int(match["year"]), month, day)
    return Span(*match.span(), partial, partial)


def _short_range(match: re.Match[str]) -> Span | None:
    year, to = int(match["year"]), int(match["to"])
    last = year - year % 100 + to % 100 if to < 100 else to
    if last <= year or to <= 12:
        return None
    return Span(*match.span(), Partial(year), Partial(last))


_READERS: tuple[tuple[Expression, Callable[[re.Match[str]], Span | None]], ...] = (
    (_YEARS, _year), (_SEASON, _season), (_QUARTER, _quarter), (_DECADE, _decade), (_ISO, _iso), (_NUMERIC, _numeric),
    (_MONTH_YEAR, _iso), (_SHORT_RANGE, _short_range),
)  # fmt: skip
