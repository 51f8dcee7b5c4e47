"""Places told by the shape of their name, "Mont-Saint-Guibert", and bodies named by their town, "INP Toulouse"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.expressions import Expression

_UP = "A-ZÀ-ÖØ-Þ"
_CAP = rf"[{_UP}][a-zà-öø-ÿ]+"
_LINK = r"(?:sur|sous|en|de|la|le|les|lez|lès|du|des|aux|au|à|près|devant|upon|on|in|am|an|der|ob|the|by|next|op|aan)"
_TAIL = rf"(?:(?:l'|d'|L'|D')?{_CAP})"
_LINKED = rf"{_CAP}(?:-{_CAP})?(?:(?:-{_LINK}){{1,2}}-{_TAIL}|-[dl]'{_CAP})(?:-{_CAP})?"
_SAINTED = (
    rf"(?:{_CAP}-)?(?:Saint|Sainte|Sankt|San|Santa|Sint|Bad)-{_CAP}(?:-{_CAP})+|{_CAP}-(?:Saint|Sainte|Sint)-{_CAP}"
)
_SHAPE = Expression(
    rf"(?<![\w'-])(?:{_LINKED}|{_SAINTED})(?![\w-]| {_CAP})|(?<=[dl]')(?:{_LINKED}|{_SAINTED})(?![\w-])"
)
_AFTER = Expression(
    rf"(?<![\w'-])(?:aérodrome|aéroport|téléport|observatoire|zone d'activités?|zone industrielle|commune|village|bourg|hameau|aéroparc|base aérienne|terrain d'aviation|town|village|hamlet|airfield|island|isle) (?:de |d'|of )(?P<town>{_CAP}(?:-{_CAP})*)(?![\w'-]| [{_UP}\d])"
)
"""What only a place stands behind: "l'aérodrome de Vatry"."""
_NO_PLACE = Expression(
    r"(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Qq]uai|[Ll]ycée|[Cc]ollège|[Éé]cole|[Uu]niversité|[Hh]ôpital|[Ff]ondation|[Ff]estival|[Ii]nstitut|IRT|[Cc]ampus|[Ss]alon)(?: d(?:e|u)| de la)? $"
)


def find(text: str) -> Iterator[tuple[int, int]]:
    """Every name that is built like a town's: hyphens around a small word, or a saint's name between others."""
    for match in _SHAPE.finditer(text):
        if not _NO_PLACE.search(text[max(0, match.start() - 20) : match.start()]):
            yield match.span()
    yield from (match.span("town") for match in _AFTER.finditer(text))


_BODY = Expression(
    rf"(?<![\w-])(?P<head>ESA BIC|BIC|CEEI|INP|INSA|IUT|CHU|CHRU|ENSI|IAE|ESC|CCI|IEP|SATT|IRT|CRT|CPER|Medef|MEDEF|UIMM|CPME|La French Tech|French Tech|Polytech|Centrale|CentraleSupélec|Mines|Sciences Po|Télécom|Arts et Métiers|Institut Mines-Télécom|"
    rf"Université|Univ|Business School|FabLab|Biotech|Technopole|POST|Campus|Réseau Entreprendre|Initiative|Bpifrance|BGE|Invest in|Business France) (?:de |d')?(?P<town>{_CAP}(?:-{_CAP})*)(?: (?:[1-9]\d?|I{{1,3}}|IV|V|VI)(?!\d))?(?![\w-]| {_CAP})"
)
_RESEARCH = Expression(
    r"INP|INSA|IUT|ENSI|IAE|ESC|IEP|Polytech|Centrale|Mines|Sciences|Télécom|Arts|Univ|Business School|Institut"
)


def bodies(text: str) -> Iterator[tuple[int, int, int, str]]:
    """Every short head with a town or region behind it: start, where the town begins, end and sort."""
    for match in _BODY.finditer(text):
        sort = "research" if _RESEARCH.match(match["head"]) else "cluster"
        yield match.start(), match.start("town"), match.end(), sort


_MERGED = Expression(r"(?<!\w)(?P<of>aux?|du|des) (?P<name>[A-ZÀ-Ý][\w'-]+)(?![\w-]| [A-ZÀ-Ý])")


def merged(text: str) -> Iterator[tuple[int, int, str]]:
    """Every name behind a preposition that an article has run together with: "au Havre" may be Le Havre."""
    for match in _MERGED.finditer(text):
        article = "Les" if match["of"].endswith(("x", "s")) else "Le"
        yield match.start("name"), match.end("name"), f"{article} {match['name']}"
