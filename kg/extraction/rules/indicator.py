"""Figures of a region or an organisation: jobs, companies, establishments, revenue, ranks and shares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.frames import Filler, Frame, Value
from kg.extraction.mention import Mention
from kg.extraction.rules.subject import whom
from kg.extraction.typed import Typed

_JOBS = re.compile(
    r"^(?:[a-zà-ÿ-]+ ){0,2}?(?:d'|de )?(?:salarié|emploi|collaborat|employé|poste|agents?\b|effectif|jobs?\b|employees?\b|staff|workers?\b|équivalents? temps plein|etp\b|"
    r"recrutements|embauches|ingénieurs|techniciens|roles\b|positions\b)",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"^(?:[a-zà-ÿ-]+ )?(?:personnes|people|professionnels|ingénieurs|chercheurs)\b", re.IGNORECASE)
_WORK = re.compile(
    r"travaill|emplo(?:ie|yé|y\b|ys|yed|ying)|effectif|équipe|salari|recrut|embauch|work|staff|team|mobilise|occup|affecté",
    re.IGNORECASE,
)
_COMPANIES = re.compile(
    r"^(?:[a-zà-ÿ-]+ )?(?:entreprises|sociétés|pme\b|start-?ups?\b|firms|companies|businesses|jeunes pousses|organisations\b|organizations\b)",
    re.IGNORECASE,
)
_SITES = re.compile(r"^(?:[a-zà-ÿ-]+ )?(?:établissements|establishments)\b", re.IGNORECASE)
_NOT_SECTOR = re.compile(
    r"expos|visit|\bvenue?s?\b|déplacement|stand|pavillon|lauréat|membre|adhér|incub|accompagn|particip|réuni[rst]|inscrit|candidat|bénéfici|présent|attend|accueill|visiteurs|member|exhibit|attend|select|sélectionn|soutenu|supported|aidé|clients?\b|alumni|ancien",
    re.IGNORECASE,
)
_REVENUE = re.compile(
    r"chiffres? d'affaires|\bCA\b|revenus?\b|\brevenues?\b|turnover|\bsales\b|\bventes\b", re.IGNORECASE
)
_RANKED = (
    r"(?:pôle|région|concentration|département|bassin|territoire|place|rang|puissance|employeur|exportat\w+|contribut\w+|métropole|ville|filière|"
    r"fournisseur|supplier|équipementier|motoriste|acteur|producteur|constructeur|opérateur|fabricant|secteur|pays|site|cluster|écosystème|nation|country|region|hub|largest|biggest|contributor|employer|cluster|donor|centre industriel)"
)
_RANK = re.compile(
    rf"⟨R(?P<n>\d+)⟩(?:[- ](?:[a-zà-ÿé-]+ ){{0,2}}?)(?P<noun>{_RANKED})(?P<after>[^.;:⟨⟩]{{0,80}}(?:⟨L\d+⟩)?)",
    re.IGNORECASE,
)
_NUMBER_ONE = re.compile(
    r"(?:⟨R(?P<n>\d+)⟩|n°\s?1|numéro un|number one)\s?(?P<after>(?:mondiale?|européenn?e?|française?|national|en ⟨L\d+⟩|in the world|in ⟨L\d+⟩|worldwide|du secteur)[^.;⟨⟩]{0,30})",
    re.IGNORECASE,
)
_SCOPES = (
    (re.compile(r"europ", re.IGNORECASE), "Europe"),
    (re.compile(r"frança|nationa|de france|en france|hexagon|métropolitain|of france|french", re.IGNORECASE), "France"),
    (re.compile(r"mond|world|global|planète", re.IGNORECASE), "monde"),
)  # fmt: skip
_SHARE_OF = re.compile(r"^ (?:de l'|de la |des |du |de |d'|of the |of )(?P<what>[^.;:⟨⟩()]{0,60}(?:⟨[LO]\d+⟩)?)")
_SHARED = re.compile(
    r"effectif|emploi|salarié|activité|jobs|employ|filière|secteur|industrie|entreprises|total|établissements|chiffre|marché|capacité|workforce|revenue",
    re.IGNORECASE,
)
_AS_OF = re.compile(
    r"^[^.;:⟨⟩,]{0,40}?\s(?:en |fin |au |in |by |à partir de |dès |d'ici(?: à)? |à la fin de |at the end of |à l'horizon |en fin d[e'] ?)?⟨D(\d+)⟩"
)
_AS_OF_JUST = re.compile(
    r"\b(?:[Ee]n|[Ii]n) ⟨D(\d+)⟩,? (?:(?:près|plus|moins) de |environ |quelque |around |about |some |nearly |over )?$"
)
_AS_OF_FRONTED = re.compile(r"(?:(?:[Ee]n|[Ff]in|[Ii]n|[Aa]u|[Bb]y) )?⟨D(\d+)⟩,")
_AS_OF_BEFORE = re.compile(
    r"(?:^|[,;(] ?)(?:[Ee]n|[Ff]in|[Aa]u|[Ii]n|[Dd]ès|[Dd]'ici(?: à)?|À l'horizon|[Bb]y) ⟨D(\d+)⟩,? [^.;:⟨⟩]{0,60}$"
)


def find(document: Document) -> Iterator[Frame]:
    """A frame for each figure that measures a region, a town, an organisation or a sector."""
    for typed in document.prose:
        figures = [*_counts(document, typed), *_revenues(document, typed)]
        yield from _together(typed, figures)
        yield from _ranks(document, typed)
        yield from _shares(document, typed)


def _together(typed: Typed, figures: list[Frame]) -> Iterator[Frame]:
    """Figures of one sentence whose subject it leaves out all have the subject of the first."""
    usual = next((f for figure in figures[:1] for f in figure.fillers if f.slot == "subject"), None)
    for figure in figures:
        own = next((f for f in figure.fillers if f.slot == "subject"), None)
        elsewhere = own is None or own.start < typed.sentence.start
        if usual is not None and elsewhere and usual.start < typed.sentence.start:
            others = tuple(f for f in figure.fillers if f.slot != "subject")
            yield Frame("Indicator", (usual, *others), figure.rule)
        else:
            yield figure


def _frame(document: Document, typed: Typed, measure: str, at: Mention, more: list[Filler]) -> Frame:
    value: Value = round(float(_number(at)), 3) if measure == "share" else _number(at)
    fillers = [Filler("measure", measure, at.start, at.end), Filler("value", value, at.start, at.end), *more]
    subject = whom(document, typed, at, measure)
    if subject is not None:
        fillers.insert(0, subject)
    return Frame("Indicator", tuple(fillers), f"indicator.{measure}")


def _number(mention: Mention) -> Value:
    number = mention.value.number if mention.value else None
    if number is None:
        return 0
    return int(number) if number == number.to_integral_value() else float(number)


def _around(typed: Typed, mention: Mention) -> tuple[str, str]:
    at = typed.position(mention)
    return typed.string[:at], typed.string[typed.string.index("⟩", at) + 1 :]


def _counts(document: Document, typed: Typed) -> Iterator[Frame]:
    for mention in typed.of_kind("N"):
        before, after = _around(typed, mention)
        words = re.sub(r"^(?:\. C'est (?:le|là le) nombre)? ?(?:d'|de |of )?", "", after)
        value = _number(mention)
        measure = ""
        if (
            (
                (_JOBS.match(words) and not re.match(r"ingénieurs|techniciens|agents", words))
                or (_PEOPLE.match(words) and _WORK.search(typed.string))
            )
            or _staffed(words, before)
            or re.match(r"à (?:être (?:affecté|employé)|(?:y )?travailler)", words)
        ):
            measure = "jobs"
        elif _SITES.match(words):
            measure = "establishments"
        elif (
            _COMPANIES.match(words)
            and not re.match(r"[a-zà-ÿ-]+ (?:par an|a year|per year|chaque année)", words)
            and not re.search(r"\b[Nn]os? $|\bour $", before)
            and not _NOT_SECTOR.search(before[-60:] + words[:60])
        ):
            measure = "companies"
        if not measure or (isinstance(value, int) and value < 5):
            continue
        yield _frame(document, typed, measure, mention, _as_of(typed, before, after))


def _staffed(words: str, before: str) -> bool:
    """As in “le laboratoire compte 100 personnes”, "et à ses 60 agents"."""
    people = re.match(r"(?:personnes|agents|ingénieurs|techniciens|chercheurs|militaires|people)\b", words)
    if people and re.search(
        r"(?:companies|firms|entreprises|sociétés)(?:[^.;⟨⟩]|⟨[HD]\d+⟩){0,40} (?:and|et) (?:over |about |environ )?$",
        before,
    ):
        return True
    return bool(
        people
        and re.search(
            r"(?:(?:⟨[OF]\d+⟩|\b[Ii]l|\b[Ee]lle|\b[Ll]e site|\b[Ll]'usine|\b[Ll]'établissement|\b[Ll]e centre)[^.;⟨⟩]{0,30}(?:,| qui)? (?:compte(?:nt)?|réunit|rassemble|regroupe|occupe)|\b(?:ses|its)|⟨[OF]\d+⟩ has) (?:aujourd'hui |désormais |plus de |près de |environ )?$",
            before,
        )
    )


def _revenues(document: Document, typed: Typed) -> Iterator[Frame]:
    for mention in typed.of_kind("M"):
        before, after = _around(typed, mention)
        if (
            re.search(_REVENUE.pattern + r"[^.;]{0,60}$", before, re.IGNORECASE)
            or re.match(rf"^ ?(?:de |d'|of |in |en )?(?:{_REVENUE.pattern})", after, re.IGNORECASE)
            or re.search(
                r"⟨N\d+⟩ (?:salariés|collaborateurs|employés|emplois|personnes|employees|staff)(?: et|,| pour| and) (?:un CA de |environ )?$",
                before,
            )
            or _revenue_label(typed)
        ):
            when = _as_of(typed, before, after) or _revenue_of(typed, before) or _label_year(typed)
            yield _frame(document, typed, "revenue", mention, when)


def _revenue_of(typed: Typed, before: str) -> list[Filler]:
    """As in “le chiffre d'affaires de 2017 est de 34 M€"."""
    match = re.search(
        rf"(?:{_REVENUE.pattern}) (?:de |en |pour |of |in |for )?⟨D(\d+)⟩[^.;⟨⟩]{{0,40}}$", before, re.IGNORECASE
    )
    day = typed.mentions[int(match[1])] if match else None
    if day is None or day.value is None or not day.value.earliest:
        return []
    return [Filler("asOf", day.value.earliest, day.start, day.end)]


def _revenue_label(typed: Typed) -> bool:
    return bool(
        typed.sentence.label
        and re.match(r"(?:CA\b|[Cc]hiffre d'affaires|[Rr]evenue|[Tt]urnover)", typed.sentence.label)
    )


def _label_year(typed: Typed) -> list[Filler]:
    label = typed.sentence.label or ""
    match = re.search(r"\b(?:19|20)\d\d\b", label)
    return [Filler("asOf", match.group(), typed.sentence.start, typed.sentence.end)] if match else []


def _as_of(typed: Typed, before: str, after: str) -> list[Filler]:
    match = (
        _AS_OF.match(after)
        or _AS_OF_JUST.search(before)
        or _AS_OF_BEFORE.search(before)
        or _AS_OF_FRONTED.match(before)
    )
    if match:
        day = typed.mentions[int(match[1])]
        when = day.value.earliest or day.value.latest if day.value else None
        if when and (
            day.value is None or day.value.earliest is None or day.value.kind == "date" or day.value.latest is None
        ):
            return [Filler("asOf", when, day.start, day.end)]
    return []


def _ranks(document: Document, typed: Typed) -> Iterator[Frame]:
    known: str | None = None
    for pattern in (_RANK, _NUMBER_ONE):
        for match in pattern.finditer(typed.string):
            if match["n"] is None:
                continue
            mention = typed.mentions[int(match["n"])]
            scope = known = _scope(typed, match["after"]) or known
            if scope is None or re.match(r" ?(?:édition|fois)", match["after"]):
                continue
            more = [Filler("scope", scope, mention.start, typed.origin(match.end()))]
            more += _as_of(typed, typed.string[: match.start()], "")
            yield _frame(document, typed, "rank", mention, more)


def _scope(typed: Typed, words: str) -> str | None:
    for number in re.findall(r"⟨[L](\d+)⟩", words):
        name = typed.mentions[int(number)].name
        if name in {"France", "Europe"} or typed.mentions[int(number)].sort in {"country", "continent"}:
            return name
    return next((name for pattern, name in _SCOPES if pattern.search(words)), None)


def _shares(document: Document, typed: Typed) -> Iterator[Frame]:
    for mention in typed.of_kind("H"):
        before, after = _around(typed, mention)
        match = _SHARE_OF.match(after)
        if match is None or not _SHARED.search(match["what"]):
            continue
        scope = _scope(typed, match["what"])
        if scope is None:
            continue
        more = [Filler("scope", scope, mention.start, mention.end)]
        more += _as_of(typed, before, "")
        yield _frame(document, typed, "share", mention, more)
