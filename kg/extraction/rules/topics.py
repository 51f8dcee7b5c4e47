"""What an event is about: the items of a list after "autour de", "thèmes :", "consacré à"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.typed import MARK, Typed, compiled

_TOPIC = compiled(
    r"(?:consacrée?s? (?:à la |à l'|aux |au |à |à des )|dédiée?s? (?:à la |à l'|aux |au |à )|sur le thème (?:de la |de l'|des |du |de |d')?|thèmes?(?: [a-zà-ÿ ]{0,30})? :|(?:pour|a pour) thème|fil conducteur :|"
    r"on the theme of|⟨E\d+⟩ (?:on|about) (?!⟨)|focus(?:ed|ing)? on|dedicated to|devoted to|tables rondes (?:sur|consacrées)|conférences sur|à ⟨N\d+⟩ (?:domaines|thèmes|sujets),? à savoir|il sera question(?: notamment)?(?: dans la matinée)? d[eu] ?|"
    r"il a été question d[eu] ?|on retiendra entre autres|abordera|aborderont|(?:au menu|au programme)(?: (?:de |du )[^.:;⟨⟩]{3,90})? :|topics(?: include| such as|:))\s?(?P<topic>(?:la |le |les |l'|des |du |de la |de l')?[^.:«»?!]{4,260})"
)
_TOPICS = Expression(
    r"(?:⟨N\d+⟩|[Ll]es|[Dd]es) (?:[a-zà-ÿ]+ )?(?:sujets|thèmes|domaines|thématiques|ateliers|tables rondes|topics|themes)\b[^.:;]{0,60} ?: (?P<topic>[^.:]{8,250})|"
    r"\b(?:thème|fil rouge|theme)\b[^.:;?]{0,60}(?: ?:| est| sera| was| is) (?P<theme>(?!de |à |d')[^.:]{6,120})|"
    r"\by (?:présent|expos|parl|débatt|discut)\w+ [^.:;⟨⟩]{0,30}\bsur (?P<work>[^.:;]{6,200})|"
    r"(?P<agenda>^[^.:;]{5,150} (?:et|and) [^.:;,]{3,60}) (?:are|is|will be|sont|est|seront|figurent?|étaient|s'inscriv\w+) (?:on the (?:agenda|programme)|au (?:programme|menu)|à l'ordre du jour|à l'affiche)|"
    r"(?:[Oo]n y (?:a |aura )?(?:parl|caus|débatt|discut|échang|évoqu)\w*(?: technique| affaires)?,?(?: aussi| également)?(?: d[eu'] ?| :| sur)) ?(?P<talk>[^.:]{8,250})|"
    r"(?:La|Le|L'|Une?) ?(?:matinée|après-midi|journée|soirée|première (?:table ronde|session)) (?:ira|iront|portera|a porté|sera consacrée?|est consacrée?) (?:à|sur|aux?) ?(?P<given>[^.:;]{6,200})|^(?:[ÀA]u programme|Au menu|On the programme), (?P<menu>[^.:;]{6,200})|^Suivront (?P<next>[^.:;]{6,300})|"
    r"[Oo]n s'est demandé (?P<asked>[^.:]{8,300})|top billing to (?P<billing>[^.:;]{5,120})|"
    r"(?:^|⟨E\d+⟩|\b[Ii]t|\b[Tt]hey|conference|event|sessions?|talks?|panels?|debates?),? (?:dealt with|covered|looked at|explored|examined|focus(?:ed|es) on|tackled|centred on|discussed|will (?:cover|explore|examine|tackle|discuss|look at|focus on)) (?P<covered>[^.:;]{5,160})|"
    r"(?:⟨E\d+⟩|[Ll]a (?:journée|rencontre|conférence|soirée|table ronde)|[Ll]e (?:colloque|salon|forum|séminaire)|[Ll]es (?:débats|échanges|discussions|conférences|ateliers|tables rondes))[^.:;⟨⟩]{0,30} (?:trait(?:ait|era|eront|aient) d[eu]s? |abord(?:ait|era|eront|aient) |(?:port(?:ait|aient|era|eront|é) sur |tourn(?:ait|aient|eront|é) autour d[eu'] ?)|évoqu(?:ait|era|eront) )(?P<treated>[^.:;]{5,160})"
)
MENU = Expression(r"\b(?:au menu|au programme|thèmes?|tables rondes|conférences|topics?)\b", re.IGNORECASE)
_AGENDA = Expression(
    r"\b(?:au menu|programme|ordre du jour|thèmes?|thématiques?|sujets?|tables rondes|sessions?|temps forts|topics?|agenda|themes?|subjects?|panels?)\b",
    re.IGNORECASE,
)
_NO_TOPIC = Expression(
    r"(?:une? |l'|le |la |les |des )?(?:interventions?|compte rendu|discours|allocutions?|cocktail|déjeuner|pauses?|accueil|café|buffet|remise|visite|dîner|réponses|welcome|lunch|coffee)\b",
    re.IGNORECASE,
)
_SHORT = _WORDS = 90
_LEAST = 3
_LONGEST = 160
_ASIDE = Expression(
    r"(?:naturellement|notamment|également|évidemment|particulièrement|principalement|bien sûr)$|à l'heure|en (?:ville|effet|particulier|outre)|dans |pour |lors|alors|surtout|puis |chaque ",
    re.IGNORECASE,
)
_QUESTION = Expression(r"(?:question|au menu|parlé|programme)[^.?]{0,20}\?$", re.IGNORECASE)


def topics(document: Document, typed: Typed) -> Iterator[Filler]:
    """Each topic that a sentence announces, in the words of the text."""
    for match in _TOPIC.finditer(typed.string):
        yield from items(document, typed.origin(match.start("topic")), typed.origin(match.end("topic")))
    previous = [t for t in document.prose if t.sentence.end <= typed.sentence.start][-1:]
    if previous and _QUESTION.search(previous[0].string) and not MARK.search(typed.string[:30]):
        yield from items(document, typed.sentence.start, typed.sentence.end)


def about(document: Document, typed: Typed) -> Iterator[Filler]:
    """The topics that a sentence counts off, or says to be on the agenda."""
    if match := _TOPICS.search(typed.string):
        group = str(match.lastgroup)
        start, end = typed.origin(match.start(group)), typed.origin(match.end(group))
        if group == "theme":
            yield Filler("topic", document.text[start:end].strip(' .»"'), start, end)
        else:
            yield from items(document, start, end, longest=320)


def listed(document: Document, index: int) -> Iterator[Filler]:
    """The bullets under a heading, or behind a colon, that announce what an event is about: each is a topic."""
    typed: Typed = document.prose[index]
    heading = typed.sentence.kind in {"heading", "label"} and len(typed.string) < _SHORT
    if not (heading or typed.string.rstrip().endswith(":")) or not _AGENDA.search(typed.string):
        return
    for under in document.prose[index + 1 :]:
        if under.sentence.kind != "bullet":
            return
        words = document.text[under.sentence.start : under.sentence.end].strip(" .;,")
        if not _NO_TOPIC.match(words) and len(words) < _LONGEST:
            yield Filler("topic", words, under.sentence.start, under.sentence.start + len(words))


def items(document: Document, start: int, end: int, longest: int = 250) -> Iterator[Filler]:
    """Each item of a list of topics, in the words of the text."""
    listed = document.text[start:end]
    if len(listed) > longest:
        return
    pieces = list(re.finditer(r"[^,;]+", listed))
    for piece in pieces:
        last = len(pieces) > 1 and piece is pieces[-1]
        for part in re.split(r" (?:et|and) " if last else _pair(piece.group()), piece.group()):
            words = re.sub(
                r"^(?:(?:et|ou|and|mais aussi|pourquoi|comment|à|de|des|du|aux|au|avec|notamment) |d')+",
                "",
                part.strip(" ."),
            )
            if _ASIDE.match(part.strip()):
                continue
            if (
                (_LEAST < len(words) < _WORDS or re.fullmatch(r"[A-Z&]{2,3}", words))
                and not re.match(r"(?:qui|que|dont|où|organisée?|avec|which|who|that)\b", words)
                and (at := listed.find(words)) >= 0
            ):
                yield Filler("topic", words, start + at, start + at + len(words))


def _pair(words: str) -> str:
    """What parts two items that a list joins: "and" before an article, or between two single words."""
    return (
        r" (?:et|and) "
        if re.fullmatch(r" ?[\w-]+ (?:et|and) [\w-]+ ?", words)
        else r" et (?=(?:la|le|les|l'|des|du|de la|de l'|aux?|à la|à l') ?)| and (?=(?:the|its|their|how|what|where|why) )"
    )
