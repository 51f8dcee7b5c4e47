"""The reference of all commands, in both languages, made from their help texts."""

from __future__ import annotations

import os
from collections.abc import Iterator

import click
from click.testing import CliRunner

_WIDE = {"COLUMNS": "110", "LINES": "50"}


def markdown(group: click.Group) -> str:
    """`kg/README.md`: each command's help page, English then French; a test holds the file to it."""
    return "".join(_pieces(group))


def _pieces(group: click.Group) -> Iterator[str]:
    yield "# kg/: the package, and its command line\n\n"
    yield "Made from the help texts: `python -c 'import kg.cli.reference as r; from kg.cli import cli; "
    yield 'print(r.markdown(cli), end="")\' > kg/README.md`.\n'
    for name in group.list_commands(click.Context(group)):
        for language in ("en", "fr"):
            shown = CliRunner(env={**os.environ, **_WIDE, "KG_LANG": language}).invoke(
                group, [name, "--help"], prog_name="kg", terminal_width=100
            )
            title = f"\n## kg {name}\n" if language == "en" else ""
            body = "\n".join(line.rstrip() for line in shown.stdout.splitlines())
            yield f"{title}\n```text\n{body}\n```\n"
