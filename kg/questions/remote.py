"""A graph in a store: asked by SPARQL Protocol, with the same answers and the same advice as one held here."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pyoxigraph import Quad, Store

from kg.answers import Answer, Triples
from kg.errors import Refused, WrongUsage
from kg.questions import malformed
from kg.questions.local import Local
from kg.stores.endpoint import Endpoint


@dataclass(frozen=True, slots=True)
class Remote:
    """A store as what answers."""

    store: Endpoint

    def ask(self, sparql: str) -> Answer:
        """The answer; a query that the store refuses because it is not SPARQL is told with its place."""
        try:
            return self.store.ask(sparql)
        except (Refused, WrongUsage):
            try:
                Store().query(re.sub(r"(?i)\bSERVICE\b", "GRAPH", sparql))
            except SyntaxError as error:
                raise malformed.query(error.msg, sparql) from error
            raise

    def held(self) -> Local:
        """The whole of it, held here."""
        found = self.store.ask("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
        store = Store()
        if isinstance(found, Triples):
            store.bulk_extend(Quad(t.subject, t.predicate, t.object) for t in found.triples)
        return Local(store)
