"""Whose dollars a text counts in: "9 millions $" in an article on Québec are Canadian."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.rules.payment import Payment

_LANDS = (
    (
        "CAD",
        Expression(r"\b(?:Canada|Québec|Quebec|Ontario|Alberta|Nova Scotia|Nouvelle-Écosse|Manitoba|Montréal|Montreal|Toronto|Ottawa|Vancouver|Winnipeg|Halifax|[Cc]anadien(?:ne)?s?|Canadian|[Qq]uébécoi(?:s|se|ses))\b"),
    ),
    (
        "AUD",
        Expression(r"\b(?:Australia|Australie|Australian|[Aa]ustralien(?:ne)?s?|Queensland|Adelaide|Adélaïde|Sydney|Melbourne|Brisbane|Perth|Canberra|Darwin)\b"),
    ),
    (
        "NZD",
        Expression(r"\b(?:New Zealand|Nouvelle-Zélande|Auckland|Wellington|Christchurch|Canterbury|[Nn]éo-[Zz]élandais\w*)\b"),
    ),
    ("SGD", Expression(r"\b(?:Singapore|Singapour|Singaporean)\b")),
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
    "$CA": "CAD",
    "$ CA": "CAD",
}
_PREFIX = Expression(r"(?<![A-Za-z])(?:A|AU|C|CA|NZ|S)\$")
_SWISS = Expression(
    r"\b(?:[Ss]uisses?|Swiss|Switzerland|Genève|Lausanne|Berne|Zurich|Vaud|vaudois\w*|romand\w*|Payerne|Fribourg|Neuchâtel|Valais|EPFL|CHF)\b"
)
_EURO = "2002"
_OFTEN = 2


def settle(document: Document, payments: Sequence[Payment]) -> None:
    """Give amounts in plain dollars the currency of the one land of dollars that the text is about."""
    for payment in payments:
        words = document.text[payment.mention.start : payment.mention.end]
        if words.endswith(("francs", "franc")) and (
            (document.published or "9") < _EURO or not _SWISS.search(document.text)
        ):
            payment.currency = "FRF"
        elif re.search(
            r"\b(?:en|in) dollars\b[^.;]{0,12}$",
            document.text[max(0, payment.mention.start - 40) : payment.mention.start],
        ):
            payment.currency = "USD"
    dollars = [p for p in payments if p.mention.value and p.mention.value.currency == "USD"]
    if not dollars:
        return
    text = f"{document.title} {document.text}"
    named = {code: len(land.findall(text)) for code, land in _LANDS}
    code, often = max(named.items(), key=lambda item: item[1])
    local = often >= _OFTEN and often > len(_AMERICAN.findall(text))
    for payment in dollars:
        start, end = payment.mention.start, payment.mention.end
        around = document.text[max(0, start - 3) : end + 22]
        if prefix := _PREFIX.search(around):
            payment.currency = _PREFIXED[prefix.group()]
        elif local and not _TOLD.search(around):
            payment.currency = code
