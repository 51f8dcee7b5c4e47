# Claims as RDF 1.2 annotations: each rdf:Statement becomes a reifier of the triple that it states.
# Les affirmations en annotations RDF 1.2 : chaque rdf:Statement devient un réificateur du triplet qu'il énonce.
#
# For a store that reads SPARQL 1.2 (Oxigraph 0.5, Jena 5.5), after `kg push`; run it once, on the graph that was pushed
# (add WITH <graph> before DELETE where it is a named one). Nothing is asserted that was not, so a rejected claim
# still states its triple without the triple being true. `kg export --format turtle12` gives the same triples.
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

DELETE {
  ?claim a rdf:Statement ;
    rdf:subject ?s ;
    rdf:predicate ?p ;
    rdf:object ?o .
}
INSERT {
  ?claim rdf:reifies <<( ?s ?p ?o )>> .
}
WHERE {
  ?claim a rdf:Statement ;
    rdf:subject ?s ;
    rdf:predicate ?p ;
    rdf:object ?o .
}
