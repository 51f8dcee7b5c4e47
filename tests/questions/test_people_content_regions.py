"""Competency questions 28 to 46 on fixed seeds: who, what about, region beside region."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CASES: list[tuple[int, str, str, tuple[str, ...], str, list[tuple[str, ...]]]] = [
    (
        28,
        "two",
        "signatories",
        (),
        "agreement person title organisation",
        [
            ("agreement-occitanie-cnes-2024", "person-carole-delga", "présidente", "council-occitanie"),
            ("agreement-occitanie-cnes-2024", "person-philippe-baptiste", "Président Directeur général", "org-cnes"),
        ],
    ),
    (
        29,
        "two",
        "roles",
        ("person=herve derrey",),
        "person title where",
        [
            ("person-herve-derrey", "président", "org-gifas-commission-espace"),
            ("person-herve-derrey", "CEO", "org-thales-alenia-space"),
        ],
    ),
    (
        30,
        "two",
        "roles",
        ("organisation=pole safe",),
        "person title where",
        [("person-benoit-hancart", "président", "org-pole-safe")],
    ),
    (
        31,
        "two",
        "participants",
        ("event=event-rencontres-spatial-region-sud-4",),
        "capacity who kind",
        [
            ("rs:participant", "org-acri-st", "rs:Company"),
            ("rs:participant", "org-bertin-technologies", "rs:Company"),
            ("rs:participant", "org-soditech", "rs:Company"),
            ("rs:participant", "org-thales-alenia-space", "rs:Company"),
            ("rs:speaker", "org-cnes", "rs:SpaceAgency"),
            ("rs:speaker", "org-commission-europeenne", "rs:PublicBody"),
            ("rs:speaker", "person-benoit-hancart", "schema:Person"),
            ("rs:speaker", "person-herve-derrey", "schema:Person"),
            ("rs:supporter", "local-cannes-lerins", "rs:LocalAuthority"),
            ("rs:supporter", "local-pays-de-grasse", "rs:LocalAuthority"),
            ("rs:supporter", "local-sophia-antipolis", "rs:LocalAuthority"),
        ],
    ),
    (
        32,
        "two",
        "participants",
        ("who=CNES",),
        "event capacity",
        [("event-rencontres-spatial-region-sud-4", "rs:speaker")],
    ),
    (
        33,
        "two",
        "partners",
        (),
        "plan adopter partner",
        [
            ("strategy-occitanie-space-roadmap", "council-occitanie", "org-aerospace-valley"),
            ("strategy-occitanie-space-roadmap", "council-occitanie", "org-cnes"),
            ("strategy-occitanie-space-roadmap", "council-occitanie", "org-etat-francais"),
        ],
    ),
    (
        34,
        "two",
        "photographs",
        (),
        "photographs creator organisation",
        [("photos-occitanie-cnes-2024", "person-leo-arcangeli", "council-occitanie")],
    ),
    (
        35,
        "two",
        "undated-roles",
        (),
        "person organisation missing",
        [
            ("person-benoit-hancart", "org-pole-safe", "start and end"),
            ("person-carole-delga", "council-occitanie", "start and end"),
            ("person-herve-derrey", "org-gifas-commission-espace", "start and end"),
            ("person-herve-derrey", "org-thales-alenia-space", "start and end"),
            ("person-philippe-baptiste", "org-cnes", "start and end"),
        ],
    ),
    (
        36,
        "two",
        "axes",
        ("plan=agreement-occitanie-cnes-2024",),
        "axis",
        [
            ("axis-excellence-industrielle",),
            ("axis-innovation-capacites",),
            ("axis-competences",),
            ("axis-communication",),
        ],
    ),
    (
        37,
        "two",
        "actions",
        ("plan=strategy-occitanie-space-roadmap",),
        "action",
        [
            ("action-parcours-transformation",),
            ("action-projets-strategiques",),
            ("action-effort-innovation",),
            ("action-initiative-kineis",),
            ("action-offre-formations",),
        ],
    ),
    (
        38,
        "two",
        "actions",
        ("action=action-initiative-kineis",),
        "about",
        [
            ("asset-kineis-constellation",),
            ("topic-cycle-de-vie-mission",),
            ("topic-impact-environnement",),
            ("topic-newspace",),
        ],
    ),
    (
        39,
        "two",
        "topics",
        ("event=event-rencontres-spatial-region-sud-4",),
        "topic",
        [
            ("topic-chaines-de-valeur",),
            ("topic-enjeux-europeens",),
            ("topic-newspace",),
            ("topic-nouvelle-economie-spatiale",),
            ("topic-observation-de-la-terre",),
            ("topic-strategie-nationale",),
        ],
    ),
    (
        40,
        "two",
        "formats",
        ("event=event-rencontres-spatial-region-sud-4",),
        "format",
        [
            ("format-conferences",),
            ("format-pitchs-investisseurs",),
            ("format-prises-de-parole",),
            ("format-rencontres-b2b",),
            ("format-tables-rondes",),
        ],
    ),
    (
        42,
        "two",
        "ranks",
        (),
        "region rank scope criterion mode speaker",
        [
            ("region-occitanie", "1", "place-europe", "leader européen du spatial", "rs:ambition", "council-occitanie"),
            (
                "region-occitanie",
                "1",
                "place-france",
                "concentration du secteur spatial",
                "rs:selfClaim",
                "person-carole-delga",
            ),
            (
                "region-occitanie",
                "1",
                "place-france",
                "leader de la filière spatiale",
                "rs:ambition",
                "council-occitanie",
            ),
            ("region-occitanie", "1", "place-world", "leader mondial", "rs:ambition", "person-carole-delga"),
            (
                "region-provence-alpes-cote-d-azur",
                "3",
                "place-france",
                "pôle spatial",
                "rs:selfClaim",
                "org-webtimemedias",
            ),
        ],
    ),
    (
        43,
        "two",
        "ranks",
        (),
        "region rank mode",
        [
            ("region-occitanie", "1", "rs:ambition"),
            ("region-occitanie", "1", "rs:selfClaim"),
            ("region-provence-alpes-cote-d-azur", "3", "rs:selfClaim"),
        ],
    ),
    (
        44,
        "two",
        "shared-actors",
        (),
        "actor region",
        [("org-cnes", "region-occitanie"), ("org-cnes", "region-provence-alpes-cote-d-azur")],
    ),
    (
        45,
        "two",
        "jobs",
        ("region=Occitanie",),
        "region measure value scope published",
        [
            ("region-occitanie", "rs:jobs", "15000", "", "2024-09-10"),
            ("region-occitanie", "rs:share", "0.333", "place-europe", "2024-09-10"),
        ],
    ),
    (45, "two", "jobs", ("region=Sud",), "region measure value", [("region-provence-alpes-cote-d-azur", "", "")]),
    (
        46,
        "further",
        "jobs",
        ("region=Occitanie",),
        "measure value bound valid published",
        [
            ("rs:establishments", "390", "", "", "2025"),
            ("rs:jobs", "14000", "rs:atLeast", "2023", "2023-11"),
            ("rs:jobs", "15000", "", "", "2024-09-10"),
            ("rs:jobs", "15000", "", "", "2024-09-11"),
            ("rs:jobs", "15000", "", "", "2025"),
            ("rs:share", "0.333", "", "", "2024-09-10"),
            ("rs:share", "0.4", "", "", "2025"),
        ],
    ),
]


@pytest.mark.parametrize(("number", "graph", "question", "values", "columns", "expected"), CASES)
def test_question_has_its_expected_rows(  # noqa: PLR0913, PLR0917  the parts of a case
    answers: Callable[..., list[tuple[str, ...]]],
    number: int,
    graph: str,
    question: str,
    values: tuple[str, ...],
    columns: str,
    expected: list[tuple[str, ...]],
) -> None:
    assert answers(question, columns, *values, graph=graph) == expected, f"competency question {number}"


def test_topics_of_both_regions_are_told_from_those_of_one(answers: Callable[..., list[tuple[str, ...]]]) -> None:
    """Competency question 41: NewSpace and innovation in both; skills in Occitanie alone; investors in Sud alone."""
    found = answers("shared-topics", "topic regions region")
    both = {topic for topic, regions, _ in found if regions == "2"}
    assert both == {"topic-innovation", "topic-newspace", "topic-projets-collaboratifs"}
    assert ("topic-competences", "1", "region-occitanie") in found
    assert ("topic-investisseurs", "1", "region-provence-alpes-cote-d-azur") in found
