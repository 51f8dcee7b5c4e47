"""Amounts, counts, shares, ordinals, dates and periods in French and English press prose."""

from kg.extraction.values.finding import find
from kg.extraction.values.value import Kind, Value

__all__ = ["Kind", "Value", "find"]
