"""Where an event is: the venue and town of its sentences, the town of its name, its venue or its dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.patterns import Pattern
from kg.extraction.rules.happening import Happening, of_another
from kg.extraction.tables import plain
from kg.extraction.typed import MARK, Typed, compiled

_TOWN = frozenset({"city", "commune"})
_WIDE = frozenset({"country", "continent", "region"})
_CITIES = frozenset({"Bremen", "Brême", "Berlin", "Hamburg", "Hambourg", "Brussels", "Bruxelles", "Vienna", "Vienne"})
"""Towns that are regions too."""
_HOUSES = frozenset({"model", "research"})
_OPENING = 4
_UNNAMED = frozenset({"inauguration", "gathering"})
_SCHOOL = Expression(r"(?:l')?(?:[Uu]niversit|[ÉE]cole|[Ll]ycée|IUT|INSA|[Cc]ampus)")
_HALL = Expression(r"(?:Palais des |Parc (?:des|de) |Business |Centre (?:de|des) congrès|Zénith|Maison )")
_AT = compiled(
    r"(?:\bprès de |\bà la |\bà l'|\bà |\bau sein d[eu] |\bau |\baux |\bdans le |\bdans la |\bdans l'|\bdans (?:les (?:murs|salons|locaux|jardins|allées|bâtiments)|l'enceinte|le cadre) d[eu] ?(?:la |l')?|\bsur le (?:campus|site|stand) d[eu] ?(?:la |l')?|\bin the (?:headquarters|premises|grounds|offices|halls) of (?:the )?|\bin the |\bin |\bat the |\bat |entre |sur le site d[eu] )<place:LFX>(?:(?:,| \(|, à| à| de| d'| in|, in|, au|, dans)? ?(?P<place2>⟨[LF]\d+⟩))?"
)
_AT_HOUSE = compiled(
    r"(?:\bà la |\bà l'|\bau |\bat the |\bat |\b(?:came|comes|returned|returns|moved|home,?) to the |\bdans les (?:murs|locaux|salons|bâtiments) d[eu] ?(?:la |l')?|\bau siège (?:régional |national )?d[eu] ?(?:la |l')?|\bat the (?:headquarters|offices) of (?:the )?|\bchez )<place:OX>(?:(?:,| \(|, à| à| de| d'| in|, in)? ?(?P<place2>⟨L\d+⟩))?"
)
_HOSTED = compiled(
    r"(?P<place4>⟨[OLFX]\d+⟩),? (?:a |ont |avait )?(?:accueill\w+|reçoi\w+|reçu) (?:dans|en|sur) (?:ses|leurs|son|sa|leur) (?:murs|locaux|amphi\w*|campus|halls?|site|jardins|salons) |"
    r"<place:LFX>,? (?:qui |that |which )?(?:a |ont |va |vont |avait |will )?(?:also |aussi |également )?(?:accueill\w+|hosts?\b|hosted|abrit\w+|host\b|welcom(?:e|es|ed)\b|reçoi(?:t|vent)|recevra|recevait|stag(?:e|es|ed)\b|be (?:the venue|home))|"
    r"c'est (?:à |au |chez )?(?:la |le |l')?(?P<place3>⟨[LFXO]\d+⟩)(?: \([^()]{2,60}\))? qu(?:i|e|') ?(?:a |ont |va |avait )?(?:accueill\w+|abrit\w+|reçu\w*|fait salle comble)"
)
_OF_TOWN = compiled(r"⟨E\d+⟩(?: \([^()]{2,30}\))?,? (?:de |d'|à |in |at )<place:L>")
_CAMPUS = compiled(r"\b[àÀ] <place:O>")
_SEATED = Expression(
    r"(?:(?:établi|bas|implant|install|situ|domicili|sis|né)(?:e|es|s|ée?s?)?|siège(?: est)?|based|located|headquartered|born) $",
    re.IGNORECASE,
)
"""What tells where a body is, not what happens there."""
_MEETS = (
    r"(?:se (?:tien|ten|déroul|retrouv|réuni|donn)|se sont (?:donné|tenu|déroulé|réuni|retrouvé)|s'(?:est|était|étaient|sont) (?:donné|tenu|déroulé|réuni|retrouvé)|"
    r"s'ouvr|(?:a|ont|aura|avait) (?:eu )?lieu|takes? place|met\b|gathered)"
)
_VENUES = (
    compiled(r"pouss\w+ (?:la porte|les portes) (?:de la |de l'|du |de |d')<place:OFLX>"),
    compiled(r"⟨E\d+⟩(?:, [^,.;]{3,60},)? (?:returns|comes|is coming|will come|came|moves|heads|is heading|revient|arrive|s'installe|pose ses valises|investit|prend ses quartiers) (?:to |à |au |à la |la |le |l')<place:LF>"),
    compiled(rf"<place:LFX>(?: (?:de |d'|à |, )(?P<place2>⟨L\d+⟩))?[^.;:⟨⟩]{{0,15}},? (?:que |qu'|où )[^.;:]{{0,70}}{_MEETS}"),
    compiled(rf"{_MEETS}\w*(?: [^.;:⟨⟩]{{0,25}})? (?:chez |dans les locaux (?:de |d'|du ))<place:O>"),
    compiled(r"<place:LFX>,? (?:(?:a|ont|va|vont|avait) )?(?:accueill\w+|abrit\w+|servi\w* de cadre|déroul\w+ le tapis rouge|remet(?:tait)? ça|hosts?\b|hosted)"),
    compiled(r"(?:qui s'est donné rendez-vous|se (?:donnent?|donnaient|retrouv\w+)(?: rendez-vous)?|rendez-vous(?: est)?(?: donné| pris| fixé)?|direction) (?:à la |à l'|à |au |aux |sur |le |la )<place:LFX>(?: (?:de |d'|à )(?P<place2>⟨L\d+⟩))?"),
    compiled(r"<place:LF>[^.;:⟨⟩]{0,20} (?:a |ont )?(?:reçu|reçoit|recevait|recevra) (?:la |le |les |l'|the )(?:⟨R\d+⟩ )?⟨E"),
)  # fmt: skip
_UNKNOWN_HOST = Expression(
    r"(?:^|[.,;] |\b[Qq]ue |\bwhen )(?P<place>(?!(?:It|He|She|They|This|That|Il|Elle|Ils|On|Elles|Qui|Who)\b)[A-ZÀ-Ý][a-zà-ÿ'-]{2,}(?: [A-ZÀ-Ý][a-zà-ÿ-]+)?) (?:will host|hosts|hosted|welcomes|will welcome|accueille|accueillera|accueillait|recevra|reçoit) (?:the |la |le |les |l'|une? |an? )?[^.;⟨⟩]{0,25}(?:⟨R\d+⟩ (?:édition d[eu] ?(?:la |l')?)?)?⟨E"
)
"""A town that no table knows, by what it hosts."""
_ROUGHLY = Expression(r"près de|near ", re.IGNORECASE)
_LITERAL = Expression(
    r"\b(?:à la |à l'|au |en |dans (?:la |le |l'|les )|at the |in the )(?P<place>(?:mairie|hôtel de (?:ville|région|département|la région)|sous-préfecture|préfecture|salle des fêtes|salle [A-ZÀ-Ý][\w'-]+|gymnase|hémicycle|auditorium|amphithéâtre|théâtre|cinéma|médiathèque|"
    r"rond-point (?:de |du |de la |de l'|des )?⟨L\d+⟩|town hall|city hall|council chamber)(?: (?:[A-ZÀ-Ý][\w'-]+ ?){1,3})?)(?![\w-])"
)
"""A venue that only common words name."""
_VENUE_TOWN = Expression(
    r"(?P<venue>⟨[FXO]\d+⟩)(?: \([^()]{2,40}\))?(?:, | \(| à | de | d'|, à |, (?!près |non loin|à proximité|à deux pas|aux portes)[a-zà-ÿ' ]{3,40} (?:de |d'|à )| in |, in )(?P<town>⟨L\d+⟩)"
)
_IN_TOWN = Expression(r"⟨[OFX]\d+⟩,? (?:[^.;:⟨⟩]{0,60} )?(?:à|in|at|près de) ⟨L(?P<town>\d+)⟩")
_TOWN_OF = Expression(
    r"(?:\b[ÀàA] |\b[Ii]n |\bat |(?:hauteurs|portes|cœur|centre|abords|outskirts) (?:d[eu] |of ))⟨L(?P<town>\d+)⟩[^.;⟨⟩]{0,40}[.?]? ?(?:la |le |l'|the )?$"
)
_RUBRIC = Expression(
    r"\b(?:NEWS|SPACE|ESPACE|SPATIAL|NEWSPACE|AÉRO\w*|AERO\w*|INFO\w*|ACTU\w*|AGENDA|DOSSIER|SCIENCES?|BRÈVES?|ÉCONOMIE|ENTRETIEN|INTERVIEW|REPORTAGE|PORTRAIT|RETOUR|COMMUNIQUÉ|RELEASE|INDUSTRIE|INNOVATION|UPDATE|FOCUS|ZOOM|VIDÉO|EN|LA|LE|LES|UN|UNE|THE)\b"
)
"""What a text may open with in capitals that is no town."""
_THERE = Expression(r"(?<![\w'-])y (?:a|ont|est|sont|sera|seront|avait|était)\b")


def where(typed: Typed, at: int = 0, within: int = 400) -> Iterator[Filler]:
    """The venues and towns that a sentence puts an event in, not far from where it stands."""
    told = False
    for pattern in (_AT, _AT_HOUSE, _HOSTED, _OF_TOWN, _CAMPUS):
        for match in pattern.finditer(typed.string):
            if not _beside(typed, match, at, within) or (told and _ROUGHLY.match(match.group())):
                continue
            for m in _found(typed, match, pattern):
                told = True
                yield filler("place", m)
    if host := _UNKNOWN_HOST.search(typed.string):
        yield Filler("place", host["place"], typed.origin(host.start("place")), typed.origin(host.end("place")))
    for match in _LITERAL.finditer(typed.string):
        if abs(match.start() - at) <= within:
            words = MARK.sub(lambda m: typed.mentions[int(m["number"])].name, match["place"])
            yield Filler("place", words.strip(), typed.origin(match.start("place")), typed.origin(match.end("place")))


def _beside(typed: Typed, match: re.Match[str], at: int, within: int) -> bool:
    """Whether a place stands in the clause of what happens there, and is not where a body has its seat."""
    near = abs(match.start() - at) <= within and not of_another(typed.string, at, match.start())
    return near and not _SEATED.search(typed.string[: match.start()])


def _found(typed: Typed, match: re.Match[str], pattern: Pattern) -> Iterator[Mention]:
    found = [m for g, w in match.groupdict().items() if g.startswith("place") for m in typed.marked(w or "")]
    if pattern is _CAMPUS:
        found = [m for m in found if _SCHOOL.match(m.name)]
    yield from (m for m in found if _narrow(m) and _houses(m, hosting=pattern is _HOSTED))


def _narrow(mention: Mention) -> bool:
    return mention.sort not in _WIDE or mention.name in _CITIES


def _houses(mention: Mention, *, hosting: bool) -> bool:
    park = re.match(
        r"(?:[Tt]echno|[Pp]arc|[Cc]ampus|[Cc]ité|CCI|Chambre|Maison|Hôtel|Palais|Musée|Médiathèque|Observatoire|House|Museum|Hotel)",
        mention.name,
    )
    return mention.kind != "O" or mention.sort in _HOUSES or hosting or bool(park)


def venues(typed: Typed) -> Iterator[Filler]:
    """The places that a sentence which does not name the event says people met at."""
    for pattern in _VENUES:
        for match in pattern.finditer(typed.string):
            groups = (words for words in match.groupdict().values() if words and MARK.search(words))
            yield from (filler("place", m) for words in groups for m in typed.marked(words))


def towns(document: Document, event: Happening) -> Iterator[Filler]:
    """The town of an event, where the text puts it beside the venue or its title and headings name one town only."""
    event.put(*(own := list(in_name(document, event.name))))
    if own:
        return
    event.put(*[town for f in event.fillers if f.slot == "place" for town in in_name(document, f)])
    places = {f.value for f in event.fillers if f.slot == "place"}
    named = [m for m in document.mentions if m.kind == "L" and m.sort in _TOWN]
    if any(m.name in places for m in named):
        return
    for typed in document.prose:
        for match in _VENUE_TOWN.finditer(typed.string):
            venue, town = typed.spans(match, "venue")[0], typed.spans(match, "town")[0]
            if venue.name in places and (town.sort in _TOWN or town.name == "Paris"):
                yield filler("place", town)
                return
    if begins := next((m for m in named if str(event.name.value).startswith(f"{m.name} ")), None):
        yield filler("place", begins)
        return
    headed = _headed(document, {m.name for m in named})
    if not headed and not any(m.kind == "L" and m.name in places for m in document.mentions):
        yield from dateline(document)
    only = next((m for m in named if m.name in headed), None) if len(headed) == 1 else None
    if only is not None and (places or in_head(document, event) or event.sort in _UNNAMED):
        yield filler("place", only)


def _headed(document: Document, named: set[str]) -> set[str]:
    """The towns of the dateline, the title and the headings at the head of a text."""
    headed = _dateline(document)
    headed |= {e.label for _, _, e in document.known.find(document.title) if e.kind == "L" and e.sort in _TOWN}
    headings = [t for t in document.prose[:3] if t.sentence.kind == "heading"]
    return headed | {m.name for t in headings for m in t.of_kind("L") if m.name in named}


def in_head(document: Document, event: Happening) -> bool:
    """Whether the title or a heading at the head of the text names the event."""
    headings = [t for t in document.prose[:_OPENING] if t.sentence.kind in {"heading", "label"}]
    name = event.name.value
    return plain(str(name)) in plain(document.title) or any(m.name == name for t in headings for m in t.of_kind("E"))


def _dateline(document: Document) -> set[str]:
    """The town at the head of a text, before a dash or a bar: where what it tells took place."""
    for typed in document.prose[:2]:
        match = re.match(
            r"(?:[\w' ]{3,20} \| )?⟨L(?P<town>\d+)⟩(?: \([^()]{2,20}\))?(?:,? ⟨D\d+⟩)?(?: [–—|-]|$)", typed.string
        )
        if match and (town := typed.mentions[int(match["town"])]).sort in _TOWN:
            return {town.name}
    return set()


def dateline(document: Document) -> Iterator[Filler]:
    """The town in capitals at the head of a text that no table knows: "ADELAIDE – ..."."""
    for typed in document.prose[:4]:
        start = typed.sentence.start
        match = re.match(
            r"(?P<town>[A-ZÀ-Ý][A-ZÀ-Ý' -]{2,24}?)(?:,? (?:le |on )?\d[^–—|]{2,20})? [–—] (?=[A-ZÀ-Ý«\"])",
            document.text[start : start + 60],
        )
        if match and not _RUBRIC.search(match["town"]):
            yield Filler("place", match["town"].title(), start, start + len(match["town"]))
            return


def in_name(document: Document, name: Filler) -> Iterator[Filler]:
    """The town that an event's name ends with."""
    match = re.search(
        r"(?:\bd[eu] |\bà |\bin |\bof )((?:Paris-)?(?:Le )?[A-ZÀ-Ý][\w'-]+(?:[ -][A-ZÀ-Ý][\w'-]+)*)$", str(name.value)
    )
    if match is None:
        return
    town = match[1]
    if town.endswith("Bourget"):
        yield Filler("place", "Le Bourget", name.start, name.end)
        return
    entry = document.known.lookup(town)
    if entry is not None and entry.kind == "L" and entry.sort in {"commune", "city"}:
        yield Filler("place", town, name.start, name.end)


def apart(document: Document, told: Filler) -> Iterator[Filler]:
    """A venue that is called by its town as two places: "Palais des Festivals de Cannes"."""
    found = list(in_name(document, told)) if told.slot == "place" and _HALL.match(str(told.value)) else []
    if found:
        venue = re.sub(rf" (?:de |d'|à ){re.escape(str(found[0].value))}$", "", str(told.value))
        yield replace(told, value=venue)
    else:
        yield told
    yield from found


def seat(document: Document, name: str) -> Iterator[Filler]:
    """The town that the text puts what is opened in, told anywhere."""
    for typed in document.prose:
        for mention in typed.mentions:
            if mention.kind not in "OFX" or not (
                name.endswith((mention.name, document.text[mention.start : mention.end]))
            ):
                continue
            at = typed.position(mention)
            after = _IN_TOWN.match(typed.string[at:])
            before = _TOWN_OF.search(typed.string[:at])
            found = [typed.mentions[int(m["town"])] for m in (after, before) if m]
            if near := [m for m in found if m.sort in _TOWN]:
                yield filler("place", near[0])
                return


def there(document: Document, typed: Typed) -> Iterator[Filler]:
    """The town of the sentence before, where "y" points to it, or of the sentence before an opening."""
    if _THERE.search(typed.string):
        before = [t for t in document.prose if t.sentence.end <= typed.sentence.start][-1:]
        near = [m for t in before for m in t.of_kind("L") if m.sort in {"city", "commune", "model"}]
        yield from (filler("place", m) for m in near[:1])
