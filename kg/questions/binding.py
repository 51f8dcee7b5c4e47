"""Binding: the values that a reader gives, put into a question's VALUES lines as whole terms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from pyoxigraph import Literal, NamedNode

from kg.errors import WrongUsage
from kg.language import Text
from kg.names import fold, suggestion
from kg.questions.headers import Parameter, Question
from kg.questions.tokens import Token, tokens
from kg.terms import PREFIXES, iri

Term = NamedNode | Literal
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_DATES = {
    r"\d{4}": "gYear",
    r"\d{4}-(0[1-9]|1[0-2])": "gYearMonth",
    r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])": "date",
}


class FindEntity(Protocol):
    """Who knows which entity a name, code or IRI means."""

    def __call__(self, name: str, classes: tuple[str, ...]) -> NamedNode:
        """The entity, of one of the classes where some are given; WrongUsage where none or several fit."""
        ...


def split(pairs: tuple[str, ...]) -> Mapping[str, str]:
    """`k=v` options as a mapping; WrongUsage where there is no `=` or a name comes twice."""
    values: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or name in values:
            raise WrongUsage(
                Text(
                    en=f"--set {pair}: write it once, as name=value.",
                    fr=f"--set {pair} : écrivez-le une fois, nom=valeur.",
                )
            )
        values[name.strip()] = value
    return values


def bind(question: Question, values: Mapping[str, str], find_entity: FindEntity) -> Mapping[str, Term]:
    """Each value as a term, defaults included; WrongUsage for an unknown, missing or malformed one."""
    for name in values:
        if question.parameter(name) is None:
            raise unknown(question, name)
    bound: dict[str, Term] = {}
    for parameter in question.parameters:
        value = values.get(parameter.name, parameter.default)
        if value is not None and value.strip():
            bound[parameter.name] = term(parameter, value.strip(), find_entity)
        elif parameter.required:
            raise WrongUsage(
                Text(
                    en=f"{question.name} needs the parameter '{parameter.name}'.",
                    fr=f"{question.name} demande le paramètre « {parameter.name} ».",
                ),
                parameter.text,
                Text(en=f"Give it: --set {parameter.name}=…", fr=f"Donnez-le : --set {parameter.name}=…"),
            )
    return bound


def term(parameter: Parameter, value: str, find_entity: FindEntity) -> Term:
    """The term that a value means for a parameter."""
    readers: Mapping[str, Callable[[], Term | None]] = {
        "entity": lambda: find_entity(value, parameter.classes),
        "date": lambda: date(value),
        "year": lambda: date(value) if re.fullmatch(r"[0-9]{4}", value) else None,
        "integer": lambda: _typed(value, "integer") if re.fullmatch(r"[+-]?[0-9]{1,18}", value) else None,
        "text": lambda: Literal(value),
        "choice": lambda: _choice(parameter, value),
    }
    try:
        found = readers[parameter.kind]()
    except ValueError as error:  # a lone surrogate, from bytes that are not UTF-8
        raise _malformed(parameter, value) from error
    if found is None:
        raise _malformed(parameter, value)
    return found


def date(value: str) -> Literal | None:
    """A year, month or day as a typed literal; None where it is none.

    >>> date("2024-07").datatype.value
    'http://www.w3.org/2001/XMLSchema#gYearMonth'
    """
    for pattern, datatype in _DATES.items():
        if re.fullmatch(pattern, value, re.ASCII):
            return _typed(value, datatype)
    return None


def rewrite(question: Question, bound: Mapping[str, Term]) -> str:
    """The question's SPARQL with each bound parameter's term in its VALUES lines; lines left unbound go away.

    (Joining with UNDEF changes nothing; engines differ in how well they see it.)
    """
    parts: list[str] = []
    position = 0
    for start, end, name in _places(question):
        value = bound.get(name)
        parts += [question.sparql[position:start], f"VALUES ?{name} {{ {spell(value)} }}" if value else ""]
        position = end
    return "".join([*parts, question.sparql[position:]])


def spell(value: Term) -> str:
    r"""A term as SPARQL, on one line; what it contains can neither end it nor be read as an escape of another kind.

    >>> spell(Literal('a"b'))
    '"a\\"b"'
    """
    if isinstance(value, NamedNode):
        return str(value)
    quoted = "".join(_character(value.value, i) for i in range(len(value.value)))
    if value.language:
        return f'"{quoted}"@{value.language}'
    return f'"{quoted}"' if value.datatype.value == PREFIXES["xsd"] + "string" else f'"{quoted}"^^{value.datatype}'


def _character(text: str, index: int) -> str:
    r"""One character of a string; a `u` after a backslash too, as some engines undo \uXXXX before they read strings."""
    character = text[index]
    if character in _ESCAPES:
        return _ESCAPES[character]
    after_backslash = character in "uU" and index > 0 and text[index - 1] == "\\"
    if after_backslash or not character.isprintable():
        return f"\\U{ord(character):08X}"
    return character


def _places(question: Question) -> Iterator[tuple[int, int, str]]:
    names = {f"?{p.name}" for p in question.parameters}
    words: list[Token] = list(tokens(question.sparql))
    for i, word in enumerate(words[:-4]):
        line = words[i : i + 5]
        if word.is_word("VALUES") and line[1].text in names and [t.text for t in line[2:]] == ["{", "UNDEF", "}"]:
            yield word.start, line[4].end, line[1].text[1:]


def _typed(value: str, datatype: str) -> Literal:
    return Literal(value, datatype=NamedNode(PREFIXES["xsd"] + datatype))


def _choice(parameter: Parameter, value: str) -> Term | None:
    by_fold = {fold(c): c for c in parameter.choices}
    chosen = by_fold.get(fold(value))
    if chosen is None:
        return None
    return NamedNode(iri(f"{parameter.prefix}:{chosen}")) if parameter.prefix else Literal(chosen)


def unknown(question: Question, name: str) -> WrongUsage:
    """The mistake of a parameter that the question does not take."""
    if not question.parameters:
        takes = Text(en="It takes none.", fr="Elle n'en prend aucun.")
    else:
        listed = ", ".join(p.name for p in question.parameters)
        takes = Text(en=f"It takes: {listed}.", fr=f"Elle prend : {listed}.")
    return WrongUsage(
        Text(en=f"{question.name} has no parameter '{name}'.", fr=f"{question.name} n'a pas de paramètre « {name} »."),
        takes,
    )


def _malformed(parameter: Parameter, value: str) -> WrongUsage:
    wanted = {
        "date": Text(en="Write 2024, 2024-07 or 2024-07-15.", fr="Écrivez 2024, 2024-07 ou 2024-07-15."),
        "year": Text(en="Write a year of four digits.", fr="Écrivez une année à quatre chiffres."),
        "integer": Text(en="Write a whole number.", fr="Écrivez un nombre entier."),
        "choice": Text(en=f"One of: {', '.join(parameter.choices)}.", fr=f"Au choix : {', '.join(parameter.choices)}."),
    }.get(parameter.kind, Text(en="Write it as UTF-8 text.", fr="Écrivez-le en UTF-8."))
    shown = ascii(value)[1:-1] if not value.isprintable() else value
    near = suggestion(value, parameter.choices) if parameter.kind == "choice" else ()
    return WrongUsage(
        Text(
            en=f"'{shown}' will not do for the parameter '{parameter.name}'.",
            fr=f"« {shown} » ne convient pas pour le paramètre « {parameter.name} ».",
        ),
        *near,
        wanted,
    )
