"""Things that a text describes by common nouns: what they are called, and what frames may hang on them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reviewed import understood

from kg.extraction.learned import described, traits
from kg.extraction.learned.described import BUILT, HELD, PLANNED, with_described
from kg.extraction.learned.examined import candidates
from kg.extraction.learned.opinions import Opinions, opinions
from kg.extraction.learned.weights import Weights
from kg.extraction.mention import Mention
from kg.language import Language

PLANT = (
    "Assolia bâtit une usine de satellites à Figeac. L'usine ouvrira en 2027. "
    "La ministre viendra à l'inauguration de l'usine."
)


def found(text: str, language: Language = "fr") -> list[Mention]:
    document = understood(text, language)
    lines = with_described(document.text, document.prose, language)
    return [m for line in lines for m in line.mentions if m.kind in described.KINDS]


@pytest.mark.parametrize(
    ("text", "language", "kind", "name"),
    [
        ("Assolia possède une salle blanche à Figeac.", "fr", BUILT, "salle blanche"),
        ("Un banc d'essais moteurs sera construit.", "fr", BUILT, "banc d'essais"),
        ("Elle a assisté à l'inauguration de la Cité de l'espace.", "fr", HELD, "inauguration de la Cité de l'espace"),
        ("Le projet de laboratoire commun avance.", "fr", PLANNED, "projet de laboratoire"),
        ("Assolia opens a satellite factory near Oxford.", "en", BUILT, "satellite factory"),
        ("They met at the opening of the new hall.", "en", HELD, "opening"),
    ],
)
def test_a_thing_without_a_name_is_called_by_its_noun_and_what_completes_it(
    text: str, language: Language, kind: str, name: str
) -> None:
    assert (kind, name) in {(m.kind, m.name) for m in found(text, language)}


def test_a_bare_noun_is_called_as_before() -> None:
    assert [m.name for m in found(PLANT) if m.kind == BUILT] == [
        "usine de satellites",
        "satellites",
        *["usine de satellites"] * 2,
    ]


def test_a_noun_in_a_name_is_the_names() -> None:
    assert not [
        m for m in found("Le Centre national d'études spatiales recrute.") if m.name.lower().startswith("centre")
    ]


def test_words_around_it_see_the_noun_and_not_a_mark() -> None:
    document = understood(PLANT)
    (first, *_) = with_described(document.text, document.prose, "fr")
    assert "usine" in traits.tokens(first).words


def test_it_may_anchor_what_such_a_thing_is() -> None:
    anchored = {(c.mention.name, a.type) for c in candidates(understood(PLANT)) for a in c.anchors()}
    assert ("usine de satellites", "Asset") in anchored
    assert ("usine de satellites", "Event") not in anchored
    assert "Event" in {kind for name, kind in anchored if name.startswith("inauguration")}


def test_what_has_a_name_is_known_by_what_describes_it() -> None:
    on = Opinions(opinions(candidates(understood(PLANT)), Weights([], [])))
    assert [*on.described("Asset", "usine")] == ["usine de satellites"]
    assert [*on.described("Asset", "Figeac")] == []
    assert [*on.described("Event", "usine")] == []


@given(
    st.lists(
        st.sampled_from(["usine", "L'usine de Kinéis", "plan", "salon ", "une salle blanche", ",", "CNES", "de", "à"])
    )
)
@settings(max_examples=30, deadline=None)
def test_no_two_mentions_share_a_character(words: list[str]) -> None:
    document = understood(" ".join(words) or "rien")
    for line in with_described(document.text, document.prose, "fr"):
        ends = [m.end for m in line.mentions]
        assert all(end <= m.start for end, m in zip(ends, line.mentions[1:], strict=False))
        assert all(document.text[m.start : m.end].lower() == m.sort for m in line.mentions if m.kind in described.KINDS)
