"""The stores people already run: SPARQL 1.1 Protocol and Graph Store Protocol, to ask, push and pull."""

from kg.stores.access import Access
from kg.stores.endpoint import DEFAULT, Endpoint

__all__ = ["DEFAULT", "Access", "Endpoint"]
