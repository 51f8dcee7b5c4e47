"""Numbers that stand alone and go on counting what was named: "son effectif sera porté à 90", "qui en abrite 200"."""

from __future__ import annotations

import re

from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.mention import Mention
from kg.extraction.typed import Typed
from kg.extraction.typed import typed as retyped
from kg.extraction.values import Value, numerals

_ABOUT = (
    r"(?:plus de |près de |environ |quelque |même |more than |nearly |over |about |some |around |almost |just |well )*"
)
_MOVES = Expression(
    r"(?:\bpass(?:e|é|er|a|ait)|\bport(?:é|er|e|a)|\bmont(?:é|e|er|a)|\bgrimp|\bramen|\brédui|\btomb(?:e|é|er)|\bdoubl|\btripl|\bétoff|\baugment|\bcroître|\bbondi|"
    r"\bris(?:e|en|es|ing)\b|\brose\b|\bgr(?:ow|own|ew|ows|owing)\b|\bincreas|\bclimb|\bfall|\bfell\b|\bcut\b|\btak(?:e|en|ing|es)\b|\bbr(?:ing|ought)|\bswell|\bswollen|\bexpand|\bup\b|\bdown\b|\bwent\b|\bgone\b|\bgo\b|\bjump|\braise|\bevolv|\bbouncing|\bmov)"
    rf"[^.;:!?]{{0,70}}? (?:à|to|de|from|jusqu'à) {_ABOUT}$",
    re.IGNORECASE,
)
_THERE = Expression(
    rf"\ben (?:(?:fait|font|faisait) (?:[a-zà-ÿ]+ )?travailler|(?!fédér|fédèr|regroup|rassembl|réuni|accueill|reçoi|espèr|attend)[a-zà-ÿ]+(?:e|ait|ent|aient|a|ont|era|eront|pte|ptait))(?: (?:aujourd'hui|désormais|déjà|maintenant))? {_ABOUT}$"
    rf"|\b(?:d'|à |va |vont |pourra |compte |veut |souhaite )en (?:recruter|embaucher|employer|créer)(?: encore| au moins)? {_ABOUT}$|\bto (?:hire|recruit|employ|take on)(?: a further| another)? {_ABOUT}$"
    rf"|\b(?:now |today )?(?:has|have|had|employs?|counts?|numbers|totals?) {_ABOUT}$"
    rf"|\b(?:faire|fait|font) (?:[a-zà-ÿ]+ )?travailler {_ABOUT}$|\b(?:a|another|un|une|un autre|les) (?:further |autres? )?{_ABOUT}$|\b(?:further|another|additional) {_ABOUT}$"
    rf"|\b(?:contre|against|compared with|compared to|versus|soit|dont|including|fewer than) {_ABOUT}$"
    rf"|\b(?:nous (?:sommes|étions|serons)|we(?: are|'re| were|'ll be| will be| now have)) {_ABOUT}$|\b(?:hopes for|vise|espère|targets|aims for) (?:a |les |la barre des )?{_ABOUT}$|\b(?:cap|barre|seuil|mark|threshold)(?: symbolique| symbolic)? (?:des |de |of ){_ABOUT}$",
    re.IGNORECASE,
)
_ENDS = Expression(
    r"(?:[.,;)»”\"]|$| ?(?:–|\()| (?:en|à|au|aux|dans|d'ici|by|in|within|this|next|aujourd'hui|today|now|since|depuis|fin|at|avant|before|over|après|after|et|and|dès|par|aujourd|of them|d'entre eux|that|que|sera|serait|devrait|est|should|will|il y a|[a-z]+ (?:years?|months?) (?:ago|earlier|before)|elsewhere|ailleurs|more|de plus)\b)"
)
_COUNTS = Expression(
    r"\beffectifs?\b|\bsalarié|\bemploi|\bemploy|\bstaff|\bheadcount|\bjobs?\b|\bworkforce|\bpayroll|\bpostes\b|\bpersonnes\b|\bpeople\b|\bworkers\b|\bentreprises\b|\bstart-?ups?\b|\bfirms\b|\bcompanies\b|\bétablissements\b|\bcollaborateurs|\bposts\b|\bembauch|\brecrut|\brecruit",
    re.IGNORECASE,
)
_JOBS = Expression(
    r"\b(?:effectifs?|salariés?|emplois?|employ[a-z]*|staff(?:ing)?|headcount|jobs?|workforce|payroll|postes?|posts|collaborat(?:eurs|rices)|workers|personnes|people|embauches|recrutements|équipes?|hires)\b",
    re.IGNORECASE,
)
_FIRMS = Expression(
    r"\b(?:nombre|number|count) (?:de |d'|of )(?:[a-z-]+ ){0,2}(?:entreprises|sociétés|start-?ups?|PME|firms|companies|businesses)\b|\b(?:entreprises|sociétés|start-?ups|firms|companies|businesses) (?:spatiales|du spatial)",
    re.IGNORECASE,
)
_SITES = Expression(r"\b(?:établissements|establishments)\b", re.IGNORECASE)
_YEARS = range(1900, 2101)
_LEAST = 5


def numbered(document: Document, typed: Typed, earlier: str) -> tuple[Typed, frozenset[int]]:
    """A sentence with marks for numbers that stand alone in it, and where those begin."""
    start, end = typed.sentence.start, typed.sentence.end
    words = document.text[start:end]
    if not (earlier or _COUNTS.search(words)):
        return typed, frozenset()
    found = []
    for numeral in numerals.find(words.lower(), document.language):
        number, before, after = numeral.number, words[: numeral.start], words[numeral.end :]
        year = not numeral.grouped and number in _YEARS
        if year or number != number.to_integral_value() or number < _LEAST or not _ENDS.match(after):
            continue
        value = Value("count", start + numeral.start, start + numeral.end, number)
        mention = Mention("N", "count", value.start, value.end, numeral.written, value=value)
        taken = any(m.covers(mention) for m in typed.mentions)
        if not taken and (_MOVES.search(before) or _THERE.search(before)):
            found.append(mention)
    if not found:
        return typed, frozenset()
    mentions = sorted([*typed.mentions, *found], key=lambda m: m.start)
    return retyped(document.text, typed.sentence, mentions), frozenset(m.start for m in found)


def counted(before: str) -> str:
    """What a number that stands alone counts: the noun named last before it in its sentence."""
    said = [
        (match.end(), measure)
        for measure, pattern in (("jobs", _JOBS), ("companies", _FIRMS), ("establishments", _SITES))
        for match in pattern.finditer(before)
    ]
    return max(said)[1] if said else ""
