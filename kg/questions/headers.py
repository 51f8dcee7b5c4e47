"""A question file: its header, in TOML between `# /// question` and `# ///`, and its SPARQL."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args
from typing import Literal as OneOf

from kg import files
from kg.errors import WrongUsage
from kg.language import Text
from kg.questions.tokens import tokens

Kind = OneOf["entity", "date", "year", "integer", "text", "choice"]
_KINDS: tuple[str, ...] = get_args(Kind)
_BLOCK = re.compile(r"^# /// question[ \t]*\r?\n(?P<toml>(?:#[^\n]*\n)*?)# ///[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question may be told: a `VALUES ?name { UNDEF }` in its SPARQL.

    `classes` says what an entity must be (short names), `choices` the words of a choice, each a term of `prefix` where
    there is one.
    """

    name: str
    kind: Kind
    text: Text
    required: bool = False
    default: str | None = None
    classes: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A SPARQL text with what people need to ask it.

    `answers` lists the competency questions that it answers, `coverage` whether its rows compare regions.
    """

    name: str
    sparql: str
    title: Text | None = None
    text: Text | None = None
    theme: str = ""
    answers: tuple[int, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    coverage: bool = False

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of that name."""
        return next((p for p in self.parameters if p.name == name), None)


def read(path: Path, name: str | None = None) -> Question:
    """A question file, or any SPARQL file; Unreadable where it is missing or not text."""
    return parse(files.read_text(path), name or path.stem, str(path))


def parse(text: str, name: str, where: str) -> Question:
    """The question that a text holds; a text without a header is one without parameters."""
    block = _BLOCK.search(text)
    if block is None:
        return Question(name, text)
    lines = (re.sub(r"^# ?", "", line) for line in block["toml"].splitlines())
    try:
        header = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError as error:
        raise _mistake(
            where, f"its header is not TOML ({error})", f"son en-tête n'est pas du TOML ({error})"
        ) from error
    fields = _Fields(header, where)
    question = Question(
        name,
        text,
        title=fields.both("title"),
        text=fields.both("help"),
        theme=fields.word("theme"),
        answers=tuple(fields.taken("answers", list, [])),
        coverage=fields.taken("coverage", bool, fallback=False),
        parameters=tuple(
            _parameter(key, _Fields(about, where)) for key, about in fields.taken("params", dict, {}).items()
        ),
    )
    fields.nothing_left()
    _declared(question, where)
    return question


@dataclass(frozen=True, slots=True)
class _Fields:
    """A table of the header, read strictly: each known field is taken, then what is left over is a mistake."""

    left: dict[str, Any]
    where: str

    def taken(self, key: str, kind: type, fallback: Any) -> Any:  # noqa: ANN401  TOML values are of any type
        """The value of a field, removed from what is left."""
        value = self.left.pop(key, fallback)
        if value is not fallback and not isinstance(value, kind):
            raise _mistake(self.where, f"'{key}' is not a {kind.__name__}", f"« {key} » n'est pas un {kind.__name__}")
        return value

    def word(self, key: str) -> str:
        """A text field, empty where it is left out."""
        return str(self.taken(key, str, ""))

    def both(self, key: str) -> Text | None:
        """A text in both languages, None where it is left out."""
        value: Mapping[str, Any] | None = self.taken(key, dict, None)
        if value is None:
            return None
        if set(value) != {"en", "fr"} or not all(isinstance(v, str) for v in value.values()):
            raise _mistake(self.where, f"'{key}' needs en and fr", f"« {key} » demande en et fr")
        return Text(en=value["en"], fr=value["fr"])

    def nothing_left(self) -> None:
        """Complain about what is not a field."""
        for key in self.left:
            raise _mistake(
                self.where, f"unknown field '{key}' in its header", f"champ inconnu « {key} » dans l'en-tête"
            )


def _parameter(name: str, fields: _Fields) -> Parameter:
    kind = fields.word("type")
    if kind not in _KINDS:
        known = ", ".join(_KINDS)
        raise _mistake(
            fields.where,
            f"parameter '{name}' is of no known type ({known})",
            f"le paramètre « {name} » n'est d'aucun type connu ({known})",
        )
    default = fields.taken("default", str, None)
    parameter = Parameter(
        name,
        kind,  # type: ignore[arg-type] # held to be one of Kind just above
        fields.both("help") or Text(en=name, fr=name),
        required=fields.taken("required", bool, fallback=False),
        default=default,
        classes=tuple(fields.taken("class", list, [])),
        choices=tuple(fields.taken("choices", list, [])),
        prefix=fields.word("prefix"),
    )
    fields.nothing_left()
    return parameter


def _declared(question: Question, where: str) -> None:
    """Each parameter has its line in the SPARQL."""
    words = [t.text for t in tokens(question.sparql)]
    for parameter in question.parameters:
        line = ["VALUES", f"?{parameter.name}", "{", "UNDEF", "}"]
        if not any(words[i : i + 5] == line for i in range(len(words))):
            raise _mistake(
                where,
                f"parameter '{parameter.name}' has no line {' '.join(line)}",
                f"le paramètre « {parameter.name} » n'a pas de ligne {' '.join(line)}",
            )


def _mistake(where: str, en: str, fr: str) -> WrongUsage:
    return WrongUsage(
        Text(en=f"{where}: {en}.", fr=f"{where} : {fr}."),
        Text(
            en="queries/README.md shows how a question file is written.",
            fr="queries/README.md montre comment s'écrit un fichier de question.",
        ),
    )
