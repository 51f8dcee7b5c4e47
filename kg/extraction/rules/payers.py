"""Who pays and who is paid, by the subject of the verb that an amount depends on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.rules.clauses import AT, PRONOUN, leads, oblique, titled, topic
from kg.extraction.typed import Typed, compiled

_VERB = Expression(
    r"(?P<gives>\b(?:met(?:tra|tent|tront)?|mis|mettre|apport\w+|financ(?:e|era|ent|é|er|eront)|vers(?:e|era|ent|é|er)|consacr(?:e|era|ent|é|er)|débours\w+|dépens\w+|engag(?:e|era|ent|é|er)|"
    r"approuv\w+|pren(?:d|nent|dra) en charge|abond\w+|contribu(?:e|era|é|er)|accord(?:e|era|ent|é|er)|octroi\w+|octroy\w+|allou\w+|attribu(?:e|era|é|er)|offr\w+|paie\w*|pay(?:er|era|é)|investi\w*|inject\w+|mobilis\w+|débloqu\w+|r?ajout\w+|entr\w+ au capital|sign(?:e|ent|era)(?= (?:un chèque|à |au ))|souscri\w+|"
    r"promet(?:tent|tra)?\b|promised?|sign(?:s|ed|ing) off on|approv(?:es?|ed)|lends?|vot(?:e|é|ent)(?= (?:une |un |à |les |⟨))|débourse|annonc(?:e|ent|é)(?= (?:une enveloppe d[e'] ?|un soutien d[e'] ?|une aide d[e'] ?|près d[e'] ?|plus d[e'] ?)?$)|announce[sd]?(?= (?:nearly |over |up to |a further |an extra )?$)|gives?|gave|given|giving|brings?|brought|lends?|lent|hands?|handed|puts?|putting|pledg\w+|provid\w+|contributes?d?|spends?|spent|commits?|committed|invests?|invested|adds?|pays|paid|allocat\w+|awards?|awarded|grants|granted|chips? in)\b)"
    r"|(?P<gets>\b(?:viv(?:ait|re|ent|aient)(?= (?:avec|sur|de)\b)|\blives?(?= on\b)|\b(?:runs?|operates?)(?= on\b)|\brepart(?:ent|i)?(?= avec)|\b(?:takes?|took) home|\bwalk\w*(?= away)|reçoi\w+|recevr\w+|recevoir|percevoir|toucher|obtenir|décrocher|reçu\w*|perce(?:vra|voit|voir)|perçu|perçoit|touch(?:e|era|é|ent|eront)|obt(?:ient|enu|iendra|enir)|décroch\w+|empoch\w+|bénéfici\w+|dispos(?:e|ent|era)|remport\w+|récolt\w+|"
    r"receives?d?|gets?|got|wins?|won|secure[sd]?|lands?|landed|draws)\b)"
    r"|(?P<raises>\b(?:lèv\w+|lev(?:é|er|ait|ée)\b|boucl\w+|collecté|collected|réuni\w*|raises?d?|raising|clos(?:ed|es)))"
)
_THEY = Expression(
    r"(?:^|[,;:] |\b(?:et|and) )(?:[Ee]lles|[Ii]ls|[Tt]hey)(?: [a-z]+)? (?:ont|avaient|auront|have|had) [a-zé]+$"
)
_PUBLIC = frozenset({"authority", "public", "agency", "country", "region"})
_REACH = 130
_GOES_TO = compiled(
    r"^[^.;⟨⟩]{0,30}(?:,| )(?:\b(?:va|vont|ira|iront|revien(?:t|nent|dra)|est allé|sont allés|échoi\w+|goes|go|will go|went|bénéficie(?:nt|ront|ra)?|récompense(?:nt)?|distingue|destinée?s?|au (?:bénéfice|profit)|en faveur)) "
    r"(?:[a-zà-ÿ]+ ){0,2}?{det}(?:société |start-up |entreprise |projet )?(?:[a-zà-ÿ]+ )?<recipient:OTSFE+>"
)
_THAT_GIVES = compiled(
    r"^[^.;⟨⟩]{0,60}\b(?:que|qu'|which|that) ?{det}<funder:OLF+>(?: \([^()]{1,20}\))?[^.;⟨⟩]{0,50}?\b(?:vers|sign|remet|promet|apport|consacr|engag|met|mis|invest|accord|financ|dépens|débours|octroi|allou|give|put|pledge|spend|pay|contribute|provide)\w*(?:[^.;⟨⟩]{0,30}? (?:à|au|aux|to|pour|for) {det}<recipient:OTSFE>)?"
)
_VERB_GIVES = r"(?:vers|sign|remet|prom|apport|consacr|engag|met|mis|invest|accord|financ|dépens|débours|octroi|octroy|allou|attribu|donn|prêt|consent|val(?:u|ent|ait|oir|ut|ent))\w*"
_GIVEN_BY = compiled(
    rf"^[^.;⟨⟩]{{0,40}}\b(?:que |qu')(?:lui |leur |y |va |vont |a |ont |doit |vient de )*{_VERB_GIVES} {{det}}<funder:OLF+>"
)
_TO_WHOM = Expression(
    rf"\b(?:lui|leur)(?: en)? (?:a |ont |va |vont |doit )?(?:[a-zà-ÿ]+ ){{0,2}}{_VERB_GIVES}|\b(?:gives?|gave|grants?|granted|lends?|lent|awards?|awarded|hands?|handed|promised?|promises) (?:it|them|her|him)\b",
    re.IGNORECASE,
)
_ALONE = Expression(r"⟨[OL](?P<n>\d+)⟩(?: \([^()]{1,30}\))?(?:,? (?:at|avec|with|à hauteur de) |,? ?[(:–-] ?|,? )$")


_WITH_HELP = Expression(
    r"\b(?:soutien|appui|concours|participation|aide|cofinancements?|financements?|support|backing|funding|help)(?: financi(?:er|ère))?"
    r" (?:de la |de l'|du |des |de |d'|of the |of |from the |from )⟨[OL]\d+⟩(?: \(⟨M\d+⟩\)(?:,|,? et|,? and) (?:de la |de l'|du |des |de |d'|the )?⟨[OL]\d+⟩)* ?\($"
)
"""Those whose help is told with its sum behind each: "avec le soutien de X (1 M€) et de Y (2 M€)"."""


def governed(document: Document, typed: Typed, before: str) -> tuple[list[Filler], list[Filler]]:
    """Funders and recipients that the verb before an amount tells by its subject."""
    clause = re.split(r"; ", before)[-1]
    verbs = [m for m in _VERB.finditer(clause) if len(clause) - m.end() < _REACH and "⟨M" not in clause[m.end() :]]
    if not verbs:
        return [], []
    verb = verbs[-1]
    if verb["raises"] and _THEY.search(clause[: verb.end()]):
        return [], []
    subject = _subject(document, typed, len(before) - len(clause) + verb.start(), clause[: verb.start()])
    if subject is None:
        return [], []
    if verb.group().startswith("anno") and subject.sort not in _PUBLIC:
        return [], []
    found = [filler("funder" if verb["gives"] else "recipient", subject)]
    return (found, []) if verb["gives"] else ([], found)


def _subject(document: Document, typed: Typed, end: int, clause: str) -> Mention | None:
    """Whom a verb has as its subject: the clause's own, else, where a pronoun stands for it, the text's topic."""
    origin = typed.origin(end)
    own = [m for m in typed.of_kind("OLF") if m.end <= origin and _can_pay(m) and not titled(typed, m)]
    if leading := [m for m in own if leads(typed, m)]:
        return leading[-1]
    bodies = [m for m in own if m.kind == "O" and not oblique(typed, m) and not AT.search(typed.before(m))]
    if bodies and not PRONOUN.search(clause):
        return bodies[-1]
    return topic(document, typed, _can_pay) if PRONOUN.search(clause) else None


def _can_pay(mention: Mention) -> bool:
    return mention.kind in "OF" or (mention.kind == "L" and mention.sort in {"country", "region"})


def passed_on(typed: Typed, after: str) -> Iterator[Filler]:
    """The recipient that follows an amount which is itself the subject: "3 M€ vont à la société X"."""
    if match := _GOES_TO.search(after):
        yield from (filler("recipient", m) for m in typed.marked(match["recipient"]))


def relative(typed: Typed, after: str) -> Iterator[Filler]:
    """The parties in a clause that follows an amount: "10 M€, c'est ce que X va verser à Y"."""
    if match := _THAT_GIVES.search(after):
        for slot in ("funder", "recipient"):
            yield from (filler(slot, m) for m in typed.marked(match[slot] or ""))
    elif match := _GIVEN_BY.search(after):
        yield from (filler("funder", m) for m in typed.marked(match["funder"]))


def to_whom(document: Document, typed: Typed, before: str, after: str) -> Iterator[Filler]:
    """Whom a pronoun means that a sum is given to: "110 M€ que lui promet le budget"."""
    if _TO_WHOM.search(before[-_REACH:]) or _TO_WHOM.search(after[:_REACH]):
        found = topic(document, typed, lambda m: m.kind in "OF")
        yield from (filler("recipient", m) for m in [found] if m)


def role_beside(before: str) -> str | None:
    """What a name right before an amount is, by the verb that an earlier amount of the sentence depends on."""
    clause = re.split(r"; ", before)[-1]
    if not re.search(r"⟨M\d+⟩", clause) and not re.search(r"⟨[OL]\d+⟩ ?\($", clause):
        return None
    if _WITH_HELP.search(clause):
        return "funder"
    verbs = [*_VERB.finditer(clause)]
    if not verbs:
        return None
    passive = re.search(r"(?:\bpar|\bby) (?:la |le |l'|les |the )?⟨", clause[verbs[-1].end() :])
    if verbs[-1]["gives"]:
        active = re.search(r"⟨[OL]\d+⟩", clause[: verbs[-1].start()])
        return "funder" if active or passive else None
    return "recipient" if re.search(r"⟨O\d+⟩", clause[: verbs[-1].start()]) else None


def beside(typed: Typed, before: str) -> Mention | None:
    """The name that an amount directly follows: "la France (3,6 milliards)", "et Y 2 M€"."""
    match = _ALONE.search(before)
    return typed.mentions[int(match["n"])] if match else None
