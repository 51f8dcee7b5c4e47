"""The titles that a sentence names, each with the institution it belongs to where the words say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.typed import Typed, compiled

_TO = r"(?:de la |de l'|du |des |de |d'|of the |of |at the |at |for the |for |chez |au sein d(?:e la |e l'|u |es |e |')|à la |à l'|à |au |auprès d(?:e la |e l'|u |e |'))"
_TITLE = compiled(
    r"(?P<det>(?<![\w'])(?:le |la |l'|les |un |une |son |sa |ses |leurs? |its |their |the |a |an |du |au |de la |par le |par la )?(?:(?:nouveau|nouvelle|tout nouveau|toute nouvelle|jeune|actuel|actuelle|futur|future|ancien|ancienne|new|former) )*)(?P<title>(?:(?:(?!(?:who|is|was|the|and|of|by|at|as|with|for|its|a|an|said|says|who)\b)[a-z]+ ){0,2}(?=(?:advis[eo]r|director|officer|manager|secretary|minister|coordinator|engineer|scientist|leader|analyst)\b))?{title}(?: et {title})?)"
)
_AT = compiled(
    rf"(?P<unit>(?:[^.,;:()⟨⟩«»\"]|(?<=[a-zà-ÿ]) ⟨[XO]\d+⟩){{0,70}}?)(?P<close> \([^()⟨⟩]{{1,12}}\))?,? {_TO}(?:groupe |société |start-up |association |agence |pôle |cluster |consortium |entreprise |agency |company |firm |charity |incubateur |groupement |laboratoire |équipementier )?(?P<organisation>⟨[OFETLS]\d+⟩)(?! et de (?:la )?⟨)(?! (?:chez|at|au sein d\w+) (?:the |la |l')?⟨O)"
)
_AT_PAST = compiled(
    rf"(?P<unit>(?:[^.,;:()⟨⟩«»\"]|(?<=[a-zà-ÿ]) ⟨[XOL]\d+⟩){{0,70}}? (?:en|à|au|aux|dans (?:la|le|les)|pour (?:la|le|les)|in|for) ?⟨L\d+⟩),? {_TO}(?P<organisation>⟨[OF]\d+⟩)"
)
_BROKEN = Expression(
    r"\b(?:qui|que|qu'|dont|où|est|a|ont|sont|avec|entre|par|selon|mais|pour (?:signer|que)|et (?:le|la|les|l')|s'|se|y|fait|estime|explique|annonce|accueille|rappelle|souligne|has|who|which|said|says|and the|with)\b"
)
_OFFICE = Expression(
    r"(?:maire|bourgmestre|échevin|candidat|présidente?|adjoint|élue?|préf[eè]te?|sénat|député|conseill|ministr|premi|mayor|minister|governor)"
)
_LATTER = Expression(r" (?:du|de la|de l') ?(?P<which>premier|première|second|seconde)(?=[,. ]|$)")
_PORTFOLIO = Expression(
    r"(?:ancienne? |ex-)?(?:ministre|secrétaire d'[ÉE]tat|commissaire européenne?)(?: déléguée?)?(?: chargée?)? (?:(?:de la|du|des|aux|à la|au|de|en charge de la|en charge du) |de l'|d'|à l')(?:⟨[OXL]\d+⟩|[A-ZÀ-Ý][\w-]+)(?: supérieure?| publique?| étrangères)?(?:(?:,| et) (?:(?:de la|du|des|aux?) |de l'|d')(?:⟨[OXL]\d+⟩|(?-i:[A-ZÀ-Ý])[\w-]+)){0,4}",
    re.IGNORECASE,
)
_NAMED = Expression(r",? (?:elle |il )?(?:s'appelle|se nomme|n'est autre que|c'est|ce sera) ⟨P")
_NEAR = 250


@dataclass(frozen=True, slots=True)
class Title:
    """A title in a sentence: its words, where its phrase stands, and the institution it names, if it does."""

    start: int
    words: tuple[int, int]
    end: int
    at: Mention | None
    definite: bool
    whole: bool = False

    @property
    def resumes(self) -> bool:
        """Whether the title alone, "le gérant", goes on from somebody named before."""
        return self.definite and self.at is None and not self.whole


def titles_in(document: Document, typed: Typed) -> Iterator[Title]:
    """Every title of a sentence, in reading order."""
    position = 0
    for match in _TITLE.finditer(typed.string):
        if match.start("title") < position:
            continue
        lead, end = match["det"].strip().lower(), match.end()
        at, whole, words = None, False, (match.start("title"), match.end("title"))
        place = _AT.match(typed.string, end)
        if place is None or (place["organisation"].startswith("⟨L") and not _may_name(match["title"], place)):
            place = _AT_PAST.match(typed.string, end)
        if place and not _BROKEN.search(place["unit"]) and _may_name(match["title"], place):
            at = typed.spans(place, "organisation")[0]
            words, end = (words[0], place.end("unit")), place.end()
        elif portfolio := _PORTFOLIO.match(typed.string, match.start("title")):
            words, end, whole = portfolio.span(), portfolio.end(), True
        elif _NAMED.match(typed.string, end):
            whole = True
        elif latter := _LATTER.match(typed.string, end):
            at, end = of_two(document, typed, match.start(), latter["which"]), latter.end()
        position = end
        yield Title(
            match.start(), words, end, at, lead.startswith(("le", "la", "l'", "the", "par l", "du", "au")), whole
        )


def of_two(document: Document, typed: Typed, position: int, which: str) -> Mention | None:
    """The former or the latter of the two bodies last named together."""
    here = typed.origin(position)
    near = [m for m in document.mentions if m.kind == "O" and here - _NEAR < m.end <= here]
    distinct = list({m.name: m for m in near}.values())[-2:]
    return distinct[which.startswith("s")] if len(distinct) > 1 else None


def _may_name(title: str, place: re.Match[str]) -> bool:
    town = place["organisation"].startswith("⟨L")
    return not town or bool(_OFFICE.match(title.lower()) and not place["unit"].strip())


def literal(document: Document, typed: Typed, first: int, last: int) -> Filler:
    """A title in the text's own words."""
    start, end = typed.origin(first), typed.origin(last)
    words = document.text[start:end].rstrip(" ,")
    return Filler("role", words, start, start + len(words))
