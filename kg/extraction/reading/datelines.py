"""The date of publication that a text tells in its first or last lines."""

from __future__ import annotations

import re
from datetime import date

from kg.errors import WrongUsage
from kg.extraction import values
from kg.extraction.reading import languages
from kg.language import Text

_CUE = re.compile(
    r"publié|paru|posté|mis en ligne|published|posted|communiqué|press release|for (?:immediate )?(?:use|release)|"
    r"dossier de presse|"
    r"news release|news\s*\||\d\s*-\s|^date\b|mis à jour|updated|temps de lecture|min read",
    re.IGNORECASE,
)
_ALONE_CUE = re.compile(r", le \d|^le \d", re.IGNORECASE)
"""What tells a date in a line by itself; prose has it too: "Le 12 mars 2024, la Région…"."""
_PROSE = re.compile(r"\w{3,} \w{3,} \w{3,} \w{3,}")
_PLACE = re.compile(r"[A-ZÀ-Ý][\w'’ ,()-]{0,40}$")
_DASH = re.compile(r"(?: ?\([\w ./-]{2,30}\)| ?/[\w ]{2,20}/)? ?[-–—]")
"""What parts a dateline from its text, behind the agency where one is named: " (AFP) - "."""
_AGENCY = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý .'’-]{2,30} ?\([^()]{2,60}(?: [-–—] |, ?)$")
"""A town in capitals and an agency: "MADRID (Europa Press - "."""
_TOWN = re.compile(
    r"\(?(?!(?:In|On|En|À|A|Au|Du|Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday)\b)[A-ZÀ-Ý][\w'’-]*"
    r"(?:[ -](?:(?:de|la|le|les|sur|sous|en|du|des|of|the|upon|am|im|di|del)[ -]){0,2}[A-ZÀ-Ý][\w'’-]*){0,3}"
    r"(?: \([\w .-]{2,30}\))?(?:, ?| [-–—] )(?:le )?$"
)
"""A town by itself, as a press release begins: "Saint-Jean-d'Illac, le "."""
_STOP = re.compile(r"\)? ?(?:[.:]\s+[\"«“A-ZÀ-Ý]|\)|[.:]?$)")
_DAY = len("2025-11-13")
_SHORT = 70
_LINES = 8
_LAST_LINES = 3
_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)
_LABELLED = re.compile(r"\s*date\s*:?\s*(?P<date>\d{4}-\d{2}-\d{2})(?=\s)", re.ASCII)


def find(text: str) -> str | None:
    """The date that a dateline tells, to the day or month; a date in running prose is none."""
    labelled = _LABELLED.match(text)
    if labelled and exists(labelled["date"]):
        return labelled["date"]
    lines = [line.strip() for line in text[:20_000].split("\n") if line.strip()]
    last = [line.strip() for line in text[-2_000:].split("\n") if line.strip()][-_LAST_LINES:]
    return next((told for line in [*lines[:_LINES], *last] if (told := _told(line))), None)


def label(text: str) -> tuple[int, int] | None:
    """Where a text opens with "date 2025-11-13", which is its record and not its prose."""
    match = _LABELLED.match(text)
    return match.span() if match else None


def _told(line: str) -> str | None:
    head = line[: 2 * _SHORT]
    found = values.find(head, published=None, language=languages.guess(head))
    first = next((v for v in found if _exact(v)), None)
    if first is None:
        return None
    lead = head[: first.end + 3]
    cue = _CUE.search(lead) is not None
    rest = line[: first.start] + line[first.end :]
    by_itself = cue or first.start == 0 or _ALONE_CUE.search(lead) is not None
    alone = len(line) <= _SHORT and not _PROSE.search(rest) and by_itself
    before, after = head[: first.start], head[first.end :]
    opens = (
        ((_PLACE.match(before) or _TOWN.match(before)) and _DASH.match(after))
        or (_TOWN.match(before) and _STOP.match(after))
        or (_AGENCY.match(before) and after.startswith(")"))
    )
    return first.earliest if alone or opens is not None or (cue and len(line) <= 2 * _SHORT) else None


def _exact(value: values.Value) -> bool:
    """Whether a value is one day, told in full."""
    return value.kind == "date" and value.rule is None and not value.approximate and len(value.earliest or "") == _DAY


def exists(written: str) -> bool:
    """Whether a date written YYYY, YYYY-MM or YYYY-MM-DD is in the calendar."""
    match = _WRITTEN.match(written)
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def asked(option: str) -> str:
    """The date that an option gives; raises WrongUsage for what is no date."""
    if not exists(option):
        raise WrongUsage(
            Text(en=f"'{option}' is not a date.", fr=f"« {option} » n'est pas une date."),
            Text(en="Write it as 2025, 2025-11 or 2025-11-13.", fr="Écrivez-la 2025, 2025-11 ou 2025-11-13."),
        )
    return option
