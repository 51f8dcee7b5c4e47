"""Events without a name of their own, told by a noun or a verb: "une réunion du Club X", "la fondation X a été inaugurée"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.document import Document
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.rules.event_where import where
from kg.extraction.rules.happening import Happening
from kg.extraction.typed import Typed, compiled

_HOUSES = ("company", "model", "cluster", "association", "research", "facility")
_LEAST = 7
"""An occasion is told to the month at least: a year alone tells when a firm was founded."""
_DET = r"(?:la |le |l'|les |un |une |des |son |sa |ses |leurs? |ce |cet |cette |ces |notre |nos |deux |the |its |their |an? |this )"
_OF = r"(?:de la |de l'|de leurs? |de son |de sa |de ses |de cet |de cette |de |du |des |d'une? |d'|of the |of its |of an? |of |for the |for )"
_WORD = r"(?!(?:la|le|les|un|une|des|the|an|été|être|be|been|y|il|elle|on|hier|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|a|ont|est|sont|qui|que|dont|où|dans|sur|pour|par|avec|en|au|aux|à|et|was|were|is|has|have|which|that|in|on|at|by|with|and)\b)[a-zà-ÿ][\w'-]*"
_THING = rf"(?:(?:⟨R\d+⟩ )?(?:{_WORD} ){{0,4}}?(?:(?:de la |de l'|du |des |de |d')?⟨[OFSLXPT]\d+⟩)|(?:⟨R\d+⟩ )?{_WORD}(?: {_WORD}){{0,2}})"
_ADVERB = r"(?:[a-zà-ÿ]+ment |enfin |désormais |bien |aussi |également |tout juste |ensuite |depuis |officially |formally |also |now |finally )?"
_OPENED = r"(?:inaugurée?s?|portée?s? sur les fonts baptismaux|inaugurated|(?:officially|formally) (?:opened|unveiled|launched))"
_BEEN = (
    rf"(?:(?:(?:a|ont|avait|avaient|aura|auront) ?{_ADVERB}été|(?:vient|viennent|venait|venaient) d'être|(?:doit|doivent|devrait|devraient|va|vont|devait) {_ADVERB}être|"
    rf"est|sont|était|étaient|sera|seront|serait|fut|furent|was|were|is|are|(?:has|have|had) {_ADVERB}been|(?:will|is to|are to|is due to) {_ADVERB}be) {_ADVERB})"
)
_PASSIVE = compiled(
    rf"(?:^|[.:;,–-] |\b(?:et|où|and|que|qu'|quand|lorsque) )(?:{_DET})?(?P<what>{_THING})(?:[^.;:]{{0,90}}?,| \([^()]{{2,40}}\)|[^.;:,]{{0,45}}?)? {_BEEN}{_OPENED}(?! (?:(?:la|le|les|son|sa|ses|leur|the) (?!⟨D)|l'))"
)
_APPOSED = compiled(rf"(?:{_DET})(?P<what>{_THING})(?: \([^()]{{2,40}}\))?,? (?:{_ADVERB}){_OPENED}\b")
_INVERTED = compiled(rf"{_BEEN}{_OPENED} (?P<what>(?:la |le |l'|les |un |une )(?:{_THING}))")
_ACTIVE = compiled(
    rf"(?:\b(?:a|ont|avait|avaient|aura|auront|va|vont|viennent|vient|pour|d'|has|have|had|to) ?{_ADVERB}(?:inaugur(?:é|er)\b|coup(?:é|er) le ruban|(?:officially |formally )?opened(?= the (?:new|first|second|⟨[OFX]))|inaugurated?|cut the ribbon (?:on|at|of))|\binaugur(?:e|ent|ait|aient|era|eront|èrent|a)\b|\bcoup(?:e|ent|aient|ait|era|eront) le ruban|⟨[PO]\d+⟩ (?:officially )?(?:opened|inaugurated|cut the ribbon (?:on|at|of))(?= ))"
    rf"(?:[^.;⟨⟩]{{0,25}}?)?(?: (?:{_OF})?(?:la |le |l'|les |son |sa |ses |leurs? |ce |cet |cette |the |its |their |an? )?(?P<what>{_THING}))?"
)
_VERBS = (_PASSIVE, _APPOSED, _INVERTED, _ACTIVE)
_POINTED = compiled(
    rf"(?:[Ll]'|[Ll]es )(?:ont|a|avaient|avait) {_ADVERB}inaugur|(?:[Ee]lles?|[Ii]ls?|[Ii]t|[Tt]hey),? {_BEEN}{_OPENED}"
)
_NOUN = compiled(
    rf"(?P<name>(?:inauguration|grand opening|official opening|opening ceremony)(?: officielle| solennelle)?(?: {_OF}(?P<what>{_THING}))?)"
)
_STARTED = compiled(
    rf"(?P<name>(?:lancement|ouverture|mise en service|launch|opening)(?: (?:officiel(?:le)?|solennel(?:le)?|prochaine?))? {_OF}(?P<what>(?:⟨[OFX]\d+⟩|(?:nouve(?:au|l|lle) |future? |new )?(?:institut|centre|campus|pôle|incubateur|accélérateur|laboratoire|site|usine|observatoire|musée|école|chaire|fondation|hub|cent(?:re|er)|institute|incubator|accelerator|school)(?: [a-zà-ÿ]+)?(?:,? ⟨[OFX]\d+⟩)?)))"
)
_LAUNCH = compiled(
    r"(?P<what><OX>) (?:(?:se lance|s'est lancée?|ouvrait|ouvrira|ouvre|naît|voit le jour|est (?:officiellement )?lancée?)"
    r"(?: ses portes)?)(?: [a-zà-ÿ]+ment)? "
)
_MEETING = (
    r"(?:réunions?|rencontres?|colloques?|symposiums?|séminaires?|conférences?|sommets?|cérémonies?|assemblées? générales?|assises|ateliers?|tables? rondes?|"
    r"webinaires?|hackathons?|finales?|journées? (?:portes ouvertes|d'études?|d'échanges?|d'information|scientifiques?|techniques?)|soirées?|matinées?|expositions?|conventions? d'affaires|remises? (?:des|de) (?:prix|diplômes|trophées)|"
    r"workshops?|symposia|seminars?|conferences?|summits?|ceremon(?:y|ies)|meetings?|hackathons?|finals?|open days?|trade missions?|award ceremony|exhibitions?|receptions?|roundtables?|webinars?)"
)
_GATHERING = re.compile(
    rf"(?:\b(?P<det>[Ll]a|[Ll]e|[Ll]es|[Uu]ne?|[Ss]on|[Ss]a|[Ss]es|[Ll]eur|[Cc]ette|[Cc]e|[Cc]et|[Dd]u|[Aa]u|[Dd]'une?|[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir) |\b[Ll]'|\b[Dd]'|'s )(?:(?:grande?|nouvelle|traditionnelle|prochaine?|annual|next|⟨R\d+⟩) )?"
    rf"(?P<name>(?:(?:national|regional|international|ministerial|annual|European) )?{_MEETING}(?: (?:annuel(?:le)?|national(?:e)?|régional(?:e)?|international(?:e)?|européenn?e?|interrégional(?:e)?|ministériel(?:le)?|plénière|publique|finale))?(?: (?:{_OF}|sur (?:la |le |l'|les )?|on )(?:⟨[OFSLXTE]\d+⟩|{_WORD}(?: [a-zà-ÿ]+(?:ale?|aux|ique|iques|elle|if|ive))?))?)(?![\w-])"
)
_FIGURE = re.compile(
    r"[Cc]onférence de presse|press conference|video ?conf|en conférence|finale(?:ment)? de la (?:phase|mise)|réunion des? (?:conditions|données)"
)
_REPORTS = re.compile(r"\b(?:selon|d'après|according to|prochaine? étape)\b", re.IGNORECASE)
_HAPPENS = re.compile(
    r"\b(?:se (?:tien|tenai|tenir|déroul|jou|réuni|retrouv|donn)|s'(?:est|était|étaient|sont) (?:tenu|déroulé|ouvert|réuni|retrouvé)|s'ouvr|(?:a|ont|aura|avait|aurait|avoir) (?:eu )?lieu|"
    r"organis\w+|accueil\w+|particip\w+|réuni\w*|rassembl\w+|convi\w+|invit\w+|assist\w+|prévue?s?|programmée?s?|lors d|au cours d|à l'occasion d|pendant|en marge d|[aà] (?:la|l'|une?|cette) ⟨|"
    r"held|takes? place|took place|host\w*|attend\w*|gather\w*|at (?:a|an|the|its)\b|during|scheduled)",
    re.IGNORECASE,
)


def found(document: Document, typed: Typed) -> Iterator[Happening]:
    """The events that a sentence tells without naming them: an opening, a launch, a gathering with its day."""
    opening = _opening(document, typed)
    if opening is not None:
        yield opening
    elif (gathering := _gathering(document, typed)) is not None:
        yield gathering


def _opening(document: Document, typed: Typed) -> Happening | None:
    dated, people = _days(typed), typed.of_kind("P")
    if (match := _NOUN.search(typed.string)) and (dated or people or typed.of_kind("D")):
        return _named_by_noun(document, typed, match)
    if (
        "inaugur" in typed.string
        or "ruban" in typed.string
        or "opened" in typed.string
        or "launched" in typed.string
        or "ribbon" in typed.string
    ):
        match = next((m for p in _VERBS if (m := p.search(typed.string))), None) or _POINTED.search(typed.string)
        if match is not None and (typed.of_kind("D") or people):
            return _named_by_verb(document, typed, match)
    if dated and not typed.of_kind("E") and any(where(typed, None)):
        if match := _STARTED.search(typed.string):
            return _happening(_words(document, typed, match, "name"), "inauguration")
        if match := _LAUNCH.search(typed.string):
            what = typed.spans(match, "what")[0]
            named = replace(what, name=document.text[what.start : what.end])
            return _happening(
                Filler(
                    "name",
                    _of("lancement" if document.language == "fr" else "launch of", named.name),
                    what.start,
                    what.end,
                ),
                "inauguration",
            )
    return None


def _named_by_noun(document: Document, typed: Typed, match: re.Match[str]) -> Happening:
    name = _words(document, typed, match, "name")
    if not match["what"]:
        subject = document.main("FS") or document.main("OL", ("model",))
        name = replace(name, value=_of(str(name.value), subject.name)) if subject is not None else name
    return _happening(name, "inauguration")


def _named_by_verb(document: Document, typed: Typed, match: re.Match[str]) -> Happening | None:
    what = match.groupdict().get("what")
    whole = _words(document, typed, match, None)
    noun = _noun(document, match.group())
    if what and (words := _thing(document, typed, match)):
        return _happening(replace(whole, value=_of(noun, words)), "inauguration")
    subject = document.main("OF", _HOUSES)
    return _happening(replace(whole, value=_of(noun, subject.name)), "inauguration") if subject else None


def _noun(document: Document, verb: str) -> str:
    """What an opening is called after its verb."""
    if document.language == "fr":
        return "inauguration"
    told = {"opened": "opening of", "unveiled": "unveiling of", "launched": "launch of"}
    return next((noun for word, noun in told.items() if word in verb), "inauguration of")


def _thing(document: Document, typed: Typed, match: re.Match[str]) -> str:
    """What is opened, with its article, as the text names it; empty where the words name nothing."""
    start = match.start("what")
    lead = re.search(
        r"(?:\b(?P<article>[Ll]a|[Ll]e|[Ll]es|[Ss]on|[Ss]a|[Ss]es|[Cc]ette|[Cc]e|[Cc]et|[Uu]ne?|[Tt]he) |\b(?P<elided>[Ll]'))$",
        typed.string[:start],
    )
    words = document.text[typed.origin(start) : typed.origin(match.end("what"))].strip(" ,")
    if not re.search(r"[\wÀ-ÿ]{3}", words) or re.match(r"(?:y|en|ce|cela|ça|elle|il|on|été|jour|matin|soir)\b", words):
        return ""
    marks = typed.marked(match["what"])
    alone = marks and marks[0].start == typed.origin(start)
    if lead is None or alone or document.language == "en":
        return marks[0].name if alone and marks else words
    article = (lead["article"] or lead["elided"]).lower()
    return f"{article}{'' if article.endswith(chr(39)) else ' '}{words}"


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


def _gathering(document: Document, typed: Typed) -> Happening | None:
    """A meeting that a noun tells, where the sentence says its day."""
    if typed.of_kind("E") or not _days(typed) or not _HAPPENS.search(typed.string) or _REPORTS.search(typed.string):
        return None
    for match in _GATHERING.finditer(typed.string):
        if not _FIGURE.match(typed.string, match.start("name")):
            return _happening(_words(document, typed, match, "name"), "gathering")
    return None


def _days(typed: Typed) -> list[Mention]:
    """The days, or months, that a sentence tells: no year alone, no length of time."""
    days = (d for d in typed.of_kind("D") if d.value and d.value.kind != "duration")
    return [
        d for d in days if d.value and len(d.value.earliest or "") >= _LEAST and (d.value.earliest or "X")[0] != "X"
    ]


def _happening(name: Filler, sort: str) -> Happening:
    return Happening(name, sort, mentions=1, held=True)


def _words(document: Document, typed: Typed, match: re.Match[str], group: str | None) -> Filler:
    span = match.span(group) if group else match.span()
    start, end = typed.origin(span[0]), typed.origin(span[1])
    return Filler("name", document.text[start:end].strip(" ,"), start, end)
