"""Figures of a region or an organisation: jobs, companies, establishments, revenue, ranks and shares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extraction import frames
from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler, Frame, Value
from kg.extraction.mention import Mention
from kg.extraction.rules import clauses, indicator_bare, indicator_superlatives, standing
from kg.extraction.rules.clauses import framing_dates
from kg.extraction.rules.counting import asked, measure_of
from kg.extraction.rules.standing import Whole
from kg.extraction.rules.subject import whom
from kg.extraction.typed import Typed

_REVENUE = Expression(
    r"chiffres? d'affaires|\bCA\b|revenus?\b|\brevenues?\b|turnover|\bincome\b|\bsales\b|\bventes\b|\bturn(?:s|ed|ing)? over\b|(?<!la )(?<!une )(?<!cette )(?<!sa )\bfactur(?:e|é|ait|er)\b|\bfacturations?\b|\bvolume d'(?:affaires|activité)|\btakings\b|\bbillings\b",
    re.IGNORECASE,
)
_NOT_EARNED = Expression(
    r" (?:(?:de |d'|of |in )(?:levées?|fonds|financements?|investissements?|subventions?|aides?|capital|commandes|pertes?|bénéfices?|dettes?|funding|investment|grants?|orders|losses|profits?)|levés|investis|raised|invested)\b"
)
_GENERATED = Expression(r" (?:was |were |is |are )?(?:generated|earned|générés?|dégagés?) (?:by|in|par) ")
_GENERATES = Expression(
    r"\b(?:generat(?:es?|ed|ing)|earn(?:s|ed|ing)?|brings? in|brought in|turn(?:s|ed|ing)? over|génèr(?:e|ent)|génér(?:ait|aient|er)|dégag(?:e|ent)|encaiss(?:e|ent)|rapport(?:e|ent)|pès(?:e|ent)|(?:is|are|was|were) (?:worth|valued at))(?: (?:près de|plus de|environ|quelque|nearly|over|about|around|more than|some))? $"
)
_A_YEAR = Expression(
    r" ?(?:a year|per year|annually|every year|each year|par an|chaque année|de recettes|in annual|(?:for|to) the (?:[A-Za-z⟨⟩\d]+ ){0,2}economy|(?:pour|à) l'économie)"
)
_WEIGHS = Expression(
    r"(?:filière|secteur|industrie|sector|industry|cluster)\b(?:[^.;:⟨⟩]|⟨[LD]\d+⟩){0,50} (?:pèse|pesait|pèserait|vaut|is worth|was worth|is valued at)(?: (?:aujourd'hui|désormais|près de|plus de|environ|quelque|about|some|over|nearly|around|more than))* $",
    re.IGNORECASE,
)
_TWO_YEARS = Expression(r"\d{4}/\d{4}$")
_BECAME = Expression(r"\b(?:deven|become|became)")
_MEANT = Expression(
    r"(?:(?:Le|La|The) (?:centre|site|base|groupe|société|filière|pôle|région|métropole|usine|company|firm|group|sector|centre|region)|L'(?:entreprise|usine|établissement|industrie)|Elle|Il|It)\b[^.;:⟨⟩]{0,50}⟨H"
)
_CARRIES_ON = Expression(r"(?:C'est|Soit|Ce qui fait|That is|That's|Autrement dit|Or)\b[^⟨⟩]{0,30}⟨H")
_SECOND_BOUND = Expression(r"\b(?:[Ee]ntre|[Bb]etween|[Dd]e|[Ff]rom) ⟨N\d+⟩ (?:et|and|à|to) $")
_CHANGED = Expression(
    r"\b(?:pass(?:é|e|a|er)|grimp|mont|bondi|chut|tomb|progress|évolu|ris|rose|grow|grew|climb|f[ae]ll|increas|jump|went|gone|drop|expand)[a-zà-ÿ]*(?: [^.;:⟨⟩]{0,30})? (?:de|from) ⟨N\d+⟩ (?:à|to) $"
)
_SHARED_IN = Expression(r"(?:[^.;:,⟨⟩]|⟨[OL]\d+⟩){0,50}? (?:en|in) ⟨D(\d+)⟩(?=[.,;)]|$)")
_SHARED_AS = Expression(r"\b(?:en|in) ⟨D(\d+)⟩ ?: $")
_OF_SALES = Expression(
    r" (?:of the |of |du |des |de la |de l'|de )[^.;:⟨⟩]{0,20}(?:sales|turnover|revenue|chiffre d'affaires|ventes|activité|production|output|commandes|orders|effectifs|workforce|staff)\b"
)
_WITH = Expression(r"(?:Avec|With|À elle seule, avec) ⟨H")
_ONWARD = Expression(r" (?:à|to) (?:[a-zà-ÿ]+ (?:de )?)?⟨N\d+⟩(?P<what>.*)")
_STARTS_FROM = Expression(
    r"\b(?:pass(?:é|e|a|er)|grimp|mont|bondi|chut|tomb|progress|évolu|ris|rose|grow|grew|climb|f[ae]ll|increas|jump|went|gone|drop|expand)[a-zà-ÿ]*(?: [^.;:⟨⟩]{0,30})? (?:de|from) $"
)
_NEAR = 300
COUNTED = frozenset({"jobs", "companies", "establishments"})
_AS_OF = Expression(
    r"^(?:(?! (?:et|and) (?:prévoi|compte|veut|veulent|enten|espèr|vise|envisage|va |vont |plan|expect|aim|hope|inten|want|will ))"
    r"(?:[^.;:⟨⟩,]|⟨L\d+⟩)){0,60}?\s(?:d'ici (?:au mois d[e'] ?|le |la |à la fin d[e'] ?)|avant (?:le |la fin d[e'] ?)?|en |fin |au |in |by |à partir de |dès |d'ici(?: à)? |à la fin de |at the end of |à l'horizon |en fin d[e'] ?)?⟨D(\d+)⟩"
)
_AS_OF_JUST = Expression(
    r"\b(?:[Ee]n|[Ii]n) ⟨D(\d+)⟩,? (?:(?:près|plus|moins) de |(?:la barre|le cap) des |les |environ |quelque |around |about |some |nearly |over )?$"
)
_AS_OF_FRONTED = Expression(r"(?:(?:[Ee]n|[Ff]in|[Ii]n|[Aa]u|[Bb]y) )?⟨D(\d+)⟩,")
_AS_OF_CAP = Expression(r"⟨D(\d+)⟩,? (?:la barre|le cap|the mark|the threshold) (?:symbolique )?(?:de |des |of )$")
_AS_OF_BEFORE = Expression(
    r"(?:^|[,;(] ?)(?:[Ee]n|[Ff]in|[Aa]u|[Ii]n|[Dd]ès|[Dd]'ici(?: à)?|À l'horizon|[Bb]y) ⟨D(\d+)⟩,? (?:[^.;:⟨⟩]|⟨[OLFS]\d+⟩){0,60}$"
)


def find(document: Document) -> Iterator[Frame]:
    """A frame for each figure that measures a region, a town, an organisation or a sector."""
    earlier, line = "", 0
    whole: Whole | None = None
    told: Filler | None = None
    for typed in document.prose:
        earlier = earlier if typed.sentence.line - line <= 1 else ""
        figures = [*_counts(document, typed, earlier), *_revenues(document, typed)]
        if counted := [str(f.first("measure")) for f in figures if f.first("measure") in COUNTED]:
            earlier, line = counted[-1], typed.sentence.line
        elif question := asked(typed.string):
            earlier, line = question, typed.sentence.line
        yield from _together(typed, figures)
        yield from _ranks(document, typed)
        shares = list(_shares(document, typed, whole or _counted(earlier)))
        whole = shares[-1][1] if shares else None
        for frame, _ in shares:
            at = _value_at(frame)
            yield _continued(typed, frame, _last_subject(f for f in figures if _value_at(f) < at) or told)
        told = _last_subject(figures) or told


def _counted(earlier: str) -> Whole | None:
    """What a share is taken of where only a count before it tells: "Toulouse en capte 47 %"."""
    nouns = {"jobs": "emplois", "companies": "entreprises", "establishments": "établissements"}
    return Whole(nouns[earlier], place=False) if earlier in nouns else None


def _together(typed: Typed, figures: list[Frame]) -> Iterator[Frame]:
    """Figures of one sentence whose subject it leaves out all have the subject of the first."""
    usual: Filler | None = None
    for figure in figures:
        own = next((f for f in figure.fillers if f.slot == "subject"), None)
        elsewhere = own is None or own.start < typed.sentence.start
        usual = own if usual is None or (own is not None and not elsewhere) else usual
        if usual is not None and elsewhere:
            yield _about(figure, usual)
        else:
            yield figure


def _value_at(figure: Frame) -> int:
    return next(f.start for f in figure.fillers if f.slot == "value")


def _last_subject(figures: Iterable[Frame]) -> Filler | None:
    """Whom the last of some figures measures."""
    return next((f for figure in reversed([*figures]) for f in figure.fillers if f.slot == "subject"), None)


def _continued(typed: Typed, share: Frame, told: Filler | None) -> Frame:
    """A share whose holder its sentence leaves out is of whom the figure before it is."""
    own = next((f for f in share.fillers if f.slot == "subject"), None)
    near = told is not None and typed.sentence.start - told.start < _NEAR
    elsewhere = own is None or own.start < typed.sentence.start
    return _about(share, told) if told and near and (elsewhere or _CARRIES_ON.match(typed.string)) else share


def _about(figure: Frame, subject: Filler) -> Frame:
    """A figure of another subject."""
    return Frame("Indicator", (subject, *(f for f in figure.fillers if f.slot != "subject")), figure.rule)


def _frame(document: Document, typed: Typed, measure: str, at: Mention, more: list[Filler]) -> Frame:
    value: Value = round(float(_number(at)), 3) if measure == "share" else _number(at)
    fillers = [Filler("measure", measure, at.start, at.end), Filler("value", value, at.start, at.end), *more]
    if not any(f.slot == "asOf" for f in more):
        fillers += [f for day in framing_dates(document, typed)[:1] for f in _dated(day)]
    subject = whom(document, typed, at, measure)
    if subject is not None:
        fillers.insert(0, subject)
    return Frame("Indicator", tuple(fillers), f"indicator.{measure}")


def _number(mention: Mention) -> Value:
    number = mention.value.number if mention.value else None
    return 0 if number is None else frames.held(number)


def _counts(document: Document, typed: Typed, earlier: str) -> Iterator[Frame]:
    typed, alone = indicator_bare.numbered(document, typed, earlier)
    for mention in typed.of_kind("N"):
        before, after = typed.before(mention), typed.after(mention)
        if _SECOND_BOUND.search(before) and earlier and not _CHANGED.search(before):
            continue
        measure = measure_of(typed, mention, before, after, earlier)
        onward = _ONWARD.match(after) if not measure and _STARTS_FROM.search(before) else None
        if onward:
            measure = measure_of(typed, mention, before, onward["what"], earlier)
        if not measure and mention.start in alone:
            measure = indicator_bare.counted(before) or earlier
        if measure:
            earlier = measure
            yield _frame(document, typed, measure, mention, _as_of(typed, before, after))


def _revenues(document: Document, typed: Typed) -> Iterator[Frame]:
    for mention in typed.of_kind("M"):
        before, after = typed.before(mention), typed.after(mention)
        if _NOT_EARNED.match(after):
            continue
        if (
            re.search(_REVENUE.pattern + r"(?:[^.;⟨⟩]|⟨[DUHR]\d+⟩){0,60}$", before, re.IGNORECASE)
            or re.match(
                rf"^ ?(?:and more |et plus |or so )?(?:\(|de |d'|of |in |en )?(?:[a-z-]+ ){{0,4}}?(?:{_REVENUE.pattern})",
                after,
                re.IGNORECASE,
            )
            or re.search(
                r"⟨N\d+⟩ (?:salariés|collaborateurs|employés|emplois|personnes|employees|staff)(?: et|,| pour| and) (?:un CA de |environ )?$",
                before,
            )
            or _revenue_label(typed)
            or _under_revenue(document, typed)
            or _GENERATED.match(after)
            or _WEIGHS.search(before)
            or (_GENERATES.search(before) and _A_YEAR.match(after))
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


def _under_revenue(document: Document, typed: Typed) -> bool:
    """Whether a row stands under a heading such as "Revenus de 2010"."""
    if not typed.sentence.label or not typed.string.startswith("⟨"):
        return False
    above = next((t for t in clauses.before(document, typed) if t.sentence.kind not in {"bullet", "label"}), None)
    return above is not None and above.sentence.kind == "heading" and bool(_REVENUE.match(above.string))


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
        or _AS_OF_CAP.search(before)
    )
    return _dated(typed.mentions[int(match[1])]) if match else []


def _dated(day: Mention) -> list[Filler]:
    """The date of a figure, where it is one day, month or year, or a bound of a period that is open."""
    value = day.value
    when = (value.earliest or value.latest) if value else None
    if (
        value is not None
        and _TWO_YEARS.match(f"{value.earliest}/{value.latest}")
        and day.name[-1:].isdigit()
        and "/" in day.name
    ):
        return [Filler("asOf", str(value.earliest), day.start, day.end)]
    if value is None or when is None or (value.earliest and value.latest and value.kind != "date"):
        return []
    return [Filler("asOf", when, day.start, day.end)]


def _ranks(document: Document, typed: Typed) -> Iterator[Frame]:
    told = [(typed, m, scope, typed.origin(match.end())) for m, scope, match in standing.ranks(typed)]
    for said, mention, scope, end in (*told, *indicator_superlatives.ranks(document.text, typed)):
        more = [Filler("scope", scope, mention.start, end)] if scope else []
        before = said.before(mention)
        more += [] if _BECAME.search(before) else _as_of(said, before, "")
        frame = _frame(document, said, "rank", mention, more)
        itself = frame.first("subject") == scope
        yield Frame("Indicator", frame.fillers[1:], frame.rule) if itself else frame


def _shares(document: Document, typed: Typed, last: Whole | None) -> Iterator[tuple[Frame, Whole]]:
    for mention, whole in standing.shares(typed, last):
        more = [Filler("scope", whole.name, mention.start, mention.end)] if whole.name else []
        day = _SHARED_IN.match(typed.after(mention)) or _SHARED_AS.search(typed.before(mention))
        more += _as_of(typed, typed.before(mention), "") or (_dated(typed.mentions[int(day[1])]) if day else [])
        frame = _frame(document, typed, "share", mention, more)
        if frame.first("subject") != whole.name and (
            whole.place or _holder(frame, typed, mention) or _MEANT.match(typed.string)
        ):
            yield frame, whole


def _holder(frame: Frame, typed: Typed, at: Mention) -> bool:
    """Whether the sentence itself names who has a share, before the figure."""
    return any(
        f.slot == "subject"
        and typed.sentence.start <= f.start
        and (f.start < at.start or _OF_SALES.match(typed.after(at)))
        for f in frame.fillers
    ) or (_WITH.match(typed.string) is not None and frame.first("subject") is not None)
