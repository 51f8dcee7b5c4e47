"""Payers and works that no name names: "des investisseurs privés", "une deuxième usine"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.mention import Mention
from kg.extraction.typed import Typed, typed

_ADJECTIVE = (
    r"(?: (?:privé|public|commercial|industriel|local|territorial|institutionnel|fondateur|européen|américain|historique|étranger|français|spatial|financier|régional|"
    r"national|belge|wallon|luxembourgeois|britannique|fédéral|fédérale|flamand|écossais|gallois|québécois|canadien|italien|allemand|espagnol|suisse)(?:es|e|s|x|le|les|ne|nes|aux|aires?)?| territoriaux| locaux| régionaux| commerciaux| nationaux| sociaux)"
)
_PAYERS = Expression(
    rf"(?<![\w-])(?:investisseurs{_ADJECTIVE}{{1,2}}|industriels{_ADJECTIVE}?|collectivités{_ADJECTIVE}{{0,2}}|pouvoirs publics|actionnaires{_ADJECTIVE}|business angels|"
    rf"gouvernement{_ADJECTIVE}?|budget (?:fédéral|de l'État|national|européen)|(?:state|federal|national) budget|secteur privé|partenaires (?:privés|industriels|publics|financiers)|mécènes|donateurs|banques(?: privées| partenaires)?|fonds (?:européens|privés|publics|propres)|"
    r"(?:private|commercial|institutional|existing|new|foreign|local|European|American) investors|(?:the |UK |British |Scottish |Welsh |US |French |Spanish |Italian |German |Irish |Norwegian |Swedish |Australian |New Zealand )?[Gg]overnment|"
    r"private sector|private hands|private sources|public funds|public purse|European funds|local authorities|shareholders|taxpayers?|industrial partners|venture capital(?:ists| funds)?|banks)(?![\w'-])(?! (?:d'|de |du |des |of )[⟨A-Z])"
)
_WORKS = Expression(
    r"(?<![\w-])(?:(?:nouve(?:l|lle|au|aux|lles)|futurs?|futures?|première?|deuxième|seconde?|troisième|vaste|grande?|new|future|second|first) )?"
    r"(?:(?:méga|giga|micro)?-?usine|giga-?factory|mega-?factory|ensemble immobilier|bâtiment|locaux|installations|(?:ligne|chaîne) (?:de production|d'assemblage|d'intégration)|site(?: industriel| de production| d'assemblage)|"
    r"salle blanche|atelier|hangar|entrepôt|centre (?:d'essais|de contrôle|de recherche|de production|d'assemblage|d'intégration|de maintenance|d'innovation|technique|de données|de formation)|pas de tir|port spatial|spatioport|planétarium|"
    r"banc d'essais?|station (?:sol|terrestre|au sol)|datacenter|technocentre|pépinière|hôtel d'entreprises|"
    r"(?:mega|giga)?factory|(?:(?:production |assembly |manufacturing |integration )?(?:plant|facility|facilities)|(?:production|assembly) line)|building|premises|headquarters|launch (?:site|pad)|spaceport|clean ?room|test (?:site|centre|stand|bed)|"
    r"ground station|laboratory|data centre|extension)"
    r"(?: (?:de production|d'assemblage|d'intégration|de fabrication|de satellites|spatiale?|industriel(?:le)?s?|toulousaine?s?|flambant neu(?:f|ve)s?|moderne)){0,2}(?![\w'-])"
)
_BARE = Expression(r"(?:the )?gouvernement|(?:the )?government", re.IGNORECASE)


def bare_government(name: object) -> bool:
    """Whether a payer is told as "the government", whose is not said.

    >>> bare_government("gouvernement"), bare_government("gouvernement luxembourgeois")
    (True, False)
    """
    return _BARE.fullmatch(str(name)) is not None


def with_groups(document: Document) -> Document:
    """The document with those whom no name names marked as bodies, for rules that ask who pays."""
    found = [m for t in document.sentences for m in (*_payers(document, t), *_works(document, t))]
    if not found:
        return document
    mentions = tuple(sorted([*document.mentions, *found], key=lambda m: m.start))
    sentences = tuple(_marked(document, t, found) for t in document.sentences)
    return replace(document, mentions=mentions, sentences=sentences)


def _marked(document: Document, sentence: Typed, found: list[Mention]) -> Typed:
    inside = [m for m in found if sentence.sentence.start <= m.start and m.end <= sentence.sentence.end]
    if not inside:
        return sentence
    both = sorted([*sentence.mentions, *inside], key=lambda m: m.start)
    return typed(document.text, sentence.sentence, both)


def _payers(document: Document, sentence: Typed) -> Iterator[Mention]:
    start, end = sentence.sentence.start, sentence.sentence.end
    for match in _PAYERS.finditer(document.text, start, end):
        if not any(m.start < match.end() and match.start() < m.end for m in sentence.mentions):
            yield Mention("O", "group", match.start(), match.end(), match.group())


def _works(document: Document, sentence: Typed) -> Iterator[Mention]:
    start, end = sentence.sentence.start, sentence.sentence.end
    for match in _WORKS.finditer(document.text, start, end):
        across = [m for m in sentence.mentions if m.start < match.end() and match.start() < m.end]
        if all(m.kind == "R" and m.start == match.start() for m in across):
            begin = max([match.start(), *(m.end + 1 for m in across)])
            yield Mention("W", "works", begin, match.end(), match.group())
