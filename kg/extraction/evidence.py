"""What the words beside a name say of its kind: nouns in apposition, titles, verbs, prepositions, its own shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.expressions import Expression
from kg.extraction.kindwords import ADJECTIVES, NOUNS, VERBS
from kg.extraction.lexicon import PIECES

_DET = r"(?:(?:un|une|le|la|les|son|sa|ses|leur|leurs|ce|cette|cet|des|deux|trois|notre|the|a|an|its|their|this|one of the|one of|l'un des|l'une des|l'autre) |l'|d')"
_IS = r"(?: (?:est|était|sera|devient|reste|constitue|is|was|becomes|remains|will be)(?: (?:aussi|désormais|également|notamment|also|now|itself|already))*)"
_CALLED = (
    r"(?:baptisée?s?|nommée?s?|dénommée?s?|appelée?s?|surnommée?s?|intitulée?s?|(?:répondant au|du|sous le) (?:doux )?nom (?:de code )?(?:de|d')|"
    r"called|named|dubbed|known as|entitled|christened)"
)
_OFFICER = r"(?:councillor|manager|director|officer|head|leader|chief|president|engineer|spokes|minister|secretary|mayor|founder|member|chair|scientist|researcher|analyst|adviser|advisor)"
_SPAN = 90
_ENGLISH = Expression(r"(?:\b(?:[Tt]he|[Ii]ts|[Aa]n?|[Tt]heir)|'s) $")

Vote = tuple[str, str, int]
"""A kind, a sort (empty where the words tell none) and how much it weighs."""


@cache
def _apposed() -> list[tuple[str, str, Expression]]:
    """As in "X, une société", "X (groupe italien)", "X est la filiale", "X: the incubator"."""
    lead = (
        r"^ ?[»\"”]?(?: \((?!\d)[^()\n]{1,40}\))? ?"
        rf"(?:(?:,|:| –| —| -| \() ?(?:(?:qui|who|which) (?:est|is|was) |en tant que |as )?{_DET}?|{_IS} {_DET})(?:{ADJECTIVES}){{0,2}}?"
    )
    return [
        (k, s, Expression(rf"{lead}(?:{nouns})(?![\w'-])(?! [«\"]?[A-ZÀ-Ý])(?! {_OFFICER})")) for k, s, nouns in NOUNS
    ]


@cache
def _headed() -> list[tuple[str, str, Expression]]:
    """As in "la start-up toulousaine X", "the incubator X", "le programme X"."""
    return [
        (
            k,
            s,
            Expression(rf"(?<![\w-])(?:{nouns})(?: (?:{ADJECTIVES}){{0,1}}| {ADJECTIVES.rstrip(' )')}), )[«\"“]? ?$"),
        )
        for k, s, nouns in NOUNS
        if k in "OSE"
    ]


@cache
def _called() -> list[tuple[str, str, Expression]]:
    """As in "une constellation baptisée X", "a launcher named X"."""
    return [
        (
            k,
            s,
            Expression(rf"(?<![\w-])(?:{nouns})(?: [^.;:\n«»]{{0,40}})?,? {_CALLED} ?[«\"“]? ?(?:the |l'|la |le )?$"),
        )
        for k, s, nouns in NOUNS
    ]


@cache
def _resumed() -> list[tuple[str, str, Expression]]:
    """As in "… X. Cette société", "… X. Ce satellite"."""
    return [
        (k, s, Expression(rf"^ ?[»\"”]?[.!:;] ?(?:Cette|Cet|Ce|This) (?:{ADJECTIVES})?(?:{nouns})(?![\w-])"))
        for k, s, nouns in NOUNS
        if k != "L"
    ]


@cache
def _behind() -> list[tuple[str, str, Expression]]:
    """As in "the GHY-6 antenna", "its Prime rocket"."""
    return [(k, s, Expression(rf"^ (?:{nouns})(?![\w'-])")) for k, s, nouns in NOUNS if k in "SF"]


@cache
def _such_as() -> list[tuple[str, str, Expression]]:
    """As in "des initiatives qui ont fait école, comme X ou Y", "missions such as X"."""
    name = r"[«\"]?(?:[Ll]e |[Ll]a |[Ll]es |[Tt]he |[Ll]')?[A-ZÀ-Ý\d][\w'&.-]*(?: [A-ZÀ-Ý\d][\w'&.-]*)*[»\"]?"
    return [
        (
            k,
            s,
            Expression(
                rf"(?<![\w-])(?:{nouns})(?: [^.;:\n]{{0,60}})?,? (?:comme|tels? que|telles? que|such as|like|including|notamment|dont|parmi lesquel\w+) (?:{name}(?:, | et | ou | and | or )){{0,6}}[«\"]? ?(?:[Ll]e |[Ll]a |[Ll]es |[Tt]he |[Ll]')?$"
            ),
        )
        for k, s, nouns in NOUNS
        if k != "L"
    ]


@cache
def _beside() -> list[tuple[Vote, Expression]]:
    """Prepositions and titles before a name."""
    title = PIECES["title"]
    of = r"(?:de la |de l'|du |de |d'|des |chez |à l'|à la |of the |of |at the |at |for )"
    return [
        (("O", "", 4), Expression(r"\b(?:[Cc]hez|[Aa]uprès d[e']|[Aa]u sein d[e'](?: la| l')?|[Aa]ux côtés d[e']|[Ff]iliale d[e']|[Rr]achat d[e'])(?: |(?<='))$")),
        (("O", "", 3), Expression(rf"{title} {of}$", re.IGNORECASE)),
        (("O", "", 2), Expression(r"\b(?:par|by|avec|with|[Ss]elon|[Pp]our|for|[Cc]ôté|[Ee]ntre|between|joined|rejoint|rejoindre|backed by|subsidiary of|stake in|shares in|spin-off (?:de|of)|investisseurs?|partenaires?|partner|clients?|customer|concurrent|rival) ?$")),
        (("O", "", 2), Expression(r"\b(?:équipes?|salariés|effectifs|activités?|locaux|siège|clients|ingénieurs|actionnaires?|capital|dirigeants?|PDG|patron|usine|site|satellites?|directeur|engineers|teams?|staff|headquarters|plant|factory) (?:d'|de |of )$")),
        (("O", "", 2), Expression(r"\b(?:goes|go|went|awarded|paid|sold|confiée?s?|attribuée?s?|accordée?s?|vendue?s?|versée?s?|revient|revendue?|cédée?s?|va|ira|iront) (?:to|à) $")),
        (("L", "", 3), Expression(r"\b(?:near|outside|près de|non loin de|aux portes de|à l'ouest de|à l'est de|au nord de|au sud de|ville de|commune de|village de|quartier(?: \w+)? de|région de|banlieue de|port de|town of|city of|village of|county of|outskirts of|habitants de|maire de|mayor of|basée? à|installée? à|implantée? à|située? à|née? à|based in|located in) ?$")),
        (("F", "facility", 3), Expression(r"\b(?:tien\w+|tenue?|lieu|déroul\w+|organisée?|accueilli\w*|rendez-vous|réunie?s?|aller|attend\w*|exposée?s?|donnée?|held|hosted|takes? place)(?: [^.;:\n]{0,40})? (?:au|à l'|at the|at) ?$")),
        (("L", "", 2), Expression(r"(?:^|(?<!\S)(?!(?:goes|go|went|va|vont|ira|iront|face|grâce|quant|revient|appartient|selon|confi\w+|attribu\w+|accord\w+|vend\w+|versée?s?|due?|cédée?s?|livr\w+)\b)\S+ \(?)(?:[àÀ]|[Dd]epuis|[Vv]ers|[Ii]n|[Ee]n|from) $")),
        (("P", "", 5), Expression(r"(?<!\w)(?:M\.|MM\.|Mme|Mlle|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Pr\.?|Prof\.?|Professor|Sir|Dame|Lord) $")),
    ]  # fmt: skip


@cache
def _following() -> list[tuple[Vote, Expression]]:
    """Verbs and other words behind a name."""
    title = PIECES["title"]
    return [
        (("O", "", 3), Expression(rf"^(?: \([^()\n]{{1,40}}\))?(?:,? (?:qui|which|that))? (?:l'a |y |en |les |l')?{VERBS['O']}(?!\w)")),
        (("O", "", 2), Expression(rf"^(?: \([^()\n]{{1,40}}\))?(?:,? (?:which|that))? {VERBS['en']}(?!\w)")),
        (("O", "", 3), Expression(r"^,? ?\(?(?:basée?|implantée?|installée?|spécialisée?|fondée?|créée?|dirigée?|présidée?|née?|établie?|domiciliée?|incubée?|based|headquartered|founded|led|owned|chaired|specialising|specializing)(?= (?:à|en|au|aux|dans|par|près|depuis|sur|il y a|in|at|by|near|out of)\b)")),
        (("O", "", 3), Expression(rf"^(?:'s)? (?:new |own |former |first )?{title}(?!\w)", re.IGNORECASE)),
        (("O", "", 4), Expression(rf"^, (?:son|sa|its|leur|their) (?:new |nouveau |nouvelle )?{title}(?!\w)")),
        (("S", "", 4), Expression(rf"^(?:,? (?:qui|which|that))? {VERBS['S']}(?!\w)")),
        (("P", "", 4), Expression(rf"^(?: \([^()\n]{{1,40}}\))?, (?:(?:le|la|the|un|une|a|an|nouveau|nouvelle|new|former|ancien|ancienne) |l')?(?!leader|membre|sponsor|lauréat|expert|manager|cadre|spécialiste){title}(?!\w)")),
        (("P", "", 3), Expression(r"^,? (?:[a-zà-ÿ]+ment )?(?:explique|souligne|précise|estime|confie|rappelle|ajoute|raconte|sourit|résume|conclut|said|says|told|explains?|explained|adds|added)(?: |[,.])")),
    ]  # fmt: skip


_TOWN = Expression(
    r"^(?:Saint|Sainte|Mont|Ville|Villeneuve|Château|Bourg|Port|Fort|Val|Roche)-|-(?:de|du|des|la|le|les|l'|sur|en|lès|lez|sous|aux?|d'|upon|on|am|an|by)(?:-|(?<='))|^(?:La|Le|Les) [A-Z]|(?:shire|ham|burg|stadt|stad|berg|heim|borough|ville|mouth|pool)$"
)
_CAMEL = Expression(r"[a-zà-ÿ][A-Z]|\d|[a-z]\.[a-z]{2,5}$|&|^[A-ZÀ-Ý]{2,}(?![a-zà-ÿ])|[A-Z]{2,}$")


def made_up(name: str) -> bool:
    """Whether a name is written as towns and people are not: "AgreenCulture", "U-Space 2", "SNCI"."""
    return bool(_CAMEL.search(name))


def townlike(name: str) -> bool:
    """Whether a name is made as towns' names are: "Saint-Orens", "Peterborough"."""
    return bool(_TOWN.search(name))


def votes(text: str, start: int, end: int) -> Iterator[Vote]:
    """What the words around one occurrence of a name speak for."""
    before = text[max(0, start - _SPAN) : start].rsplit("\n", 1)[-1]
    after = text[end : end + _SPAN].split("\n", 1)[0]
    yield from _first(_apposed(), after, 5)
    yield from _first(_called(), before, 5)
    yield from _first(_headed(), before, 4)
    yield from _first(_resumed(), after, 3)
    yield from _first(_such_as(), before, 4)
    if _ENGLISH.search(before):
        yield from _first(_behind(), after, 4)
    yield from (vote for vote, pattern in _beside() if pattern.search(before))
    yield from (vote for vote, pattern in _following() if pattern.search(after))


def _first(patterns: list[tuple[str, str, Expression]], words: str, weight: int) -> Iterator[Vote]:
    found = next(((kind, sort) for kind, sort, pattern in patterns if pattern.search(words)), None)
    if found is not None:
        yield (*found, weight)
