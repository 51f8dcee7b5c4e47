"""What one payment says of its neighbours: who pays or is paid throughout a text, where a sentence leaves it out."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler
from kg.extraction.rules import money_words as say
from kg.extraction.rules.defaults import fill_in
from kg.extraction.rules.payment import Payment

_FOR = re.compile(r"⟨M\d+⟩[^,.;⟨⟩]{0,40}(?:⟨O\d+⟩)? (?:for|pour) (?!it\b|them\b|the same|un\b|une\b)[a-zà-ÿ]")

_SEVERAL = 2
_MOST_ROUNDS = 50
_LEAST_RATE = Decimal("0.7")
"""How far two currencies of a round may lie apart."""


def share_out(document: Document, payments: list[Payment]) -> None:
    """What one payment's sentence says of its neighbours: investors named next, parts of a package, their recipient."""
    rounds = [p for p in payments if p.kind == "investment" and p.values("recipient") and not p.values("funder")]
    for payment in rounds:
        if found := list(_investors(document, payment)):
            payment.put(*found)
            break
    _carried_over(payments)
    for whole, part in itertools.pairwise(payments):
        if part.typed.sentence.kind == "bullet" and not part.values("recipient") and whole.values("recipient"):
            part.put(*(f for f in whole.fillers if f.slot == "recipient"))
    _by_default(document, payments)
    fill_in(document, payments)
    total = payments[0] if payments else None
    parts = [p for p in payments[1:] if p.typed.sentence.kind == "bullet"]
    if total is not None and total.kind == "envelope" and len(parts) > 1 and not total.values("funder"):
        total.put(*(f for p in parts for f in p.fillers if f.slot == "funder"))


def _carried_over(payments: list[Payment]) -> None:
    """What one amount says of another: the same sum in two currencies, earlier rounds of the one company that raises."""
    for first, second in itertools.pairwise(payments):
        if _restated(first, second):
            second.kind, second.marked = first.kind, first.marked
            second.put(*first.fillers)
    rounds = [p for p in payments if p.kind == "investment"][:_MOST_ROUNDS]
    for first, second in itertools.combinations(rounds, 2):
        if _converted(first, second):
            first.put(*(f for f in second.fillers if not first.values(f.slot)))
            second.put(*(f for f in first.fillers if not second.values(f.slot)))
    companies = {m.name for p in payments for m in p.typed.of_kind("O")}
    raising = {str(v) for p in payments if p.kind == "investment" for v in p.values("recipient") if v in companies}
    for payment in payments:
        if payment.kind == "investment" and len(raising) == 1 and not payment.values("recipient"):
            others = [m for m in payment.typed.of_kind("O") if m.name not in raising]
            if not others and not payment.values("funder"):
                payment.put(
                    next(f for p in payments for f in p.fillers if f.slot == "recipient" and f.value in raising)
                )


def _converted(first: Payment, second: Payment) -> bool:
    """Whether two amounts are one round in two currencies: same company, about the same number."""
    one, other = first.mention.value, second.mention.value
    if one is None or other is None or not one.number or not other.number or one.currency == other.currency:
        return False
    same = first.kind == second.kind == "investment" and first.values("recipient") == second.values("recipient") != []
    return same and _LEAST_RATE < one.number / other.number < 1 / _LEAST_RATE


def _restated(first: Payment, second: Payment) -> bool:
    """Whether the second amount is the first in another currency: "58 M$, soit 54 M€"."""
    if first.typed is not second.typed or first.mention.value is None or second.mention.value is None:
        return False
    between = first.typed.string[first.typed.position(first.mention) : second.typed.position(second.mention)]
    same = first.mention.value.currency == second.mention.value.currency
    return not same and bool(re.fullmatch(r"⟨M\d+⟩,? ?\(?(?:soit|environ|about|or|i\.e\.|ou|=|près de| )*", between))


def _others(payment: Payment) -> bool:
    """Whether a sentence means a company by its kind, or says in words whom an amount is for."""
    behind = payment.typed.string[payment.typed.position(payment.mention) :]
    meant = [m for m in payment.typed.of_kind("O") if m.nominal and m.sort in {"company", "model"}]
    return any(m.name not in payment.values("funder") for m in meant) or bool(_FOR.match(behind))


def _by_default(document: Document, payments: list[Payment]) -> None:
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
                and not _others(payment)
                and site.name not in {v for p in payments for v in p.values("funder")}
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


def _investors(document: Document, payment: Payment) -> Iterator[Filler]:
    after = [t for t in document.prose if t.sentence.start > payment.typed.sentence.start][:5]
    talk = bool(say.INVESTORS.search(payment.typed.string))
    for typed in after:
        row = talk and typed.sentence.kind in {"label", "bullet"}
        many = talk and len(typed.of_kind("O")) > _SEVERAL
        if typed.of_kind("M") or not (say.INVESTORS.search(typed.string) or many or row):
            if not typed.string.endswith("?"):
                talk = False
            continue
        talk = True
        for m in typed.of_kind("OX"):
            before = typed.string[: typed.position(m)]
            if m.name not in payment.values("recipient") and not re.search(
                r"(?:(?:par|via|travers) (?:les|ses|le|son) fonds (?:⟨O\d+⟩(?:, | et )){0,3}|géré par|créé par|filiale d[eu] ?|fonds d[eu] ?|, d[eu'] ?|\(|spécialiste d[eu]|président d[eu]|directeur d[eu]|PDG d[eu])(?:l'|la |le )?$",
                before,
            ):
                yield filler("funder", m)
