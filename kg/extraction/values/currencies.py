"""Whose dollars or crowns a text counts in: "9 millions $" in an article on Québec are Canadian."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from kg.extraction.expressions import Expression
from kg.extraction.values.lexicon import CROWNS
from kg.extraction.values.value import Value

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
_PREFIX = Expression(rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, _PREFIXED))})")
_SWISS = Expression(
    r"\b(?:[Ss]uisses?|Swiss|Switzerland|Genève|Lausanne|Berne|Zurich|Vaud|vaudois\w*|romand\w*|Payerne|Fribourg|Neuchâtel|Valais|EPFL|CHF)\b"
)
_IN_DOLLARS = Expression(r"\b(?:en|in) dollars\b[^.;]{0,12}$")
_NEAR = 40
"""How many characters before an amount may say that what follows is in dollars."""
_EURO, _NOW = "2002", "9"
"""When francs ended, and what comes after: the year of a text without a date."""
_OFTEN = 2


def settled(text: str, values: Iterable[Value], *, title: str = "", published: str | None = None) -> Iterator[Value]:
    """The values, amounts in francs and in plain dollars or crowns in the currency of the land that the text is about.

    An amount whose land is not told ("40 millions de couronnes" where none is named) has the empty currency.
    """
    about = _About(text, f"{title} {text}", published or _NOW)
    for value in values:
        yield replace(value, currency=about.currency(value)) if value.kind == "amount" else value


@dataclass(frozen=True)
class _About:
    """A text, the same with its title, and when it was published."""

    text: str
    whole: str
    published: str

    def currency(self, value: Value) -> str | None:
        """What an amount is in."""
        unit = self.text[value.start : value.end].lower().split()[-1]
        if unit.endswith(("francs", "franc")):
            return "FRF" if self._french else value.currency
        if value.currency is None and unit in CROWNS:
            return self._crowns
        told = value.currency
        if told is None and _IN_DOLLARS.search(self.text[max(0, value.start - _NEAR) : value.start]):
            told = "USD"
        return self._dollars(value) if told == "USD" else told

    @cached_property
    def _french(self) -> bool:
        """Francs are French before the euro, and wherever nothing is Swiss."""
        return self.published < _EURO or not _SWISS.search(self.text)

    @cached_property
    def _crowns(self) -> str:
        return _most_named(self.whole, _LANDS_OF_CROWNS)[0]

    def _dollars(self, value: Value) -> str:
        around = self.text[max(0, value.start - 3) : value.end + 22]
        if prefix := _PREFIX.search(around):
            return _PREFIXED[prefix.group()]
        if _CANADIAN.match(self.text, value.end):
            return "CAD"
        return "USD" if _TOLD.search(around) else self._local_dollars

    @cached_property
    def _local_dollars(self) -> str:
        code, often = _most_named(self.whole, _LANDS)
        return code if often >= _OFTEN and often > len(_AMERICAN.findall(self.whole)) else "USD"


def _most_named(text: str, lands: Iterable[tuple[str, Expression]]) -> tuple[str, int]:
    """The currency of the land that a text names most often, and how often; none where it names none."""
    named = [(len(land.findall(text)), code) for code, land in lands]
    often, code = max(named, key=lambda counted: counted[0])
    return (code if often else ""), often
