"""What sentences around a payment add to it: what a cost is the cost of, that it was a contract, what the money is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extraction.document import Document
from kg.extraction.engine import filler, whole
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.rules.clauses import before, leads
from kg.extraction.rules.money_groups import bare_government
from kg.extraction.rules.payment import Payment
from kg.extraction.typed import Typed

_COST = Expression(
    r"\b(?:coût(?:e|era|ait|s|é)?|factures?|addition|devis|évaluée?s?|estimée?s?|chiffrée?s?|budget de l'opération|investissement total|montant (?:total|des travaux|de l'opération)|travaux|chantier|"
    r"costs?|price tag|bill|to build|construction|works|refurbishment|redevelopment)\b",
    re.IGNORECASE,
)
_RAISED = Expression(r"\b(?:lev\w+|lèv\w+|tour de table|rais\w+|round|capital|unitaire)\b", re.IGNORECASE)
_THE_CONTRACT = Expression(
    r"^(?:(?:Le|Ce|La|Cette|The|This) (?:[a-zà-ÿ]+ )?(?:contrat|commande|marché|contract|order|deal)|Signée?,? )\b"
)
_SIGNED = Expression(r"\b(?:sign|paraph|conclu|notifi|attribu|décroch|award|agreed|inked)\w*", re.IGNORECASE)
_SUM = (
    r"(?:L'argent|La somme|Les fonds|[LC]es (?:crédits|sommes|moyens)|L[ea] (?:budget|dotation)|Ces? fonds|Cet(?:te)? (?:somme|argent|aide|levée|manne|enveloppe|opération|financement|apport|investissement)|Ce (?:montant|financement|soutien|prêt)|"
    r"Le (?:montant|produit|financement|tour de table)|La (?:levée|subvention|manne)|L'(?:enveloppe|aide|opération|investissement)|"
    r"The (?:[a-z]+ )?(?:money|cash|funds|funding|investment|grant|award|sum|proceeds|round|package|capital|loan)|This (?:money|cash|funding|investment|grant|round)|Proceeds)"
)
_USED = Expression(
    rf"^{_SUM} (?:[a-zà-ÿ]+ )?(?:ir(?:a|ont)|va|vont|doi(?:t|vent)(?: lui)?|servir(?:a|ont)|financer(?:a|ont)?|permettr(?:a|ont)|permet|paier(?:a|ont)|(?:sera|seront|est|sont) (?:consacrée?s?|destinée?s?|dédiée?s?|affectée?s?|utilisée?s?|employée?s?)|"
    r"(?:will|would|is to|are to)(?: also| mainly| chiefly| largely)? (?:go|be used|be spent|pay|help|fund|finance|support|allow|enable|cover|serve)|(?:is|are) (?:earmarked|intended|meant|destined)|goes|go)"
    r"(?: (?:notamment|surtout|d'abord|mainly|chiefly|also|servir|permettre|financer|aller))*"
    r"(?: (?:à l'entreprise|à la société|à la start-up|it|the company|the firm))? (?:à la |à l'|à |au |aux |de |d'|pour |en faveur de |towards? |to |for |on |into |in )?(?P<purpose>[^.;:()]{4,90})"
)
_USES = Expression(
    r"\b(?:will|would|plans? to|intends? to|compte|entend|veut|va|souhaite|prévoit d[e'] ?) ?(?:use|spend|put|utiliser|employer|consacrer|affecter|investir) (?:it|the (?:money|cash|funds|funding|proceeds)|this (?:money|cash)|cet argent|ces fonds|cette (?:somme|manne|enveloppe)|la somme|l'argent|les fonds)"
    r" (?:to |on |for |towards? |à la |à l'|à |au |aux |pour |dans )(?P<purpose>[^.;:()]{4,90})"
)
_CUT = Expression(
    r", | d'ici| avant | qui | dont |, puis | by ⟨D| in ⟨D| (?:et|and) (?:elle|il|l'entreprise|la société|the company|it) "
)
_SHORT = 2
_FAR = 600
"""Characters back to what a cost is the cost of."""
_NEXT = 3
_ANSWER = 30
"""How many characters may stand before an amount that answers a question."""


def look_around(document: Document, payments: Sequence[Payment]) -> None:
    """Add to each payment what the sentences before and behind it say of it."""
    prose = document.prose
    at = {typed.sentence.start: number for number, typed in enumerate(prose)}
    for number, payment in enumerate(payments):
        _cost(document, payment)
        _named_works(document, payment)
        index = at[payment.typed.sentence.start]
        others = {p.typed.sentence.start for p in payments[number + 1 :]}
        later = [t for t in prose[index + 1 : index + 1 + _NEXT] if not others & {t.sentence.start}]
        if others and later and min(others) < later[-1].sentence.start:
            later = [t for t in later if t.sentence.start < min(others)]
        _contract(payment, later)
        if not payment.values("purpose"):
            payment.put(*list(_use(document, later[:2]))[:1])


def _cost(document: Document, payment: Payment) -> None:
    """The works that a cost is told of: the nearest facility or building before it."""
    told = payment.values("recipient") or payment.values("funder")
    cost = _COST.search(payment.typed.string) or len(payment.typed.before(payment.mention)) <= _ANSWER
    if told or payment.kind != "investment" or not cost or _RAISED.search(payment.typed.string):
        return
    if payment.typed.of_kind("O") and not _COST.search(payment.typed.string):
        return
    found = next((m for m in _works(document, payment) if m), None)
    if found is not None:
        payment.put(filler("recipient", found))


def _named_works(document: Document, payment: Payment) -> None:
    """Works told by their noun go by the name of the one facility that the text names."""
    named = {m.name: m for m in document.mentions if m.kind == "F" and m.sort == "facility"}
    if len(named) != 1:
        return
    name, site = next(iter(named.items()))
    works = {m.name for m in document.mentions if m.kind == "W"}
    definite = [f for f in payment.fillers if f.slot == "recipient" and f.value in works]
    if definite and site.name not in payment.values("funder"):
        payment.fillers = [f for f in payment.fillers if f not in definite]
        payment.put(Filler("recipient", name, definite[0].start, definite[0].end))


def _works(document: Document, payment: Payment) -> Iterator[Mention]:
    lead = [m for m in payment.typed.of_kind("FW") if m.end <= payment.mention.start]
    yield from reversed(lead)
    yield from (m for m in payment.typed.of_kind("FW") if m not in lead)
    for typed in before(document, payment.typed):
        if payment.typed.sentence.start - typed.sentence.end > _FAR:
            return
        yield from typed.of_kind("FW")


def _contract(payment: Payment, later: Sequence[Typed]) -> None:
    """A payment that the next sentences call a contract, and the day on which it was signed."""
    for typed in later:
        if not _THE_CONTRACT.match(typed.string):
            continue
        if payment.kind == "contribution" or not payment.marked:
            payment.kind, payment.marked = "contract", True
        days = [d for d in typed.of_kind("D") if d.value and d.value.kind == "date" and d.value.earliest]
        if payment.kind == "contract" and days and _SIGNED.search(typed.string) and not payment.values("start"):
            earliest = days[0].value.earliest if days[0].value else None
            payment.put(*([Filler("start", earliest, days[0].start, days[0].end)] if earliest else []))
        return


def _use(document: Document, later: Sequence[Typed]) -> Iterator[Filler]:
    """What the money is for, where a sentence after it says so: "L'argent ira à…", "It will use the money to…"."""
    for typed in later:
        match = _USED.match(typed.string) or _USES.search(typed.string)
        if match is None:
            continue
        words = _CUT.split(match["purpose"])[0]
        start = typed.origin(match.start("purpose"))
        end = typed.origin(match.start("purpose") + len(words))
        text = whole(document.text, start, end).rstrip(" ,")
        if len(text) > _SHORT:
            yield Filler("purpose", text, start, start + len(text))
            return


def governments(document: Document, payments: Sequence[Payment]) -> None:
    """Say whose a bare "government" is: the one country's that pays elsewhere, else the land just spoken of."""
    lands = {m.name for m in document.mentions if m.kind == "L" and m.sort in {"country", "region"}}
    paying = {f.value: f for p in payments for f in p.fillers if f.slot == "funder" and f.value in lands}
    for payment in payments:
        if not any(bare_government(v) for v in payment.values("funder")):
            continue
        name = next(iter(paying)) if len(paying) == 1 else _land(document, payment)
        if name is not None:
            payment.fillers = [
                Filler(f.slot, name, f.start, f.end, f.rule) if f.slot == "funder" and bare_government(f.value) else f
                for f in payment.fillers
            ]


def _land(document: Document, payment: Payment) -> str | int | float | None:
    for typed in [*before(document, payment.typed)][:2]:
        lands = [m for m in typed.of_kind("L") if m.sort in {"country", "region"} and leads(typed, m)]
        if lands:
            return lands[0].name
    return None
