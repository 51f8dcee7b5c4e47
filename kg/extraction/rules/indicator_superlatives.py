"""The largest of its kind, which is a rank too: "the country's biggest cluster", "le plus gros employeur du département"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kg.extraction.expressions import Expression
from kg.extraction.mention import Mention
from kg.extraction.rules.standing import RANKED, scope_of
from kg.extraction.typed import Typed
from kg.extraction.typed import typed as retyped
from kg.extraction.values import Value

_NOUN = rf"(?:{RANKED}|usine|factory|plant|facility|company|firm|entreprise|groupe|campus|parc|park|spaceport|pas de tir|salle blanche|observatoire|observatory|clean ?room|community|communauté|industrie|industry|sector|maker|builder|provider|operator|start-?up|spécialiste|fonds|fund|incubateur|incubator|événement spatial)"
_AFTER = r"(?P<after>(?:(?!\b(?:derrière|après|behind|after)\b)[^.;:⟨⟩]){0,60}(?:⟨[LO]\d+⟩)?)"
_FRENCH = r"(?:grande?|grosse?|gros|importante?|vaste|puissante?)"
_LARGEST = (
    Expression(
        rf"(?<!of )(?P<whose>⟨L\d+⟩'s|(?:[Tt]he )?(?:world|country|nation|region|continent|state|county|city)'s|[Tt]he|[Ii]ts) (?:single |very )?(?P<sup>largest|biggest|leading|foremost|top|number one|number-one|no\. ?1|premier) (?:[a-z-]+ ){{0,3}}?{_NOUN}\b{_AFTER}"
    ),
    Expression(
        rf"(?<!\bun des )(?<!\bune des )\b(?P<sup>(?:[Ll]e|[Ll]a|son|sa) plus {_FRENCH}) (?:[a-zà-ÿ-]+ ){{0,2}}?{_NOUN}s?\b{_AFTER}"
    ),
    Expression(
        rf"\b(?:[Ll]e |[Ll]a |[Ll]')(?:[a-zà-ÿ-]+ )?{_NOUN}(?: [a-zà-ÿ-]+){{0,2}} (?P<sup>l[ea] plus {_FRENCH}){_AFTER}"
    ),
    Expression(rf"\b[Aa]ucune? autre {_NOUN}[^.;:⟨⟩]{{0,40}} n'(?:est|a) (?P<sup>(?:aussi|plus) {_FRENCH}){_AFTER}"),
)
_LEADER = Expression(
    r"(?<!\w)(?:[Ll]e |comme le |comme |^|, |[Tt]he |as the |est |is |a )(?P<sup>(?:[Ll]eader|[Nn]° ?1|[Nn]uméro un|[Cc]hef de file|[Cc]hampion|[Mm]arket leader|[Ww]orld leader|[Nn]umber one))(?P<after> (?:incontesté |reconnu )?(?:mondial|européen|français|national|in Europe|in the world|du marché (?:mondial|européen|français))[^.;:⟨⟩]{0,40})"
)
_MORE = (
    Expression(
        r"\b(?P<sup>more) [^.;:⟨⟩]{3,60} than (?:anywhere(?: else)?|any(?: other)? [a-z]+)(?P<after>,? (?:in|on|of) [^.;:⟨⟩]{0,30}(?:⟨L\d+⟩)?)"
    ),
    Expression(
        r"\b(?P<sup>plus) (?:de |d')[^.;:⟨⟩]{3,60} que (?:partout|nulle part|n'importe où|toute? autre [a-zà-ÿ]+)(?: ailleurs)?(?P<after> (?:en|dans|au|de|du) [^.;:⟨⟩]{0,30}(?:⟨L\d+⟩)?)"
    ),
    Expression(
        r"\b(?:est|sera|reste|demeure|devient|deviendra) (?P<sup>l[ea] plus [a-zà-ÿ-]+)(?P<after> (?:d'|de |du |au |en |dans )[^.;:,⟨⟩]{0,20}(?:⟨L\d+⟩)?)"
    ),
    Expression(
        r"\b(?:is|will be|remains|becomes|will become) (?P<sup>the (?:[a-z]+est|most [a-z]+))(?P<after> (?:of its kind )?(?:in|on) [^.;:,⟨⟩]{0,20}(?:⟨L\d+⟩)?)"
    ),
)
"""The first of all without a noun: "more satellites than anywhere in Europe", "la plus automatisée d'Europe"."""
_HERE = Expression(
    r"^[^.;:,⟨⟩]{0,30}\b(?:in the|of the|de la|du|de l'|of its|de sa|de son) (country|region|county|state|nation|région|département|pays|agglomération|métropole|continent)\b"
)
_WISHED = Expression(
    r"\b(?:wants?|hop(?:es?|ing)|aims?|aspires?|bid|seeks?|ambition|veut|veulent|vise|rêve|entend|ambitionne|espère|aspire|voudrait|would like)\b[^.;:⟨⟩]{0,40}$"
)
_AMONG = Expression(r"(?:parmi|l'une? d|one of|among)(?: [a-z]+)? ?$")
_COUNTRY = Expression(r"(?:country|nation|region|continent|state|county|city)(?='s)")


def ranks(text: str, typed: Typed) -> Iterator[tuple[Typed, Mention, str, int]]:
    """Each superlative that tells of what, as a first rank: the sentence with a mark for it, its scope, where that ends."""
    for pattern in (*_LARGEST, _LEADER, *_MORE):
        for match in pattern.finditer(typed.string):
            whose = match.groupdict().get("whose") or ""
            own = _COUNTRY.search(whose)
            scope = scope_of(typed, whose) or scope_of(typed, match["after"]) or (own.group() if own else None)
            here = _HERE.match(match["after"])
            scope = scope or (here[1] if here else None)
            if (
                scope is None
                or _WISHED.search(typed.string[: match.start()])
                or _AMONG.search(typed.string[: match.start()])
            ):
                continue
            start, end = typed.origin(match.start("sup")), typed.origin(match.end("sup"))
            value = Value("ordinal", start, end, Decimal(1))
            largest = Mention("R", "ordinal", start, end, match["sup"], value=value)
            others = [m for m in typed.mentions if not m.covers(largest)]
            marked = retyped(text, typed.sentence, sorted([*others, largest], key=lambda m: m.start))
            yield marked, largest, scope, typed.origin(match.end())
