"""What kg review asks on the terminal: a key for each frame, and for each name that is only like a known one."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from kg.cli.bilingual import language, say
from kg.errors import WrongUsage
from kg.language import Text

if TYPE_CHECKING:  # loads the readers and spaCy's tables
    from kg.extraction.frames import Filler, Frame
    from kg.extraction.review import Doubt, Review

_AROUND = 160
_KEYS = Text(
    en="[a]ccept  [c]orrect a slot  [r]eject  [s]kip  [u]ndo  [?] why  [q]uit",
    fr="[a]ccepter  [c]orriger une case  [r]ejeter  [s] passer  [u] annuler  [?] pourquoi  [q]uitter",
)
_LEGEND = Text(
    en="Accept: the passage states it. Correct: a slot is wrong. Reject: it is not stated; never asked again. "
    "Skip: asked again next time. Undo: take the last verdict back. Quit: go on later; all is kept.",
    fr="Accepter : le passage le dit. Corriger : une case est fausse. Rejeter : pas dit, plus jamais proposé. "
    "Passer : redemandé la prochaine fois. Annuler : reprend le dernier verdict. Quitter : tout est gardé.",
)
_SAME = Text(
    en="[y]es, the same  [n]o, another one  [d]on't know",
    fr="[o]ui, la même chose  [n]on, une autre  [?] je ne sais pas",
)
_VERDICTS = {
    "a": Text(en="accepted", fr="accepté"),
    "r": Text(en="rejected", fr="rejeté"),
    "c": Text(en="corrected", fr="corrigé"),
}


class Stopped(Exception):
    """The reader wants to go on another time."""


def ask(one: Review) -> None:
    """Ask about each waiting frame; Stopped where the reader quits, presses Ctrl-C or the input ends."""
    from kg.extraction.review import slots_of

    waiting = list(one.waiting())
    said: list[Frame] = []
    total = len(waiting)
    _introduce(one, total)
    while waiting:
        frame = one.named(waiting[0])
        click.echo(_shown(frame, one, f"{total - len(waiting) + 1}/{total}"))
        key = _key(_KEYS)
        if key == "q":
            raise Stopped
        if key == "s":
            waiting.pop(0)
        elif key in ("a", "r"):
            one.say(frame, "accept" if key == "a" else "reject")
            say(_VERDICTS[key])
            said.append(waiting.pop(0))
            _settle(one, frame if key == "a" else None)
        elif key == "c":
            better = _corrected(frame)
            if better != frame:
                one.say(frame, "correct", slots_of(better))
                say(_VERDICTS["c"])
                said.append(waiting.pop(0))
                _settle(one, better)
        elif key == "u":
            _undo(one, waiting, said)
        else:
            _explain(frame, one, key)


def _introduce(one: Review, count: int) -> None:
    """Say what is read: the title, when it was published, how much there is."""
    from kg.questions.wording import shown

    article = one.result.article
    title = shown(article.title or one.name)
    published = article.published or Text(en="undated", fr="sans date").in_language(language())
    say(
        Text(
            en=f"{title} ({published}): {count} frames to review.",
            fr=f"{title} ({published}) : {count} cadres à relire.",
        )
    )


def _undo(one: Review, waiting: list[Frame], said: list[Frame]) -> None:
    if said:
        waiting.insert(0, said.pop())
        one.say(waiting[0], "undo")
        return
    say(
        Text(
            en=f"Nothing to undo yet. An earlier verdict is a line of {one.journal}: delete it to be asked again.",
            fr=f"Rien à annuler ici. Un verdict antérieur est une ligne de {one.journal} : supprimez-la.",
        )
    )


def _explain(frame: Frame, one: Review, key: str) -> None:
    """Why the frame was made and what the keys do; for a key that is none, that it is none."""
    from kg.extraction.explain import explained

    if key != "?":
        say(Text(en="Not one of the keys.", fr="Ce n'est pas une des touches."))
        return
    for sentence in explained(frame, one.result.article.text):
        say(sentence)
    say(_LEGEND)


def _corrected(frame: Frame) -> Frame:
    """The frame with what is typed, slot after slot; nothing typed ends it."""
    from kg.extraction.review import corrected, read_correction

    while typed := _typed(frame):
        try:
            frame = corrected(frame, read_correction(frame, typed))
        except WrongUsage as error:
            say(Text(en=error.in_language("en"), fr=error.in_language("fr")))
    return frame


def _typed(frame: Frame) -> str:
    """A line slot=value, empty for none."""
    from kg.extraction.frames import SLOTS

    slots = ", ".join(SLOTS[frame.type])
    say(
        Text(
            en=f"Type slot=value (several values: a ; b), then the next one, or nothing. Slots: {slots}",
            fr=f"Tapez case=valeur (plusieurs valeurs : a ; b), puis la suivante, ou rien. Cases : {slots}",
        )
    )
    try:
        return str(click.prompt("slot=value", default="", show_default=False, prompt_suffix=" ? ", err=True)).strip()
    except click.Abort:
        return ""


def _settle(one: Review, frame: Frame | None) -> None:
    """Ask of each name in an accepted frame that is only like a known one whether it is the same."""
    for doubt in one.doubts(frame) if frame is not None else ():
        click.echo(_question(doubt).in_language(language()))
        key = ""
        while key not in ("y", "o", "n", "d", "?", "j", "s", "u", "q"):
            key = _key(_SAME)
        if key == "q":
            raise Stopped
        path = one.decide(doubt, "same" if key in "yo" else "different" if key == "n" else "unsure")
        say(
            Text(
                en=f"Kept in {path}: deleting the line undoes it.",
                fr=f"Gardé dans {path} : supprimer la ligne l'annule.",
            )
        )


def _question(doubt: Doubt) -> Text:
    from kg.extraction.linking import TOLD
    from kg.questions.wording import shown

    spelling, label = (click.style(shown(n), bold=True) for n in (doubt.spelling, doubt.link.entity.label))
    how, told = TOLD[doubt.link.how], f"{doubt.link.score}/100"
    return Text(
        en=f"  Is {spelling} the same as {label} ({doubt.entity}; {how.en}, {told})?",
        fr=f"  {spelling} est-il {label} ({doubt.entity} ; {how.fr}, {told}) ?",
    )


def _key(keys: Text) -> str:
    """One key on a terminal; one line from anything else. Ctrl-C, Ctrl-D and the end of the input quit."""
    click.echo(keys.in_language(language()), err=True)
    try:
        typed = click.getchar() if sys.stdin.isatty() else (sys.stdin.readline() or "q").strip()
    except (KeyboardInterrupt, EOFError):
        return "q"
    return "q" if typed in ("\x03", "\x04") else typed[:1].lower()


def _shown(frame: Frame, one: Review, number: str) -> str:
    from kg.extraction.review import slots_of

    passages = " … ".join(_passages(one.result.article.text, [(f.start, f.end) for f in frame.fillers]))
    slots = "".join(f"\n  {slot}: {' ; '.join(_named(frame, slot))}" for slot in slots_of(frame))
    return f"\n{number}  {click.style(frame.type, bold=True)}  ({frame.confidence:.2f})\n  … {passages} …{slots}"


def _named(frame: Frame, slot: str) -> Iterator[str]:
    """Each value of a slot, with what it is in the registry: = the same, ~ like it."""
    from kg.questions.wording import shown

    for value in frame.values(slot):
        filler = next(f for f in frame.fillers if f.slot == slot and f.value == value)
        yield shown(str(value)) + _linked(filler)


def _linked(filler: Filler) -> str:
    from kg.questions.wording import shown
    from kg.terms import curie

    link = filler.link
    if link is None:
        return ""
    name = curie(link.entity.iri)
    if link.certain:
        return click.style(f" = {name}", dim=True)
    return click.style(f" ~ {shown(link.entity.label)} ({name}, {link.score}/100)", fg="yellow")


def _passages(text: str, spans: list[tuple[int, int]]) -> Iterator[str]:
    """The words that fill the frame, highlighted, with what stands around them; what is far apart is set apart."""
    from kg.questions.wording import shown

    def plain(start: int, end: int) -> str:
        return shown(re.sub(r"\s+", " ", text[max(0, start) : end]))

    at, last = "", None
    for start, end in sorted(set(spans)):
        if last is not None and start < last:
            continue
        if last is not None and start - last > _AROUND:
            yield at + plain(last, last + _AROUND // 2)
            at, last = "", None
        at += plain(start - _AROUND // 2, start) if last is None else plain(last, start)
        at += click.style(plain(start, end), reverse=True)
        last = end
    yield at + plain(last or 0, (last or 0) + _AROUND // 2)
