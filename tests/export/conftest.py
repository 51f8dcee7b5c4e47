"""The released graph in every format, and other people's tools to read it back."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg import shipped
from kg.cli import cli
from kg.export.formats import FORMATS

HERE = Path(__file__).resolve().parent
UPDATE = shipped.folder("queries") / "updates" / "claims-to-rdf-star.ru"


def run(*command: str | Path) -> str:
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def by_value(path: Path, syntax: ox.RdfFormat) -> set[str]:
    """The triples of a file as Oxigraph keeps them: 30000000.0 is 30000000."""
    store = ox.Store()
    store.bulk_load(path=path, format=syntax)
    return {str(quad.triple) for quad in store}


def triples(path: Path) -> set[str]:
    """The triples of an N-Triples or N-Quads file, as canonical lines; the names of graphs left out."""
    return {str(quad.triple) for quad in ox.parse(path=path, format=ox.RdfFormat.N_QUADS)}


@pytest.fixture(scope="session")
def released() -> set[str]:
    """The triples that ship."""
    return {str(quad.triple) for quad in ox.parse(path=shipped.graph(), format=ox.RdfFormat.TURTLE)}


@pytest.fixture(scope="session")
def annotated() -> set[str]:
    """The triples that ship once the update has turned claims into annotations, by Oxigraph."""
    store = ox.Store()
    store.bulk_load(path=shipped.graph(), format=ox.RdfFormat.TURTLE)
    store.update(UPDATE.read_text(encoding="utf-8"))
    return {str(quad.triple) for quad in store}


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The released graph in each format."""
    folder = tmp_path_factory.mktemp("exported")
    found = {name: folder / f"{name}.{form.suffix}" for name, form in FORMATS.items()}
    for name, path in found.items():
        result = CliRunner().invoke(cli, ["export", "--format", name, "--out", str(path)])
        assert result.exit_code == 0, result.output
    return found


@pytest.fixture(scope="session")
def read_by_jena(exported: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, set[str]]:
    """What Jena reads in each RDF syntax, and what its own engine makes of the update ("update")."""
    folder = tmp_path_factory.mktemp("jena")
    names = ("nt", "nq", "trig", "jsonld", "rdfxml", "turtle12")
    work = [part for name in names for part in (exported[name], "-", folder / f"{name}.nq")]
    run(sys.executable, HERE / "jena.py", *work, shipped.graph(), UPDATE, folder / "update.nq")
    annotated = {name: by_value(folder / f"{name}.nq", ox.RdfFormat.N_QUADS) for name in ("turtle12", "update")}
    return {name: triples(folder / f"{name}.nq") for name in names} | annotated


@pytest.fixture(scope="session")
def read_by_n3js(exported: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, set[str]]:
    """What N3.js reads in each syntax that it knows; installed by npm for the session."""
    node, npm = shutil.which("node"), shutil.which("npm")
    assert node, "Node.js is needed: apt-get install nodejs npm"
    assert npm, "npm is needed: apt-get install nodejs npm"
    folder = Path(shutil.copytree(HERE / "n3", tmp_path_factory.mktemp("n3") / "n3"))
    run(npm, "ci", "--no-audit", "--no-fund", "--prefix", folder)
    names = {"nt": "N-Triples", "nq": "N-Quads", "trig": "TriG", "turtle12": "Turtle"}
    run(
        node,
        folder / "read.js",
        *(part for name, form in names.items() for part in (exported[name], form, folder / f"{name}.nt")),
    )
    annotated = {"turtle12": by_value(folder / "turtle12.nt", ox.RdfFormat.N_TRIPLES)}
    return {name: triples(folder / f"{name}.nt") for name in names} | annotated
