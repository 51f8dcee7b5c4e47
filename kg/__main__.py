"""Run the command line as ``python -m kg``."""

from kg.cli import cli

cli(prog_name="kg")
