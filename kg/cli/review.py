"""kg review: accept, correct or reject what was extracted, by keys or in a file."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.bilingual import Command, lang_option, language, option, say
from kg.errors import Unreadable, WrongUsage
from kg.language import Text

if TYPE_CHECKING:  # loads the readers and spaCy's tables
    from kg.extraction.frames import Frame
    from kg.extraction.review import Review

COLUMNS = ["document", "frame", "type", "confidence", "slots", "passage", "verdict"]
_AROUND = 160
_KEYS = Text(
    en="[a]ccept  [c]orrect a slot  [r]eject  [s]kip  [u]ndo  [q]uit",
    fr="[a]ccepter  [c]orriger une case  [r]ejeter  [s]auter  [u] annuler  [q]uitter",
)


@click.command(
    cls=Command,
    text=Text(
        en="Review what is extracted from articles, frame by frame: the passage is shown in its context, a key says "
        "what you think of it. Accepted frames become claims in seeds/extracted/, rejected ones are not asked again."
        "\n\nEvery verdict is kept at once: stop whenever you like. Or edit a file: --out review.csv, then --apply.",
        fr="Relit ce qui est extrait d'articles, cadre par cadre : le passage est montré dans son contexte, une "
        "touche dit ce que vous en pensez. Les cadres acceptés deviennent des affirmations dans seeds/extracted/, les "
        "rejetés ne sont plus proposés.\n\nChaque verdict est gardé aussitôt : arrêtez quand vous voulez. Ou bien dans "
        "un fichier : --out review.csv, puis --apply.",
    ),
    examples=(
        "kg review article.html",
        "kg review articles --out review.csv",
        "kg review articles --apply review.csv",
        "kg review articles --accept-above 0.95",
    ),
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@option("--date", metavar="D", text=Text(en="When the articles were published.", fr="La date de publication."))
@option(
    "--seeds",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("seeds"),
    show_default=True,
    text=Text(en="Where extracted/ and registry/ are.", fr="Là où sont extracted/ et registry/."),
)
@option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="CSV",
    text=Text(en="Write what waits to a file.", fr="Écrit ce qui attend dans un fichier."),
)
@option(
    "--apply",
    "verdicts",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="CSV",
    text=Text(en="Read the file back: verdicts and edited slots.", fr="Relit le fichier : verdicts, corrections."),
)
@option(
    "--accept-above",
    type=click.FloatRange(0, 1),
    metavar="C",
    text=Text(en="Accept what is at least so sure, ask nothing.", fr="Accepte ce qui est au moins aussi sûr."),
)
@lang_option
def review(
    files: tuple[str, ...],
    date: str | None,
    seeds: Path,
    out: Path | None,
    verdicts: Path | None,
    accept_above: float | None,
) -> None:
    """Ask on the terminal, or go by the file or the threshold; the count goes to stderr."""
    from kg.extraction.reading import find_documents
    from kg.extraction.review import Review
    from kg.extraction.work import Extraction

    work = Extraction(registry=seeds / "registry", form="trig", date=date)
    reviews = [Review(work.result(path), seeds / "extracted") for path in find_documents(files)]
    if out is not None:
        _to_file(reviews, out)
        return
    if verdicts is not None:
        _apply(reviews, verdicts)
    for one in reviews:
        try:
            if accept_above is not None:
                for frame in [f for f in one.waiting() if f.confidence >= accept_above]:
                    one.say(frame, "accept")
            elif verdicts is None and not _asked(one):
                break
        finally:
            count = one.conclude()
            say(
                Text(
                    en=f"{one.name}: {count} frames accepted, {sum(1 for _ in one.waiting())} waiting.",
                    fr=f"{one.name} : {count} cadres acceptés, {sum(1 for _ in one.waiting())} en attente.",
                )
            )


def _asked(one: Review) -> bool:
    """Ask about each waiting frame; False where the reader wants to stop."""
    from kg.extraction.review import read_correction

    waiting = list(one.waiting())
    said: list[Frame] = []
    while waiting:
        frame = waiting[0]
        click.echo(_shown(frame, one))
        key = _key()
        if key == "q":
            return False
        if key == "u" and said:
            waiting.insert(0, said.pop())
            one.say(waiting[0], "undo")
        elif key == "s":
            waiting.pop(0)
        elif key in ("a", "r"):
            one.say(frame, "accept" if key == "a" else "reject")
            said.append(waiting.pop(0))
        elif key == "c":
            try:
                one.say(frame, "correct", read_correction(frame, click.prompt("slot=value", prompt_suffix=" ? ")))
            except WrongUsage as error:
                say(Text(en=error.in_language("en"), fr=error.in_language("fr")))
            else:
                said.append(waiting.pop(0))
    return True


def _key() -> str:
    """One key on a terminal; one line from anything else, the end of which quits."""
    click.echo(_KEYS.in_language(language()), err=True)
    if sys.stdin.isatty():
        return click.getchar().lower()
    return (sys.stdin.readline() or "q").strip().lower()[:1]


def _shown(frame: Frame, one: Review) -> str:
    from kg.extraction.review import slots_of

    slots = "".join(f"\n  {slot}: {' ; '.join(map(str, values))}" for slot, values in slots_of(frame).items())
    passages = " … ".join(_passages(one.result.article.text, [(f.start, f.end) for f in frame.fillers]))
    return f"\n{click.style(frame.type, bold=True)}  ({frame.confidence:.2f})\n  … {passages} …{slots}"


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


def _rows(reviews: list[Review]) -> Iterator[list[str]]:
    from kg.extraction.review import key, slots_of

    for one in reviews:
        for frame in one.waiting():
            start, end = min(f.start for f in frame.fillers), max(f.end for f in frame.fillers)
            words = " ".join(one.result.article.text[start:end].split())
            slots = json.dumps(slots_of(frame), ensure_ascii=False)
            # the guillemets keep an office program from running a passage as a formula
            yield [one.name, key(frame), frame.type, f"{frame.confidence:.2f}", slots, f"« {words} »", ""]


def _to_file(reviews: list[Review], out: Path) -> None:
    from kg.files import replace

    sheet = io.StringIO()
    rows = list(_rows(reviews))
    csv.writer(sheet, lineterminator="\n").writerows([COLUMNS, *rows])
    replace({out: sheet.getvalue().encode("utf-8-sig")})
    say(
        Text(
            en=f"{len(rows)} frames in {out}: say accept or reject in the last column, edit the slots; then --apply.",
            fr=f"{len(rows)} cadres dans {out} : écrivez accept ou reject en dernière colonne, ou corrigez les cases ; "
            "puis --apply.",
        )
    )


def _apply(reviews: list[Review], path: Path) -> None:
    """Keep the verdicts of an edited file; all of them, or none where a line cannot be read."""
    from kg.extraction.review import corrected, key, slots_of
    from kg.files import read_bytes

    frames = {(one.name, key(f)): (one, f) for one in reviews for f in one.result.frames}
    found = []
    lines = csv.DictReader(read_bytes(path).decode("utf-8-sig", errors="replace").splitlines())
    if lines.fieldnames is None or not set(COLUMNS) <= set(lines.fieldnames):
        raise Unreadable(
            Text(en=f"{path}: the columns are not {', '.join(COLUMNS)}.", fr=f"{path} : colonnes inattendues."),
            Text(en="Write it with --out.", fr="Écrivez-le avec --out."),
        )
    for number, row in enumerate(lines, 2):
        verdict = (row["verdict"] or "").strip().lower()
        known = frames.get((row["document"], row["frame"]))
        if not verdict:
            continue
        if known is None or verdict not in ("accept", "reject", "correct"):
            raise WrongUsage(
                Text(
                    en=f"{path}:{number}: not a frame of these articles, or neither accept, correct nor reject.",
                    fr=f"{path}:{number} : pas un cadre de ces articles, ou ni accept, ni correct, ni reject.",
                )
            )
        one, frame = known
        try:
            slots = json.loads(row["slots"])
            corrected(frame, slots)
        except (ValueError, AttributeError, TypeError) as error:
            raise WrongUsage(
                Text(en=f"{path}:{number}: the slots are not JSON.", fr=f"{path}:{number} : cases illisibles (JSON).")
            ) from error
        changed = verdict != "reject" and slots != slots_of(frame)
        found.append((one, frame, "correct" if changed else verdict, slots))
    for one, frame, said, slots in found:
        one.say(frame, "reject" if said == "reject" else "correct" if said == "correct" else "accept", slots)
