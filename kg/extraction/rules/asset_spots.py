"""Where a text speaks of an asset: under its name, and again without it ("la fusée", "l'usine", "elle")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.mention import Mention
from kg.extraction.tables import plain
from kg.extraction.typed import MARK, Typed


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a typed sentence that stands for an asset."""

    typed: Typed
    start: int
    end: int

    @property
    def before(self) -> str:
        """The sentence up to the asset."""
        return self.typed.string[: self.start]

    @property
    def after(self) -> str:
        """The sentence after the asset."""
        return self.typed.string[self.end :]


_IN_A_NAME = Expression(
    r"(?:Villes|Communauté|Cités?|Club|Association|Amis|Lycée|Rue|Place|Avenue) (?:d'|de |des |du )?$"
)
"""What makes a thing's name a part of another name: the Communauté des Villes Ariane."""
_NEAR = 3
"""How many sentences after its name a thing may still be meant where the text names others of its sort."""
_NOUNS = {
    "launcher": r"(?:micro-?|mini-?)?(?:lanceur|fusée)|rocket|launcher|launch vehicle",
    "constellation": r"constellation|système|system",
    "satellite": r"(?:nano|micro|mini)?-?satellite|(?:nano|cube)sat|sonde|spacecraft|probe|rover|télescope|instrument|mission|expédition",
    "programme": r"programme|projet|project|dispositif|initiative|appel à projets|scheme",
    "facility": r"usine|site|centre|campus|base|pas de tir|plate-?forme|bâtiment|complexe|lieu|station|observatoire|port spatial|spaceport|"
    r"launch site|facility|plant|factory|hub|cent(?:er|re)|équipement|installation",
}
_ANY_SITE = r"site|lieu|complexe|équipement|installation|facility|bâtiment|hub"
_WORDS = {
    "factory": "usine",
    "plant": "usine",
    "gigafactory": "usine",
    "center": "centre",
    "plateforme": "plate-forme",
    "launch site": "pas de tir",
    "spaceport": "port spatial",
}
_AGAIN = Expression(
    r"(?<![\w'-])(?:(?:le|la|ce|cet|cette|the|this|du|au) |(?:[dà] )?l')(?:(?:nouve(?:au|lle)|future?|petite?|grande?|new|jeune) )?(?:"
    + "|".join(f"(?P<{sort}>{nouns})" for sort, nouns in _NOUNS.items())
    + r")(?![\w-])(?! (?:de |du |des |d'|of |⟨[A-Z])|(?-i: [A-ZÀ-Ý]))",
    re.IGNORECASE,
)
_PRONOUN = Expression(r"(?:Il|Elle|It|Celui-ci|Celle-ci)(?= |,)")

_BOTH = Expression(
    r"(?:Toutes deux|Tous deux|Toutes les deux|Tous les deux|Both|Les deux|Elles|Ils|They) (?:sont|seront|ont été|are|were|will be)(?= )"
)


def named(document: Document, name: str) -> list[Spot]:
    """Where an asset stands under its name or a nominal mention of it."""
    spots = []
    for typed in document.prose:
        for mention in typed.of_kind("SF"):
            if mention.name == name and not in_a_name(document, mention):
                at = typed.position(mention)
                spots.append(Spot(typed, at, typed.string.index("⟩", at) + 1))
    return spots


def in_a_name(document: Document, thing: Mention) -> bool:
    """Whether a thing's name is but a part of another: the Communauté des Villes Ariane."""
    return bool(_IN_A_NAME.search(document.text[max(0, thing.start - 30) : thing.start]))


def again(document: Document, assets: Sequence[Mention]) -> Iterator[tuple[str, Spot]]:
    """Where an asset is meant without being named, with the name of what is meant."""
    prose = document.prose
    for number, typed in enumerate(prose):
        for match in _AGAIN.finditer(typed.string):
            meant = _meant(prose, number, match, assets)
            if meant is not None:
                yield meant.name, Spot(typed, match.start(), match.end())
        if number and _BOTH.match(typed.string):
            for thing in prose[number - 1].of_kind("S"):
                yield thing.name, Spot(typed, 0, len("Both"))
        subject = _subject(prose[number - 1]) if number else None
        pronoun = _PRONOUN.match(typed.string)
        if pronoun and subject is not None and subject.kind in "SF":
            yield subject.name, Spot(typed, 0, pronoun.end())


def _meant(prose: list[Typed], number: int, match: re.Match[str], assets: Sequence[Mention]) -> Mention | None:
    sort = match.lastgroup or ""
    fitting = [a for a in assets if _sort(a) == sort and _fits(plain(match[sort]), plain(a.name))]
    if len({a.name for a in assets if _sort(a) == sort}) == 1:
        return fitting[0] if fitting else None
    start = prose[number].origin(match.start())
    oldest = prose[max(0, number - _NEAR)].sentence.start
    before = [a for a in fitting if oldest <= a.start < start]
    return before[-1] if before else None


def _sort(mention: Mention) -> str:
    return mention.sort if mention.kind == "S" and mention.sort in _NOUNS else "facility"


def _fits(noun: str, name: str) -> bool:
    """Whether a noun may mean a facility of this name: "l'usine" is no "Centre spatial"."""
    heads = re.findall(rf"(?<![\w-])(?:{plain(_NOUNS['facility'])})(?![\w-])", name)
    if not heads or re.fullmatch(_ANY_SITE, noun):
        return True
    return any(_WORDS.get(h, h) == _WORDS.get(noun, noun) for h in heads)


def _subject(typed: Typed) -> Mention | None:
    """What a sentence begins with, if that is a name."""
    first = re.match(r"(?:[^⟨⟩.,;:]{0,12})(?=⟨)", typed.string)
    mark = MARK.match(typed.string, first.end()) if first else None
    return typed.mentions[int(mark["number"])] if mark else None
