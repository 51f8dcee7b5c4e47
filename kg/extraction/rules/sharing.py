"""What one payment says of its neighbours: who pays or is paid throughout a text, where a sentence leaves it out."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler, Value
from kg.extraction.mention import Mention
from kg.extraction.rules import money_words as say
from kg.extraction.rules.defaults import fill_in
from kg.extraction.rules.money_afterwards import governments, look_around
from kg.extraction.rules.payment import Payment
from kg.extraction.rules.told_next import public_money, told_next
from kg.extraction.tables import plain

_FOR = Expression(r"⟨M\d+⟩[^,.;⟨⟩]{0,40}(?:⟨O\d+⟩)? (?:for|pour) (?!it\b|them\b|the same|un\b|une\b)[a-zà-ÿ]")

_COLLECTIVE = Expression(r"(?i)(?:les |the )?(?:états|pays|states|(?:états|pays) membres|member (?:states|countries))")
_SPENDS = Expression(r"invest|dépens|spending|\bspend", re.IGNORECASE)
_PRIVATE = Expression(
    r"private (?:investment|sector|money|capital|funding)|investissements? privés?|capitaux privés|fonds privés",
    re.IGNORECASE,
)
_CAPTION = Expression(r"©|\b(?:photos?|vue d'artiste|crédits? photo|illustration|artist's impression)\b", re.IGNORECASE)
_THERE_IS = Expression(r"\b[yY] (?:sont|est|seront|sera|ont été|a été) ")
_GROUNDS = Expression(r"\b(?:Parks?|Parc|Zone|Airport|Aéroport|Campus|Estate|Technop\w+|Aéroparc|Aerodrome)\b")
_TWICE = 2
_OFTEN = 3
_SEVERAL = 2
_MOST_ROUNDS = 50
_AHEAD = 9
"""Sentences after a round in which its investors may be named."""
_NEXT = 3
"""How far a sum may stand behind the sentence of its parts."""
_IN_ALL = Expression(r"^(?:Soit|En tout|Au total|In all|All told|In total|That makes|Altogether)\b", re.IGNORECASE)
_LEAST_RATE = Decimal("0.7")
"""How far two currencies of a round may lie apart."""


def share_out(document: Document, payments: list[Payment]) -> None:
    """What one payment's sentence says of its neighbours: investors named next, parts of a package, their recipient."""
    told_next(document, payments)
    governments(document, payments)
    _invested(document, payments)
    _carried_over(payments)
    _in_one_breath(payments)
    whole: Payment | None = None
    for payment in payments:
        if payment.typed.sentence.kind != "bullet":
            whole = payment
        elif whole is not None and not payment.values("recipient"):
            payment.put(*(f for f in whole.fillers if f.slot == "recipient"))
    _by_default(document, payments)
    fill_in(document, payments)
    look_around(document, payments)
    _summed_up(payments)
    _invested(document, payments)
    public_money(document, payments)
    total = payments[0] if payments else None
    parts = [p for p in payments[1:] if p.typed.sentence.kind == "bullet"]
    if total is not None and total.kind == "envelope" and len(parts) > 1 and not total.values("funder"):
        total.put(*(f for p in parts for f in p.fillers if f.slot == "funder"))


def _summed_up(payments: list[Payment]) -> None:
    """A sum told right after its parts ("Soit 19 millions en tout") is paid by and to the same."""
    for at, payment in enumerate(payments):
        earlier = [p for p in payments[:at] if payment.typed.sentence.start - p.typed.sentence.end < _NEXT]
        if earlier and _IN_ALL.search(payment.typed.string) and payment.typed is not earlier[-1].typed:
            for slot in ("funder", "recipient"):
                told = {f.value: f for p in earlier for f in p.fillers if f.slot == slot}
                if len(told) == 1 and not payment.values(slot):
                    payment.put(*told.values())
                    payment.kind = payment.kind if payment.marked else earlier[-1].kind


def _invested(document: Document, payments: list[Payment]) -> None:
    """Investors of the first round whose own sentence names none."""
    if any(p.kind == "investment" and p.values("funder") and p.values("recipient") for p in payments):
        return
    rounds = [p for p in payments if p.kind == "investment" and p.values("recipient") and not p.values("funder")]
    rounds = [p for p in rounds if not say.ROUNDS.search(p.typed.string)]
    for payment in rounds:
        if found := list(_investors(document, payment)):
            payment.put(*found)
            break


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


def _in_one_breath(payments: list[Payment]) -> None:
    """Sums that one subject gives in one sentence go to the same: "verse 9 M€ à X et ajoute 1 M€ pour former"."""
    for first, second in itertools.pairwise(payments):
        same = first.typed is second.typed and first.values("funder") and not second.values("recipient")
        if same and first.values("funder") == second.values("funder"):
            second.put(*(f for f in first.fillers if f.slot == "recipient"))


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
    usual = _usual(payments, funders)
    paid = [p for p in payments if usual is not None and usual.value in p.values("funder")]
    _to_the_site(document, payments)
    for payment in payments:
        bullet = payment.typed.sentence.kind == "bullet"
        open_kind = payment.kind in {"envelope", "contribution"} or not payment.marked
        part = bullet or funders.total() > 1 or _nobody_else(payment, usual, paid)
        if usual is not None and part and open_kind and not payment.values("funder"):
            payment.put(usual)
    main = document.main("O")
    if main is not None and main.sort in {"company", "model"}:
        often = sum(m.name == main.name for m in document.mentions) >= _OFTEN
        for payment in payments if often else []:
            _to_or_from(main, payment)


def _usual(payments: list[Payment], funders: Counter[Value]) -> Filler | None:
    """The one payer that a text names, where it is no group of states."""
    named = (f for p in payments for f in p.fillers if f.slot == "funder" and f.value in funders)
    usual = next(named, None) if len(funders) == 1 else None
    return None if usual is None or _COLLECTIVE.fullmatch(str(usual.value)) else usual


def _named(document: Document, mention: Mention) -> int:
    return sum(m.name == mention.name for m in document.mentions)


def _to_the_site(document: Document, payments: list[Payment]) -> None:
    """Payments of no stated recipient go to the facility that the text is about."""
    site = document.main("F", ("facility",))
    paying = {v for p in payments for v in p.values("funder")}
    central = document.main("OF")
    if site is None or central is None or site.name in paying or _named(document, site) < _TWICE:
        return
    if _named(document, site) * _TWICE < _named(document, central) and plain(site.name) not in plain(document.title):
        return
    main = document.main("O", ("company", "model"))
    builds = main is not None and _named(document, main) >= _TWICE
    target = main if main is not None and builds and _GROUNDS.search(site.name) else site
    for payment in payments:
        told = payment.values("recipient") or _others(payment) or target.name in payment.values("funder")
        if not told and payment.typed.sentence.kind != "heading" and payment.kind != "contract":
            payment.put(filler("recipient", target))


def _to_or_from(main: Mention, payment: Payment) -> None:
    """What the company that a text is about is paid, or invests."""
    funders, recipients = payment.values("funder"), payment.values("recipient")
    if recipients or main.name in funders:
        return
    alone = all(m.name == main.name or m.name in funders for m in payment.typed.of_kind("O"))
    if payment.kind in {"contribution", "envelope"} and funders and alone:
        payment.put(filler("recipient", main))
    elif (
        payment.kind == "investment"
        and not funders
        and _SPENDS.search(payment.typed.string)
        and not _PRIVATE.search(payment.typed.string)
        and not _THERE_IS.search(payment.typed.string)
    ):
        payment.put(filler("funder", main))


def _greater(payment: Payment, paid: list[Payment]) -> bool:
    """Whether an amount is more than anything that its supposed payer is said to pay."""
    sums = [p.mention.value.number or 0 for p in paid if p.mention.value]
    value = payment.mention.value
    return value is not None and (value.number or 0) > max(sums, default=0)


def _nobody_else(payment: Payment, usual: Filler | None, paid: list[Payment]) -> bool:
    """Whether a sentence names no other body that might have paid."""
    known = {*payment.values("recipient"), usual.value if usual else None}
    return not _greater(payment, paid) and all(m.name in known for m in payment.typed.of_kind("O"))


def _investors(document: Document, payment: Payment) -> Iterator[Filler]:
    after = [t for t in document.prose if t.sentence.start > payment.typed.sentence.start]
    talk = bool(say.INVESTORS.search(payment.typed.string))
    listing = False
    for number, typed in enumerate(after):
        if number >= _AHEAD and not listing:
            return
        if _CAPTION.search(typed.string):
            continue
        own = payment.typed.sentence.kind == "bullet"
        listing = talk and (typed.string.endswith(":") or (listing and typed.sentence.kind != "prose"))
        row = talk and not own and (listing or typed.sentence.kind in {"label", "bullet"})
        many = talk and len(typed.of_kind("O")) > _SEVERAL
        if typed.of_kind("M") or not (say.INVESTORS.search(typed.string) or many or row):
            if not typed.string.endswith("?"):
                talk = False
            continue
        talk = True
        for m in typed.of_kind("OX"):
            before = typed.before(m)
            if m.name not in payment.values("recipient") and not re.search(
                r"(?:(?:par (?:ses|son)|(?:via|travers) (?:les|ses|le|son)) fonds (?:⟨O\d+⟩(?:, | et )){0,3}|géré par|créé par|(?:filiale|véhicule d'investissement|véhicule|bras(?: [a-zà-ÿ]+)?|branche(?: [a-zà-ÿ]+)?|(?:investment )?(?:arm|vehicle|unit|branch)) (?:d[eu]|of) ?|fonds d[eu] ?|, d[eu'] ?|\(|spécialiste d[eu]|président d[eu]|directeur d[eu]|PDG d[eu]|\bdont|doit (?:ce fonds )?à|croire au|confiance (?:au|en|dans))(?: |(?<='))?(?:l'|la |le )?$",
                before,
            ):
                yield filler("funder", m)
