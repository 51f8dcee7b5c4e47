"""Which edition of an event a sentence speaks of: the one that the text is about, an earlier one or the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.rules.event_when import dates, when
from kg.extraction.rules.event_where import where
from kg.extraction.rules.event_who import who
from kg.extraction.rules.happening import Happening
from kg.extraction.typed import Typed

_TURN = r"(?:édition|edition|du nom|numéro|mouture|cuvée|opus|appearance|outing|staging|instal?lment)"
_BEFORE = Expression(
    r"(?:⟨R(\d+)⟩ (?:édition|édition annuelle|edition|annual)?(?: ?(?:de la |de l'|des |du |de |d'|of the |of ))?|⟨R(\d+)⟩ )(?:\w+ )?$"
)
_AFTER = Expression(rf"^[,®]{{0,2}} ?[\"»(]? ?\(?⟨R(\d+)⟩ {_TURN}")
_ANY = Expression(
    rf"⟨R(?P<number>\d+)⟩ {_TURN}|(?P<first>édition inaugurale|inaugural edition)|pour la ⟨R(?P<nth>\d+)⟩(?=[.,])",
    re.IGNORECASE,
)
_OPENS = Expression(r"^⟨R(?P<number>\d+)⟩,? (?:donc,? )?(?:pour|for) ")
_NUMBERED = Expression(r"(?P<number>\d{1,3}) ?(?:ers?|ères?|[eè]mes?|es?|ᵉ|st|nd|rd|th) ")
_NEXT = Expression(
    r"reviendra|prochaine édition|nouvelle édition|next edition|will return|rendez-vous est (?:déjà )?(?:donné|pris)|se retrouver",
    re.IGNORECASE,
)
_ITS_OWN = Expression(
    r"\b(?:(?:dont |[Cc]')c?'?était (?:là )?(?:la|sa|leur)|en (?:était|étaient) à (?:la|sa|leur)|[Pp]our (?:sa|leur|its|their)) "
)
_ELLIPTIC = Expression(r"(?P<place>⟨[LFX]\d+⟩)(?:,| en ⟨D\d+⟩,| in ⟨D\d+⟩,) (?:pour|for) ")
"""A place told without a verb: "Bruxelles, pour la deuxième"."""
PREVIOUS = Expression(
    r"\b(?:[Tt]he last time|[Ll]a dernière fois|the (?:previous|last) (?:one|edition)|(?:la|l'édition|sa) précédente|(?:la|sa) dernière édition|l'édition (?:passée|d'avant))\b",
    re.IGNORECASE,
)
PAST = Expression(
    r"\b(?:avait|avaient|était|étaient|s'était|s'étaient|had)\b|⟨R\d+⟩ (?:édition|edition),? (?:en|in|il y a|tenue) "
)
"""What tells of an earlier edition, or of a time before the one that the text is about."""


def beside(typed: Typed, mention: Mention) -> Iterator[Filler]:
    """The edition that stands at an event's name, or in it."""
    before = typed.before(mention)
    match = _BEFORE.search(before) or _AFTER.match(typed.after(mention)) or (_OPENS.match(before) if before else None)
    if match:
        number = typed.mentions[int(next(g for g in match.groups() if g))]
        yield Filler("edition", _number(number), number.start, number.end)
    elif match := _NUMBERED.match(mention.name):
        yield Filler("edition", int(match["number"]), mention.start, mention.end)


def told(typed: Typed) -> Iterator[Filler]:
    """The edition that a sentence gives the event which it goes on about."""
    match = _ANY.search(typed.string)
    if match and (match.start() == 0 or _ITS_OWN.search(typed.string) or not PAST.search(typed.string)):
        told_by = match["number"] or match["nth"]
        number = _number(typed.mentions[int(told_by)]) if told_by else 1
        if number:
            yield Filler("edition", number, typed.origin(match.start()), typed.origin(match.end()))


def other(typed: Typed, event: Happening) -> Happening | None:
    """Another edition of the event, where a sentence speaks of one."""
    edition = _other(typed, event)
    if edition is None and not PREVIOUS.search(typed.string):
        return None
    again = Happening(event.name, "again", [edition] if edition else [], mentions=1, held=True)
    days = [d for d in typed.of_kind("D") if d.value and d.value.earliest]
    again.put(*(list(when(typed)) or dates(days[:1])), *where(typed))
    again.put(*(f for f in who(typed) if f.slot == "organiser"))
    if match := _ELLIPTIC.match(typed.string):
        again.put(*(filler("place", m) for m in typed.marked(match["place"])))
    return again


def _other(typed: Typed, event: Happening) -> Filler | None:
    match = _ANY.search(typed.string)
    own = event.first("edition")
    if match is None or match["first"] or (own is None and (match.start() == 0 or _ITS_OWN.search(typed.string))):
        return None
    found = _number(typed.mentions[int(match["number"] or match["nth"])])
    if not found or (own and own.value == found) or not (own or PAST.search(typed.string)):
        return None
    return Filler("edition", found, typed.origin(match.start()), typed.origin(match.end()))


def following(typed: Typed, event: Happening) -> bool:
    """Whether a sentence gives the date of the event's next edition."""
    others = {m.name for m in typed.of_kind("E")} - {str(event.name.value)}
    return bool(_NEXT.search(typed.string) and typed.of_kind("D") and not others)


def _number(mention: Mention) -> int:
    return int(mention.value.number or 0) if mention.value else 0
