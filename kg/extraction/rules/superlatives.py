"""The largest of its kind, which is a rank too: "the country's biggest cluster", "le plus gros employeur du département"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.extraction.mention import Mention
from kg.extraction.rules.standing import RANKED, scope_of
from kg.extraction.typed import Typed
from kg.extraction.typed import typed as retyped
from kg.extraction.values import Value

_NOUN = rf"(?:{RANKED}|usine|factory|plant|facility|company|firm|entreprise|groupe|campus|parc|park|spaceport|pas de tir|salle blanche|observatoire|observatory|clean ?room|community|communauté|industrie|industry|sector|maker|builder|provider|operator|start-?up|spécialiste|fonds|fund|incubateur|incubator|événement spatial)"
_AFTER = r"(?P<after>(?:(?!\b(?:derrière|après|behind|after)\b)[^.;:⟨⟩]){0,60}(?:⟨[LO]\d+⟩)?)"
_FRENCH = r"(?:grande?|grosse?|gros|importante?|vaste|puissante?)"
_LARGEST = (
    re.compile(
        rf"(?<!of )(?P<whose>⟨L\d+⟩'s|(?:[Tt]he )?(?:world|country|nation|region|continent|state|county|city)'s|[Tt]he|[Ii]ts) (?:single |very )?(?P<sup>largest|biggest|number one|number-one) (?:[a-z-]+ ){{0,3}}?{_NOUN}\b{_AFTER}"
    ),
    re.compile(
        rf"(?<!\bun des )(?<!\bune des )\b(?P<sup>(?:[Ll]e|[Ll]a|son|sa) plus {_FRENCH}) (?:[a-zà-ÿ-]+ ){{0,2}}?{_NOUN}s?\b{_AFTER}"
    ),
    re.compile(
        rf"\b(?:[Ll]e |[Ll]a |[Ll]')(?:[a-zà-ÿ-]+ )?{_NOUN}(?: [a-zà-ÿ-]+){{0,2}} (?P<sup>l[ea] plus {_FRENCH}){_AFTER}"
    ),
    re.compile(rf"\b[Aa]ucune? autre {_NOUN}[^.;:⟨⟩]{{0,40}} n'(?:est|a) (?P<sup>(?:aussi|plus) {_FRENCH}){_AFTER}"),
)
_LEADER = re.compile(
    r"(?<!\w)(?:[Ll]e |comme le |comme |^|, |the |as the |est |is )(?P<sup>(?:leader|n° ?1|market leader|world leader|number one))(?P<after> (?:incontesté |reconnu )?(?:mondial|européen|français|national|in Europe|in the world|du marché (?:mondial|européen|français))[^.;:⟨⟩]{0,40})"
)
_AMONG = re.compile(r"(?:parmi|l'une? d|one of|among)(?: [a-z]+)? ?$")
_COUNTRY = re.compile(r"(?:country|nation|region|continent|state|county|city)(?='s)")


def ranks(text: str, typed: Typed) -> Iterator[tuple[Typed, Mention, str, int]]:
    """Each superlative that tells of what, as a first rank: the sentence with a mark for it, its scope, where that ends."""
    for pattern in (*_LARGEST, _LEADER):
        for match in pattern.finditer(typed.string):
            whose = match.groupdict().get("whose") or ""
            own = _COUNTRY.search(whose)
            scope = scope_of(typed, whose) or scope_of(typed, match["after"]) or (own.group() if own else None)
            if scope is None or _AMONG.search(typed.string[: match.start()]):
                continue
            start, end = typed.origin(match.start("sup")), typed.origin(match.end("sup"))
            value = Value("ordinal", start, end, Decimal(1))
            largest = Mention("R", "ordinal", start, end, match["sup"], value=value)
            others = [m for m in typed.mentions if not m.covers(largest)]
            marked = retyped(text, typed.sentence, sorted([*others, largest], key=lambda m: m.start))
            yield marked, largest, scope, typed.origin(match.end())
