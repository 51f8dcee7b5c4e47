"""What looks like a value and is none: names with years, telephone numbers, times, addresses, references."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.expressions import Expression
from kg.extraction.values.lexicon import CLOSE
from kg.extraction.values.wordlists import frozen

_PATTERNS = (
    # links and references
    Expression(r"https?://\S{1,300}|www\.\S{1,200}|(?<![\w.])doi ?: ?\S{1,80}"),
    Expression(r"(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,80}"),
    Expression(
        r"(?<![\w])(?:siren|siret|isbn|issn|rcs|tva|vat|cppap|naf|ape)(?: [a-z]{1,20})? ?(?:n ?°)?[ "
        r":]{0,3}[a-z]{0,2}[0-9][0-9 .-]{4,24}"
    ),
    Expression(
        r"(?<![\w])(?:(?:n ?°|no\.?|numeros?|number)(?! ?[1-9](?![0-9]))|pages?|pp?\.|article|art\.|"
        r"chapitre|chapter|tome|vol\.?|volume|fig\.?|figure|tableau|table|lot|annexe|version|v) "
        r"?[0-9][0-9-]{0,9}(?!\w|,[0-9]| ?(?:%|€|millions?|milliards?))"
    ),
    # telephone numbers
    Expression(r"(?<![\w.])(?:\+|00)[0-9]{1,3}[ .-]?(?:\(0\)[ ]?)?[0-9]{1,4}(?:[ .-]?[0-9]{2,4}){2,5}(?!\w)"),
    Expression(r"(?<![\w.,])0[1-9](?:[ .-]?[0-9]{2}){4}(?!\w)"),
    Expression(r"(?<![\w.])(?:tel|tel\.|phone|fax|telephone|mobile|mob\.?) ?[.:] ?[+0-9(][0-9 ().-]{6,22}"),
    # times of the day
    Expression(r"(?<![\w.,])(?:[01]?[0-9]|2[0-4]) ?h(?: ?[0-5][0-9])?(?![\w])(?:/24)?"),
    Expression(r"(?<![\w.,:])(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?: ?[ap]\.?m)?(?![\w:])"),
    Expression(r"(?<![\w.,])(?:1[0-2]|[1-9]) ?[ap]\.?m(?![\w])"),
    Expression(r"(?<![\w.,])(?:24/24|7/7|24/7|7 ?j(?:ours)? ?(?:/|sur) ?7|24 ?h(?:eures)? ?(?:/|sur) ?24)(?![\w])"),
    # addresses
    Expression(
        r"(?<![\w.,])[0-9]{1,4}(?:[ -][0-9]{1,4})?(?: ?(?:bis|ter))?,? (?:rue|avenue|av\.|boulevard|bd|"
        r"place|allees?|chemin|quai|route|impasse|cours|"
        r"square|esplanade|rond-point|street|road|lane|drive)(?![a-z])"
    ),
    # the seasons of a league, a score
    Expression(r"(?<![\w.,])[0-9]{1,2}/[0-9]{1,2}(?![\w/])"),
)
_POSTCODE = Expression(
    r"(?<![\w.,])(?:F-)?(?:[0-9]{5}|[0-9]{2} [0-9]{3})(?= (?:[A-ZÀ-Ý][a-zà-ÿ'’-]{2,}|[A-Z]{3,}))(?! "
    r"[A-ZÀ-Ý][a-zà-ÿ]+ (?:et|and) )"
)
_NAME_WITH_YEAR = Expression(
    r"(?<![\w])(?:France|Horizon|Europe|Vision|Agenda|Objectif|Ambition|Ambitions|Cap|Industrie|Occitanie|"
    r"Digital|Objective|Mission|Strategy|Stratégie|Destination)"
    r"(?:[ \u00a0](?:Europe|Europa|Espace|Spatial|Space))?[ \u00a0-](?:20[2-5]0|20[34]5)(?![\w])"
)
_TARGET = Expression(r"(?<![\w])(?P<word>[A-ZÀ-Ý][\w’'-]{2,30})[ \u00a0](?:20[3-5]0|20[345]5)(?![\w-])")
_NOT_A_NAME = frozen(
    "janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre "
    "january february march april "
    "may june july august september october november december horizon été été hiver printemps automne "
    "summer winter spring autumn "
    "début fin mi courant vers dès avant après depuis pour jusqu'en entre année by in until before after "
    "from since for towards "
    "around early late mid around en"
)
_CODE = Expression(
    r"(?<![\w])(?:[A-Z]{1,5}-?[0-9]{1,4}[A-Za-z]{0,3}|[A-Z][a-zà-ÿ]+-[0-9]{1,3}[A-Z]?)(?![\w]|[.,][0-9])"
)
_PRIZE_OF_A_CODE = Expression(rf"(?:{'|'.join(CLOSE).upper()}|T[1-4]|Q[1-4]|[SH][12])", re.ASCII)


def find(folded: str, text: str) -> Iterator[tuple[int, int]]:
    """Every stretch that holds no value, though it has figures."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            yield match.span()
    for match in _POSTCODE.finditer(text):
        yield match.span()
    for match in _NAME_WITH_YEAR.finditer(text):
        yield match.span()
    for match in _TARGET.finditer(text):
        if match["word"].lower() not in _NOT_A_NAME:
            yield match.span()
    for match in _CODE.finditer(text):
        if not _PRIZE_OF_A_CODE.match(match[0]):
            yield match.span()
