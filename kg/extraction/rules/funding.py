"""Money: how much, from whom, to whom, for what, and what kind of payment."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler, Frame, Value
from kg.extraction.mention import Mention
from kg.extraction.rules import funding_parts as parts
from kg.extraction.rules import money_words as say
from kg.extraction.typed import Typed


@dataclass(slots=True)
class _Payment:
    """A payment while its facts are being gathered, and the sentence that states it."""

    mention: Mention
    typed: Typed
    kind: str
    marked: bool
    fillers: list[Filler]

    def put(self, *fillers: Filler) -> None:
        """Add what is not said yet."""
        for f in fillers:
            if not any(o.slot == f.slot and o.value == f.value for o in self.fillers):
                self.fillers.append(f)

    def values(self, slot: str) -> list[Value]:
        """The values of a slot."""
        return [f.value for f in self.fillers if f.slot == slot]

    def _named_currency(self) -> str | None:
        """The currency whose name follows the amount."""
        after = self.typed.string[self.typed.position(self.mention) :].partition("⟩")[2].strip().lower()
        return next((code for word, code in say.CURRENCIES.items() if after.startswith(word)), None)

    def frame(self) -> Frame:
        """What is known of the payment, as a frame."""
        number = self.mention.value.number if self.mention.value else None
        amount: Value = 0 if number is None else int(number) if number == number.to_integral_value() else float(number)
        at = (self.mention.start, self.mention.end)
        currency = self._named_currency() or (self.mention.value.currency if self.mention.value else None) or "EUR"
        core = [Filler("amount", amount, *at), Filler("currency", currency, *at), Filler("kind", self.kind, *at)]
        return Frame("Funding", (*core, *self.fillers), f"funding.{self.kind}" if self.marked else "funding.unmarked")


def find(document: Document) -> Iterator[Frame]:
    """A frame for each amount that someone pays, promises or sets aside."""
    payments: list[_Payment] = []
    usual = (
        "investment"
        if re.search(
            r"levées? de fonds|tour de table|lever des fonds|funding round|raised|\binvesti|investment",
            document.text,
            re.IGNORECASE,
        )
        else "contribution"
    )
    for typed in document.prose:
        for mention in typed.of_kind("M"):
            before, after = _around(typed, mention)
            if _excluded(typed, before, after):
                continue
            kind, marked = _kind(before, after)
            payment = _Payment(mention, typed, kind if marked else usual, marked, [])
            _read(document, payment, before, after, payments)
            payments.append(payment)
    _share_out(document, payments)
    yield from (p.frame() for p in payments)


def _excluded(typed: Typed, before: str, after: str) -> bool:
    label = typed.sentence.label or ""
    behind = re.sub(r"^ ?(?:de |d'|of |in |annuels? )*", "", after)
    if say.MEASURE.match(behind) or re.match(
        r"(?:au-dessus|au-delà|de plus que|de moins|more than (?:in|the)|above|below)", behind
    ):
        return True
    if say.STAFFED.search(before):
        return True
    return bool(say.NOT_FUNDING.search(before[-70:]) or say.NOT_FUNDING.match(behind) or say.NOT_FUNDING.search(label))


def _around(typed: Typed, mention: Mention) -> tuple[str, str]:
    at = typed.position(mention)
    return typed.string[:at], typed.string[typed.string.index("⟩", at) + 1 :]


def _read(document: Document, payment: _Payment, before: str, after: str, earlier: list[_Payment]) -> None:
    typed, mention = payment.typed, payment.mention
    recipients = list(parts.recipients(document, typed, before, after, payment.kind))
    same = [p for p in earlier if p.typed is typed]
    if (
        not recipients
        and (match := say.ITEM.search(before))
        and (typed.sentence.kind == "bullet" or same or match["recipient2"])
    ):
        recipients = [
            filler("recipient", m)
            for m in parts.mentioned(typed, match, "recipient" if match["recipient"] else "recipient2")
        ]
        if not payment.marked and earlier:
            payment.kind, payment.marked = earlier[-1].kind, earlier[-1].marked
    plans = {m.name for m in document.mentions if m.kind == "T"}
    if not payment.marked and any(f.value in plans for f in recipients):
        payment.kind = "envelope"
    taken = {f.value for f in recipients}
    funders = [f for f in parts.funders(document, typed, before, after) if f.value not in taken]
    if not funders and not recipients and say.PRONOUN.search(before) and re.search(say.ACTIVE, before, re.IGNORECASE):
        funders = [filler("funder", m) for m in _previous_subject(document, typed)]
    payment.put(
        *funders, *recipients, *parts.purpose(document, typed, after), *parts.dates(typed, mention, payment.kind)
    )
    companies = [m for m in document.mentions if m.kind == "O" and m.sort in {"company", "model"}]
    if (
        payment.kind in {"envelope", "contribution"}
        and funders
        and all(any(c.name == f.value for c in companies) for f in funders)
    ):
        payment.kind = "investment"


def _previous_subject(document: Document, typed: Typed) -> list[Mention]:
    before = [
        m
        for m in document.mentions
        if m.kind == "O" and m.end <= typed.sentence.start and typed.sentence.start - m.end < 250
    ]
    same = [t for t in document.prose if t.sentence.end <= typed.sentence.start]
    first = [m for m in same[-1].mentions if m.kind == "O"] if same else []
    return first[:1] or before[-1:]


def _share_out(document: Document, payments: list[_Payment]) -> None:
    """What one payment's sentence says of its neighbours: investors named next, parts of a package, their recipient."""
    for payment in payments:
        if payment.kind == "investment" and payment.values("recipient") and not payment.values("funder"):
            payment.put(*_investors(document, payment))
            break
    _carried_over(payments)
    for whole, part in itertools.pairwise(payments):
        if part.typed.sentence.kind == "bullet" and not part.values("recipient") and whole.values("recipient"):
            part.put(*(f for f in whole.fillers if f.slot == "recipient"))
    _by_default(document, payments)
    total = payments[0] if payments else None
    parts = [p for p in payments[1:] if p.typed.sentence.kind == "bullet"]
    if total is not None and total.kind == "envelope" and len(parts) > 1 and not total.values("funder"):
        total.put(*(f for p in parts for f in p.fillers if f.slot == "funder"))


def _carried_over(payments: list[_Payment]) -> None:
    """What one amount says of another: the same sum in two currencies, earlier rounds of the one company that raises."""
    for first, second in itertools.pairwise(payments):
        if _restated(first, second):
            second.kind, second.marked = first.kind, first.marked
            second.put(*first.fillers)
    raising = {str(v) for p in payments if p.kind == "investment" for v in p.values("recipient")}
    for payment in payments:
        if payment.kind == "investment" and len(raising) == 1 and not payment.values("recipient"):
            others = [m for m in payment.typed.of_kind("O") if m.name not in raising]
            if not others and not payment.values("funder"):
                payment.put(
                    next(f for p in payments for f in p.fillers if f.slot == "recipient" and f.value in raising)
                )


def _restated(first: _Payment, second: _Payment) -> bool:
    """Whether the second amount is the first in another currency: "58 M$, soit 54 M€"."""
    if first.typed is not second.typed or first.mention.value is None or second.mention.value is None:
        return False
    between = first.typed.string[first.typed.position(first.mention) : second.typed.position(second.mention)]
    same = first.mention.value.currency == second.mention.value.currency
    return not same and bool(re.fullmatch(r"⟨M\d+⟩,? ?\(?(?:soit|environ|about|or|i\.e\.|ou|=|près de| )*", between))


def _by_default(document: Document, payments: list[_Payment]) -> None:
    """Who pays or is paid throughout the text, where a sentence leaves it out."""
    funders = Counter(v for p in payments for v in p.values("funder") if p.kind != "investment")
    usual = (
        next(
            (f for p in payments for f in p.fillers if f.slot == "funder" and f.value == funders.most_common(1)[0][0]),
            None,
        )
        if len(funders) == 1
        else None
    )
    site = document.main("F", ("facility",))
    if site is not None and sum(m.name == site.name for m in document.mentions) > 1:
        for payment in payments:
            if (
                not payment.values("recipient")
                and payment.typed.sentence.kind != "heading"
                and payment.kind != "contract"
            ):
                payment.put(filler("recipient", site))
    main = document.main("O")
    if main is not None and sum(m.name == main.name for m in document.mentions) < 3:
        main = None
    for payment in payments:
        part = payment.typed.sentence.kind == "bullet" or sum(funders.values()) > 1
        if usual is not None and part and payment.kind in {"envelope", "contribution"} and not payment.values("funder"):
            payment.put(usual)
        if main is None or main.sort not in {"company", "model"} or main.name in payment.values("funder"):
            continue
        alone = not [
            m for m in payment.typed.of_kind("O") if m.name != main.name and m.name not in payment.values("funder")
        ]
        if payment.kind == "contribution" and payment.values("funder") and not payment.values("recipient") and alone:
            payment.put(filler("recipient", main))
        elif (
            payment.kind == "investment"
            and not payment.values("funder")
            and not payment.values("recipient")
            and re.search(r"invest", payment.typed.string, re.IGNORECASE)
        ):
            payment.put(filler("funder", main))


def _investors(document: Document, payment: _Payment) -> Iterator[Filler]:
    after = [t for t in document.prose if t.sentence.start > payment.typed.sentence.start][:5]
    talk = bool(say.INVESTORS.search(payment.typed.string))
    for typed in after:
        if typed.of_kind("M") or not (say.INVESTORS.search(typed.string) or (talk and len(typed.of_kind("O")) > 2)):
            if not typed.string.endswith("?"):
                talk = False
            continue
        talk = True
        for m in typed.of_kind("OX"):
            before = typed.string[: typed.position(m)]
            if m.name not in payment.values("recipient") and not re.search(
                r"(?:géré par|créé par|filiale d[eu] ?|fonds d[eu] ?|, d[eu'] ?|\(|spécialiste d[eu]|président d[eu]|directeur d[eu]|PDG d[eu])(?:l'|la |le )?$",
                before,
            ):
                yield filler("funder", m)


def _kind(before: str, after: str) -> tuple[str, bool]:
    """The kind whose words stand nearest to the amount; what precedes counts a little more than what follows."""
    best, distance = "contribution", 1000.0
    for kind, pattern in say.KINDS:
        for match in pattern.finditer(before):
            gap = len(before) - match.end()
            if gap < distance and gap < 110:
                best, distance = kind, gap
        ahead = pattern.search(after)
        if ahead and ahead.start() * 1.2 + 5 < distance and ahead.start() < 90:
            best, distance = kind, ahead.start() * 1.2 + 5
    return best, distance < 1000
