"""The words of a SPARQL text: enough of its grammar to tell words from strings, names and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAME = r"\w(?:[\w.\-]*[\w\-])?"
_SIGN = r"\\[_~.\-!$&'()*+,;=/?\#@%]"
_TOKEN = re.compile(
    rf"""
    (?P<space>\s+)
  | (?P<comment>\#[^\n\r]*)
  | (?P<iri><[^<>"{{}}|^`\\\x00-\x20]*>)
  | (?P<string>'''(?:'{{0,2}}(?:[^'\\]|\\.))*'''|\"\"\"(?:"{{0,2}}(?:[^"\\]|\\.))*\"\"\"
      |'(?:[^'\\\n\r]|\\.)*'|"(?:[^"\\\n\r]|\\.)*")
  | (?P<variable>[?$]\w+)
  | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<name>(?:{_NAME})?:(?:(?:[\w:%]|{_SIGN})(?:(?:[\w\-.:%]|{_SIGN})*(?:[\w\-:%]|{_SIGN}))?)?)
  | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<mark>\^\^|&&|\|\||!=|<=|>=|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_LAST_CODE_POINT = 0x10FFFF


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a SPARQL text: its kind, its spelling and where it starts."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends, excluded."""
        return self.start + len(self.text)

    def is_word(self, word: str) -> bool:
        """Whether it is a keyword, in any case."""
        return self.kind == "word" and self.text.upper() == word


def tokens(text: str) -> Iterator[Token]:
    """Each word of a SPARQL text, white space and comments left out.

    >>> [t.text for t in tokens("ASK { ?x a rs:Region } # all")]
    ['ASK', '{', '?x', 'a', 'rs:Region', '}']
    """
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "mark"
        if kind not in ("space", "comment"):
            yield Token(kind, match.group(), match.start())


def unescaped(text: str) -> str:
    r"""The text as an engine reads it: SPARQL lets any character be written \uXXXX, in keywords too."""

    def character(match: re.Match[str]) -> str:
        code = int(match.group(1) or match.group(2), 16)
        return chr(code) if code <= _LAST_CODE_POINT else match.group()

    return _ESCAPE.sub(character, text)
