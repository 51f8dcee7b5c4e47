"""The command line: a thin shell over the package; heavy libraries load inside the commands that need them."""

from __future__ import annotations

import click

from kg import __version__
from kg.cli.bilingual import Group
from kg.cli.build import build
from kg.cli.diff import diff
from kg.cli.export import export
from kg.cli.extract import extract
from kg.cli.network import path, stats
from kg.cli.pull import pull
from kg.cli.push import push
from kg.cli.query import query
from kg.cli.render import render
from kg.cli.review import review
from kg.cli.shell import completion, shell
from kg.cli.validate import validate
from kg.cli.verify import verify
from kg.cli.why import why
from kg.language import Text


@click.group(
    cls=Group,
    text=Text(
        en="The knowledge graph of the regional space sector: who says so, in which passage, when.",
        fr="Le graphe de connaissances du spatial en région : qui le dit, dans quel passage, quand.",
    ),
    examples=("kg query", "kg why Occitanie", "kg build"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="kg", help="Show the version and exit.")
def cli() -> None:
    """Everything else is a command of its own."""


for command in (
    build,
    validate,
    query,
    why,
    diff,
    path,
    stats,
    verify,
    render,
    push,
    pull,
    export,
    extract,
    review,
    shell,
    completion,
):
    cli.add_command(command)
