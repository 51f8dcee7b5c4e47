"""Reading real files: what each format tells, what is refused, and where the text's words stand."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import io
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen import canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from kg.errors import Unreadable, WrongUsage
from kg.extraction.reading import Article, Limits, find_documents, read

PROSE = (
    "La Région Occitanie et le CNES ont signé une convention de partenariat à Toulouse. "
    "Dotée de 30 M€, elle s'étale de 2024 à 2027 et soutient l'innovation, la formation et le rayonnement "
    "de la filière. "
    "Plus de 14 000 salariés travaillent pour le spatial dans la région, soit un quart des effectifs européens."
)
SECOND = (
    "Carole Delga, présidente de la Région, a rappelé que le territoire accueille les deux grands constructeurs de "
    "satellites, le centre spatial de Toulouse et un tissu dense de petites et moyennes entreprises innovantes."
)
PAGE = f"""<!DOCTYPE html>
<html lang="fr-FR"><head><meta charset="utf-8">
<title>Un accord pour l'espace | La Dépêche</title>
<meta property="og:title" content="Un accord pour l'espace"><meta property="og:site_name" content="La Dépêche">
<meta name="author" content="Jeanne Martin">
<meta property="article:published_time" content="2024-09-10T08:00:00+02:00">
<link rel="canonical" href="https://www.example.org/accord"></head>
<body><nav><a href="/">Accueil</a> <a href="/s">Sciences</a></nav>
<article><h1>Un accord pour l'espace</h1><p>{PROSE}</p><p>{SECOND}</p><p>Lire aussi : notre dossier</p></article>
<footer>Mentions légales</footer></body></html>"""


def write(folder: Path, name: str, content: bytes | str) -> str:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def pdf(*paragraphs: str, **record: str) -> bytes:
    file = io.BytesIO()
    style = getSampleStyleSheet()["Normal"]
    SimpleDocTemplate(file, pagesize=A4, **record).build([Paragraph(text, style) for text in paragraphs])
    return file.getvalue()


def word(*paragraphs: str, title: str = "") -> bytes:
    document = docx.Document()
    document.core_properties.author = "Jeanne Martin"
    document.core_properties.language = "fr-FR"
    if title:
        document.add_heading(title, 0)
    for text in paragraphs:
        document.add_paragraph(text)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def refusal(path: str, limits: Limits | None = None) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read(path, limits=limits)
    assert caught.value.exit_code == 3
    assert all("\n" not in s.en and s.en.endswith((".", ")")) and s.fr for s in caught.value.sentences)
    return caught.value


def test_a_page_gives_its_article_and_its_record(tmp_path: Path) -> None:
    article = read(write(tmp_path, "page.html", PAGE))
    assert PROSE in article.text
    assert SECOND in article.text
    assert "Mentions légales" not in article.text
    assert (article.title, article.author, article.publisher) == (
        "Un accord pour l'espace",
        "Jeanne Martin",
        "La Dépêche",
    )
    assert (article.published, article.language, article.url) == ("2024-09-10", "fr", "https://www.example.org/accord")


def test_a_link_to_another_article_is_furniture(tmp_path: Path) -> None:
    article = read(write(tmp_path, "page.html", PAGE))
    assert "Lire aussi : notre dossier" in [article.text[a:b] for a, b in article.furniture]


def test_a_page_in_latin_1_is_read_as_it_declares(tmp_path: Path) -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="iso-8859-15"').encode("iso-8859-15")
    assert "Dotée de 30 M€" in read(write(tmp_path, "page.html", page)).text


def test_a_pdf_gives_paragraphs_not_lines(tmp_path: Path) -> None:
    article = read(write(tmp_path, "note.pdf", pdf(PROSE, SECOND, title="Un accord", author="Jeanne Martin")))
    assert article.text.split("\n\n") == [PROSE, SECOND]
    assert (article.title, article.author, article.language) == ("Un accord", "Jeanne Martin", "fr")


def test_a_pdf_is_not_dated_by_when_the_file_was_made(tmp_path: Path) -> None:
    assert read(write(tmp_path, "note.pdf", pdf(PROSE))).published is None


def test_page_numbers_and_running_heads_of_a_pdf_are_left_out(tmp_path: Path) -> None:
    file = io.BytesIO()
    page = canvas.Canvas(file, pagesize=A4)
    for number in range(1, 6):
        page.drawString(72, 800, "Région Occitanie - Communiqué")
        page.drawString(72, 700, f"La page {'abcde'[number - 1]} parle du spatial et des emplois.")
        page.drawString(280, 30, f"{number} / 5")
        page.showPage()
    page.save()
    text = read(write(tmp_path, "long.pdf", file.getvalue())).text
    assert "Communiqué" not in text
    assert "/ 5" not in text
    assert text.count("parle du spatial") == 5


def test_a_hyphen_at_a_line_end_is_joined(tmp_path: Path) -> None:
    file = io.BytesIO()
    page = canvas.Canvas(file, pagesize=A4)
    page.drawString(72, 700, "Le plan soutient toute la filière et le rayon-")
    page.drawString(72, 686, "nement de la région dans le secteur spatial.")
    page.save()
    expected = "Le plan soutient toute la filière et le rayonnement de la région dans le secteur spatial."
    assert read(write(tmp_path, "a.pdf", file.getvalue())).text == expected


def test_a_docx_gives_paragraphs_lists_and_tables_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Un plan pour l'espace", 0)
    document.add_paragraph(PROSE)
    document.add_paragraph("l'aide aux entreprises", style="List Bullet")
    document.add_paragraph("la formation", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Emplois", "14 000"
    document.add_paragraph(SECOND)
    document.save(str(tmp_path / "plan.docx"))
    article = read(tmp_path / "plan.docx")
    assert article.title == "Un plan pour l'espace"
    assert article.text == f"{PROSE}\n\n- l'aide aux entreprises\n- la formation\nEmplois | 14 000\n\n{SECOND}"


def test_a_docx_tells_its_author_and_language(tmp_path: Path) -> None:
    article = read(write(tmp_path, "a.docx", word(PROSE, title="Titre")))
    assert (article.title, article.author, article.language) == ("Titre", "Jeanne Martin", "fr")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_plain_text_is_read_in_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    assert read(write(tmp_path, "a.txt", f"{PROSE}\r\n".encode(encoding))).text == PROSE


def test_text_decoded_twice_is_mended(tmp_path: Path) -> None:
    twice = PROSE.encode().decode("cp1252")
    assert read(write(tmp_path, "a.txt", twice)).text == PROSE


def test_header_lines_are_the_record_and_not_the_text(tmp_path: Path) -> None:
    article = read(
        write(
            tmp_path,
            "a.txt",
            f"url: https://example.org/a\ntitle: Titre\npublisher: La Dépêche\ndate: 2023-11\n\n{PROSE}\n",
        )
    )
    assert article.text == PROSE
    assert (article.title, article.publisher, article.published) == ("Titre", "La Dépêche", "2023-11")
    assert article.url == "https://example.org/a"


def test_a_first_paragraph_with_a_colon_is_text(tmp_path: Path) -> None:
    text = f"Spatial : la Région accélère\n\n{PROSE}"
    assert read(write(tmp_path, "a.txt", text)).text == text


def test_an_unknown_date_in_a_header_is_no_date(tmp_path: Path) -> None:
    assert read(write(tmp_path, "a.txt", f"title: Titre\ndate: unknown\n\n{PROSE}")).published is None


def test_a_retelling_is_read_with_its_record(tmp_path: Path) -> None:
    record = (
        'title = "Titre"\npublisher = "id:org-cnes"\npublished = 2024-09-10\nlanguage = "en"\nretelling_language = "fr"'
    )
    article = read(write(tmp_path, "a.md", f"+++\n{record}\n+++\n\n{PROSE}\n"))
    assert article.text == PROSE
    assert (article.publisher, article.published, article.language) == ("id:org-cnes", "2024-09-10", "fr")


def test_offsets_count_in_the_file_where_text_is_plain(tmp_path: Path) -> None:
    content = f"\n\n  {PROSE}\n"
    assert read(write(tmp_path, "a.txt", content)).text == content.rstrip()


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Toulouse, le 12 septembre 2024", "2024-09-12"),
        ("Communiqué de presse – 17 juin 2025", "2025-06-17"),
        ("Publié le 25/10/2021 | Partager", "2021-10-25"),
        ("16 July 2018 - for immediate use", "2018-07-16"),
        ("TOULOUSE, 6 fév 2021 - Le centre d'excellence de l'Otan sera installé à Toulouse.", "2021-02-06"),
        (
            "Strasbourg, le 21 novembre 2025. Réunis en séance plénière, les élus ont voté une feuille de route.",
            "2025-11-21",
        ),
        ("Munich, 12 May 2025. The Free State of Bavaria and ESA today opened a centre in Ottobrunn.", "2025-05-12"),
        (
            "(Saint-Jean-d'Illac, le 3 mars 2024) La société Orvella a ouvert son usine dans la zone d'activités.",
            "2024-03-03",
        ),
        ("Newquay (Cornwall), 3 March 2024: the spaceport has been sold to the firm Orvella, it was said.", None),
        (
            "Newquay (Cornwall), 3 March 2024: The spaceport has been sold to the firm Orvella, it was said.",
            "2024-03-03",
        ),
        ("PARIS, 12 octobre 2024 (AFP) - Le Cnes et la Région ont signé une convention, a-t-on appris.", "2024-10-12"),
        ("Toulouse – 12 octobre 2024 – La Région et le Cnes ont signé une convention de partenariat.", "2024-10-12"),
        ("LONDON, Oct. 12, 2024 /PRNewswire/ -- Orvella has raised money for its new plant.", "2024-10-12"),
        ("MADRID (Orvella News - 27th October, 2020) The authorities have announced on Tuesday a plan.", "2020-10-27"),
        ("Jeudi, le 21 novembre 2025. Les élus du conseil régional ont voté une feuille de route spatiale.", None),
        ("Toulouse, 12 mars 2025, salle des Illustres. Les élus ont voté une feuille de route spatiale.", None),
        ("Le salon aura lieu à Toulouse, le 21 novembre 2025. Les visiteurs sont attendus dès neuf heures.", None),
        (
            "Le Bourget, le 17 juin 2025. La Région et la société Orvella ont signé une convention au salon.",
            "2025-06-17",
        ),
        ("Le 17 juin 2025, la Région et la société Orvella ont signé une convention au Bourget.", None),
        (" date 2025-11-13 C'est un événement qui prend de l'ampleur.", "2025-11-13"),
        ("Le salon ouvrira le 17 juin 2025 à Toulouse pour trois jours.", None),
        ("L'accord court de 2024 à 2027.", None),
    ],
)
def test_a_dateline_dates_the_document_and_prose_does_not(tmp_path: Path, line: str, date: str | None) -> None:
    assert read(write(tmp_path, "a.txt", f"{line}\n\n{PROSE}\n")).published == date


def test_options_replace_what_the_file_tells(tmp_path: Path) -> None:
    path = write(tmp_path, "page.html", PAGE)
    article = read(path, date="2025-11", language="en", url="https://example.org/b")
    assert (article.published, article.language, article.url) == ("2025-11", "en", "https://example.org/b")


@pytest.mark.parametrize("date", ["2025", "2025-11", "2025-11-13"])
def test_a_date_may_be_given_to_the_year_the_month_or_the_day(tmp_path: Path, date: str) -> None:
    assert read(write(tmp_path, "a.txt", PROSE), date=date).published == date


@pytest.mark.parametrize(
    "date", ["hier", "", "13/11/2025", "2025-13", "2025-02-30", "2025-1-1", "20251113", "２０２５"]
)
def test_a_date_option_that_is_no_date_is_wrong_usage(tmp_path: Path, date: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        read(write(tmp_path, "a.txt", PROSE), date=date)
    assert caught.value.sentences[1].en == "Write it as 2025, 2025-11 or 2025-11-13."


def test_the_language_is_told_by_the_words_where_nothing_else_does(tmp_path: Path) -> None:
    english = "The agency said on Friday that the plan will bring 400 jobs to the region, and that it has the means."
    assert read(write(tmp_path, "a.txt", english)).language == "en"
    assert read(write(tmp_path, "b.txt", PROSE)).language == "fr"


def test_the_kind_is_told_by_the_bytes_and_not_by_the_name(tmp_path: Path) -> None:
    assert read(write(tmp_path, "a.txt", pdf(PROSE))).text == PROSE
    assert read(write(tmp_path, "a.pdf", word(PROSE))).text == PROSE
    assert PROSE in read(write(tmp_path, "a.docx", PAGE)).text
    assert read(write(tmp_path, "a.html", PROSE)).text == PROSE


def test_the_hash_is_of_the_bytes_as_they_are_in_the_file(tmp_path: Path) -> None:
    content = f"{PROSE}\r\n".encode("cp1252")
    assert read(write(tmp_path, "a.txt", content)).sha256 == hashlib.sha256(content).hexdigest()


def test_standard_input_is_read_for_a_dash() -> None:
    script = "from kg.extraction.reading import read; a = read('-'); print(a.where, a.text)"
    done = subprocess.run([sys.executable, "-c", script], input=pdf("Un texte."), capture_output=True, check=True)
    assert done.stdout.decode().strip() == "- Un texte."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Dominique Martin", True),
        ("Anne-Laure de La Tour | 12/03/2024", True),
        ("John B. Smith, Space Correspondent in London", True),
        ("Claire Petit, présidente de la Région", False),
        ("Toulouse Métropole", False),
        ("Thales Alenia Space", False),
    ],
)
def test_a_name_by_itself_above_the_text_is_a_byline(tmp_path: Path, line: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    body = f"{PROSE} {PROSE} {PROSE}"
    above, within = (
        read(write(tmp_path, "a.txt", t)) for t in (f"Un titre\n{line}\n{body}", f"{body}\n{line}\n{body}")
    )
    assert (line in [above.text[a:b] for a, b in above.furniture]) is expected
    assert not within.furniture


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Par la rédaction | 08 Sept 2022 | Temps de lecture : 3 min", True),
        ("Crédit photo : DR", True),
        ("© Région Île-de-France", True),
        ("Lire aussi : Notre dossier sur la filière spatiale", True),
        ("Partager | Imprimer | Réagir", True),
        ("Propos recueillis par la rédaction", True),
        ("Par Jeanne Martin", True),
        ("By John Smith, Space Correspondent", True),
        ("Abonnez-vous à notre newsletter", True),
        ("Contact presse : servicepresse", True),
        ("L. R.", True),
        ("Read more news from December | Print this page", True),
        ("Par ailleurs, la Région consacre 30 M€ au spatial.", False),
        ("Par Toulouse passent les grands programmes de satellites, et par Bordeaux ceux des lanceurs.", False),
        ("By the numbers", False),
        ("Photographier la Terre, voilà la mission du satellite lancé hier.", False),
        ("Le partage des coûts a été décidé en juin.", False),
        ("Les commentaires du ministre ont été bien accueillis par les entreprises.", False),
        ("Publiée en 2023, la feuille de route a cinq axes.", False),
        ("Contacts pris, les deux agences ont signé.", False),
    ],
)
def test_furniture_is_told_from_prose(tmp_path: Path, line: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    article = read(write(tmp_path, "a.txt", f"{PROSE}\n{line}\n{SECOND}\n"))
    assert (line in [article.text[a:b] for a, b in article.furniture]) is expected


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    path = str(tmp_path / "none.txt")
    assert refusal(path).sentences[0].en == f"{path}: there is no such file or folder."


def test_a_folder_cannot_be_read_as_a_document(tmp_path: Path) -> None:
    assert "cannot be opened" in str(refusal(str(tmp_path)))


@pytest.mark.parametrize("content", [b"", b"  \n\n", b"\xef\xbb\xbf", b"title: a\ndate: 2024\n\n"])
def test_an_empty_document_is_refused(tmp_path: Path, content: bytes) -> None:
    assert "empty" in str(refusal(write(tmp_path, "a.txt", content)))


def test_an_empty_docx_and_an_empty_page_are_refused(tmp_path: Path) -> None:
    assert "empty" in str(refusal(write(tmp_path, "a.docx", word())))
    assert "no article" in str(refusal(write(tmp_path, "a.html", "<html><body></body></html>")))


def test_a_document_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "a" * 2_000)
    assert "too large (> 0.001 MB" in str(refusal(path, Limits(file_bytes=1_000)))
    assert "too large (2,000 characters" in str(refusal(path, Limits(characters=1_000)))
    assert "too large (2 pages" in str(refusal(write(tmp_path, "a.pdf", two_pages()), Limits(pages=1)))


def two_pages() -> bytes:
    file = io.BytesIO()
    page = canvas.Canvas(file)
    for text in ("une", "deux"):
        page.drawString(72, 700, text)
        page.showPage()
    page.save()
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "a picture"),
        (gzip.compress(b"text", mtime=0), "an archive"),
        (bytes(range(256)) * 20, "a binary file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500, "an old Office file"),
        (b"{\\rtf1\\ansi text}", "an RTF file"),
    ],
)
def test_what_holds_no_text_is_named_for_what_it_is(tmp_path: Path, content: bytes, what: str) -> None:
    assert what in str(refusal(write(tmp_path, "a.txt", content)))


def test_another_archive_is_no_document(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "text")
    assert "an archive" in str(refusal(write(tmp_path, "a.docx", file.getvalue())))


def test_a_scan_is_sent_to_text_recognition(tmp_path: Path) -> None:
    file = io.BytesIO()
    page = canvas.Canvas(file)
    page.rect(100, 100, 200, 200, fill=1)
    page.save()
    assert "ocrmypdf" in str(refusal(write(tmp_path, "scan.pdf", file.getvalue())))


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_pdf_under_a_password_is_refused(tmp_path: Path, algorithm: str) -> None:
    assert "password" in str(refusal(write(tmp_path, "a.pdf", locked("secret", algorithm))))


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_pdf_that_only_forbids_changes_is_read(tmp_path: Path, algorithm: str) -> None:
    assert read(write(tmp_path, "a.pdf", locked("", algorithm))).text == PROSE


def locked(password: str, algorithm: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(PROSE))))
    writer.encrypt(password, password + "owner", algorithm=algorithm)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize("kept", [20, 200, 600, 1_000])
def test_a_pdf_that_breaks_off_is_refused(tmp_path: Path, kept: int) -> None:
    assert "damaged" in str(refusal(write(tmp_path, "a.pdf", pdf(PROSE, SECOND)[:kept])))


@pytest.mark.parametrize("kept", [10, 1_000, 10_000])
def test_a_docx_that_breaks_off_is_refused(tmp_path: Path, kept: int) -> None:
    assert "damaged" in str(refusal(write(tmp_path, "a.docx", word(PROSE)[:kept])))


def test_an_archive_that_unpacks_without_end_is_not_opened(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\x20" * 60_000_000)
    started = time.process_time()
    assert "unpacks" in str(refusal(write(tmp_path, "a.docx", file.getvalue())))
    assert time.process_time() - started < 2


def test_entities_that_multiply_are_not_expanded(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "aaaaaaaaaa">{entities}]><d>&e11;</d>'
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word(PROSE))) as source, zipfile.ZipFile(content, "w") as target:
        for name in source.namelist():
            target.writestr(name, bomb if name == "word/document.xml" else source.read(name))
    refusal(write(tmp_path, "a.docx", content.getvalue()))


def test_a_page_nested_without_end_is_read_or_refused_in_time(tmp_path: Path) -> None:
    started = time.process_time()
    path = write(tmp_path, "a.html", f"<html><body>{'<div>' * 50_000}{PROSE}")
    with contextlib.suppress(Unreadable):
        assert PROSE in read(path).text
    assert time.process_time() - started < 20


@settings(deadline=None, max_examples=150)
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"+++\n", b"title: a\nurl: b\n\n"]),
)
def test_any_bytes_are_read_or_refused_in_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, start: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(start + content)
    try:
        article = read(path)
    except Unreadable:
        return
    assert isinstance(article, Article)
    assert all(0 <= a < b <= len(article.text) for a, b in article.furniture)


def test_documents_of_a_folder_come_in_order_once(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b.txt", "a.html", "sub/c.pdf", ".hidden.txt", ".git/x.txt", "notes.xlsx"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    found = [str(Path(p).relative_to(tmp_path)) for p in find_documents([tmp_path, tmp_path / "b.txt"])]
    assert found == ["a.html", "b.txt", "sub/c.pdf"]


def test_a_file_that_is_named_is_taken_whatever_its_name(tmp_path: Path) -> None:
    path = write(tmp_path, "article", PROSE)
    assert list(find_documents([path, "-"])) == [path, "-"]


def test_a_folder_without_documents_and_a_missing_path_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no document"):
        list(find_documents([tmp_path]))
    with pytest.raises(Unreadable, match="no such file"):
        list(find_documents([tmp_path / "none"]))
