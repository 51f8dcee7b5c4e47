"""Queries as people write them: our prefixes may be left out; what would change or call elsewhere is refused."""

from __future__ import annotations

from itertools import pairwise

from kg.errors import WrongUsage
from kg.language import Text
from kg.questions.tokens import tokens, unescaped
from kg.terms import PREFIXES

_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH")
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


def completed(sparql: str) -> str:
    r"""The query after one line that declares those of our prefixes that it uses and does not declare.

    >>> completed("ASK { ?x a rs:Region }")
    'PREFIX rs: <https://w3id.org/regional-space/def#>\nASK { ?x a rs:Region }'
    """
    words = list(tokens(sparql))
    declared = {after.text[:-1] for word, after in pairwise(words) if word.is_word("PREFIX")}
    used = dict.fromkeys(t.text.partition(":")[0] for t in words if t.kind == "name")
    lines = [
        f"PREFIX {prefix}: <{PREFIXES[prefix]}>" for prefix in used if prefix in PREFIXES and prefix not in declared
    ]
    return f"{' '.join(lines)}\n{sparql}" if lines else f"\n{sparql}"


def check(sparql: str, *, local: bool) -> None:
    """WrongUsage for an update, and locally for SERVICE, which would call another server."""
    read = unescaped(sparql)
    for word in tokens(read):
        if any(word.is_word(form) for form in _FORMS):
            break
        if any(word.is_word(update) for update in _UPDATES):
            raise WrongUsage(
                Text(
                    en=f"kg query only reads: {word.text.upper()} would change the graph.",
                    fr=f"kg query ne fait que lire : {word.text.upper()} changerait le graphe.",
                ),
                Text(
                    en="Change the seeds and build, or send the update to your own store with its own tool.",
                    fr="Modifiez les sources et construisez, ou envoyez la mise à jour à votre base avec son outil.",
                ),
            )
    if local and "SERVICE" in read.upper() and any(word.is_word("SERVICE") for word in tokens(read)):
        raise WrongUsage(
            Text(
                en="SERVICE would ask another server, and a query on files uses no network.",
                fr="SERVICE interrogerait un autre serveur, et une requête sur des fichiers n'utilise pas le réseau.",
            ),
            Text(
                en="Load what that server has with --graph, or ask a store with --endpoint.",
                fr="Chargez ce que ce serveur contient avec --graph, ou interrogez une base avec --endpoint.",
            ),
        )
