"""kg review: accept, correct or reject what was extracted, by keys or in a file."""

from __future__ import annotations

import csv
import getpass
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.bilingual import Command, lang_option, option, say
from kg.errors import Unreadable, WrongUsage
from kg.language import Text

if TYPE_CHECKING:  # loads the readers and spaCy's tables
    from kg.extraction.review import Review
    from kg.extraction.work import Extraction

COLUMNS = ["document", "frame", "type", "confidence", "slots", "names", "passage", "verdict"]
_SHOWN = {"names", "passage", "confidence"}


@click.command(
    cls=Command,
    text=Text(
        en="Review what is extracted from articles, frame by frame: the passage is shown in its context, a key says "
        "what you think of it. Accepted frames become claims in seeds/extracted/, rejected ones are not asked again."
        " A name that is only like a known one is asked about; deleting its line of seeds/decisions/extracted.csv "
        "undoes what you say.\n\nEvery verdict is kept at once: stop whenever you like. Or edit a file: --out "
        "review.csv, then --apply.",
        fr="Relit ce qui est extrait d'articles, cadre par cadre : le passage est montré dans son contexte, une "
        "touche dit ce que vous en pensez. Les cadres acceptés deviennent des affirmations dans seeds/extracted/, les "
        "rejetés ne sont plus proposés. Un nom qui ressemble seulement à un nom connu vous est soumis ; supprimer la "
        "ligne de seeds/decisions/extracted.csv annule la réponse.\n\nChaque verdict est gardé aussitôt : arrêtez "
        "quand vous voulez. Ou bien dans un fichier : --out review.csv, puis --apply.",
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
@option("--by", metavar="WHO", text=Text(en="Who decides on names; else your user name.", fr="Qui décide des noms."))
@lang_option
def review(
    files: tuple[str, ...],
    date: str | None,
    seeds: Path,
    out: Path | None,
    verdicts: Path | None,
    accept_above: float | None,
    by: str | None,
) -> None:
    """Ask on the terminal, or go by the file or the threshold; the count goes to stderr."""
    from kg.extraction import extras

    extras.require("kg review")
    from kg.cli.asking import Stopped, ask
    from kg.extraction.reading import find_documents
    from kg.extraction.work import Extraction

    work = Extraction(registry=seeds / "registry", form="trig", date=date)
    reviews: Iterable[Review] = _read(work, list(find_documents(files)), seeds, by or _reader())
    if out is not None:
        _to_file(reviews, out)
        return
    if verdicts is not None:
        reviews = _apply(list(reviews), verdicts)
    for one in reviews:
        try:
            if accept_above is not None:
                for frame in [f for f in one.waiting() if f.confidence >= accept_above]:
                    one.say(frame, "accept")
            elif verdicts is None:
                ask(one)
        except Stopped:
            break
        finally:
            _conclude(one)


def _conclude(one: Review) -> None:
    """Write the claims; say how many frames are accepted, wait, and how many names nobody has decided on."""
    count, waiting, names = one.conclude(), sum(1 for _ in one.waiting()), one.unsure()
    say(
        Text(
            en=f"{one.name}: {count} frames accepted, {waiting} waiting.",
            fr=f"{one.name} : {count} cadres acceptés, {waiting} en attente.",
        )
    )
    if count:
        say(Text(en=f"Their claims are in {one.claims}.", fr=f"Leurs affirmations sont dans {one.claims}."))
    if names:
        say(
            Text(
                en=f"{names} names are like known ones, nobody has said if they are the same: in {one.undecided}, "
                "make unsure same or different, and review again.",
                fr=f"{names} noms ressemblent à des noms connus, personne n'a dit si c'est la même chose : dans "
                f"{one.undecided}, remplacez unsure par same ou different, puis relisez.",
            )
        )


def _read(work: Extraction, documents: list[str], seeds: Path, by: str) -> Iterator[Review]:
    """Each document with its frames as they are needed; one that cannot be read is told, and the others go on."""
    from kg.extraction.review import Review

    for path in documents:
        if sys.stderr.isatty():
            say(Text(en=f"Reading {path}", fr=f"Lecture de {path}"))
        try:
            result = work.result(path)
        except Unreadable as error:
            if len(documents) == 1:
                raise
            say(Text(en=error.in_language("en"), fr=error.in_language("fr")))
            continue
        yield Review(result, seeds / "extracted", by)


def _reader() -> str:
    """Who is at the keyboard, as the system knows them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "kg review"


def _rows(reviews: Iterable[Review]) -> Iterator[list[str]]:
    from kg.extraction.review import key, slots_of

    for one in reviews:
        for frame in one.waiting():
            start, end = min(f.start for f in frame.fillers), max(f.end for f in frame.fillers)
            words = " ".join(one.result.article.text[start:end].split())
            slots = json.dumps(slots_of(frame), ensure_ascii=False)
            names = " ; ".join(f"{d.spelling} ~ {d.link.entity.label} ({d.entity})" for d in one.doubts(frame))
            # the guillemets keep an office program from running a passage as a formula
            yield [one.name, key(frame), frame.type, f"{frame.confidence:.2f}", slots, names, f"« {words} »", ""]


def _to_file(reviews: Iterable[Review], out: Path) -> None:
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


def _apply(reviews: Sequence[Review], path: Path) -> Sequence[Review]:
    """Keep the verdicts of an edited file; all of them, or none where a line cannot be read. The same reviews."""
    from kg.extraction.review import corrected, key, slots_of
    from kg.files import read_bytes

    frames = {(one.name, key(f)): (one, f) for one in reviews for f in one.result.frames}
    found = []
    lines = csv.DictReader(read_bytes(path).decode("utf-8-sig", errors="replace").splitlines())
    if lines.fieldnames is None or not set(COLUMNS) - _SHOWN <= set(lines.fieldnames):
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
    return reviews
