"""kg query --format parquet: numbers stay numbers, DuckDB reads it back."""

from __future__ import annotations

from pathlib import Path

import duckdb
from click.testing import CliRunner

from kg.cli import cli

AMOUNTS = "SELECT ?funding ?amount { ?funding schema:amount ?amount } ORDER BY ?funding ?amount"


def test_duckdb_reads_the_rows_back_and_adds_the_numbers(tmp_path: Path) -> None:
    out = tmp_path / "rows.parquet"
    result = CliRunner().invoke(cli, ["query", "-", "--format", "parquet", "--out", str(out)], input=AMOUNTS)
    assert result.exit_code == 0, result.stderr
    lines = CliRunner().invoke(cli, ["query", "-", "--format", "csv"], input=AMOUNTS).stdout.splitlines()[1:]
    found = duckdb.read_parquet(str(out)).fetchall()
    assert len(found) == len(lines)
    assert abs(sum(amount for _, amount in found) - sum(float(line.rsplit(",", 1)[1]) for line in lines)) < 1
    assert all(funding.startswith("https://w3id.org/regional-space/id/") for funding, _ in found)


def test_parquet_of_a_yes_or_no_is_advice() -> None:
    result = CliRunner().invoke(cli, ["query", "-", "--format", "parquet"], input="ASK { ?s ?p ?o }")
    assert (result.exit_code, result.stderr) == (2, "Error: Parquet takes rows, and a file: --out FILE.\n")
