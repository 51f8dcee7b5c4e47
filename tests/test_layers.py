"""No module reaches back up the flow, and the command line starts light."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "kg"

# From what everything may use, to what nothing may import. A module imports its own layer or one before it.
LAYERS = (
    {"language", "model", "errors", "terms", "names", "shipped", "memory"},
    {"files", "rdf"},
    {"vocabulary", "passages"},
    {"documents", "described", "registry"},
    {"curated", "decisions"},
    {"graph"},
    {"reference", "verify", "shacl", "answers", "triples"},
    {"findings"},
    {"validate", "telling"},
    {"stores", "export"},
    {"questions"},
    {"said"},
    {"why", "diff", "network", "prompt"},
    {"page", "extraction"},
    {"pipeline"},
    {"cli"},
)
HEAVY = ("rdflib", "pyshacl", "pyvis", "networkx", "spacy", "pyoxigraph", "rich", "httpx", "prompt_toolkit")


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        if parts[0] not in {"__init__", "__main__"} and not parts[0].startswith("_"):
            yield parts[0], path


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "kg":
            parts = node.module.split(".")
            yield from [parts[1]] if len(parts) > 1 else [alias.name for alias in node.names]
        elif isinstance(node, ast.Import):
            yield from (a.name.split(".")[1] for a in node.names if a.name.startswith("kg."))


def test_every_module_has_its_layer() -> None:
    known = set().union(*LAYERS)
    assert {name for name, _ in modules()} == known


def test_no_module_imports_a_later_one() -> None:
    rank = {name: number for number, layer in enumerate(LAYERS) for name in layer}
    wrong = [
        f"{path.relative_to(ROOT)} imports kg.{other}"
        for name, path in modules()
        for other in imported(path)
        if other in rank and rank[other] > rank[name]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "arguments", [["-c", "import kg.cli"], ["-m", "kg", "--help"], ["-m", "kg", "query", "--help"]]
)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    result = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in result.stderr.splitlines()}
    assert "click" in loaded
    assert loaded.isdisjoint(HEAVY)
