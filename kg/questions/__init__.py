"""Questions: SPARQL files that carry their titles and parameters, bound, answered and shown."""
