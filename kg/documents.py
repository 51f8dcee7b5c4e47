"""Documents: a source's record and its retelling, read strictly from `seeds/documents/*.md`."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, cast

from kg import files
from kg.errors import BadSeed, KgError, Unreadable
from kg.language import Text
from kg.model import Document, Iri, Original
from kg.model import Literal as RdfLiteral
from kg.names import suggestion
from kg.terms import iri

_FENCE = "+++"
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_REQUIRED = {"title", "publisher", "language", "kind"}
_OPTIONAL = {
    "url", "published", "published_basis", "published_note", "retelling_language", "retold_by", "copy_of", "original",
}  # fmt: skip
_VALUES = {"kind": ("news", "work"), "published_basis": ("stated", "external", "inferred")}
_DATES = (
    (re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"), "xsd:date"),
    (re.compile(r"\d{4}-(0[1-9]|1[0-2])"), "xsd:gYearMonth"),
    (re.compile(r"\d{4}"), "xsd:gYear"),
)


def read_all(folder: Path) -> tuple[list[Document], list[KgError]]:
    """Every document of a folder, and the mistakes of those that cannot be read."""
    documents: list[Document] = []
    errors: list[KgError] = []
    for path in files.find(folder, "*.md"):
        try:
            documents.append(read(path))
        except KgError as error:
            errors.append(error)
    return documents, errors


def read(path: Path) -> Document:
    """Read one document; BadSeed or Unreadable says what its header lacks or has too much."""
    header, text = _split(path)
    _check(header, path)
    return Document(
        iri=iri(f"id:src-{path.stem}"),
        title=str(header["title"]),
        publisher=_entity(header["publisher"], path),
        language=str(header["language"]),
        kind=cast("Literal['news', 'work']", header["kind"]),
        text=text,
        length=len(text),
        where=str(path),
        url=_address(header.get("url"), path),
        published=_date(header["published"], path) if "published" in header else None,
        published_basis=header.get("published_basis", "stated"),
        published_note=tuple(
            RdfLiteral(str(v), "", language) for language, v in sorted(header.get("published_note", {}).items())
        ),
        retelling_language=str(header.get("retelling_language", "fr")),
        retold_by=header.get("retold_by"),
        copy_of=_entity(header["copy_of"], path) if "copy_of" in header else None,
        original=_original(header["original"], text, path) if "original" in header else None,
    )


def _check(header: Mapping[str, Any], path: Path) -> None:
    """Take each known field, then complain about what is left over, lacking or out of its set."""
    if not _NAME.fullmatch(path.stem):
        raise _bad(
            path,
            "the file name is not lower case letters, digits and hyphens",
            "le nom du fichier n'est pas en minuscules, chiffres et tirets",
        )
    if unknown := sorted(set(header) - _REQUIRED - _OPTIONAL):
        name = unknown[0]
        advice = suggestion(name, _REQUIRED | _OPTIONAL)
        raise BadSeed.at(path, f"unknown field '{name}'", f"champ inconnu « {name} »", *advice)
    for field in sorted(_REQUIRED - set(header)):
        raise _bad(path, f"the field '{field}' is missing", f"il manque le champ « {field} »")
    for field, allowed in _VALUES.items():
        if field in header and header[field] not in allowed:
            choice = ", ".join(allowed)
            raise _bad(path, f"{field} is none of {choice}", f"{field} n'est pas parmi {choice}")
    if header.get("published_basis", "stated") != "stated" and not {"fr", "en"} <= set(
        header.get("published_note", {})
    ):
        raise _bad(
            path,
            "a date that is not stated needs published_note.fr and published_note.en",
            "une date non énoncée demande published_note.fr et published_note.en",
        )


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The range of each paragraph: what stands between blank lines."""
    for found in re.finditer(r"\S(?:.*?\S)??(?=\n[ \t]*\n|\s*\Z)", text, re.DOTALL):
        yield found.span()


def _split(path: Path) -> tuple[Mapping[str, Any], str]:
    content = files.read_text(path)
    parts = content.split(f"{_FENCE}\n", 2)
    if len(parts) != 3 or parts[0].strip():  # noqa: PLR2004  nothing, the header, the text
        raise Unreadable(
            Text(
                en=f"{path}: no header between two lines '+++'.",
                fr=f"{path} : pas d'en-tête entre deux lignes « +++ ».",
            ),
            Text(en="seeds/README.md shows one.", fr="seeds/README.md en montre un."),
        )
    try:
        header = tomllib.loads(parts[1])
    except tomllib.TOMLDecodeError as error:
        raise Unreadable(
            Text(
                en=f"{path}: the header is not TOML ({error}).",
                fr=f"{path} : l'en-tête n'est pas du TOML ({error}).",
            ),
            Text(en="Line numbers count from the line after '+++'.", fr="Les lignes se comptent après « +++ »."),
        ) from error
    text = parts[2].strip()
    if not text:
        raise _bad(path, "there is no text below the header", "il n'y a pas de texte sous l'en-tête")
    return header, text


def _date(value: object, path: Path) -> RdfLiteral:
    text = value.isoformat() if isinstance(value, dt.date) else str(value)
    for pattern, datatype in _DATES:
        if pattern.fullmatch(text):
            return RdfLiteral(text, iri(datatype))
    raise _bad(path, f"published is not a date, a month or a year: {text}",
               f"published n'est ni une date, ni un mois, ni une année : {text}")  # fmt: skip


def _address(value: str | None, path: Path) -> str | None:
    if value is not None and not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", value):
        raise _bad(path, f"url is not a web address: {value}", f"url n'est pas une adresse web : {value}")
    return value


def _entity(value: object, path: Path) -> Iri:
    if isinstance(value, str) and re.fullmatch(r"id:[a-z0-9-]+", value):
        return iri(value)
    raise _bad(path, f"not an entity such as id:org-cnes: {value}", f"pas une entité comme id:org-cnes : {value}")


def _original(table: Mapping[str, Any], text: str, path: Path) -> Original:
    ranges = tuple((int(a), int(b)) for a, b in table.get("passages", ()))
    length = int(table.get("length", 0))
    if not re.fullmatch(r"[0-9a-f]{64}", str(table.get("sha256", ""))):
        raise _bad(path, "original.sha256 is not a SHA-256", "original.sha256 n'est pas un SHA-256")
    count = sum(1 for _ in paragraphs(text))
    if len(ranges) != count:
        raise _bad(path, f"{count} paragraphs, but {len(ranges)} ranges in original.passages",
                   f"{count} paragraphes, mais {len(ranges)} intervalles dans original.passages")  # fmt: skip
    for start, end in ranges:
        if not 0 <= start < end <= length:
            raise _bad(path, f"the range [{start}, {end}] is outside the original's {length} characters",
                       f"l'intervalle [{start}, {end}] sort des {length} caractères de l'original")  # fmt: skip
    return Original(str(table["sha256"]), length, ranges)


def _bad(path: Path, en: str, fr: str) -> BadSeed:
    advice = Text(en="seeds/README.md has the format.", fr="seeds/README.md donne le format.")
    return BadSeed.at(path, en, fr, advice)
