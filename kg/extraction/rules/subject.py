"""Whom a figure measures: the region, the town or the organisation that a sentence, or the text, is about."""

from __future__ import annotations

import re

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.rules import indicator_leading
from kg.extraction.rules.clauses import AT, OPENING_PRONOUN, PRONOUN, between, fronted, leads, oblique, wide
from kg.extraction.rules.clauses import before as earlier
from kg.extraction.rules.indicator_carried import context, fits, the_country
from kg.extraction.rules.indicator_sectors import counted, people
from kg.extraction.typed import Typed

_A_REGION = Expression(r"\b(?:une|la|cette|sa|the|a|this) (?:région|region)\b[^.;⟨⟩]{0,60}$")
_CALLED = Expression(
    r"[^.;:⟨⟩]{0,40}(?:⟨L\d+⟩)?,? (?:s'appelle|se nomme|a pour nom|c'est|is called|is named) (?:la |le |l')?⟨[OFL](\d+)⟩"
)
_WHOSE = Expression(
    r"⟨[OFX](\d+)⟩,? (?:dont|whose) (?!(?:elle|il|ils|elles|it)\b)[^.;⟨⟩]{0,60}(?:en ⟨D\d+⟩ )?$|⟨[OFLX](\d+)⟩(?: [a-zà-ÿ]+)?,? (?:qui|which|that) [^.;,⟨⟩]{0,40}$|⟨[OFX](\d+)⟩,? (?:et|and) (?:à |de |with )?(?:ses|its|leurs) $"
)
_IN_BRACKETS = Expression(
    r"(?<!à )(?<!en )(?<!de )(?<!d')(?<!in )(?<!at )(?<!of )⟨[OLFXS](\d+)⟩ \((?:[^().]|⟨[A-Z]\d+⟩)*$"
)
_BODY_NOUN = Expression(
    r"[- ](?:[a-zà-ÿ]+ )?(?:opérateur|constructeur|fabricant|fournisseur|employeur|équipementier|motoriste|producteur|exploitant|operator|manufacturer|supplier|employer|maker|producer|de l'emploi)"
)
_NAMED_NEXT = Expression(
    r"(?:(?:Il|Elle|It) (?:s'appelle|se nomme|a pour nom|is called)|(?:Son|Its) (?:nom|name)(?: is| est)?(?: ?[?:])?|C'est|It is) (?:la |le |l'|the )?⟨[OF](\d+)⟩"
)
_FRONTED_PLACE = Expression(
    r"^(?:(?:Rien )?[Qq]u'en |Rien qu'à |Pour |Sur |En |In |Dans l[ae'] ?|À |Au |Across |Throughout |For )(?:toute? )?(?:seule? |la |le |l'|les |the )?⟨L(\d+)⟩"
    r"(?: (?:entière?|seule?|tout entier|toute entière|as a whole|alone))?,? [^⟨⟩]{3,60}$"
)
_STAFF = Expression(
    r"(?: [a-zà-ÿ-]+)? (?:d'|de )?(?:salarié|collaborat|employé|ingénieur|technicien|personnes|employees|staff|people|engineers|embauches|recrutements|hires)"
)
_POSTS = Expression(
    r" (?:[a-zà-ÿ-]+ ){0,2}?(?:d'|de )?(?:postes|emplois|jobs|roles)(?! (?:spatiaux|dans (?:le|la|l'|les) (?:spatial|filière|secteur|région)))"
)
_CREATED = Expression(
    r"promis|cré[eéa]|attendu|prévu|à la clé|supplémentaire|annonc|envisag|recrut|embauch|creat|expected|promised|additional|generat|génér|à terme|maint|sauv"
)
_SECTORAL = Expression(
    r"filière|secteur|industrie\b|écosystème|spatial|aérospatial|aéronautique|sector|industry|cluster|ecosystem|domaine|emplois"
)
_OF_BODIES = _STAFFED = frozenset({"jobs", "revenue"})
_A_BODY = ("company", "model", "research")
_THE_SECTOR = Expression(
    r"^(?:[^.;:⟨⟩]{0,30}, )?(?:La |Le |L'|la |le |l'|The |the )(?P<sector>(?:filière|secteur|industrie|activité|spatial|space sector|space industry|sector|industry)(?: (?:spatiale?|aérospatiale?|aéronautique|industrielle?))?) (?:est|reste|demeure|constitue|représente|devient|is|remains)(?: [a-zà-ÿ]+)? (?:le |la |l'|the |aujourd'hui |désormais )*$"
)
_PART = Expression(r"⟨N\d+⟩[^⟨⟩.;]{0,40}\b(?:dont|including|of (?:which|whom)) (?:[a-zà-ÿ]+ ){0,2}$")
_A_COMPANY = Expression(r"(?:Le|L'|La|The) ?(?:groupe|entreprise|société|firme|company|group|firm|maison)\b")
_IT_IS = Expression(r"\b(?:[Cc]'est|[Ii]t is|[Ii]t's) (?:le |la |the )?$")
_APPOSED_RANK = Expression(
    r"[^.;:⟨⟩]{0,80}(?:⟨L\d+⟩)?[^.;:,⟨⟩]{0,20}, (?:le |la |l'|les |the )?(?:[a-zà-ÿ-]+ )?⟨[OFXSL](\d+)⟩"
)
_FOUND_IN = Expression(
    r"[^.;:]{0,80}\b(?:sont|est|se trouve(?:nt)?|se situe(?:nt)?|travaillent|exercent|se concentre(?:nt)?|are|is|work|works|live|sit)(?: (?:employés?|basés?|installés?|situés?|concentrés?|localisés?|implantés?|based|located|concentrated|found|employed))? (?:en|à|au|dans|in) (?:la |le |l'|the )?⟨L(\d+)⟩"
)
_OPENING = 12
_NEAR_START = 160
_SUBJECT_OF_TEXT = 6
_PLACES = ("region", "department", "commune", "city", "area", "model")
_OWNER = Expression(
    r" [a-zà-ÿ' -]{0,40}?\b(?:que|qu')(?: y)? ?(?:compte|emploie|recense|abrite|réunit|dénombre|fait travailler|a)(?:nt|ra)?,? (?:[a-zà-ÿ]+ )?(?:la |le |l')?⟨[OLFX](\d+)⟩"
    r"| [a-zà-ÿ' -]{0,40}?\b(?:que|qu'|that) ?(?:la |le |l'|the )?⟨[OLF](\d+)⟩ (?:y )?(?:emploie|compte|abrite|employs|has)"
    r"|(?: directs?)? (?:salariés|collaborateurs|employés|agents|emplois|employees|jobs|staff|ingénieurs|techniciens|chercheurs|ouvriers|personnes|engineers|workers|researchers|people)(?: (?:et|and) [a-zà-ÿ]+| [a-zà-ÿ]+)? (?:de |du |d'|de la |de l'|at |of )⟨[OF](\d+)⟩"
)
_IN_THE_WORLD = Expression(
    r"(?:^|[:;«\"] ?)(?P<world>Dans le monde|À travers le monde|Worldwide|Around the world|Across the world|In the world),? [^⟨⟩.;:]{0,30}$",
    re.IGNORECASE,
)
_WORLDWIDE = Expression(r" [a-zà-ÿ' -]{0,30}?(dans le monde|worldwide|in the world|around the world)\b")
_NATIONWIDE = Expression(
    r"(?:[ÀA] l'échelle (?:du pays|nationale|de la France)|[Aa]u (?:niveau|plan) national|[Dd]ans tout le pays|total national|nationwide)(?=[, ])(?!,? (?:et|and) )[^⟨⟩]*$|^(?:À l'échelle (?:du pays|nationale)|Au (?:niveau|plan) national|Dans tout le pays|Nationwide),"
)
_REGIONAL = Expression(r" [a-zà-ÿ-]+ (?:régionales|régionaux|de la région|du territoire)\b")


def whom(document: Document, typed: Typed, at: Mention, measure: str) -> Filler | None:
    """Whom a figure measures; a firm that is only told by its place is nobody: "the Glasgow firm"."""
    subject = _whom(document, typed, at, measure)
    if subject is not None and measure in _STAFFED and indicator_leading.stands_for(typed, at):
        towns = {m.name for m in document.mentions if m.kind == "L" and m.sort != "model"}
        return None if subject.value in towns else subject
    return subject


def _whom(document: Document, typed: Typed, at: Mention, measure: str) -> Filler | None:
    """The sentence's own subject, a place named after a figure, else what the text is about."""
    if (
        stated := _stated(document, typed, at, measure)
        or counted(typed, at)
        or indicator_leading.stated(document, typed, at, measure)
        or (indicator_leading.meant(document, typed, at) if measure in _STAFFED else None)
    ):
        return stated
    lead = typed.before(at)
    staff = measure == "jobs" and _of_staff(document, typed, at)
    body = measure == "rank" and _of_a_body(typed, at)
    fitting = [
        m
        for m in typed.of_kind("OLFXS")
        if fits(typed, m)
        and (m.kind != "S" or (m.sort == "model" and leads(typed, m)))
        and (m.kind != "X" or measure in _OF_BODIES or leads(typed, m))
    ]
    if measure in {"companies", "establishments"}:
        fitting = [m for m in fitting if m.kind == "L" or m.sort == "authority"]
    elif (
        staff
        or body
        or (measure in _STAFFED and indicator_leading.stands_for(typed, at))
        or (measure in _OF_BODIES and _A_COMPANY.match(lead))
    ):
        fitting = [m for m in fitting if m.kind != "L"]
    before = [m for m in fitting if m.end <= at.start]
    leading = [m for m in before if leads(typed, m)]
    if leading:
        return filler("subject", leading[-1])
    after = [] if _PART.search(lead) else [m for m in fitting if m.start >= at.end and _a_place(typed, m)]
    if sector := people(typed, lead) or (None if staff else _at_a_place(typed, lead)):
        return sector
    pronoun = bool(PRONOUN.search(lead))
    named = None if pronoun else _named_here(typed, [m for m in before if not wide(m)], after, at)
    if (named is None or named.kind == "L") and (opening := indicator_leading.unknown(document, typed, at, measure)):
        return opening
    if named is not None:
        return filler("subject", named)
    return (
        (None if pronoun else people(typed, typed.string))
        or the_country(document, typed)
        or context(document, typed, "body" if body else "staff" if staff else measure)
    )


def _a_place(typed: Typed, mention: Mention) -> bool:
    """Whether a name is a place's, or an authority's that stands for its area: "dans la région Grand Est"."""
    return mention.sort in _PLACES or (mention.sort == "authority" and bool(AT.search(typed.before(mention))))


def _at_a_place(typed: Typed, lead: str) -> Filler | None:
    """The place that a sentence begins with: "Pour l'Europe entière, la prévision est de"."""
    place = _FRONTED_PLACE.match(lead)
    return filler("subject", typed.mentions[int(place[1])]) if place else None


def _of_staff(document: Document, typed: Typed, at: Mention) -> bool:
    """Whether a count is of people whom the body that a text is about employs: a town has no employees."""
    main = document.main("O")
    about = main is not None and main.sort in _A_BODY and document.weight(main) >= _SUBJECT_OF_TEXT
    posts = _POSTS.match(typed.after(at)) and _CREATED.search(typed.string) and not typed.of_kind("L")
    staff = _STAFF.match(typed.after(at)) and not _SECTORAL.search(typed.string)
    return about and bool(posts or staff)


def _of_a_body(typed: Typed, at: Mention) -> bool:
    """Whether a rank is one that a company holds, not a region: "le premier opérateur européen"."""
    behind = typed.after(at)
    return bool(_BODY_NOUN.match(behind))


def _named_here(typed: Typed, before: list[Mention], places: list[Mention], at: Mention) -> Mention | None:
    """The name in the sentence that a figure belongs to: the one before it, or a place right behind the figure."""
    beside = [m for m in places if re.fullmatch(r"[^.;:,⟨⟩]{0,40}", between(typed, at, m))]
    subjects = [m for m in before if not oblique(typed, m) and not _apposed(typed, m)]
    bodies = [m for m in subjects if not (m.kind == "L" and AT.search(typed.before(m)))]
    return next(
        iter(
            [
                *bodies[-1:],
                *beside,
                *subjects[-1:],
                *(m for m in places if "," not in between(typed, at, m)),
                *before[-1:],
            ]
        ),
        None,
    )


def _stated(document: Document, typed: Typed, at: Mention, measure: str) -> Filler | None:
    """The subject that the words beside a figure name: "dont le chiffre d'affaires", "à l'échelle du pays"."""
    lead = typed.before(at)
    behind = typed.after(at)
    if owner := _IN_BRACKETS.search(lead) or _WHOSE.search(lead) or _OWNER.match(behind):
        return filler("subject", typed.mentions[int(next(g for g in owner.groups() if g))])
    clause = re.split(r"[:;] ", lead)[-1]
    if country := _NATIONWIDE.search(clause):
        start = typed.origin(len(lead) - len(clause) + country.start())
        return Filler("subject", "France", start, start + len(country.group()))
    if fronting := _IN_THE_WORLD.search(lead):
        return Filler("subject", "monde", typed.origin(fronting.start("world")), typed.origin(fronting.end("world")))
    whose = OPENING_PRONOUN.match(lead) or _A_COMPANY.match(lead) or any(m.end <= at.start for m in typed.of_kind("OX"))
    if not whose and (world := _WORLDWIDE.match(behind)):
        start = typed.origin(len(typed.string) - len(behind) + world.start(1))
        return Filler("subject", "monde", start, start + len(world[1]))
    regional = (measure == "companies" and _REGIONAL.match(behind)) or (measure == "rank" and _A_REGION.search(lead))
    ranked = _ranked(document, typed, lead, behind) if measure == "rank" else None
    if isinstance(ranked, Filler):
        return ranked
    named = ranked or fronted(typed, at) or (document.main("L", ("region",)) if regional else None)
    if measure == "share" and len(lead) < _NEAR_START and (place := _FOUND_IN.match(behind)):
        named = typed.mentions[int(place[1])]
    return filler("subject", named) if named else None


def _ranked(document: Document, typed: Typed, lead: str, behind: str) -> Mention | Filler | None:
    """Who has a rank, by what follows it: its name, an apposition, the next sentence."""
    if sector := _THE_SECTOR.match(lead):
        return Filler(
            "subject", sector["sector"], typed.origin(sector.start("sector")), typed.origin(sector.end("sector"))
        )
    if called := _CALLED.match(behind):
        return typed.mentions[int(called[1])]
    after = _next(document, typed)
    if after is not None and (named := _NAMED_NEXT.match(after.string)):
        return after.mentions[int(named[1])]
    if _IT_IS.search(lead) and not typed.of_kind("OF"):
        previous = next(earlier(document, typed), None)
        bodies = [m for m in previous.of_kind("OF") if not oblique(previous, m)] if previous else []
        return bodies[-1] if bodies else None
    body = _APPOSED_RANK.match(behind) if len(lead) < _OPENING else None
    return typed.mentions[int(body[1])] if body else None


def _next(document: Document, typed: Typed) -> Typed | None:
    return next((t for t in document.prose if t.sentence.start >= typed.sentence.end), None)


def _apposed(typed: Typed, mention: Mention) -> bool:
    """Whether a place only says where the organisation before it is: "Sodern, à Limeil"."""
    return bool(re.search(r"⟨[OF]\d+⟩,? (?:à|de|in|at) $", typed.before(mention)))
