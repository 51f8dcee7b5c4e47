"""Whose dollars or crowns a text counts in: "9 millions $" in an article on Québec are Canadian."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.rules.payment import Payment
from kg.extraction.values.lexicon import CROWNS

_LANDS = (
    (
        "CAD",
        Expression(r"\b(?:Canada|Québec|Quebec|Ontario|British Columbia|New Brunswick|Nouveau-Brunswick|Saskatchewan|Newfoundland|Terre-Neuve|Sherbrooke|Alberta|Nova Scotia|Nouvelle-Écosse|Manitoba|Montréal|Montreal|Toronto|Ottawa|Vancouver|Winnipeg|Halifax|[Cc]anadien(?:ne)?s?|Canadian|[Qq]uébécoi(?:s|se|ses))\b"),
    ),
    (
        "AUD",
        Expression(r"\b(?:Australia|Australie|Australian|Tasmania|Hobart|Northern Territory|[Aa]ustralien(?:ne)?s?|Queensland|Adelaide|Adélaïde|Sydney|Melbourne|Brisbane|Perth|Canberra|Darwin)\b"),
    ),
    (
        "NZD",
        Expression(r"\b(?:New Zealand|Aotearoa|Mahia|Māhia|Dunedin|Otago|Hawke's Bay|Tauranga|Nouvelle-Zélande|Auckland|Wellington|Christchurch|Canterbury|[Nn]éo-[Zz]élandais\w*)\b"),
    ),
    ("SGD", Expression(r"\b(?:Singapore|Singapour|Singaporean)\b")),
)  # fmt: skip
_LANDS_OF_CROWNS = (
    ("SEK", Expression(r"\b(?:Sweden|Suède|Swedish|[Ss]uédois(?:es?)?|Stockholm|Kiruna|Esrange|Gothenburg|Göteborg|Uppsala|Luleå)\b")),
    ("NOK", Expression(r"\b(?:Norway|Norvège|Norwegian|[Nn]orvégien(?:ne)?s?|Oslo|Andøya|Andoya|Tromsø|Bergen|Trondheim|Svalbard)\b")),
    ("DKK", Expression(r"\b(?:Denmark|Danemark|Danish|[Dd]anois(?:es?)?|Copenhagen|Copenhague|Aarhus|Aalborg|Odense|Greenland|Groenland)\b")),
    ("CZK", Expression(r"\b(?:Czechia|Czech|Tchéquie|[Tt]chèques?|Prague|Brno|Ostrava|Moravi\w+|Bohemi\w+)\b")),
    ("ISK", Expression(r"\b(?:Iceland|Islande|Icelandic|[Ii]slandais(?:es?)?|Reykjav[ií]k)\b")),
)  # fmt: skip
_AMERICAN = Expression(
    r"\b(?:US|USA|U\.S\.|United States|États-Unis|Etats-Unis|[Aa]méricain(?:e|s|es)?|American|NASA|Nasa|Californi[ae]|Texas|Florid[ae]|Colorado|New York)\b"
)
_TOLD = Expression(r"US ?\$|\$ ?US|USD|dollars (?:américains|US)|(?:US|American) dollars", re.IGNORECASE)
_PREFIXED = {
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "S$": "SGD",
}
_CANADIAN = Expression(r" ?(?:CAN|canadiens?|Canadian)\b")
_PREFIX = Expression(r"(?<![A-Za-z])(?:A|AU|C|CA|NZ|S)\$")
_SWISS = Expression(
    r"\b(?:[Ss]uisses?|Swiss|Switzerland|Genève|Lausanne|Berne|Zurich|Vaud|vaudois\w*|romand\w*|Payerne|Fribourg|Neuchâtel|Valais|EPFL|CHF)\b"
)
_IN_DOLLARS = Expression(r"\b(?:en|in) dollars\b[^.;]{0,12}$")
_NEAR = 40
"""How many characters before an amount may say that what follows is in dollars."""
_EURO = "2002"
_OFTEN = 2


def settle(document: Document, payments: Sequence[Payment]) -> None:
    """Give amounts in francs, and in plain dollars or crowns, the currency of the land that the text is about."""
    francs: list[Payment] = []
    crowns: list[Payment] = []
    for payment in payments:
        words = document.text[payment.mention.start : payment.mention.end]
        if words.endswith(("francs", "franc")):
            francs.append(payment)
        elif not (payment.mention.value and payment.mention.value.currency) and words.split()[-1].lower() in CROWNS:
            crowns.append(payment)
    _settle_francs(document, francs)
    _settle_crowns(document, crowns)
    for payment in payments:
        if payment.currency is None and _IN_DOLLARS.search(_just_before(document, payment)):
            payment.currency = "USD"
    _settle_dollars(document, [p for p in payments if p.mention.value and p.mention.value.currency == "USD"])


def _just_before(document: Document, payment: Payment) -> str:
    return document.text[max(0, payment.mention.start - _NEAR) : payment.mention.start]


def _settle_francs(document: Document, francs: Sequence[Payment]) -> None:
    """Francs are French before the euro, and wherever nothing is Swiss."""
    if francs and ((document.published or "9") < _EURO or not _SWISS.search(document.text)):
        for payment in francs:
            payment.currency = "FRF"


def _settle_crowns(document: Document, crowns: Sequence[Payment]) -> None:
    if crowns:
        code, _ = _most_named(_whole(document), _LANDS_OF_CROWNS)
        for payment in crowns:
            payment.currency = code or ""


def _settle_dollars(document: Document, dollars: Sequence[Payment]) -> None:
    if not dollars:
        return
    text = _whole(document)
    code, often = _most_named(text, _LANDS)
    local = often >= _OFTEN and often > len(_AMERICAN.findall(text))
    for payment in dollars:
        start, end = payment.mention.start, payment.mention.end
        around = document.text[max(0, start - 3) : end + 22]
        if prefix := _PREFIX.search(around):
            payment.currency = _PREFIXED[prefix.group()]
        elif _CANADIAN.match(document.text, end):
            payment.currency = "CAD"
        elif local and not _TOLD.search(around):
            payment.currency = code


def _whole(document: Document) -> str:
    return f"{document.title} {document.text}"


def _most_named(text: str, lands: Iterable[tuple[str, Expression]]) -> tuple[str | None, int]:
    """The currency of the land that a text names most often, and how often; none where it names none."""
    named = [(len(land.findall(text)), code) for code, land in lands]
    often, code = max(named, key=lambda counted: counted[0])
    return (code if often else None), often
