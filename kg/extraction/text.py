"""An article's text as lines and sentences, with offsets that stay true to the text as it was read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kg.extraction.expressions import Expression

LineKind = Literal["prose", "bullet", "heading", "label", "furniture"]

_FOLD = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "´": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u200a": " ",
        "\t": " ", "‑": "-", "‐": "-", "“": '"', "”": '"', "„": '"', "\ufeff": " ", "\u200b": " ", "\r": " ",
    }
)  # fmt: skip

_BULLET = Expression(
    r"\s*(?:[-*•–—▪◦‣●·○■►▶→✓➢+>](?:\s+|(?=[A-ZÀ-Ý«]))|\(?\d{1,2}[.)](?:\s+)|[a-h]\)\s+|\d{1,2}\s?[°º/]\s*[.)-]?\s+)"
)
_LABEL = Expression(r"\s*(?:\*\*)?([A-ZÀ-Ý][^:.!?⟨⟩]{1,40}?)(?:\*\*)?\s*:\s+(?=\S)")
_END = Expression(r"(?:[.!?…]+[»\"')\]]*|[.!?…]+\s?»)(?=\s+|$)")
_ABBREVIATION = Expression(
    r"(?:\b(?:M|MM|Mme|Mlle|Dr|Pr|Me|St|Ste|av|bd|cf|ex|env|etc|p|pp|n|no|vol|art|Inc|Ltd|Co|Corp|Mr|Mrs|Ms|Prof|Jr|Sr|"
    r"vs|approx|e\.g|i\.e|U\.S|U\.K|U\.E|Jan|Feb|Aug|Sept|Oct|Nov|Dec|janv|févr|juil|déc|tél|Tel)|\b[A-ZÀ-Ý])\.$"
)
_FURNITURE = Expression(
    r"^\s*(?:©|\(c\)|crédits?\b|photos?\s*[:©(]|photo\s|illustration|copyright|tous droits|all rights|lire aussi|"
    r"à lire|lire également|voir aussi|read (?:also|more|next)|see also|related|partager|share (?:this|on)|imprimer|"
    r"réagi(?:r|ssez)|abonne|s'abonner|inscri(?:vez|re)|newsletter|suivez|follow us|retrouvez-nous|contacts?\b|"
    r"contact presse|press contact|media contact|temps de lecture|reading time|publié le|mis à jour|posted|published|"
    r"updated|propos recueillis|par la rédaction|by our|\(reporting|reproduction|mots[- ]clés|tags?\s*:|accueil\s*[>/|]|"
    r"home\s*[>/|]|tweet|facebook|linkedin|courriel|cookies?|commentaires?|comments?|signaler|source\s*:|image\s*:|"
    r"advertisement|publicité|sponsored|article réservé|déjà abonné|plus d'infos?\s*:|pour en savoir plus|en savoir plus|"
    r"▶|réécouter|sign up|subscribe|log in|print)",
    re.IGNORECASE,
)


_LEADERS = Expression(r"\.{5}")
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the text that is read at once; `line` numbers the line it stands on."""

    start: int
    end: int
    line: int
    kind: LineKind
    label: str | None = None


def fold(text: str) -> str:
    """The text with typographic variants made plain, one character for one, so that offsets hold."""
    return text.translate(_FOLD)


def sentences(folded: str, furniture: Sequence[tuple[int, int]] = ()) -> Iterator[Sentence]:
    """Every sentence, bullet, label and heading in reading order; furniture is marked as such."""
    position = 0
    for number, raw in enumerate(folded.split("\n")):
        start, end = position, position + len(raw)
        position = end + 1
        if not raw.strip():
            continue
        kind, label, body = _line_kind(raw)
        inside = any(a <= start and end <= b for a, b in furniture)
        if inside or _FURNITURE.match(raw):
            kind = "furniture"
        first = start + body
        for whole in _split(folded, first, end):
            for a, b in _bounded(folded, *whole):
                yield Sentence(a, b, number, kind, label)


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch in pieces that rules can read in bounded time: no real sentence is that long."""
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield start, cut
        start = cut + 1
    if start < end:
        yield start, end


def _line_kind(raw: str) -> tuple[LineKind, str | None, int]:
    bullet = _BULLET.match(raw)
    rest = raw[bullet.end() :] if bullet else raw
    offset = bullet.end() if bullet else len(raw) - len(raw.lstrip())
    label = _LABEL.match(rest)
    if label and len(rest) < 300 and not re.search(r"[«\"]\s*$", label.group(1)):
        short = len(label.group(1).split()) <= 5
        if short and not re.search(
            r"\b(?:est|sont|a|ont|is|are|has|have|dit|déclare|explique|says|said)\b", label.group(1)
        ):
            return "bullet" if bullet else "label", label.group(1).strip(), offset
    if bullet:
        return "bullet", None, offset
    stripped = raw.strip()
    if len(stripped) < 110 and not re.search(r"[.!?…:;,»\")]$", stripped) and len(stripped.split()) < 18:
        return "heading", None, offset
    if stripped.endswith("?") and len(stripped) < 90:
        return "heading", None, offset
    return "prose", None, offset


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _END.finditer(text, start, end):
        if _LEADERS.match(match.group()) or _ABBREVIATION.search(text, begin, match.end()):
            continue
        after = text[match.end() : end].lstrip()
        if after and not re.match(r"[\"«(\[]?\s*[A-ZÀ-Ý0-9⟨]", after):
            continue
        if "…" in match.group() and after and not re.match(r"[A-ZÀ-Ý«\"]", after):
            continue
        piece = text[begin : match.end()]
        if re.fullmatch(r"\s*(?:[\d .,]+|[A-ZÀ-Ý][\w-]+)\.", piece) and re.match(
            r"\s*(?:C'est|Voilà|Tel est|That is|It is|Soit|Le nombre)", text[match.end() : end]
        ):
            continue
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            yield begin + lead, match.end()
        begin = match.end()
    piece = text[begin:end]
    if piece.strip():
        yield begin + len(piece) - len(piece.lstrip()), begin + len(piece.rstrip())
