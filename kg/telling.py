"""A finding of a validation as sentences: what and where, what to do, the passages behind it, the rule."""

from __future__ import annotations

from collections.abc import Iterator

from kg.findings import Finding, Passage
from kg.language import Text
from kg.terms import curie

_FEW = 3
_GRAVITY = {
    "violation": Text(en="Violation", fr="Violation"),
    "warning": Text(en="Warning", fr="Avertissement"),
    "info": Text(en="Remark", fr="Remarque"),
}


def sentences(finding: Finding) -> Iterator[Text]:
    """What and where, what to do, the passages, the rule."""
    gravity = _GRAVITY[finding.severity]
    where = Text(en=_named(finding.label.en, finding.focus), fr=_named(finding.label.fr, finding.focus))
    if finding.path and finding.path_label:
        what = finding.path_label
        where = Text(
            en=f"{where.en}, {_named(what.en, finding.path)}", fr=f"{where.fr}, {_named(what.fr, finding.path)}"
        )
    if finding.value is not None and finding.value_label and finding.value != finding.focus:
        found = finding.value_label
        en, fr = _named(found.en, finding.value), _named(found.fr, finding.value)
        where = Text(en=f"{where.en}: {en}", fr=f"{where.fr} : {fr}")
    yield Text(en=f"{gravity.en}: {where.en}", fr=f"{gravity.fr} : {where.fr}")
    yield Text(en=f"  {finding.message.en}", fr=f"  {finding.message.fr}")
    for passage in finding.passages[:_FEW]:
        yield _quoted(passage)
    if more := len(finding.passages[_FEW:]):
        yield Text(en=f"  and {more} more passages", fr=f"  et {more} autres passages")
    yield Text(en=f"  rule {curie(finding.shape)}", fr=f"  règle {curie(finding.shape)}")


def _named(label: str, node: object) -> str:
    """A label with the short name of what it labels, which a reader can search for."""
    short = curie(node) if isinstance(node, str) else ""
    return f"{label} ({short})" if short and short != label else label


def _quoted(passage: Passage) -> Text:
    source = f"{passage.source}, {passage.url}" if passage.url else passage.source
    return Text(
        en=f"  passage “{passage.exact}”, retold from {source}",
        fr=f"  passage « {passage.exact} », reformulé de {source}",
    )
