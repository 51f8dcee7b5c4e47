"""Who says what: quotations and reported speech, each with the speaker that the text gives it to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.mention import Mention
from kg.extraction.text import Sentence
from kg.extraction.typed import Typed

_SAYS = (
    r"(?:(?:a|ont|avait|avaient|s'est|se|s'|en|has|have|had|va|vient d[e']|l'a) ?)?"
    r"(?:déclar|affirm|expliqu|indiqu|précis|annonc|soulign|rappel|estim|assur|ajout|confi(?:e|é|ait)|insist|conclu|promet|promis|"
    r"comment|témoign|détaill|résum|martel|lanc(?:e|é|ait)|glisse|poursui|révél|observ|constat|félicit|réjoui|rapport|prévien|prévenu|reconn|"
    r"fait (?:savoir|valoir|remarquer|observer)|dit|disent|disait|note(?!\w)|noté|relève|espère|souhait|"
    r"sa(?:id|ys|y(?!\w))|told|tells|announc|add(?:ed|s)|explain|stat(?:ed|es)|claim|not(?:ed|es)|confirm|stress|insist|warn|argu|promis|commented|recalled)"
    r"[\w-]*(?:-t-(?:il|elle|on)|-(?:il|elle|ils|elles))?"
)
_PRONOUN = Expression(r"-(?:t-)?(?:il|elle|ils|elles)$|^(?:he|she|they) ", re.IGNORECASE)
_AFTER = Expression(rf"^ ?,? ?(?P<verb>(?:(?:he|she|they) )?\b{_SAYS})(?![\w])", re.IGNORECASE)
_AFTER_ENGLISH = Expression(rf"^,? ?(?P<who>[^.«\"\n]{{3,80}}?) (?P<verb>{_SAYS})(?![\w])", re.IGNORECASE)
_BEFORE = Expression(rf"\b(?P<verb>{_SAYS})(?!\w)(?P<rest>[^«\".;\n]{{0,90}})$", re.IGNORECASE)
_THAT = Expression(
    rf"\b(?P<verb>{_SAYS})(?!\w)(?:[ ,][^«\".;:\n]{{0,60}}?)??(?:, | )(?P<that>que |qu'|that )", re.IGNORECASE
)
_SAYS_AFTER = Expression(rf"(?<![»\"]), (?:{_SAYS})(?!\w) (?=(?:la |le |l'|the )?(?:\w+ )?[A-ZÀ-Ý])")
_TELLS = Expression(
    r"\b(?:(?:a|ont|vient d|viennent d|has|have) ?(?:ainsi |également |also )?)?(?:annonc(?:e|é|ent|er)|promet(?:tent)?|promis|revendique(?:nt)?|"
    r"chiffre(?:nt)?|announced|announces|claims|claimed|promised|pledged)(?!\w)",
    re.IGNORECASE,
)
_BY = Expression(
    r"(?:^|(?<=[,;(] )|(?<=\. )|\b)(?:[Ss]elon|[Dd]'après|[Aa]ux dires d[eu']s?|[Aa]ccording to|[Àà] en croire) ",
    re.MULTILINE,
)
_SOURCE = Expression(
    _BY.pattern
    + r"(?:(?:la |le |les |l'|the |une étude d[eu'] ?|une |un |an? )(?:\w+ )?(?:(?:[\w']+ ){0,2}(?:par|by|from) (?:la |le |l'|the )?)?)?$"
)
_FOR = Expression(r"(?:^|(?<=[.!?] ))Pour (?=[A-ZÀ-Ý])", re.MULTILINE)
_QUOTES = Expression(r"«[^«»]{3,3000}»|\"[^\"\n]{3,1500}\"")
_WORDS = 5
_REACH = 90
_ARTICLE = len("la société ")


@dataclass(frozen=True, slots=True)
class Speech:
    """A stretch of the text that somebody says; `direct` where it is in that speaker's own words."""

    start: int
    end: int
    speaker: Mention
    direct: bool


def find(document: Document) -> tuple[Speech, ...]:
    """Every quotation and report with a speaker, quotations first; what nobody is said to have said is none."""
    bodies = sorted((m for m in document.mentions if m.kind in "PO" and m.name), key=lambda m: m.start)
    quotations = tuple(_quotations(document.text, bodies))
    return (*quotations, *(report for typed in document.prose for report in _reports(document.text, typed)))


def attributes(text: str, start: int) -> bool:
    """Whether what stands there is named as the source of what follows: "Selon le CNES"."""
    return bool(_SOURCE.search(text, max(0, start - _REACH), start))


def of(speeches: Sequence[Speech], start: int, end: int) -> Speech | None:
    """The speech that a stretch stands in."""
    return next((s for s in speeches if s.start <= start and end <= s.end), None)


def _quotations(text: str, bodies: Sequence[Mention]) -> Iterator[Speech]:
    last: Speech | None = None
    for quote in _QUOTES.finditer(text):
        start, end = quote.start() + 1, quote.end() - 1
        spoken = len(text[start:end].split()) >= _WORDS
        speaker = _named_after(text, quote.end(), bodies, last) or _named_before(text, quote.start(), bodies)
        near = last is not None and "\n" not in text[last.end : quote.start()].strip("\n") and spoken
        if speaker is None and last is not None and near and quote.start() - last.end < _REACH:
            speaker = last.speaker
        if speaker is not None and (spoken or _AFTER.match(text[quote.end() : quote.end() + _REACH])):
            last = Speech(start, end, speaker, direct=True)
            yield last


def _named_after(text: str, end: int, bodies: Sequence[Mention], last: Speech | None) -> Mention | None:
    """The speaker in « … », déclare X or "…", X said."""
    after = text[end : end + 2 * _REACH].split("\n", maxsplit=1)[0]
    said = _AFTER.match(after)
    if said:
        if _PRONOUN.search(said["verb"]):
            return _before(bodies, end, "P", 600) or (last.speaker if last else None)
        return _first(bodies, end + said.end(), min(end + said.end() + _REACH, end + _sentence_end(after)))
    said = _AFTER_ENGLISH.match(after)
    return _first(bodies, end, end + said.end("who")) if said else None


def _named_before(text: str, start: int, bodies: Sequence[Mention]) -> Mention | None:
    """The speaker in X a déclaré : « … », and in déclare X, « … »."""
    line = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start), text.rfind("»", 0, start), start - 400) + 1
    said = _BEFORE.search(text[line:start])
    if said is None:
        colon = re.search(r":\s?$", text[line:start])
        return _first(bodies, line, start) if colon and len(text[line:start]) < _REACH else None
    between = _first(bodies, line + said.end("verb"), start)
    return between or _first(bodies, line, line + said.start("verb"))


def _reports(text: str, typed: Typed) -> Iterator[Speech]:
    """What one sentence reports without quoting it."""
    bodies = [m for m in typed.mentions if m.kind in "PO" and m.name]
    if bodies:
        yield from _sourced(text, typed.sentence, bodies)
        yield from _told(text, typed.sentence, bodies)


def _sourced(text: str, sentence: Sentence, bodies: Sequence[Mention]) -> Iterator[Speech]:
    """As in "Selon X, …", "Pour X, …", "…, affirme X"."""
    for pattern in (_BY, _FOR, _SAYS_AFTER):
        for said in pattern.finditer(text, sentence.start, sentence.end):
            speaker = next((m for m in bodies if 0 <= m.start - said.end() <= _ARTICLE), None)
            if speaker is not None and (pattern is not _FOR or text[speaker.end : speaker.end + 1] == ","):
                end = said.start() if pattern is _SAYS_AFTER else sentence.end
                yield Speech(sentence.start, end, speaker, direct=False)


def _told(text: str, sentence: Sentence, bodies: Sequence[Mention]) -> Iterator[Speech]:
    """As in "X affirme que …", "X told Y that …", "X annonce …"."""
    start, end = sentence.start, sentence.end
    for that in _THAT.finditer(text, start, end):
        speaker = _first(bodies, start, that.start()) or _first(bodies, that.end("verb"), that.start("that"))
        if speaker is not None:
            yield Speech(that.end("that"), end, speaker, direct=False)
    for told in _TELLS.finditer(text, start, end):
        speaker = _first(bodies, start, told.start())
        if speaker is not None:
            yield Speech(told.end(), end, speaker, direct=False)


def _sentence_end(text: str) -> int:
    stop = re.search(r"[.!?](?:\s|$)", text)
    return stop.start() if stop else len(text)


def _first(bodies: Sequence[Mention], start: int, end: int) -> Mention | None:
    """The person named first in a stretch, else the body."""
    at = bisect_left(bodies, start, key=_start)
    following = (bodies[i] for i in range(at, len(bodies)))
    inside = [m for m in takewhile(lambda m: m.start < end, following) if m.end <= end]
    return next((m for m in inside if m.kind == "P"), inside[0] if inside else None)


def _before(bodies: Sequence[Mention], position: int, kind: str, reach: int) -> Mention | None:
    at = bisect_left(bodies, position, key=_start)
    near = takewhile(lambda m: position - m.end < reach, (bodies[i] for i in range(at - 1, -1, -1)))
    return next((m for m in near if m.kind == kind and m.end <= position), None)


def _start(mention: Mention) -> int:
    return mention.start
