"""The door where RDF is read and written: files in, plain values out, and back, by pyoxigraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kg import files
from kg.errors import BadSeed, Unreadable
from kg.language import Text
from kg.model import Iri, Literal, Triple
from kg.terms import PREFIXES, curie, iri

XSD = PREFIXES["xsd"]
TYPE = Iri(PREFIXES["rdf"] + "type")
_FORMATS = {".ttl": ox.RdfFormat.TURTLE, ".trig": ox.RdfFormat.TRIG}


def read(path: Path) -> Iterator[tuple[Iri | None, Triple]]:
    """Yield (graph name or None, triple) of a Turtle or TriG file, in the order of the file.

    Raises Unreadable with the line where the file is broken, and where it has a blank node.
    """
    text = files.read_text(path)
    try:
        for quad in ox.parse(text.encode(), format=_FORMATS[path.suffix]):
            graph = None if isinstance(quad.graph_name, ox.DefaultGraph) else _iri(quad.graph_name, path)
            yield (
                graph,
                Triple(_iri(quad.subject, path), _iri(quad.predicate, path), _object(quad.object, path)),
            )
    except SyntaxError as error:
        raise broken(error, path, path.suffix[1:].upper()) from error


def write(triples: Iterable[Triple]) -> bytes:
    """Turtle, entities first, then the terms: the same triples give the same bytes."""
    ordered = sorted(set(triples), key=_place)
    used = {curie(name).partition(":")[0] for name in {name for t in ordered for name in _names(t)}}
    body = ox.serialize(
        (ox.Triple(ox.NamedNode(t.subject), ox.NamedNode(t.predicate), _term(t.object)) for t in ordered),
        format=ox.RdfFormat.TURTLE,
        prefixes={prefix: PREFIXES[prefix] for prefix in PREFIXES if prefix in used},
    )
    # pyoxigraph writes prefixes in no fixed order; no line break stands inside a literal that it writes
    lines = (body or b"").decode().removesuffix("\n").split("\n")  # splitlines would cut a literal at U+2028
    prefixes = sorted(line for line in lines if line.startswith("@prefix "))
    spaced = (f"\n{line}" if line and not line.startswith("\t") else line for line in lines[len(prefixes) :])
    return ("\n".join([*prefixes, *spaced]) + "\n").encode()


def _place(triple: Triple) -> tuple[bool, str, bool, str, tuple[int, str, str, str]]:
    term = not triple.subject.startswith(PREFIXES["id"])
    return (term, triple.subject, triple.predicate != TYPE, triple.predicate, _order(triple.object))


def line_of(path: Path, name: str) -> str:
    """Where an IRI or short name first stands in a file that was read: `path:line`, or `path` where it is not found."""
    text = files.read_text(path)
    full = iri(name) if name.partition(":")[0] in PREFIXES else name.strip("<>")
    spellings = [f"<{full}>"]
    for prefix, namespace in re.findall(r"(?im)^@?prefix\s+([\w-]*):\s*<([^>]*)>", text):
        if full.startswith(namespace):
            spellings.append(f"{prefix}:{full.removeprefix(namespace)}")
    pattern = re.compile(rf"(?:^|(?<=[\s,;(]))(?:{'|'.join(map(re.escape, spellings))})(?![\w-])")
    for number, line in enumerate(text.splitlines(), 1):
        if pattern.search(line) and not line.lstrip().startswith("#"):
            return f"{path}:{number}"
    return str(path)


def _names(triple: Triple) -> Iterator[str]:
    yield triple.subject
    yield triple.predicate
    if isinstance(triple.object, Literal):
        yield triple.object.datatype
    else:
        yield triple.object


def _order(term: Iri | Literal) -> tuple[int, str, str, str]:
    if isinstance(term, Literal):
        return (1, term.value, term.language, term.datatype)
    return (0, term, "", "")


def _term(term: Iri | Literal) -> ox.NamedNode | ox.Literal:
    if not isinstance(term, Literal):
        return ox.NamedNode(term)
    if term.language:
        return ox.Literal(term.value, language=term.language)
    return ox.Literal(term.value, datatype=ox.NamedNode(term.datatype))


def _iri(node: object, path: Path) -> Iri:
    if isinstance(node, ox.NamedNode):
        return Iri(node.value)
    advice = Text(en="Give it an id: name.", fr="Donnez-lui un nom id:.")
    raise BadSeed.at(path, "a blank node ([] or _:name)", "un nœud anonyme ([] ou _:nom)", advice)


def _object(node: object, path: Path) -> Iri | Literal:
    if isinstance(node, ox.Literal):
        return Literal(node.value, "" if node.language else node.datatype.value, node.language or "")
    return _iri(node, path)


def broken(error: SyntaxError, where: object, form: str) -> Unreadable:
    """Which line of a file is not the format that it should be."""
    what = re.sub(r"^Parser error at line \d+ (between columns \d+ and \d+|column \d+): ", "", error.msg)
    line = f":{error.lineno}" if error.lineno else ""
    return Unreadable(
        Text(en=f"{where}{line}: not {form} ({what}).", fr=f"{where}{line} : ce n'est pas du {form} ({what})."),
        Text(en="Correct that line.", fr="Corrigez cette ligne."),
    )
