"""Members told from the grouping's side: "le réseau C réunit A et B", "C (A, B)", "C, que pilote A", "composé de A et B, C ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.frames import Frame
from kg.extraction.mention import Mention
from kg.extraction.rules.member_frames import called_grouping, framed
from kg.extraction.rules.member_joining import aligned
from kg.extraction.rules.member_words import ENTRY, GATHERS, GROUPING, JOINS, LOOSE, TAIL
from kg.extraction.typed import Typed, compiled

_OUT = r"(?:(?:[^.;:⟨⟩]|⟨[NDRUL]\d+⟩){0,100}?(?: ?:|,? (?:dont|parmi lesquel\w+|parmi eux|comme|tels? que|telles? que|notamment|à savoir|soit|au premier rang desquel\w+|including|among them|such as|namely|like|whether|from)) ?)"
_NOUNS = r"(?:(?:(?!(?:de|du|des|à|au|aux|pour|par|of|for|at|by|to|with|avec|chez|sur|in|en|dans)\b)[a-zà-ÿ'-]+|⟨[NR]\d+⟩) ){0,3}(?:(?:de |of |d')(?=⟨))?"
_GATHERS = compiled(
    rf"(?<![\w'-])(?P<cue>{GATHERS}),?(?: (?:notamment|déjà|désormais|entre autres|ainsi|aujourd'hui|now|already|also|notably|as members|comme membres?|parmi ses (?:⟨N\d+⟩ )?(?:membres|adhérents|fondateurs)(?: fondateurs)?|dans ses rangs|among its (?:⟨N\d+⟩ )?(?:members|founders)))*,? {_OUT}?{{det}}{_NOUNS}<member:OXLFP+>"
)
_COUNTING = Expression(
    r"(?:compte|dénombre|revendique|affiche|accueill|accueil|counts?|counting|numbers|has|adds|features|repose|s'appuie|includes?|including|lists|recrut|inclu|compren|comprises?|welcom)",
    re.IGNORECASE,
)
_WHICH = Expression(r"\b(?:qui|which|that)[ ,]*(?:\w+ )?$")
_UNION = Expression(
    r"\b(?:consortium|groupement|alliance|partnership|coalition|GIE|GIS|grouping|fédération|federation|attelage)\b",
    re.IGNORECASE,
)
_OF_MEMBERS = Expression(
    r"\b(?:membres?|adhérente?s?|adhésions?|fondat\w+|members?|founders?|rangs|ranks)\b", re.IGNORECASE
)
_TAIL = Expression(rf"(?:^|(?<=[ ,']))(?:{TAIL})[ ,]*$", re.IGNORECASE)
_SUBJECT = compiled(rf"<organisation:OXFS>(?: ?[»\"”])?(?: {GROUPING})?$")
_FRONTED = compiled(
    rf"^(?:{GATHERS}|(?:Co)?(?:fondée?|créée?|lancée?|founded|created|launched)(?: en ⟨D\d+⟩| in ⟨D\d+⟩)? (?:par|by)|Fort d[eu']|Né(?:e)? d[eu'](?: l'union d[eu'])?) ?{_OUT}?{{det}}{_NOUNS}<member:OXLF+>(?: [^⟨⟩,.;:]{{2,30}})?, (?:[a-zà-ÿ'-]+ ?){{0,4}}(?<=[ '])(?:« ?)?<organisation:OXF>"
)
_RELATIVE = compiled(
    rf"<organisation:OXFS>(?: ?[»\"”])?(?: {GROUPING})?,? (?:et )?(?:auquel|à laquelle|dont|que|qu'|où|dans lequel|dans laquelle|au sein duquel|au sein de laquelle|of which|to which|in which|which|where|whose)(?: |(?<='))(?P<rest>.+)$"
)
_THERE = compiled(
    rf"^(?:(?:{TAIL}|(?:[a-zà-ÿ]+ment)|(?P<cue>{JOINS}|{LOOSE}|emm[èe]n\w+|mèn\w+|dirig\w+|constitu\w+|fond\w+|cré\w+))(?:,? |(?<='))){{1,9}}(?:: )?{{det}}<member:OXLF+>"
)
_ALSO = compiled(r",? (?:et |and )(?:auquel|à laquelle|dont|que|où|to which|of which) (?P<rest>.+)$")
_INVERSE = compiled(
    rf"^{{the}}<member:OXLF+> (?:(?:{TAIL}),? )*(?:{JOINS}|{LOOSE}|members?|siège|occup\w+|préside\w*|chairs)\b"
)
_WITH_ENTRY = compiled(
    rf"\b(?:Avec|avec|With|with|Grâce à|Après|After|Following|following|Depuis|Since|suite à|Suite à) (?:l'|la |le |the |cette )?(?:récente |prochaine |double |recent )?{ENTRY} (?:de la |de l'|du |des |de |d'|of )(?:the )?{_NOUNS}(?:⟨L\d+⟩'s )?<member:OXLF+>(?: [^,;:⟨⟩]{{0,30}})?, (?:[a-zà-ÿ'-]+ ?){{0,4}}(?<=[ '])(?:« ?)?<organisation:OXF>"
)


def find(document: Document, typed: Typed) -> Iterator[Frame]:
    """A frame for each member that a grouping is said to have."""
    for match in _GATHERS.finditer(typed.string):
        if (group := _who(document, typed, match)) is not None:
            members = _unless_of(typed, match)
            yield from framed(document, typed, members, [group], "membership.gathered")
    for pattern in (_FRONTED, _WITH_ENTRY):
        for match in pattern.finditer(typed.string):
            group = typed.spans(match, "organisation")[0]
            if called_grouping(document, group):
                yield from framed(document, typed, typed.marked(match["member"]), [group], "membership.gathered")
    for match in _RELATIVE.finditer(typed.string):
        group = typed.spans(match, "organisation")[0]
        if called_grouping(document, group) or group.sort in {"cluster", "association"}:
            yield from framed(document, typed, _related(typed, match["rest"]), [group], "membership.gathered")


def _unless_of(typed: Typed, match: re.Match[str]) -> list[Mention]:
    """The members that follow, but no place that only tells where they are."""
    return [m for m in typed.spans(match, "member") if m.kind != "L" or not _at(typed, m)]


def _at(typed: Typed, place: Mention) -> bool:
    return bool(re.search(r"\b(?:à|au|en|in|at|dans|near|près de)(?: la| l'| le| the)? ?$", typed.before(place)))


def _who(document: Document, typed: Typed, match: re.Match[str]) -> Mention | None:
    """The grouping that gathers: the verb's subject, where it is called one."""
    left = typed.string[: match.start()]
    while (shorter := _TAIL.sub("", left)) != left:
        left = shorter
    if _WHICH.search(typed.string[: match.start()]):
        before = [m for m in typed.of_kind("OXF") if typed.position(m) < len(left)]
        return before[-1] if before and called_grouping(document, before[-1]) else None
    left = aligned(left)
    found = _SUBJECT.search(left)
    if found is None:
        return None
    group = typed.mentions[int(re.findall(r"⟨\w(\d+)⟩", found.group())[-1])]
    if _COUNTING.match(match["cue"]) and not _OF_MEMBERS.search(match.group()) and not _union(document, typed, group):
        return None
    return group if called_grouping(document, group) else None


def _union(document: Document, typed: Typed, group: Mention) -> bool:
    """Whether what a grouping includes can only be its members: a consortium, an alliance."""
    words = f"{typed.before(group)[-25:]} {document.text[group.start : group.end]} {typed.after(group)[:25]}"
    return bool(_UNION.search(words))


def _related(typed: Typed, rest: str) -> Iterator[Mention]:
    """The members in a relative clause: "que pilote A et auquel participent B et C", "dont A est membre"."""
    here = _THERE.match(rest)
    if here is not None and not here["cue"]:
        here = None
    found = here or _INVERSE.match(rest)
    if found is None:
        return
    yield from typed.spans(found, "member")
    more = _ALSO.match(rest, found.end("member"))
    if more is not None:
        yield from _related(typed, more["rest"])
