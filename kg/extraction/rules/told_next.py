"""Payments told in pieces: parties in the sentence after an amount, rows of a table, parts that add up to a total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from kg.extraction.document import Document
from kg.extraction.engine import filler, worded
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.rules.clauses import wide
from kg.extraction.rules.payment import Payment
from kg.extraction.tables import plain
from kg.extraction.typed import MARK, Typed, compiled
from kg.extraction.values.datewords import MONTHS

_THE_SUM = (
    r"(?:(?:C'est|Voilà|Tel(?:le)? est|Ce sont|That is|That's|It is|This is|Such is)"
    r"|(?:Ils|Elles?|Il|They|It|(?:L'|La |Le |Ce |Cet |Cette |The |This |These )(?:argent|somme|montant|chèque|enveloppe|aide|subvention|financement|budget|dotation|total|money|sum|grant|cash|funding|award|amount|fonds)))"
)
_PAYS_IT = compiled(
    rf"^{_THE_SUM}\b[^.;⟨⟩]{{0,60}}\b(?:que|qu'|ce que|what|which|that) ?{{det}}<funder:OL+>[^.;⟨⟩]{{0,60}}"
    r"\b(?:mett|met|mis|vers|apport|consacr|engag|sort|accord|octroi|octroy|allou|promet|promis|débours|dépens|invest|paie|inscri|pay|put|giv|gav|pledg|commit|spend|spent|provid|award|grant)\w*(?P<behind>(?:(?!⟨M)[^.])*)"
)
_PAID_BY = compiled(
    rf"^(?:{_THE_SUM}|Apporté|Versé|Financé|Accordé|Octroyé|Signé)[^.;⟨⟩]{{0,50}}(?:\bpar|\bby|vien(?:t|nent) d[eu']|provien(?:t|nent) d[eu']|émanent? d[eu']|comes? (?:out of|from)|came (?:out of|from)|(?:paid|met|funded|financed|covered)(?: for)? (?:out of|from|under|through) (?:the (?:[A-Z][\w ]{{2,30}}|⟨O\d+⟩) between |a [a-z ]{{2,30}} between )?|courtesy of|à la charge d[eu']) ?{{det}}<funder:OLT+>"
)
_FINANCED_ROW = compiled(
    r"^(?:Financement|Financeurs?|Financé par|Funding|Funders?|Funded by|Payeurs?|Partenaires financiers|Tour de table|Backers?|Investors?|Investisseurs?) ?:? ?{det}<funder:OLT+>(?= ?(?:\.|$|;))"
)
_GOES = compiled(
    rf"^{_THE_SUM} (?:\w+ )?(?:ir(?:a|ont)|va|vont|est allée?|revien\w+|reviendr\w+|profiter\w*|bénéficier\w*|échoi\w+|(?:est|sont|sera|seront) (?:destinée?s?|versée?s?|attribuée?s?|accordée?s?|consacrée?s?|affectée?s?)|will go|goes|go|went|is for|will help|will fund|is earmarked)"
    r" ?(?:à |aux? |to |for |towards? |en faveur d[eu'] ?)?{det}(?:[a-zà-ÿ-]+ ){0,2}<recipient:OTSFE>"
)
_GOES_WORDS = compiled(
    rf"^{_THE_SUM} (?:\w+ )?(?:ir(?:a|ont)|va|vont|reviendr\w+|profiter\w*|bénéficier\w*|(?:est|sont|sera|seront) (?:destinée?s?|versée?s?|attribuée?s?|accordée?s?)|will go|goes|go|went) (?:à|aux?|to) {{det}}(?P<words>[a-zà-ÿ][a-zà-ÿ' -]{{3,48}}?)(?=[.,;]| et | and | qui )"
)
_SHARE_IT = compiled(
    r"^(?P<words>(?:⟨N\d+⟩|(?:Les|The|Ces|These|Quelques|Several|Some)) [a-zà-ÿ' -]{3,40}?) (?:will share|are to share|share|se (?:le |la |les )?partag\w+|(?:en )?(?:bénéfici\w+|profit\w+)|en sont (?:les )?bénéficiaires|benefit|will benefit|stand to benefit)\b"
)
_WINS = compiled(
    r"^{det}(?:[a-zà-ÿ-]+ ){0,2}<recipient:OTSFE>(?: \([^()]{1,30}\))? (?:en (?:est|sera|serait) (?:le|la|l')|is (?:the|its)|en (?:bénéficie|profite|hérite)|gets it|(?:sera|est|will be) (?:le|la|l'|the)) ?(?:seule? |sole |heureux |heureuse )?(?:bénéficiaire|destinataire|recipient|beneficiary)?"
)
_FOR = compiled(r"^[^.]{0,80}?(?:\bpour|\bà|\bfor|\bto) {det}<recipient:OTSFE>")
_ROW = compiled(
    r"^(?:⟨D\d+⟩[^.;:⟨⟩]{0,15}? ?[—–:|-] )?<recipient:O>(?:(?:,| \(| [—–-] )[^:;|]{1,150}?)?(?: ?[:|—–=-] ?| \.{3,} ?)$"
)
_LEADERS = Expression(
    r"^(?P<words>⟨[OST]\d+⟩|(?!(?i:total|investi|initial|montant|budget|coût|effect|expected))[A-ZÀ-Ý][a-zà-ÿ' -]{2,40}?)(?: \((?P<purpose>[^()⟨⟩]{3,60})\))? ?\.{4,} ?$"
)
_STATE_ROW = Expression(
    r"(?:[–•-] )?(?:\d+[.)] ?)?(?:the |la |le |l')?⟨L(\d+)⟩(?: \([^()]{1,30}\))? ?(?::|–|-|\||\.{3,}) ?[^⟨⟩]{0,20}⟨M"
)
_MONTH = Expression(
    r",? (?:en |in )?(?P<name>janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_MONTHS = {**MONTHS["fr"], **MONTHS["en"]}
_YEAR = 4
_NEAR = Decimal("0.015")
"""How far, of a total, its parts may miss it."""
_MOST_PARTS = 6
_SHORT = 40


def told_next(document: Document, payments: Sequence[Payment]) -> None:
    """Give each payment what the sentence after it, its row or the parts that add up to it say."""
    for payment in payments:
        _row(document, payment)
    follow = {a.sentence.start: b for a, b in zip(document.prose, document.prose[1:], strict=False)}
    for payment in payments:
        after = follow.get(payment.typed.sentence.start)
        if after is not None and after.sentence.line - payment.typed.sentence.line <= 1:
            _from_next(document, payment, after)
    _added_up(payments)


def named_next(document: Document, typed: Typed, words: Expression) -> bool:
    """Whether the sentence after a bare figure says what it is: "957 M€. C'est le chiffre d'affaires de la filière"."""
    after = next((t for t in document.prose if t.sentence.start >= typed.sentence.end), None)
    said = re.match(rf"{_THE_SUM}\b[^.;]{{0,70}}", after.string) if after and len(typed.string) < _SHORT else None
    return bool(said and words.search(said.group()))


def _from_next(document: Document, payment: Payment, after: Typed) -> None:
    """Parties named in the sentence after an amount: "C'est ce que la Région apporte", "Ils iront à X"."""
    if not payment.values("funder") and (
        match := _PAYS_IT.match(after.string) or _PAID_BY.match(after.string) or _FINANCED_ROW.match(after.string)
    ):
        payment.put(*(f for f in _fillers(after, match, "funder") if f.value not in payment.values("recipient")))
        behind = _FOR.match(match["behind"]) if "behind" in match.groupdict() else None
        if behind and not payment.values("recipient"):
            payment.put(*(f for f in _fillers(after, behind, "recipient") if f.value not in payment.values("funder")))
    if payment.values("recipient") or after.of_kind("M"):
        return
    if match := _GOES.match(after.string) or _WINS.match(after.string):
        payment.put(*(f for f in _fillers(after, match, "recipient") if f.value not in payment.values("funder")))
    elif match := _GOES_WORDS.match(after.string) or _SHARE_IT.match(after.string):
        payment.put(worded("recipient", document, after, match.span("words")))


def _fillers(typed: Typed, match: re.Match[str], group: str) -> Iterator[Filler]:
    yield from (filler(group, m) for m in typed.marked(match[group]))


def _row(document: Document, payment: Payment) -> None:
    """A row of a table: a company and the money that it raised, or an item of a budget before dots."""
    typed = payment.typed
    lead = typed.before(payment.mention)
    if (state := _STATE_ROW.match(typed.string)) and wide(country := typed.mentions[int(state[1])]):
        if (agency := document.main("O", ("agency",))) and not payment.values("funder"):
            payment.fillers = [f for f in payment.fillers if f.slot != "recipient"]
            payment.put(filler("funder", country), filler("recipient", agency))
        return
    if payment.values("recipient"):
        return
    if (match := _LEADERS.match(lead)) and payment.kind != "contract":
        mark = MARK.fullmatch(match["words"])
        named = filler("recipient", typed.mentions[int(mark["number"])]) if mark else None
        payment.put(named or worded("recipient", document, typed, match.span("words")))
        if match["purpose"]:
            payment.put(worded("purpose", document, typed, match.span("purpose")))
    elif payment.kind == "investment" and not payment.values("funder") and (match := _ROW.match(lead)):
        payment.put(*_fillers(typed, match, "recipient"))
        _dated(payment)


def _dated(payment: Payment) -> None:
    """The month that a row names behind its year: "2020, février"."""
    typed = payment.typed
    for day in typed.of_kind("D")[:1]:
        behind = typed.after(day)
        if match := _MONTH.match(behind):
            number = _MONTHS[plain(match["name"])]
            payment.fillers = [
                replace(f, value=f"{f.value}-{number:02}") if f.slot == "start" and len(str(f.value)) == _YEAR else f
                for f in payment.fillers
            ]


def _added_up(payments: Sequence[Payment]) -> None:
    """Parts that add up to a total before them: its payers are theirs, and what it is for, they are for."""
    for at, whole in enumerate(payments):
        parts = list(payments[at + 1 : at + 1 + _MOST_PARTS])
        for count in range(2, len(parts) + 1):
            if _sums(whole.mention, [p.mention for p in parts[:count]]):
                _join(whole, parts[:count])
                break


def _sums(whole: Mention, parts: Sequence[Mention]) -> bool:
    values = [m.value for m in (whole, *parts)]
    if any(v is None or not v.number for v in values) or len({v.currency for v in values if v}) > 1:
        return False
    numbers = [v.number or Decimal(0) for v in values if v]
    return abs(numbers[0] - sum(numbers[1:])) <= _NEAR * numbers[0]


def _join(whole: Payment, parts: Sequence[Payment]) -> None:
    if not whole.values("funder"):
        whole.put(*(f for p in parts for f in p.fillers if f.slot == "funder"))
        whole.kind = "envelope" if len(set(whole.values("funder"))) > 1 else whole.kind
    for slot in ("recipient",):
        told = [f for p in (whole, *parts) for f in p.fillers if f.slot == slot]
        if len({f.value for f in told}) == 1:
            for payment in (whole, *parts):
                payment.put(*(f for f in told[:1] if f.value not in payment.values("funder")))


def public_money(document: Document, payments: Sequence[Payment]) -> None:
    """An amount of no kind in its sentence is a contribution where states or public bodies give it."""
    public = {m.name for m in document.mentions if wide(m) or m.sort in {"authority", "agency", "public"}}
    for payment in payments:
        funders = payment.values("funder")
        if not payment.marked and payment.kind == "investment" and funders and all(f in public for f in funders):
            payment.kind = "contribution"
