"""Where an organisation is, when the sentence leaves it to the text to say whose people, plant or seat it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction import tables
from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler, Frame
from kg.extraction.mention import Mention
from kg.extraction.rules.spoken import owner_of
from kg.extraction.typed import Typed, compiled

FIRM = (
    r"(?:(?:jeune |petite |grande )?(?:entreprise|société|start-?up|jeune pousse|pousse|PME|ETI|TPE|pépite|fabricant|équipementier|groupe|laboratoire|école|cluster|licorne|firme|acteur|maison|"
    r"industriel|industrielle|champion|championne|institut|opérateur|opératrice|spin-?off|essaimage|bureau d'études|constructeur|motoriste|sous-traitant|éditeur|éditrice|spécialiste|fleuron|"
    r"incubateur|accélérateur|cabinet|concepteur|fournisseur|prestataire|intégrateur|studio|atelier|structure|association|université|filiale|agence|usine))"
)
_PREMISES = (
    r"(?:(?:nouve(?:au|lle|aux|lles)|futurs?|future|second|seconde|deuxième|⟨R\d+⟩|premi(?:er|ère)|grand|grande|propre|vaste|ancien(?:ne)?) )*"
    r"(?:méga|giga)?(?:sièges?(?: social| européen| mondial)?|usines?|sites?(?! (?:internet|web|de lancement))|bureaux?|locaux|ateliers?|antennes? (?=locale|régionale|française|européenne|commerciale|de |ouvr|s'ouvr|verr)|agences?|implantations?|centres? de (?:recherche|production|R&D|développement|conception|service)|"
    r"unités? (?:de production|industrielle|d'assemblage)|laboratoires?|salles? blanches?|lignes? (?:de production|d'assemblage)|établissements?|entrepôts?|hangars?|bâtiments?|quartier général|équipes?|"
    r"headquarters|plants?|factor(?:y|ies)|offices?|workshops?|facilit(?:y|ies)|cleanrooms?|base|laborator(?:y|ies))"
)
_IN = r"(?:(?:tout )?près d(?:e |')|aux portes d(?:e |')|en plein |en périphérie d(?:e |')|au cœur d(?:e |')|non loin d(?:e |')|à proximité d(?:e |')|dans la banlieue d(?:e |')|à deux pas d(?:e |')|à |au |aux |en |dans (?:le |la |l'|les )|sur |à l'|à la |just outside |outside |near |close to |in |at )"
_WHERE = (
    r"(?P<place>⟨L\d+⟩)(?:,? (?:\(|dans (?:le |la |l'|les )|en |au |in )(?P<place2>⟨L\d+⟩)\)?)?"
    r"(?P<place3>(?:(?:, | et |, et | and |, and )(?:à |en |au |in |at |near |près de |une? autre à )⟨L\d+⟩(?! (?:emploie|compte|a |est )))*)"
)
_GAP = r"(?:[^.;:⟨⟩]|⟨[RNDHMUF]\d+⟩)"
_GROWS = (
    r"(?:s'(?:installe|implante|établi|agrandi|étend)\w*|emménage\w*|déménage\w*|double la mise|voit (?:plus )?grand|pousse les murs|(?:re)?constru\w+|bâti\w*|ouvr\w+|ouvert|inaugur\w+|implant\w+|install\w+|agrandi\w*|"
    r"recrut\w+|embauch\w+|produi\w+|fabriqu\w+|assembl\w+|emploi\w+|possède\w*|dispose\w*|exploite\w*|occupe\w*|loge\w*|aménag\w+|pose\w* (?:la première pierre|ses (?:valises|cartons|bagages))|fait travailler|a élu domicile|élit domicile|"
    r"build\w*|built|open\w*|employ\w*|hir(?:es|ing)|manufactur\w+|assembl\w+|mak(?:es|ing)|operat\w+|runs?|mov\w+|settl\w+|relocat\w+|expand\w*)"
)
_BUILDS = compiled(
    rf"<entity:O>,? (?:qui |which |that )?(?:[^.;:,⟨⟩]{{0,30}} )?{_GROWS}(?![\w-]){_GAP}{{0,110}}?\b{_PREMISES}\b{_GAP}{{0,60}}?[ (]{_IN}{_WHERE}"
)
_WORKS = compiled(
    r"<entity:O>,? (?:qui |which |that )?(?:va |vient de |compte |veut |a |will |is )?(?:s'(?:installe|implante|établi|agrandi)\w*|emménage\w*|double la mise|pousse les murs|voit (?:plus )?grand|recrut\w+|embauch\w+|produi\w+|fabriqu\w+|assembl\w+|pose\w* ses (?:valises|cartons|bagages)|élit domicile|a élu domicile|is expanding|settles|is hiring)"
    rf"(?![\w-])(?:[^.;:,⟨⟩]|⟨[RNDH]\d+⟩){{0,50}}? {_IN}{_WHERE}"
)
_ITS_SITE = compiled(
    rf"(?:^|[,;:.] |\b(?:une?|le|la|les|du|au|deux|trois|a|an|the|new) |\bl'){_PREMISES}\b(?:[^.;:⟨⟩]|⟨[RNDU]\d+⟩){{0,70}}? {_IN}{_WHERE}"
)
_ANOTHER = compiled(
    rf"[;,] (?:un|une|l'|another|le |la )(?:autre|second|seconde|deuxième|troisième)?(?: [^.;:⟨⟩]{{0,40}})?,? {_IN}{_WHERE}"
)
_MADE_AT = compiled(
    r"(?:\b(?:[Tt]out(?:es)?|[Tt]ous|production|assemblage|fabrication|intégration|conception|série|satellites|moteurs|lanceurs|équipements|modèles|exemplaires|ballons|engins|machines|ateliers)\b)(?:[^.;:⟨⟩]|⟨[NDR]\d+⟩){0,60}?\b(?:sort(?:ira|iront|ent|aient|ait)? (?:d(?:e|u|es) |d')|(?:ser(?:a|ont)|est|sont) (?:produite?s?|assemblée?s?|fabriquée?s?|construite?s?|conçue?s?|réalisée?s?|intégrée?s?) (?:à |en |au )|se (?:fera|feront|font|fait) (?:à |en |au ))<place:L>"
)
_HERE = compiled(
    r"(?:^|[,;] )(?:[Cc]'est |It is )?(?:dans ce|in this) (?:quartier|faubourg|village|bourg|district|town) (?P<people>[a-zà-ÿ-]+)? ?(?:que |qu'|that )"
)
_SEATED = compiled(
    r"<entity:O>(?: [a-zà-ÿ-]+)?(?:, [^,;.⟨⟩]{3,60},)?,? (?:qui |which )?(?:établira|établit|a établi|aura|a|installera|a installé|fixera|a fixé|transfère|transférera|a transféré|will have|has) "
    rf"(?:son|sa|leur|ses|its) (?:[a-zà-ÿ]+ )?(?:siège(?: social| européen| mondial)?|ancrage|base|quartier général|domicile|adresse|port d'attache|bureaux|headquarters|home|seat) {_IN}{_WHERE}"
)
_WHOSE_BASE = compiled(
    r"<entity:O>,? (?:whose|dont) (?:the |l[ea] |l'|les )?(?:[a-zà-ÿ]+ )?(?:base|headquarters|home|factory|plant|offices?|siège(?: social)?|usine|site|ateliers?|bureaux|locaux|berceau|port d'attache)(?: [a-zà-ÿ]+)? (?:is|are|lies|est|sont|se trouve(?:nt)?|se situe(?:nt)?) "
    rf"(?:[a-zà-ÿ]+ )??{_IN}{_WHERE}"
)
_SITE_OF = compiled(
    rf"\b{_PREMISES}(?: [a-zà-ÿ-]+){{0,2}} (?:de l'|de la |du |des |de |d')<entity:O>(?:[^.;:,⟨⟩]|⟨[DRN]\d+⟩){{0,45}} (?:a débuté|débute|commence|ouvr\w+|a ouvert|est|sera|se situe|se trouve|sort\w* de terre|s'élève\w*|se dresse\w*|prend\w* (?:forme|place)|vo[iy]t le jour|verra le jour)(?:[^.;:,⟨⟩]|⟨[DRN]\d+⟩){{0,25}} {_IN}{_WHERE}"
)
_HOSTS_SEAT = compiled(
    r"(?:^|[;:,] |\bet )<place:L>(?:[^.;:⟨⟩]|⟨[DRN]\d+⟩){0,60}?\b(?:accueill\w+|abrit\w+|héberg\w+|hosts?|houses?) (?:le |la |l'|les |son |sa |un |une |the |its )(?:nouve(?:au|lle) |futur |future )?(?:sièges?|usine|bureaux?|quartier général|site de production|headquarters|plant|factory|offices?)(?![\w-])(?! d(?:e|u|es)\b| d')"
)
_STAFF_AT = compiled(
    r"\b(?:salariés|équipes?|personnes|collaborateurs|ingénieurs|employés|techniciens|effectifs|staff|engineers|employees|people)\b(?:[^.;:⟨⟩]|⟨[DRN]\d+⟩){0,40}?,? (?:depuis|from|basés à|installés à|based in) <place:L>|"
    r"[Dd]epuis <place2:L>, où (?:les|ses|des|leurs) (?:équipes|salariés|ingénieurs|chercheurs|collaborateurs|bureaux|locaux)\b"
)
_COMPANY_OF = compiled(
    rf"<entity:OX>(?: [a-zà-ÿ]+)?, (?:une? |la |le |l')?{FIRM}s?(?: (?!d[eu]\b)[a-zà-ÿ-]+){{0,2}} (?:d(?:e |u |')|in |from |of )<place:L>"
)
_OF_PLACE = compiled(r"<entity:O>, <place:L>'s (?:[a-z-]+ ){0,3}[a-z]+(?= ?[,.;]| and )")
_DOTES = compiled(
    rf"<entity:O>(?:, [^;.⟨⟩]{{3,70}},)?,? (?:qui )?(?:va |vient de |veut )?(?:se dot\w*|s'offr\w*|s'équip\w*|constru\w+|bâti\w*|ouvr\w*|a ouvert|inaugur\w*|dispos\w*|install\w*|prépar\w*|aménag\w*|possède|exploite|loue|occupe|opens|builds|is building|runs|operates)(?: ⟨D\d+⟩| [a-zà-ÿ]+(?: [a-zà-ÿ]+)?)??,? {_IN}{_WHERE},? (?:d'une?|de|une?|son|sa|ses|leur|an?|its|the)(?: [a-zà-ÿ]+)? {_PREMISES}"
)
_WHOSE_DIVISION = compiled(
    rf"<entity:O>,? (?:dont|whose) (?:la |le |les |l')?(?:[a-zà-ÿ]+ )?(?:division|branche|filiale|équipe|antenne|unité|salariés|ingénieurs|ateliers?|plant|team|division|{_PREMISES})(?: [a-zà-ÿ]+)? (?:de |d'|du |des |à |en |in |at ){_WHERE}"
)
_WITH_SEAT = compiled(
    rf"<entity:O>[^.;:⟨⟩]{{0,60}}?,? (?:with|avec|et) (?:its |un |son |a )?(?:headquarters|head office|siège(?: social)?|seat) {_IN}{_WHERE}"
)
_SITE_BARE = compiled(
    rf"\b(?:sites?|usines?|établissements?|ateliers?|campus|bureaux|plant|factory|site) <entity:O> (?:de la |de l'|de |d'|des |du |à |aux |au |en |in |at ){_WHERE}"
)
_CENTRE_AT = compiled(rf"<entity:F>,? (?:à |au |en |in |at ){_WHERE}(?= ?[,.;)]| et |$)")
_CENTRE = Expression(r"(?:[Cc]entre|[Ii]nstitut|[Ii]ncubat|[Éé]cole|[Ll]aborat|[Oo]bservato|[Cc]enter|[Ii]nnovation)")
_FROM_A_TOWN = compiled(
    r"\b(?:an?|une?) (?:[a-zà-ÿ-]+ )?(?:company|firm|start-?up|manufacturer|maker|business|entreprise|société|PME|start-up|jeune pousse|pépite)(?: [a-zà-ÿ-]+){0,2} (?:from|based in|in|de |d'|du |des |de la |de l'|basée à|installée à|implantée à) ?<place:L>"
)
_HERE_PEOPLE = Expression(
    r"\b(?:[Ll]e|[Ll]a|[Ll]es|[Dd]u|[Aa]u|[Dd]es|[Aa]ux|[Dd]ans les) (?:[a-zà-ÿ]+ )?(?:site|siège|usine|ateliers?|équipes?|établissement|bureaux|locaux|salariés|ingénieurs|campus) (?P<people>[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*)(?![\w-])(?! (?:de |d'|du |des )?⟨)"
)
_HEADLINE = compiled(
    r"^(?:# )?(?:[A-ZÀ-Ý][\w -]{2,20}[|:–—-] )?<entity:O>(?: :|,)? (?:[^.;⟨⟩«»\"?]|⟨[NRMHDF]\d+⟩){3,90}? (?:à|au|aux|near|in|at) <place:L>(?= ?[.!]?$)"
)
_DATED = compiled(
    r"^<place:L>(?: \([^()]{2,30}\))? ?: (?:la |le |l'|les |the )?(?:[a-zà-ÿ-]+ ){0,2}<entity:O> [a-zà-ÿ']"
)
_PUTS_DOWN = compiled(
    r"<place:L>(?:,|, [^,;.⟨⟩]{3,40},)? où (?:il|elle|la société|l'entreprise|la start-up) (?:a |vient de |va )?(?:posé|poser|installé|installer|établi|ouvert|ouvrir|pose|ouvre|loge|siège|travaille|est)\b"
)
_A_FIRM = Expression(
    rf"\b(?:[Uu]ne?|[Cc]ette|[Cc]et|[Cc]e) {FIRM}(?: [a-zà-ÿ-]+)?? (?P<people>[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*)(?![\w'-])"
)
_THE_FIRM = Expression(
    rf"(?:\b[Ll]'|\b(?:[Ll]e|[Ll]a|[Dd]u|[Aa]u) ){FIRM} (?P<people>[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*)(?![\w'-])"
)
_QUARTER = Expression(r"\bquartier (?P<people>[a-zà-ÿ]+(?:-[a-zà-ÿ]+)?) d(?:e |u |')⟨L\d+⟩")
_FILIAL = Expression(
    r"\b(?:[Cc]ette|[Tt]his) (?:filiale|branche|division|subsidiary|unit) (?:de |du |d'|of (?:the )?)$"
)
_OCCASION = Expression(
    r"\b(?:salon|forum|congrès|colloque|conférence|festival|concert|exposition|[Ll]ors d\w*|show|fair|conference|summit)\b"
)
_WE = Expression(r"^(?:[Nn]ous|[Ww]e) |[\"«] ?[^\"»]*\b(?:[Nn]ous|[Nn]otre|[Nn]os|[Ww]e|[Oo]ur)\b")
_SET_OUT = compiled(
    r"^(?:[Ee]n |[ÀAà] |[Aa]ux? |[Dd]ans (?:le |la |l'|les )|[Dd]u côté d(?:e |u )|[Ii]n )?<place:L>(?: \([^()⟨⟩]{1,40}\))? ?: {det}<entity:OXL+>(?= ?[;.,(]|$)"
)
_PRONOUN = r"(?:^|[;:,] |\b(?:et|and|mais|but) )(?:[Ee]lle|[Ii]l|[Ii]t|[Cc]elle-ci|[Cc]elui-ci)"
_BY_PRONOUN = tuple(compiled(p.source.replace("<entity:O>", _PRONOUN)) for p in (_BUILDS, _WORKS, _SEATED, _DOTES))
SORTS = ("company", "model", "research", "cluster", "association")
_FIRMS = frozenset(SORTS)
LOCAL = frozenset({"commune", "city", "department", "region", "area", "model"})
STATELETS = frozenset({"Luxembourg", "Monaco", "Singapour"})
_REACH = 3


def find(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    """A frame for each organisation whose place such a sentence tells."""
    headlines = (_HEADLINE, _DATED) if typed.sentence.kind in {"heading", "label"} else ()
    for pattern in (
        _BUILDS,
        _WORKS,
        _SEATED,
        _WHOSE_BASE,
        _SITE_OF,
        _COMPANY_OF,
        _OF_PLACE,
        _DOTES,
        _WHOSE_DIVISION,
        _WITH_SEAT,
        _SITE_BARE,
        _CENTRE_AT,
        *headlines,
    ):
        for match in pattern.finditer(typed.string):
            if pattern is _CENTRE_AT and not _CENTRE.search(typed.spans(match, "entity")[0].name):
                continue
            if not _OCCASION.search(match.group()) and not _FILIAL.search(typed.string[: match.start("entity")]):
                yield from _framed(typed.spans(match, "entity"), _places(typed, match))
    for pattern in _BY_PRONOUN:
        for match in pattern.finditer(typed.string):
            owner = owner_of(document, typed, match.start())
            if owner is not None and not _OCCASION.search(match.group()):
                yield from _framed([owner], _places(typed, match))
    yield from _of_the_topic(document, index, typed)
    yield from _a_firm(document, typed)
    if out := _SET_OUT.match(typed.string):
        named = [m for m in typed.marked(out["entity"]) if m.kind in "OX" or (m.kind == "L" and not m.known)]
        yield from _framed(named, _places(typed, out))


def topic(document: Document) -> Mention | None:
    """The organisation that a text is about, if one stands out."""
    return document.main("O", SORTS)


def _of_the_topic(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    """A plant, a seat, a line of production without owner: the one of whom the text is about."""
    main = topic(document)
    near = document.prose[max(0, index - _REACH) : index]
    spoken_of = {m.name for t in near for m in t.of_kind("O") if m.sort in _FIRMS}
    others = [m for m in typed.of_kind("O") if main is not None and m.name != main.name]
    if main is None or others or _WE.search(typed.string) or (spoken_of and main.name not in spoken_of):
        return
    for match in _HERE_PEOPLE.finditer(typed.string):
        if where := _people(typed, match):
            yield from _framed([main], [where])
    quarter = _QUARTER.search(typed.string)
    if typed.sentence.kind in {"heading", "label"}:
        for match in _THE_FIRM.finditer(typed.string):
            yield from _framed([main], [w for w in [_people(typed, match)] if w])
    for pattern in (_ITS_SITE, _MADE_AT, _PUTS_DOWN, _HOSTS_SEAT, _STAFF_AT):
        for match in pattern.finditer(typed.string):
            places = [] if _OCCASION.search(match.group()) else _places(typed, match)
            if quarter and pattern is _PUTS_DOWN and (city := _people(typed, quarter)):
                places.append(city)
            yield from _framed([main], places)
            if pattern is _ITS_SITE and (more := _ANOTHER.search(typed.string, match.end())):
                yield from _framed([main], _places(typed, more))


def _a_firm(document: Document, typed: Typed) -> Iterator[Frame]:
    """As in "une pépite toulousaine veut s'en mêler", before the text names it."""
    told = [(m, _people(typed, m)) for m in _A_FIRM.finditer(typed.string)]
    told += [(m, next(iter(_places(typed, m)), None)) for m in _FROM_A_TOWN.finditer(typed.string)]
    for match, where in told:
        if where is None or typed.of_kind("OP"):
            continue
        here = typed.origin(match.start())
        main = topic(document)
        prose = {(m.start, m.end) for t in document.prose if t.sentence.kind != "heading" for m in t.of_kind("O")}
        earlier = [
            m
            for m in document.mentions
            if (m.start, m.end) in prose and m.end <= here and m.sort in {"company", "model"}
        ]
        if main is None or any(m.name == main.name for m in earlier):
            continue
        yield from _framed([main], [where])


def _people(typed: Typed, match: re.Match[str]) -> Filler | None:
    place = tables.place_of(match["people"])
    if place is None:
        return None
    start = typed.origin(match.start("people"))
    return Filler("place", place[0], start, start + len(match["people"]))


def _places(typed: Typed, match: re.Match[str]) -> list[Filler]:
    slots = [g for g in ("place", "place2", "place3") if match.groupdict().get(g)]
    return [filler("place", m) for g in slots for m in typed.spans(match, g) if m.sort in LOCAL or m.name in STATELETS]


def _framed(entities: list[Mention], places: list[Filler]) -> Iterator[Frame]:
    for entity in entities:
        if places and entity.sort not in {"authority", "press"}:
            yield Frame("Location", (filler("entity", entity), *places), "location.topical")
