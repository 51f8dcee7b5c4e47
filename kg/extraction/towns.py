"""Places told by the shape of their name: "Sainte-Anne-de-Bellevue", "Mont-Saint-Guibert", "Stratford-upon-Avon"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_UP = "A-ZÀ-ÖØ-Þ"
_CAP = rf"[{_UP}][a-zà-öø-ÿ]+"
_LINK = r"(?:sur|sous|en|de|la|le|les|lez|lès|du|des|aux|au|à|près|devant|upon|on|in|am|an|der|ob|the|by|next|op|aan)"
_TAIL = rf"(?:(?:l'|d'|L'|D')?{_CAP})"
_LINKED = rf"{_CAP}(?:-{_CAP})?(?:(?:-{_LINK}){{1,2}}-{_TAIL}|-[dl]'{_CAP})(?:-{_CAP})?"
_SAINTED = rf"(?:{_CAP}-)?(?:Saint|Sainte|Sankt|San|Santa|Sint|Bad)-{_CAP}(?:-{_CAP})+|{_CAP}-(?:Saint|Sainte|Sint)-{_CAP}"
_SHAPE = re.compile(rf"(?<![\w'-])(?:{_LINKED}|{_SAINTED})(?![\w-]| {_CAP})|(?<=[dl]')(?:{_LINKED}|{_SAINTED})(?![\w-])")
_NO_PLACE = re.compile(
    r"(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Qq]uai|[Ll]ycée|[Cc]ollège|[Éé]cole|[Uu]niversité|[Hh]ôpital|[Ff]ondation|[Ff]estival|[Ii]nstitut|IRT|[Cc]ampus|[Ss]alon)(?: d(?:e|u)| de la)? $"
)


def find(text: str) -> Iterator[tuple[int, int]]:
    """Every name that is built like a town's: hyphens around a small word, or a saint's name between others."""
    for match in _SHAPE.finditer(text):
        if not _NO_PLACE.search(text[max(0, match.start() - 20) : match.start()]):
            yield match.span()
