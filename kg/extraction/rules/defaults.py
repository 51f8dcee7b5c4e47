"""Who usually pays or is paid in a text: authorities, states, plans, companies that raise money."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.extraction.document import Document
from kg.extraction.engine import filler, worded
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.rules import money_words as say
from kg.extraction.rules.clauses import before, leads, topic, wide
from kg.extraction.rules.payment import Payment

_PUBLIC = ("authority", "public")
_RAISE = Expression(
    r"levée|tour de table|lever|\blev(?:ée?s?|er|ait)\b|\blève|\braise|\bround\b|fundraising|\bs[ée]rie [A-C]\b|series [A-C]\b",
    re.IGNORECASE,
)
_BUDGET = Expression(
    r"(?:\b(?:son|sa|its|leur|the|le|la|au|du|dont le|dont la|whose) (?:budget|dotation)|^(?:Budget|Montant))\b"
)
_OF_WHOM = Expression(r"(?:budget|dotation)s?(?: [a-zà-ÿ]+)? (?:de |du |de la |de l'|d'|of |of the )⟨[OFTES](\d+)⟩")
_WHOSE = Expression(r"⟨[OFT](\d+)⟩,? (?:dont le|dont la|whose) (?:budget|dotation)")
_OWN_BUDGET = Expression(r"\b(?:[Ss]on|[Ss]a|[Ll]eur|[Ii]ts|[Tt]heir) (?:budget|dotation)")
_THERE = Expression(
    r"\b[yY] (?:a |ont |va |vont |doit )?(?:met|mis|engag|mèn|inject|invest|consacr|dépens|apport|ajout|particip|contribu)\w*"
)
_THERE_IS = Expression(
    r"\b[yY] (?:sont|est|seront|sera|ont été|a été) (?:[a-zà-ÿ]+ )?(?:programm|prévu|consacr|invest|engag|dépens|dédi|inject)"
)
_PLURAL = Expression(
    r"(?:^|[,;:] |\b(?:et|and) )(?:[Ee]lles|[Ii]ls|[Tt]hey)(?: [a-z]+)? (?:ont|avaient|auront|have|had|raised)\b"
)
_FIRMS = Expression(
    r"⟨N\d+⟩ (?:[a-zà-ÿ]+ )?(?:entreprises|sociétés|start-ups?|startups?|pousses|adhérents|membres|PME|companies|firms|members|ventures|spin-offs?)(?: (?:suivies|accompagnées|soutenues|hébergées|créées|incubées|supported|incubated))?"
)
_THE_SUM = Expression(
    r"(?:The|This|Cette|Ce|Cet|La|Le|L')(?: |(?<='))(?:support|package|grant|loan|aide|subvention|financement|enveloppe|soutien|montant|somme|rallonge|dotation)\b"
)
_NATIONAL = Expression(r"(?i)france 2030|france relance|plan de relance|programme d'investissements d'avenir")
_ROW = Expression(r"([^:/(]{3,45}?) ?(?:[/(][^:]{0,60})?: ?$")
_ROW_END = Expression(r" ?(?:$|[(,;.])")
_LEAD_IN = Expression(r"(?:Au|Aux|À|En|Dans|Avec|Pour|Soit|Dont|Parmi|Et|In|On|At|With|For|Including)\b")
_MONEY = Expression(
    r"(?i)total|montant|price|tarif|facture|addition|devis|\bbill\b|budget|coût|cost|amount|invest|lev[ée]|subvention|aide|financ|fund|grant|soutien|support|prix|prize|apport|part\b|contrat|contract|capital|envelope|enveloppe|dont|année|year|⟨D"
)
_NAMED_TWICE = 2
_BARE = 40
_APPROVES = Expression(
    r"feu vert|\bapprouv|\baccord|\bvalid|\bvot[eé]|\bdécid|\bdébloqu|\bsouti|\bsouten|\bretenu|\bsélectionn|\baid|\bfinanc|green light|approv|back(?:s|ed|ing)\b|support|select|award|fund(?:s|ed)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Usual:
    """What a text as a whole says of payers: its main agency, public body and site, its states, a national plan."""

    agency: Mention | None
    public: Mention | None
    site: Mention | None
    plan: Mention | None
    states: frozenset[str]

    @classmethod
    def of(cls, document: Document) -> _Usual:
        """What a text says, read once."""
        public = document.main("O", _PUBLIC)
        often = public is not None and sum(m.name == public.name for m in document.mentions) >= _NAMED_TWICE
        plan = next((m for m in document.mentions if m.kind == "T" and _NATIONAL.search(m.name)), None)
        agency = document.main("O", ("agency",))
        return cls(agency, public if often else None, document.main("OF"), plan, frozenset(_states(document)))


def fill_in(document: Document, payments: Sequence[Payment]) -> None:
    """Give each payment the funder and the recipient that the text as a whole leaves no doubt about."""
    usual = _Usual.of(document)
    for payment in payments:
        if not payment.values("recipient"):
            _put(payment, _paid(document, payment, usual))
        if not payment.values("funder"):
            _put(payment, _payer(document, payment, usual))


def _put(payment: Payment, found: Filler | None) -> None:
    if found is not None and found.value not in [*payment.values("funder"), *payment.values("recipient")]:
        payment.put(found)


def _paid(document: Document, payment: Payment, usual: _Usual) -> Filler | None:
    string = payment.typed.string
    if payment.kind == "envelope" and (owner := _OF_WHOM.search(string) or _WHOSE.search(string)):
        return _said(payment.typed.mentions[int(owner[1])])
    if payment.kind == "envelope" and _BUDGET.search(string) and not payment.values("funder"):
        its = _OWN_BUDGET.search(string) is not None
        return _said(topic(document, payment.typed, _one_of("OFT")) if its else usual.site)
    if _round(payment):
        return _raising(document, payment)
    if payment.values("funder") and all(v in usual.states for v in payment.values("funder")):
        return _said(usual.agency)
    return _there(document, payment) or _row(document, payment) or _winners(document, payment)


def _round(payment: Payment) -> bool:
    """Whether an amount is money that somebody raises, not yet told who."""
    string, lead = payment.typed.string, payment.typed.before(payment.mention)
    raised = payment.kind == "investment" and _RAISE.search(string) and not say.ROUNDS.search(string)
    known = payment.values("funder") and not say.TAKES_PART.search(lead)
    return bool(raised and (_PLURAL.search(lead) or not known))


def _raising(document: Document, payment: Payment) -> Filler | None:
    """Who raises: the one company of the sentence, else the topic; many, where the pronoun is a plural."""
    if _PLURAL.search(payment.typed.before(payment.mention)):
        return _many(document, payment)
    own = [m for m in payment.typed.mentions if _raises(m) and m.name not in payment.values("funder")]
    return _said(own[0] if len(own) == 1 else None if own else topic(document, payment.typed, _raises))


def _there(document: Document, payment: Payment) -> Filler | None:
    """What a sum is put into, where the sentence only says "there"."""
    string = payment.typed.string
    if payment.kind == "investment" and _THERE_IS.search(string):
        return _said(topic(document, payment.typed, _one_of("FESO")))
    if _THERE.search(string) or _THE_SUM.match(string):
        return _said(topic(document, payment.typed, _one_of("FES")))
    return None


def _many(document: Document, payment: Payment) -> Filler | None:
    """The companies that a plural pronoun means: "84 jeunes entreprises suivies. Ensemble, elles ont levé 15 M€"."""
    for typed in [*before(document, payment.typed)][:2]:
        if match := _FIRMS.search(typed.string):
            return worded("recipient", document, typed, match.span())
    return None


def _said(mention: Mention | None) -> Filler | None:
    return filler("recipient", mention) if mention is not None else None


def _row(document: Document, payment: Payment) -> Filler | None:
    """What a row of a budget is for: "Observation de la Terre : 20 M€"."""
    typed = payment.typed
    match = _ROW.match(typed.before(payment.mention))
    behind = typed.after(payment.mention)
    if not _ROW_END.match(behind) or _LEAD_IN.match(typed.string):
        return None
    if typed.sentence.label is None or match is None or "⟨O" in match[1]:
        return None
    if (state := re.fullmatch(r"(?:.* )?⟨L(\d+)⟩", match[1])) and wide(typed.mentions[int(state[1])]):
        return None
    row = worded("recipient", document, typed, match.span(1))
    return None if _MONEY.search(str(row.value)) else row


def _winners(document: Document, payment: Payment) -> Filler | None:
    """Those who share an amount, in the words of its sentence or of the one before: "les quinze lauréats"."""
    if payment.kind == "contract" or (payment.marked and payment.kind == "investment" and payment.values("funder")):
        return None
    near = [payment.typed, *list(before(document, payment.typed))[:1]]
    for typed in near:
        if match := say.WINNERS.search(typed.string):
            return worded("recipient", document, typed, match.span("recipient"))
    return None


def _payer(document: Document, payment: Payment, usual: _Usual) -> Filler | None:
    found = _public_payer(document, payment, usual)
    return filler("funder", found) if found is not None else None


def _public_payer(document: Document, payment: Payment, usual: _Usual) -> Mention | None:
    if payment.kind != "contract" and (body := _approving(document, payment)):
        return body
    if usual.plan and payment.kind != "contract" and (_winners(document, payment) or _prize(payment)):
        return usual.plan
    if payment.kind != "contribution":
        return None
    if plans := [m for m in payment.typed.of_kind("T") if m.known and m.name not in payment.values("recipient")]:
        return plans[0]
    return usual.public if payment.values("recipient") else None


def _approving(document: Document, payment: Payment) -> Mention | None:
    """Whoever gave the green light in the sentence before a bare sum: "Montant du chèque : 14 M€"."""
    if payment.typed.sentence.kind == "bullet" or len(payment.typed.before(payment.mention)) > _BARE:
        return None
    previous = next(iter(before(document, payment.typed)), None)
    if previous is None or previous.of_kind("M") or not _APPROVES.search(previous.string):
        return None
    bodies = [m for m in previous.of_kind("O") if m.sort in {*_PUBLIC, "agency"} and leads(previous, m)]
    return bodies[0] if bodies else None


def _prize(payment: Payment) -> bool:
    """Whether an amount is a row of a list that names no body."""
    return payment.kind == "contribution" and payment.typed.sentence.kind == "bullet" and not payment.typed.of_kind("O")


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
