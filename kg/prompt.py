"""The interactive prompt: questions, SPARQL over several lines, completion, history, the last answer to a file."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.input import Input
from prompt_toolkit.output import Output
from prompt_toolkit.shortcuts import PromptSession

from kg import files, shipped, vocabulary
from kg.errors import WrongUsage
from kg.language import Language, Text
from kg.names import suggestion
from kg.questions import catalogue, outputs, running, showing
from kg.questions.asking import rows
from kg.questions.local import Local
from kg.terms import PREFIXES, curie

HELP = Text(
    en="A question and its parameters: funding region=occitanie\n"
    "SPARQL, over as many lines as you like; an empty line asks it.\n"
    ".questions  list them      .format table|csv|md|json|…   .lang fr|en\n"
    ".save FILE  the last answer to a file                    .quit",
    fr="Une question et ses paramètres : funding region=occitanie\n"
    "Du SPARQL, sur autant de lignes qu'il faut ; une ligne vide le pose.\n"
    ".questions  les lister     .format table|csv|md|json|…   .lang fr|en\n"
    ".save FICHIER  la dernière réponse dans un fichier       .quit",
)
_COMMANDS = (".help", ".questions", ".format", ".lang", ".save", ".quit")
_FORMS = ("table", "csv", "tsv", "json", "xml", "md", "html", "ttl", "nt")
_SPARQL = ("select", "ask", "construct", "describe", "prefix", "base")
_NAMES = """
SELECT ?entity ?name WHERE {
  ?entity <http://www.w3.org/2000/01/rdf-schema#label> ?name .
  FILTER(STRSTARTS(STR(?entity), "https://w3id.org/regional-space/id/"))
}
"""


@dataclass(slots=True)
class Shell:
    """One sitting at the prompt: the graph held, the format and language, the last answer."""

    held: Local
    language: Language
    form: str | None = None
    last: str = ""
    over: bool = False
    names: list[str] = field(default_factory=list)

    def answer(self, typed: str) -> Iterator[str]:
        """What a line, or a query of several, gets back; one of our errors where it cannot be answered."""
        line = typed.strip()
        if line.startswith("."):
            yield from self._command(line)
        elif line:
            yield from self._asked(line)

    def _asked(self, line: str) -> Iterator[str]:
        sparql = is_sparql(line)
        try:
            name, *values = [line] if sparql else shlex.split(line)
        except ValueError as error:
            raise WrongUsage(Text(en=f"An open quotation ({error}).", fr="Un guillemet n'est pas fermé.")) from error
        wanted = running.Wanted("-" if sparql else name, tuple(values), store=self.held)
        asked = running.ask(wanted, read_stdin=line.encode)
        style = showing.Style(self.form, self.language, width=outputs.screen_width())
        self.last = "".join(showing.write(asked, style))
        yield self.last

    def _command(self, line: str) -> Iterator[str]:
        command, _, rest = line.partition(" ")
        rest = rest.strip()
        if command in (".quit", ".exit"):
            self.over = True
        elif command == ".help":
            yield HELP.in_language(self.language) + "\n"
        elif command == ".questions":
            for question in (q for found in catalogue.by_theme(shipped.folder("queries")).values() for q in found):
                title = question.title.in_language(self.language) if question.title else ""
                yield f"  {question.name:<22} {title}\n"
        elif command == ".lang" and rest in ("fr", "en"):
            self.language = "fr" if rest == "fr" else "en"
        elif command == ".format" and rest in _FORMS:
            self.form = None if rest == "table" else rest
        elif command == ".save" and rest:
            self._save(Path(rest))
        else:
            raise _no_command(command, rest)

    def _save(self, path: Path) -> None:
        if not self.last:
            raise WrongUsage(
                Text(en="There is no answer to save yet.", fr="Il n'y a pas encore de réponse à enregistrer."),
                Text(en="Ask something first.", fr="Posez d'abord une question."),
            )
        files.replace({path: self.last.encode()})


def _no_command(command: str, rest: str) -> WrongUsage:
    wanted = {
        ".format": ", ".join(_FORMS),
        ".lang": "fr, en",
        ".save": Text(en="the name of a file", fr="le nom d'un fichier"),
    }.get(command)
    if wanted is None:
        line = f"{command} {rest}".strip()
        return WrongUsage(
            Text(en=f"Not a command: {line}", fr=f"Pas une commande : {line}"), *suggestion(command, _COMMANDS), HELP
        )
    en, fr = (wanted.en, wanted.fr) if isinstance(wanted, Text) else (wanted, wanted)
    return WrongUsage(Text(en=f"{command} takes: {en}.", fr=f"{command} attend : {fr}."))


class _Names(Completer):
    """Completes commands, question names, prefixes and terms, entities by name or identifier."""

    def __init__(self, held: Local) -> None:
        words = {*_COMMANDS, *catalogue.names(shipped.folder("queries")), *(f"{p}:" for p in PREFIXES)}
        words |= {curie(t) for t in vocabulary.read(shipped.vocabulary()).properties}
        for entity, name in rows(held, _NAMES):
            if entity and name:
                words |= {curie(str(entity.value)), str(name.value)}
        self.words = sorted(words)

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:  # noqa: ARG002
        """The words that begin as what is being typed, the most at hand first."""
        typed = document.get_word_before_cursor(WORD=True)
        wanted = typed.rpartition("=")[2].casefold()
        if wanted:
            found = (w for w in self.words if w.casefold().startswith(wanted))
            for word, _ in zip(found, range(50), strict=False):
                yield Completion(word, start_position=-len(wanted))


def is_sparql(text: str) -> bool:
    """Whether a line begins a query rather than names a question."""
    return text.lstrip("{ \n").casefold().startswith(_SPARQL) or text.lstrip().startswith("{")


def statements(text: str) -> Iterator[str]:
    """What was typed elsewhere, piece by piece: a line each, but a query goes on until an empty line."""
    query: list[str] = []
    for line in text.splitlines():
        command = line.split(maxsplit=1)[:1] in [[c] for c in _COMMANDS]
        if (query or is_sparql(line)) and line.strip() and not command:
            query.append(line)
            continue
        yield "\n".join(query)
        query = []
        yield line
    yield "\n".join(query)


def session(
    held: Local, history: Path | None, *, source: Input | None = None, screen: Output | None = None
) -> PromptSession[str]:
    """A prompt with completion and history; a query goes on until an empty line."""
    kept: History = InMemoryHistory()
    if history is not None:
        history.parent.mkdir(parents=True, exist_ok=True)
        kept = FileHistory(str(history))
    asking: PromptSession[str] = PromptSession(
        "kg> ",
        completer=_Names(held),
        complete_while_typing=False,
        history=kept,
        input=source,
        output=screen,
        prompt_continuation="... ",
    )
    asking.multiline = Condition(
        lambda: is_sparql(asking.default_buffer.text) and not _done(asking.default_buffer.text)
    )
    return asking


def _done(text: str) -> bool:
    return text.endswith("\n") and text.strip() != ""
