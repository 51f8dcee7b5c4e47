"""Fairs, forums, festivals, contests, inaugurations: when, where, who organises, attends and supports them, what about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler, Frame
from kg.extraction.mention import Mention
from kg.extraction.rules import event_asked, event_editions, event_gatherings, event_main, event_openings, event_where
from kg.extraction.rules.event_when import bare, dates, days, headed, when
from kg.extraction.rules.event_where import where
from kg.extraction.rules.event_who import attending, present, who
from kg.extraction.rules.happening import Happening
from kg.extraction.rules.topics import about, topics
from kg.extraction.typed import Typed

_DAY = 10
_SHARED = 70
"""How far from an event, in a sentence that tells two, what belongs to it may stand."""
_YEAR = Expression(r"\b20\d\d$")
_HELD = Expression(
    r"(?:\b(?:se |s')(?:tien|tenai|tenir|déroul|partag|réuni)\w*|s'(?:est|était|étaient|sont) (?:tenu|déroulé|ouvert)\w*|s'ouvr\w+|\b(?:a|ont|aura|auront|avait|avaient|aurait|avoir) (?:eu )?lieu|donn\w+ rendez-vous|ses quartiers|salle comble|remet ça|"
    r"\b(?:for|at|during|lors d[eu]|lors des|à l'occasion d[eu]|pendant|profitant d[eu]|en marge d[eu]|venue?s? (?:au|à)|ven(?:aient|ait|us|ue|u) (?:pour|assister)|(?:[Dd]epuis|sur|dans) les (?:allées|travées)|il y aura|⟨[FL]\d+⟩[^.;]{0,40}pour (?:la |le |les |l')⟨E|rendue?s? (?:au|à)|stand (?:au|à)|(?:sera|seront|était|étaient) (?:au|à)) ?(?:du |de la )?(?:la |le |l'|the )?(?:[a-z]+ )?[«\"]? ?⟨E|avait [^.;]{3,30} pour thème|a occupé une journée|organis\w+|accueill\w+|ouvr\w+|ouvert|réuni\w+|rendez-vous|revient|édition|particip\w+|invit\w+|donne|inaugur\w+|lancé|annoncée?|envisag\w+|en visite|en déplacement|présent|"
    r"\bhost\w*|held|takes? place|took place|will be|returns?|opens?|gather\w*|\bran\b|attend\w*|edition|(?:du|les|le|on|from|en|in|dès|ce) ⟨D|⟨D\d+⟩ (?:à|au|in|at))",
    re.IGNORECASE,
)
_FORMER = Expression(
    r"(?:[Ee]xit|[Aa]dieu|[Rr]emplace|succède (?:à|au)|prend la (?:suite|relève) d[eu]|[Rr]eplaces|[Ss]ucceeds|known (?:[a-z]+ ){0,3}as|[Uu]nlike|à l'instar d[eu]|contrairement (?:à|au))(?: an?| le| la| l'| au| the)? ?$"
)
_GIVES_WAY = Expression(
    r"\b(?:cède\w*|laisse\w*|fait|a cédé|a laissé) (?:la |sa )?place à|\bremplacée? par|gives way to|replaced by|succeeded by"
)
"""What stands between an event that is no more and the one that takes over."""
_REFERS = Expression(
    r"^(?:L'édition|Cette édition|Elle |Il |La (?:journée|manifestation|rencontre|réunion|soirée)|Le (?:rendez-vous|programme)|L'événement|L'évènement|Au programme|Y |Organisée?|Ce jour|À cette occasion|A cette occasion|Parmi|Son |Sa |Trois jours|Autour|Côté|Plus de|Pendant|Il sera|Un coup|The event|It |On |Among|Speakers|Exhibitors|Participants)",
    re.IGNORECASE,
)
_THERE = Expression(
    r"premier rang|déplacement|présents?\b|présence|rassembl|aux côtés|autour d|participa|réuni|invité|ruban|in attendance|attend|intervenants?|prises? de parole|tables? rondes?|[Cc]e jour-là|à cette occasion|on hand|^[Dd]ans la salle",
    re.IGNORECASE,
)
_LIKENED = Expression(
    r"(?:altern(?:ance|era|e|er|ant|ent) avec (?:le |celui d[eu'] ?)|à l'image d[eu'] ?|comme (?:le |la ))$"
)
_ONE_LIKE_IT = Expression(r"\b(?:[Uu]n|[Aa]) [«\"]? ?$")
_OF_A_FIELD = Expression(r" (?:du spatial|de l'espace|of space)\b")
"""Before and behind the short name of a fair that something else is likened to: "un « Bourget du spatial »"."""
_SAME_DAY = Expression(
    r"\b(?:dans la foulée|le même jour|le jour même|ce jour-là|en soirée|le soir (?:même|venu)|dans l'après-midi|plus tôt dans la journée|juste avant|dans la matinée|"
    r"(?:earlier|later) (?:that|the same|in the) day|that (?:same )?(?:evening|afternoon|morning|day)|on the same day)\b",
    re.IGNORECASE,
)
_LABELS = Expression(
    r"quand|date|when|où|lieu|where|venue|décor|organi|aux (?:commandes|manettes|manœuvres)|à la (?:barre|manœuvre)|partenaires?|(?:en )?soutiens?|avec l'appui|partners?|sponsors?|"
    r"thèmes?|sujets?|au (?:programme|menu)|topics?|invités?|intervenants?|speakers?|guests?",
    re.IGNORECASE,
)


def find(document: Document) -> Iterator[Frame]:
    """A frame for each event that happens at a stated time or place, or that is the text's own subject."""
    events: dict[str, Happening] = {}
    last: Happening | None = None
    owners: dict[int, Happening | None] = {}
    since = 0
    for index, typed in enumerate(document.prose):
        if last is not None and _labelled(typed):
            _following(document, typed, last)
            continue
        here = [_named(document, index, m, events) for m in _spoken_of(typed)]
        told = [_told(document, typed, e, events) for e in _unnamed(document, index, last)]
        since = 0 if here or told else since + 1
        if told and not here:
            last = told[-1]
        elif here:
            spoken = max(here, key=lambda e: e.mentions)
            recalled = (
                event_editions.PAST.search(typed.string) and last is not None and spoken.mentions <= last.mentions
            )
            last = last if recalled else spoken
        elif last is not None and (since <= 1 or (since <= 8 and _REFERS.match(typed.string))):
            _following(document, typed, last)
            owners[index] = last
        owners[index] = last if told or here else owners.get(index)
        if not told:
            _announced(typed, last, events)
    subject = event_main.main(document, events.values())
    if subject is not None:
        again = list(event_main.gather(document, subject, owners))
        events.update({f"again {number}": other for number, other in enumerate(again)})
    yield from _frames(document, events)


def _spoken_of(typed: Typed) -> list[Mention]:
    """The events that a sentence speaks of: named ones before unnamed ones, what takes over before what it follows."""
    here = typed.of_kind("E")
    named = [m for m in here if m.sort != "unnamed"] or here
    gives_way = _GIVES_WAY.search(typed.string)
    former = [m for m in named if gives_way and typed.position(m) < gives_way.start()]
    if former and len(former) < len(named):
        return [m for m in named if m not in former]
    return [m for m in named if not _FORMER.search(typed.before(m))] or named


def _named(document: Document, index: int, mention: Mention, events: dict[str, Happening]) -> Happening:
    """Count a naming, and take what its sentence, the heading above and the label before tell of the event."""
    typed = document.prose[index]
    event = events.setdefault(mention.name, Happening(filler("name", mention), mention.sort))
    event.mentions += 1
    if not event.has("start") and (above := headed(document, index)):
        event.put(*dates(above[:1]))
        event.held = True
    if _labelled(typed):
        event_asked.label(document, typed, event)
    if "Bourget" in document.text[mention.start : mention.end] and "Bourget" not in mention.name:
        event.put(Filler("place", "Le Bourget", mention.start, mention.end))
    if editions := list(event_editions.beside(typed, mention)):
        event.put(*editions)
        event.held = True
    _near(document, typed, mention, event)
    start = event.first("start")
    if numbered := list(bare(document, index)):
        if start is not None and str(numbered[0].value).startswith(str(start.value)):
            event.fillers[:] = [f for f in event.fillers if f.slot not in {"start", "end"}]
        event.put(*(numbered if not event.has("start") else ()))
    return event


def _likened(document: Document, typed: Typed, mention: Mention) -> bool:
    """Whether something else is only likened to an event that is named."""
    before, short = typed.before(mention), " " not in document.text[mention.start : mention.end]
    one = short and (_ONE_LIKE_IT.search(before) or _OF_A_FIELD.match(typed.after(mention)))
    return bool(_LIKENED.search(before) or one)


def _near(document: Document, typed: Typed, mention: Mention, event: Happening) -> None:
    """What the sentence of a naming tells of the event: all of it where it names no other."""
    held = bool(_HELD.search(typed.string)) or bool(days(typed, _DAY))
    at = typed.position(mention)
    event.held = event.held or held
    if not mention.nominal and _likened(document, typed, mention):
        event.held = event.held and event.mentions > 1
    elif held and len({m.name for m in _spoken_of(typed)}) == 1:
        event.put(*when(typed, at), *where(typed, at))
        event.put(*who(typed, own=True), *topics(document, typed), *about(document, typed))
    elif held:
        event.put(*when(typed, at, _SHARED), *where(typed, at, _SHARED))


def _unnamed(document: Document, index: int, last: Happening | None) -> Iterator[Happening]:
    """The events that a sentence tells without naming them: an opening, a launch, a gathering with its day."""
    typed = document.prose[index]
    around = " ".join(t.string for t in document.prose[max(0, index - 1) : index + 1])
    start = last.first("start") if last is not None and _SAME_DAY.search(around) else None
    opening = event_openings.found(document, index, start)
    if opening is not None:
        yield opening
    elif last is None or not event_gatherings.again(typed):
        yield from event_gatherings.found(document, index, start)


def _told(document: Document, typed: Typed, told: Happening, events: dict[str, Happening]) -> Happening:
    """An event without a name, with what its sentence tells of it."""
    event = events.setdefault(_key(told), told)
    if typed.of_kind("E") and told.sort == "inauguration":
        at = next(i for i in range(len(typed.string) + 1) if typed.origin(i) >= told.name.start)
        event.put(*when(typed, at, _SHARED), *where(typed, at, _SHARED))
        return event
    event.put(*when(typed), *where(typed), *who(typed, own=True), *event_where.there(document, typed))
    if told.sort == "inauguration":
        event.put(*(f for f in attending(typed) if str(f.value) not in str(event.name.value)))
    return event


def _key(told: Happening) -> str:
    """Under what an event without a name is gathered: a text tells one opening, and one meeting of each kind."""
    return "inauguration" if told.sort == "inauguration" else str(told.name.value).split()[0].lower()


def _following(document: Document, typed: Typed, event: Happening) -> None:
    """What a sentence that goes on about an event tells of it."""
    if _labelled(typed) and event_asked.label(document, typed, event):
        return
    if event_editions.PREVIOUS.search(typed.string):
        return
    event.put(*event_editions.told(typed))
    if _HELD.search(typed.string) and (not event.has("start") or not event.has("place")):
        event.held = True
        event.put(
            *(when(typed) if not event.has("start") else ()),
            *(where(typed) if not event.has("place") and _meets(typed) else ()),
        )
    event.put(*who(typed), *topics(document, typed))
    if event.sort == "gathering":
        event.put(*about(document, typed), *(attending(typed) if present(typed, before=False) else ()))
    if event.sort == "inauguration" and _THERE.search(typed.string):
        event.put(*attending(typed))


def _meets(typed: Typed) -> bool:
    return bool(_REFERS.match(typed.string) or event_gatherings.SURELY.search(typed.string) or typed.of_kind("E"))


def _announced(typed: Typed, last: Happening | None, events: dict[str, Happening]) -> None:
    """The next edition, where a sentence gives its date."""
    if last is not None and "next" not in events and event_editions.following(typed, last):
        again = events.setdefault("next", Happening(last.name, "again", mentions=1, held=True))
        again.put(*when(typed), *(f for f in last.fillers if f.slot == "organiser"))


def _frames(document: Document, events: dict[str, Happening]) -> Iterator[Frame]:
    main = max(events.values(), key=lambda e: e.mentions, default=None)
    for event in events.values():
        if _stated(event, main=event is main):
            if not event.has("place"):
                event.put(*event_where.in_name(document, event.name))
            if event.sort == "inauguration" and not event.has("place"):
                event.put(*event_where.seat(document, str(event.name.value)))
            if not event.has("start") and (year := _YEAR.search(str(event.name.value))):
                event.put(Filler("start", year.group(), event.name.start, event.name.end))
            housed = {f.value for f in event.fillers if f.slot == "place"}
            event.fillers[:] = [f for f in event.fillers if f.slot != "organiser" or f.value not in housed]
            event.fillers[:] = [part for f in event.fillers for part in event_where.apart(document, f)]
            yield Frame("Event", (event.name, *event.fillers), f"event.{event.sort}")


def _stated(event: Happening, *, main: bool) -> bool:
    if event.sort in {"unnamed", "again", "gathering"}:
        return event.has("start") or event.has("edition")
    if event.sort == "inauguration":
        return event.has("start") or event.has("participant")
    facts = sum(event.has(s) for s in ("start", "place", "organiser", "edition", "participant", "supporter"))
    return (
        event.held and facts > 0 and (any(event.has(s) for s in ("start", "edition", "organiser", "place")) or main)
    ) or (main and event.mentions > 2)


def _labelled(typed: Typed) -> bool:
    return _LABELS.match((typed.sentence.label or "").removeprefix("Le ")) is not None
