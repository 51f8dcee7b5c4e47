"""Money: how much, from whom, to whom, for what, and what kind of payment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Frame
from kg.extraction.mention import Mention
from kg.extraction.rules import funding_parts as parts
from kg.extraction.rules import money_words as say
from kg.extraction.rules import payers, purposes
from kg.extraction.rules.money_bodies import taken_for_bodies
from kg.extraction.rules.money_groups import with_groups
from kg.extraction.rules.payment import Payment
from kg.extraction.rules.sharing import share_out
from kg.extraction.rules.told_next import named_next
from kg.extraction.typed import Typed

_BUDGET = Expression(r"\b(?:budget|dotation|endowment)\b")
_AWARDED = Expression(
    r"\b(?:remport|attribu|décroch|confi|choisi|reten|sélectionn|notifi|sign|gagn|award|won\b)", re.IGNORECASE
)
_RESUMED = Expression(
    r"(?:^|[,;:] )(?:aux|à ces|en plus des|outre (?:les|ces)|in addition to (?:the|these|that|this)|on top of (?:the|these|that|this)) $",
    re.IGNORECASE,
)
"""Before a sum told already, to which another is added."""
_NEAR = 60
_LEAST = 500
"""A smaller sum is a price."""
_ANSWER, _ASKED = 20, 60
"""How long the words before an amount may be in an answer, and how long its question."""


def find(document: Document) -> Iterator[Frame]:
    """A frame for each amount that someone pays, promises or sets aside."""
    document = with_groups(taken_for_bodies(document, deeds=True))
    payments: list[Payment] = []
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
            before, after = typed.before(mention), typed.after(mention)
            if (
                _excluded(typed, before, after)
                or _under_heading(document, typed)
                or named_next(document, typed, say.NOT_FUNDING)
                or (_RESUMED.search(before) and any(_sum(mention) == _sum(p.mention) for p in payments))
            ):
                continue
            kind, marked = _kind(_asked(document, typed, before) + before, after)
            kind = kind if marked else usual
            marked = marked or bool(say.RECEIVED.search(before[-_NEAR:]) or say.RECEIVED.search(after[:_NEAR]))
            payment = Payment(mention, typed, kind, marked, [])
            _read(document, payment, before, after, payments)
            payments.append(payment)
    share_out(document, payments)
    refuted = {_sum(m) for t in document.prose for m in t.of_kind("M") if _excluded(t, t.before(m), t.after(m))}
    yield from (p.frame() for p in payments if p.marked or (_sum(p.mention) not in refuted and _stated(p, payments)))


def _sum(mention: Mention) -> tuple[object, object]:
    return (mention.value.number, mention.value.currency) if mention.value else (None, None)


def _stated(payment: Payment, payments: list[Payment]) -> bool:
    """Whether an amount with no word of payment beside it is one all the same: somebody pays it, or others are."""
    party = bool(payment.values("funder") or payment.values("recipient"))
    return party or any(
        p is not payment and (p.marked or p.values("funder") or p.values("recipient")) for p in payments
    )


def _excluded(typed: Typed, before: str, after: str) -> bool:
    label = typed.sentence.label or ""
    behind = re.sub(r"^ ?(?:de |d'|of |in |annuels? )*", "", after)
    if say.PAYMENT_NEXT.match(after):
        return False
    if say.MEASURE.match(behind) or re.match(
        r"(?:au-dessus|au-delà|(?:[^.;⟨⟩]{0,25} )?de plus qu|de moins|more than (?:in|the)|above|below|(?:for|to|dans|à) (?:the |l'|an |une )?(?:[\w'-]+ ){0,2}(?:economy|économie)\b)",
        behind,
    ):
        return True
    earned = say.INCOME.match(after) and not say.INVESTMENT_OF.search(before)
    if earned or say.FAR_EARNED.search(before) or _too_small(typed, before):
        return True
    if say.STAFFED.search(before):
        return True
    return bool(say.NOT_FUNDING.search(before[-70:]) or say.NOT_FUNDING.match(behind) or say.NOT_FUNDING.search(label))


def _too_small(typed: Typed, before: str) -> bool:
    """Whether a sum is what something costs a visitor: "le pass, à 6 euros"."""
    amount = typed.marked(typed.string[len(before) :])[0]
    return amount.value is not None and (amount.value.number or 0) < _LEAST


def _under_heading(document: Document, typed: Typed) -> bool:
    """Whether an amount is a row under a heading that says it is no payment: "Revenus de 2010"."""
    if typed.sentence.kind not in {"label", "bullet"}:
        return False
    for earlier in reversed([t for t in document.prose if t.sentence.end <= typed.sentence.start]):
        if earlier.sentence.kind == "heading" or earlier.string.endswith(":"):
            return say.EARNED.search(earlier.string) is not None
        if earlier.sentence.kind not in {"label", "bullet"}:
            return False
    return False


def _read(document: Document, payment: Payment, before: str, after: str, earlier: list[Payment]) -> None:
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
    paying, paid = payers.governed(document, typed, before)
    recipients = recipients or list(payers.passed_on(typed, after)) or paid
    if (near := payers.beside(typed, before)) and (slot := payers.role_beside(before)):
        recipients = [filler(slot, near)] if slot == "recipient" else recipients
        paying = [filler(slot, near)] if slot == "funder" else paying
        recipients = [f for f in recipients if f.value != near.name or slot == "recipient"]
    taken = {f.value for f in recipients}
    stated = paying if near and slot == "funder" else list(parts.funders(document, typed, before, after, payment.kind))
    funders = [f for f in stated if f.value not in taken]
    relative = list(payers.relative(typed, after))
    recipients = recipients or [f for f in relative if f.slot == "recipient"]
    recipients = recipients or list(payers.to_whom(document, typed, before, after))
    funders = funders or [f for f in relative if f.slot == "funder"] or [f for f in paying if f.value not in taken]
    if funders and all(m.kind == "T" for m in typed.mentions if m.name in {f.value for f in funders}):
        funders += [f for f in paying if f.value not in taken and f not in funders]
    if under := say.UNDER.search(after):
        funders += [filler("funder", m) for m in parts.mentioned(typed, under, "plan")]
    if not funders and not recipients and say.PRONOUN.search(before) and re.search(say.ACTIVE, before, re.IGNORECASE):
        funders = [filler("funder", m) for m in _previous_subject(document, typed)]
    named = [str(f.value) for f in recipients]
    aims = purposes.told(document, typed, before, after)
    payment.put(*funders, *recipients, *(p for p in aims if not any(n in str(p.value) for n in named)))
    companies = [m for m in document.mentions if m.kind == "O" and m.sort in {"company", "model"}]
    if (
        payment.kind in {"envelope", "contribution"}
        and not _BUDGET.search(before[-60:])
        and funders
        and all(any(c.name == f.value for c in companies) for f in funders)
    ):
        payment.kind = "investment"
    payment.put(*parts.dates(document, typed, mention, payment.kind))


def _previous_subject(document: Document, typed: Typed) -> list[Mention]:
    before = [
        m
        for m in document.mentions
        if m.kind == "O" and m.end <= typed.sentence.start and typed.sentence.start - m.end < 250
    ]
    same = [t for t in document.prose if t.sentence.end <= typed.sentence.start]
    first = [m for m in same[-1].mentions if m.kind == "O"] if same else []
    return first[:1] or before[-1:]


def _asked(document: Document, typed: Typed, before: str) -> str:
    """The short question that an amount answers right away: "La facture ? Huit millions"."""
    if len(before) > _ANSWER:
        return ""
    earlier = [t for t in document.prose if t.sentence.end <= typed.sentence.start][-1:]
    return "".join(f"{t.string} " for t in earlier if t.string.rstrip().endswith("?") and len(t.string) < _ASKED)


def _kind(before: str, after: str) -> tuple[str, bool]:
    """The kind whose words stand nearest to the amount; what precedes counts a little more than what follows."""
    best, distance = "contribution", 1000.0
    if say.ATTRIBUTIVE.match(after) or say.OF_WORKS.search(before):
        return "investment", True
    if re.search(r"\bmarché\b(?! mondial)[^.;⟨⟩]{0,30}$", before) and _AWARDED.search(f"{before} {after[:80]}"):
        return "contract", True
    if noun := say.KIND_AFTER.match(after):
        return next(kind for kind, words in say.KIND_NOUNS if words in noun[1].lower()), True
    for kind, pattern in say.KINDS:
        for match in pattern.finditer(before):
            gap = len(before) - match.end()
            if gap < distance and gap < 110:
                best, distance = kind, gap
        ahead = pattern.search(after)
        if ahead and ahead.start() * 1.2 + 5 < distance and ahead.start() < 90:
            best, distance = kind, ahead.start() * 1.2 + 5
    return best, distance < 1000
