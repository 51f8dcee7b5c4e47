"""Unknown names taken for organisations where money and agreements are told: who pays, is paid or signs is a body."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from kg.extraction import tables
from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.literals import Marked
from kg.extraction.mention import Mention
from kg.extraction.tables import plain
from kg.extraction.typed import MARK, Typed, typed

_PLACED = Expression(
    r"(?:\b(?:à|en|dans|near|in|at|from|vers|depuis|près de|sur|au|aux|de|d'|of|to)(?: la | l'| the |(?<='| )| )|, |\(|entre |ville de |- ?)$",
    re.IGNORECASE,
)
_PEOPLE = Expression(
    r"\b(?:M\.|Mme|Mr|Mrs|Ms|Dr|Pr|[Dd]octor|[Pp]rof\w*|[Mm]inist\w+|[Pp]rési\w+|[Dd]irect\w+|said|says|told|astronaute?|CEO|PDG),? ?$"
)
_CAPITALS = Expression(
    r"(?<![\w'.] )(?<![\w'])(?:[A-ZÀ-Ý][\w&]*[ ]){1,3}$|(?<=[a-zà-ÿ,;:'] )(?:[A-ZÀ-Ý][\w&]*[ ]){1,3}$"
)
_INITIALS = Expression(
    r"(?: (?:[A-Z][a-z]+ ){0,2}(?:Deal|Fund|Partnership|Enterprise|Bank|Agency|Board|Authority|Alliance|Trust|Council|University|Institute|Ventures|Capital|Space|Aerospace|Technologies|Growth Deal|City Deal|Growth Fund|Development Fund|Innovation Fund)(?![\w'-]))| (?!UK\b|USA?\b|UE\b|EU\b)[A-Z]{3,6}(?![\w'-])"
)
_NO_LEAD = Expression(
    r"\b(?:Le|La|Les|L|Un|Une|Des|Du|De|À|A|Au|Aux|En|Et|Ou|Mais|Dans|Sur|Sous|Par|Pour|Avec|Depuis|Vers|Chez|Entre|Selon|Si|Car|Ni|Sans|Outre|Quant|Après|Avant|Comme|Toute?|Ville|Région|Département|Commune|Préfecture|Métropole|"
    r"In|On|At|The|From|For|Of|To|By|And|But|With|As|Near|Across|North|South|East|West|Northern|Southern|Eastern|Western|Central|Greater|Upper|Lower|Nord|Sud|Est|Ouest|Centre|Grande?|Petite?|Haute?|Bas|Basse|Nouvelle?|New|Saint|Sainte|St|Mont|Mount|Lake|"
    r"Port|Fort|Mid|Midi|Old|Grand|Royal|Direction|Destination|Made|Photo|Source|Publié|Posted|Mr|Mrs|Ms|Mme|Dr|M|Minist\w+|Président\w*|President|Direct\w+|Via|Near|While|When|Until|Since|Back|Here|Now|Today|Meanwhile|Ainsi|Enfin|Puis|Ici|Aujourd|Demain|Hier|Direction)\b"
)
_PEOPLES = Expression(
    r"(?:Am[ée]ricain|Fran[çc]ais|Allemand|Anglais|Britannique|Italien|Espagnol|Belge|Suisse|Européen|Europ[ée]an|Canadien|Québécois|Breton|Toulousain|Bordelais|Parisien|Chinois|Japonais|Indien|Russe|Wallon|Luxembourgeois|American|British|German|Italian|Spanish|Scottish|Welsh|Irish|French|Indian|Chinese|Japanese|Australian|Canadian|Norwegian|Swedish)(?:e|s|es|ne|nes)?"
)
_DEED = Expression(r"(?:Deal|Agreement|Pact|Accords?|Treaty|Compact|MoU|Memorandum|Convention de .*|Charte .*)$")
_DAYS = Expression(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Lun|Mar|Mercre|Jeu|Vendre|Same)di|Dimanche|(?:Janu|Febru)ary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|(?:Sept|Nov|Déc)embre|Octobre"
)
_OF_A_PLACE = Expression(r"[A-ZÀ-Ý][a-zà-ÿ]+(?:aise|oise|ienne|aine|ande|éenne|ançaise|lais|nais|dais)")
_THE = Expression(r"\b(?:by|of|with|for|to|from|and|,) the $|^The $|\n(?:The )$")
_NO_NAME = Expression(r"[>|•·:/]|\b(?:min|lecture|read)\b")
_SAYS = Expression(
    r"^(?:,? ?(?:l'une? des |le |la |un |une |the |its |son |sa |a )?(?:(?:vice|co)-?)?(?:présid|direct|minist|chef|respons|fondat|PDG|CEO|maire|mayor|chair|head of|manager|officer|chief|spokes|patron|conseill|député|sénat|profess|astronau|ingénieur|engineer|president|secretar|secrét)|,? (?:said|says|told|a (?:dit|déclaré|indiqué|précisé|expliqué)|ajoute|explique|estime|who|qui|himself|herself)\b|, \d\d ans|, \d\d,)"
)


def taken_for_bodies(document: Document, *, deeds: bool = False) -> Document:
    """Names of agreements stay where they pay (`deeds`). The document with each unknown name of no sure kind marked as an organisation, wherever it stands."""
    places: dict[str, list[Mention]] = defaultdict(list)
    for mention in document.mentions:
        if mention.sort == "model":
            places[mention.name].append(mention)
    names = {name for name, found in places.items() if _body(document.text, found)}
    document = _without_deeds(document, deeds=deeds)
    wider = {m.start: w for m in document.mentions if (w := _widened(document.text, m))}
    if not names and not wider:
        return document
    mentions = tuple(wider.get(m.start) or _as_body(m, names) for m in document.mentions)
    sentences = tuple(_retyped(document.text, t, names, wider) for t in document.sentences)
    return replace(document, mentions=mentions, sentences=sentences)


def _without_deeds(document: Document, *, deeds: bool) -> Document:
    """The document without names that are but titles of agreements: "the Growth Deal"."""
    unfit = [m for m in document.mentions if m.sort in {"model", "company"} and _no_body(m, deeds=deeds)]
    if not unfit:
        return document
    mentions = tuple(m for m in document.mentions if m not in unfit)
    sentences = tuple(
        typed(document.text, t.sentence, [m for m in t.mentions if m not in unfit])
        if any(m in unfit for m in t.mentions)
        else t
        for t in document.sentences
    )
    return replace(document, mentions=mentions, sentences=sentences)


def _no_body(mention: Mention, *, deeds: bool) -> bool:
    """Whether a name is the title of an agreement, or a people's: "Growth Deal", "Anglaise"."""
    people = _PEOPLES.fullmatch(mention.name) or _OF_A_PLACE.fullmatch(mention.name) or _DAYS.fullmatch(mention.name)
    return bool(
        (not deeds and _DEED.search(mention.name)) or (people and mention.sort == "model" and mention.kind != "L")
    )


def _widened(text: str, mention: Mention) -> Mention | None:
    """A body whose name goes on around a place: "Sciences Po Bordeaux", "INP Toulouse", "Bordeaux INP"."""
    if mention.kind != "L" or mention.nominal or not text[mention.start : mention.start + 1].isupper():
        return None
    lead = _CAPITALS.search(text[max(0, mention.start - 60) : mention.start])
    tail = _INITIALS.match(text, mention.end)
    if tail is None and (lead is None or _NO_LEAD.search(lead.group())):
        return None
    start = mention.start - len(lead.group()) if lead and not _NO_LEAD.search(lead.group()) else mention.start
    end = tail.end() if tail else mention.end
    return Mention("O", "model", start, end, text[start:end]) if end > start else None


def _as_body(mention: Mention, names: set[str]) -> Mention:
    taken = mention.sort == "model" and mention.name in names and mention.kind != "O"
    return replace(mention, kind="O") if taken else mention


def _body(text: str, found: list[Mention]) -> bool:
    """Whether a name of unsure kind may well be a body: no first name, no person's words, no place's preposition."""
    kind = found[0].kind
    if (
        _PEOPLES.fullmatch(found[0].name)
        or _DAYS.fullmatch(found[0].name)
        or all(_OF_A_PLACE.fullmatch(m.name) for m in found)
    ):
        return False
    if kind == "X":
        return not _NO_NAME.search(found[0].name)
    before = [text[max(0, m.start - 25) : m.start] for m in found]
    after = [text[m.end : m.end + 25] for m in found]
    if kind == "P":
        first = plain(found[0].name.split()[0])
        named = first in tables.first_names() or first.split("-")[0] in tables.first_names()
        return not named and not any(map(_PEOPLE.search, before)) and not any(map(_SAYS.match, after))
    return kind == "L" and (any(map(_THE.search, before)) or not any(map(_PLACED.search, before)))


def _retyped(text: str, sentence: Typed, names: set[str], wider: dict[int, Mention]) -> Typed:
    """A sentence with the marks of its new bodies; a mark keeps its length, so no offset moves."""
    if any(m.start in wider for m in sentence.mentions):
        grown = [wider.get(m.start) or m for m in sentence.mentions]
        taken = [w for w in grown if w in wider.values()]
        clear = [m for m in grown if m in taken or not any(m.covers(w) for w in taken)]
        sentence = typed(text, sentence.sentence, clear)
    mentions = tuple(_as_body(m, names) for m in sentence.mentions)
    if mentions == sentence.mentions:
        return sentence
    string = Marked(MARK.sub(lambda m: f"⟨{mentions[int(m['number'])].kind}{m['number']}⟩", sentence.string))
    return replace(sentence, string=string, mentions=mentions)
