"""Where an organisation is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction import tables
from kg.extraction.document import Document
from kg.extraction.engine import Rule, fill, filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler, Frame
from kg.extraction.mention import Mention
from kg.extraction.rules import (
    gathered,
    location_apposed,
    location_moves,
    location_regional,
    location_topical,
    placed,
    pointed,
    sited,
)
from kg.extraction.typed import Typed, compiled, matches

_BASED = (
    r"(?:basée?s?|implantée?s?|installée?s?|établie?s?|située?s?|localisée?s?|hébergée?s?|née?s?|domiciliée?s?|ancrée?s?|présente?s?|incubée?s?|"
    r"based|located|headquartered|situated|established|present)"
)
_IN = r"(?:aux portes de |en périphérie de |au cœur de |dans la banlieue de |à deux pas de |à côté de |non loin de |dans l'agglomération de |au sud de |au nord de |à l'est de |à l'ouest de |à la |à |au |aux |en |dans la |dans le |dans l'|dans |près de |in |at |near |sur le site de |sur la commune de |on the |sur )"

RULES: tuple[Rule, ...] = (
    Rule("location.based", "Location", rf"<entity:O>(?: \([^()]{{1,30}}\))?,? (?:[^.,;⟨⟩]{{0,45}} )?{_BASED}(?: [a-zà-ÿ]+)? {_IN}<place:LF>(?:(?:, | \(|/| et | and )(?:à |en |au |in )?(?P<place2>⟨L\d+⟩)(?! (?:emploie|compte|a |est )))?(?:(?:,| et| and) (?:à |en |au |in )(?P<place3>⟨L\d+⟩))?"),
    Rule("location.fronted", "Location", rf"(?:^|[,;:»] )(?:[A-ZÀ-Ý](?:[^,.;⟨⟩]|⟨[DN]\d+⟩){{3,60}} )?{_BASED}(?: [a-zà-ÿ]+)??(?: (?:en )?⟨D\d+⟩)? {_IN}<place:L>(?: ⟨D\d+⟩)?(?: \(⟨L\d+⟩\)| \([^()]{{1,30}}\)|(?:,| et) (?:à |en |au |dans (?:le |la |l'|les ))?(?P<place2>⟨L\d+⟩))?, (?:{{the}}(?:[a-zà-ÿé' -]{{0,40}}))?<entity:O>"),
    Rule("location.seat", "Location", rf"<entity:O>[^.;⟨⟩]{{0,40}} (?:a son siège|dont le siège (?:social )?(?:est|se trouve|se situe)|siège social|possède (?:un|son) (?:site|siège)|s'est installée?|est installée?|s'installe|s'est implantée?|s'implante|s'installera|dispose d'un site|emménage|a ouvert [a-z ]{{3,30}}|is headquartered|has its headquarters|moved)(?: [a-zà-ÿ]+){{0,2}}(?: ⟨D\d+⟩)? {_IN}<place:L>"),
    Rule("location.cleft", "Location", rf"[Cc]'est (?:aussi |également )?{_IN}<place:L> qu(?:e |')(?:[^.;⟨⟩]{{0,30}}){_BASED}(?:[^.;⟨⟩]|⟨N\d+⟩){{0,60}}, {{det}}<entity:O+>(?:,? de même que {{det}}(?P<entity2>⟨O\d+⟩(?: et (?:la |le |l')⟨O\d+⟩)?))?"),
    Rule("location.houses", "Location", r"<place:L> (?:abrite|héberge|hosts|houses) (?:désormais |aussi |également |déjà |[a-zà-ÿ]+ )?{det}<entity:O+>"),
    Rule("location.comma", "Location", r"<entity:O>(?: et (?:la |le |l')?(?P<entity2>⟨O\d+⟩))?(?: \((?:[^()⟨⟩]{1,30}|⟨O\d+⟩)\))?, (?:(?:et )?elle aussi |also )?(?:à |en |aux? |dans (?:le |la |l'|les )|près de |in )(?P<place>⟨L\d+⟩)(?:,? (?:dans (?:le |la |l'|les )|en |in |\()(?P<place2>⟨L\d+⟩))?(?= ?[,.;)]| et | qui | which |$)"),
    Rule("location.subsidiary", "Location", r"<entity:O>, filiale d(?:e |u |')⟨O\d+⟩,?(?: créée en ⟨D\d+⟩)?(?: et)?(?: elle aussi)? (?:à |en |aux? |dans (?:le |la |l'|les ))(?P<place>⟨L\d+⟩)(?:, (?:dans (?:le |la |l'|les )|en )(?P<place2>⟨L\d+⟩))?"),
    Rule("location.employs", "Location", r"<entity:O>,? (?:espère |veut |va |devrait |compte |entend |doit |prévoit d[e'] ?|plans to |hopes to |will |to )?(?:emploie|emploiera|employer|compte|comptera|compter|fait travailler|fera travailler|faire travailler|avoir|aura|employs?|has|have)[^.;⟨⟩]{0,20}⟨N\d+⟩[^.;⟨⟩]{0,25} (?:à |en |au |dans (?:le |la |l'|les )|in |at )<place:L>"),
    Rule("location.boasts", "Location", r"<place:L> (?:dispose d'|compte |possède |a pour |peut compter sur )[^.;:⟨⟩]{0,60}(?:⟨L\d+⟩)?(?:,| :| avec) {det}<entity:O+>"),
    Rule("location.at", "Location", r"(?:à |en |dans (?:le |la |l'|les )|au |aux |in )<place:L>,? (?:chez |(?:dans les (?:locaux|murs|ateliers|bureaux)|au siège|dans l'usine|sur le site|à l'usine) d(?:e la |e l'|u |es |e |')|at )<entity:O>"),
    Rule("location.put", "Location", r"<entity:O>[^.;⟨⟩]{0,25}(?:,? qu(?:e |'))[^.;⟨⟩]{0,25} (?:situe|place|installe|implante) (?:à |en |dans le |dans la |dans l')(?:« ?)?<place:L>"),
    Rule("location.hosts", "Location", r"<place:LO>,? qui (?:l'|les )(?:héberge|accueille|abrite)(?=[ ,.;])"),
    Rule("location.chose", "Location", r"<entity:O>[^.;⟨⟩\"»]{0,15} (?:a choisi|choisit|a retenu|a sélectionné|a opté pour|opte pour|a jeté son dévolu sur|jette son dévolu sur|s'est décidée? pour|has chosen|chose|chooses|picked|picks|has picked|selected|has selected|settled on|has settled on|opted for|has opted for) (?:la |le |l'|les |the )?<place:L>(?! pour (?:le|la|l'|les)\b)"),
    Rule("location.since", "Location", rf"^(?:Depuis|À|A|From) <place:L>, où (?:il|elle|ils|elles) (?:est|sont) {_BASED},? {{the}}<entity:O>"),
    Rule("location.born", "Location", rf"<entity:O>[^.;⟨⟩]{{0,20}} (?:est née?|a vu le jour|a été créée?|a été fondée?|a ouvert|s'est installée?)(?: (?:[^.;⟨⟩]|⟨D\d+⟩){{0,25}})? {_IN}<place:L>"),
    Rule("location.paren", "Location", r"<entity:O>(?: \([A-Z]{2,8}\))? \((?:[^()⟨⟩]{0,25}[, ])?<place:L>(?:, ?[^()⟨⟩]{0,20}|, ?⟨L\d+⟩)?\)"),
    Rule("location.list", "Location", rf"(?:présente?s|implantée?s|installée?s|établie?s) {_IN}<place:L>(?:,| :| comme|,? (?:notamment|dont|parmi lesquelles|tels? que|telles? que|such as|including))[^.;⟨⟩]{{0,60}}<entity:O+>"),
    Rule("location.presence", "Location", r"(?:présence|implantation|installation|arrivée)(?: [^.;⟨⟩]{0,30})? (?:à|en|dans) <place:L> (?:de |du |de la |des |d'|de l')<entity:O+>"),
    Rule("location.presence_town", "Location", r"(?:présence) dans la ville (?:de |du |de la )<entity:O+>"),
    Rule("location.of_region", "Location", r"(?:entreprises|sociétés|industriels|start-up|startups|laboratoires|acteurs|PME|fleurons|pépites) (?:\w+ )?(?:régionales|régionaux|de la région|locales|locaux|du territoire|d'ici|du cru|du coin)(?:,? [^.;⟨⟩]{0,30})?(?:,? comme|,? tels? que|,? telles? que|,? dont|,? à l'image de|,? notamment| :|,? parmi lesquels?|,? parmi lesquelles?|, à commencer par| \() ?{det}<entity:O+>"),
    Rule("location.of_region_after", "Location", r"^{det}<entity:O+>(?:\.\.\.|…)?(?: :|,) (?:les |des |toutes |tous |ces |autant d[e'] ?)[^.;:⟨⟩]{3,50} (?:régional|régionale|régionales|régionaux|de la région|locales|locaux|du territoire|d'ici|du cru)\b"),
    Rule("location.for_labs", "Location", r"(?:,? dont|,? comme|,? notamment|:|il y a) {det}<entity:O+>"),
    Rule("location.site", "Location", r"(?:le|son|leur|ses|the|du|un|sites?|usine) (?:site|siège|usine|établissement|campus|bureau|centre|antenne|plant|site|headquarters) (?:toulousaine? |principal |industriel |historique )?(?:de |d'|in |at |à |of )<place:L> (?:de |d'|of )<entity:O>"),
    Rule("location.of_place", "Location", r"<entity:O> (?:à|in|de) <place:L>(?= ?[,.;)]| et| and|$)"),
)  # fmt: skip
_FILIAL = Expression(
    r"\b[Cc]ette (?:filiale|branche|division) (?:de |du |d')$|\b[Tt]his (?:subsidiary|unit) of (?:the )?$"
)
_PLAIN_LIST = {"location.for_labs"}
_OFFICES = Expression(
    r"Région|Conseil|Ville|Mairie|Préfecture|Ministère|ministère|Département|Métropole|Commission|agglomération|Communauté|Collectivité|^État$|Gouvernement|^Europe$|^Union européenne$"
)
_FIRMS = r"(?:entreprise|société|start-up|startup|jeune pousse|PME|pépite|fabricant|constructeur|équipementier|groupe|spécialiste|opérateur|laboratoire|école|université|cluster|pôle|industriel|licorne|agence|firme|acteur|fleuron|association|établissement|filiale|bureau d'études|cabinet|réseau|revue(?: économique)?|magazine|journal)"
_PEOPLE = Expression(rf"(?<![\w-]){_FIRMS}s?(?: [a-zà-ÿ-]+)?? (?P<people>[a-zà-ÿé]+(?:-[a-zà-ÿé]+)?)(?![\w-])")
_LISTED = compiled(
    r"^(?: [a-zà-ÿ]+){0,3}(?:,| :| comme| dont| tels? que|,? il y a| notamment|,? parmi lesquels?| \() ?(?:il y a |citons |on trouve |on compte )?{det}<entity:O+>"
)
_PEOPLE_AFTER = Expression(
    r"(?<=⟩)(?: [a-zà-ÿ]+(?:ale?|ique|ante?|ive|if))? (?P<people>[a-zà-ÿ]+(?:-[a-zà-ÿ]+)?)(?![\w-])"
)
_PEOPLE_FIRST = Expression(  # the space stays for what follows
    r"(?:\b[Ll]es? |\b[Ll]a |\bdu |\bau |\b[Ll]')(?P<people>[a-zà-ÿ]+(?:-[a-zà-ÿ]+)?)(?= ⟨O)"
)

_GONE_TO = Expression(
    r"\b(?:[Ss]alon|[Cc]ongrès|[Ff]orum|[Mm]usée|[Cc]onférence|[Rr]empli|[Tt]ient|[Tt]enue?|[Rr]éunie?s?|[Aa]ccueilli\w*|[Hh]ébergée?s?|[Ii]ncubée?s?|[Ff]ormée?s?|[Dd]iplômée?s?|[Éé]tudi\w+|[Pp]rofesseure?|[Cc]hercheu(?:r|se)s?|[Ii]ngénieure?s?|[Bb]ancs)\b[^.;⟨⟩]{0,30}$"
)
"""What leads to where somebody went: "né sur les bancs de l'université de Columbia, à New York"."""


def find(document: Document) -> Iterator[Frame]:
    """A frame for each organisation that is said to be somewhere."""
    for index, typed in enumerate(document.prose):
        for rule in RULES:
            if rule.name in _PLAIN_LIST or rule.name == "location.of_place":
                continue
            for match in matches(rule.pattern, typed):
                yield from _frames(document, typed, match, rule)
        yield from _by_people(document, typed)
        said = (
            *sited.find(document, typed),
            *gathered.find(document, index, typed),
            *pointed.find(document, index, typed),
            *location_topical.find(document, index, typed),
            *location_apposed.find(document, index, typed),
            *location_regional.find(document, typed),
            *location_moves.find(document, typed),
            *placed.find(document, index, typed),
        )
        yield from (f for f in said if _plausible(f))


def _plausible(frame: Frame) -> bool:
    entity = str(frame.first("entity"))
    return not _OFFICES.search(entity) and entity not in frame.values("place")


def _frames(document: Document, typed: Typed, match: re.Match[str], rule: Rule) -> Iterator[Frame]:
    fillers = fill(document, typed, match, rule)
    if rule.name == "location.comma" and _GONE_TO.search(typed.string[: match.start()]):
        return
    abroad = {m.start for m in typed.mentions if m.sort in {"country", "continent"}}
    towns = {
        m.start for m in typed.mentions if m.kind == "L" and (m.known or m.sort != "model" or m.name.count(" ") > 1)
    }
    places = [f for f in fillers if f.slot == "place" and f.start not in abroad]
    if rule.name.startswith("location.of_region"):
        region = _region(document, typed)
        places = [region] if region else []
    if rule.name == "location.hosts":
        main = document.main("O", ("company", "cluster", "association", "model", "research"))
        fillers += [filler("entity", main)] if main else []
        places = [
            Filler(
                "place",
                re.sub(r"^(?:ville|commune|mairie) d[eu']\s?", "", str(p.value), flags=re.IGNORECASE),
                p.start,
                p.end,
            )
            for p in places
        ]
    if rule.name == "location.presence_town":
        town = document.main("L", ("commune", "city"))
        places = [filler("place", town)] if town else []
    for entity in (f for f in fillers if f.slot == "entity"):
        if entity.start in towns or _FILIAL.search(document.text[max(0, entity.start - 25) : entity.start]):
            continue
        if places and not _OFFICES.search(str(entity.value)) and not any(p.value == entity.value for p in places):
            yield Frame("Location", (entity, *places), rule.name)


def _region(document: Document, typed: Typed) -> Filler | None:
    here = [m for m in typed.mentions if m.kind == "L" and m.sort == "region"]
    before = [
        m
        for m in document.mentions
        if m.kind in "LO" and (m.sort == "region" or m.name.startswith("Région ")) and m.end <= typed.sentence.end
    ]
    pick = here[0] if here else before[-1] if before else document.main("L", ("region",))
    return filler("place", pick) if pick else None


def _by_people(document: Document, typed: Typed) -> Iterator[Frame]:
    """As in “La start-up rémoise ⟨O⟩”, "⟨O⟩, la pépite bretonne", "l'entreprise toulousaine" in a sentence about it."""
    for match in [m for p in (_PEOPLE, _PEOPLE_FIRST, _PEOPLE_AFTER) for m in p.finditer(typed.string)]:
        place = tables.place_of(match["people"])
        if place is None:
            continue
        if match["people"].endswith("s") and (several := _LISTED.match(typed.string[match.end() :])):
            start = typed.origin(match.start("people"))
            where = Filler("place", place[0], start, start + len(match["people"]))
            for named in typed.marked(several["entity"]):
                yield Frame("Location", (filler("entity", named), where), "location.people")
            continue
        entity = _nearest(typed, match, document)
        if entity is None or _OFFICES.search(entity.name):
            continue
        start = typed.origin(match.start("people"))
        where = Filler("place", place[0], start, start + len(match["people"]))
        yield Frame("Location", (filler("entity", entity), where), "location.people")


def _nearest(typed: Typed, match: re.Match[str], document: Document) -> Mention | None:
    if nominal := re.search(r"⟨O(\d+)⟩$", typed.string[: match.start()]):
        mention = typed.mentions[int(nominal[1])]
        return mention if mention.nominal else None
    apposed = re.search(r"⟨O(\d+)⟩, (?:une? |la |le |l')?$", typed.string[: match.start()])
    after = re.match(r"(?: [a-zà-ÿ'-]+){0,3},? ⟨O(\d+)⟩", typed.string[match.end() :])
    if after and apposed and re.match(r",? (?:et|and|filiale|de|du|des|d')\b", typed.string[match.end() :]):
        return typed.mentions[int(apposed[1])]
    if after:
        return typed.mentions[int(after[1])]
    before = re.search(
        r"⟨O(\d+)⟩, (?:[a-zà-ÿ']+ ){0,4}?$|⟨O(\d+)⟩ (?:est|is) (?:une?|la|le) $", typed.string[: match.start()]
    )
    if before:
        return typed.mentions[int(before[1] or before[2])]
    if re.search(r"(?:\b[Ll]a |\b[Ll]e |\b[Ll]'|\b[Cc]ette |\b[Cc]et )$", typed.string[: match.start()]):
        here = typed.origin(match.start())
        previous = [
            m
            for m in document.mentions
            if m.kind == "O" and m.sort in {"company", "model", "research", "cluster"} and m.end <= here
        ]
        if previous:
            return previous[-1]
    return None
