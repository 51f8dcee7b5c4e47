"""Who pays, who is paid, what for and when: what the words around an amount say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler, worded
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.patterns import Pattern
from kg.extraction.rules import money_days
from kg.extraction.rules import money_words as say
from kg.extraction.rules.clauses import AT, framing_dates
from kg.extraction.typed import Typed

_REACH = 160
"""Characters within which a date belongs to an amount."""
_MONTH = 7
_TOO_SMALL = frozenset({"commune", "city", "department"})

_PAID_ALREADY = Expression(
    r".*⟨M\d+⟩(?=[^⟨⟩]*(?:,| et| and| while| tandis que)(?: et| and)? (?:la |le |l'|the )?⟨O\d+⟩(?=[^⟨⟩]*(?:⟨[LO]\d+⟩)?[^⟨⟩]*[a-z]{4})(?:[^⟨⟩]|⟨[LO]\d+⟩){0,140}$)"
)
_HEADED = Expression(
    r"(?:Avec|Forte?s? d|Grâce (?:à|aux?)|With|Armed with|Thanks to|Backed by|Soutenue?s? par|Aidée?s? par)\b"
)
_FUND = Expression(r"'s ⟨O(?P<fund>\d+)⟩")
_GENITIVE = Expression(r"⟨O(?P<head>\d+)⟩ (?:of the |of |de la |de l'|du |des |de |d')$")
_NEW_CLAUSE = Expression(r", (?:and|et) (?:the |la |le |l')?$")
_THEIR_OWN = Expression(r"\b(?:which|that|qui|led by|porté par|piloté par)\b")
"""After it, whoever else is named does something else together: "a project led by X alongside Y"."""
_TRAILS = re.compile(r"(?: (?:et|de|du|des|la|le|les|à|au|aux|and|of|the))+$")
_INFINITIVE = Expression(r"(?!premier|dernier|entier)[a-zà-ÿ]{2,}(?:er|ir|oir|[a-zà-ÿ]re) ")
_DESCRIBED = Expression(r",? (?:the|a|an|which|who|that|qui|le|la|une?) ")


def clause_of(before: str) -> str:
    """What precedes an amount, from the last semicolon on, or from the amount before it where a new subject follows."""
    clause = re.split(r"; ", before)[-1]
    return clause[match.end() :] if (match := _PAID_ALREADY.match(clause)) else clause


def mentioned(typed: Typed, match: re.Match[str], group: str) -> list[Mention]:
    """The mentions inside a group of a match."""
    return typed.marked(match[group] or "")


def _payee(pattern: object, mention: Mention) -> bool:
    """Whether a name may be who is paid: no group of payers, and no known place right behind "à"."""
    return mention.sort != "group" and (pattern is not say.TO_UNKNOWN or mention.sort == "model")


def funders(document: Document, typed: Typed, before: str, after: str, kind: str) -> Iterator[Filler]:
    """Who a sentence says pays an amount."""
    clause = clause_of(before)
    raised = say.RAISED.search(clause)
    for pattern, words in (
        (say.CONVINCED, clause),
        *([(say.LENDER, after)] if say.BORROWED.search(clause) else []),
        *([(say.CHOSEN, clause), (say.SIGNED_WITH, clause), (say.CONTRACT_WITH, after)] if kind == "contract" else []),
        (say.SUPPORTED, clause),
        *([(say.MADE_BY, after)] if say.INVESTMENT_OF.search(clause) else []),
        *([(say.ANNOUNCES, clause)] if kind != "investment" else []),
        (say.OBTAINED_FROM, after),
        *([(say.LED, clause)] if say.ROUND_NEXT.match(after) else []),
        *([(say.BUILDS, clause)] if say.ATTRIBUTIVE.match(after) else []),
        *([(say.ORDERED, clause)] if kind != "investment" else []),
        (say.TAKES_PART, clause),
        *([(say.FUNDER_LIST, after)] if say.SEVERAL_PAY.search(before) else []),
        (say.FUNDER_BY, after),
        (say.FUNDER_BY_BEFORE, clause),
        (say.FUNDER_OF, clause),
        (say.FUNDER_WHOSE, clause),
        (say.FUNDER_OF_AFTER, after),
        (say.FUNDER_IN, after),
        (say.FUNDER_OF_BEHIND, after),
        (say.FUNDER_BEFORE, clause),
    ):
        if pattern is say.FUNDER_BEFORE and raised and not say.TAKES_PART.search(clause):
            continue
        if match := pattern.search(words):
            found = [
                m
                for m in mentioned(typed, match, "funder")
                if not speaks(typed, m)
                and not _adjective(typed, m)
                and not (
                    m.kind == "L" and (m.sort in _TOO_SMALL or (pattern is say.FUNDER_BEFORE and _aside(typed, m)))
                )
                and (pattern is not say.FUNDER_IN or m.sort == "group")
                and m.kind in ("OLTF" if pattern is say.FUNDER_OF else "OLT")
            ]
            if found:
                found = [_owned(typed, _head(typed, m)) for m in found]
                yield from (filler("funder", m) for m in found if m is found[0] or not _opens_clause(typed, m))
                others = say.WITH_OTHERS.search(after)
                if others and not _THEIR_OWN.search(after, 0, others.start()):
                    yield from (filler("funder", m) for m in mentioned(typed, others, "funder"))
                return
    planned = bool(typed.of_kind("T")) or bool(say.FRONTED.match(typed.string))
    if (planned or re.search(r"régional", before + after)) and (region := _authority(document)):
        yield filler("funder", region)


def speaks(typed: Typed, mention: Mention) -> bool:
    """Whether a name is only the source of what is said."""
    return bool(say.SPEAKS.match(typed.after(mention)))


def _opens_clause(typed: Typed, mention: Mention) -> bool:
    """Whether a name at the end of a list is the subject of a clause of its own: ", and Virgin Orbit, the firm that"."""
    lead = typed.before(mention)
    return bool(_NEW_CLAUSE.search(lead) and _DESCRIBED.match(typed.after(mention)))


def _adjective(typed: Typed, mention: Mention) -> bool:
    """Whether a country only qualifies a noun: "the US firm"."""
    noun = re.match(r"(?:-based)? (?:firm|company|group|start-up|operator|investor)s?\b", typed.after(mention))
    return mention.kind == "L" and bool(noun)


def _aside(typed: Typed, mention: Mention) -> bool:
    """Whether a place only says where: "in the north of Sutherland"."""
    lead = typed.before(mention)
    return bool(
        AT.search(lead)
        or re.search(r"\b(?:north|south|east|west|nord|sud|est|ouest|centre|reste) (?:of|de|du)(?: la)? $", lead)
    )


def _head(typed: Typed, mention: Mention) -> Mention:
    """Whom a name only completes: the member states in "the member states of the agency"."""
    head = _GENITIVE.search(typed.before(mention))
    return typed.mentions[int(head["head"])] if head else mention


def _owned(typed: Typed, mention: Mention) -> Mention:
    """The fund that pays, where its owner is named first: "the Welsh Government's Future Fund"."""
    fund = _FUND.match(typed.after(mention))
    return typed.mentions[int(fund["fund"])] if fund else mention


def _authority(document: Document) -> Mention | None:
    return next((m for m in document.mentions if m.kind == "O" and m.name.startswith("Région ")), None)


def recipients(document: Document, typed: Typed, before: str, after: str, kind: str) -> Iterator[Filler]:
    """Who or what a sentence says an amount goes to."""
    for pattern, words in _tries(typed, before, after, kind):
        match = pattern.search(words)
        named = mentioned(typed, match, "recipient") if match else []
        if found := [m for m in named if not speaks(typed, m) and _payee(pattern, m)]:
            yield from (filler("recipient", m) for m in found)
            return
    yield from _paid_in_words(document, typed, before, after, kind)


def _tries(typed: Typed, before: str, after: str, kind: str) -> Iterator[tuple[Pattern, str]]:
    """The patterns that tell who is paid, the surest first, each with the words that it reads."""
    clause = clause_of(before)
    if kind == "contract":
        yield from ((say.CLEFT, before), (say.CHOSEN, clause), (say.SIGNED_WITH, clause))
    if say.BORROWED.search(clause):
        yield say.BORROWER, clause
        return
    yield say.OBTAINED, after
    if kind != "investment":
        yield say.ORDERED, clause
    yield from ((say.CONVINCED, clause), (say.SUPPORTED, clause), (say.WORKS_NEXT, after), (say.WON, clause))
    yield say.AWARDED, clause
    if kind != "envelope" and not say.TAKES_PART.search(clause):
        yield say.RAISED, clause
    yield from ((say.TOWARDS, clause), (say.RECIPIENT_BEFORE, clause), (say.RAISED_AFTER, after))
    yield from ((say.RAISED_BY, after), (say.PASSED_ON, after), (say.RECIPIENT_AFTER, after))
    if kind == "investment":
        yield say.COSTED, clause
    if _HEADED.match(typed.string):
        yield say.FRONTED_SUMS, after
    yield from ((say.HELPS, after), (say.TO_UNKNOWN, after))


def _paid_in_words(document: Document, typed: Typed, before: str, after: str, kind: str) -> Iterator[Filler]:
    """Who is paid where no name tells it: a plan just spoken of, or the words of the text."""
    if kind == "envelope" and (plans := typed.of_kind("T")):
        yield filler("recipient", plans[0])
        return
    if say.FRONTED.match(typed.string):
        earlier = [m for m in document.mentions if m.kind in "TSFEO" and m.end <= typed.sentence.start]
        plans = [m for m in earlier if m.kind == "T" and typed.sentence.start - m.end < _REACH]
        yield from (filler("recipient", m) for m in (plans or earlier)[-1:])
        return
    if match := say.SHARED.search(before) or say.SUBJECT_WORDS.match(typed.string):
        group = next(g for g, w in match.groupdict().items() if w)
        yield worded("recipient", document, typed, match.span(group))
        return
    if match := say.OWN_WORKS.match(after):
        base = len(typed.string) - len(after)
        start, end = typed.origin(base + match.start("recipient")), typed.origin(base + match.end("recipient"))
        words = re.sub(r"^(?:son|sa|ses|leurs?|le|la|l'|its|their|the) ?", "", document.text[start:end])
        yield Filler("recipient", words, end - len(words), end)
        return
    if match := say.RECIPIENT_WORDS.search(after):
        group = next(g for g, w in match.groupdict().items() if w)
        if "⟨" in match[group] or match[group].startswith("titre "):
            return
        start = typed.origin(len(typed.string) - len(after) + match.start(group))
        words = _TRAILS.sub("", match[group].strip())
        aim = _INFINITIVE.match(words) or (group == "recipient4" and not say.TAKERS.search(words))
        slot = "purpose" if aim else "recipient"
        yield Filler(slot, words, start, start + len(words))


def dates(document: Document, typed: Typed, mention: Mention, kind: str) -> Iterator[Filler]:
    """When an amount is paid, or the years that it covers."""
    at = typed.position(mention)
    near = [d for d in typed.of_kind("D") if d.value is not None and _reaches(typed, typed.position(d), at)]
    near = [d for d in near or framing_dates(document, typed) if not money_days.FROM_NOW.search(d.name)]
    beside = re.match(r"⟨M\d+⟩ (?:levés? )?(?:en|in) ⟨D(\d+)⟩", typed.string[at:])
    if beside and typed.mentions[int(beside[1])] in near:
        near = [typed.mentions[int(beside[1])]]
    for day in near:
        earliest, latest = _bounds(day)
        if earliest and latest and _spans(earliest, latest):
            yield Filler("start", earliest, day.start, day.end)
            yield Filler("end", latest, day.start, day.end)
            return
    for day in near:
        earliest, latest = _bounds(day)
        if money_days.ELSEWHEN.search(_lead(typed, day)):
            continue
        if latest and not earliest and money_days.PAST_BY.match(day.name) and money_days.PAST.search(typed.string):
            yield Filler("start", latest, day.start, day.end)
            return
        if latest and (not earliest or money_days.UNTIL.search(_lead(typed, day))):
            yield Filler("end", latest, day.start, day.end)
            return
        if earliest and not latest and kind == "envelope":
            yield Filler("start", earliest, day.start, day.end)
            return
    if kind != "envelope":
        yield from _paid_on(typed, near)


def _paid_on(typed: Typed, near: list[Mention]) -> Iterator[Filler]:
    for day in sorted(near, key=lambda d: -len(_bounds(d)[0])):
        earliest, _ = _bounds(day)
        if earliest and not money_days.OTHER_DATE.search(_lead(typed, day)):
            yield Filler("start", earliest, day.start, day.end)
            return


def _lead(typed: Typed, day: Mention) -> str:
    return typed.before(day)[-30:] if day in typed.mentions else ""


def _bounds(day: Mention) -> tuple[str, str]:
    return (day.value.earliest or "", day.value.latest or "") if day.value else ("", "")


def _spans(earliest: str, latest: str) -> bool:
    return earliest[:7] != latest[:7] if len(earliest) > _MONTH else earliest != latest and len(earliest) == len(latest)


def _reaches(typed: Typed, day: int, amount: int) -> bool:
    between = typed.string[min(day, amount) : max(day, amount)]
    dateline = day < amount and " - " in between and say.DATELINE.search(typed.string[:day]) is not None
    fronted = re.match(r"(?:[A-ZÉ][a-zà-ÿ']+,? )?(?:En |In |On |Le |Fin )?⟨D\d+⟩,", typed.string)
    others = 0 if fronted and day < fronted.end() else between.count("⟨M") - (day > amount)
    return ";" not in between and not others and len(between) < _REACH and not dateline
