"""The nearest known name to an unknown one."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable

from kg.language import Text


def fold(name: str) -> str:
    """Lower case without accents, for comparing what people type.

    >>> fold("Région Île-de-France")
    'region ile-de-france'
    """
    if name.isascii():
        return name.casefold().strip()
    decomposed = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().strip()


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`, or None where none is near.

    >>> nearest("regoin", ["region", "year"])
    'region'
    """
    by_fold = {fold(k): k for k in sorted(known, reverse=True)}
    found = difflib.get_close_matches(fold(name), sorted(by_fold), n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None


def suggestion(name: str, known: Iterable[str]) -> tuple[Text, ...]:
    """The sentence "Did you mean …?", where there is something to suggest."""
    near = nearest(name, known)
    return (Text(en=f"Did you mean {near}?", fr=f"Vouliez-vous dire {near} ?"),) if near else ()
