"""Which graph of a store is meant: named by the address, by the reader, or the store's default graph."""

from __future__ import annotations

import pyoxigraph as ox

from kg.errors import WrongUsage
from kg.language import Text
from kg.stores.endpoint import DEFAULT
from kg.stores.recognition import Offer


def graph(offer: Offer, name: str | None) -> str:
    """The IRI of the graph, or DEFAULT; raises WrongUsage where it is said twice, is no IRI, or must be said."""
    if name is not None:
        if offer.named and offer.named != (name,):
            raise WrongUsage(
                Text(
                    en=f"The address names one graph, --name another: {name}.",
                    fr=f"L'adresse nomme un graphe, --name un autre : {name}.",
                ),
                Text(en="Name the graph once.", fr="Nommez le graphe une seule fois."),
            )
        return _iri(name)
    if offer.named and offer.named != (DEFAULT,):
        return _iri(offer.named[0])
    if not offer.default:
        raise WrongUsage(
            Text(
                en=f"{offer.kind} has no default graph of its own to load into.",
                fr=f"{offer.kind} n'a pas de graphe par défaut où charger.",
            ),
            Text(
                en="Name one: --name https://w3id.org/regional-space/",
                fr="Nommez-en un : --name https://w3id.org/regional-space/",
            ),
        )
    return DEFAULT


def _iri(name: str) -> str:
    try:
        found = ox.NamedNode(name).value
    except ValueError:
        found = ""
    if not found:
        raise WrongUsage(
            Text(en=f"--name {name!r} is not an IRI.", fr=f"--name {name!r} n'est pas un IRI."),
            Text(en="A graph's name is an absolute IRI.", fr="Le nom d'un graphe est un IRI absolu."),
        )
    return found
