"""Words that stand together in capitals: names that neither model, gazetteer nor grammar found, or found in part."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import accumulate

from kg.extraction.evidence import made_up
from kg.extraction.expressions import Expression
from kg.extraction.lexicon import PIECES
from kg.extraction.mention import Ground, Mention
from kg.extraction.tables import first_names, peoples, plain
from kg.extraction.unnamed import SEATED

_UP = "A-ZÀ-ÖØ-Þ"
_TOKEN = rf"(?:[{_UP}][\w]*(?:[-&.+][\w]+)*|\d{{1,3}}(?=[{_UP}])\w*|\d{{1,3}}(?= (?:Capital|Degree|Group)\b)|[a-z]{{1,2}}\d?[A-Z][\w-]*)"
_FURTHER = rf"(?: (?:(?:di|del|della|delle|für|und|dos|do|af|voor) )?{_TOKEN})*"
_RUN = Expression(rf"(?<![\w'&-])(?<!\w-){_TOKEN}{_FURTHER}(?![\w&])")
_LED = Expression(rf"(?<=[dlnsDLNS]'){_TOKEN}{_FURTHER}(?![\w&])")
_BEGINS = Expression(r"(?:^|[.!?…»:•–—>|\"“(\-] ?)$")
_INSIDE = Expression(r"[a-zà-ÿ,;«(] ?\Z")
_GOES_ON = Expression(r"[\w-]")
_TOLD = Expression(
    r" ?[,;(/–—]| - |$| (?:a|ont|est|sont|va|vont|se|s'|lève|has|is|was|will|plans|et|and|qui|which|who|n'|y|vient|emploie|compte|développe|[a-zà-ÿ]+(?:e|it|ise|ait|era|ira)) "
)
"""What may stand behind a name that begins its sentence."""
_TITLES = Expression(
    r"(?:M|MM|Mme|Mr|Mrs|Ms|Dr|Pr|Prof|Sir|Dame|Lord|Professor|President|Président|Présidente|Vice|Vice-.+|\w+-[Gg]eneral|Chief|Executive|Officer|Director|Directeur|Directrice|General|Général|Générale|"
    r"Manager|Head|Minister|Ministre|Secretary|Secrétaire|Chair|Chairman|Chairwoman|CEO|CTO|CFO|COO|PDG|DG|DGA|DRH|Maire|Mayor|Administrator|Commissioner|Commissaire|Governor|Senator|Councillor|"
    r"Founder|Cofondat\w+|Fondat\w+|Colonel|Captain|Capitaine|Commandant|Lieutenant|Amiral|Préfet|Préfète|Spokes\w+|Member|Membre|Prime|First|Premier|Première|Deputy|Senior|Responsable|Ingénieure?|Chercheu(?:r|se)|Astronaute|Patronn?e?|Déléguée?|Chargée?|Conseill(?:er|ère)|Élue?|Députée?|Sénat(?:eur|rice)|Adjointe?|Doctor|Docteur|Monsieur|Madame)$"
)
_PLAIN = Expression(
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|Q|A|R|I|I'm|Phase|Act|Acte|Part|Partie|Article|Figure|Lot|Tome|Volume|Page|Day|Jour|Step|Étape|"
    r"Photos?|AFP|DR|TTC|HT|Bac|BAC|CIR|CIFRE|OPA|IPO|TRL|ADN|DNA|FAQ|PDF|SMS|URL|USB|Wi-Fi|WiFi|LED|RH|BTP|ISO|R&T|Mach|AM|PM|GMT|CET|UTC|TV|JT|OK|GPS|GDP|VAT|TVA|EN BREF|"
    r"What|Who|When|Where|Why|How|Which|Qui|Que|Quoi|Quand|Comment|Pourquoi|Combien|Quels?|Quelles?|Aucune?|Parce|Annual|Here|There|Then|Now|Today|Since|After|Before|While|If|As|All|Some|Most|Both|Each|Every|No|Not|Yes|"
    r"Armées|Outre-[Mm]ers?|Budget|Affaires|Europe|Recherche|Enseignement|Économie|Industrie|Défense|Finances|Transports|Intérieur|Numérique|Santé|Travail|Justice|Culture|Agriculture|Énergie|Innovation|Éducation|Research|Defence|Defense|Economy|Industry|Transport|Education|Science|Business|Trade|Enterprise|"
    r"Internet|Covid|Brexit|Twitter|Facebook|LinkedIn|Instagram|YouTube|Google Maps|Wikipedia)"
    r"|Régions?|Départements?|Commissions?|Assemblée|Parlement|Sénat|Chambre|Union|Europe|Président|Parliament|Government|Council of|Ministers?|House|State|Work|Policy|Policies|Métropole|Ville|Communes?|Conseil|Collectivité|État|Etat|Gouvernement|Mairie|République|Rédaction|Lecture|Revoir|Partager|Académie|IUT|GIS|GIE|BTS|Public|Près|Masters?|Licence|Doctorat|G7|G8|G20|COP ?\d*|Recherche et Innovation|"
    r"(?:Americ|Germ|Itali|Europe|Russi|Austri|Norwegi|Belgi|Canadi|Australi|Indi|Brazili|Ukraini|Hungari|Romani|Bulgari|Croati|Estoni|Latvi|Lithuani|Mexic|Afric|Asi|Kore|Martia)a?ns?|(?:Brit|Span|Scott|Ir|Engl|Pol|Dan|Swed|Finn|Turk|Corn|Flem)ish|"
    r"(?:Chin|Japan|Portugu)ese|French|Dutch|Swiss|Greek|Welsh|Czech|Norse|Scots|Britons?|Germans|Italians|"
    r"(?:Améric|Itali|Norvégi|Autrichi|Canadi|Australi|Indi|Brésili|Ukraini|Europé|Coré|Israéli|Égypti|Péruvi|Marocains?|Rom|Afric|Mexic|Luxembourge)(?:ai)?(?:ns?|ennes?|ain?e?s?|ois)|"
    r"Français(?:es?)?|Anglais|Allemands?|Espagnole?s?|Suisses?|Belges?|Russes?|Chinois|Japonais|Britanniques?|Néerlandais|Portugais|Polonais|Écossais|Irlandais|Danois|Suédois|Finlandais|Wallons?|Flamands?|Normands?|Bretons?|Basques?|Corses?|Occitans?)$"
)
_FUNCTION = Expression(
    r"(?:Le|La|Les|L|Un|Une|Des|Ce|Cette|Ces|Cet|Il|Elle|Ils|Elles|On|Nous|Vous|Et|Ou|Mais|Pour|Avec|Dans|Sur|Par|En|Au|Aux|Du|De|Son|Sa|Ses|Leurs?|Notre|Nos|The|A|An|This|That|These|Those|It|He|She|They|We|You|"
    r"AN|THE|LE|LA|LES|UN|UNE|DES|And|But|For|With|In|On|By|At|To|Of|From|Its|His|Her|Their|Our|Après|Avant|Selon|Depuis|Parmi|Chez|Si|Ici|Là|Plus|Autre|Tout|Toute|Tous|Toutes|Ainsi|Enfin|À|Quant|PME|ETI|TPE|Côté|Entre|Sous|Vers|Dont|Or|Car|Comme|Also|Both)$"
)
_TITLE_BEFORE = Expression(rf"{PIECES['title']} $")
_OFFICE = Expression(
    r"\b(?:[Mm]inist(?:re|er)s?|[Ss]ecrétaires? d'[ÉE]tat|[Ss]ecretary(?:[- ]General)?(?: of State)?|[Cc]ommissi(?:oner|aire)s?|[Uu]nder-?[Ss]ecretary)(?: déléguée?)?(?: chargée?)? "
    r"(?:(?:de la|de l'|des|du|de|d'|à la|à l'|aux?|of|for|et|and|,|the|à|,? (?:et|and) (?:de la|de l'|des|du|of|for)|[A-ZÀ-Ý][\w-]+,?|supérieure?|publique?s?|numérique|étrangères|européennes) ?)+$"
)
_OWNS = Expression(
    r"'s (?!(?:a|an|the|been|not|no|time|why|how|what|all|just|hard|easy|clear|true|good|only|still|also|now|more)\b)[a-z]"
)
_UPPER = 0.6
_MANY = 4

_SMALL = frozenset(["de", "la", "le", "les", "l", "d", "et", "des", "du", "of", "and", "the", "for", "supérieur", "&"])

Unlikely = Callable[[str], object]


@lru_cache(maxsize=4096)
def ordinary(word: str) -> bool:
    """Whether a word in capitals names a day, a people, a field or a title rather than anything of its own."""
    parts = [part for part in re.split(r"[ ']", word) if part not in _SMALL]
    return all(_PLAIN.match(part) or _TITLES.match(part) for part in parts) or plain(word) in peoples()


def _runs(text: str) -> Iterator[tuple[int, int]]:
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines[:-1])]
    shouted = [_shouted(line) for line in lines]
    for pattern in (_RUN, _LED):
        for match in pattern.finditer(text):
            if not shouted[bisect_right(starts, match.start()) - 1]:
                yield match.span()


def _shouted(line: str) -> bool:
    """Whether a line is a heading whose words are all written with capitals."""
    if len(re.findall(r" ?[·;|,/] ", line)) > 1:
        return False
    words = re.findall(r"[^\W\d_]{2,}", line)
    capital = sum(w[0].isupper() for w in words)
    if len(words) > 1 and line.isupper():
        return True
    return len(words) >= _MANY and (capital > _UPPER * len(words) and not line.rstrip().endswith((".", ";", ",")))


def joined(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions, those that are but a part of a name grown to all of it: "BIC Montpellier", "ESA BIC Nord"."""
    ground = Ground(mentions)
    swallowed: set[Mention] = set()
    grown: list[Mention] = []
    for start, end in _runs(text):
        run = Mention("O", "model", start, end, text[start:end])
        inside = sorted(set(ground.covering(run)), key=lambda m: m.start)
        if (name := _whole(text, run, inside)) is not None:
            swallowed.update(m for m in inside if m.covers(name))
            grown.append(name)
    return [*(m for m in mentions if m not in swallowed), *grown]


def _whole(text: str, run: Mention, inside: list[Mention]) -> Mention | None:
    start = run.start
    first = text[start : run.end].split(" ", maxsplit=1)[0]
    at_start = bool(_BEGINS.search(text[max(0, start - 3) : start]))
    if (
        _FUNCTION.match(first)
        or SEATED.match(first)
        or (at_start and not made_up(first) and not any(m.start == start for m in inside) and not _within(text, first))
    ) and " " in run.name:
        start += len(first) + 1
    inside = [m for m in inside if m.end > start]
    if not any(m.known and m.kind in "LO" for m in inside) or any(m.start < start or m.end > run.end for m in inside):
        return None
    if any(
        m.kind == "P" or (m.value is not None and m.kind != "N") or m.sort not in {*_OPEN, "model", "count"}
        for m in inside
    ):
        return None
    bare = [
        t
        for t in re.finditer(r"[^ ]+", text[start : run.end])
        if not any(m.start <= start + t.start() < m.end for m in inside if m.known)
    ]
    words = [t.group() for t in bare]
    if not words or any(
        _FUNCTION.match(w) or ordinary(w) or plain(w).split("-")[0] in first_names() or len(w) < 2 or w.isdigit()
        for w in words
    ):
        return None
    return Mention("O", "model", start, run.end, text[start : run.end])


def _within(text: str, word: str) -> bool:
    """Whether a word that begins a sentence is written with a capital inside others too."""
    at = text.find(word)
    while at >= 0:
        if _INSIDE.search(text[max(0, at - 2) : at]) and not _GOES_ON.match(text, at + len(word)):
            return True
        at = text.find(word, at + 1)
    return False


_OPEN = {"commune", "city", "region", "country", "department", "agency", "company"}
"""Sorts of known things whose name may be part of another's."""


def found(text: str, mentions: list[Mention], unlikely: Unlikely, common: Callable[[str], bool]) -> Iterator[Mention]:
    """Further words in capitals that can only be names, where nothing else is mentioned."""
    ground = Ground(mentions)
    for start, end in _runs(text):
        name = _named(text, start, end, unlikely, common)
        if name is not None and not any(ground.covering(name)):
            ground.add(name)
            yield name


def _named(text: str, start: int, end: int, unlikely: Unlikely, common: Callable[[str], bool]) -> Mention | None:
    words = text[start:end].split(" ")
    while words and (_FUNCTION.match(words[0]) or ordinary(words[0]) or SEATED.match(words[0])):
        start += len(words[0]) + 1
        words = words[1:]
    name = " ".join(words)
    if len(name) < 3 or unlikely(name) or ordinary(name) or any(_TITLES.match(w) or len(w) == 1 for w in words):
        return None
    if _TITLE_BEFORE.search(text[max(0, start - 40) : start]) or _OFFICE.search(text[max(0, start - 90) : start]):
        return None
    if len(words) == 1 and plain(name) in first_names():
        return None
    begins = _BEGINS.search(text[max(0, start - 3) : start]) and not text[max(0, start - 2) : start].endswith(
        ("«", "« ")
    )
    told = _TOLD.match(text, end) or _OWNS.match(text, end)
    if begins and not made_up(name) and ((len(words) == 1 and common(words[0])) or not told):
        return None
    return Mention("X", "model", start, start + len(name), name)
