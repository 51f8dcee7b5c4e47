"""What click says of a wrong usage, as our sentences in both languages, with the nearest name."""

from __future__ import annotations

from collections.abc import Iterable

import click

from kg.errors import WrongUsage
from kg.language import Text
from kg.names import suggestion


def explained(error: click.UsageError, command: str, commands: Iterable[str] = ()) -> WrongUsage:
    """The error as a sentence about `command`, then what to do next.

    `commands` are the names that an unknown command could have meant.
    """
    advice = Text(en=f"{command} --help shows its options.", fr=f"{command} --help montre ses options.")
    if isinstance(error, click.NoSuchOption):
        near = suggestion(error.option_name, error.possibilities or ())
        en, fr = f"{command} has no option {error.option_name}.", f"{command} n'a pas d'option {error.option_name}."
        return WrongUsage(Text(en=en, fr=fr), *near, advice)
    if isinstance(error, click.MissingParameter):
        name = _name(error)
        return WrongUsage(Text(en=f"{command} needs {name}.", fr=f"{command} a besoin de {name}."), advice)
    if isinstance(error, click.BadOptionUsage):
        en, fr = (
            f"{command}: {error.option_name} needs a value.",
            f"{command} : {error.option_name} demande une valeur.",
        )
        return WrongUsage(Text(en=en, fr=fr), advice)
    if isinstance(error, click.BadParameter):
        return WrongUsage(_unfit(error, command), advice)
    if isinstance(error, click.exceptions.NoSuchCommand):
        unknown = error.command_name
        listed = Text(en=f"{command} --help lists the commands.", fr=f"{command} --help liste les commandes.")
        en, fr = f"{command} has no command '{unknown}'.", f"{command} n'a pas de commande « {unknown} »."
        return WrongUsage(Text(en=en, fr=fr), *suggestion(unknown, commands), listed)
    why = error.format_message().rstrip(".")
    return WrongUsage(Text(en=f"{command}: {why}.", fr=f"{command} : mauvais emploi ({why})."), advice)


def _unfit(error: click.BadParameter, command: str) -> Text:
    """That a value will not do, and what would."""
    name = _name(error)
    if error.param is not None and isinstance(error.param.type, click.Choice):
        listed = ", ".join(map(str, error.param.type.choices))
        return Text(en=f"{command}: {name} is one of {listed}.", fr=f"{command} : {name} est à choisir parmi {listed}.")
    if error.param is not None and isinstance(error.param.type, click.IntRange | click.FloatRange):
        kind = error.param.type
        en, fr = (
            (f"more than {kind.min}", f"plus de {kind.min}")
            if kind.min_open
            else (f"at least {kind.min}", f"au moins {kind.min}")
        )
        also_en, also_fr = (f", at most {kind.max}", f", au plus {kind.max}") if kind.max is not None else ("", "")
        return Text(
            en=f"{command}: {name} is a number, {en}{also_en}.", fr=f"{command} : {name} est un nombre, {fr}{also_fr}."
        )
    why = error.message.rstrip(".")
    return Text(
        en=f"{command}: {name} is not what it should be ({why}).",
        fr=f"{command} : {name} n'est pas ce qu'il faut ({why}).",
    )


def _name(error: click.BadParameter) -> str:
    """The option or argument that is meant, as it is typed."""
    if isinstance(error.param_hint, str):
        return error.param_hint
    if error.param is None:
        return "?"
    return error.param.opts[0] if isinstance(error.param, click.Option) else (error.param.name or "?").upper()
