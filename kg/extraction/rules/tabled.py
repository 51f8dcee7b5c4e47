"""What tables tell, row by row: figures, payments, seats, offices, fairs and launchers under the headers of their columns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from kg.extraction import frames, values
from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler, Frame, FrameType
from kg.extraction.mention import Mention
from kg.extraction.rules import event_when
from kg.extraction.tables import plain
from kg.extraction.tabular import Cell, Table
from kg.extraction.values import Value, numerals

_MEASURES = ("jobs", "establishments", "revenue", "rank")
_COUNTED = Expression(r"(?:entreprises?|societes?|firms?|compan(?:y|ies)|businesses|acteurs?)\b")
_BODIES = ("body", "recipient")
_SUBJECTS = (*_BODIES, "area", "")
"""What a row is about stands in the first of these columns that has no figure, else where its place does."""
_IN_ALL = Expression(
    r"(?:total|ensemble|somme|sous-total|in all|all|sum|dont|autres?|others?|divers|moyenne|average)\b"
)
_UNIT = Expression(r"\((?:en |in )?(?P<bracket>[^()]{1,20})\)|(?:\ben|\bin|,) (?P<words>[^(),]{1,20})$")
_KINDS = (
    ("contract", Expression(r"marche|contrat|contract|commande|order")),
    ("contribution", Expression(r"subvention|aide|contribution|participation|apport|grant|award")),
    ("envelope", Expression(r"budget|enveloppe|envelope|credits|allocation")),
    ("investment", Expression(r"invest|cout|cost")),
)
_HEDGE = Expression(r"(?:env(?:iron|\.)?|about|some|plus de|more than|over|near(?:ly)?|près de|ca\.?|[~≈+<>±]) ?")
_LONGEST = 80


def find(document: Document) -> Iterator[Frame]:
    """A frame for every statement of every row."""
    starts = [m.start for m in document.mentions]
    for table in document.tables:
        for cells in table.rows:
            row = _Row(document, starts, table, cells)
            if not _IN_ALL.match(plain(row.words(cells[0]))):
                yield from (
                    frame for told in (_figures, _payment, _seat, _office, _fair, _things) for frame in told(row)
                )


class _Row:
    """A row, asked by what its columns tell."""

    def __init__(self, document: Document, starts: list[int], table: Table, cells: tuple[Cell, ...]) -> None:
        self._document, self._starts, self.table, self.cells = document, starts, table, cells
        self._numbers: dict[int, Value | Decimal | None] = {}

    def words(self, cell: Cell) -> str:
        return self._document.text[cell.start : cell.end]

    def column(self, *tells: str) -> int | None:
        """The number of the first column that tells one of these."""
        return next((n for told in tells for n, one in enumerate(self.table.tells) if one == told), None)

    def about(self, *tells: str) -> int | None:
        """The number of the first column that tells one of these and has no figure."""
        return next((n for n, one in enumerate(self.table.tells) if one in tells and self.number(n) is None), None)

    def mentioned(self, n: int, kinds: str) -> list[Mention]:
        """What a cell mentions of some kinds."""
        cell = self.cells[n]
        inside = slice(bisect_left(self._starts, cell.start), bisect_left(self._starts, cell.end))
        return [m for m in self._document.mentions[inside] if m.end <= cell.end and m.kind in kinds]

    def worded(self, slot: str, n: int) -> Filler | None:
        """A slot filled by the words of a cell."""
        words = self.words(self.cells[n])
        return Filler(slot, words, self.cells[n].start, self.cells[n].end) if len(words) <= _LONGEST else None

    def named(self, slot: str, n: int | None, kinds: str) -> Filler | None:
        """A slot filled by what a cell begins with: a mention, else its words where they begin with a capital."""
        if n is None:
            return None
        first = next(iter(self.mentioned(n, kinds)), None)
        if first is not None and first.start == self.cells[n].start:
            return filler(slot, first)
        return self.worded(slot, n) if self.words(self.cells[n])[:1].isupper() else None

    def header(self, n: int) -> str:
        return plain(self.words(self.table.header[n]))

    def number(self, n: int) -> Value | Decimal | None:
        """The figure of a cell, with the unit of its header where the cell has none."""
        if n not in self._numbers:
            self._numbers[n] = self._number(n)
        return self._numbers[n]

    def _number(self, n: int) -> Value | Decimal | None:
        words = self.words(self.cells[n])
        language = self._document.language
        unit = _UNIT.search(self.words(self.table.header[n]))
        for text in (words, f"{words} {unit['bracket'] or unit['words']}" if unit else ""):
            found = [v for v in values.find(text, published=None, language=language) if v.kind in {"amount", "share"}]
            if found:
                return found[0]
        bare = _HEDGE.sub("", words, count=1) if _HEDGE.match(words) else words
        read = numerals.find(bare.lower(), language)
        return read[0].number if len(read) == 1 and len(bare) == read[0].end - read[0].start else None


def _frame(kind: FrameType, rule: str, *fillers: Filler | None) -> Frame:
    return Frame(kind, tuple(f for f in fillers if f is not None), rule)


def _figures(row: _Row) -> Iterator[Frame]:
    about = row.about(*_SUBJECTS)
    about = row.about("place") if about is None else about
    subject = row.named("subject", about, "OLFX")
    for n, told in enumerate(row.table.tells):
        measure = told if told in _MEASURES else "companies" if n != about and _COUNTED.search(row.header(n)) else None
        figure = row.number(n) if measure and subject else None
        if measure is None or figure is None:
            continue
        number, sort = (figure.number, figure.kind) if isinstance(figure, Value) else (figure, "count")
        if number is None or sort != ("amount" if measure == "revenue" else "count"):
            continue
        at, head = row.cells[n], row.table.header[n]
        said = Filler("value", frames.held(number), at.start, at.end)
        yield _frame("Indicator", "indicator.tabled", subject, Filler("measure", measure, head.start, head.end), said)


def _payment(row: _Row) -> Iterator[Frame]:
    n = row.column("amount")
    figure = row.number(n) if n is not None else None
    if n is None or not isinstance(figure, Value) or figure.kind != "amount" or figure.number is None:
        return
    funder, recipient, purpose = row.column("funder"), row.about(*_BODIES), row.column("purpose")
    at, head = row.cells[n], row.table.header[n]
    usual = "investment" if funder is None and recipient is None else "contribution"
    kind = next((kind for kind, words in _KINDS if words.search(row.header(n))), usual)
    yield _frame(
        "Funding",
        "funding.tabled",
        Filler("amount", frames.held(figure.number), at.start, at.end),
        Filler("currency", figure.currency, at.start, at.end) if figure.currency else None,
        Filler("kind", kind, head.start, head.end),
        row.named("funder", funder, "OLT"),
        row.named("recipient", recipient, "OFSL"),
        row.worded("purpose", purpose) if purpose is not None else None,
    )


def _seat(row: _Row) -> Iterator[Frame]:
    body, place = row.about(*_BODIES), row.column("place")
    towns = row.mentioned(place, "L") if place is not None else []
    entity = row.named("entity", body, "OX")
    if entity and towns:
        yield _frame("Location", "location.tabled", entity, *(filler("place", m) for m in towns[:1]))


def _office(row: _Row) -> Iterator[Frame]:
    title, at = row.column("role"), row.about(*_BODIES)
    people = [m for n in range(len(row.cells)) for m in row.mentioned(n, "P") if n != title]
    if title is not None and len(people) == 1:
        yield _frame(
            "Role",
            "role.tabled",
            filler("person", people[0]),
            row.worded("role", title),
            row.named("organisation", at, "OFX"),
        )


def _fair(row: _Row) -> Iterator[Frame]:
    event, date, place = row.column("event"), row.column("date"), row.column("place")
    if event is None or (date is None and place is None):
        return
    days = row.mentioned(date, "D") if date is not None else []
    fillers = [row.named("name", event, "E"), *event_when.dates(days[:1])]
    if place is not None:
        fillers += [filler("place", m) for m in row.mentioned(place, "LF")]
    if len([f for f in fillers if f]) > 1:
        yield _frame("Event", "event.tabled", *fillers)


def _things(row: _Row) -> Iterator[Frame]:
    for kind in ("launcher", "satellite", "constellation"):
        n = row.column(kind)
        name = row.named("name", n, "S")
        if n is not None and name is not None and row.number(n) is None:
            head = row.table.header[n]
            maker = row.named("operator", row.about(*_BODIES), "OX")
            yield _frame("Asset", "asset.tabled", name, Filler("kind", kind, head.start, head.end), maker)
