"""Reading and replacing files: every mistake of a disk or an encoding becomes a sentence."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from kg.errors import Unreadable, Unwritable
from kg.language import Text

LIMIT = 200_000_000
"""The largest file that is read whole, in bytes."""


def read_bytes(path: Path, *, limit: int = LIMIT) -> bytes:
    """The bytes of a file that exists, is a file, is not empty and not larger than `limit`; else Unreadable."""
    try:
        if path.is_dir():
            raise Unreadable(
                Text(en=f"{path}: this is a folder, not a file.", fr=f"{path} : c'est un dossier, pas un fichier."),
                Text(en="Name a file in it.", fr="Nommez un de ses fichiers."),
            )
        if path.is_file() and path.stat().st_size > limit:
            raise Unreadable(
                Text(
                    en=f"{path}: larger than {limit:,} bytes.",
                    fr=f"{path} : plus de {limit} octets.",
                ),
                Text(en="Split it, or leave it out.", fr="Divisez-le, ou retirez-le."),
            )
        content = path.read_bytes()
    except OSError as error:
        raise Unreadable(
            Text(en=f"{path}: cannot be read ({reason(error).en}).", fr=f"{path} : illisible ({reason(error).fr})."),
            Text(en="Check the name and the rights.", fr="Vérifiez le nom et les droits."),
        ) from error
    if not content or content.isspace():
        raise Unreadable(
            Text(en=f"{path}: the file is empty.", fr=f"{path} : le fichier est vide."),
            Text(en="Fill it, or remove it.", fr="Remplissez-le, ou retirez-le."),
        )
    return content


def read_text(path: Path, *, limit: int = LIMIT) -> str:
    """The text of a UTF-8 file; Unreadable says at which byte it is not."""
    content = read_bytes(path, limit=limit)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            Text(
                en=f"{path}:{line}: not UTF-8 (byte {error.start}).",
                fr=f"{path}:{line} : pas de l'UTF-8 (octet {error.start}).",
            ),
            Text(en="Save the file as UTF-8.", fr="Enregistrez le fichier en UTF-8."),
        ) from error


def find(folder: Path, pattern: str) -> list[Path]:
    """The files of a folder that match, in the order of their names; Unreadable where the folder is missing."""
    if not folder.is_dir():
        raise Unreadable(
            Text(en=f"{folder}: no such folder.", fr=f"{folder} : ce dossier n'existe pas."),
            Text(
                en="Run kg from the folder that holds seeds/, or name it with --seeds.",
                fr="Lancez kg depuis le dossier qui contient seeds/, ou nommez-le avec --seeds.",
            ),
        )
    return sorted(p for p in folder.glob(pattern) if p.is_file())


def replace(outputs: Mapping[Path, bytes]) -> None:
    """Write each file beside its place, then rename all: a failure before the renames leaves everything as it was.

    Raises Unwritable (disk full, no right to write, a folder where a file should be).
    """
    written: list[tuple[Path, Path]] = []
    try:
        for target, content in outputs.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
            beside = Path(name)
            written.append((beside, target))
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.chmod(0o644)
            if target.is_dir():
                raise IsADirectoryError(21, os.strerror(21), str(target))
        for beside, target in written:
            beside.replace(target)
    except OSError as error:
        raise Unwritable(
            Text(
                en=f"{error.filename or target}: cannot be written ({reason(error).en}).",
                fr=f"{error.filename or target} : écriture impossible ({reason(error).fr}).",
            ),
            Text(
                en="Nothing was changed. Free some space, or choose another place with --out.",
                fr="Rien n'a été changé. Libérez de la place, ou choisissez un autre endroit avec --out.",
            ),
        ) from error
    finally:
        for beside, _ in written:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)


_REASONS = {
    errno.ENOENT: Text(en="no such file or directory", fr="il n'y a ni fichier ni dossier de ce nom"),
    errno.EACCES: Text(en="permission denied", fr="accès refusé"),
    errno.EPERM: Text(en="operation not permitted", fr="opération non permise"),
    errno.EISDIR: Text(en="is a directory", fr="c'est un dossier"),
    errno.ENOTDIR: Text(en="not a directory", fr="ce n'est pas un dossier"),
    errno.EEXIST: Text(en="file exists", fr="le fichier existe déjà"),
    errno.ENAMETOOLONG: Text(en="file name too long", fr="le nom est trop long"),
    errno.ENOSPC: Text(en="no space left on device", fr="le disque est plein"),
    errno.EROFS: Text(en="read-only file system", fr="le disque est en lecture seule"),
}


def reason(error: OSError) -> Text:
    """What the system said, without the path and the traceback."""
    said = (error.strerror or str(error) or type(error).__name__).lower()
    return _REASONS.get(error.errno or 0) or Text(en=said, fr=said)
