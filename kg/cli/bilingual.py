"""click in French and English: help texts in the reader's language, our errors as sentences with their exit code."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from kg.cli.usage import explained
from kg.errors import KgError
from kg.language import LANGUAGES, Language, Text, of_locale

_LANG = "kg.lang"
_INTERRUPTED = 130
_HEADINGS = {
    "Options": "Options",
    "Commands": "Commandes",
    "Example": "Exemple",
    "Show this message and exit.": "Montre cette aide et s'arrête.",
    "Show the version and exit.": "Montre la version et s'arrête.",
}


class Failure(click.ClickException):
    """One of our errors on its way out: a sentence or more on stderr, the documented exit code."""

    def __init__(self, error: KgError, language: Language) -> None:
        super().__init__(error.in_language(language))
        self.exit_code = error.exit_code  # type: ignore[misc] # click reads it from the instance

    def show(self, file: Any = None) -> None:  # noqa: ANN401, ARG002  click's signature; talk goes to stderr
        """Print the sentences, the first one marked as an error."""
        click.echo(_in_reader_language("Error: ", "Erreur : ") + self.message, err=True)


def language() -> Language:
    """The reader's language: --lang of the running command, else the locale's."""
    context = click.get_current_context(silent=True)
    chosen = context.meta.get(_LANG) if context is not None else None
    if chosen is None:
        return of_locale()
    return "fr" if chosen == "fr" else "en"


def say(text: Text) -> None:
    """Tell the reader something, on stderr."""
    click.echo(text.in_language(language()), err=True)


def _in_reader_language(en: str, fr: str) -> str:
    return Text(en=en, fr=fr).in_language(language())


def _heading(english: str) -> str:
    return _in_reader_language(english, _HEADINGS.get(english, english))


class Option(click.Option):
    """An option whose help is in both languages."""

    def __init__(self, *args: Any, text: Text | None = None, **kwargs: Any) -> None:  # noqa: ANN401  click's own
        super().__init__(*args, **kwargs)
        self.text = text

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option's row in the help page, in the reader's language."""
        if self.text is not None:
            self.help = self.text.in_language(language())
        elif self.help is not None:
            self.help = _heading(self.help)
        return super().get_help_record(ctx)


class _InBothLanguages(click.Command):
    """What a command and a group share: a text and examples in both languages."""

    def __init__(self, *args: Any, text: Text | None = None, examples: Sequence[str] = (), **kwargs: Any) -> None:  # noqa: ANN401
        kwargs.setdefault("context_settings", {"help_option_names": ["-h", "--help"]})
        super().__init__(*args, **kwargs)
        self.text = text
        self.examples = tuple(examples)

    def get_short_help_str(self, limit: int = 90) -> str:
        """The first sentence, for the list of commands."""
        if self.text is None:
            return super().get_short_help_str(limit)
        return self.text.in_language(language()).split("\n\n")[0]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The text of the help page, in the reader's language."""
        if self.text is not None:
            formatter.write_paragraph()
            with formatter.indentation():
                for paragraph in self.text.in_language(language()).split("\n\n"):
                    formatter.write_text(paragraph)
                    formatter.write_paragraph()

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line, its first word in the reader's language."""
        formatter.write_usage(
            ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), _in_reader_language("Usage: ", "Utilisation : ")
        )

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The examples, as they are typed."""
        if self.examples:
            with formatter.section(_heading("Example")):
                for line in self.examples:
                    formatter.write(f"{'':>{formatter.current_indent}}{line}\n")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """--help, described in the reader's language."""
        option = super().get_help_option(ctx)
        if option is not None and option.help:
            option.help = _heading("Show this message and exit.")
        return option

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401  click's own
    ) -> click.Context:
        """Read the arguments; a wrong usage becomes our sentences."""
        try:
            return super().make_context(info_name, args, parent, **extra)
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            command = (
                error.ctx.command_path if error.ctx else f"{parent.command_path if parent else ''} {info_name}".strip()
            )
            raise Failure(explained(error, command), language()) from error

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  click's own
        """Run the command; one of our errors becomes its sentences and its exit code."""
        try:
            return super().invoke(ctx)
        except KgError as error:
            raise Failure(error, language()) from error
        except click.exceptions.NoSuchCommand as error:
            known = self.list_commands(ctx) if isinstance(self, click.Group) else ()
            raise Failure(explained(error, ctx.command_path, known), language()) from error


class Command(_InBothLanguages):
    """A command with its text and examples in both languages."""


class Group(_InBothLanguages, click.Group):
    """The group of commands, each in a module that is imported when it is asked for."""

    command_class = Command

    def __init__(self, *args: Any, modules: Mapping[str, str], **kwargs: Any) -> None:  # noqa: ANN401  click's own
        super().__init__(*args, **kwargs)
        self.modules = modules

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  click's own
        """Run a command; Ctrl-C ends it as shells expect, and a reader who has seen enough (`| head`) is no mistake."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo(_in_reader_language("\nInterrupted.", "\nInterrompu."), err=True)
            ctx.exit(_INTERRUPTED)
        except BrokenPipeError:
            with contextlib.suppress(OSError, ValueError):  # what is left unwritten has nowhere to go
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options, then commands."""
        click.Command.format_options(self, ctx, formatter)
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        if rows := [(name, c.get_short_help_str()) for name, c in commands if c and not c.hidden]:
            with formatter.section(_heading("Commands")):
                formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """In the order of the flow."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, from its module; None where there is none."""
        module = self.modules.get(cmd_name)
        return None if module is None else getattr(import_module(module), cmd_name)


def option(*names: str, text: Text, **settings: Any) -> Callable[[Any], Any]:  # noqa: ANN401  click's own
    """An option with its help in both languages."""
    return click.option(*names, cls=Option, text=text, **settings)


def lang_option(command: Callable[..., object]) -> Callable[..., object]:
    """--lang fr|en, for every command that talks: read it with `language()`."""
    decorated: Callable[..., object] = option(
        "--lang",
        type=click.Choice(LANGUAGES),
        expose_value=False,
        is_eager=True,
        callback=_keep_language,
        text=Text(
            en="The language of what is shown; the locale's by default.",
            fr="La langue de ce qui est montré ; celle du système par défaut.",
        ),
    )(command)
    return decorated


def _keep_language(context: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.meta[_LANG] = value


def fail(error: KgError) -> NoReturn:
    """End the command with an error that was met outside its body."""
    raise Failure(error, language())


def lines(texts: Iterable[Text]) -> str:
    """Sentences in the reader's language, one a line."""
    return "\n".join(t.in_language(language()) for t in texts)
