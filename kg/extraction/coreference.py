"""Nominal mentions ("l'entreprise", "la collectivité", "cette dernière") and the names they stand for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.extraction.expressions import Expression
from kg.extraction.mention import Mention
from kg.extraction.tables import peoples, plain

_DET = (
    r"(?:(?i:\b(?:la |le |cette |cet |ce |notre |the |this |our |la jeune |la même |cette même |ladite |son |sa )|\bl'|\bdu |\bau )"
    r"|(?<=[ (])(?=Région/)|(?<=\()(?=[Cc]onseil (?:régional|départemental)\))"
    r"|(?<=sidente de )(?=Région[ ,.])|(?<=sident de )(?=Région[ ,.])"
    r"|(?<!\w)(?=(?-i:Corporation|Company|Agency|Council|University) (?:spokes|chief|president|director|ceo|head)))"
)
_END = (
    r"(?![\w-])(?! ⟨|(?-i: [A-ZÀ-Ý][\wÀ-ÿ])"
    r"| (?:de |d'|des )[a-zà-ÿ-]+ (?-i:[A-ZÀ-Ý])| [\w-]+(?:aise?|oise?|i?enne?|aine?|onne?|ale?|ande?|ique|ine|éen|ote) (?-i:[A-ZÀ-Ý]))"
)


@dataclass(frozen=True, slots=True)
class Nominal:
    """Words that stand for something named elsewhere, and what sorts of thing they may stand for."""

    words: str
    kinds: str
    sorts: tuple[str, ...]
    case: bool = False


COMPANY = ("company", "model")
NOMINALS: tuple[Nominal, ...] = (
    Nominal(
        r"(?:entreprise|société|start-up|startup|jeune pousse|pépite|PME|groupe|industriel|constructeur|fabricant|équipementier|"
        r"(?<=he )(?!(?:first|second|third|only|parent|largest|biggest|same|other|leading|new|host|holding|private|public|whole|entire|next|last|best|top) )(?:[a-z]+(?:-[a-z]+)? ){1,3}(?:company|firm|manufacturer|operator|start-up|startup|maker|specialist|spinout)|opérateur|firme|spécialiste|licorne|motoriste|avionneur|jeune entreprise|maître d'œuvre|sous-traitant|cabinet|scale-up|coentreprise|company|firm|manufacturer|operator|start-up|startup|contractor|consultancy|business|spinout)",
        "O",
        COMPANY,
    ),
    Nominal(r"(?:Région|collectivité régionale|conseil régional|institution régionale|exécutif régional|assemblée régionale)", "O", ("authority",), case=True),
    Nominal(r"(?:Collectivité|collectivité(?: territoriale)?(?! régionale)|exécutif(?! régional))", "O", ("authority",), case=True),
    Nominal(r"(?:[Cc]onseil départemental|Département)", "O", ("authority",), case=True),
    Nominal(r"(?:métropole|Métropole|agglomération|Agglomération|communauté d'agglomération|intercommunalité)", "O", ("authority",), case=True),
    Nominal(r"(?:(?:county |city )?council)", "O", ("authority",), case=True),
    Nominal(r"(?:ministère|ministry)", "O", ("public",)),
    Nominal(r"(?:agence(?: spatiale)?(?: française)?(?! (?:européenne|américaine|russe|japonaise|chinoise|indienne|allemande|italienne|britannique|canadienne|étrangère))|organisme|agency|établissement public)", "O", ("agency", "public")),
    Nominal(r"corporation", "O", ("agency", "public", "company")),
    Nominal(r"(?:pôle|pôle de compétitivité|cluster|association|fédération|groupement|réseau|technopole|network)", "O", ("cluster", "association")),
    Nominal(r"(?:incubateur|accélérateur|pépinière|incubator|accelerator)", "O", ("cluster", "association", "company", "model")),
    Nominal(r"(?:école|université(?! d'été)|institut|laboratoire|labo|faculté|lycée|collège|institution|university|school|institute|laboratory|lab|college)", "O", ("research",)),
    Nominal(r"(?:événement|évènement|salon|manifestation|forum|festival|rendez-vous|congrès|symposium|colloque|sommet|concours|foire|biennale|hackathon|event|show|conference|fair|expo|exhibition|summit|congress|competition)", "E", ()),
    Nominal(r"(?:usine|plant|factory|(?:méga|giga)-?usine|(?:mega|giga)factory)", "F", ("facility",)),
    Nominal(r"(?:spaceport|port spatial|base(?! d)(?: spatiale)?)", "F", ("facility",)),
    Nominal(r"(?:station(?! d)|ground station|station (?:au )?sol)", "F", ("facility",)),
    Nominal(r"(?:campus|observatoire|observatory|technocampus)", "F", ("facility",)),
    Nominal(r"(?:région|territoire(?: régional)?|region)", "L", ("region",), case=True),
    Nominal(r"(?:ville|commune|cité|municipalité|town|city)", "L", ("commune", "city")),
)  # fmt: skip
_ANY_NOMINAL = Expression(rf"(?={_DET}(?:{'|'.join(nominal.words for nominal in NOMINALS)}))", re.IGNORECASE)
"""Where a nominal mention may begin: looked for once, instead of once for each."""
_WORD = Expression(r"[\w&+]+")
_FIRST_WORD = Expression(r"(?:\w+ |\w')")
_RECENT = 350
_SALIENT = 3
"""A thing named once is not what a text means by "the company" where it names another three times."""
_SUBJECT = Expression(
    r"(?:^|[.!?»]\s|\n)\s*(?:(?:La|Le|Les|The) (?:société |start-up |entreprise |groupe |PME )?|L'(?:entreprise )?)?$"
)
_BUILT = (
    ("usine", Expression(r"[Uu]sine|[Ff]actory|[Pp]lant\b|[Ff]ab\b|[Ww]orks")),
    ("spaceport", Expression(r"[Pp]ort\b|[Bb]ase\b|[Cc]entre [Ss]patial|Space|Kourou|Cosmodrome|Esrange")),
    ("station", Expression(r"[Ss]tation|[Aa]ntenn[ae]|Goonhilly|[Tt]eleport")),
    ("campus", Expression(r"[Cc]ampus|[Oo]bservato|Park|[Pp]arc\b|[Cc]ité")),
)
"""What sites are called for which a common noun may stand."""
_OWN = Expression(r"(?:[Ll]a |[Ll]e |du |[Aa]u )(?P<name>Région|Département|Métropole|Collectivité)$")
"""Authorities that a text names by their rank alone."""
_WHERE = Expression(r" (?P<people>[a-zà-ÿ-]+)(?![\w-])")
_NURSERY = Expression(r"[Ii]ncubat|[Aa]cc[eé]l[eé]rat|[Pp]épinière|\bB(?:IC|ic)\b|Starburst|Technowest|Nubbo")
_PUBLIC = Expression(
    r"(?:Conseil|Département|Région|Ministère|ministère|Ville|Mairie|Gouvernement|État|Commission|Parlement|Armées?)\b"
)
_PRONOUN = Expression(r"(?<![\w-])(?:[Cc]ette dernière|[Cc]e dernier|[Cc]elui-ci|[Cc]elle-ci)(?![\w-])")
_WHICH = Expression(
    r"(?:^|[.!?;]\s+|, |\bet )(?P<which>[Ll]a première|[Ll]e premier|[Ll]a seconde|[Ll]e second|[Tt]he former|[Tt]he latter)(?=,| (?:en |la |le |l'|y |est|était|a|dirige|préside|is|was|has|runs|chairs|heads|leads)\b)"
)
_NEAR = 300
_FORMER = Expression(
    r"\b(?:(?:ancien(?:ne)?|[Ff]ormer) |[Ee]x-)[^.,;]{3,60}(?: d(?:e la |e l'|u |e |')| chez | of | at )(?:groupe |the )?$"
)
_YOUNG = Expression(
    r"\b(?:[Ss]tart-?up|[Jj]eune pousse|[Pp]épite|[Ll]icorne|[Ss]cale-?up|[Ss]pin-?(?:out|off))\b[^.,;]{0,20}$"
)
_YOUNG_NOUNS = frozenset(["up", "startup", "pousse", "pepite", "licorne", "spinout", "off"])
"""What nouns end with that mean a start-up, one for the other."""
_ANY_FIRM = frozenset(["societe", "entreprise", "groupe", "company", "firm", "business", "incubateur"])
"""Nouns that a text uses of whatever firm it speaks of, said to be one or not."""
_NEAR_TITLE, _BESIDE = 90, 30
_BELONGS = Expression(r"\b(?:celui|celle) (?:de la |de l'|du |de |d')$")


def resolve(text: str, mentions: Sequence[Mention], title: str = "") -> list[Mention]:
    """The mentions, with each nominal mention added under the name it stands for; a title tells what a text is about."""
    named = list(mentions)
    heading = f" {' '.join(_WORD.findall(plain(title)))} "
    titled = frozenset(m.name for m in named if m.kind == "O" and _heads(heading, text[m.start : m.end], m.name))
    added = [*_nominals(text, named, titled), *_pronouns(text, named), *_of_two(text, named)]
    clear = [m for m in named if not any(m.covers(a) for a in added)]
    return sorted([*clear, *added], key=lambda m: (m.start, -m.end))


def _at(pattern: Expression, text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that can begin at some places alone, each behind the one before."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            end = match.end()
            yield match


@cache
def _nominal(nominal: Nominal) -> Expression:
    return Expression(_DET + nominal.words + _END, 0 if nominal.case else re.IGNORECASE)


def _heads(heading: str, *names: str) -> bool:
    """Whether a title has a name, as it is written in the text or in full."""
    return any(f" {' '.join(_WORD.findall(plain(name)))} " in heading for name in names)


def _nominals(text: str, named: list[Mention], titled: frozenset[str]) -> Iterator[Mention]:
    starts = [match.start() for match in _ANY_NOMINAL.finditer(text)]
    for nominal in NOMINALS:
        for match in _at(_nominal(nominal), text, starts):
            if any(m.start < match.end() and match.start() < m.end for m in named if m.sort != "model"):
                continue
            if nominal.kinds == "E" and match.group().lower().startswith("les "):
                continue
            found = _antecedent(text, match, named, nominal, titled)
            if found is not None:
                lead = 3 if match.group().lower().startswith(("du ", "au ")) else 0
                yield replace(found, start=match.start() + lead, end=match.end(), nominal=True, value=None)
            elif own := _OWN.match(match.group()):
                yield Mention("O", "authority", match.start() + own.start("name"), match.end(), own["name"])
            elif (
                nominal.kinds == "F"
                and (where := _WHERE.match(text, match.end()))
                and plain(where["people"]) in peoples()
            ):
                start = _FIRST_WORD.match(text, match.start())
                first = start.end() if start else match.start()
                yield Mention("F", "unnamed", first, where.end(), text[first : where.end()])


def _fitting(text: str, named: list[Mention], nominal: Nominal) -> list[Mention]:
    """What a nominal mention may stand for, by kind and sort."""
    fitting = [m for m in named if m.kind in nominal.kinds and (not nominal.sorts or m.sort in nominal.sorts)]
    if not fitting and nominal.kinds == "O" and nominal.sorts and "authority" not in nominal.sorts:
        fitting = [m for m in named if m.kind == "O" and m.sort == "model" and _said_to_be(text, m, nominal)]
    if nominal.sorts == ("authority",):
        fitting = _authorities(fitting, named, nominal.words)
    if nominal.sorts == ("region",):
        bodies = [m for m in named if m.kind == "O" and m.name.startswith("Région ")]
        fitting += [replace(m, kind="L", sort="region", name=m.name.removeprefix("Région ")) for m in bodies]
        fitting.sort(key=lambda m: m.start)
    if "ministère" in nominal.words:
        fitting = [m for m in fitting if m.name.lower().startswith("minist")]
    if "incubateur" in nominal.words:
        fitting = [m for m in fitting if _NURSERY.search(m.name)]
    if nominal.kinds == "F":
        fitting = [m for m in fitting if any(word in nominal.words and named.search(m.name) for word, named in _BUILT)]
    if nominal.words == "corporation":
        fitting = [m for m in fitting if "corporation" in m.name.lower()]
    if nominal.sorts == COMPANY:
        fitting = [m for m in fitting if not _PUBLIC.match(m.name)]
    return fitting


def _regional(words: str) -> bool:
    """Whether a nominal may mean a region or its council."""
    return "égion" in words or "Collectivité" in words


def _authorities(fitting: list[Mention], named: list[Mention], words: str) -> list[Mention]:
    """The authorities of the rank that words tell; a region that is named alone stands for its council."""
    regional = [m for m in fitting if "égion" in m.name or "ollectivité" in m.name]
    if _regional(words):
        regions = [m for m in named if m.kind == "L" and m.sort == "region"]
        councils = [replace(m, kind="O", sort="authority", name=f"Région {m.name}") for m in regions]
        return regional or (fitting if "Collectivité" in words else []) or councils
    local = [m for m in fitting if m not in regional]
    return [m for m in local if ("épartement" in m.name) == ("épartement" in words)]


def _said_to_be(text: str, m: Mention, nominal: Nominal) -> bool:
    """Whether a noun beside an unknown name is the one that now stands for it: "l'association MuSpace"."""
    before, after = text[max(0, m.start - 40) : m.start], text[m.end : m.end + 60]
    beside = re.search(rf"\b{nominal.words}(?: [\w'-]+){{0,2}} [«\"]? ?$", before, re.IGNORECASE)
    return bool(beside or re.match(rf"[»\"]?,? (?:[\w'-]+ ){{0,2}}?{nominal.words}\b", after, re.IGNORECASE))


def _of_two(text: str, named: list[Mention]) -> Iterator[Mention]:
    """As in "A et B ont fait les comptes. La première est directrice, le second préside": which of two people."""
    for match in _WHICH.finditer(text):
        before = [m for m in named if m.kind == "P" and m.end <= match.start("which") and match.start() - m.end < _NEAR]
        two = list({m.name: m for m in before}.values())[-2:]
        if len(two) > 1:
            at = two[0] if match["which"].lower().endswith(("première", "premier", "former")) else two[1]
            yield replace(at, start=match.start("which"), end=match.end("which"), nominal=True)


def _antecedent(
    text: str, match: re.Match[str], named: list[Mention], nominal: Nominal, titled: frozenset[str]
) -> Mention | None:
    position = match.start()
    fitting = _fitting(text, named, nominal)
    before = [m for m in fitting if m.end <= position]
    if nominal.kinds == "O" and before:
        before = _meant(text, match.group(), before)
    pool = before or fitting
    if not pool:
        return None
    if before and text[before[-1].end : position] == ", ":
        return before[-1]
    tally = Counter(m.name for m in fitting)
    top, count = tally.most_common(1)[0]
    if nominal.sorts == COMPANY:
        heads = [m for m in before if _SUBJECT.search(text[max(0, m.start - 25) : m.start])]
        salient = [m for m in heads if tally[m.name] * _SALIENT > count]
        if salient and position - heads[-1].end < _RECENT:
            return salient[-1]
    recent = before[-1] if before else pool[0]
    if nominal.sorts == COMPANY and (better := _spoken_of(text, before, titled)) is not None:
        return better
    if count > tally[recent.name] and position - recent.end > (300 if _regional(nominal.words) else 150):
        return next((m for m in reversed(pool) if m.name == top), recent)
    return recent


def _meant(text: str, words: str, before: list[Mention]) -> list[Mention]:
    """Without former employers ("cette ancienne directrice du groupe X"); of the rest, those that are said to be one."""
    here = [m for m in before if not _FORMER.search(text[max(0, m.start - _NEAR_TITLE) : m.start])] or before
    noun = plain(_WORD.findall(words)[-1])
    if noun in _ANY_FIRM or _called(text, here[-1], noun):
        return here
    called = [m for m in here if _called(text, m, noun)]
    return [m for m in here if m.name == called[-1].name] if called else here


def _called(text: str, m: Mention, noun: str) -> bool:
    """Whether a name is said to be what a noun means, beside it or in itself: "la start-up X" of "cette pépite"."""
    beside = text[max(0, m.start - _BESIDE) : m.start]
    if noun in _YOUNG_NOUNS:
        return _YOUNG.search(beside) is not None
    return noun in plain(m.name).split() or re.search(rf"\b{noun}\b[^.,;]{{0,12}}$", plain(beside)) is not None


def _spoken_of(text: str, before: list[Mention], titled: frozenset[str]) -> Mention | None:
    """Who heads the text, rather than a firm named last but in passing: "soutenue par A et B. L'entreprise"."""
    if not before or _SUBJECT.search(text[max(0, before[-1].start - 25) : before[-1].start]):
        return None
    last = before[-1].name
    known = {m.name for m in before if m.name in titled} - {last}
    if last in titled or len(known) > 1:
        return None
    return next((m for m in reversed(before) if m.name in known), None)


def _pronouns(text: str, named: list[Mention]) -> Iterator[Mention]:
    for match in _PRONOUN.finditer(text):
        before = [m for m in named if m.kind in "OPL" and m.end <= match.start() and match.start() - m.end < 300]
        feminine = "ell" in match.group() or "ette" in match.group()
        before = [m for m in before if m.kind != "P" or not feminine]
        before = [m for m in before if not _BELONGS.search(text[max(0, m.start - 16) : m.start])]
        if before:
            yield replace(before[-1], start=match.start(), end=match.end(), nominal=True)
