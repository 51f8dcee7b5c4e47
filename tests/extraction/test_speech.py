"""Who says a claim, in whose words, as a fact, a plan, an ambition or a boast; and figures that the text takes back."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.extraction import claims, run
from kg.extraction.names import Gazetteer
from kg.extraction.reading import Article
from kg.language import Language
from kg.terms import curie, iri

NAMES = Path(__file__).parent / "names"
Heard = tuple[str, str, str, bool]


@cache
def known(language: Language) -> Gazetteer:
    return run.names_of(NAMES, language)


def trig(text: str, language: Language = "fr", publisher: str | None = None) -> ox.Store:
    article = Article(text, None, None, publisher, "2024-06-01", language, None, "0" * 64, "note.txt")
    document = run.understand(article, known(language))
    store = ox.Store()
    store.load(claims.trig(article, document, list(run.frames(document))).encode(), ox.RdfFormat.TRIG)
    return store


def heard(store: ox.Store) -> set[Heard]:
    """For each claim its property, who says it, in which mode, and whether in their own words."""
    found = set()
    for quad in store.quads_for_pattern(None, None, None, None):
        passage = quad.graph_name
        if not isinstance(passage, ox.NamedNode):
            continue

        def said(term: str, passage: ox.NamedNode = passage) -> str:
            values = store.quads_for_pattern(passage, ox.NamedNode(iri(term)), None, ox.DefaultGraph())
            return next((curie(str(q.object.value)) if q.object else "" for q in values), "")

        direct = said("rs:directQuotation") == "<true>"
        found.add((curie(quad.predicate.value), said("rs:assertedBy"), said("rs:mode"), direct))
    return found


DELGA = "id:person-delga"
CASES: list[tuple[Language, str, Heard]] = [
    ("fr", "« Nous investirons 30 M€ dans la filière spatiale », a déclaré Carole Delga, présidente.",
     ("schema:amount", DELGA, "rs:planned", True)),
    ("fr", "Carole Delga a précisé : « La Région Occitanie a versé 30 M€ à la filière spatiale. »",
     ("schema:amount", DELGA, "rs:stated", True)),
    ("fr", "« La filière est solide », explique Carole Delga. « La Région a versé 30 M€ à la filière », ajoute-t-elle.",
     ("schema:amount", DELGA, "rs:stated", True)),
    ("fr", "Carole Delga a annoncé que la Région Occitanie consacrera 30 M€ à la filière spatiale.",
     ("schema:amount", DELGA, "rs:planned", False)),
    ("fr", "Selon Philippe Baptiste, l'Occitanie compte 400 entreprises dans le spatial.",
     ("rs:value", "id:person-baptiste", "rs:stated", False)),
    ("fr", "D'après le CNES, l'Occitanie compte 15 000 emplois dans le spatial.",
     ("rs:value", "id:org-cnes", "rs:stated", False)),
    ("fr", "La Bretagne est la première région d'Europe pour le spatial, affirme Philippe Baptiste, président du CNES.",
     ("rs:value", "id:person-baptiste", "rs:stated", False)),
    ("fr", "« L'Occitanie est la première région d'Europe », dit Carole Delga, présidente de la Région Occitanie.",
     ("rs:value", DELGA, "rs:selfClaim", True)),
    ("fr", "La Région Occitanie a versé 30 M€ à la filière spatiale.", ("schema:amount", "", "rs:stated", False)),
    ("fr", "La « Journée du NewSpace » aura lieu à Toulouse le 12 juin 2024.",
     ("schema:startDate", "", "rs:planned", False)),
    ("fr", "La Région Occitanie ambitionne d'atteindre 20 000 emplois dans le spatial d'ici 2030.",
     ("rs:value", "", "rs:ambition", False)),
    ("en", '"We will invest £5 million in the spaceport," said Melissa Thorpe, head of Spaceport Cornwall.',
     ("schema:amount", "id:person-melissa-thorpe-note", "rs:planned", True)),
    ("en", "According to the UK Space Agency, Scotland has 8,000 space jobs.",
     ("rs:value", "id:org-ukspace", "rs:stated", False)),
    ("en", "Ivan McKee, Scotland's business minister, said that the Scottish Government will put £3 million in Orbex.",
     ("schema:amount", "id:person-ivan-mckee-note", "rs:planned", False)),
    ("en", "Cornwall Council provided £5 million to Spaceport Cornwall.", ("schema:amount", "", "rs:stated", False)),
    ("en", "Scotland aims to reach 20,000 space jobs by 2030.", ("rs:value", "", "rs:ambition", False)),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[text[:60] for _, text, _ in CASES])
def test_a_claim_is_its_speakers(language: Language, text: str, expected: Heard) -> None:
    assert expected in heard(trig(text, language))


def test_a_speakers_office_is_told_by_the_document_not_by_the_speaker() -> None:
    found = heard(
        trig("Selon Philippe Baptiste, président du CNES, l'Occitanie compte 400 entreprises dans le spatial.")
    )
    assert ("rs:roleTitle", "", "rs:stated", False) in found
    assert ("rs:value", "id:person-baptiste", "rs:stated", False) in found


@pytest.mark.parametrize(("publisher", "mode"), [("Région Occitanie", "rs:selfClaim"), ("La Tribune", "rs:stated")])
def test_a_rank_is_a_boast_where_the_ranked_one_publishes_it(publisher: str, mode: str) -> None:
    found = heard(trig("L'Occitanie est la première région spatiale d'Europe.", publisher=publisher))
    assert ("rs:value", "", mode, False) in found


@pytest.mark.parametrize(
    ("publisher", "name"),
    [("Région Occitanie", "id:council-occitanie"), ("Le Petit Journal", "id:org-le-petit-journal-note")],
)
def test_the_source_has_its_publisher(publisher: str, name: str) -> None:
    store = trig("La Région Occitanie a versé 30 M€ à la filière spatiale.", publisher=publisher)
    (quad,) = store.quads_for_pattern(None, ox.NamedNode(iri("schema:publisher")), None, None)
    assert curie(str(quad.object.value)) == name


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        ("fr", "La Région Occitanie a versé 20 M€ au projet, et non 30 M€.", {20000000}),
        ("fr", "Contrairement aux 50 M€ annoncés, la Région Bretagne met 12 M€ dans le projet.", {12000000}),
        ("fr", "La Région Bretagne dément avoir promis 50 M€ à la filière spatiale.", set()),
        ("fr", "La Région Bretagne n'a pas versé 50 M€ à la filière spatiale.", set()),
        ("fr", "Le chiffre de 50 M€ versés par la Région Bretagne est faux.", set()),
        ("fr", "La Région Bretagne ne verse pas moins de 50 M€ à la filière spatiale.", {50000000}),
        ("en", "Cornwall Council provided £5 million, not £12 million, to Spaceport Cornwall.", {5000000}),
        ("en", "Cornwall Council denied that it had given £12 million to the spaceport.", set()),
        ("en", "Cornwall Council gave £5 million to the spaceport rather than £12 million.", {5000000}),
        ("en", "Cornwall Council not only opened a centre; it provided £5 million to Spaceport Cornwall.", {5000000}),
    ],
)
def test_a_figure_that_the_text_takes_back_is_not_taken(language: Language, text: str, kept: set[int]) -> None:
    article = Article(text, None, None, None, "2024-06-01", language, None, "0" * 64, "note.txt")
    amounts = {f.first("amount") for f in run.extract(article, known(language)) if f.type == "Funding"}
    assert amounts == kept
