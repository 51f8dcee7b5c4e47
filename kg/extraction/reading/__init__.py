"""Documents as articles: HTML pages, PDF, DOCX, plain text, retellings, standard input."""

from kg.extraction.reading.article import Article, Limits
from kg.extraction.reading.folders import find_documents
from kg.extraction.reading.opening import read

__all__ = ["Article", "Limits", "find_documents", "read"]
