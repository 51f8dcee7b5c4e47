"""Which noun a number counts: the head of the words that follow it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.extraction.expressions import Expression
from kg.extraction.values.folding import Prose
from kg.extraction.values.wordlists import frozen
from kg.language import Language

_FIRST: Mapping[Language, Expression] = {
    "fr": Expression(r"\+?[ ](?:de (?:ses |leurs |nos |ces )?|d'|des )?(?P<word>[a-z][a-z-]{1,30})(?!['\w])"),
    "en": Expression(r"(?:\+|[ -]plus|[ ]or so|[ ]or more)?[ -](?:of )?(?P<word>[a-z][a-z-]{1,30})(?![\w])"),
}
_NEXT = Expression(r"[ -]?(?P<word>[a-z][a-z-]{1,30})(?![\w])")
_OF = Expression(
    r" (?:of (?:the |its |all |their )?|des |du |de (?:la |l'|ses |son |sa |leurs |tous les )?|d')(?=[a-z])"
)
_BEFORE_THE_NOUN: Mapping[Language, frozenset[str]] = {
    "fr": frozen(
        "grand grands grande grandes petit petits petite petites nouveau nouveaux nouvelle nouvelles jeune "
        "jeunes autre "
        "autres principal principaux principale principales bon bons bonne bonnes gros grosses grosse futurs futures "
        "premiers premieres derniers dernieres prochains prochaines seuls seules meilleurs meilleures differents "
        "differentes anciens anciennes tres vrais vraies belles beaux hauts hautes mini micro tout toutes tous actuels "
        "actuelles memes propres"
    ),
    "en": frozen("new other more key major main different"),
}
_NEVER: Mapping[Language, frozenset[str]] = {
    "fr": frozen(
        "a au aux avec car ce ces cet cette chez comme contre dans de depuis des dont du elle elles en "
        "entre est et etait ete "
        "il ils je jusqu la le les leur leurs lors mais me ni nous on ont ou par parmi pas pendant plus "
        "moins pour puis quand "
        "que qui sa sans sauf se selon ses si soit son sont sous sur tandis te tu un une vers vous y afin "
        "ainsi alors apres "
        "aupres avant donc encore fois hors voire via ici chacun chacune environ seront sera serait auront "
        "feront font fait "
        "etaient ayant prochain prochaine dernier derniere deja bis ter euros tiers quart quarts janvier "
        "fevrier mars avril mai "
        "juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi "
        "dimanche cent cents "
        "mille vingt millions million milliards milliard hier demain etant tant notamment plusieurs toujours toutefois "
        "parfois jamais desormais ailleurs certains certaines quelques divers nos vos mes ceux celles eux "
        "lorsque puisque "
        "cependant longtemps aussi ensemble chaque deux trois quatre cinq six sept huit neuf dix lequel "
        "laquelle minutes ne "
        "pres dessus"
    ),
    "en": frozen(
        "a an the and or but of in on at by for from to with within without into over under as is are was "
        "were be been has "
        "have had will would can could should may might must that which who whom whose this these those it "
        "its they their "
        "we our he she his her you your i than then when while where if so not no nor per percent each "
        "every across among "
        "between during since until before after against about around through throughout via out up down "
        "off onto upon less "
        "january february march april june july august september october november december monday tuesday "
        "wednesday thursday "
        "friday saturday sunday million billion trillion thousand hundred today yesterday ago later "
        "earlier old also now "
        "just only already according including plus minus both all did does do said says made went times "
        "time fold dozen "
        "minutes third thirds quarter quarters half always perhaps besides"
    ),
}
_PLURAL_FR = Expression(r"(?:[sx]|\Astart-?up|\Apm[ei]|\Atpe|\Aeti|\Aetp|\Acd[di]|\Aha)\Z")
_PLURAL_EN = Expression(
    r"(?:[^su]s|people|staff|personnel|women|men|children|crew|spacecraft|aircraft|alumni|headcount)\Z"
)


@dataclass(frozen=True, slots=True)
class Noun:
    """A word as the text writes it, in lower case, and where it ends."""

    word: str
    end: int


_LIMIT: Mapping[Language, int] = {"fr": 3, "en": 5}


def counted(prose: Prose, end: int, *, plural: bool) -> Noun | None:
    """The noun that a number ending at `end` counts; none where nothing is counted."""
    french = prose.language == "fr"
    fallback: Noun | None = None
    position = end
    for _ in range(_LIMIT[prose.language]):
        match = _FIRST[prose.language].match(prose.folded, position)
        if match is None or match["word"] in _NEVER[prose.language]:
            break
        position = match.end()
        noun = _noun(prose, match)
        if match["word"] in _BEFORE_THE_NOUN[prose.language]:
            fallback = noun
        elif not plural or (_PLURAL_FR if french else _PLURAL_EN).search(match["word"]):
            return noun
        elif french:
            return fallback  # "12 600 dans", "125 salue": what is many in French ends in s or x
    return fallback


def named(prose: Prose, end: int) -> Noun | None:
    """The first word from `end` on that is neither an adjective nor a small word."""
    match = _NEXT.match(prose.folded, end)
    while match is not None and match["word"] in _BEFORE_THE_NOUN[prose.language]:
        match = _NEXT.match(prose.folded, match.end())
    return None if match is None or match["word"] in _NEVER[prose.language] else _noun(prose, match)


def part_of(prose: Prose, end: int) -> Noun | None:
    """The noun of what a share is taken: "un tiers des effectifs"."""
    match = _OF.match(prose.folded, end)
    return named(prose, match.end()) if match else None


def _noun(prose: Prose, match: re.Match[str]) -> Noun:
    return Noun(prose.text[slice(*match.span("word"))].lower(), match.end())
