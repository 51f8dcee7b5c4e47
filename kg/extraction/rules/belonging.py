"""Membership said of units and groupings: an entity of, three that form one, so many founders named in the next breath."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Frame
from kg.extraction.mention import Mention
from kg.extraction.typed import MARK, Typed, compiled

_UNIT = (
    r"(?:entité|unité|composante|branche|division|filiale|filière|service|département|direction|structure|laboratoire|antenne|organe|bras armé|bras|équipe|programme d'incubation|incubateur|marque|membre|adhérent|"
    r"pilier|maillon|institut|subsidiary|unit|arm|division|branch|affiliate|member|part)(?:e|s|es)?(?: (?:fondat(?:eur|rice)s?|actifs?|opérationnelle|française?|spatiale?|commune?|mixte|européenne|dédiée?|historique|de recherche|à \d+ ?%|à ⟨H\d+⟩))*"
)
_DE = r"(?:de la |de l'|du |des |de |d'|of the |of )(?:groupe |géant |ministère |réseau |pôle |association |constructeur )?(?:[a-zà-ÿ]+-[a-zà-ÿ]+ |américain |allemand |italien |néo-zélandais |japonais |toulousain |français )?"
_VERBED = (
    r"(?:réunie?s|rassemblée?s|regroupée?s|fédérée?s|associée?s|unie?s|alliée?s|engagée?s|organisée?s|grouped|united)"
)
_UNDER = r"(?:au sein d(?:e la |e l'|u |e |es |')|dans (?:la |le |l'|les )?|sous (?:la bannière |l'égide |l'étendard )?(?:de la |de l'|du |de |d')?|sous l[ea'] ?(?:nom |étiquette )?(?:de )?|par (?:la |le |l')?|autour d(?:e la |e l'|u |e |')|in |within )"
_UNIT_OF = compiled(
    rf"<member:O+>(?: \([^()]{{1,40}}\)|, ⟨L\d+⟩)?,? (?:(?:qui )?(?:est|sont|était|is|are) )?(?:(?:aussi|également|désormais|elle-même|lui-même|devenue?) )*\(?(?:une |un |l'|la |le |les |cette |cet |ce |a |the |this |l'une des |l'un des )?(?:(?:société|entreprise|PME|start-up|firme|company|firm)(?: [a-zà-ÿ-]+){{0,2}} (?:et|and) (?:une |a )?)?{_UNIT} {_DE}<organisation:O+>"
)
_PAIRS = (
    compiled(rf"(?:membres?|adhérents|fondateurs|associés|members|founders)(?: fondateurs| actifs| historiques)? {_DE}<organisation:O>,? (?:figurent|sont|comptent|on trouve|on compte|include|are)(?: notamment| aussi)?(?: :)? {{det}}<member:O+>"),
    compiled(r"<organisation:O>,? (?:qui )?(?:rassemble|réunit|regroupe|fédère|gathers|brings together)(?:[^.;:⟨⟩]|⟨N\d+⟩){3,60}(?: comme| tels? que| telles? que| dont| parmi lesquels| such as| including) {det}<member:O+>"),
    compiled(r"<member:O+>,? (?:qui )?(?:appartient|appartiennent|appartenant|belongs|belong) (?:à la |à l'|au |à |aux |to the |to )(?:groupe |géant |réseau )?<organisation:O>"),
    compiled(r"<member:O>,? (?:(?:est|is) )?(?:entièrement|intégralement|wholly) (?:détenue?|contrôlée?|owned) (?:par|by) {the}(?:groupe )?<organisation:O>"),
    compiled(rf"(?:[Mm]embres?(?: fondat(?:eur|rice)| actif| active)?|[Aa]dhérente?|[Ff]iliale|[Ee]ntité|[Uu]nité) {_DE}<organisation:O>(?: depuis ⟨D\d+⟩)?, {{the}}(?:[a-zà-ÿ-]+ ){{0,3}}<member:O>"),
    compiled(r"<member:O+>,? (?:[^.;,⟨⟩]{0,30} )?(?:d'adhérer|adhérer|de rejoindre|rejoindre|d'intégrer|intégrer) (?:à la |à l'|à |au |la |le |l')?(?:réseau |pôle |cluster |groupe )?<organisation:O>"),
    compiled(r"(?:[Cc]onsortium|[Rr]éseau|[Gg]roupement|[Aa]lliance|[Ff]édération|[Pp]ôle|[Cc]luster) <organisation:O>,? (?:qui )?(?:associe|unit|allie|regroupe|réunit|rassemble|fédère) {det}<member:O+>"),
    _UNIT_OF,
    compiled(r"<organisation:OF>,? qui (?:réunit|regroupe|rassemble|fédère|associe) les (?:communautés|agglomérations|villes|communes|régions|agglos|universités|départements|collectivités)(?: d'agglomération| de communes)? (?P<member>(?:de la |de l'|du |des |de |d')⟨[OL]\d+⟩(?:(?:, | et |, et )(?:de la |de l'|du |des |de |d')?⟨[OL]\d+⟩)+)"),
    compiled(r"<organisation:OF>,? (?:où (?:se retrouvent|siègent|se côtoient|sont réunies?|s'allient|se retrouvent réunies)|qui (?:réunit|regroupe|rassemble|fédère|associe))(?: (?:[^.;:⟨⟩]|⟨N\d+⟩){0,60})?,? (?:celles?|ceux|celui|à savoir|soit)(?: de la| de l| du| des| de| d)?[ ']{det}(?P<member>⟨[OL]\d+⟩(?:(?:, | et |, et )(?:celles? |celui )?(?:de la |de l'|du |des |de |d')?⟨[OL]\d+⟩)*)"),
    compiled(r"<organisation:OF>,? qu(?:e |')(?:la |le |les |l')?<member:OL+>, (?:ses|tous|toutes|les|its|leurs) (?:[a-zà-ÿ]+ )?(?:membres|fondateurs|adhérents|partenaires fondateurs|cofondateurs|parrains|members|founders)\b"),
    compiled(r"<member:O>,?(?: (?:[^.;⟨⟩]|⟨D\d+⟩){3,60})? (?:dans le giron|dans l'orbite|sous l'aile|sous la coupe|au sein|essaimée?|filialisée?|issue?) (?:de la |de l'|du |de |d')<organisation:O>, dont (?:elle|il) est (?:toujours |aujourd'hui |aussi )?(?:une |la |le |un |l'une des |l'un des )(?:filiales?|membres?|entités?|unités?|branches?|adhérents?)\b"),
    compiled(r"<member:O+>,? (?:qui |which )?(?:dépend|dépendent|relève|relèvent|fait partie|font partie|is attached to|are attached to|belongs to the |belongs to|belong to|is part of|are part of|émane) (?:de la |de l'|du |des |de |d'|the )?<organisation:O+>"),
    compiled(r"<member:O+>,? (?:(?:est|sont|a été|ont été|is|reste|restent) )?(?:(?:une?|le|la|l'|an?|the) ?[a-zà-ÿ]+(?: [a-zà-ÿ-]+){0,2} )?(?:administrativement )?(?:(?:unités?|laboratoires?)(?: mixtes?)?(?: de recherches?)? associée?s? (?:à la |à l'|à |au )|rattachée?s? (?:à la |à l'|à |au )|affiliée?s? (?:à la |à l'|à |au )|intégrée?s? (?:à la |à l'|à |au )|placée?s? sous (?:la tutelle|l'autorité|la houlette) (?:de la |de l'|du |de |d')|sous (?:la )?(?:double )?tutelle (?:de la |de l'|du |de |d'))<organisation:O+>"),
    compiled(rf"{_VERBED} (?:ensemble )?{_UNDER}(?:[a-zà-ÿ]+ ){{0,2}}<organisation:O>,? (?:[a-zà-ÿ]+ ){{0,3}}?{{det}}<member:OL+>"),
    compiled(rf"<member:OL+>,? (?:(?:se )?sont |qui se sont |désormais |les (?:trois|deux|quatre) )*{_VERBED} (?:[a-zà-ÿ]+ )?{_UNDER}(?:[a-zà-ÿ]+ ){{0,2}}<organisation:O>"),
    compiled(r"<member:OL+>(?: \([^()]{1,40}\))?,? (?:qui |et |which )?(?:forment|composent|constituent|form|make up) (?:ensemble |à (?:eux|elles) (?:deux|trois|quatre|⟨N\d+⟩) |together )?(?:la |le |l'|les |the )?(?:[a-zà-ÿ]+ ){0,2}<organisation:OF>"),
    compiled(r"<organisation:O>,? (?:[^.;⟨⟩]{0,60} )?(?:compte|a pour|parmi ses|dont les|comprend|les|ses|counts)(?:[^.;:⟨⟩]|⟨N\d+⟩){0,40}(?:membres|adhérents|fondateurs|associés|partenaires fondateurs|members|founders)(?! (?:d[eu]s?|of)\b| d\')(?: fondateurs| actifs| historiques)?(?: sont| are)?(?:[^.;:⟨⟩]{0,20})(?: :|,? dont|,? parmi lesquels|,? notamment| \(|,)? {det}<member:OL+>"),
    compiled(r"<organisation:O>[^.;⟨⟩]{0,30},? (?:dont|whose) (?:[^.;⟨⟩]{0,20} )?{det}<member:O+> (?:est|sont|fait|font|is|are) (?:l'un des |aussi |également |déjà )?(?:membres?|adhérents?|partie|members?|fondat\w+)"),
    compiled(r"<organisation:O>(?:[^.;⟨⟩]{0,60}?)(?:,| et| via| par| avec| à travers)? (?:sa|ses|leur|its) (?:filiale|branche|division|subsidiary|unit|arm)s?(?: (?!d[eu]\b)[a-zà-ÿ]+){0,2},? <member:O+>"),
    compiled(r"<organisation:O>'s (?:subsidiary|unit|arm|affiliate|own laboratory|division),? <member:O>"),
    compiled(r"<member:O>[^.;⟨⟩]{0,40} (?:sa|leur|la|its) maison[- ]mère,? <organisation:O>"),
    compiled(r"<organisation:O>, (?:la )?maison[- ]mère (?:de la |de l'|du |de |d')<member:O+>"),
    compiled(r"<member:O> \((?:du )?(?:groupe|groep|group|filiale (?:de |du |d'|à \d+ ?% d[eu'] ?)) ?<organisation:O>\)"),
    compiled(rf"(?:membre|adhérent|filiale|entité|unité|subsidiary|member) {_DE}<organisation:O>, {{the}}<member:O> "),
    compiled(r"(?:adhésion|entrée|arrivée|ralliement|intégration) (?:de la |de l'|du |des |de |d')<member:O+> (?:à la |à l'|à |au |dans (?:la |le |l'|les )|au sein d(?:e la |e l'|u |e |'))(?:groupe |réseau |pôle |cluster )?<organisation:O>"),
    compiled(r"<member:O+>,? (?:[^.;⟨⟩]{0,20} )?(?:rejoindra|rejoindront|intègrera|intégrera|intègrent|vient de rejoindre|viennent de rejoindre|a adhéré|adhère|font leur entrée|fait son entrée|entre|entrent) (?:à la |à l'|à |au |aux |dans (?:la |le |l')|la |le |l')?(?:réseau |pôle |cluster |groupe |groupement )?<organisation:O>"),
)  # fmt: skip
_FOUNDING = compiled(
    r"<member:OL+>,? (?:qui )?(?:sont à l'origine d(?:e |u |e la |e l'|')|(?:ont|viennent de|have) (?:co)?(?:créée?|fondée?|constituée?|créer|fonder|founded|set up) (?:ensemble )?){the}(?:[a-zà-ÿ]+(?: |, )){0,3}<organisation:OF>"
)
_MAKING = r"(?:porté|créé|fondé|lancé|rejoint|constitué|composer|former|constituer|fonder|créer|faire partie|en faire partie|adhérer|s'être (?:unis|associés|alliés))"
_MANY = r"deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|two|three|four|five|six|seven|eight|nine|ten"
_COUNTED = compiled(
    rf"(?:(?:Ils|Elles|ils|elles) (?:sont|étaient|furent) (?P<n>{_MANY}|⟨N\d+⟩) à (?:l'avoir |la |le |les )?(?:avoir )?{_MAKING}|(?P<n2>{_MANY}|⟨N\d+⟩) (?:[a-zà-ÿ]+ )?(?:membres|fondateurs|partenaires fondateurs|adhérents|cofondateurs|parrains|actionnaires fondateurs|founding members|members|founders)|(?:née?|fruit|issue?) (?:du regroupement|de l'alliance|de l'union|de l'association) d[e'](?:s )? ?(?P<n3>{_MANY}|⟨N\d+⟩))"
)
_NUMBERS = {
    w: n for n, w in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
} | {
    w: n
    for n, w in enumerate(
        ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"]
    )
}
_TUTELLES = compiled(
    r"<member:O> \((?P<organisation>(?:⟨O\d+⟩|[A-Z]\w{1,12})(?: ?[-/,–] ?(?:⟨O\d+⟩|[A-Z]\w{1,12})){1,5})\)"
)
_SHARED = Expression(r"UMR|Unité|Laboratoire|Labo")
SEVERAL = Expression(
    r"\b(?:sont|are|tous|toutes|font partie|all|subsidiaries|(?:filiale|entité|unité|membre|adhérent|marque|laboratoire|subsidiarie|member|unit)s)\b"
)
_AGAIN = Expression(r"(?:\bde la |\bde l'|\bdu |\bdes |\bde |\bd'|\bthe |\bà |\bau )$")
_GROUPS = frozenset({"cluster", "association", "facility", "research", "authority", "public"})


def find(document: Document) -> Iterator[Frame]:
    """A frame for each member that a unit's or a grouping's words name."""
    for index, typed in enumerate(document.prose):
        for pattern in _PAIRS:
            for match in pattern.finditer(typed.string):
                bodies = _each_of(typed, match)
                members = [m for m in typed.spans(match, "member") if _may(m) and not _at(typed, m)]
                several = pattern is not _UNIT_OF or SEVERAL.search(typed.string[match.end("member") : match.end()])
                yield from _framed(members if several else members[-1:], bodies)
        for match in _FOUNDING.finditer(typed.string):
            members, bodies = typed.spans(match, "member"), typed.spans(match, "organisation")
            if len(members) > 1 or bodies[0].sort in _GROUPS:
                yield from _framed(members, bodies)
        for match in _TUTELLES.finditer(typed.string):
            (laboratory,) = typed.spans(match, "member")
            called = re.search(r"\b(?:laboratoire|unité|UMR|labo|équipe) $", typed.before(laboratory))
            if called or (laboratory.sort == "research" and _SHARED.match(laboratory.name)):
                yield from _framed([laboratory], typed.spans(match, "organisation"))
        yield from _counted(document, index, typed)


def _each_of(typed: Typed, match: re.Match[str]) -> list[Mention]:
    """The bodies of "filiale de A, de B et de C": after the first, only those that the preposition introduces again."""
    base, found = match.start("organisation"), list(MARK.finditer(match["organisation"]))
    kept = [m for m in found if m is found[0] or _AGAIN.search(typed.string[: base + m.start()])]
    return [typed.mentions[int(m["number"])] for m in kept]


def _counted(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    """As in "Ils sont six à l'avoir fondé", where just six bodies are named in that sentence or the next."""
    match = _COUNTED.search(typed.string)
    if match is None:
        return
    wanted = _number(typed, match["n"] or match["n2"] or match["n3"])
    after = [m for m in typed.mentions if typed.position(m) > match.end()]
    following = [m for t in document.prose[index + 1 : index + 3] for m in t.mentions]
    before = [m for m in document.mentions if m.kind in "OF" and m.end <= typed.origin(match.start())]
    for pool in (after, [*after, *following]):
        named = {m.name: m for m in pool if m.kind in "OL" and _may(m) and m.sort != "area" and not _leads(document, m)}
        group = _group(document, before, set(named))
        if len(named) == wanted and group is not None:
            yield from _framed(list(named.values()), [group], "membership.counted")
            return


def _leads(document: Document, place: Mention) -> bool:
    """Whether a place only says where those are that follow: "en Occitanie : A et B"."""
    return place.kind == "L" and document.text[place.end : place.end + 2].strip() == ":"


def _group(document: Document, before: list[Mention], members: set[str]) -> Mention | None:
    """The grouping that so many make up: what the text is about if it was named, else what was named last."""
    outside = [m for m in before if m.name not in members and m.sort not in {"press", "authority"}]
    main = document.main("OF")
    known = next((m for m in outside if main is not None and m.name == main.name), None)
    return known or (outside[-1] if outside else None)


def _number(typed: Typed, words: str) -> int:
    if mark := MARK.fullmatch(words):
        value = typed.mentions[int(mark["number"])].value
        return int(value.number) if value is not None and value.number is not None else 0
    return _NUMBERS.get(words.lower(), 0)


def _at(typed: Typed, place: Mention) -> bool:
    """Whether a place only says where the members meet."""
    return place.kind == "L" and bool(re.search(r"(?:\bà|\bÀ|\bin|\bat|\bau) $", typed.before(place)))


def _may(member: Mention) -> bool:
    return member.sort not in {"country", "continent", "press"}


def _framed(members: list[Mention], bodies: list[Mention], rule: str = "membership.belongs") -> Iterator[Frame]:
    for body in bodies:
        for member in members:
            if member.name != body.name:
                yield Frame("Membership", (filler("member", member), filler("organisation", body)), rule)
