"""The triples of RDF files, streamed, whatever their format: for what is too large to be held, or not ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.errors import Unreadable
from kg.files import reason
from kg.language import Text

_PLACE = re.compile(r"^Parser error at line \d+ (between columns \d+ and \d+|column \d+): ")


def read(paths: Iterable[Path]) -> Iterator[ox.Quad]:
    """Yield the triples of the files, in the order of the files, with the graph that each stands in.

    The blank nodes of two files are never the same. Raises Unreadable, with the line where a file is broken,
    and where it holds nothing.
    """
    for path in paths:
        syntax = ox.RdfFormat.from_extension(path.suffix.removeprefix(".").lower())
        if syntax is None:
            raise _unknown(path)
        found = False
        try:
            with path.open("rb") as file:
                base = path.resolve().as_uri()
                for quad in ox.parse(file, format=syntax, base_iri=base, rename_blank_nodes=True):
                    found = True
                    yield quad
        except SyntaxError as error:
            raise _broken(path, error, syntax) from error
        except OSError as error:
            raise Unreadable(
                Text(
                    en=f"{path}: cannot be read ({reason(error).en}).", fr=f"{path} : illisible ({reason(error).fr})."
                ),
                Text(en="Check the name and the rights.", fr="Vérifiez le nom et les droits."),
            ) from error
        if not found:
            raise Unreadable(
                Text(en=f"{path}: there is no triple in it.", fr=f"{path} : il ne contient aucun triplet."),
                Text(en="Fill it, or leave it out.", fr="Remplissez-le, ou retirez-le."),
            )


def _unknown(path: Path) -> Unreadable:
    return Unreadable(
        Text(en=f"{path}: not the name of an RDF file.", fr=f"{path} : ce n'est pas un nom de fichier RDF."),
        Text(
            en="It should end in .ttl, .nt, .nq, .trig, .rdf or .jsonld.",
            fr="Il devrait finir par .ttl, .nt, .nq, .trig, .rdf ou .jsonld.",
        ),
    )


def _broken(path: Path, error: SyntaxError, syntax: ox.RdfFormat) -> Unreadable:
    what = _PLACE.sub("", error.msg)
    place = f"{path}:{error.lineno}" if error.lineno else str(path)
    return Unreadable(
        Text(en=f"{place}: not {syntax.name} ({what}).", fr=f"{place} : ce n'est pas du {syntax.name} ({what})."),
        Text(en="Correct that line.", fr="Corrigez cette ligne."),
    )
