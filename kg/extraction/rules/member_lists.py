"""Members set out: under a heading, in a row of names, in brackets behind their people, around a consortium."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Frame
from kg.extraction.mention import Mention
from kg.extraction.tables import plain
from kg.extraction.typed import MARK, Typed, compiled

_MEMBERS = (
    r"(?:membres?(?: fondateurs| actifs| associés)?|adhérents|fondateurs|cofondateurs|(?:partenaires|établissements|industriels|organismes|actionnaires|sociétaires) fondateurs|"
    r"(?:entreprises|sociétés|structures|écoles|universités|institutions) fondatrices|(?:entreprises|sociétés|établissements|structures) membres|consortium|"
    r"founding (?:members|partners|companies)|founders|members|member (?:companies|institutions|organisations))"
)
_HEADING = Expression(rf"(?:^|[^\wà-ÿ]){_MEMBERS}\b(?:[^.⟨⟩]|⟨[NOFX]\d+⟩){{0,40}}[?:]?\s*$", re.IGNORECASE)
_COLON = Expression(rf"\b{_MEMBERS}\b(?:[^.:⟨⟩]|⟨[NOFXL]\d+⟩){{0,50}}:", re.IGNORECASE)
_PLACE_FIRST = Expression(
    r"^(?:[Ee]n |[ÀAà] |[Aa]ux? |[Dd]ans (?:le |la |l'|les )|[Ii]n )?⟨L\d+⟩(?: \([^()]{1,40}\))? ?: "
)
_SPLIT = Expression(r" ?[·•|/;,] ?| – | — | - ")
_WORDS = Expression(r"\b(?!(?:et|and|la|le|les|de|du|des|the|of)\b)[a-zà-ÿ]{2,}")
_AROUND = compiled(
    r"<organisation:OXL>,? (?:(?:qui |which )?(?:est |a été |is |was )?)?(?:rassemblé|réuni|emmené|mené|constitué|formé|composé|porté|dirigé|conduit|piloté|regroupé|bâti|monté|made up|formed|led|composed)e?s? (?:autour d(?:e |u )|autour d'|par |de |d'|du |around |by |of ){det}<member:OXL+>"
)
_THAT_FORM = compiled(
    r"<organisation:OXL>,? (?:que|qu'|that)[ ']?(?:forment|composent|constituent|animent|ont (?:formé|créé|fondé|constitué|monté)|(?:a|have) (?:formed|created|founded)|mènent|emmènent|réunit) {det}<member:OX+>"
)
_LED = compiled(
    r"\b(?:groupement|consortium|équipe|alliance|attelage|tandem|team|grouping) (?:« ?)?<organisation:OX>(?: ?»)?,? (?:que|qu'|that)[ ']?(?:pilote|dirige|conduit|coordonne|emmène|mène|leads)(?:nt)? {det}<member:OX+>"
)
_JOINT = compiled(
    r"<organisation:OXL>,? (?:est |is )?(?:(?:une?|la|le|a|an|the|cette) )?(?:alliance|consortium|groupement|union|association|mariage|partnership|grouping|tandem|duo)(?: [a-zà-ÿ-]+)? (?:entre |de |d'|du |associant |réunissant |regroupant |formée? par |créée? par |détenue? par |between |of |formed by |set up by |led by |bringing together ){det}<member:OX+>"
)
_BETWEEN = compiled(
    r"(?:consortium|groupement|alliance)(?: [a-zà-ÿ-]+)? (?:entre |d'|de |between |of ){det}<member:O+>,? (?:baptisée?|nommée?|dénommée?|appelée?|called|named|dubbed) [«\"]? ?<organisation:OXL>"
)
_TENSES = r"(?:rejoignai(?:t|ent)|rejoindr(?:a|ont)|avai(?:t|ent) rejoint|adhérai(?:t|ent) à|adhèrent à|adhérer(?:a|ont) à|intégrai(?:t|ent)|intégrer(?:a|ont)|siège(?:nt)? au sein d(?:e la|e l'|u|e)|had joined|will join|have joined|joining|est entrée? (?:dans|au sein d(?:e|u))|sont entrée?s (?:dans|au sein d(?:e|u)))"
_JOINED = compiled(
    rf"<member:OXL+>,? (?:qui |which )?(?:[^.;:⟨⟩]{{0,30}} )?{_TENSES} ?{{det}}(?:réseau |pôle |cluster |groupe |consortium )?<organisation:O>"
)
_BOUGHT_BY = compiled(
    r"<member:OX>,? (?:[^.;:⟨⟩]{0,40} )?(?:(?:a été|est|fut|was|has been|is) )?(?:désormais |depuis |entièrement |wholly )*(?:rachetée?|acquise?|reprise?|absorbée?|avalée?|détenue?|contrôlée?|acquired|bought|owned|taken over)(?: (?:en |depuis |in |since )?⟨D\d+⟩)?(?: à ⟨H\d+⟩| [a-zà-ÿ]+)? (?:par|by) (?:la |le |l'|the |son |sa )?(?:[a-zà-ÿ-]+ ){0,3}?<organisation:O>"
)
_BUYS = compiled(
    r"<organisation:O>,? (?:[^.;:⟨⟩]{0,40} )?(?:a racheté|rachète|rachetait|rachètera|vient de racheter|a acquis|acquiert|vient d'acquérir|s'offre|s'est offert|s'empare d(?:e|u)|s'est emparé d(?:e|u)|met la main sur|a mis la main sur|prend le contrôle d(?:e|u)|a pris le contrôle d(?:e|u)|absorbe|a absorbé|avale|a avalé|a repris|"
    r"has acquired|acquired|acquires|has bought|bought|buys|has taken over|takes over|took over) ?(?:la |le |l'|the )?(?:[a-zà-ÿ-]+ ){0,3}?<member:OX>(?! ?%)"
)
_BUYING = compiled(
    r"(?:rachat|acquisition|reprise|takeover|purchase) (?:de la |de l'|du |de |d'|of )(?:[a-zà-ÿ-]+ ){0,3}?<member:OX>(?: \([^()]{1,30}\))?,? (?:par|by) {the}(?:[a-zà-ÿ-]+ ){0,3}?<organisation:O>"
)
_BOUGHT = compiled(
    r"<member:OX>(?:[^.;:⟨⟩]|⟨L\d+⟩){0,60}, (?:[^.;:,⟨⟩]|⟨L\d+⟩){0,50}?(?:rachetée?|acquise?|absorbée?|acquired|bought)(?! (?:par|by))(?:,| (?:cette année|l'an dernier|l'an passé|en ⟨D\d+⟩|⟨D\d+⟩|in ⟨D\d+⟩|this year|last year))"
)
_GROUPS = ("cluster", "association", "research", "facility", "public", "model", "company")
_GROUPING = Expression(
    r"(?:fondation|GIS|GIE|consortium|groupement|réseau|association|fédération|pôle|cluster|alliance|institut|centre|incubateur|foundation|network|alliance|centre|institute|IRT|campus|technopole)\b",
    re.IGNORECASE,
)
_FIRMS = frozenset({"company", "model"})


def find(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    """A frame for each member so set out."""
    if _heads(typed):
        yield from _under(document, index, typed)
    elif colon := _COLON.search(typed.string):
        group = _group(document, index, typed, typed.string[: colon.end()])
        yield from _framed([m for m in typed.of_kind("OX") if typed.position(m) >= colon.end()], group)
    for pattern in (_AROUND, _THAT_FORM, _LED, _JOINT, _BETWEEN, _JOINED, _BOUGHT_BY, _BUYS, _BUYING):
        for match in pattern.finditer(typed.string):
            group = typed.spans(match, "organisation")[0]
            if pattern in (_BOUGHT_BY, _BUYS, _BUYING) and group.sort not in _FIRMS:
                continue
            yield from _framed(typed.spans(match, "member"), group)
    main = document.main("O", tuple(_FIRMS))
    for match in _BOUGHT.finditer(typed.string):
        yield from _framed(typed.spans(match, "member"), main)


def _heads(typed: Typed) -> bool:
    """Whether a line announces members: a heading, a question or what a colon ends, no item of a list itself."""
    announces = typed.sentence.kind in {"heading", "label"} or typed.string.rstrip().endswith((":", "?"))
    return announces and typed.sentence.kind != "bullet" and bool(_HEADING.search(typed.string))


def _under(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    """What the bullets or the row of names under such a heading set out."""
    group = _group(document, index, typed, typed.string)
    for item in document.prose[index + 1 :]:
        if item.sentence.kind != "bullet" and not _is_row(item):
            return
        yield from _framed(_items(item), group)
        if item.sentence.kind == "prose":
            return


def _is_row(item: Typed) -> bool:
    """Whether a line is nothing but names: "A · B · C", or one name."""
    bare = MARK.sub("", re.sub(r"\([^()]*\)", "", item.string))
    names = [m for m in item.mentions if m.value is None]
    parted = len(_SPLIT.split(item.string)) > 1 or item.sentence.kind == "heading"
    return bool(names) and parted and not _WORDS.search(bare)


def _items(item: Typed) -> list[Mention]:
    """The members of a bullet or a row, without the place that leads it and what stands in brackets."""
    lead = _PLACE_FIRST.match(item.string)
    rest = item.string[lead.end() if lead else 0 :]
    if not lead and item.sentence.kind == "bullet":
        rest = re.split(r" ?[(:–—]| - |, (?:à|en|basée?|installée?)", rest)[0]
    rest = re.sub(r"\([^()]*\)", "", rest)
    named = [item.mentions[int(m["number"])] for m in MARK.finditer(rest)]
    return [m for m in named if m.kind in "OXF" or (m.kind == "L" and m.sort == "model")]


def _group(document: Document, index: int, typed: Typed, words: str) -> Mention | None:
    """The grouping whose members they are: named with them, else named in the sentences before, else the main one."""
    if here := [m for m in typed.marked(words) if m.kind in "OF"]:
        return here[-1]
    earlier = [m for t in document.prose[: index + 1] for m in t.of_kind("OF") if m.sort in _GROUPS]
    grouping = [m for m in earlier if m.sort in {"cluster", "association"} or _GROUPING.match(m.name)]
    tally = Counter(m.name for m in document.mentions)
    heading = plain(document.title)
    return max(grouping or earlier, key=lambda m: (plain(m.name) in heading, tally[m.name], m.start), default=None)


def _framed(members: list[Mention], group: Mention | None) -> Iterator[Frame]:
    for member in members:
        town = member.kind == "L" and (member.known or member.sort != "model")
        if (
            group is not None
            and not town
            and member.name != group.name
            and member.sort not in {"press", "country", "continent"}
        ):
            yield Frame("Membership", (filler("member", member), filler("organisation", group)), "membership.roster")
