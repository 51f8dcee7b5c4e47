"""Where an organisation is, by plain neighbourhood: a place behind words of being somewhere, and whoever does so there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction import tables
from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler, Frame
from kg.extraction.mention import Mention
from kg.extraction.rules.spoken import owner_of
from kg.extraction.typed import MARK, Typed, compiled

LIVING = (
    r"(?:(?:re)?(?:basée?s?|implant\w+|install\w+|établi\w*|situ(?:ée?s?|e)|domicili\w+|localisée?s?|présente?s?|logée?s?|loge|héberg\w+|abrit\w+|accueilli\w*|hébergée?s?)|emménag\w+|déménag\w+|née?s?|naît|fondée?s?|créée?s?|"
    r"sièges?|usines?|sites?|bureaux?|locaux|ateliers?|adresses?|établissements?|antennes?|agences?|implantations?|laboratoires?|équipes?|salariés|collaborateurs|ingénieurs|personnes|effectifs|emploi\w*|emplois|quartier général|bâtiments?|murs|hangars?|"
    r"salle blanche|centre (?:de|d')\w*|recrut\w+|embauch\w+|travaill\w+|fabriqu\w+|produi\w+|assembl\w+|construi\w+|conçoi\w+|ouvr\w+|ouvert\w*|inaugur\w+|agrandi\w+|pouss\w+ les murs|valises|cartons|racines|berceau|fief|voisine?s?|"
    r"based|headquarter\w*|located|offices?|plants?|factor(?:y|ies)|facilit(?:y|ies)|workshops?|home|premises|labs?|laborator(?:y|ies)|campus|employ\w*|staff|engineers|people|jobs|builds?|building|built|makes|making|manufactur\w+|assembl\w+|mov(?:e|es|ed|ing)|relocat\w+|"
    r"settl\w+|open(?:s|ed|ing)?|expand\w*|sited?|base|presence|tenants?|headed)"
)
"""What says that somebody is, lives, works or builds somewhere."""
_NEAR = r"(?:(?:tout |just )?(?:près|à côté|à deux pas|non loin|aux portes|au cœur|en périphérie|dans la banlieue|à proximité|au centre|outside|close to|near|outside of)(?: d(?:e |u |es )| d'| ))"
_AT = rf"(?:{_NEAR}|\b(?:à|au|aux|en|dans|sur|entre|vers|depuis|de|d'|du|in|at|into|across|between|of|to) ?(?:la |le |l'|les |the |its |sa |son |ville de |commune de |région |county of |province of |city of |town of )*)"
_WHERE = r"(?P<place>⟨[LF]\d+⟩)(?P<more>(?:(?:,| et| and|,? puis|,? mais aussi| comme| ou) (?:à |en |au |aux |dans |in |at |d'|de )?(?:la |le |l'|les )?⟨L\d+⟩)*)"
_LIVES = Expression(rf"(?<![\w-]){LIVING}(?![\w-])", re.IGNORECASE)
_GAP = r"(?:[^.;⟨⟩]|⟨[NDHMURLFS]\d+⟩)"
_BEHIND = compiled(rf"<entity:O+>(?P<gap>{_GAP}{{0,150}}?)[ (]{_AT}{_WHERE}")
_OF_WHOM = compiled(rf"(?P<gap>(?:^|[;:.] ){_GAP}{{3,140}}?)[ (]{_AT}{_WHERE}")
_FRONTED = compiled(rf"(?:^|[;:] ){_AT}{_WHERE}(?P<gap>(?: \(⟨L\d+⟩\))?,? {_GAP}{{0,90}}?)<entity:O+>")
_BESIDE = (
    compiled(rf"<entity:O>(?: \([^()⟨⟩]{{2,12}}\))?,? (?:in|of|from|near|at|outside|à|de|d'|du) ?{_WHERE}(?! (?:region|area|county))"),
    compiled(r"<entity:O>(?: \([^()⟨⟩]{2,12}\))?, (?:an? |the )?<place:L>(?:-based)? (?:[a-z-]+ ){0,4}(?:company|firm|start-?up|manufacturer|maker|business|group|developer|operator|specialist|outfit|venture|university|laboratory|institute|agency|incubator|supplier)\b"),
    compiled(r"<place:L>'s (?:own |[a-z-]+ )??<entity:O>"),
    compiled(r"<entity:O>,? (?:[^.;⟨⟩]{0,40} )?(?:a|has) made <place:LF> (?:its|his|their) (?:headquarters|home|base)"),
    compiled(rf"<entity:O+>,? (?:both|all|tous|toutes|tous deux|toutes deux) (?:of|from|in|de|d'|à|en) ?{_WHERE}"),
)  # fmt: skip
_HOLDS = compiled(
    rf"(?P<place>⟨[LF]\d+⟩),? (?:(?:qui|which|that|also|aussi|elle|il|it) )*(?:compte|abrit\w+|accueill\w+|héberg\w+|concentre|réunit|regroupe|rassemble|possède|recense|loge\w*|a vu naître|hosts?|is home to|are home to|houses?|boasts|counts|has|home to)(?: (?:aussi|également|désormais|déjà|notamment|also|already|now))*{_GAP}{{0,60}}?[ ,:'(]{{det}}(?:[a-zà-ÿ-]+ ){{0,2}}<entity:O+>"
)
_TENANTS = compiled(
    rf"(?:locataires|occupants|résidents|pensionnaires|voisins|implantés|installés|installées|implantées|présents|présentes|poids lourds|fleurons|resident (?:organisations|companies|firms)|tenants|residents|occupiers|neighbours|firms based (?:here|there)){_GAP}{{0,60}}?[ :,(]{{det}}<entity:O+>"
)
_DETAIL = compiled(
    r"^(?:,? \((?P<a>⟨L\d+⟩)\)|,? (?:toujours )?(?:dans (?:le |la |l'|les )|en |in |au |aux )(?P<b>⟨L\d+⟩))"
)
_ELSEWHERE = Expression(
    r"\b(?:salon|forum|congrès|colloque|conférence|festival|concert|exposition|show|fair|conference|summit|événement|event|visite|visit|déplacement|réuni\w*|rencontr\w+|lancé|lanceurs?|vols?|décoll\w+|launch(?:ed|es|er)?|rockets?|flights?|élu\w*|né le|born|étudi\w+|vend\w+|vers la|satellites? (?:à|en)|ministre|préfet|maire|mayor|president)\b",
    re.IGNORECASE,
)
_DATELINE = compiled(
    r"^(?P<place>⟨L\d+⟩)(?: \((?P<in>⟨L\d+⟩|[^()⟨⟩]{2,30})\))?(?:,? (?:le |ce |on )?⟨D\d+⟩|, [^.⟨⟩]{3,20})?(?: ?[–—:/>|-] |\.? ?[–—|]|$|, ⟨D\d+⟩$)"
)
_PEOPLE = Expression(r"(?<![\w-])(?P<people>[A-ZÀ-Ýa-zà-ÿ]+(?:-[a-zà-ÿ]+)*)(?![\w'-])")
_OWNED = Expression(r"^ (?:d(?:e |u |es )|d')?(?:la |le |l'|les )?(?:⟨O|[a-zà-ÿ]+ (?:d(?:e |u )|d')⟨O)")
_APPOSED = Expression(r"⟨O\d+⟩(?: \([^()]{2,30}\))?, (?:une? |la |le |l'|les |ce |cette )?(?:[a-zà-ÿ'-]+ ){0,5}$")
_TOGETHER = Expression(
    r"^,? (?:qui |which |[a-zà-ÿ]+ )?(?:ont|sont|vont|se sont|s'\w+ent|[a-zà-ÿ]{3,}(?<!m)ent|have|are|were|both|all|tous|toutes)\b|\b(?:tous|toutes|both|all)\b"
)
"""What says that all of a list are there."""
_LOCAL = frozenset({"commune", "city", "department", "region", "area", "model"})
_BODIES = frozenset({"company", "model", "research", "cluster", "association"})
_TOWNS = frozenset({"commune", "city", "department", "model"})
_CLEAR = 1.5
"""How much more of a text must be about one body than about another for its dateline to place it."""


def find(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    """A frame for each organisation beside such a place."""
    if document.language == "fr":
        yield from _peopled(typed)
    yield from _listed(document, index, typed)
    if not typed.of_kind("L"):
        return
    yield from _beside(typed)
    yield from _behind(typed)
    yield from _fronted(typed)
    yield from _implied(document, typed)
    yield from _dated(document, index, typed)


def _beside(typed: Typed) -> Iterator[Frame]:
    for pattern in _BESIDE:
        for match in pattern.finditer(typed.string):
            yield from _framed(typed, match, typed.spans(match, "entity"), "location.beside")


def _behind(typed: Typed) -> Iterator[Frame]:
    for match in _BEHIND.finditer(typed.string):
        if _LIVES.search(match["gap"]) and not _ELSEWHERE.search(match["gap"]):
            entities = typed.spans(match, "entity")
            together = entities if _TOGETHER.search(match["gap"]) else entities[-1:]
            yield from _framed(typed, match, together, "location.behind")


def _fronted(typed: Typed) -> Iterator[Frame]:
    for match in _FRONTED.finditer(typed.string):
        if not _ELSEWHERE.search(match.group()):
            yield from _framed(typed, match, typed.spans(match, "entity"), "location.fronted_plain")


def _listed(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    """As in "le Puy-de-Dôme compte A et B", "ses locataires : A, B et C" where a site was spoken of just before."""
    for match in _HOLDS.finditer(typed.string):
        yield from _framed(typed, match, typed.spans(match, "entity"), "location.holds")
    for match in _TENANTS.finditer(typed.string):
        entities = [e for e in typed.spans(match, "entity") if e.sort in _BODIES]
        near = [m for t in document.prose[max(0, index - 2) : index + 1] for m in t.of_kind("LF")]
        here = [m for m in near if m.end <= typed.origin(match.start("entity")) and m.sort in _LOCAL | {"facility"}]
        for entity in entities if here and len(entities) > 1 else []:
            yield Frame("Location", (filler("entity", entity), filler("place", here[-1])), "location.tenants")


def _implied(document: Document, typed: Typed) -> Iterator[Frame]:
    for match in _OF_WHOM.finditer(typed.string):
        if "⟨O" in typed.string[: match.end()] or not _LIVES.search(match["gap"]) or _ELSEWHERE.search(match["gap"]):
            continue
        owner, main = owner_of(document, typed, match.start()), document.main("O", sorted(_BODIES))
        if owner is not None and main is not None and owner.name == main.name:
            yield from _framed(typed, match, [owner], "location.implied", _TOWNS)


def _dated(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    if index > 6 or not (match := _DATELINE.match(typed.string)):
        return
    main = document.main("O", sorted(_BODIES))
    others = {m.name: m for m in document.mentions if m.kind == "O" and main is not None and m.name != main.name}
    if main is not None and all(document.weight(o) * _CLEAR < document.weight(main) for o in others.values()):
        yield from _framed(typed, match, [main], "location.dateline", _TOWNS)


def _peopled(typed: Typed) -> Iterator[Frame]:
    """As in "les sites mérignacais de A et de B", "A, laboratoire dijonnais d'analyses", "le Marnais A"."""
    if not typed.of_kind("O"):
        return
    for match in _PEOPLE.finditer(typed.string):
        place = tables.place_of(match["people"])
        if place is None:
            continue
        start = typed.origin(match.start())
        where = Filler("place", place[0], start, start + len(match["people"]))
        before, after = typed.string[: match.start()], typed.string[match.end() :]
        told = MARK.search(after) if _OWNED.match(after) else None
        apposed = None if told else _APPOSED.search(before)
        mark = told or (MARK.match(apposed.group()) if apposed else None)
        for named in typed.marked(mark.group() if mark else ""):
            yield Frame("Location", (filler("entity", named), where), "location.peopled")


def _framed(
    typed: Typed, match: re.Match[str], entities: list[Mention], rule: str, sorts: frozenset[str] = frozenset()
) -> Iterator[Frame]:
    places = [m for g in ("place", "more", "in") if match.groupdict().get(g) for m in typed.marked(match[g])]
    if (detail := _DETAIL.match(typed.string[match.end() :])) and match.re.groupindex.get("more"):
        places += typed.marked(detail["a"] or detail["b"])
    fillers = [
        filler("place", p)
        for p in places
        if (p.sort in (sorts or _LOCAL) or p.kind == "F") and not (p.nominal and p.sort == "region")
    ]
    for entity in entities:
        if fillers and entity.kind == "O" and entity.sort in _BODIES:
            yield Frame("Location", (filler("entity", entity), *fillers), rule)
