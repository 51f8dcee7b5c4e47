"""Fairs, forums, festivals, contests, inaugurations: when, where, who organises, attends and supports them, what about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler, Frame
from kg.extraction.mentions import Mention
from kg.extraction.typed import MARK, Typed, compiled

_HELD = re.compile(
    r"(?:se (?:tient|tiennent|tiendra|tiendront|tenait|tenir|déroul\w+|partage|réuni\w+)|s'est (?:tenue?|déroulée?)|aura lieu|a (?:eu )?lieu|auront lieu|ont lieu|avait lieu|organis\w+|accueill\w+|ouvr\w+|"
    r"réuni\w+|rendez-vous|revient|édition|participe|donne|inaugur\w+|lancé|hosted?|held|takes? place|took place|will be|returns?|opens?|gather\w*|ran|attend\w*|du ⟨D|les ⟨D|le ⟨D|on ⟨D|from ⟨D)",
    re.IGNORECASE,
)
_EDITION_BEFORE = re.compile(r"(?:⟨R(\d+)⟩ (?:édition|édition annuelle|edition|annual)?(?: (?:de la |de l'|des |du |de |d'|of the |of ))?|⟨R(\d+)⟩ )$")
_EDITION_AFTER = re.compile(r"^[,®]{0,2} ?\(?⟨R(\d+)⟩ (?:édition|edition)")
_EDITION_ANY = re.compile(r"⟨R(\d+)⟩ (?:édition|edition)|(?P<first>édition inaugurale|inaugural edition)", re.IGNORECASE)
_PLACE = compiled(r"(?:\bà la |\bà l'|\bà |\bau |\baux |\bdans le |\bdans la |\bdans l'|\bdans les murs d[eu'] ?|\ben |\bin the |\bin |\bat the |\bat |entre |, )<place:LF>(?:(?:,| \(|, à| à| de| in|, in) ?(?P<place2>⟨[LF]\d+⟩))?")
_ORGANISER = compiled(r"(?:organisée?s?|portée?s?|co-?organisée?s?|initiée?s?|proposée?s?|pilotée?s?|imaginée?s?|lancée?s?|organi[sz]ed|hosted|run|staged|co-?hosted)(?: [^.;⟨⟩]{0,40})?(?: conjointement)? (?:par|by) {det}<organiser:O+>")
_ORGANISES = compiled(r"<organiser:O+>[^.;⟨⟩]{0,40} (?:organise(?:nt|ra|ront)?|co-?organise(?:nt)?|a organisé|ont organisé|lance(?:nt)?|accueill(?:e|ent|era)|propose(?:nt)?|organi[sz]es?|hosts?|hosted|is hosting|stages?)\b")
_SUPPORTER = compiled(r"(?:soutenue?s?|appuyée?s?|parrainée?s?|financée?s?|sponsorisée?s?|supported|sponsored|backed) (?:par|by) {det}<supporter:O+>|(?:avec (?:le soutien|l'appui|le concours|le parrainage|l'aide|la participation)|en partenariat avec|aux côtés|sous l'égide|with the support|with support|in partnership with|en collaboration avec|in association with|sous le patronage|partenaires?(?: de l'événement)? :) ?(?:de la |de l'|du |des |de |d'|of the |of |from the |from |the |la |le |les |l')?<supporter2:O+>|soutien (?:fort )?est accordé par {det}(?:[a-zà-ÿ]+ )?<supporter3:O+>")
_PRESENT = compiled(r"(?:en présence (?:notamment )?d[eu']|aux côtés d[eu']|in the presence of|attended by|présents?|intervenants?(?: [^.;:⟨⟩]{0,40})?(?: comme| dont| :)|speakers?(?: include| including|:)|participent|y participent(?: [^.;:⟨⟩]{0,60})?|réunissai?t|réunit|rassemble|avec(?: notamment)?|parmi (?:les|eux|lesquels)|se tenaient au premier rang :|avaient fait le déplacement|avait fait le déplacement|exposants?(?: [a-zà-ÿ]+)? :|comme|including|featuring) ?{det}(?:[a-zà-ÿ ]{0,30}? )?<participant:PO+>")
_ATTENDED = compiled(r"<participant:P+>[^.;⟨⟩]{0,120}?(?:était(?: [a-z ]+)? en déplacement|a (?:inauguré|participé|assisté|ouvert|visité|annoncé|signé|remis|accueilli|lancé)|ont (?:inauguré|participé|assisté|signé|coupé)|participer(?:a|ont)|participe(?:nt)?|inaugur(?:e|ent|ait)|interviendr(?:a|ont)|attended|opened|inaugurated|spoke|told|en visite)")
_TOPIC = compiled(
    r"(?:autour d[eu'] ?|consacrée?s? (?:à la |à l'|aux |au |à |à des )|dédiée?s? (?:à la |à l'|aux |au |à )|sur le thème (?:de la |de l'|des |du |de |d')?|thèmes?(?: [a-zà-ÿ ]{0,30})? :|(?:pour|a pour) thème|axée?s? sur|fil conducteur :|on the theme of|focus(?:ed|ing)? on|dedicated to|devoted to|questions? d[eu] ?|tables rondes sur|conférences sur|conférences? et tables rondes sur|à savoir|il sera question(?: notamment)?(?: dans la matinée)? d[eu] ?|il a été question d[eu] ?|aborder(?:a|ont)?|au menu :|au programme :)\s?(?P<topic>(?:la |le |les |l'|des |du |de la |de l')?[^.;:«»?!]{4,200})"
)


@dataclass(slots=True)
class _Event:
    """An event while its facts are being gathered."""

    name: str
    first: Mention
    fillers: list[Filler] = field(default_factory=list)
    mentions: int = 0
    held: bool = False

    def put(self, *fillers: Filler) -> None:
        for f in fillers:
            if not any(o.slot == f.slot and o.value == f.value for o in self.fillers):
                self.fillers.append(f)

    def has(self, slot: str) -> bool:
        return any(f.slot == slot for f in self.fillers)


def find(document: Document) -> Iterator[Frame]:
    """A frame for each event that happens at a stated time or place, or that is the text's own subject."""
    events: dict[str, _Event] = {}
    last: _Event | None = None
    for typed in document.prose:
        here = typed.of_kind("E")
        for mention in here:
            event = events.setdefault(mention.name, _Event(mention.name, mention))
            event.mentions += 1
            _near(document, typed, mention, event, alone=len({m.name for m in here}) == 1)
        if here:
            last = events[here[0].name]
        elif last is not None and len(events) == 1:
            _following(document, typed, last)
    main = max(events.values(), key=lambda e: (e.mentions, -e.first.start), default=None)
    for event in events.values():
        if event.has("start") or (event.held and (event.has("place") or event.has("organiser") or event.has("edition"))) or (event is main and event.mentions > 2):
            yield Frame("Event", (filler("name", event.first), *event.fillers), "event.named")


def _near(document: Document, typed: Typed, mention: Mention, event: _Event, *, alone: bool) -> None:
    at = typed.position(mention)
    before, after = typed.string[:at], typed.string[typed.string.index("⟩", at) + 1 :]
    if match := _EDITION_BEFORE.search(before) or _EDITION_AFTER.match(after):
        number = typed.mentions[int(next(g for g in match.groups() if g))]
        event.put(Filler("edition", int(number.value.number or 0) if number.value else 0, number.start, number.end))
    held = bool(_HELD.search(typed.string))
    event.held = event.held or held
    if alone and held:
        event.put(*_when(typed, mention), *_where(typed, mention))
        event.put(*_who(document, typed), *_topics(document, typed))
    elif held:
        event.put(*_when(typed, mention, within=70), *_where(typed, mention, within=70))


def _following(document: Document, typed: Typed, event: _Event) -> None:
    label = (typed.sentence.label or "").lower()
    if label and re.match(r"quand|date|when|horaires?", label):
        event.put(*_dates(typed.of_kind("D")[:1]))
    elif label and re.match(r"où|lieu|where|venue|place", label):
        event.put(*(filler("place", m) for m in typed.of_kind("LFO")[:2]))
    elif label and re.match(r"organisat|organi[sz]er", label):
        event.put(*(filler("organiser", m) for m in typed.of_kind("O")))
    elif label and re.match(r"partenaires?|soutiens?|partners?|sponsors?", label):
        event.put(*(filler("supporter", m) for m in typed.of_kind("OE")))
    else:
        if not event.has("edition") and (match := _EDITION_ANY.search(typed.string)):
            at = typed.origin(match.start())
            number = int(typed.mentions[int(match[1])].value.number or 1) if match[1] else 1  # type: ignore[union-attr]
            event.put(Filler("edition", number, at, typed.origin(match.end())))
        if _HELD.search(typed.string):
            if not event.has("start"):
                event.put(*_when(typed, None))
            if not event.has("place"):
                event.put(*_where(typed, None))
        event.put(*_who(document, typed), *_topics(document, typed))


def _dates(days: list[Mention]) -> Iterator[Filler]:
    for day in days:
        if day.value and day.value.earliest:
            yield Filler("start", day.value.earliest, day.start, day.end)
            if day.value.latest and day.value.latest != day.value.earliest:
                yield Filler("end", day.value.latest, day.start, day.end)


def _when(typed: Typed, mention: Mention | None, within: int = 400) -> Iterator[Filler]:
    days = [d for d in typed.of_kind("D") if d.value and d.value.earliest]
    if mention is not None:
        at = typed.position(mention)
        days = sorted((d for d in days if abs(typed.position(d) - at) <= within), key=lambda d: abs(typed.position(d) - at))
        days = [d for d in days if not re.search(r"(?:depuis|créée? en|né en|since) $", typed.string[: typed.position(d)])]
    yield from _dates(days[:1])


def _where(typed: Typed, mention: Mention | None, within: int = 400) -> Iterator[Filler]:
    at = typed.position(mention) if mention is not None else 0
    for match in _PLACE.finditer(typed.string):
        if abs(match.start() - at) > within:
            continue
        found = [typed.mentions[int(m["number"])] for g in ("place", "place2") if match[g] for m in MARK.finditer(match[g])]
        found = [m for m in found if m.sort not in {"country", "continent", "region"}]
        yield from (filler("place", m) for m in found)


def _who(document: Document, typed: Typed) -> Iterator[Filler]:
    for slot, pattern in (("organiser", _ORGANISER), ("organiser", _ORGANISES), ("supporter", _SUPPORTER), ("participant", _PRESENT), ("participant", _ATTENDED)):
        for match in pattern.finditer(typed.string):
            for group in match.groupdict():
                if match[group] and MARK.search(match[group]):
                    yield from (filler(slot, typed.mentions[int(m["number"])]) for m in MARK.finditer(match[group]))


def _topics(document: Document, typed: Typed) -> Iterator[Filler]:
    for match in _TOPIC.finditer(typed.string):
        start, end = typed.origin(match.start("topic")), typed.origin(match.end("topic"))
        for piece in re.finditer(r"(?:[^,;]|,(?= qui | dont ))+", document.text[start:end]):
            for part in re.split(r" et (?=(?:la|le|les|l'|des|du|de la|aux?|à la|à l') ?)", piece.group()):
                words = re.sub(r"^(?:et |ou |and |mais aussi |à |de |des |du |aux |au )+", "", part.strip())
                if 3 < len(words) < 90 and words in document.text[start:end]:
                    at = start + document.text[start:end].index(words)
                    yield Filler("topic", words, at, at + len(words))
