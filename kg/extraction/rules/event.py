"""Fairs, forums, festivals, contests, inaugurations: when, where, who organises, attends and supports them, what about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler, Frame
from kg.extraction.mention import Mention
from kg.extraction.rules.topics import topics
from kg.extraction.typed import MARK, Typed, compiled

_HELD = re.compile(
    r"(?:\b(?:se|s') ?(?:tient|tiennent|tiendra|tiendront|tenait|tenir|tiendrait|déroul\w+|partage|réuni\w+)|s'est (?:tenue?|déroulée?)|s'ouvr\w+|aura lieu|a (?:eu )?lieu|auront lieu|ont lieu|avait lieu|"
    r"organis\w+|accueill\w+|ouvr\w+|ouvert|réuni\w+|rendez-vous|revient|édition|particip\w+|invit\w+|donne|inaugur\w+|lancé|annoncée?|envisag\w+|en visite|en déplacement|présent|"
    r"\bhost\w*|held|takes? place|took place|will be|returns?|opens?|gather\w*|\bran\b|attend\w*|edition|(?:du|les|le|on|from|en|in|dès|ce) ⟨D|⟨D\d+⟩ (?:à|au|in|at))",
    re.IGNORECASE,
)
_EDITION_BEFORE = re.compile(
    r"(?:⟨R(\d+)⟩ (?:édition|édition annuelle|edition|annual)?(?: ?(?:de la |de l'|des |du |de |d'|of the |of ))?|⟨R(\d+)⟩ )(?:\w+ )?$"
)
_EDITION_AFTER = re.compile(r"^[,®]{0,2} ?[\"»(]? ?\(?⟨R(\d+)⟩ (?:édition|edition|du nom)")
_EDITION_ANY = re.compile(r"⟨R(\d+)⟩ (?:édition|edition)|édition inaugurale|inaugural edition", re.IGNORECASE)
_PLACE = compiled(
    r"(?:\bà la |\bà l'|\bà |\bau sein d[eu] |\bau |\baux |\bdans le |\bdans la |\bdans l'|\bdans les murs d[eu] ?|\bin the |\bin |\bat the |\bat |entre |sur le site d[eu] )<place:LFX>(?:(?:,| \(|, à| à| de| d'| in|, in|, au|, dans)? ?(?P<place2>⟨[LF]\d+⟩))?"
)
_HOSTED = compiled(
    r"<place:L>,? (?:a |ont |va |vont |will )?(?:accueill\w+|hosts?\b|hosted|abrit\w+|host\b|be the venue)"
)
_VENUE = compiled(r"(?:\bà la |\bà l'|\bau |\bat the |\bat )<place:O>")
_ORGANISER = compiled(
    r"(?:organisée?s?|portée?s?|co-?organisée?s?|initiée?s?|proposée?s?|pilotée?s?|imaginée?s?|lancée?s?|organi[sz]ed|hosted|run|staged|co-?hosted)(?: [^.;⟨⟩]{0,40})?(?: ⟨N\d+⟩ ans?)?(?: conjointement)? (?:par|by) {det}<organiser:O+>"
)
_ORGANISES = compiled(
    r"<organiser:O+>[^.;⟨⟩]{0,40} (?:organise(?:nt|ra|ront)?|co-?organise(?:nt)?|a organisé|ont organisé|lance(?:nt)?|accueill(?:e|ent|era)|propose(?:nt)?|fai(?:t|sait) vivre|organi[sz]es?|hosts?|hosted|is hosting|stages?)\b"
)
_SUPPORTER = compiled(
    r"(?:soutenue?s?|appuyée?s?|parrainée?s?|financée?s?|sponsorisée?s?|supported|sponsored|backed) (?:par|by) {det}<supporter:O+>|(?:avec (?:le soutien|l'appui|le concours|le parrainage|l'aide)|en partenariat avec|sous l'égide|with the support|with support|in partnership with|en collaboration avec|in association with|sous le patronage) ?(?:de la |de l'|du |des |de |d'|of the |of |from the |from |the |la |le |les |l')?<supporter2:O+>|soutien (?:fort )?est accordé par {det}(?:[a-zà-ÿ]+ )?<supporter3:O+>"
)
_PRESENT = compiled(
    r"(?:en présence (?:notamment )?d[eu']|in the presence of|attended by|intervenants?(?: [^.;:⟨⟩]{0,40})?(?: comme| dont| :)|speakers?(?: include| including|:)|y participe(?:nt|ront)(?: [^.;:⟨⟩]{0,60})?(?: comme)?|parmi (?:les (?:intervenants|participants|exposants|invités|orateurs)|eux|lesquels)(?: figurent|,)?|(?:se tenaient|étaient|se trouvaient) au premier rang :|représentée?s? par|avaient fait le déplacement|avait fait le déplacement|avaient répondu présents?|autour d[eu'] ?|exposants?(?: [a-zà-ÿ]+)? :|featuring|speakers from|invités? :|entouré(?:e)? d[eu'] ?) ?{det}(?:[a-zà-ÿ ]{0,30}? )?<participant:PO+>"
)
_CAME = compiled(
    r"<participant:PO+>,? (?:(?:avaient|ont|ayant|étaient|seront|sont|y) (?:[a-zà-ÿ ]{0,15})?(?:répondu présents?|présents?|représentés|de la partie|exposé|exposeront|participé|participeront|pris part)|y (?:participent|exposent|seront)|took part|were present|will (?:attend|exhibit|speak)|exhibited)"
)
_ORGANISERS = compiled(r"organisat(?:eurs?|rices?)(?: [^.;:⟨⟩]{0,20})?(?:,| :|, à savoir) ?{det}<organiser:O+>")
_NEXT = re.compile(
    r"reviendra|prochaine édition|nouvelle édition|next edition|will return|rendez-vous est (?:déjà )?(?:donné|pris)|se retrouver",
    re.IGNORECASE,
)
_ATTENDED = compiled(
    r"<participant:P+>(?:, [^.;]{0,120}?,)?[^.;⟨⟩]{0,60}?(?:était(?: [a-z ]+)? en déplacement|\ba (?:inauguré|participé|assisté|ouvert|visité|remis|annoncé|signé)|\bont (?:inauguré|participé|assisté|coupé|signé)|participer(?:a|ont)|participe(?:nt)?|inaugur(?:e|ent|ait)|interviendr(?:a|ont)|attended|opened|inaugurated|spoke|told)"
)
_THERE = re.compile(
    r"premier rang|déplacement|présents?\b|rassembl|aux côtés|autour d|participa|réuni|invité|ruban|in attendance|attend|intervenants?|prises? de parole|tables? rondes?|[Cc]e jour-là|à cette occasion|on hand",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"^(?:L'édition|Cette édition|Elle |Il |La (?:journée|manifestation|rencontre|réunion|soirée)|Le (?:rendez-vous|programme)|L'événement|L'évènement|Au programme|Y |Organisée?|Ce jour|À cette occasion|A cette occasion|Parmi|Son |Sa |Trois jours|Autour|Côté|Plus de|Pendant|Il sera|Un coup|The event|It |On |Among|Speakers|Exhibitors|Participants)",
    re.IGNORECASE,
)
_INAUGURATED = re.compile(
    r"(?P<name>(?:inauguration|pose de la première pierre|grand opening|opening)(?: officielle)?(?: (?:de la |de l'|des |du |de |d'|of the |of )(?:⟨[OFSLX]\d+⟩))?)",
    re.IGNORECASE,
)


_SINCE = re.compile(r"voilà|il y a|depuis|since|ago", re.IGNORECASE)
_LABELS = re.compile(
    r"quand|date|when|où|lieu|where|venue|organi|partenaires?|soutiens?|partners?|sponsors?", re.IGNORECASE
)


@dataclass(slots=True)
class _Event:
    """An event while its facts are being gathered."""

    name: Filler
    sort: str
    fillers: list[Filler] = field(default_factory=list)
    mentions: int = 0
    held: bool = False

    def put(self, *fillers: Filler) -> None:
        """Add what is not said yet; one start, one end, one edition."""
        for f in fillers:
            once = f.slot in {"start", "end", "edition"} and self.has(f.slot)
            if (
                not once
                and f.value != self.name.value
                and not any(o.slot == f.slot and o.value == f.value for o in self.fillers)
            ):
                self.fillers.append(f)

    def has(self, slot: str) -> bool:
        """Whether a slot is filled."""
        return any(f.slot == slot for f in self.fillers)


def find(document: Document) -> Iterator[Frame]:
    """A frame for each event that happens at a stated time or place, or that is the text's own subject."""
    events: dict[str, _Event] = {}
    last: _Event | None = None
    since = 0
    for typed in document.prose:
        if last is not None and typed.sentence.label and _LABELS.match(typed.sentence.label):
            _following(document, typed, last)
            continue
        here = typed.of_kind("E")
        if any(m.sort != "unnamed" for m in here):
            here = [m for m in here if m.sort != "unnamed"]
        for mention in here:
            event = events.setdefault(mention.name, _Event(filler("name", mention), mention.sort))
            event.mentions += 1
            _near(document, typed, mention, event, alone=len({m.name for m in here}) == 1)
        since = 0 if here else since + 1
        if opening := _inauguration(document, typed):
            last = events.setdefault("inauguration", opening)
            last.put(*_when(typed, None), *_where(typed, None), *_who(typed))
            since = 0
        elif here:
            last = max((events[m.name] for m in here), key=lambda e: e.mentions)
        elif last is not None and _continues(typed, since):
            _following(document, typed, last)
        _announced(typed, last, events)
    yield from _frames(document, events)


def _announced(typed: Typed, last: _Event | None, events: dict[str, _Event]) -> None:
    """The next edition, where a sentence gives its date."""
    if (
        last is not None
        and _NEXT.search(typed.string)
        and typed.of_kind("D")
        and "next" not in events
        and len({m.name for m in typed.of_kind("E")} - {str(last.name.value)}) == 0
    ):
        again = events.setdefault("next", _Event(last.name, "again", mentions=1, held=True))
        again.put(*_when(typed, None), *(f for f in last.fillers if f.slot == "organiser"))


def _frames(document: Document, events: dict[str, _Event]) -> Iterator[Frame]:
    main = max(events.values(), key=lambda e: e.mentions, default=None)
    for event in events.values():
        if _stated(event, main=event is main):
            if not event.has("place"):
                event.put(*_in_name(document, event.name))
            yield Frame("Event", (event.name, *event.fillers), f"event.{event.sort}")


def _in_name(document: Document, name: Filler) -> Iterator[Filler]:
    match = re.search(
        r"(?:\bd[eu] |\bà |\bin |\bof )((?:Paris-)?(?:Le )?[A-ZÀ-Ý][\w'-]+(?:[ -][A-ZÀ-Ý][\w'-]+)*)$", str(name.value)
    )
    if match is None:
        return
    town = "Le Bourget" if match[1] == "Bourget" else match[1]
    entry = document.known.lookup(town)
    if entry is not None and entry.kind == "L" and entry.sort in {"commune", "city"}:
        yield Filler("place", town, name.start, name.end)


def _stated(event: _Event, *, main: bool) -> bool:
    if event.sort in {"unnamed", "again"}:
        return event.has("start")
    if event.sort == "inauguration":
        return event.has("start") or event.has("participant")
    facts = sum(event.has(s) for s in ("start", "place", "organiser", "edition", "participant", "supporter"))
    return (
        event.held and facts > 0 and (event.has("start") or event.has("edition") or event.has("organiser") or main)
    ) or (main and event.mentions > 2)


def _inauguration(document: Document, typed: Typed) -> _Event | None:
    match = _INAUGURATED.search(typed.string)
    if match is None or (not typed.of_kind("D") and not typed.of_kind("P")):
        return None
    start, end = typed.origin(match.start("name")), typed.origin(match.end("name"))
    name = document.text[start:end]
    if "⟨" not in match["name"]:
        subject = document.main("FS") or document.main("OL", ("model",))
        name = f"{name} de {subject.name}" if subject is not None else name
    return _Event(Filler("name", name, start, end), "inauguration", mentions=1, held=True)


def _continues(typed: Typed, since: int) -> bool:
    return since <= 1 or (since <= 6 and bool(_REFERS.match(typed.string)))


def _near(document: Document, typed: Typed, mention: Mention, event: _Event, *, alone: bool) -> None:
    at = typed.position(mention)
    before, after = typed.string[:at], typed.string[typed.string.index("⟩", at) + 1 :]
    if match := _EDITION_BEFORE.search(before) or _EDITION_AFTER.match(after):
        number = typed.mentions[int(next(g for g in match.groups() if g))]
        event.put(Filler("edition", int(number.value.number or 0) if number.value else 0, number.start, number.end))
    held = bool(_HELD.search(typed.string))
    event.held = event.held or held
    if (
        held
        and not mention.nominal
        and re.search(r"(?:alternance avec (?:le |celui d[eu'] ?)|à l'image d[eu'] ?|comme (?:le |la ))$", before)
    ):
        event.held = False
        return
    if alone and held:
        event.put(*_when(typed, mention), *_where(typed, mention))
        event.put(*_who(typed), *topics(document, typed))
    elif held:
        event.put(*_when(typed, mention, within=70), *_where(typed, mention, within=70))


def _following(document: Document, typed: Typed, event: _Event) -> None:
    label = (typed.sentence.label or "").lower()
    if re.match(r"quand|date|when|horaires?", label):
        event.put(*_dates(typed.of_kind("D")[:1]))
    elif re.match(r"où|lieu|where|venue|place", label):
        event.put(*(filler("place", m) for m in typed.of_kind("LFOX")[:2]))
    elif re.match(r"organisat|organi[sz]er", label):
        event.put(*(filler("organiser", m) for m in typed.of_kind("O")))
    elif re.match(r"partenaires?|soutiens?|partners?|sponsors?", label):
        listed = [
            m
            for m in typed.of_kind("OEL")
            if not re.search(r"(?:\bd[eu] |\bdu |\bde l[a'] ?)$", typed.string[: typed.position(m)])
        ]
        event.put(*(filler("supporter", m) for m in listed))
    else:
        if match := _EDITION_ANY.search(typed.string):
            number = typed.mentions[int(match[1])].value if match[1] else None
            event.put(
                Filler(
                    "edition",
                    int(number.number or 1) if number else 1,
                    typed.origin(match.start()),
                    typed.origin(match.end()),
                )
            )
        if _HELD.search(typed.string) and (not event.has("start") or not event.has("place")):
            event.held = True
            event.put(
                *(_when(typed, None) if not event.has("start") else ()),
                *(_where(typed, None) if not event.has("place") else ()),
            )
        event.put(*_who(typed), *topics(document, typed))
        if event.sort == "inauguration" and _THERE.search(typed.string):
            event.put(*(filler("participant", m) for m in typed.of_kind("P")))


def _dates(days: list[Mention]) -> Iterator[Filler]:
    for day in days:
        if day.value and day.value.earliest:
            yield Filler("start", day.value.earliest, day.start, day.end)
            if day.value.latest and day.value.latest != day.value.earliest:
                yield Filler("end", day.value.latest, day.start, day.end)


def _when(typed: Typed, mention: Mention | None, within: int = 400) -> Iterator[Filler]:
    days = [d for d in typed.of_kind("D") if d.value and d.value.earliest]
    days = [
        d
        for d in days
        if not re.search(
            r"(?:depuis|créée? en|né en|since|founded in|fondée? en|tous les|lancée? en) $",
            typed.string[: typed.position(d)],
            re.IGNORECASE,
        )
    ]
    days = [d for d in days if not _SINCE.match(d.name)]
    days.sort(key=lambda d: -len((d.value.earliest if d.value else "") or ""))
    if mention is not None:
        at = typed.position(mention)
        days = [d for d in days if abs(typed.position(d) - at) <= within]
        days.sort(key=lambda d: (-len((d.value.earliest if d.value else "") or ""), abs(typed.position(d) - at)))
    yield from _dates(days[:1])


def _where(typed: Typed, mention: Mention | None, within: int = 400) -> Iterator[Filler]:
    at = typed.position(mention) if mention is not None else 0
    for pattern in (_PLACE, _VENUE, _HOSTED):
        for match in pattern.finditer(typed.string):
            if abs(match.start() - at) > within:
                continue
            found = [
                typed.mentions[int(m["number"])]
                for g, w in match.groupdict().items()
                if g.startswith("place") and w
                for m in MARK.finditer(w)
            ]
            found = [
                m
                for m in found
                if m.sort not in {"country", "continent", "region"}
                and (m.kind != "O" or m.sort in {"model", "research"})
            ]
            yield from (filler("place", m) for m in found)


def _who(typed: Typed) -> Iterator[Filler]:
    for slot, pattern in (
        ("organiser", _ORGANISER),
        ("organiser", _ORGANISES),
        ("supporter", _SUPPORTER),
        ("participant", _PRESENT),
        ("participant", _ATTENDED),
        ("participant", _CAME),
        ("organiser", _ORGANISERS),
    ):
        for match in pattern.finditer(typed.string):
            for words in match.groupdict().values():
                if words and MARK.search(words):
                    found = [typed.mentions[int(m["number"])] for m in MARK.finditer(words)]
                    people = [m for m in found if m.kind == "P"]
                    yield from (filler(slot, m) for m in (people if people and slot == "participant" else found))
