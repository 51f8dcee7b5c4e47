"""Who usually pays or is paid in a text: authorities, states, plans, companies that raise money."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.mention import Mention
from kg.extraction.rules.clauses import topic
from kg.extraction.rules.payment import Payment

_PUBLIC = ("authority", "agency", "public")
_RAISE = re.compile(
    r"levée|tour de table|lever|\blev(?:é|er|ait)\b|\blève|\braise|\bround\b|fundraising|\bs[ée]rie [A-C]\b|series [A-C]\b",
    re.IGNORECASE,
)
_BUDGET = re.compile(
    r"(?:\b(?:son|sa|its|leur|the|le|la|dont le|dont la|whose) (?:budget|dotation)|^(?:Budget|Montant))\b"
)
_OF_WHOM = re.compile(r"(?:budget|dotation)s?(?: [a-zà-ÿ]+)? (?:de |du |de la |de l'|d'|of |of the )⟨[OFTES](\d+)⟩")
_NAMED_TWICE = 2


def fill_in(document: Document, payments: Sequence[Payment]) -> None:
    """Give each payment the funder and the recipient that the text as a whole leaves no doubt about."""
    for payment in payments:
        if not payment.values("recipient"):
            _put(payment, "recipient", _paid(document, payment))
        if not payment.values("funder"):
            _put(payment, "funder", _payer(document, payment))


def _put(payment: Payment, slot: str, mention: Mention | None) -> None:
    taken = [*payment.values("funder"), *payment.values("recipient")]
    if mention is not None and mention.name not in taken:
        payment.put(filler(slot, mention))


def _paid(document: Document, payment: Payment) -> Mention | None:
    string = payment.typed.string
    if payment.kind == "envelope" and (match := _OF_WHOM.search(string)):
        return payment.typed.mentions[int(match[1])]
    if payment.kind == "envelope" and _BUDGET.search(string) and not payment.values("funder"):
        return topic(document, payment.typed, _one_of("OFT"))
    if payment.kind == "investment" and _RAISE.search(string) and not payment.values("funder"):
        own = [m for m in payment.typed.mentions if _raises(m)]
        return own[0] if len(own) == 1 else None if own else topic(document, payment.typed, _raises)
    if payment.values("funder") and all(v in _states(document) for v in payment.values("funder")):
        return document.main("O", ("agency",))
    return None


def _payer(document: Document, payment: Payment) -> Mention | None:
    if payment.kind != "contribution":
        return None
    if plans := [m for m in payment.typed.of_kind("T") if m.known and m.name not in payment.values("recipient")]:
        return plans[0]
    main = document.main("O", _PUBLIC)
    often = main is not None and sum(m.name == main.name for m in document.mentions) >= _NAMED_TWICE
    return main if often and payment.values("recipient") else None


def _one_of(kinds: str) -> Callable[[Mention], bool]:
    return lambda m: m.kind in kinds


def _raises(mention: Mention) -> bool:
    return mention.kind == "O" and mention.sort in {"company", "model"}


def _states(document: Document) -> set[str]:
    """Countries, as the text names them, and member states."""
    names = {m.name for m in document.mentions if m.kind == "L" and m.sort == "country"}
    return names | {
        m.name for m in document.mentions if re.fullmatch(r"(?i)(?:états|pays) membres|member states", m.name)
    }
