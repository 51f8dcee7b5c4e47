"""The command line: a thin shell over the package; what a command needs is loaded when it is typed."""

from __future__ import annotations

import click

from kg import __version__
from kg.cli.bilingual import Group
from kg.language import Text

MODULES = {
    "build": "kg.cli.build",
    "validate": "kg.cli.validate",
    "query": "kg.cli.query",
    "why": "kg.cli.why",
    "diff": "kg.cli.diff",
    "path": "kg.cli.network",
    "stats": "kg.cli.network",
    "verify": "kg.cli.verify",
    "render": "kg.cli.render",
    "push": "kg.cli.push",
    "pull": "kg.cli.pull",
    "export": "kg.cli.export",
    "extract": "kg.cli.extract",
    "review": "kg.cli.review",
    "shell": "kg.cli.shell",
    "completion": "kg.cli.shell",
}
"""Where each command is, in the order of the help page; a module is imported when its command is asked for."""


@click.group(
    cls=Group,
    modules=MODULES,
    text=Text(
        en="The knowledge graph of the regional space sector: who says so, in which passage, when.",
        fr="Le graphe de connaissances du spatial en région : qui le dit, dans quel passage, quand.",
    ),
    examples=("kg query", "kg why Occitanie", "kg build"),
)
@click.version_option(__version__, prog_name="kg", help="Show the version and exit.")
def cli() -> None:
    """Everything else is a command of its own."""
