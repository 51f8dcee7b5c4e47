"""Inaugurations, openings and launches: events that a verb or a noun tells, named by what is opened."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.rules.event_when import dates, days
from kg.extraction.rules.event_where import where
from kg.extraction.rules.happening import Happening
from kg.extraction.tables import plain
from kg.extraction.typed import MARK, Typed, compiled

_DAY = 10
_HOUSES = ("company", "model", "cluster", "association", "research", "facility")
_DET = r"(?:la |le |l'|les |un |une |des |son |sa |ses |leurs? |ce |cet |cette |ces |notre |nos |deux |the |its |their |an? |this )"
_OF = r"(?:de la |de l'|de leurs? |de son |de sa |de ses |de cet |de cette |de |du |des |d'une? |d'|of the |of its |of an? |of |for the |for )"
_WORD = r"(?!(?:l'a|l'ont|l'avait|l'avaient|s'est|n'a|n'ont|la|le|les|un|une|des|the|an|été|être|be|been|y|il|elle|on|hier|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|a|ont|est|sont|qui|que|dont|où|dans|sur|pour|par|avec|en|au|aux|à|et|was|were|is|has|have|which|that|in|on|at|by|with|and)\b)[a-zà-ÿ][\w'-]*"
_THING = rf"(?:⟨O\d+⟩'s {_WORD}(?: {_WORD}){{0,2}}|(?:⟨[RN]\d+⟩ )?(?:{_WORD} ){{0,4}}?(?:(?:de la |de l'|du |des |de |d')?⟨[OFSLXPT]\d+⟩)|(?:⟨[RN]\d+⟩ )?{_WORD}(?: {_WORD}){{0,2}})"
_ADVERB = r"(?:[a-zà-ÿ]+ment |pourtant |ainsi |donc |toutefois |déjà |quant à (?:elle|lui) |enfin |désormais |bien |aussi |également |tout juste |ensuite |depuis |officially |formally |also |now |finally )?"
_OPENED = r"(?:inaugurée?s?|portée?s? sur les fonts baptismaux|inaugurated|(?:officially|formally) (?:opened|unveiled|launched))"
_BEEN = (
    rf"(?:(?:(?:a|ont|avait|avaient|aura|auront) ?{_ADVERB}été|(?:vient|viennent|venait|venaient) d'être|(?:doit|doivent|devrait|devraient|va|vont|devait) {_ADVERB}être|"
    rf"est|sont|était|étaient|sera|seront|serait|fut|furent|was|were|is|are|(?:has|have|had) {_ADVERB}been|(?:will|is to|are to|is due to) {_ADVERB}be) {_ADVERB})"
)
_PASSIVE = compiled(
    rf"(?:^|[.:;,–-] |\b(?:et|où|and|que|qu'|quand|lorsque) )(?:{_DET})?(?P<what>{_THING})(?:[^.;:]{{0,90}}?,| \([^()]{{2,40}}\)|[^.;:,]{{0,45}}?)? (?:n')?{_BEEN}{_OPENED}(?! (?:(?:la|le|les|son|sa|ses|leur|the) (?!⟨D)|l'))"
)
_APPOSED = compiled(
    rf"(?:{_DET})(?P<what>{_THING})(?: \([^()]{{2,40}}\))?(?:,? (?:{_ADVERB})(?:inaugurée?s?|portée?s? sur les fonts baptismaux)\b|, (?:{_ADVERB})(?:opened|inaugurated|unveiled) (?=on |in |by |last |this |⟨D))"
)
_INVERTED = compiled(rf"{_BEEN}{_OPENED} (?P<what>(?:la |le |l'|les |un |une )(?:{_THING}))")
_ACTIVE = compiled(
    rf"(?:\b(?:a|ont|avait|avaient|aura|auront|va|vont|viennent|vient|venue?s?|venai(?:t|ent)|pour|d'|has|have|had|to) ?{_ADVERB}(?:inaugur(?:é|er)\b|(?:coup(?:é|er)|tranch(?:é|er)) le (?:ruban|cordon)|dévoil(?:é|er) (?:la|une) plaque|unveiled? a plaque (?:at|for)|(?:officially |formally )?opened(?= the (?:new|first|second|⟨[OFX]))|inaugurated?|cut the ribbon (?:on|at|of))|\binaugur(?:e|ent|ait|aient|era|eront|èrent|a)\b|\bcoup(?:e|ent|aient|ait|era|eront) le ruban|⟨[POX]\d+⟩ (?:officially )?(?:opened|inaugurated|cut the ribbon (?:on|at|of))(?= (?:the |its |their |an? |⟨[OFX]))|\b(?:joined|hand|visited|attended|came|arrived|invited)\b[^.;]{{0,60}} to (?:officially |formally )?open(?= (?:the |its |their |⟨O))|(?:officially|formally) open(?= (?:the |its |their |⟨O))|\bunveil(?:ed|s)(?= (?:its|their|the|a) (?:new |first )?(?:headquarters|factory|facility|plant|building|campus|offices?|cent(?:re|er)|laborator\w+|site|hub)\b)|\bcut(?:s|ting)? the ribbon (?:on|at|of)(?= )|(?:officially|formally) (?:opened|unveiled)(?= (?:the |its |their |an? |⟨)))"
    rf"(?:,? (?:ce |le |en |on |this |last )?⟨D\d+⟩,?(?= {_DET}))?(?: (?:{_OF})?(?:la |le |l'|les |son |sa |ses |leurs? |ce |cet |cette |the |its |their |an? )?(?P<what>{_THING}))?"
)
_ANY = Expression(r"inaugur|ruban|cordon|plaque|\bopen(?:ed)?\b|launched|unveil|ribbon|baptismaux", re.IGNORECASE)
_GENERIC = Expression(
    r"(?:(?:les |ses |leurs |nos )?(?:nouveaux |premiers )?(?:lieux|locaux|murs|installations|bureaux|quartiers)|(?:le |son |leur |l')?(?:nouveau )?(?:site|bâtiment|siège|lieu|endroit|équipement|ensemble|tout|ouvrage))(?: ⟨D)?"
)
"""What is opened, where the words alone do not tell whose it is."""
_VERBS = (_PASSIVE, _APPOSED, _INVERTED, _ACTIVE)
_POINTED = compiled(
    rf"(?:[Ll]'|[Ll]es )(?:ont|a|avaient|avait) {_ADVERB}inaugur|(?:[Ee]lles?|[Ii]ls?|[Ii]t|[Tt]hey),? {_BEEN}{_OPENED}"
)
_NOUN = compiled(
    rf"(?P<name>(?:inauguration|grand opening|official opening|opening ceremony|(?:formal|official) (?:launch|opening)|lancement officiel|ouverture officielle)(?: officielle| solennelle)?(?: {_OF}(?P<what>{_THING}))?)"
)
_OWNER = Expression(r"⟨[OFX](?P<number>\d+)⟩'s $")
_NO_HOUSE = Expression(
    r"\b(?:conference|event|session|show|meetings?|debates?|talks|doors?|bidding|market|round|office hours|conférence|séance|débats|salon|forum|festival|congrès|colloque|bal|portes|enquête|exercice|ère|année|saison|chapter|chapitre|page|way|voie|era|perspectives?|possibilit\w+)\b",
    re.IGNORECASE,
)
"""What is opened without being built."""
_ARTICLE = Expression(
    r"\b(?:(?:[Dd]e )?(?:[Ll]a |[Ll]')|[Ll]e |[Ll]es |[Dd]u |[Dd]es |[Ss]on |[Ss]a |[Ss]es |[Cc]ette |[Cc]et? |[Uu]ne? |[Tt]he )$"
)
_STARTED = compiled(
    rf"(?P<name>(?:lancement|ouverture|mise en service|launch|opening)(?: (?:officiel(?:le)?|solennel(?:le)?|prochaine?))? {_OF}(?P<what>(?:⟨[OFX]\d+⟩|(?:nouve(?:au|l|lle) |future? |new )?(?:institut|centre|campus|pôle|incubateur|accélérateur|laboratoire|site|usine|observatoire|musée|école|chaire|fondation|hub|cent(?:re|er)|institute|incubator|accelerator|school)(?: [a-zà-ÿ]+)?(?:,? ⟨[OFX]\d+⟩)?)))"
)
_LAUNCH = compiled(
    r"(?P<what><OX>) (?:(?:se lance|s'est lancée?|ouvrait|ouvrira|ouvre|naît|voit le jour|est (?:officiellement )?lancée?)"
    r"(?: ses portes)?)(?: [a-zà-ÿ]+ment)? "
)


def found(document: Document, index: int, same: Filler | None = None) -> Happening | None:
    """The inauguration, opening or launch that a sentence tells with its day, or with people who were there.

    `same` is the day of another event that the sentence says to be its own.
    """
    typed: Typed = document.prose[index]
    opening = _opening(document, index)
    if opening is None:
        return _launch(document, typed) if days(typed) and any(where(typed)) else None
    if not typed.of_kind("D"):
        near = [d for t in document.prose[max(0, index - 1) : index + 2] for d in days(t, _DAY)]
        opening.put(*dates(near[:1]), *([same] if same else []))
    return opening if typed.of_kind("D") or typed.of_kind("P") or opening.has("start") else None


def _opening(document: Document, index: int) -> Happening | None:
    typed: Typed = document.prose[index]
    if match := _NOUN.search(typed.string):
        return _named_by_noun(document, index, match)
    if _ANY.search(typed.string):
        match = next((m for p in _VERBS if (m := p.search(typed.string))), None) or _POINTED.search(typed.string)
        return _named_by_verb(document, typed, match) if match is not None else None
    return None


def _launch(document: Document, typed: Typed) -> Happening | None:
    """The launch of a house, that a noun or a verb tells; no event shares its clause."""
    clause = typed.string.split(" ;")[0]
    if "⟨E" in clause:
        return None
    if match := _STARTED.search(clause):
        return _happening(_words(document, typed, match, "name"))
    if match := _LAUNCH.search(clause):
        what = typed.spans(match, "what")[0]
        words = document.text[what.start : what.end]
        noun = "lancement" if document.language == "fr" else "launch of"
        return _happening(Filler("name", _of(noun, words), what.start, what.end))
    return None


def _named_by_noun(document: Document, index: int, match: re.Match[str]) -> Happening:
    name = _words(document, document.prose[index], match, "name")
    subject = document.main("F") or document.main("O", _HOUSES)
    owner = _OWNER.search(document.prose[index].string[: match.start()])
    if owner:
        subject = document.prose[index].mentions[int(owner["number"])]
    if not match["what"] and subject and (owner or _spoken_of(document, index, subject)):
        noun = str(name.value) + (" of" if document.language == "en" else "")
        name = replace(name, value=_of(noun, subject.name))
    return _happening(name)


def _spoken_of(document: Document, index: int, subject: Mention) -> bool:
    """Whether the title or the sentences before name a thing, so that a bare noun can mean it."""
    if subject.kind == "O":
        titled = {e.label for _, _, e in document.known.find(document.title) if e.kind == "O"}
        return len(titled) <= 1 and plain(subject.name) in plain(document.title)
    before = document.prose[max(0, index - 2) : index + 1]
    return plain(subject.name) in plain(document.title) or any(
        m.name == subject.name for t in before for m in t.mentions
    )


def _named_by_verb(document: Document, typed: Typed, match: re.Match[str]) -> Happening | None:
    whole = _words(document, typed, match, None)
    if _GENERIC.fullmatch((match.groupdict().get("what") or "").strip()):
        return _owned(document, typed, match, whole)
    noun = _noun(document, match.group())
    if match.groupdict().get("what"):
        words = _thing(document, typed, match)
        if words or _NO_HOUSE.search(match["what"]):
            return _happening(replace(whole, value=_of(noun, words))) if words else None
    subject = document.main("OF", _HOUSES)
    return _happening(replace(whole, value=_of(noun, subject.name))) if subject else None


def _owned(document: Document, typed: Typed, match: re.Match[str], whole: Filler) -> Happening:
    """The opening of premises that only the text as a whole names; who opens their own holds it: "X a inauguré les lieux"."""
    theirs = typed.string[: match.start("what")].lower().endswith(("les ", "ses ", "son ", "sa ", "leur ", "leurs "))
    site = None if theirs else document.main("F")
    value = _of(_noun(document, match.group()), site.name) if site else "inauguration"
    event = _happening(replace(whole, value=value))
    owners = [m for m in typed.marked(typed.string[: match.start()]) if m.kind == "O"]
    event.put(*(filler("organiser", m) for m in owners[-1:]))
    return event


def _noun(document: Document, verb: str) -> str:
    """What an opening is called after its verb."""
    if document.language == "fr":
        return "inauguration"
    told = {"open": "opening of", "unveiled": "unveiling of", "launched": "launch of"}
    return next((noun for word, noun in told.items() if word in verb), "inauguration of")


def _thing(document: Document, typed: Typed, match: re.Match[str]) -> str:
    """What is opened, with its article, as the text names it; empty where the words name nothing."""
    start = match.start("what")
    lead = _ARTICLE.search(typed.string[:start])
    words = document.text[typed.origin(start) : typed.origin(match.end("what"))].strip(" ,")
    if not re.search(r"[\wÀ-ÿ]{3}", words) or re.match(r"(?:y|en|ce|cela|ça|elle|il|on|été|jour|matin|soir)\b", words):
        return ""
    if _NO_HOUSE.search(words):
        return ""
    marks = typed.marked(match["what"])
    alone = bool(MARK.fullmatch(match["what"])) and not marks[0].name[0].islower()
    if lead is None or alone or document.language == "en":
        return marks[0].name if alone and marks else words
    article = lead.group().lower()
    article = {"du ": "le ", "des ": "les "}.get(article, article.removeprefix("de "))
    return f"{article}{words}"


def _of(noun: str, thing: str) -> str:
    """The noun with its complement: "inauguration du centre X", "inauguration d'Irispace"."""
    if noun.endswith(" of"):
        return f"{noun} {thing}"
    for article, joined in (
        ("le ", "du "),
        ("les ", "des "),
        ("la ", "de la "),
        ("l'", "de l'"),
        ("un ", "d'un "),
        ("une ", "d'une "),
    ):
        if thing.startswith(article):
            return f"{noun} {joined}{thing[len(article) :]}"
    return f"{noun} d'{thing}" if re.match(r"[AEIOUYÀ-ÖÙ-Ýaeiouyéè]", thing) else f"{noun} de {thing}"


def _happening(name: Filler) -> Happening:
    return Happening(name, "inauguration", mentions=1, held=True)


def _words(document: Document, typed: Typed, match: re.Match[str], group: str | None) -> Filler:
    span = match.span(group) if group else match.span()
    start, end = typed.origin(span[0]), typed.origin(span[1])
    return Filler("name", document.text[start:end].strip(" ,"), start, end)
