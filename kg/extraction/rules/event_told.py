"""What a text tells of its own event all through: who prepared it, who was there, which day it was, what it was about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.rules import event_words as say
from kg.extraction.rules.event_facts import dates, listed, telling
from kg.extraction.rules.happening import Happening
from kg.extraction.rules.topics import items
from kg.extraction.typed import Typed, compiled

CAME = (("participant", say.PRESENT), ("participant", say.CAME), ("organiser", say.ORGANISERS))
_MADE = r"(?:co-?)?(?:organisée?s?|animée?s?|montée?s?|orchestrée?s?|concoctée?s?|coordonnée?s?|préparée?s?|portée?s?|pilotée?s?|assurée?s?|mise?s? sur pied|organi[sz]ed|staged|run)"
_IT = r"(?:[Ee]lle|[Ii]l|[Ll]e tout|[Ll]'(?:événement|évènement)|[Ll]a (?:journée|rencontre|manifestation|relève|soirée|matinée|cérémonie)|[Ll]e (?:salon|forum|festival|rendez-vous|concours)|⟨E\d+⟩|[Ii]t)"
TOLD = (
    ("organiser", compiled(r"[Ll]'idée (?:vient|venait|est venue|revient) (?:de la |de l'|du |de |d'|à la |à l'|à |au )<organiser:O>(?:[^.;⟨⟩]{0,40} avec {det}<organiser2:O>)?")),
    ("organiser", compiled(r"<organiser:O+> en (?:étaient|était|sont|est|seront|sera) (?:les? |l'|la )?(?:hôtes?|organisat\w+|maîtres? d'œuvre|chevilles? ouvrières?)")),
    ("organiser", compiled(r"(?:soirée|journée|rencontre|matinée|salon|événement|forum|colloque|conférence|concours|festival) (?:que |qu'){det}<organiser:O+> (?:ont |a |avaient |avait )?(?:propos|organis|mont|imagin|prépar)\w+")),
    ("supporter", compiled(r"<supporter:O+> (?:ont |avaient |a |avait )?(?:mis|mettent|met) la main à la poche")),
    ("organiser", compiled(r"[Oo]rgani[sz]ed by {det}<organiser:O>,? (?:together |jointly )?with {det}<organiser2:O+>")),
    ("organiser", compiled(r"<organiser:OFX+> (?:l'|les )(?:a |ont |avait |avaient )?(?:co-?)?(?:organis|mont|anim|pilot|orchestr|prépar)\w+(?: [^.,;⟨⟩]{0,12})?(?:,? (?:en collaboration avec|en partenariat avec|aux côtés d[eu]|avec) {det}<organiser2:OF+>)?")),
    ("organiser", compiled(r"organis\w+ (?:la |le |l'|cette |cet |ce )[a-zà-ÿ]+,? (?:aux côtés d[eu]|avec|conjointement avec) {det}<organiser:O+>")),
    ("participant", compiled(r"où se (?:sont )?(?:crois|retrouv|press|rencontr|côto)\w* {det}<participant:PO+>")),
    ("participant", compiled(r"⟨E\d+⟩ (?:a été|est|fut|sera|was) (?:pour|for) <participant:P>")),
    ("place", compiled(r"<place:LF>[^.;:⟨⟩]{0,20} (?:a |ont )?(?:reçu|reçoit|recevait|recevra) (?:la |le |les |l'|the )(?:⟨R\d+⟩ )?⟨E")),
    ("organiser", compiled(rf"{_IT},? (?:était |est |a été |sera |fut |was |is )?(?:[a-zà-ÿ]+ment )?{_MADE} (?:[a-zà-ÿ]+ment )?(?:par|by) {{det}}<organiser:OX+>")),
    ("organiser", compiled(r"<organiser:O>,? (?:(?:le |la |l')?⟨O\d+⟩, )?(?:co-?organisat(?:eur|rice)|co-?organi[sz]er)(?! de l'épreuve| du (?:concours|challenge|défi))")),
    ("organiser", compiled(r"<organiser:O> tien(?:t|dra|nent|dront) (?:son|sa|ses|leur|leurs) ⟨E")),
    ("organiser", compiled(r"⟨E\d+⟩, (?:[^.,;⟨⟩]{0,30} )?que {det}<organiser:O> (?:dédie|organise|lance|consacre|monte|donne)\w*(?: [^.,;⟨⟩]{0,30})?(?:,? avec {det}<organiser2:O>)?")),
    ("organiser", compiled(r"<organiser:OX+> (?:(?:a|ont|avait|avaient) (?:réuni|rassemblé|convié|invité)|réuni(?:t|ssent|ssait)|rassembl(?:e|ent|ait)|convi(?:e|ent|ait)) ⟨N\d+⟩")),
    ("supporter", compiled(r"(?:⟨N\d+⟩ )?partenaires (?:(?:avaient|ont|avait) (?:prêté main-forte|apporté leur (?:soutien|concours|aide)|soutenu[^:.;⟨⟩]{0,30})|l'(?:épaulaient|appuyaient|accompagnaient|épaulent)|les épaul\w+)(?:[^.:;⟨⟩]{0,20})? : {det}<supporter:OE+>")),
    ("supporter", compiled(r"(?:qui (?:soutien|appui|épaul|accompagn|financ|parrain)\w+ [^:.;]{0,50}|[Cc]oup de chapeau[^:.;]{0,60}) ?: {det}<supporter:OLX+>")),
    ("supporter", compiled(r"<supporter:OX+> (?:(?:a|ont|avait|avaient) (?:prêté main-forte|apporté (?:son|leur) (?:soutien|concours|aide|appui))|(?:prête(?:nt)?|apporte(?:nt)?) (?:main-forte|son|leur))")),
)  # fmt: skip
PRESENCE = re.compile(
    r"premier rang|[Oo]n y (?:croise|retrouve|verra|entend)\w*|\by retrouver(?:a|ont)|(?:[Ss]ont|[Ee]st) (?:également |aussi )?attendue?s?\b|délègue(?:nt)? des|\by ser(?:a|ont)\b|⟨P\d+⟩[^.;]{0,60} (?:ser(?:a|ont) (?:là|présente?s?)|viend(?:ra|ront))\b|[Oo]n (?:y )?(?:reconnaît|reconnaissait|croise|croisait|retrouve|retrouvait|aperçoit|apercevait|a vu)\b|pren(?:d|dre|nent|ait|aient) la parole|"
    r"pris la parole|à la tribune|au micro\b|sur scène|donne(?:nt|r|ra)? la réplique|\b(?:est|sont|était|étaient) (?:là|venue?s?|présente?s?|de la partie)\b|"
    r"\b(?:les|l'|y) attendai(?:t|ent)|\brecevai(?:t|ent)|ciseaux|\bruban|(?:fait|fer(?:a|ont)) le (?:déplacement|voyage)|discours|allocution|\bhear from\b|will speak|coup d'envoi|le dernier mot|écharpe|boudé|ne manquai(?:t|ent)|présidai(?:t|ent) la|"
    r"⟨E\d+⟩.*\b(?:ont|a|have|has) (?:signé|paraphé|apposé|dévoilé|inauguré|coupé|ouvert|signed|unveiled)\b|mots d'(?:accueil|ouverture)|on hand|on stage|took the (?:floor|stage)|maître(?:sse)? de (?:maison|cérémonie)|hôte(?:sse)? d"
)
_ABSENT = re.compile(r"\b(?:absent|excusé|manquait à|n'était pas|n'étaient pas|sans )", re.IGNORECASE)
_LOOSE = re.compile(r"\bautour d|entourée? d|représentée?s? par")
"""Words of presence that mean other things too, where a sentence does not name the event."""
_MORE_OF_THEM = re.compile(
    r"^(?:Les? |La |L'|Aussi |Côté |Pour |[ÀA] (?:ses|leurs) côtés|Avec (?:lui|elle|eux)|Puis |Vien(?:t|nent) |Suiv|Autour )"
)
_TOPICS = re.compile(
    r"(?:⟨N\d+⟩|[Ll]es|[Dd]es) (?:[a-zà-ÿ]+ )?(?:sujets|thèmes|domaines|thématiques|ateliers|tables rondes|topics|themes)\b[^.:;]{0,60} ?: (?P<topic>[^.:]{8,250})|"
    r"\b(?:thème|fil rouge|theme)\b[^.:;?]{0,60}(?: ?:| est| sera| was| is) (?P<theme>(?!de |à |d')[^.:]{6,120})|"
    r"\by (?:présent|expos|parl|débatt|discut)\w+ [^.:;⟨⟩]{0,30}\bsur (?P<work>[^.:;]{6,200})|"
    r"(?P<agenda>^[^.:;⟨⟩]{5,150} (?:et|and) [^.:;,⟨⟩]{3,60}) (?:are|is|will be|sont|est|seront|figurent?|étaient|s'inscriv\w+) (?:on the (?:agenda|programme)|au (?:programme|menu)|à l'ordre du jour|à l'affiche)|"
    r"(?:[Oo]n y (?:a |aura )?(?:parl|caus|débatt|discut|échang|évoqu)\w*(?: technique| affaires)?,?(?: aussi| également)?(?: d[eu'] ?| :| sur)) ?(?P<talk>[^.:]{8,250})|"
    r"(?:La|Le|L'|Une?) ?(?:matinée|après-midi|journée|soirée|première (?:table ronde|session)) (?:ira|iront|portera|a porté|sera consacrée?|est consacrée?) (?:à|sur|aux?) ?(?P<given>[^.:;]{6,200})|^(?:[ÀA]u programme|Au menu|On the programme), (?P<menu>[^.:;]{6,200})|^Suivront (?P<next>[^.:;]{6,300})|"
    r"[Oo]n s'est demandé (?P<asked>[^.:]{8,300})|top billing to (?P<billing>[^.:;]{5,120})"
)
_STRONG = re.compile(
    r"ouvr|tien|tenu|lieu|déroul|rendez-vous|accueill|inaugur|réuni|rassembl|\bDu ⟨|held|open|gather|take|première rencontre|décor",
    re.IGNORECASE,
)
_DEICTIC = re.compile(r"hier|aujourd'hui|demain|yesterday|today|tomorrow", re.IGNORECASE)
_AGAIN = re.compile(
    r"précédent|dernière (?:édition|fois)|avait|avaient|previous|last time|\bdate (?:de|d')", re.IGNORECASE
)
_NEAR = 3


def told(document: Document, typed: Typed, *, people: bool) -> Iterator[Filler]:
    """What a sentence tells of the text's own event; `people` where who is named in it was there."""
    yield from listed(typed, TOLD if _LOOSE.search(typed.string) else (*TOLD, *CAME))
    if people and not _ABSENT.search(typed.string):
        yield from (filler("participant", m) for m in typed.of_kind("P"))
        if re.search(r"la réplique|panel|table ronde|délègu|y seront|exposant", typed.string):
            yield from (filler("participant", m) for m in _own_names(typed))
    yield from about(document, typed)


def about(document: Document, typed: Typed) -> Iterator[Filler]:
    """The topics that a sentence counts off, or says to be on the agenda."""
    if match := _TOPICS.search(typed.string):
        group = str(match.lastgroup)
        start, end = typed.origin(match.start(group)), typed.origin(match.end(group))
        if group == "theme":
            yield Filler("topic", document.text[start:end].strip(' .»"'), start, end)
        else:
            yield from items(document, start, end, longest=320)


def _own_names(typed: Typed) -> Iterator[Mention]:
    """The bodies of a sentence that stand for themselves, not after somebody's title."""
    for mention in typed.of_kind("O"):
        if not re.search(r"(?:\bde la |\bde l'|\bdu |\bde |\bd'|\bof (?:the )?)$", typed.before(mention)):
            yield mention


def present(typed: Typed, *, before: bool) -> bool:
    """Whether the people of a sentence were at the event: it says so, or goes on with those who were (`before`)."""
    if PRESENCE.search(typed.string):
        return True
    quoted = re.search(r"[«»\"]", typed.string)
    return before and quoted is None and bool(_MORE_OF_THEM.match(typed.string)) and bool(typed.of_kind("P"))


def day(document: Document, event: Happening) -> Iterator[Filler]:
    """The day of the event, where a sentence beside those that name it tells it better than they do."""
    own = [i for i, t in enumerate(document.prose) if any(m.name == event.name.value for m in t.of_kind("E"))]
    start = event.first("start")
    holder = next((t for t in document.prose if start and t.sentence.start <= start.start < t.sentence.end), None)
    if (
        start
        and holder
        and holder.sentence.kind == "heading"
        and re.search(r"\d", document.text[start.start : start.end])
    ):
        return
    named = holder is not None and any(m.name == event.name.value for m in holder.of_kind("E"))
    named = named and holder is not None and holder.sentence.kind != "heading"
    held = next((d for d in holder.of_kind("D") if start and d.start == start.start), None) if holder else None
    least = _weight(holder, held) if holder and held else 0
    found: list[tuple[int, int, Mention]] = []
    for index, typed in enumerate(document.prose):
        away = min((abs(index - i) for i in own), default=_NEAR + 1)
        if (
            away > _NEAR
            or (away and _AGAIN.search(typed.string))
            or any(m.name != event.name.value for m in typed.of_kind("E"))
        ):
            continue
        found.extend(
            (_weight(typed, d) - away, -index, d) for d in typed.of_kind("D") if _whole(d) and telling(typed, d)
        )
    best = max(found, default=None, key=lambda item: item[:2])
    if best is None or best[2] is held or (start is not None and best[2].start == start.start):
        return
    told_day = str(best[2].value.earliest) if best[2].value else ""
    sharper = start is not None and len(str(start.value)) < len(told_day) and told_day.startswith(str(start.value))
    if sharper or (not named and best[0] >= 0 and (start is None or best[0] > least - _NEAR)):
        event.fillers[:] = [f for f in event.fillers if f.slot not in {"start", "end"}]
        yield from dates([best[2]])


def _whole(day_told: Mention) -> bool:
    value = day_told.value
    return bool(value and value.earliest and re.fullmatch(r"\d{4}-\d\d-\d\d", value.earliest) and value.latest)


def _weight(typed: Typed, day_told: Mention) -> int:
    value = day_told.value
    lasts = value is not None and value.latest != value.earliest
    return 2 + 2 * lasts + 2 * bool(_STRONG.search(typed.string)) - 4 * bool(_DEICTIC.search(day_told.name))
