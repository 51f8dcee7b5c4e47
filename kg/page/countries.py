"""Countries of Europe by name: their code, and where on the ring around France their regions stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.names import fold


@dataclass(frozen=True, slots=True)
class Country:
    """A country's ISO code, and its direction: 0 north-west, clockwise, to 13 in the south-west."""

    code: str
    direction: int


_NAMES = """
IE 0 Irlande|Ireland
IS 0 Islande|Iceland
GB 0 Royaume-Uni|United Kingdom
NL 2 Pays-Bas|Netherlands
BE 2 Belgique|Belgium
LU 3 Luxembourg
DK 4 Danemark|Denmark
NO 4 Norvège|Norway
SE 5 Suède|Sweden
FI 5 Finlande|Finland
EE 5 Estonie|Estonia
LV 5 Lettonie|Latvia
LT 5 Lituanie|Lithuania
DE 6 Allemagne|Germany
PL 6 Pologne|Poland
CZ 6 Tchéquie|Czechia|République tchèque|Czech Republic
SK 7 Slovaquie|Slovakia
AT 7 Autriche|Austria
CH 7 Suisse|Switzerland
HU 7 Hongrie|Hungary
RO 7 Roumanie|Romania
BG 8 Bulgarie|Bulgaria
SI 8 Slovénie|Slovenia
HR 8 Croatie|Croatia
IT 8 Italie|Italy
GR 9 Grèce|Greece
CY 9 Chypre|Cyprus
MT 9 Malte|Malta
ES 10 Espagne|Spain
PT 13 Portugal
"""


def known() -> dict[str, Country]:
    """Each country by its French and English names, without accents."""
    rows = (line.split(" ", 2) for line in _NAMES.strip().splitlines())
    return {fold(name): Country(code, int(direction)) for code, direction, names in rows for name in names.split("|")}


def among(names: Iterable[str], countries: dict[str, Country]) -> Country | None:
    """The country that one of the names is of."""
    return next((found for name in names if (found := countries.get(fold(name)))), None)
