"""What an agreement or a strategy sets out, its axes and actions: in bullets, in lists, counted off one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.rules import points
from kg.extraction.rules.points import bullets_after, listed
from kg.extraction.typed import Typed

_NOUN = (
    r"(?:axes?|priorités?|volets?|piliers?|cibles?|chantiers?|orientations?|ambitions?|thématiques|lignes de travail|souhaits|caps|enjeux|défis|leviers|missions|"
    r"priorities|pillars|strands|wishes|goals|aims)"
)
_WIDE_NOUN = rf"(?:{_NOUN}|objectifs|objectives|domaines|terrains|points|buts|thèmes|champs)"
_COUNT = r"(?:⟨N\d+⟩|deux|trois|quatre|cinq|six|sept|two|three|four|five|six|seven)"
_AXES = Expression(
    rf"\b{_WIDE_NOUN}\b[^.]{{0,70}}:$|\b(?:prévoi\w+|promet\w*|promi\w+|s'engag\w+|port\w* sur|couvr\w+|articul\w+|au menu|commits? to|fix(?:e|ent)|retien(?:t|nent)|défini(?:t|ssent)|énum\w+|compren(?:d|nent)|sets? out|lists?|covers?)\b[^.]{{0,50}}:?$",
    re.IGNORECASE,
)
_INLINE = Expression(
    rf"(?<!\w)(?:{_NOUN}|{_COUNT} (?:[a-zà-ÿ]+ )?{_WIDE_NOUN})\b[^.:;]{{0,60}}?(?: ?:| [–—(]|, (?:including|dont|notamment|à savoir|such as)) ?(?P<list>[^.:–—]{{10,300}})|"
    r"(?:vise|ambitionne|a pour (?:objectif|but|ambition)|aims|visent)(?: notamment| également)? (?:à |de |d'|to )(?P<aims>[a-zà-ÿ][^.:;]{10,300})",
    re.IGNORECASE,
)
_ABOUT = Expression(
    r"\b(?:convention|accord|partenariat|contrat|charte|agreement|partnership)(?: [a-zà-ÿ-]+)?,? (?:sur|on|covering) (?P<list>[^.:;]{15,250})|"
    r"\b(?:port(?:e|era|ent)|agreement covers) (?:à la fois |notamment |also )?(?:sur )?(?P<object>(?:la |le |les |l'|the )[^.:;⟨⟩]{3,80}, [^.:;]{3,160} (?:et|and) [^.:;]{3,80})",
    re.IGNORECASE,
)
_SAYS = Expression(r"⟨[TDP]|\ba \w+é\b|\b(?:ont|est|sont|was|is|has|have|qui|que|dont)\b", re.IGNORECASE)
_ANNOUNCED = Expression(
    rf"\b{_WIDE_NOUN}\b[^.:;]{{0,60}}(?:inscrits?|retenus?|retenues|fixés?|fixées|définis|définies|structurent|identifiés?|set|defined)[^.:;]{{0,30}}\.$",
    re.IGNORECASE,
)
_ON_LIST = Expression(
    r"^(?:On y trouve|Il s'agit (?:de|d')|Ce sont|Y figurent|They are|These are|Parmi (?:eux|elles|ceux-ci))\s?(?:notamment )?(?P<list>[^.]{15,500})",
    re.IGNORECASE,
)
_SUCH = Expression(
    rf"^(?P<list>[^.:;]{{10,300}}?)(?: :|,| [–—])? (?:(?:tels? (?:sont|est)|telles? sont|voilà|ce sont|autant de|c'est|these are)[^.:;]{{0,20}}\b(?:{_WIDE_NOUN}|sujets)|"
    rf"(?:sont|forment|constituent|composent|structurent|are|make up) (?:les|ses|the|its|l') ?(?:{_COUNT} )?(?:grands |main )?{_WIDE_NOUN})\b",
    re.IGNORECASE,
)
_ACTIONS = Expression(r"(?:actions?|mesures?|measures?|actions phares)\b[^.]{0,60}:$", re.IGNORECASE)
_MENU = Expression(
    r"\b(?:[Aa]u menu|[Aa]u programme|[Pp]armi les (?:actions|mesures|projets))(?:, entre autres| notamment)?(?:,| ?:) (?P<list>(?:des |un |une |la |le |l'|les )[^.:;]{10,250}, [^.:;]{5,200})"
)
_CALL = Expression(
    r"\b(?:[Uu]n|[Cc]et|[Ll]'|[Aa]n|[Tt]he|[Uu]ne?|d'un) ?(?P<call>(?:nouvel |nouveau )?(?:appel (?:à projets|d'offres?|à manifestation d'intérêt)|call for (?:projects|proposals))"
    r"(?:,? (?:[a-zà-ÿ]+ ){0,2}(?:sur|consacré (?:à|aux?)|dédié (?:à|aux?)|on)(?: [a-zà-ÿ'-]+){1,6})?)"
)
_PARTS = Expression(rf"(?<!\w){_COUNT} (?:[a-zà-ÿ]+ )?{_WIDE_NOUN}\b", re.IGNORECASE)
_ORDINAL = r"(?:⟨R\d+⟩|premi(?:er|ère)|seconde?|deuxième|troisième|quatrième|cinquième|dernière?|first|second|third|fourth|fifth|last)"
_ONE = Expression(
    rf"(?:^|[,;:] (?:et |puis |and )?)(?:avec |pour |quant à |quant au |du |au |dans |par )?(?:le |la |the ){_ORDINAL}(?: (?:axe|volet|pilier|chantier|point|objectif))?(?![\w⟨])(?:, enfin,|,)?",
    re.IGNORECASE,
)
_FIRST = Expression(r"\s*(?:le |la |the )?(?:⟨R\d+⟩|premi(?:er|ère)|first)(?= )", re.IGNORECASE)
"""How the parts begin that are told one after the other."""
_LEAD = Expression(
    r"^(?:il est question (?:de |d')|(?:il |elle )?(?:consiste(?:ra)? à|vis(?:e|era) à|concern(?:e|era)|port(?:e|era) sur|réunit|touche (?:à|aux)|veut|met(?:tra)?|doit|implique|prévoit|repose (?:par ailleurs |également |aussi )?sur|a trait (?:à|aux)|est consacrée? (?:à|aux))) ?",
    re.IGNORECASE,
)
_SEVERAL = Expression(r",| (?:et|and) (?:à |de |d'|to )?[a-zà-ÿ]+(?:er|ir|re)\b| and (?:to )?[a-z]+ ", re.IGNORECASE)
_WORDS = 5


def announces(typed: Typed) -> bool:
    """Whether a sentence tells the axes of whatever the text is about."""
    found = [p.search(typed.string) for p in (_AXES, _SUCH, _PARTS)]
    return any(f and re.search(_NOUN, f.group(), re.IGNORECASE) for f in found)


def calls(document: Document, typed: Typed) -> Iterator[Filler]:
    """The call for projects that a sentence tells under a strategy."""
    if typed.sentence.kind != "heading" and (match := _CALL.search(typed.string)):
        yield _words(document, typed, match.start("call"), match.end("call"), "action")


def set_out(document: Document, index: int, typed: Typed, *, agreement: bool) -> Iterator[Filler]:
    """Each axis or action that a sentence sets out, or that the sentences after it do."""
    if _ACTIONS.search(typed.string):
        if not agreement:
            yield from bullets_after(document, index, "action")
    elif match := _MENU.search(typed.string):
        slot = "axis" if agreement else "action"
        start = match.start("list")
        joint = points.joint(match["list"])
        yield from listed(document, typed.origin(start), typed.origin(match.end("list")), slot, joint=joint)
    elif _AXES.search(typed.string) and (typed.string.endswith(":") or typed.sentence.kind == "heading"):
        yield from bullets_after(document, index, "axis")
    elif (
        index and _ANNOUNCED.search(document.prose[index - 1].string) and (match := _ON_LIST.match(typed.string))
    ) or (match := _SUCH.search(typed.string)):
        yield from _items(document, typed, match, "list")
    else:
        yield from _in_line(document, index, typed, agreement=agreement)


def _in_line(document: Document, index: int, typed: Typed, *, agreement: bool) -> Iterator[Filler]:
    """The axes that a sentence lists itself, or counts before they are told one by one."""
    match = _INLINE.search(typed.string)
    if match and match["list"] and _FIRST.match(match["list"]):
        yield from _counted(document, index - 1)
    elif match:
        listed_ones = match["list"] and not _SAYS.search(match["list"])
        if listed_ones or (match["aims"] and not agreement and _plain(match["aims"])):
            yield from _items(document, typed, match, "list" if match["list"] else "aims")
    elif agreement and (match := _ABOUT.search(typed.string)):
        group = "list" if match["list"] else "object"
        if re.search(r", .* (?:et|and) ", match[group]) and not _SAYS.search(match[group]):
            yield from _items(document, typed, match, group)
    elif _PARTS.search(typed.string):
        yield from _counted(document, index)


def _plain(aims: str) -> bool:
    """Whether several aims are told, and not what they cost."""
    return "⟨M" not in aims and _SEVERAL.search(aims) is not None


def _counted(document: Document, index: int) -> Iterator[Filler]:
    """The parts told one after the other: "Le premier est économique. Avec le deuxième, il est question de…"."""
    after = document.prose[index + 1 : index + 7]
    for number, typed in enumerate(after):
        starts = list(_ONE.finditer(typed.string))
        for one, following in zip(starts, [*starts[1:], None][: len(starts)], strict=True):
            end = following.start() if following else len(typed.string)
            end = min([end, *(typed.string.find(";", one.end()) for _ in (0,) if ";" in typed.string[one.end() : end])])
            clause = typed.string[one.end() : end]
            if len(clause.split()) < _WORDS and not following and number + 1 < len(after):
                told = after[number + 1]
                yield from _clause(document, told, 0, len(told.string))
            else:
                yield from _clause(document, typed, one.end(), end)


def _clause(document: Document, typed: Typed, start: int, end: int) -> Iterator[Filler]:
    lead = len(typed.string[start:end]) - len(typed.string[start:end].lstrip(" ,"))
    start += lead
    if match := _LEAD.match(typed.string[start:end]):
        start += match.end()
    if 8 < end - start < 250:
        yield _words(document, typed, start, end, "axis")


def _words(document: Document, typed: Typed, start: int, end: int, slot: str) -> Filler:
    first, last = typed.origin(start), typed.origin(end)
    words = document.text[first:last].rstrip(" .,;:")
    return Filler(slot, words, first, first + len(words))


def _items(document: Document, typed: Typed, match: re.Match[str], group: str) -> Iterator[Filler]:
    words = re.split(r" (?:are|sont) (?:two|three|deux|trois) (?:of them|d'entre)", match[group])[0]
    start = match.start(group)
    joint = points.INFINITIVES if group == "aims" else points.joint(words)
    yield from listed(document, typed.origin(start), typed.origin(start + len(words)), "axis", joint=joint)
