"""Why a document cannot be read, in one sentence, and what to do next in another."""

from __future__ import annotations

from kg.errors import Unreadable
from kg.language import Text


def _refusal(where: str, what: Text, advice: Text) -> Unreadable:
    return Unreadable(Text(en=f"{where}: {what.en}", fr=f"{where} : {what.fr}"), advice)


def missing(where: str) -> Unreadable:
    """There is no such file."""
    return _refusal(
        where,
        Text(en="there is no such file or folder.", fr="ce fichier ou dossier n'existe pas."),
        Text(en="Check the path.", fr="Vérifiez le chemin."),
    )


def no_documents(where: str) -> Unreadable:
    """A folder without a document that can be read."""
    return _refusal(
        where,
        Text(en="the folder holds no document.", fr="le dossier ne contient aucun document."),
        Text(
            en="HTML, PDF, DOCX and text files are read (.html, .htm, .pdf, .docx, .txt, .md).",
            fr="Les fichiers HTML, PDF, DOCX et texte sont lus (.html, .htm, .pdf, .docx, .txt, .md).",
        ),
    )


def denied(where: str, reason: str) -> Unreadable:
    """The system does not let us read it."""
    return _refusal(
        where,
        Text(en=f"the file cannot be opened ({reason}).", fr=f"le fichier ne peut pas être ouvert ({reason})."),
        Text(en="Check that it is a file that you may read.", fr="Vérifiez que c'est un fichier que vous pouvez lire."),
    )


def empty(where: str) -> Unreadable:
    """There is nothing in it."""
    return _refusal(
        where,
        Text(en="the document is empty.", fr="le document est vide."),
        Text(en="Save it again, or leave it out.", fr="Enregistrez-le à nouveau, ou laissez-le de côté."),
    )


def too_large(where: str, size: str, limit: str) -> Unreadable:
    """It is larger than the limit."""
    return _refusal(
        where,
        Text(en=f"the document is too large ({size}; the limit is {limit}).",
             fr=f"le document est trop grand ({size} ; la limite est {limit})."),
        Text(en="Split it, or raise the limit.", fr="Découpez-le, ou relevez la limite."),
    )  # fmt: skip


def not_text(where: str, kind: Text) -> Unreadable:
    """It is of a kind that is not read."""
    return _refusal(
        where,
        Text(en=f"this is {kind.en}, not a document with text.", fr=f"c'est {kind.fr}, pas un document avec du texte."),
        Text(en="Save the article as HTML, PDF, DOCX or plain text.",
             fr="Enregistrez l'article en HTML, PDF, DOCX ou texte simple."),
    )  # fmt: skip


def scanned(where: str) -> Unreadable:
    """A PDF of pictures."""
    return _refusal(
        where,
        Text(en="the PDF has no text: its pages are pictures (a scan).",
             fr="le PDF n'a pas de texte : ses pages sont des images (un document numérisé)."),
        Text(en="Run it through text recognition (OCR) first, for example with ocrmypdf.",
             fr="Passez-le d'abord à la reconnaissance de caractères (OCR), par exemple avec ocrmypdf."),
    )  # fmt: skip


def encrypted(where: str) -> Unreadable:
    """It opens only with a password."""
    return _refusal(
        where,
        Text(en="the document is protected by a password.", fr="le document est protégé par un mot de passe."),
        Text(en="Save a copy without the password.", fr="Enregistrez une copie sans mot de passe."),
    )


def damaged(where: str, kind: str) -> Unreadable:
    """It breaks off, or is no longer what it was."""
    return _refusal(
        where,
        Text(en=f"the {kind} is damaged or incomplete.", fr=f"le {kind} est endommagé ou incomplet."),
        Text(en="Download or save it again.", fr="Téléchargez-le ou enregistrez-le à nouveau."),
    )


def bomb(where: str) -> Unreadable:
    """An archive that unpacks to far more than it should."""
    return _refusal(
        where,
        Text(en="the archive unpacks to far more than a document should.",
             fr="l'archive se décompresse en bien plus qu'un document."),
        Text(en="It was not opened. Do not trust where it comes from.",
             fr="Elle n'a pas été ouverte. Méfiez-vous de sa provenance."),
    )  # fmt: skip


def no_article(where: str) -> Unreadable:
    """A page without an article in it."""
    return _refusal(
        where,
        Text(en="no article was found in the page.", fr="aucun article n'a été trouvé dans la page."),
        Text(en="Save the article's text in a .txt file and read that.",
             fr="Enregistrez le texte de l'article dans un fichier .txt et lisez celui-ci."),
    )  # fmt: skip


def bad_header(where: str, reason: str) -> Unreadable:
    """A retelling whose record cannot be read."""
    return _refusal(
        where,
        Text(en=f"the header between +++ lines is not TOML ({reason}).",
             fr=f"l'en-tête entre lignes +++ n'est pas du TOML ({reason})."),
        Text(en="Correct the header; seeds/README.md shows one.",
             fr="Corrigez l'en-tête ; seeds/README.md en montre un."),
    )  # fmt: skip
