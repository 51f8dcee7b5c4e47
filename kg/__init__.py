"""The knowledge graph of the regional space sector: who says so, in which passage, when."""

__version__ = "0.1.0"
