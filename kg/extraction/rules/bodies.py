"""Unknown names taken for organisations where money and agreements are told: who pays, is paid or signs is a body."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from kg.extraction import tables
from kg.extraction.document import Document
from kg.extraction.mention import Mention
from kg.extraction.tables import plain
from kg.extraction.typed import MARK, Typed

_PLACED = re.compile(
    r"(?:\b(?:à|en|dans|near|in|at|from|vers|depuis|près de|sur|au|aux|de|d'|of|to)(?: la | l'| the |(?<='| )| )|, |\(|entre |ville de |- ?)$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:M\.|Mme|Mr|Mrs|Ms|Dr|Pr|[Dd]octor|[Pp]rof\w*|[Mm]inist\w+|[Pp]rési\w+|[Dd]irect\w+|said|says|told|astronaute?|CEO|PDG),? ?$"
)
_PEOPLES = re.compile(
    r"(?:Am[ée]ricain|Fran[çc]ais|Allemand|Anglais|Britannique|Italien|Espagnol|Belge|Suisse|Européen|Europ[ée]an|Canadien|Québécois|Breton|Toulousain|Bordelais|Parisien|Chinois|Japonais|Indien|Russe|Wallon|Luxembourgeois|American|British|German|Italian|Spanish|Scottish|Welsh|Irish|French|Indian|Chinese|Japanese|Australian|Canadian|Norwegian|Swedish)(?:e|s|es|ne|nes)?"
)
_NO_NAME = re.compile(r"[>|•·:/]|\b(?:min|lecture|read)\b")
_SAYS = re.compile(r"^(?:,? (?:said|says|told|a (?:dit|déclaré|indiqué|précisé|expliqué)|ajoute|explique|estime|who|qui|himself|herself)\b|, \d\d ans|, \d\d,)")


def taken_for_bodies(document: Document) -> Document:
    """The document with each unknown name of no sure kind marked as an organisation, wherever it stands."""
    places: dict[str, list[Mention]] = defaultdict(list)
    for mention in document.mentions:
        if mention.sort == "model":
            places[mention.name].append(mention)
    names = {name for name, found in places.items() if _body(document.text, found)}
    if not names:
        return document
    mentions = tuple(_as_body(m, names) for m in document.mentions)
    sentences = tuple(_retyped(t, names) for t in document.sentences)
    return replace(document, mentions=mentions, sentences=sentences)


def _as_body(mention: Mention, names: set[str]) -> Mention:
    taken = mention.sort == "model" and mention.name in names and mention.kind != "O"
    return replace(mention, kind="O") if taken else mention


def _body(text: str, found: list[Mention]) -> bool:
    """Whether a name of unsure kind may well be a body: no first name, no person's words, no place's preposition."""
    kind = found[0].kind
    if _PEOPLES.fullmatch(found[0].name):
        return False
    if kind == "X":
        return not _NO_NAME.search(found[0].name)
    before = [text[max(0, m.start - 25) : m.start] for m in found]
    after = [text[m.end : m.end + 25] for m in found]
    if kind == "P":
        first = plain(found[0].name.split()[0])
        named = first in tables.first_names() or first.split("-")[0] in tables.first_names()
        return not named and not any(map(_PEOPLE.search, before)) and not any(map(_SAYS.match, after))
    return kind == "L" and not any(map(_PLACED.search, before))


def _retyped(typed: Typed, names: set[str]) -> Typed:
    """A sentence with the marks of its new bodies; a mark keeps its length, so no offset moves."""
    mentions = tuple(_as_body(m, names) for m in typed.mentions)
    if mentions == typed.mentions:
        return typed
    string = MARK.sub(lambda m: f"⟨{mentions[int(m['number'])].kind}{m['number']}⟩", typed.string)
    return replace(typed, string=string, mentions=mentions)
