"""kg shell and kg completion: an interactive prompt, and completion in the reader's own shell."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.bilingual import Command, lang_option, language, say
from kg.cli.graphs import graph_option
from kg.errors import KgError
from kg.language import Text

if TYPE_CHECKING:  # loads prompt_toolkit
    from kg.prompt import Shell


@click.command(
    cls=Command,
    text=Text(
        en="Ask one question after another: completion of names, terms and entities by Tab, history, queries over "
        "several lines, the last answer to a file (.save). .help tells the rest.",
        fr="Pose une question après l'autre : complétion des noms, termes et entités par Tab, historique, requêtes sur "
        "plusieurs lignes, dernière réponse dans un fichier (.save). .help dit le reste.",
    ),
    examples=("kg shell", "kg shell --graph mine.ttl"),
)
@graph_option
@lang_option
def shell(graphs: tuple[Path, ...]) -> None:
    """Read, answer, and so on until .quit or the end of the input."""
    import sys

    from kg import shipped
    from kg.prompt import HELP, Shell, session, statements
    from kg.questions import local

    at = Shell(local.load(graphs or (shipped.graph(),)), language())
    if not sys.stdin.isatty():
        typed_before = sys.stdin.buffer.read().decode("utf-8", "replace")
        wrong = [failed for typed in statements(typed_before) if (failed := _answer(at, typed))]
        if wrong:
            raise SystemExit(wrong[0].exit_code)
        return
    say(HELP)
    prompt = session(at.held, Path(click.get_app_dir("kg")) / "history")
    while not at.over:
        try:
            _answer(at, prompt.prompt())
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


def _answer(at: Shell, typed: str) -> KgError | None:
    """Show what comes back, unless the sitting is over; a mistake is told, and handed back."""
    try:
        for piece in () if at.over else at.answer(typed):
            click.echo(piece.encode("utf-8", "replace"), nl=False)
    except KgError as error:
        click.echo(error.in_language(at.language), err=True)
        return error
    return None


@click.command(
    cls=Command,
    text=Text(
        en="Print what makes bash, zsh or fish complete kg's commands, options and question names.",
        fr="Imprime ce qui fait compléter à bash, zsh ou fish les commandes, options et questions de kg.",
    ),
    examples=('eval "$(kg completion bash)"', "kg completion fish > ~/.config/fish/completions/kg.fish"),
)
@click.argument("name", type=click.Choice(["bash", "zsh", "fish"]), metavar="bash|zsh|fish")
@lang_option
def completion(name: str) -> None:
    """Print the script."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(name)
    root = click.get_current_context().find_root()
    if kind is not None:
        click.echo(kind(root.command, {}, "kg", "_KG_COMPLETE").source())
