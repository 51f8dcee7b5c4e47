"""Who a clause or a stretch of text is about, by where names stand in their sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.mention import Mention
from kg.extraction.typed import Typed, compiled

_LEADS = Expression(
    r"(?:^(?:Total |[A-ZÀ-Ý](?:(?!\b(?:selon|avec|pour|par)\b)[^.;:⟨⟩,]){2,40}, |(?:[ÀA] (?:lui|elle) seule?|Selon [^,]{3,40}|En ⟨D\d+⟩|⟨D\d+⟩|Today|Aujourd'hui|Désormais|Mais|Et|But|Ainsi|Or|Quant à|Fort[es]* d[e'] ?⟨N\d+⟩ [^,]{3,30}),? )?"
    r"|[;:«\"–] ?|, (?:et |mais |and |but |where |while |où |tandis que |dont )?| (?:que |qu'|lequel |laquelle |lesquels |lesquelles |which |and |et |mais |but |car |tandis que |while ))"
    r"(?:(?:le |la |les |l'|the |ce |cette |à |au |chez |(?:son |sa |ses |its )(?:[a-zà-ÿ-]+ ){1,2})?(?:(?:filière|secteur|site|groupe|société|start-up|entreprise|usine|port spatial|PME|association|pôle|cluster|incubateur|laboratoire|école|université|institut|agence|coopérative|laboratory|agency|institute|firm|group|company|industrie|métropole|région|ville|territoire|département|seul|seule|base|centre)s? (?:(?:spatiale?|industrielle?|aérospatiale?|voisine?) )?(?:de la |de l'|de |du |d'|en )?)?)?$",
    re.IGNORECASE,
)
AT = Expression(
    r"\b(?:dans (?:le |la |l'|les )?|en |à |aux? |in (?:the )?|near |at |sur (?:le |la |l')|from |depuis )$",
    re.IGNORECASE,
)
OPENING_PRONOUN = Expression(
    r"^(?:(?:Aujourd'hui|Désormais|En ⟨D\d+⟩|⟨D\d+⟩|Today|Now|Mais|But|Et|Par [^,]{3,20}),? )?(?:Elle|Il|Elles|Ils|It|They|Son|Sa|Ses|Its|Their|Leurs?|On y|Y|[Ll]e pays|[Tt]he country)\b"
)
PRONOMINAL = Expression(OPENING_PRONOUN.pattern + r"|, (?:elle|il|elles|ils|it|they) [a-zà-ÿ]")
PRONOUN = Expression(
    OPENING_PRONOUN.pattern
    + r"|[,;:] (?:elle|il|it|elles|ils|they)(?: y| en| is| now)? [^.;:⟨⟩]{0,60}$|\b(?:sa|ses|son|its|leurs?|their) (?!environs\b|alentours\b|région\b|périphérie\b|banlieue\b|surround)[^.;:⟨⟩]{0,40}$"
)
_OBLIQUE = Expression(
    r"(?:\bselon|\bd'après|\bavec|\bpour|\bpar|\bchez|\baccording to|\bwith|\bfor|\bby|\bof|\bde|\bdu|\bd') ?(?:la |le |l'|les |the )?$",
    re.IGNORECASE,
)
_FRONTED = Expression(
    r"(?:Avec|With|Fort(?:e|es|s)? d[e'u]|Doté|Riche d|Employant|Employing|À raison|Grâce à)[^,;:]*$", re.IGNORECASE
)
_MAIN_CLAUSE = Expression(r"[^,;:]{0,90}, (?:[^,;:⟨⟩]{0,40}, )?(?:la |le |les |l'|the |cette |ce )?⟨[OLFX](\d+)⟩")
_BACK = 60
_FAR = 500
"""Characters back to which a sentence may leave its subject out."""


def between(typed: Typed, first: Mention, second: Mention) -> str:
    """What stands between two mentions of a sentence."""
    start = typed.string.index("⟩", typed.position(first)) + 1
    return typed.string[start : typed.position(second)]


def leads(typed: Typed, mention: Mention) -> bool:
    """Whether a name stands where a clause has its subject."""
    lead = typed.before(mention)
    return bool(_LEADS.search(lead)) and not AT.search(lead)


def fronted(typed: Typed, at: Mention) -> Mention | None:
    """The subject that follows what opens a sentence: "Avec 15 000 emplois, l'Occitanie est"."""
    place = typed.position(at)
    if not _FRONTED.match(typed.string[:place]):
        return None
    match = _MAIN_CLAUSE.match(typed.string[place:])
    return typed.mentions[int(match[1])] if match else None


def oblique(typed: Typed, mention: Mention) -> bool:
    """Whether a name follows a preposition that no subject follows."""
    return bool(_OBLIQUE.search(typed.before(mention)))


def titled(typed: Typed, mention: Mention) -> bool:
    """Whether a name only completes somebody's title: "maire de Vernon", "président de l'agglomération"."""
    return bool(compiled(r"{title},? {de}(?:{the})$").search(typed.before(mention)[-70:]))


def wide(mention: Mention) -> bool:
    """Whether a mention is of a country or a continent."""
    return mention.sort in {"country", "continent"}


def before(document: Document, typed: Typed) -> Iterator[Typed]:
    """The sentences before one, from the last back, as far as they may tell what it is about."""
    start = typed.sentence.start
    at = bisect_left(document.sentences, start, key=lambda t: t.sentence.start)
    for previous in reversed(document.sentences[max(0, at - _BACK) : at]):
        if start - previous.sentence.end > _FAR:
            return
        if previous.sentence.kind != "furniture":
            yield previous


def framing_dates(document: Document, typed: Typed) -> list[Mention]:
    """The date of the question that a sentence answers, or of the line that introduces its list."""
    row = typed.sentence.kind in {"bullet", "label"}
    for previous in before(document, typed):
        if row and previous.sentence.kind in {"bullet", "label"}:
            continue
        asked = previous.string.endswith("?") and previous.sentence.line == typed.sentence.line
        opens = row and previous.string.rstrip().endswith(":")
        return previous.of_kind("D") if asked or opens else []
    return []


def topic(document: Document, typed: Typed, fits: Callable[[Mention], bool]) -> Mention | None:
    """What the sentences before one are about: the last one's subject, else what it names first."""
    for previous in before(document, typed):
        fitting = [m for m in previous.mentions if fits(m) and not titled(previous, m)]
        if leading := [m for m in fitting if leads(previous, m)]:
            return leading[0]
        if fitting and not PRONOMINAL.search(previous.string):
            bodies = [m for m in fitting if not oblique(previous, m) and not AT.search(previous.before(m))]
            if named := bodies or [m for m in fitting if m.kind != "L"]:
                return named[0]
    return None
