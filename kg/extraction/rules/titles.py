"""Titles read one by one: where each names its institution, and who holds it, however the sentence is turned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler, Frame
from kg.extraction.mention import Mention
from kg.extraction.rules.spoken import owner_of, person_before
from kg.extraction.typed import Typed, compiled

_TO = r"(?:de la |de l'|du |des |de |d'|of the |of |at the |at |for the |for |chez |au sein d(?:e la |e l'|u |es |e |')|à la |à l'|à |au |auprès d(?:e la |e l'|u |e |'))"
_TITLE = compiled(
    r"(?P<det>(?<![\w'])(?:le |la |l'|les |un |une |son |sa |the |a |an |du |au |de la |par le |par la )?(?:(?:nouveau|nouvelle|tout nouveau|toute nouvelle|jeune|actuel|actuelle|futur|future|ancien|ancienne|new|former) )*)(?P<title>(?:(?:(?!(?:who|is|was|the|and|of|by|at|as|with|for|its|a|an|said|says|who)\b)[a-z]+ ){0,2}(?=(?:advis[eo]r|director|officer|manager|secretary|minister|coordinator|engineer|scientist|leader|analyst)\b))?{title}(?: et {title})?)"
)
_AT = compiled(
    rf"(?P<unit>(?:[^.,;:()⟨⟩«»\"]|(?<=[a-zà-ÿ]) ⟨[XO]\d+⟩){{0,70}}?)(?P<close> \([^()⟨⟩]{{1,12}}\))?,? {_TO}(?:groupe |société |start-up |association |agence |pôle |cluster |consortium |entreprise )?(?P<organisation>⟨[OFETLS]\d+⟩)(?! et de (?:la )?⟨)"
)
_BROKEN = re.compile(
    r"\b(?:qui|que|qu'|dont|où|est|a|ont|sont|avec|entre|par|selon|mais|pour (?:signer|que)|et (?:le|la|les|l')|s'|se|y|fait|estime|explique|annonce|accueille|rappelle|souligne|has|who|which|said|says|and the|with)\b"
)
_OFFICE = re.compile(
    r"(?:maire|présidente?|adjoint|élue?|préf[eè]te?|sénat|député|conseill|ministr|premi|mayor|minister|governor)"
)
_AFTER = compiled(
    r"(?: \([^()⟨⟩]{1,20}\))?(?:(?:,| :| –| —)? (?:M\. |Mme |Mr |Dr )?|,? (?:qui )?(?:s'appelle|(?:elle |il )?se nomme|n'est autre que|est désormais|est|sera|était|a pour nom) (?:désormais )?)<person:P>"
)
_NOW = r"(?:(?:qui est|qui fut|qui était|qui reste|who is|who was|once|formerly|tous deux|aujourd'hui|également|par ailleurs|alors|désormais|lui-même|elle-même|en sa qualité de|en qualité de|en tant que|nommée?|présenté comme|tout|l'un des|l'une des|one of the|now|actuellement|jusqu'ici|fraîchement|tout juste|élue?) )*"
_BEFORE = compiled(
    rf"<person:P+>(?: \((?:[^()⟨⟩]|⟨[OX]\d+⟩){{1,40}}\))?(?:,| \(| [–—-]| :)? ?(?:(?:⟨[UN]\d+⟩(?: ans)?|[^.,;:()⟨⟩]{{3,40}}), )?{_NOW}(?:{{the}})$"
)
_IS = compiled(
    r"<person:P+>,? (?:[^.;:⟨⟩]|⟨[DNU]\d+⟩){0,40}?(?:(?:est|était|sera|deviendra|devient|fut|reste|demeure|a été|avait été|connue?(?: comme)?|promue?|is|was|became|becomes|remains)(?: (?:aussi|également|désormais|toujours|aujourd'hui|nommée?|élue?|désignée?|named|appointed|elected|en même temps|par ailleurs|actuellement|now|also|l'un des|l'une des|le nouveau|la nouvelle))*|occupe le poste de|exerce les fonctions de|au poste de|en tant que|en qualité de|prend les fonctions de|as) (?:{the})$"
)
_ALSO = compiled(
    r"(?: \([^()]{1,30}\))?(?:,? (?:et|puis|ainsi que|mais aussi|and|as well as)(?: également| aussi| est)?|,(?: également| aussi| par ailleurs| et aussi)?)(?: que {the}(?P<organisation>⟨O\d+⟩) a (?:choisie?|nommée?|désignée?) (?:pour|comme))? {the}$"
)
_CHOSEN = compiled(
    r"<organisation:O>(?:,? qui)? (?:a|avait|vient de|have|has) (?:récemment )?(?:nommée?|choisie?|choisir|nommer|désignée?|recrutée?|élue?|appointed|named|chosen) <person:P>,? (?:comme |pour |au poste de |as )?(?:{the})$"
)
_WHOSE = compiled(
    r"<organisation:O>[^.;⟨⟩]{0,40},? (?:dont|whose) (?:<person:P>|il|elle|he|she) (?:est|assure|reste|était|a été|is) (?:{the})$"
)
_PRONOUN_IS = compiled(
    r"(?:^|[,;:»] |\bet |\bdont )(?:il|elle|lui|he|she) (?:[a-zà-ÿ' -]{0,20} )??(?:est|était|sera|deviendra|devient|reste|fut|occupe le poste de|is|was|became)(?: (?:aussi|également|désormais|toujours|aujourd'hui|nommée?|élue?|par ailleurs|actuellement|now|also|l'un des|l'une des))* (?:{the})$"
)
_SAYS = re.compile(
    r"(?:\b(?:a|avait) (?:[a-zà-ÿ]+ )?[a-zà-ÿ]+(?:é|i|u|t|is)|\b(?:se |s')?(?:explique|estime|assure|résume|précise|souligne|rappelle|affirme|ajoute|conclut|confie|félicite|réjouit|insiste|plaide|poursuit|martèle|glisse|sourit|détaille|juge|annonce|lance|prévient|indique|raconte|observe|note|savoure|parie|promet|reconnaît|admet|déclare|said|says|adds|added|explains))(?: [a-zà-ÿ]+ment)? $"
)
_BARE_AFTER = re.compile(
    r"(?:, [^,;.⟨⟩]{3,60},)? de (?:laisser|conclure|rappeler|préciser|rêver|poursuivre|sourire)\b|(?:, [^,;.⟨⟩]{3,60},|,(?= qui\b))?(?: (?:qui|l'a|a|avait|est|se|s'|y|n'|ne|veut|entend|met|dit|promet|fait|espère|[a-zà-ÿ]+(?:e|t|it|ait))(?=[ ']))"
)
_OPENS = re.compile(r"^(?:Et |Mais )?(?:[^,⟨⟩.]{0,40}(?:⟨D\d+⟩)?[^,⟨⟩.]{0,10}, )?$")
_LATTER = re.compile(r" (?:du|de la|de l') ?(?P<which>premier|première|second|seconde)(?=[,. ]|$)")
_FOR_LATTER = compiled(r"<person:P>,? pour (?:le |la )(?P<which>premier|première|second|seconde)(?=[,.; ]|$)")
_PORTFOLIO = re.compile(
    r"(?:ministre|secrétaire d'[ÉE]tat|commissaire européenne?)(?: déléguée?)?(?: chargée?)? (?:(?:de la|du|des|aux|à la|au|de|en charge de la|en charge du) |de l'|d'|à l')(?:⟨[OXL]\d+⟩|[A-ZÀ-Ý][\w-]+)",
    re.IGNORECASE,
)
_NAMED = re.compile(r",? (?:elle |il )?(?:s'appelle|se nomme|n'est autre que) ⟨P")
_TOGETHER = compiled(r"<person:P+>,? (?:respectivement|respectively) ")
_THAT_OF = compiled(r"(?:et|puis|,) (?:celui|celle) d(?:e la |e l'|u |e |')<organisation:O>,? <person:P>")
_HEAD = re.compile(
    r"(?:gérante?|pdg|patronn?e?|dirigeante?|dg|ceo|fondat(?:eur|rice)|cofondat(?:eur|rice))\b", re.IGNORECASE
)
_RANK = compiled(r"(?P<title>{title}) $")
_NEAR = 250
_PHRASE = 150


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


def read(document: Document, typed: Typed, named: set[int]) -> Iterator[Frame]:
    """A frame for each title of the sentence that has a holder; `named` are ends of titles already read."""
    for match in _FOR_LATTER.finditer(typed.string):
        (person,) = typed.spans(match, "person")
        if at := _of_two(document, typed, match.start(), match["which"]):
            rank = _RANK.search(typed.string, 0, match.start())
            words = [_literal(document, typed, *rank.span("title"))] if rank else []
            yield Frame("Role", (filler("person", person), *words, filler("organisation", at)), "role.held")
    together = _TOGETHER.search(typed.string)
    if together and any(typed.origin(together.end()) < n <= typed.sentence.end for n in named):
        together = None
    held = [t for t in _titles(document, typed) if together and t.start >= together.end()]
    if together and len(people := typed.spans(together, "person")) == len(held):
        for person, title in zip(people, held, strict=True):
            yield _held(document, typed, title, person, title.at)
        return
    yield from _announced(document, typed)
    yield from _elliptic(document, typed)
    last: tuple[int, list[Mention]] | None = None
    for title in _titles(document, typed):
        people, at = _holders(document, typed, title, last)
        if not people:
            continue
        last = (title.end, people)
        start, end = (typed.origin(at) for at in title.words)
        if any(start < n <= end + (_PHRASE if title.whole else 0) for n in named) or (
            title.at is None and at is None and not title.whole
        ):
            continue
        for person in people:
            if (at or title.at or title) != person:
                yield _held(document, typed, title, person, at or title.at)


def _announced(document: Document, typed: Typed) -> Iterator[Frame]:
    """A title without a holder in the sentence before, and a person who now speaks for the first time."""
    people, index = typed.of_kind("P"), document.prose.index(typed)
    if not people or not index or (previous := document.prose[index - 1]).of_kind("P"):
        return
    person, lead = people[0], typed.string[: typed.position(people[0])]
    if any(m.name == person.name and m.start < person.start for m in document.mentions) or not _SAYS.search(lead):
        return
    titles = [t for t in _titles(document, previous) if t.definite and t.at is not None]
    if len(titles) == 1 and not _holders(document, previous, titles[0], None)[0]:
        yield _held(document, previous, titles[0], person, titles[0].at)


def _elliptic(document: Document, typed: Typed) -> Iterator[Frame]:
    """As in "le PDG du CNES, A, et celle de Cailabs, B": the title said once."""
    for match in _THAT_OF.finditer(typed.string):
        said = [t for t in _titles(document, typed) if t.end <= match.start()]
        if said:
            (person,), (at,) = typed.spans(match, "person"), typed.spans(match, "organisation")
            yield _held(document, typed, said[-1], person, at)


def _held(document: Document, typed: Typed, title: Title, person: Mention, at: Mention | None) -> Frame:
    words = _literal(document, typed, *title.words)
    rule = "role.resumed" if at is not None and at is not title.at and title.resumes else "role.held"
    return Frame("Role", (filler("person", person), words, *([filler("organisation", at)] if at else [])), rule)


def _titles(document: Document, typed: Typed) -> Iterator[Title]:
    position = 0
    for match in _TITLE.finditer(typed.string):
        if match.start("title") < position:
            continue
        lead, end = match["det"].strip().lower(), match.end()
        at, whole, words = None, False, (match.start("title"), match.end("title"))
        place = _AT.match(typed.string, end)
        if place and not _BROKEN.search(place["unit"]) and _may_name(match["title"], place):
            at = typed.spans(place, "organisation")[0]
            words, end = (words[0], place.end("unit")), place.end()
        elif portfolio := _PORTFOLIO.match(typed.string, match.start("title")):
            words, end, whole = portfolio.span(), portfolio.end(), True
        elif _NAMED.match(typed.string, end):
            whole = True
        elif latter := _LATTER.match(typed.string, end):
            at, end = _of_two(document, typed, match.start(), latter["which"]), latter.end()
        position = end
        yield Title(match.start(), words, end, at, lead.startswith(("le", "la", "l'", "the")), whole)


def _of_two(document: Document, typed: Typed, position: int, which: str) -> Mention | None:
    """The former or the latter of the two bodies last named together."""
    here = typed.origin(position)
    near = [m for m in document.mentions if m.kind == "O" and here - _NEAR < m.end <= here]
    distinct = list({m.name: m for m in near}.values())[-2:]
    return distinct[which.startswith("s")] if len(distinct) > 1 else None


def _may_name(title: str, place: re.Match[str]) -> bool:
    town = place["organisation"].startswith("⟨L")
    return not town or bool(_OFFICE.match(title.lower()) and not place["unit"].strip())


def _holders(
    document: Document, typed: Typed, title: Title, last: tuple[int, list[Mention]] | None
) -> tuple[list[Mention], Mention | None]:
    """Who holds a title, and the institution where the words around it name one."""
    before, after = typed.string[: title.start], typed.string[title.end :]
    here = typed.origin(title.start)
    lead = typed.string[: title.words[0]]
    for pattern in (_WHOSE, _CHOSEN):
        if match := pattern.search(lead):
            people = typed.spans(match, "person") or _one(person_before(document, here))
            return people, typed.spans(match, "organisation")[0]
    for pattern in (_BEFORE, _IS):
        if match := pattern.search(before) or pattern.search(lead):
            people = typed.spans(match, "person")
            several = re.match(r"\w+s\b", typed.string[title.words[0] :])
            return (people if several else people[-1:]), _their(document, typed, title)
    if last is not None and (match := _ALSO.fullmatch(typed.string, last[0], title.start)):
        chosen = typed.spans(match, "organisation")
        return last[1], chosen[0] if chosen else None
    if _PRONOUN_IS.search(before) or _PRONOUN_IS.search(lead):
        return _one(person_before(document, here)), None
    if match := _AFTER.match(after):
        return typed.spans(match, "person"), None
    if title.definite and title.at is None and _SAYS.search(before) and re.match(r"[,.;]| et\b|$", after):
        return _one(person_before(document, here)), _town(document, typed.string[title.words[0] : title.words[1]])
    head = title.definite and not title.start and _HEAD.match(typed.string, title.words[0])
    if head and title.at is None and _BARE_AFTER.match(after) and (people := _spoken_of(document, typed)):
        return people, document.main("O", ("company", "model"))
    if (title.at is not None or title.whole) and title.definite and _OPENS.match(before) and _BARE_AFTER.match(after):
        return _spoken_of(document, typed), None
    return [], None


def _one(person: Mention | None) -> list[Mention]:
    return [person] if person is not None else []


def _their(document: Document, typed: Typed, title: Title) -> Mention | None:
    """The institution of "⟨P⟩, son doyen"."""
    if title.at is not None or not re.match(r"(?:son|sa|leur|its) ", typed.string[title.start :]):
        return None
    return owner_of(document, typed, title.start)


def _town(document: Document, words: str) -> Mention | None:
    """The town whose mayor "le maire" is, where a text names one above all."""
    return document.main("L", ("commune", "city")) if words.lower() == "maire" else None


def _spoken_of(document: Document, typed: Typed) -> list[Mention]:
    """The one person whom the sentence before names, where the next goes on with a title."""
    earlier = [t for t in document.prose if t.sentence.end <= typed.sentence.start][-1:]
    people = {m.name: m for t in earlier for m in t.of_kind("P")}
    if not people:
        before = [m for m in document.mentions if m.kind == "P"]
        people = {m.name: m for m in before if len({p.name for p in before}) == 1}
        people = {n: m for n, m in people.items() if any(p.end <= typed.sentence.start for p in before)}
    return list(people.values()) if len(people) == 1 and not typed.of_kind("P") else []


def _literal(document: Document, typed: Typed, first: int, last: int) -> Filler:
    start, end = typed.origin(first), typed.origin(last)
    words = document.text[start:end].rstrip(" ,")
    return Filler("role", words, start, start + len(words))
