"""Things that a text describes by common nouns, for the classifiers: "l'usine de satellites", "la visite du ministre"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.extraction.expressions import Expression
from kg.extraction.mention import Mention
from kg.extraction.typed import Typed, apart, joined
from kg.language import Language

BUILT, HELD, PLANNED = "B", "V", "C"
"""The kinds of these mentions, which only the classifiers see: what is built, where people meet, and what is planned."""
KINDS = BUILT + HELD + PLANNED

_NOUNS = {
    BUILT: (
        r"(?:(?:méga|giga)-?)?usines?|manufactures?|sites?|centres?|bâtiments?|stations?|pas de tir|bases?|campus|plate-?formes?|locaux|salles?|aéroports?|"
        r"pôles?|vertiports?|stratoport|zones?|parcs?|caissons?|ateliers?|cités?|hubs?|lignes?|chaînes?|bancs?|complexes?|laboratoires?|observatoires?|"
        r"(?:radio)?télescopes?|antennes?|paraboles?|souffleries?|hangars?|spatioports?|astroports?|ports? spatial|musées?|planétariums?|tiers-lieux?|data ?centers?|"
        r"supercalculateurs?|établissements?|implantations?|extensions?|chantiers?|installations?|siège|bureaux|écoles?|instituts?|terrains?|"
        r"(?:nano|micro|mini|cube)?-?satellites?|cubesats?|nanosats?|constellations?|fusées?|(?:micro|mini|nano)?-?lanceurs?|moteurs?|sondes?|capsules?|"
        r"démonstrateurs?|systèmes?|ballons?|dirigeables?|drones?|navettes?|rovers?|atterrisseurs?|instruments?|radars?|réseaux?|flottes?|dispositifs?|technologies?|logiciels?|"
        r"(?:mega|giga)?factor(?:y|ies)|plants?|facilit(?:y|ies)|spaceports?|(?:launch)?pads?|labs?|laborator(?:y|ies)|buildings?|cent(?:re|er)s?|"
        r"observator(?:y|ies)|telescopes?|clean ?rooms?|parks?|complex|antennas?|dish(?:es)?|hangars?|headquarters|stands?|range|chambers?|tunnels?|premises|offices?|"
        r"museums?|schools?|institutes?|networks?|rockets?|launchers?|engines?|probes?|balloons?|spaceplanes?|landers?|fleets?|systems?|instruments?|payloads?|demonstrators?|platforms?"
    ),
    HELD: (
        r"inaugurations?|lancements?|salons?|cérémonies?|visites?|assemblées?|sommets?|réunions?|rencontres?|semaines?|anniversaires?|finales?|journées?|symposiums?|"
        r"challenges?|ouvertures?|matinées?|festivals?|congrès|soirées?|séances?|présentations?|conférences?|colloques?|forums?|fêtes?|concours|hackathons?|séminaires?|"
        r"conventions?|expositions?|tables? rondes?|remises?|universités? d'été|rentrée|sessions?|rendez-vous|événements?|évènements?|manifestations?|ministérielle|conseils?|"
        r"webinaires?|trophées|démonstrations?|déplacements?|délégations?|jury|nuit|"
        r"workshops?|meetings?|openings?|visits?|launch|conferences?|summits?|shows?|expos?|exhibitions?|fairs?|ceremon(?:y|ies)|events?|days?|weeks?|competitions?|"
        r"seminars?|receptions?|tours?|ministerial|council|webinars?|galas?|contests?|ribbon-cutting|missions? commerciales?|trade missions?"
    ),
    PLANNED: (
        r"plans?|feuilles? de route|stratégies?|programmes?|projets?|volets?|initiatives?|démarches?|schémas?|pactes?|contrats?|politiques?|ambitions?|missions?|"
        r"strateg(?:y|ies)|roadmaps?|polic(?:y|ies)|programs?|projects?|schemes?|masterplans?|agendas?|blueprints?"
    ),
}  # fmt: skip
_NOUN = Expression(
    r"(?<![\w'’-])(?<![\w][-])(?:l'|d'|L'|D'|l’|d’)?(?P<noun>"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in _NOUNS.items())
    + r")(?![\w-]|')",
    re.IGNORECASE,
)
_QUALITY = (
    r"(?: (?!(?:est|sera|était|doit|va|ont|dans|pour|sur|avec|par|qui|que|et|ou|en|au|aux|de|du|des|la|le|les|son|sa|ses|un|une|lui|se)\b)"
    r"(?:[a-zà-ÿ-]+(?:al|ale|aux|ales|ique|iques|iel|ielle|iels|ielles|aire|aires|if|ive|ifs|ives|ien|ienne|éen|éenne|ain|aine|ais|aise|ois|oise|able)|blanches?|vertes?)"
    r"(?![\w-]))?"
)
"""A French adjective, as far as its ending tells."""
_FRENCH_AFTER = re.compile(
    rf"{_QUALITY}(?: (?:de |d'|du |des )(?:la |l'|les |une? )?"
    rf"(?!(?:cet?|cette|ces|nouve[a-z]+|leurs?|notre|nos|futur[a-z]*|premi[a-z]+|deux|trois|plusieurs|grande?s?|même)\b)[a-zà-ÿ][a-zà-ÿ-]{{2,}}(?![\w']){_QUALITY}){{0,2}}"
)
_ENGLISH_BEFORE = re.compile(
    r"(?<![\w'-])(?!(?:the|an?|its|his|her|their|our|this|that|new|first|second|last|next|in|at|of|on|for|to|from|by|with|and|or|is|was|be|has|will|into|also|each|every|one|two|three|same|other|such)\b)[a-z][a-z-]{2,} $"
)
_ENGLISH_AFTER = re.compile(r"(?: (?:of|for) (?!the |an? |its |his |her |their |our )[a-z][a-z-]{2,}(?![\w']))?")
_LONGEST = 64
"""How many characters the word before an English noun may have."""
_OWNERS = "OLFSXEPT"
_OWNED = re.compile(r" (?:de la |de l'|des |du |de |d'|of the |of )$")


def with_described(text: str, sentences: Sequence[Typed], language: Language) -> list[Typed]:
    """The sentences with a mention for each such noun outside of names; a bare noun stands for what it was called before."""
    found = [[*apart(sentence, _found(text, sentence, language))] for sentence in sentences]
    called = _called([m for line in found for m in line])
    return [joined(text, s, [called[m] for m in line]) for s, line in zip(sentences, found, strict=True)]


def _found(text: str, sentence: Typed, language: Language) -> Iterator[Mention]:
    start, end = sentence.sentence.start, sentence.sentence.end
    for match in _NOUN.finditer(text[start:end]):
        kind = next(k for k in KINDS if match[k])
        first, last = start + match.start("noun"), start + match.end("noun")
        yield Mention(kind, match["noun"].lower(), first, last, _name(text, sentence, first, last, language))


def _name(text: str, sentence: Typed, first: int, last: int, language: Language) -> str:
    """The words that name it: the noun, what completes it, and whom or what it is of."""
    mentions = sentence.mentions
    at = bisect_left(mentions, last, key=lambda m: m.start)
    follows = mentions[at] if at < len(mentions) else None
    stop = follows.start if follows else sentence.sentence.end
    if language == "en":
        begin = mentions[at - 1].end if at else sentence.sentence.start
        before = _ENGLISH_BEFORE.search(text[max(begin, first - _LONGEST) : first])
        after = _ENGLISH_AFTER.match(text, last, stop)
        first -= len(before.group()) if before else 0
    else:
        after = _FRENCH_AFTER.match(text, last, stop)
    end = after.end() if after else last
    owns = follows is not None and follows.value is None and follows.kind in _OWNERS
    if follows and owns and _OWNED.fullmatch(text, end, stop):
        end = follows.end
    return text[first:end]


def _called(found: Iterable[Mention]) -> dict[Mention, Mention]:
    """Each, in reading order, with the longer name that its noun had last, where it stands bare; else the next one."""
    said: defaultdict[str, list[Mention]] = defaultdict(list)
    for m in found:
        said[m.sort].append(m)
    called = {}
    for noun, group in said.items():
        longer = next((m.name for m in group if m.name.lower() != noun), None)
        for m in group:
            if m.name.lower() != noun:
                longer = m.name
            called[m] = replace(m, name=longer or m.name)
    return called
