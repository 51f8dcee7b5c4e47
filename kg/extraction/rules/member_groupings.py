"""Which grouping a text means by "its members", "they have joined", "ils sont dix-neuf": a cluster, a network, a consortium."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.tables import plain
from kg.extraction.typed import Typed

NOUN = (
    r"(?:consortium|groupement|réseau|association|club|collectif|alliance|pôle|cluster|fédération|syndicat|coopérative|communauté|union|coalition|"
    r"fondation|confédération|GIS|GIE|centre|partnership|network|federation|foundation|trade body|trade association|grouping|coalition)"
)
_NAME = Expression(
    rf"\b(?:{NOUN}|institut|incubateur|technopole|campus|hub|valley|villes|cities|régions|regions|CVA|space cluster)\b",
    re.IGNORECASE,
)
_SAID_OF = Expression(
    rf"(?:^|⟩)(?:\)|\([^()]{{1,60}}\))?,? ?\(?(?:est |is |qui est )?(?:une?|l'|la|le|the|an?|cette|notre) ?(?:[a-zà-ÿ-]+ )?{NOUN}\b|"
    r"^ (?:rassemble|réunit|regroupe|fédère|compte|unites|brings together|gathers|numbers)\b[^.;]{0,50}\b(?:membres|adhérents|acteurs|entreprises|members|companies)\b"
)
_BEFORE = Expression(
    rf"\b(?:{NOUN}|(?:membres?|adhérente?s?|fondat(?:eur|rice)s?|présidence|adhésion|members?|rangs) (?:de la |de l'|du |des |de |d'|of (?:the )?))(?: régionale?| européenne?)? ?$"
)
_THIS = Expression(
    r"\b(?:[Cc]e|[Cc]et|[Cc]ette|[Tt]his) (?:consortium|groupement|alliance|réseau|collectif|association|fédération|network|partnership|coalition)\b"
)
_NEVER = frozenset({"agency", "authority", "press", "country", "continent"})
_UNNAMED = Expression(
    r"\b(?:[Uu]n|[Uu]ne|[Ll]e|[Ll]a|[Cc]e|[Cc]et|[Cc]ette|[Aa]n?|[Tt]he) ?(?P<words>(?:consortium|groupement|cluster|alliance|réseau|coentreprise|joint-venture|collectif|coalition)(?: d['e] ?(?!⟨)[a-zà-ÿ]+(?: d'[a-zà-ÿ]+)?)?)(?![\w-])"
)
_REACH = 2


def grouping(document: Document, typed: Typed, taken: Collection[str] = ()) -> Filler | None:
    """The grouping spoken of in a sentence: named there or just before, else the text's main one, else an unnamed one."""
    like = [m for m in document.mentions if m.name not in taken and is_grouping(document, m)]
    names = {m.name for m in like}
    here = typed.sentence
    at = next((i for i, t in enumerate(document.prose) if t.sentence.start == here.start), 0)
    if (pointed := _pointed(document, at, taken)) is not None:
        return filler("organisation", pointed)
    near = [m for t in document.prose[max(0, at - _REACH) : at + 1] for m in t.mentions if m.name in names]
    if near:
        return filler("organisation", near[-1])
    if like:
        tally = Counter(m.name for m in document.mentions)
        heading = plain(document.title)
        best = max(like, key=lambda m: (plain(m.name) in heading, tally[m.name], -m.start))
        return filler("organisation", best)
    return next(_unnamed(document, typed), None)


def _pointed(document: Document, at: int, taken: Collection[str]) -> Mention | None:
    """What "ce consortium" points back to: the body without known sort that was named last before it."""
    for i in range(at, max(-1, at - _REACH - 1), -1):
        if _THIS.search(document.prose[i].string):
            before = [
                m for t in document.prose[max(0, i - _REACH) : i] for m in t.of_kind("OFXS") if m.name not in taken
            ]
            weak = [m for m in before if m.sort in {"model", "cluster", "association", "programme", "facility"}]
            return weak[-1] if weak else None
    return None


def is_grouping(document: Document, mention: Mention) -> bool:
    """Whether a name is that of a body which has members, by the name itself or by what is said beside it."""
    if mention.kind not in "OFX" or mention.sort in _NEVER or mention.value is not None:
        return False
    if mention.sort in {"cluster", "association"} or _NAME.search(mention.name):
        return True
    after, before = (
        document.text[mention.end : mention.end + 90],
        document.text[max(0, mention.start - 40) : mention.start],
    )
    return bool(_SAID_OF.search(after) or _BEFORE.search(before))


def _unnamed(document: Document, typed: Typed) -> Iterator[Filler]:
    """A grouping without a name, under the words that name it, nearest first."""
    prose = document.prose
    at = next((i for i, t in enumerate(prose) if t.sentence.start == typed.sentence.start), 0)
    for t in (*reversed(prose[: at + 1]), *prose[at + 1 : at + 1 + _REACH]):
        if match := _UNNAMED.search(t.string):
            yield Filler("organisation", match["words"], t.origin(match.start("words")), t.origin(match.end("words")))
