"""Where an answer goes: the terminal, a pipe, or a file that is replaced whole."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import click

from kg import files
from kg.errors import Unwritable
from kg.language import Text

_ACTED_ON = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f]")


def screen_width() -> int | None:
    """The width of the terminal that reads stdout; None where it is a pipe or a file."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def to_stdout(pieces: Iterable[str], *, page: bool) -> None:
    """Write each piece as it comes; on a terminal, a table longer than the screen goes to the pager."""
    if not sys.stdout.isatty():
        for piece in pieces:
            click.echo(piece.encode("utf-8", "replace"), nl=False)
    elif page:
        text = "".join(pieces)
        if text.count("\n") < shutil.get_terminal_size().lines:
            click.echo(text, nl=False)
        else:
            click.echo_via_pager(text)
    else:
        for piece in pieces:
            click.echo(_ACTED_ON.sub("\ufffd", piece), nl=False)


def to_file(pieces: Iterable[str], path: Path) -> None:
    """Write beside the file, then take its place: a failure leaves what stood there."""
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        beside = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.writelines(piece.encode("utf-8", "replace") for piece in pieces)
            beside.chmod(0o644)
            beside.replace(path)
        finally:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
    except OSError as error:
        why = files.reason(error)
        raise Unwritable(
            Text(en=f"{path}: cannot be written ({why.en}).", fr=f"{path} : écriture impossible ({why.fr})."),
            Text(
                en="Nothing was changed. Choose another place with --out.",
                fr="Rien n'a changé. Choisissez un autre endroit avec --out.",
            ),
        ) from error
