"""Words that tell what a number is: currencies, scales, units, and what can never be counted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from kg.extraction.expressions import Expression
from kg.language import Language

CURRENCIES: Mapping[str, str] = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR",
    "$": "USD", "us$": "USD", "usd": "USD", "$us": "USD", "dollar": "USD", "dollars": "USD",
    "£": "GBP", "gbp": "GBP", "livres sterling": "GBP", "livre sterling": "GBP", "pound": "GBP", "pounds": "GBP",
    "pounds sterling": "GBP", "chf": "CHF", "francs": "CHF", "franc": "CHF", "francs suisses": "CHF", "swiss francs": "CHF",
    "¥": "JPY", "jpy": "JPY", "yen": "JPY", "yens": "JPY", "cad": "CAD", "c$": "CAD", "ca$": "CAD",
    "dollars canadiens": "CAD", "$ ca": "CAD", "$ca": "CAD", "$ canadiens": "CAD", "$ us": "USD", "canadian dollars": "CAD", "aud": "AUD", "a$": "AUD", "australian dollars": "AUD",
    "nz$": "NZD", "au$": "AUD", "sg$": "SGD", "hk$": "HKD", "nok": "NOK", "sek": "SEK", "dkk": "DKK", "pln": "PLN", "cny": "CNY", "rmb": "CNY", "yuan": "CNY", "yuans": "CNY",
    "inr": "INR", "roupies": "INR", "rupees": "INR", "us dollars": "USD", "dollars us": "USD",
    "dollars americains": "USD", "krw": "KRW", "wons": "KRW", "won": "KRW",
    "dollars australiens": "AUD", "nzd": "NZD", "new zealand dollars": "NZD", "dollars neo-zelandais": "NZD", "sgd": "SGD", "singapore dollars": "SGD",
    "dollars de singapour": "SGD", "hong kong dollars": "HKD", "xpf": "XPF", "francs pacifique": "XPF", "francs cfp": "XPF", "pacific francs": "XPF",
    "kronor": "SEK", "krona": "SEK", "swedish krona": "SEK", "swedish kronor": "SEK", "swedish kroner": "SEK", "swedish crowns": "SEK", "couronnes suedoises": "SEK",
    "norwegian kroner": "NOK", "norwegian crowns": "NOK", "couronnes norvegiennes": "NOK", "danish kroner": "DKK", "danish crowns": "DKK",
    "couronnes danoises": "DKK", "isk": "ISK", "icelandic kronur": "ISK", "kronur": "ISK", "couronnes islandaises": "ISK", "czk": "CZK", "koruna": "CZK",
    "czech crowns": "CZK", "czech koruna": "CZK", "couronnes tcheques": "CZK", "zloty": "PLN", "zlotys": "PLN", "polish zloty": "PLN", "polish zlotys": "PLN",
    "huf": "HUF", "forint": "HUF", "forints": "HUF", "hungarian forints": "HUF", "romanian lei": "RON", "lei roumains": "RON", "shekels": "ILS", "reais": "BRL",
    "rand": "ZAR", "rands": "ZAR", "roubles": "RUB", "rubles": "RUB", "dirhams marocains": "MAD", "moroccan dirhams": "MAD", "emirati dirhams": "AED",
    "dirhams emiratis": "AED", "aed": "AED",
}  # fmt: skip
CLOSE = ("eur", "usd", "gbp", "chf", "sek", "nok", "dkk", "cad", "aud", "nzd")
"""Codes that may stand right before their figures: "SEK120 million"."""
CROWNS = frozenset({"crowns", "couronnes", "kroner", "kroners", "kr"})
"""Money of several lands: the text as a whole tells of which."""
_NAMES = "|".join(re.escape(name) for name in sorted({*CURRENCIES, *CROWNS}, key=lambda n: (-len(n), n)))

SCALES: Mapping[str, Decimal] = {
    **dict.fromkeys(("k", "thousand"), Decimal(1000)),
    **dict.fromkeys(("m", "mn", "mln", "mio", "million", "millions"), Decimal(10**6)),
    **dict.fromkeys(("md", "mds", "mrd", "mrds", "g", "b", "bn", "milliard", "milliards"), Decimal(10**9)),
    **dict.fromkeys(("tn", "trn", "trillion", "trillions"), Decimal(10**12)),
}
_BILLION: Mapping[Language, Decimal] = {"fr": Decimal(10**12), "en": Decimal(10**9)}

SCALED = Expression(
    r"(?P<first_half> et demie?| and a half)?(?: de (?=milli)|[ -])?(?P<scale>(?:millions?|milliards?|"
    r"billions?|trillions?|thousand)(?![a-z])|(?:mds?|mrds?|mln|mn|mio|bn|trn|tn|[kmbg])(?![a-z])"
    rf"|(?:mds?|mn|bn|[kmg])(?=€|\$|£|(?:eur(?:os?)?|sek|nok|dkk|chf|czk)(?![a-z])))?(?P<half> et demie?| and a half)?"
    rf"(?:(?:[ ]?(?:d'|de |of )|[ -])?(?P<currency>(?:{_NAMES})(?![a-z0-9])))?"
)
"""What may follow a number: a scale and a currency, both optional."""
_CURRENCY_BEFORE = r"(?<![a-z])(?P<currency>us\$|ca\$|nz\$|au\$|sg\$|hk\$|[ca]\$|[€$£¥]|eur|usd|gbp|chf|jpy|cad|aud|nzd|sgd|nok|sek|dkk|isk|pln|czk|huf|cny|inr|krw|xpf)[ ]?"
BEFORE = Expression(_CURRENCY_BEFORE + r"\Z")
"""A currency that stands before its number."""
RANGE_BEFORE = Expression(_CURRENCY_BEFORE + r"[0-9][0-9.,]{0,9}(?: ?- ?| to | and | a | et )\Z")
"""The currency of a lower bound, which holds for the upper one: "€10-15 million"."""
RANGE_AFTER = Expression(
    r"(?: ?- ?| to | a )[0-9][0-9.,]{0,9} ?(?P<scale>millions?|milliards?|billions?|bn|mn|m|k)(?![a-z])"
)
"""The scale of an upper bound, which holds for the lower one."""
SCALE_WORDS = frozenset(
    {"million", "millions", "milliard", "milliards", "billion", "billions", "trillion", "trillions"}
)

MEASURES = Expression(
    r"[ -]?(?:m2|m²|m3|m³|km2|km²|km/h|km|cm|mm|nm|kg|kgs|g|mg|t|l|ha|kw|mw|gw|kwh|mwh|gwh|twh|ghz|mhz|khz|"
    r"hz|gb|tb|mb|gbit/s|mbit/s|"
    r"v|kn|°c?|db|px|u|m|metres?|kilometres?|centimetres?|millimetres?|kilometers?|meters?|hectares?|"
    r"tonnes?|tons?|kilos?|kilogrammes?|"
    r"grammes?|litres?|watts?|degres?|degrees?|miles?|feet|foot|pieds?|points?|pts?|gigaoctets?|teraoctets?|"
    r"square|noeuds|knots|pages?|"
    r"pixels?|volts?|bars?|acres?|minutes?|min|secondes?|seconds?|sec|x|fps|k|e-?mails?)(?![a-z0-9]|(?<=[ -][lmtg])')"
)
"""A measure: not counted, not money."""

UNITS: Mapping[str, str] = {
    **dict.fromkeys(("an", "ans", "annee", "annees", "year", "years"), "year"),
    **dict.fromkeys(("mois", "month", "months"), "month"),
    **dict.fromkeys(("semaine", "semaines", "week", "weeks"), "week"),
    **dict.fromkeys(("jour", "jours", "journee", "journees", "day", "days"), "day"),
    **dict.fromkeys(("heure", "heures", "hour", "hours"), "hour"),
}
LASTING = Expression(
    rf"[ -](?:bonnes |petites |longues |full )?(?P<unit>{'|'.join(sorted(UNITS, key=len, reverse=True))})(?![a-z]|"
    rf"-old| old)"
)

ELIDED = Expression(
    r"(?:[0-9]|[a-z]) ?-?(?P<scale>millions?|milliards?|billions?|mds?|mn|bn|m|k) ?(?:d'euros|euros?|€|de dollars|dollars?|\$|£|pounds|(?=[ ,(;-]))"
    r"[^.;:()0-9]{0,55}[,(;-]? ?(?:dont|including|of which|parmi lesquels|and|et|puis)(?: pres de| plus de| environ| quelque| about| some| nearly| over)? \Z"
)
"""A whole amount before a part of it that leaves its scale out: "8 millions d'euros, dont 3,5 pour les murs"."""
PART_TOO = Expression(r" (?:from|by|provided|paid|venus?|issus?|apport|verse|finance|par|prete)[a-z]*")
"""What follows a further part of an amount: "293 million in public funds and 279 from private hands"."""
PART_OF = Expression(
    r" (?:pour|de la part|de la|de l'etat|du|des|apport|vers[ée]|financ|au titre|a la charge|proven|issus|from|for|provided|paid|coming|by) ?(?!million|milliard|billion)"
)

APPROXIMATE: Mapping[Language, Expression] = {
    "fr": Expression(
        r"(?:(?:plus|moins|pres|environ|au moins|proches?|aux alentours|de l'ordre|a peu pres|au-dela|pas "
        r"moins|au-dessus)"
        r" (?:de |d'|des )|environ |quelques? |pres d'|plus d'|moins d'|jusqu'a |jusqu'aux |presque |\+ de |"
        r"au moins |quasiment |un peu plus de |"
        r"estimee?s? a |approximativement |~ ?|\+ ?|> ?|< ?)\Z"
    ),
    "en": Expression(
        r"(?:(?:more|less|fewer) than |about |around |some |nearly |almost |roughly |approximately |over |"
        r"under |up to |at least |at most |"
        r"close to |circa |an estimated |estimated at |as many as |as much as |well over |just over |just "
        r"under |in excess of |"
        r"no (?:fewer|less) than |~ ?|\+ ?|> ?|< ?)\Z"
    ),
}
"""A hedge just before a number (the words stop at the number, \\Z)."""


def factor(scale: str | None, language: Language) -> Decimal:
    """What a scale multiplies by; a French billion is a million millions."""
    if scale is None:
        return Decimal(1)
    return _BILLION[language] if scale.startswith("billion") else SCALES[scale]
