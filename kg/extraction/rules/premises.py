"""Facilities without a name of their own: "la salle blanche d'Hemeria", "une usine de 10 000 m²"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler, Frame
from kg.extraction.mention import Mention
from kg.extraction.tables import plain
from kg.extraction.typed import MARK, Typed, compiled

_HEAD = re.compile(
    r"(?<![\w-])(?P<head>(?:méga|giga)?usine|(?:new |mega-?|giga)?factory|(?:production |manufacturing )?plant|salles? blanches?|clean ?rooms?|pas de tir|launch ?pad|launch site|"
    r"centre d'(?:excellence|essais?|assemblage|intégration)|test (?:centre|center|facility)|stations? (?:sol|au sol|de réception|de traitement|spatiale|terrienne)|ground station|"
    r"vertiport|téléport|teleport|bancs? d'essais?|hall d'(?:assemblage|intégration)|ligne d'assemblage|base de lancement|centre de (?:contrôle|lancement|production|mission)|mission control|"
    r"ensemble de lancement|spaceport|port spatial|cosmodrome|astroport|site de production|locaux|technocentre|planétarium|observatoire)(?![\w-])",
    re.IGNORECASE,
)
_OWNED = compiled(r"^(?: [a-zà-ÿ]+)?(?: de la | de l'| du | des | de | d'| of the | of )<operator:O>")
_OWNER = compiled(r"<operator:O>'s (?:[a-z-]+ ){0,2}$")
_BUILT = re.compile(
    r"constru|bâti|inaugur|installer|s'installe|implanter|ouvrir|ouvert|ouvre|agrandi|extension|aménag|réhabilit|première pierre|chantier|sort(?:ira)? de terre|"
    r"build|built|open(?:ed|s|ing)|construct|first stone|invest",
    re.IGNORECASE,
)
_AT = compiled(
    r"^(?: (?:de la |de l'|du |des |de |d'|of the |of )⟨O\d+⟩,?)?[^.;:⟨⟩]{0,40} (?:à |au |en |in |at |near |près de |sur l'île de |dans (?:le |la |l'))<place:L>(?: \(<place2:L>\))?"
)
_NAMED_BESIDE = re.compile(
    r"^.{0,3}(?:[a-zà-ÿ]+ ){0,2}[«\"(,]? ?⟨[FS]|^,? (?:la |le |l'|the )?⟨[FS]|^ (?:baptis|nomm|dénomm|called|dubbed)"
)
_WHOSE = re.compile(r"\b(?:[Ss]on|[Ss]a|[Ss]es|[Ii]ts)(?: [a-zà-ÿ]+){0,2} $")
_MANY = 2


def find(document: Document) -> Iterator[Frame]:
    """A frame for each kind of facility that the text is about, or that it gives an owner, without naming it."""
    named = [m for t in document.prose for m in t.of_kind("F")]
    seen: set[str] = set()
    told = Counter(plain(m["head"]) for t in document.prose for m in _HEAD.finditer(t.string))
    for typed in document.prose:
        for match in _HEAD.finditer(typed.string):
            head = plain(match["head"])
            if head in seen or any(head in plain(m.name) for m in named):
                continue
            before, after = typed.string[: match.start()], typed.string[match.end() :]
            if _NAMED_BESIDE.match(after) or re.search(r"⟨F\d+⟩,? (?:[a-z' ]{0,12})$", before):
                seen.add(head)
                continue
            owners = [*_marks(typed, _OWNED.match(after)), *_marks(typed, _OWNER.search(before))]
            if re.search(r"\b(?:ancien(?:ne)?s?|former) $", before):
                owners = []
            about = told[head] >= _MANY or head in plain(document.title)
            if not (owners and head != "locaux") and not (about and _BUILT.search(typed.string)):
                continue
            seen.add(head)
            yield _frame(document, typed, match, owners)


def _frame(document: Document, typed: Typed, match: re.Match[str], owners: list[Mention]) -> Frame:
    before, after = typed.string[: match.start()], typed.string[match.end() :]
    start, end = typed.origin(match.start()), typed.origin(match.end())
    words = document.text[start:end]
    fillers = [Filler("name", words, start, end), Filler("kind", "facility", start, end)]
    if owners:
        fillers[0] = Filler("name", document.text[start : owners[0].end], start, owners[0].end)
        fillers.append(filler("operator", owners[0]))
    elif _WHOSE.search(before) and (maker := document.main("O", ("company", "model", "agency"))):
        fillers.append(filler("operator", maker))
    fillers.extend(
        filler("place", m) for m in _marks(typed, _AT.match(after)) if m.sort not in {"country", "continent"}
    )
    return Frame("Asset", tuple(fillers), "asset.premises")


def _marks(typed: Typed, match: re.Match[str] | None) -> Iterator[Mention]:
    for words in match.groupdict().values() if match else ():
        yield from (typed.mentions[int(m["number"])] for m in MARK.finditer(words or ""))
