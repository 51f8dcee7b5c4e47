"""Who belongs to which cluster, network, grouping or parent group."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import Rule, fill, filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Frame
from kg.extraction.mention import Mention
from kg.extraction.rules import (
    belonging,
    member_gathering,
    member_joining,
    member_lists,
    member_parents,
    member_plain,
    member_ranks,
    roll,
)
from kg.extraction.typed import Typed, compiled, matches

RULES: tuple[Rule, ...] = (
    Rule("membership.of", "Membership", r"<member:O+>,? (?:(?:est|sont|is|are|also|également|aussi|,|qui|elle|lui|déjà|tous|toutes|deux|trois|all|a|one of the|[Ll]'un des|l'une des|parmi les) ?){0,4}(?:membres?(?: fondateurs?| actifs?)?|adhérente?s?|filiales?(?: à \d+ ?%| commune)?|subsidiary|subsidiaries|members?|founding members?|(?:fait|font) partie|part|joint-venture|coentreprise) (?:de la |de l'|du |des |de |d'|of the |of |entre )<organisation:O+>"),
    Rule("membership.member_before", "Membership", r"(?:[Mm]embres?|[Aa]dhérente?s?|[Ff]iliales?) (?:de la |de l'|du |des |de |d'|of the |of )<organisation:O>, {the}(?:[a-zà-ÿ-]+ ){0,3}<member:O>"),
    Rule("membership.joined", "Membership", r"<member:O+> (?:a rejoint|ont rejoint|rejoint|rejoignent|intègre|a intégré|adhère à|ont adhéré à|a adhéré à|has joined|joined|joins|est rattachée? (?:à|au)|sont rattachés (?:à|au)) ?{det}<organisation:O>"),
    Rule("membership.gathers", "Membership", r"<organisation:O>[^.;⟨⟩]{0,50} (?:qui )?(?:regroupe|réunit|rassemble|fédère|réunissant|regroupant|rassemblant|fédérant|composée? d[eu'](?: l[a'])?|qui compte parmi ses membres|dont les membres sont|brings together|groups|gathers)(?: notamment| [a-zà-ÿ]+ [a-zà-ÿ]+ :| :)? ?{det}<member:O+>"),
    Rule("membership.subsidiary_of", "Membership", r"<member:O>[,(] ?(?:une |la |a |the )?(?:filiale|subsidiary|marque|entité|branche|division|business unit)(?: [a-zà-ÿ]+){0,2} (?:de |du |d'|de la |of |of the )(?:(?:groupe|géant|constructeur|group) )?(?:[a-zà-ÿ-]+ )?<organisation:O>"),
    Rule("membership.group_trio", "Membership", r"<member:O+>, les (?:deux|trois|quatre|cinq|⟨N\d+⟩) (?:agglos|agglomérations|communes|membres|entités|fondateurs|collectivités) d[eu'](?: la| l')? ?(?:métropole ouest |pôle |réseau )?<organisation:O>"),
    Rule("membership.in_other_words", "Membership", r"<member:OL+>, (?:autrement dit|c'est-à-dire|soit|bref|in other words),? (?:l'ensemble des |tous )?(?:les |des )?(?:deux |trois |quatre |cinq |⟨N\d+⟩ )?(?:agglos|agglomérations|communes|membres|entités|fondateurs|collectivités|adhérents|partenaires fondateurs|filiales) (?:de la |de l'|du |des |de |d')<organisation:O>"),
)  # fmt: skip


_THIS_SUBSIDIARY = compiled(
    r"(?:^|[.;,] )(?:cette|la|this) (?:filiale|coentreprise|subsidiary|spin-off|joint-venture)(?: commune)? (?:de la |de l'|du |des |de |d'|of the |of )<organisation:O+>"
)
_WHOSE_SUBSIDIARY = compiled(
    r"<organisation:O>,? (?:dont|whose) (?:elle|il|it) (?:est|reste|demeure|is) (?:[a-zà-ÿ]+ )?(?:une |la |le |un |l'une des |the |a )?(?:filiale|subsidiary|entité|branche|marque|membre)"
)
_FOUNDERS = Expression(
    r"membres(?: fondateurs)?|fondateurs|founding members|partenaires fondateurs|adhérents", re.IGNORECASE
)
_SOME = compiled(
    r"(?:^|[,;] )(?:⟨N\d+⟩|une?|deux|trois|quatre|cinq|six|les (?:⟨N\d+⟩ |deux |trois |quatre |cinq )?autres|ce) (?:sont|are) (?:des |les |deux |trois )?[^.;:⟨⟩]{0,60}(?:,|:) ?{det}<member:OL+>"
)
_TAKING_PART = compiled(
    r"(?:structures|partenaires|incubateurs|établissements|organismes|entités|acteurs|sociétés|entreprises) (?:y )?(?:participent|la composent|le composent|en font partie|composent (?:le |la |l')[^.;:⟨⟩]{3,30}|sont membres|ont rejoint (?:le |la |l')[^.;:⟨⟩]{3,30}) ?(?::|,) ?{det}<member:OF+>"
)


def _discursive(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    """Members whose group is named before: "Cette filiale de X", "Trois sont des collectivités, A, B et C"."""
    if match := _THIS_SUBSIDIARY.search(typed.string) or _WHOSE_SUBSIDIARY.search(typed.string):
        parents = typed.marked(match["organisation"])
        names = {p.name for p in parents}
        before = [m for m in document.mentions if m.kind == "O" and m.sort in _FIRMS and m.end <= typed.sentence.start]
        before = [m for m in before if m.name not in names]
        main = document.main("O", sorted(_FIRMS))
        near = {m.name for t in document.prose[max(0, index - 1) : index] for m in t.of_kind("O")}
        this = match.group().lstrip(".;, ").lower().startswith(("cette", "this"))
        if (
            main is not None
            and main.name in {m.name for m in before}
            and not (this and near & {m.name for m in before} - {main.name})
        ):
            before.append(main)
        if before:
            yield from (_pair(before[-1], parent) for parent in parents)
    group = document.main("OF", ("company", "model", "cluster", "association", "research", "facility"))
    talk = any(_FOUNDERS.search(t.string) for t in document.prose[max(0, index - 3) : index + 1])
    for pattern in (_SOME, _TAKING_PART):
        for match in pattern.finditer(typed.string):
            if group is not None and (talk or pattern is _TAKING_PART):
                yield from (_pair(m, group) for m in typed.marked(match["member"]) if m.name != group.name)


def _pair(member: Mention, organisation: Mention) -> Frame:
    return Frame(
        "Membership", (filler("member", member), filler("organisation", organisation)), "membership.discursive"
    )


_ITEMISED = Expression(
    r"\b(?:membres?|members?|adhérents|fondateurs|composent|composée?|compose|constituée?|founders|made up)\b[^.]{0,60}:$|^(?:[^.⟨⟩]|⟨N\d+⟩){0,40}\b(?:membres(?: fondateurs)?|adhérents|members)$",
    re.IGNORECASE,
)
_ITEM = {k: compiled(rf"[^⟨]{{0,40}}<member:{k}+>") for k in "OFXL"}
_FIRMS = frozenset({"company", "model"})


def find(document: Document) -> Iterator[Frame]:
    """A frame for each member of each organisation that counts it as one, under as long a name as was found."""
    found = list(_found(document))
    spans = {(f.fillers[0].start, f.fillers[0].end) for f in found if f.fillers[0].slot == "member"}
    for frame in found:
        member = frame.fillers[0]
        longer = any(s <= member.start and member.end <= e and e - s > member.end - member.start for s, e in spans)
        if not (longer and member.slot == "member") and not (
            str(member.value).startswith("État") and document.text.startswith(" membre", member.end)
        ):
            yield frame


def _found(document: Document) -> Iterator[Frame]:
    yield from belonging.find(document)
    for index, typed in enumerate(document.prose):
        if _ITEMISED.search(typed.string):
            yield from _listed(document, index, typed)
        yield from _discursive(document, index, typed)
        yield from roll.find(document, index, typed)
        yield from member_lists.find(document, index, typed)
        yield from member_ranks.find(document, index, typed)
        yield from member_gathering.find(document, typed)
        yield from member_parents.find(document, typed)
        yield from member_plain.find(document, index, typed)
        for rule in RULES:
            for match in matches(rule.pattern, typed):
                fillers = fill(document, typed, match, rule)
                organisation = next((f for f in fillers if f.slot == "organisation"), None)
                members = [f for f in fillers if f.slot == "member"]
                alone = rule.name == "membership.of" and not belonging.SEVERAL.search(match.group())
                for member in members[-1:] if alone else members:
                    if organisation is not None and member.value != organisation.value:
                        yield Frame("Membership", (member, organisation), rule.name)
        yield from member_joining.find(document, typed)  # last: of two rules that say the same, the first is believed
        yield from member_joining.answered(document, index, typed)


def _items(bullet: Typed) -> list[Mention]:
    """The members that a bullet sets out: its first name, and those that a comma or "et" adds, but no address in brackets; under a country all."""
    named = [m for m in bullet.of_kind("OL") if m.sort not in {"country", "continent"}]
    if len(named) < len(bullet.of_kind("OL")):
        return named
    first = next((k for k in "OFXL" if bullet.of_kind(k)), "O")
    match = _ITEM[first].match(bullet.string)
    return bullet.spans(match, "member") if match else []


def _listed(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    """Members set out as bullets after "membres du réseau :"."""
    groups = [m for m in document.mentions if m.kind == "O" and m.end <= typed.sentence.end]
    here = typed.of_kind("O")
    main = document.main("O", ("cluster", "association", "model", "research"))
    spoken_of = main if main is not None and any(m.name == main.name for m in groups) else None
    last = next((m for m in reversed(groups) if m.sort in {"cluster", "association", "model"}), None)
    organisation = here[0] if here else spoken_of or last
    if organisation is None:
        return
    for item in document.prose[index + 1 :]:
        if item.sentence.kind != "bullet":
            return
        for member in _items(item):
            yield Frame(
                "Membership", (filler("member", member), filler("organisation", organisation)), "membership.listed"
            )
