"""Who holds a title: the person apposed, the subject, the one named right after, or the one spoken of before."""

from __future__ import annotations

import re

from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.mention import Mention
from kg.extraction.rules.spoken import owner_of, person_before
from kg.extraction.rules.title_words import Title
from kg.extraction.typed import Typed, compiled

_AFTER = compiled(
    r"(?: \([^()⟨⟩]{1,20}\))?(?:(?:,| :| –| —)? (?:M\. |Mme |Mr |Dr |(?:le |la )?(?:professeure?|docteur|général|colonel|commandant|capitaine|amiral|Pr) )?| (?:a|porte) un nom[^.;:⟨⟩]{0,40} : |,? (?:qui )?(?:s'appelle|(?:elle |il )?se nomme|n'est autre que|c'est|ce sera|est désormais|est|sera|était|a pour nom) (?:désormais )?)<person:P>"
)
_NOW = r"(?:(?:qui est|qui fut|qui était|qui reste|who is|who was|once|formerly|tous deux|aujourd'hui|également|par ailleurs|alors|désormais|lui-même|elle-même|en sa qualité de|en qualité de|en tant que|nommée?|présenté comme|tout|l'un des|l'une des|one of the|now|actuellement|jusqu'ici|fraîchement|tout juste|élue?) )*"
_BEFORE = compiled(
    rf"<person:P+>(?: \((?:[^()⟨⟩]|⟨[OX]\d+⟩){{1,40}}\))?(?:,| \(| [–—-]| :)? ?(?:(?:⟨[UN]\d+⟩(?: ans)?|[^.,;:()⟨⟩]{{3,40}}), )?{_NOW}(?:{{the}})$"
)
_IS = compiled(
    r"<person:P+>,? (?:[^.;:⟨⟩]|⟨[DNU]\d+⟩){0,70}?(?:(?:est|était|sera|deviendra|devient|devenir|fut|reste|demeure|a été|avait été|connue?(?: comme)?|promue?|is|was|became|becomes|remains)(?: (?:aussi|également|désormais|toujours|aujourd'hui|nommée?|élue?|désignée?|named|appointed|elected|en même temps|par ailleurs|actuellement|now|also|l'un des|l'une des|le nouveau|la nouvelle))*|occupe le poste de|exerce les fonctions de|au poste de|en tant que|en qualité de|prend les fonctions de|as) (?:{the})$"
)
_ALSO = compiled(
    r"(?: \([^()]{1,30}\))?(?:,? (?:et|puis|ainsi que|mais aussi|and|as well as)(?: également| aussi| est)?(?:, (?:au|à la|à l'|chez) ?{the}⟨O\d+⟩,)?|,(?: également| aussi| par ailleurs| et aussi)?)(?: que {the}(?P<organisation>⟨O\d+⟩) a (?:choisie?|nommée?|désignée?) (?:pour|comme))? {the}$"
)
_CHOSEN = compiled(
    r"<organisation:O>(?:,? qui)? (?:a|avait|vient de|have|has) (?:récemment )?(?:nommée?|choisie?|choisir|nommer|désignée?|recrutée?|élue?|appointed|named|chosen) <person:P>,? (?:comme |pour |au poste de |as )?(?:{the})$"
)
_WHOSE = compiled(
    r"<organisation:O>[^.;⟨⟩]{0,40},? (?:dont|whose) (?:<person:P>|il|elle|he|she) (?:est|assure|reste|était|a été|is) (?:{the})$"
)
_PRONOUN_IS = compiled(
    r"(?:(?:^|[,;:»] |\bet |\bdont )(?:il|elle|lui|he|she)|(?:^|[,;:»] )(?:l'élue?|l'intéressée?|le dirigeant|la dirigeante|l'ingénieure?|le chercheur|la chercheuse|l'homme|la femme),? qui) (?:[a-zà-ÿ' -]{0,20} )??(?:est|était|sera|deviendra|devient|reste|fut|occupe le poste de|is|was|became)(?: (?:aussi|également|désormais|toujours|aujourd'hui|nommée?|élue?|par ailleurs|actuellement|now|also|l'un des|l'une des))* (?:{the})$"
)
SAYS = Expression(
    r"(?:\b(?:a|avait) (?:[a-zà-ÿ]+ )?[a-zà-ÿ]+(?:é|i|u|t|is)|\b(?:se |s')?(?:explique|estime|assure|résume|précise|souligne|rappelle|affirme|ajoute|conclut|confie|félicite|réjouit|insiste|plaide|poursuit|martèle|glisse|sourit|détaille|juge|annonce|lance|prévient|indique|raconte|observe|note|savoure|parie|promet|reconnaît|admet|déclare|said|says|adds|added|explains))(?: [a-zà-ÿ]+ment)? $"
)
_ACCORDING = Expression(
    r"(?:^(?:Pour|Chez|For)|\b(?:Selon|D'après|À en croire|À entendre|Aux yeux|Dixit|De l'avis|According to)) ?$",
    re.IGNORECASE,
)
_INTERVIEW = Expression(
    r"\b(?:[Ee]ntretien|[Rr]encontre|[Ii]nterview|[Qq]uestions|[Ee]xplications|[Dd]ialogue|[Cc]onversation|[Ii]nvitée?) (?:avec|à|with|to) ?(?:the )?$"
)
_OF_ANOTHER = compiled(r"<person:P>(?: \([^()⟨⟩]{1,30}\))?, {the}{title},? {de}<organisation:OFE>")
_CLOSED = Expression(r"(?: [a-zà-ÿ]+)?(?:,|\.| :)")
_BODIES = ("company", "model", "research", "cluster", "association")
_BARE_AFTER = Expression(
    r"(?: \([^()]{1,12}\))? (?:is|was|has|had|says|said|sees|wants|expects|believes|hopes|counts|adds|also|thinks|speaks|warns) |(?:, [^,;.⟨⟩]{3,60},)? de (?:laisser|conclure|rappeler|préciser|rêver|poursuivre|sourire)\b|(?:, [^,;.⟨⟩]{3,60},|,(?= qui\b))?(?: (?:qui|l'a|a|avait|est|se|s'|y|n'|ne|veut|entend|met|dit|promet|fait|espère|[a-zà-ÿ]+(?:e|t|it|ait))(?=[ ']))"
)
_OPENS = Expression(r"^(?:Et |Mais )?(?:[^,⟨⟩.]{0,40}(?:⟨D\d+⟩)?[^,⟨⟩.]{0,10}, )?$")
_HEAD = Expression(
    r"(?:gérante?|pdg|patronn?e?|dirigeante?|dg|ceo|fondat(?:eur|rice)|cofondat(?:eur|rice))\b", re.IGNORECASE
)


def holders(
    document: Document, typed: Typed, title: Title, last: tuple[int, list[Mention]] | None
) -> tuple[list[Mention], Mention | None]:
    """Who holds a title, and the institution where the words around it name one."""
    return (
        _appointed(document, typed, title)
        or _apposed(document, typed, title)
        or _carried(document, typed, title, last)
        or _resumed(document, typed, title)
        or ([], None)
    )


_Held = tuple[list[Mention], Mention | None]


def _appointed(document: Document, typed: Typed, title: Title) -> _Held | None:
    lead = typed.string[: title.words[0]]
    for pattern in (_WHOSE, _CHOSEN):
        if match := pattern.search(lead):
            people = typed.spans(match, "person") or _one(person_before(document, typed.origin(title.start)))
            return people, typed.spans(match, "organisation")[0]
    return None


def _apposed(document: Document, typed: Typed, title: Title) -> _Held | None:
    before, lead = typed.string[: title.start], typed.string[: title.words[0]]
    for pattern in (_BEFORE, _IS):
        if match := pattern.search(before) or pattern.search(lead):
            people = typed.spans(match, "person")
            several = re.match(r"\w+s\b", typed.string[title.words[0] :])
            return (people if several else people[-1:]), _their(document, typed, title)
    return None


def _carried(document: Document, typed: Typed, title: Title, last: tuple[int, list[Mention]] | None) -> _Held | None:
    """The holder of the title before, a pronoun, or the name right after."""
    if last is not None and (match := _ALSO.match(typed.string[last[0] : title.start])):
        chosen = typed.spans(match, "organisation")
        return last[1], chosen[0] if chosen else None
    if _PRONOUN_IS.search(typed.string[: title.start]) or _PRONOUN_IS.search(typed.string[: title.words[0]]):
        return _one(person_before(document, typed.origin(title.start))), None
    if match := _AFTER.match(typed.string, title.end):
        return typed.spans(match, "person"), _their(document, typed, title) or _town(
            document, typed.string[title.words[0] : title.words[1]]
        )
    return None


def _resumed(document: Document, typed: Typed, title: Title) -> _Held | None:
    """Somebody named before, whom the title alone stands for: "a insisté le maire", "Le gérant compte sur eux"."""
    if not title.definite:
        return None
    return _speaking(document, typed, title) or _going_on(document, typed, title)


def _speaking(document: Document, typed: Typed, title: Title) -> _Held | None:
    """As in "a insisté le maire", "explique le président du CNES", "Pour le président du CNES,"."""
    before, after = typed.string[: title.start], typed.string[title.end :]
    if _INTERVIEW.search(before) and title.at is None and (people := _only_person(document, typed)):
        return people, document.main("O", _BODIES)
    if title.at is None:
        if not SAYS.search(before) or not re.match(r"[,.;]| et\b|$", after):
            return None
        people = _one(person_before(document, typed.origin(title.start))) or _only_person(document, typed)
        return people, _town(document, typed.string[title.words[0] : title.words[1]])
    if _INTERVIEW.search(before) and (people := _only_person(document, typed)):
        return people, title.at or document.main("O", _BODIES)
    if _ACCORDING.search(before) and _CLOSED.match(after):
        return _free(document, _spoken_of(document, typed), title.at), None
    alone = _alone_in_paragraph(document, typed) if SAYS.search(before) else None
    return (_free(document, [alone], title.at), None) if alone is not None else None


def _going_on(document: Document, typed: Typed, title: Title) -> _Held | None:
    """As in "Le gérant compte sur eux", "La directrice de l'usine recrute": the subject of a sentence."""
    before, after = typed.string[: title.start], typed.string[title.end :]
    if not _BARE_AFTER.match(after):
        return None
    if title.at is None and not title.start and _HEAD.match(typed.string, title.words[0]):
        return _spoken_of(document, typed), document.main("O", ("company", "model"))
    if (
        title.at is None
        and not title.start
        and typed.string[title.words[0] : title.words[1]].lower() in {"maire", "bourgmestre", "mayor"}
    ):
        return _spoken_of(document, typed), _town(document, "maire")
    if (title.at is not None or title.whole) and _OPENS.match(before):
        return _free(document, _spoken_of(document, typed), title.at), None
    return None


def _free(document: Document, people: list[Mention], at: Mention | None) -> list[Mention]:
    """Those of whom a text does not say that they hold an office elsewhere than at an institution."""
    if at is None:
        return people
    busy = {
        person.name
        for typed in document.prose
        for match in _OF_ANOTHER.finditer(typed.string)
        for person in typed.spans(match, "person")
        if all(m.name != at.name for m in typed.spans(match, "organisation"))
    }
    return [p for p in people if p.name not in busy]


def _only_person(document: Document, typed: Typed) -> list[Mention]:
    """The one person whom a text names, if there is but one and not in this sentence."""
    people = {m.name: m for m in document.mentions if m.kind == "P"}
    return list(people.values()) if len(people) == 1 and not typed.of_kind("P") else []


def _alone_in_paragraph(document: Document, typed: Typed) -> Mention | None:
    """The only person whom a paragraph names, before a sentence that names none."""
    people = {m.name: m for t in document.paragraph(typed.sentence) for m in t.of_kind("P")}
    person = next(iter(people.values())) if len(people) == 1 else None
    return person if person is not None and person.end <= typed.sentence.start else None


def _one(person: Mention | None) -> list[Mention]:
    return [person] if person is not None else []


def _their(document: Document, typed: Typed, title: Title) -> Mention | None:
    """The institution of "⟨P⟩, son doyen"."""
    if title.at is not None or not re.match(
        r"(?:son|sa|ses|leurs?|its|their) ", typed.string[title.start :], re.IGNORECASE
    ):
        return None
    return owner_of(document, typed, title.start) or document.main("O", _BODIES)


def _town(document: Document, words: str) -> Mention | None:
    """The town whose mayor "le maire" is, where a text names one above all."""
    return document.main("L", ("commune", "city")) if words.lower() in {"maire", "bourgmestre", "mayor"} else None


def _spoken_of(document: Document, typed: Typed) -> list[Mention]:
    """The one person whom the sentence before names, where the next goes on with a title."""
    earlier = [t for t in document.prose if t.sentence.end <= typed.sentence.start][-1:]
    people = {m.name: m for t in earlier for m in t.of_kind("P")}
    if not people:
        before = [m for m in document.mentions if m.kind == "P"]
        people = {m.name: m for m in before if len({p.name for p in before}) == 1}
        people = {n: m for n, m in people.items() if any(p.end <= typed.sentence.start for p in before)}
    return list(people.values()) if len(people) == 1 and not typed.of_kind("P") else []
