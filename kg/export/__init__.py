"""The graph in the formats of other tools: RDF syntaxes, networks, tables, places, a description of itself."""
