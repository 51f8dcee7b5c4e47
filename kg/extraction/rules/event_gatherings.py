"""Gatherings without a name of their own: "une réunion du Club X", "son assemblée générale", "le comité s'est réuni"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.rules.event_when import dates, days
from kg.extraction.rules.event_where import venues, where
from kg.extraction.rules.happening import Happening, of_another
from kg.extraction.typed import Typed

_DAY = 10
_HEADLINE = 50
_YEAR = 4
_HEAD = 8
"""How many sentences at the head of a text may tell a gathering whose day stands beside them."""
_DET = r"(?:\b(?P<det>[Ll]a|[Ll]e|[Ll]es|[Uu]ne?|[Ss]on|[Ss]a|[Ss]es|[Ll]eurs?|[Cc]ette|[Cc]e|[Cc]et|[Dd]u|[Aa]u|[Aa]ux|[Dd]es|[Dd]'une?|[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Nn]otre|[Oo]ur|[Ee]n|[Dd]eux|[Tt]rois|[Pp]our) |\b[Ll]'|\b[Dd]'|'s |^|, )"
_OF = r"(?:de la |de l'|de leurs? |de son |de sa |de ses |de cette |de |du |des |d'une? |d'|of the |of its |of an? |of |for the |for )"
_HEADS = (
    r"(?:réunions?|ministérielles?|rencontres?|colloques?|symposiums?|séminaires?|conférences?|sommets?|cérémonies?|assemblées? générales?|assises|ateliers?|tables? rondes?|"
    r"webinaires?|hackathons?|(?:demi-)?finales?|journées? (?:portes ouvertes|d'études?|d'échanges?|d'information|scientifiques?|techniques?|de (?:rencontres?|lancement|travail|conférences))|soirées?|matinées?|expositions?|conventions? d'affaires|"
    r"remises? (?:des|de) (?:prix|diplômes|trophées)|universités? d'été|passation(?: de pouvoirs?)?|séances? (?:inaugurale|d'installation|d'ouverture|de travail|de lancement)|fêtes?|galas?|petits?-déjeuners?|dîners?|commémorations?|"
    r"rentrée (?:solennelle|officielle)|forums?|salons?|festivals?|congrès|concours|challenges?|meetings?|"
    r"workshops?|seminars?|conferences?|summits?|ceremon(?:y|ies)|finals?|open days?|open house|trade missions?|award ceremony|awards? (?:night|dinner|evening)|exhibitions?|receptions?|(?:[a-z]+ )?(?:dinner|lunch|breakfast|evening)|round[ -]?tables?|webinars?|launch (?:event|party)|"
    r"general (?:meeting|assembly)|competitions?|contests?|summer school|missions?(?= (?:to|in) ⟨L))"
)
_LIKE = r"(?:annuel(?:le)?s?|mondiale?s?|universitaires?|professionnel(?:le)?s?|scientifiques?|citoyen(?:ne)?s?|national(?:e)?|nationaux|régional(?:e)?|internationale?s?|européenn?e?s?|interrégional(?:e)?|ministériel(?:le)?|publique|finale|spatiale?s?|officielle|solennelle|inaugurale|constitutive|extraordinaire|ordinaire|étudiante?|informelle?|exceptionnel(?:le)?s?|plénière|bilatérale?s?|interministériel(?:le)?|conjointe?|préparatoire|technique|franco-[a-z]+)"
_STOP = r"(?!(?:la|le|les|un|une|leur|leurs|ses|son|sa|the|presse|press|plus|moins|cette|ce|nos|notre)\b)"
_GATHERING = Expression(
    rf"{_DET}(?:(?:grande?|nouvelle|nouveau|traditionnelle?|prochaine?|premi(?:er|ère)|deuxième|dernière|annual|next|first|second|third|⟨R\d+⟩|⟨N\d+⟩-day|(?!(?:the|in|on|at|press|to|national|regional|international|ministerial|annual)\b)[a-z]+(?:-[a-z]+)?(?= (?:conference|workshop|seminar|meeting|summit|ceremony|exhibition|reception|competition|contest|webinar|roundtable|open))) )?"
    rf"(?P<name>(?:(?!The )[A-Z][\w'-]+ (?:[A-Z][\w'-]+ ){{0,2}}(?=(?:national |regional |annual )?(?:final|workshop|seminar|reception|dinner|ceremony|webinar|competition|contest|hackathon|exhibition|round|open day|meeting)))?(?:(?:national|regional|international|ministerial|annual|European) )?(?i:{_HEADS})(?: {_LIKE}){{0,2}}(?: (?P<titled>[«\"] ?[^»\"]{{3,60}}[»\"]|[A-ZÀ-Ý][\w-]+(?: [A-ZÀ-Ý][\w-]+){{0,3}})| (?P<of>(?:{_OF}|(?<=mission )(?:to |in )(?=⟨L))(?:⟨(?P<body>[OFSLXTE])(?P<number>\d+)⟩|{_STOP}(?:(?:nouve(?:au|lle|l)|future?|jeune|grande?s?|première?s?|new|young) )?[a-zà-ÿ][\w'-]*(?: {_LIKE})?(?: {_OF}(?:⟨[OFSLXT]\d+⟩|{_STOP}[a-zà-ÿ][\w'-]*))?)))?)(?![\w-])"
)
_COUNCIL = r"(?:⟨O\d+⟩|(?:commission|comité|assemblée|conseil|jury|bureau))(?: (?!(?:a|est|s'est|se|avait|était|sera|doit|va)\b)[a-zà-ÿ][\w'-]*){0,5}"
_BODY = Expression(
    rf"(?:[Rr]éunie?s?|[Ss]'est (?:à nouveau )?réunie?|[Ss]e (?:réunit|réunira|réunissait)|[Ss]iégeait)\b[^.;]{{0,60}}?, (?:la |le |l')(?P<after>{_COUNCIL})|"
    rf"(?:[Ll]a |[Ll]e |[Ll]')(?P<name>{_COUNCIL}) (?:s'est (?:à nouveau )?réunie?|se (?:réunit|réunira|réunissait))\b"
)
"""A body that sits: "réunie mercredi à X, la commission ..."."""
_NOT_ONE = Expression(
    r"[Cc]onférences? de (?:presse|financ)|[Pp]ress conference|[Vv]ideo ?conf|[Ff]inalement|[Ff]inals?\b(?! (?:of|in|on|takes|will|was|is)\b)|[Ss]alons? (?:privé|de thé)|[Cc]oncours (?:de circonstances|financier|public|bancaire)|[Rr]encontres? b\b|[Cc]hallenges?(?: (?:for|to|is|are|of)|,|\.)|[Mm]eetings? (?:point|room)|"
    r"[Rr]éunion(?:s)?(?= (?:des? conditions|professionnelle))|(?:[Aa]teliers?|[Ee]xpositions?) (?:de |d')(?:production|fabrication|montage|assemblage|usinage|mécanique)|[Rr]eceptions? of"
)
_STRONG = (
    r"se (?:tien|tenai|tenir|déroul|jou|retrouv|donn)|s'(?:est|était|étaient|sont) (?:tenu|déroulé|ouvert|réuni|retrouvé|joué)|s'ouvr|(?:a|ont|aura|avait|aurait|avoir) (?:eu )?lieu|"
    r"\btenue?s? (?:à|au|en|le|ce|hier)|(?:co-?)?organis\w+|accueil\w+|abrit\w+|convi\w+|prévue?s?|programmée?s?|mise?s? (?:au calendrier|à l'agenda)|aura pour cadre|suivra\b|tien(?:t|nent|dra|dront|drait|ait) (?:son|sa|ses|leurs?)\b|"
    r"\bheld\b|takes? place|took place|\bhost\w*|scheduled|organi[sz]\w+"
)
_FEAST = Expression(
    r"(?<!that )(?<!which )(?<!qui )(?<!qui a )\b(?:célèbr|fêt|souffl|commémor|celebrat|mark)\w* (?:(?:cet|son|ses|leurs?|le|la|les|its|their|the) )?(?P<name>(?:⟨[RUN]\d+⟩ )?(?:anniversaire|ans\b|bougies|anniversary|birthday|years)|⟨U\d+⟩)"
)
"""An anniversary that is celebrated on a day."""
_HAPPENS = Expression(
    rf"\b(?:{_STRONG}|particip\w+|réuni\w*|rassembl\w+|invit\w+|assist\w+|lors d|au cours d|à l'occasion d|pendant|en marge d|à (?:la|l'|une?|cette) |"
    r"attend\w*|\bmet\b|\bmeets\b|took part|gather\w*|(?:at|on) (?:a|an|the|its)\b|with (?:a|an|its|their)\b|during|(?:par|avec|pour|autour d') ?une?\b)",
    re.IGNORECASE,
)
SURELY = Expression(
    rf"\b(?:{_STRONG}|lors d|au cours d|à l'occasion d|réuni\w*|(?:at|on) (?:a|an|the|its)\b|during)",
    re.IGNORECASE,
)
_THIS = Expression(rf"(?:Cette|Ce|Cet|This) (?:{_HEADS})\b(?! (?:d[eu] |of )?⟨D)")
"""What a text about a gathering may go on with, before it was named."""
_THE = frozenset({"la", "le", "les", "cette", "ce", "cet", "du", "au", "the", "such", ""})
_HOLDS = Expression(
    r"(?:[Ll]a |[Ll]e |[Ll]'|[Tt]he )?⟨O(?P<number>\d+)⟩(?: \([^()]{2,30}\))?(?:, [^.;⟨⟩]{3,60},)? [^.;⟨⟩]{2,50}\b(?:with|par|avec|à l'occasion d'|lors d'|at|during) ?(?:an?|une?|its|son|sa) (?:[a-z-]+ ){0,2}$"
)
"""Whose gathering it is that a body does something with: "the cluster turned one with a day-long conference"."""
_OWNED = frozenset({"son", "sa", "ses", "leur", "leurs", "its", "their"})


def found(document: Document, index: int, same: Filler | None = None) -> Iterator[Happening]:
    """The gathering that a sentence tells, with its day and, where its words say so, who holds it.

    `same` is the day of another event that the sentence says to be its own.
    """
    typed: Typed = document.prose[index]
    if any(m.sort != "unnamed" for m in typed.of_kind("E")):
        return
    if days(typed, _DAY) and (feast := _FEAST.search(typed.string)):
        yield from _anniversary(document, typed, feast)
        return
    told, near = days(typed), [(t, d) for t in _beside(document, index) if not t.of_kind("E") for d in days(t, _DAY)]
    surely = bool(SURELY.search(typed.string) or (index < _HEAD and _THIS.match(typed.string)))
    near.sort(key=lambda n: n[1].value is not None and n[1].value.earliest != n[1].value.latest)
    if told or (surely and days(typed, _YEAR)):
        near = []
    if not (told and _HAPPENS.search(typed.string)) and not (
        surely and (days(typed, _YEAR) or same or (index < _HEAD and near))
    ):
        return
    at = typed.position(told[0]) if told else 0
    for match in sorted(
        _GATHERING.finditer(typed.string), key=lambda m: _from_day(typed, m.start(), at) if told else 0
    ):
        if not _NOT_ONE.match(typed.string, match.start("name")):
            event = _happening(document, typed, match.span("name"))
            event.put(*(filler("organiser", m) for m in _holder(typed, match)))
            event.put(*([same] if same and not told else []))
            if index and not event.has("place") and len(document.prose[index - 1].string) < _HEADLINE:
                event.put(*where(document.prose[index - 1]))
            for beside, day in near[:1]:
                event.put(*dates([day]), *where(beside), *venues(beside))
            yield event
            return
    if told and (body := _BODY.search(typed.string)):
        yield _happening(document, typed, body.span(str(body.lastgroup)))


def _from_day(typed: Typed, start: int, day: int) -> tuple[bool, int]:
    """How far a gathering stands from a day: last where the day is that of another."""
    return of_another(typed.string, start, day), abs(start - day)


def _anniversary(document: Document, typed: Typed, match: re.Match[str]) -> Iterator[Happening]:
    """The anniversary of a body that it celebrates on a day."""
    for body in [m for m in typed.marked(typed.string[: match.start()]) if m.kind in "OF"][:1]:
        event = _happening(document, typed, match.span("name"))
        short = re.search(r"\(([A-Z][\w-]+)\)$", document.text[body.start : body.end])
        noun = "anniversaire de" if document.language == "fr" else "anniversary of"
        event.name = replace(event.name, value=f"{noun} {short[1] if short else body.name}")
        yield event


def again(typed: Typed) -> bool:
    """Whether a sentence speaks of a gathering as of one that was told: "la réunion aura pour cadre ..."."""
    for match in _GATHERING.finditer(typed.string):
        if (
            not match["of"]
            and not match["titled"]
            and (match["det"] or "").lower() in _THE
            and not _NOT_ONE.match(typed.string, match.start("name"))
        ):
            return " " not in match["name"].strip()
    return False


def _beside(document: Document, index: int) -> list[Typed]:
    """The sentences before and after one, those of its own line first."""
    around = [document.prose[i] for i in (index - 1, index + 1, index - 2) if 0 <= i < len(document.prose)]
    line = document.prose[index].sentence.line
    return sorted(around, key=lambda t: t.sentence.line != line)


def _holder(typed: Typed, match: re.Match[str]) -> list[Mention]:
    """The body whose gathering it is: "assemblée générale d'Irispace", "X ... pour son assemblée générale"."""
    if match["body"] == "O":
        return [typed.mentions[int(match["number"])]]
    if celebrates := _HOLDS.match(typed.string[: match.start("name")]):
        return [typed.mentions[int(celebrates["number"])]]
    if (match["det"] or "").lower() in _OWNED:
        before = [m for m in typed.marked(typed.string[: match.start("name")]) if m.kind == "O"]
        return before[:1]
    return []


def _happening(document: Document, typed: Typed, span: tuple[int, int]) -> Happening:
    start, end = typed.origin(span[0]), typed.origin(span[1])
    words = re.sub(r"^(?:[Ll]a |[Ll]e |[Ll]')|[«\"] ?| ?»", "", document.text[start:end].strip(" ,"))
    return Happening(Filler("name", words, start, end), "gathering", mentions=1, held=True)
