"""Where an organisation is, said of its premises, of a place that houses it, or by a word that points back."""

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

_PREMISES = (
    r"(?:sièges?(?: social| sociaux| mondial| européen| historique)?|usines?|sites?|locaux|bureaux|bureau|ateliers?|établissements?|implantations?|bâtiments?|antennes?|agences?|"
    r"salles? blanches?|quartiers? général|quartiers généraux|laboratoires?|murs|fief|berceau|bancs? d'essais?|installations?|plateformes?|lignes? (?:de production|d'assemblage)|hangars?|campus|centres?|"
    r"headquarters|plants?|factory|offices?|facilit(?:y|ies)|cleanrooms?|premises|base)"
)
_IN = r"(?:aux portes de |en périphérie de |au cœur de |dans la banlieue de |à deux pas de |à côté de |non loin de |dans l'agglomération de |au sud de |au nord de |à l'est de |à l'ouest de |à la |à |au |aux |en |dans la |dans le |dans l'|dans les |près de |in |at |near |de |d'|du |des )"
_WHERE = r"(?P<place>⟨L\d+⟩(?:(?:, | et |, et | and )(?:l'autre |un autre )?(?:à |en |au |aux )?⟨L\d+⟩)*)(?:,? (?:\(|dans (?:le |la |l'|les )|en |au |près de )(?P<place2>⟨L\d+⟩)\)?)?"
_MAKES = (
    r"(?:dispose|est |a (?:son|sa|ses|un|une|des|ouvert|installé|implanté|bâti|construit|élu)|possède|emploie|fait travailler|développe|fabrique|produit|assemble|exploite|conçoit|teste|construit|"
    r"occupe|loge|compte|réalise|intègre|bâtit|ouvre|ouvrira|installe|installera|inaugure|s'est |employs|builds|makes|has |operates|runs|tests)"
)
_OWN = compiled(
    rf"(?:son|sa|ses|leur|leurs|its|their) (?:propres? |nouveaux? |nouvelles? |futurs? |futures? |deux |principal |new |main )?{_PREMISES}(?: (?!de\b|d'|du\b|en\b|à\b|in\b|at\b)[a-zà-ÿ-]+){{0,2}},? (?:(?:est|se trouve|sont|se trouvent|is|are)(?: situés?| installés?| implantés?)? )?{_IN}{_WHERE}"
)
_OF = compiled(
    rf"(?:le|la|les|l'|l|du|des|au|un|une|the|deux)(?: |')(?:nouveaux? |nouvelle |futurs? |future |deux |new )?{_PREMISES}(?: (?!de\b|d'|du\b|en\b|à\b)[a-zà-ÿ-]+){{0,2}} (?:de |d'|du |des |de la |of )<entity:O>,? (?:est |se trouve |, )?(?:à |en |au |aux |près de |in |at |de |d'|situées? à |implantées? à |installées? à ){_WHERE}"
)
_OWN_ENGLISH = compiled(r"[Ff]rom (?:its|their) <place:L> (?:base|headquarters|plant|factory|offices?|site)")
_OF_PEOPLE = compiled(
    rf"(?P<own>(?:son|sa|ses|leur|leurs) )?(?:[a-zà-ÿ]+ )??(?:{_PREMISES}|équipes?|salariés|ingénieurs|effectifs)(?: [a-zà-ÿ-]+)?? (?P<people>[a-zà-ÿé]+(?:-[a-zà-ÿé]+)?)(?: (?:de |d'|du |des |de la )<entity:O>)?(?![\w-])"
)
_FIELD = r"(?:entreprises?|PME|start-ups?|startups?|fleurons?|champions?|acteurs?|industriels?|laboratoires?|pépites?|grands noms|géants?|leaders?|locomotives?|donneurs d'ordres|sous-traitants|poids lourds|sociétés|groupes|fabricants|écoles|firms|companies|players)"
_PLACE_FIRST = (
    compiled(
        rf"{_WHERE},? (?:là )?où (?:[^.;⟨⟩]|⟨N\d+⟩){{0,50}}?\b(?:trône|siège|se trouve|se trouvent|cohabitent|travaillent|prospèrent|opère|opèrent|est|sont|s'est|se sont|a été|ont été|règne|loge|logent|voisinent|grandit|est née?|sont nées?)\b(?: (?:[^.;()⟨⟩]|⟨N\d+⟩){{0,60}}?)?(?: |\(|'){{det}}<entity:O+>"
    ),
    compiled(rf"{_WHERE},? (?:là )?(?:où|where) {{the}}(?:[a-zà-ÿ-]+ )?<entity:O>,? {_MAKES}"),
    compiled(
        r"<place:LO>(?:,(?:[^.;⟨⟩]|⟨[NHD]\d+⟩){0,50},)?(?:,? (?:mais |et )?(?:elle|il|qui))? (?:abrite|abritent|héberge|hébergent|abritait|houses|hosts|is home to)(?: (?:[^.;:⟨⟩]|⟨N\d+⟩){0,60}?,?)?(?: :)? {det}<entity:O+>"
    ),
    compiled(r"<place:L>(?:[^.;⟨⟩]{0,50})(?:[,:] |, et |;? et |, où )(?:on y|l'on y|on|l'on|y) (?:croise|trouve|recense|compte|rencontre|côtoie|cohabitent|siègent|travaillent|sont implantés|sont installés|sont établis)(?: (?:[^.;:⟨⟩]){0,40}?)?(?: :|,)? {det}<entity:O+>"),
    compiled(rf"[Cc]'est (?:[a-zà-ÿ' ]{{1,25}} )?(?:{_IN}|depuis (?:la |le |les |l')?){_WHERE} qu(?:e |')(?:la |le |l'|les )?(?:[a-zà-ÿ-]+ )?<entity:O>(?:,(?:[^.;⟨⟩]|⟨[RNHLD]\d+⟩){{3,80}},)? (?:a établi|a (?:son|sa|ses)|s'est|s'installe|a installé|a choisi|conçoit|fabrique|produit|assemble|construit|développe|pilote|(?:le |la |les )?(?:co)?dirige|opère|exploite|emploie|travaille|est née?|a été|a vu)"),
    compiled(r"<place:LO>(?:[^.;⟨⟩]){0,40} présence d(?:e |'un |'une )[^.;,⟨⟩]{3,45}, {the}<entity:O>"),
    compiled(r"(?:^|[,;:] (?:et )?)<place:L> a (?:le |la |l'|son |sa )?<entity:O>"),
    compiled(r"(?:a|ont|has) (?:choisi|retenu|désigné|préféré|chosen) {the}<place:L> pour (?:y )?(?:accueillir |installer |implanter |abriter )?(?:le |la |l'|les )(?:futur |future |nouveau )?<entity:O>"),
    compiled(rf"[Cc]'est {_IN}{_WHERE} qu[e'] ?(?:se trouve(?:nt)?|se situe(?:nt)?|est|sont|siège) (?:[^.;⟨⟩]{{0,40}} d(?:e |u |'|e la |e l'))<entity:O>"),
    compiled(r"<place:L>,? (?:le |la |the )?(?:berceau|fief|patrie|terre|port d'attache|siège|home) (?:historique |natale |d'origine )?(?:de la |de l'|du |de |d'|of )<entity:O>"),
    compiled(r"<place:L> (?:accueille|accueillera|abrite|abritera|héberge|hosts) (?:aussi |également |désormais |déjà |notamment )?(?:le |la |les |l'|un |une |the )" + _PREMISES + r"(?: [a-zà-ÿ-]+){0,2} (?:de |d'|du |des |de la |of )<entity:O>"),
    compiled(rf"(?:^|[,;:»] )(?:Depuis|depuis|From) {_WHERE}, {{the}}(?:[a-zà-ÿ-]+ ){{0,2}}<entity:O>"),
    compiled(rf"<place:LO> (?:compte|peut compter sur|peut s'appuyer sur|s'appuie sur|concentre|regroupe|rassemble|recense|a vu naître|voit grandir|réunit|dispose de|boasts|is home to)(?:[^.;:⟨⟩]|⟨N\d+⟩){{0,40}}\b{_FIELD}(?: (?:[^.;:⟨⟩]){{0,30}}?)?(?:,| :| comme| tels que| telles que| dont| such as| including| à l'image de) ?(?:notamment |dont )?{{det}}<entity:O+>"),
    compiled(rf"(?:^|[,;:»] )(?:[Ee]n|[ÀAà]|[Aa]u|[Dd]ans (?:le|la|l'|les)|[Ii]n) ?{_WHERE}, (?:on trouve|on compte|on recense|figurent|opèrent|travaillent|prospèrent|sont implantés)(?: [^.;:⟨⟩]{{0,40}}?)?(?: :|,)? {{det}}<entity:O+>"),
    compiled(rf"^(?:Depuis|[ÀA]|En|Au|From|In) ?{_WHERE}, (?:où|where) (?:il|elle|ils|elles|it) (?:[^,;.⟨⟩]|⟨[NDH]\d+⟩){{3,80}}, {{the}}(?:[a-zà-ÿ-]+ ){{0,2}}<entity:O>"),
    compiled(rf"^(?:[ÀA]|En|Dans (?:le|la|l'|les)|In|At) ?{_WHERE}, {{the}}(?:[a-zà-ÿ-]+ ){{0,2}}<entity:O>,? (?:(?:emploie|fabrique|produit|assemble|conçoit|construit|possède|exploite|dispose d|occupe|fait travailler|employs|builds|operates)\w*)"),
)  # fmt: skip
_OF_TOWN = compiled(rf"<entity:O> d(?:e |'){_WHERE}(?! et d)")
_AGENCY_OF = compiled(
    r"<entity:O>, (?:the |l'|la |le |un |une )(?:[a-zà-ÿ'-]+ ){1,6}(?:of |de |d')<place:L>(?= ?[,.;)])"
)
_ENTITY_FIRST = (
    compiled(r"<entity:O>(?:,? (?:qui|which))? (?:produit|fabrique|assemble|conçoit|manufactures|builds|makes|designs|assembles)(?:[^.;,⟨⟩]|⟨[NS]\d+⟩){3,60} (?:à |en |au |aux |in |at )<place:L>"),
    compiled(r"(?:de |d'|of )<entity:O> (?:sont|seront|est|sera|are|is) (?:aussi |désormais |tous |toutes )?(?:assemblée?s?|fabriquée?s?|produite?s?|conçue?s?|built|made|assembled|manufactured) (?:à |en |au |aux |in |at )<place:L>"),
    compiled(rf"(?:ingénieurs?|salariés?|équipes?|collaborateurs|employés|techniciens|staff|engineers) (?:de |d'|du |of )<entity:O>,? (?:à |en |au |aux |in |at ){_WHERE}"),
    compiled(r"<entity:O>,? (?:c'est|est|is) (?:une |un |an? )(?:PME|start-up|startup|entreprise|société|groupe|fabricant|équipementier|company|firm)(?: [a-zà-ÿ-]+){0,3} (?:de |d'|from |in )<place:L>"),
    compiled(rf"<entity:O>,?(?: [^.;,⟨⟩]{{0,40}})? (?:emménager|s'installer|s'implanter|déménager|poser ses valises|s'établir)(?: [a-zà-ÿ]+)? {_IN}{_WHERE}"),
    compiled(r"<entity:O>,? (?:qui )?(?:quitte|a quitté|quittera|va quitter) ⟨L\d+⟩ pour (?:s'installer à |s'implanter à |rejoindre |gagner )?<place:L>"),
    compiled(rf"<entity:O>, (?:PME|start-up|startup|entreprise|société|groupe|laboratoire|fabricant|pépite|fleuron|équipementier)(?: [a-zà-ÿ-]+){{0,3}} (?:de |d'|du |des |en ){_WHERE}"),
    compiled(
        rf"<entity:O>(?:,[^.;⟨⟩]{{0,60}},)?(?:, qui| qui)? (?:[^.;,⟨⟩]{{0,20}} )?(?:occupe|possède|exploite|compte|dispose|détient|a|emploie|ouvre|va ouvrir|ouvrira|construit|has|operates|opened)\b(?:[^.;⟨⟩]|⟨[NRHD]\d+⟩){{0,50}}(?:{_PREMISES}|équipes?|lignes?|effectifs|ingénieurs)(?: (?!de\b|d'|du\b|en\b|à\b)[a-zà-ÿ-]+){{0,2}},? (?:l'un |l'une )?{_IN}{_WHERE}"
    ),
    compiled(
        rf"<entity:O+>,? (?:tous|toutes|both|all)(?: (?:les )?(?:deux|trois|quatre|cinq|two|three|four|⟨N\d+⟩))? (?:[a-zà-ÿ]+ées?|[a-zà-ÿ]+és|présents|présentes|nés|nées|based|located) (?:également |aussi )?(?:à |en |au |aux |dans la |dans le |dans l'|in |near |près de ){_WHERE}"
    ),
    compiled(r"<entity:O>,? (?:lui |elle )?(?:est|sont|se trouve|se situe|siège|opère|travaille) (?:[a-zà-ÿ]+ment |aussi |lui aussi |elle aussi )?(?:à |en |au |aux |dans (?:le |la |l'|les ))<place:L>(?=[.;:]| et |, (?:et |mais |où |dans |en ))"),
    compiled(r"(?:^|[—–:] )<entity:O>, <place:L> \("),
    compiled(rf"{_PREMISES}(?: [a-zà-ÿ-]+){{0,2}} qu(?:e |')(?:la |le |l'|les )?<entity:O>,? (?:possède|a|exploite|occupe|détient|ouvre|ouvrira|a ouverte?|a installée?|installe|construit|bâtit|a bâtie?|dirige|gère|compte|veut ouvrir) (?:[a-zà-ÿ]+ )?{_IN}{_WHERE}"),
    _OF_TOWN,
    compiled(rf"<entity:O>,? (?:\([^()]{{2,20}}\),? )?(?:(?:qui )?(?:représente|représentera|porte les couleurs d[eu]|défend les couleurs d[eu]|represents)) {{the}}{_WHERE}"),
    compiled(rf"(?:représente|représentent|basée?|installée?|implantée?|est|,) [^;.]{{3,60}} ; {{the}}<entity:O>,(?: (?:dans|en|à|au|aux))? {{the}}{_WHERE}(?=[.;,]|$)"),
    compiled(
        rf"<entity:O>(?:,|, [^;.]{{3,90}},)? (?:est|sont|était|is|are|was|has been|a été) (?:(?:aussi|également|toujours|désormais|aujourd'hui|depuis ⟨D\d+⟩|also|now|still) )?(?:basée?s?|implantée?s?|installée?s?|établie?s?|située?s?|domiciliée?s?|présente?s?|based|located|headquartered|present) {_IN}{_WHERE}"
    ),
    compiled(rf"<entity:O>, [^;.⟨⟩]{{3,60}}, (?:a choisi|a préféré|a retenu|has chosen|chose|preferred) {{the}}{_WHERE}"),
    compiled(rf"<entity:O> (?:a (?:finalement )?préféré|preferred) {{the}}{_WHERE}"),
    compiled(r"<place:L>'s (?:[a-z-]+ ){1,4}(?:agency|cluster|university|company|firm|start-up|manufacturer|observatory|institute),? <entity:O>"),
    compiled(r"(?:group|company|firm|institute|university|centre|agency|start-up|startup|manufacturer|maker|specialist) <entity:O>,? (?:in|at|from|near) <place:L>"),
    compiled(r"<entity:O> (?:operates|runs its business|works) (?:from|out of) <place:L>"),
    compiled(r"<place:L>-(?:based|headquartered|born) (?:[a-z]+ ){0,4}<entity:O>"),
    compiled(r"<entity:O>(?: [–-]|,| \()?(?: [^.;⟨⟩]{0,40})? <place:L>-(?:based|headquartered)"),
    compiled(r"<entity:O>(?: [–-]|,)?(?: [^.;⟨⟩]{0,30})?,? (?:is|are|sits|stands|lies|has an office|has offices|opened|opens) (?:also |now )?(?:in|at|near) <place:L>"),
    _AGENCY_OF,
    compiled(rf"<entity:O>, d(?:e |'){_WHERE}(?= ?[,.;)])"),
    compiled(
        rf"<entity:O>,?(?: (?:qui|which))? (?:naît|voit le jour|est née?|verra le jour|naîtra|s'installera|s'installe|va s'installer|va s'implanter|s'implantera|a élu domicile|élit domicile|s'étend|se prépare|ouvre ses portes|a ouvert ses portes|ouvrira ses portes|prend ses quartiers|pose ses valises|a posé ses valises)(?: [a-zà-ÿ]+)? (?:(?:ce |en |le )?⟨D\d+⟩ )?{_IN}{_WHERE}"
    ),
)  # fmt: skip
_TOWNS_ONLY = (_OF_TOWN, _AGENCY_OF)
_THERE = compiled(
    r"<entity:O>(?:,(?:[^.;⟨⟩]|⟨[RNLH]\d+⟩){0,70},)? (?:y (?:dispose|est (?:implantée?|installée?|basée?|née?|chez)|a (?:son|ses|installé|implanté|ouvert|construit|élu)|emploie|fait travailler|fabrique|produit|assemble|conçoit|développe|exploite|occupe|loge|réalise|teste|installe|ouvre|bâtit)|s'y (?:est |installe|implante))"
)
_Y_BUILDS = compiled(
    r"<entity:O>(?:,(?:[^.;⟨⟩]|⟨[RNLHO]\d+⟩){0,70},)? (?:(?:va|vient d'|doit|veut|compte|entend|pourra|espère|prévoit d') ?)?y (?:[a-zà-ÿ]+ment |déjà |aussi |désormais )?(?:agrandi\w*|bâti\w*|constru\w+|élèv\w+|install\w+|implant\w+|produi\w+|fabriqu\w+|assembl\w+|emploi\w+|ouvr\w+|inaugur\w+|dispos\w+|possèd\w+|log\w+|recrut\w+|embauch\w+)"
)
_HE_BASED = compiled(
    rf"(?:^|[;»] )(?:Elle|Il|It) (?:est|a été|is|was)(?: [a-zà-ÿ]+)? (?:basée?|implantée?|installée?|établie?|située?|domiciliée?|née?|based|located)(?: ⟨D\d+⟩)? {_IN}<place:L>"
)
_PAIRED = Expression(
    r"⟨O\d+⟩,?(?: est| sont| is)? (?:à|en|au|aux|in) ⟨L\d+⟩(?:(?:, |; | et |, et | and |, and )(?:la |le |l'|the )?⟨O\d+⟩,? (?:à|en|au|aux|in) ⟨L\d+⟩)+"
)
_HE_THERE = compiled(
    r"(?:^|[,;:] |\bet )(?:[Cc]'est )(?:aussi |également |donc )?(?:à |en |au |aux |près de |dans (?:le |la |l'|les ))<place:L>[^.;⟨⟩]{0,30} qu'(?:il|elle)(?: (?:a|est|s'est|se))? (?:naît|née?|né|basée?|installée?|implantée?|trouve|vu le jour|siège|voit le jour)"
)
_ADDRESS = Expression(
    r"(?:adresses?|siège(?: social)?|implantations?|autres? implantations?|localisation|sites?|lieu d'implantation|locaux|ville|address|headquarters|location|based in)$",
    re.IGNORECASE,
)
_STAFF = compiled(
    rf"(?:ingénieurs?|salariés?|équipes?|effectifs?|collaborateurs|personnes|employés|techniciens|staff|engineers|employees)(?: (?:de |d'|du |de la |of )<entity:O>)?[^.;⟨⟩]{{0,20}},? (?:qui sont )?(?:répartie?s|basée?s|installée?s|implantée?s|travaillent|spread|based|split)(?: [a-zà-ÿ]+)? (?:entre |à |en |sur |dans |between |across |in ){_WHERE}"
)
_HEADED = compiled(
    rf"^(?:[ÀA]|En|Dans (?:le|la|l'|les)|In|At) ?{_WHERE},(?: [^,⟨⟩]{{3,40}}(?:⟨L\d+⟩)?,)? {{the}}(?:[a-zà-ÿ-]+ ){{0,2}}<entity:O>(?P<rest>[^;]*)"
)
_ON_SITE = Expression(
    rf"\b(?:son|sa|ses|leurs?|its)(?: [a-zà-ÿ]+)? {_PREMISES}\b|\b(?:embauche|recrute|s'agrandit|s'étend|s'installe|hires)\b"
)
_SHORT = 60
_LOCAL = frozenset({"commune", "city", "department", "region", "area", "model"})
_TOWNS = frozenset({"commune", "city", "area"})


def find(document: Document, typed: Typed) -> Iterator[Frame]:
    """A frame for each organisation that the sentence puts somewhere by its premises, its host or a pointing word."""
    for pattern in (*_PLACE_FIRST, *_ENTITY_FIRST, _OF):
        for match in pattern.finditer(typed.string):
            towns = typed.spans(match, "place")
            if pattern in _TOWNS_ONLY and not all(m.sort in _TOWNS for m in towns):
                continue
            if "place2" in match.groupdict():
                towns += typed.spans(match, "place2")
            yield from _framed(typed.spans(match, "entity"), [filler("place", m) for m in towns if _local(m)])
    yield from _owned(document, typed)
    yield from _there(document, typed)
    yield from _addressed(document, typed)


def _owned(document: Document, typed: Typed) -> Iterator[Frame]:
    """Its seat in a town, its Breton plant: the owner is named before, or right after."""
    for match in (*_OWN.finditer(typed.string), *_OWN_ENGLISH.finditer(typed.string)):
        towns = [m for group in ("place", "place2") if group in match.groupdict() for m in typed.spans(match, group)]
        owner = owner_of(document, typed, match.start())
        yield from _framed([owner] if owner else [], [filler("place", m) for m in towns if _local(m)])
    for match in _OF_PEOPLE.finditer(typed.string):
        place = tables.place_of(match["people"])
        if place is None or not (match["own"] or match["entity"]):
            continue
        named = typed.spans(match, "entity")
        owner = named[0] if named else owner_of(document, typed, match.start())
        start = typed.origin(match.start("people"))
        where = Filler("place", place[0], start, start + len(match["people"]))
        yield from _framed([owner] if owner else [], [where])


def _addressed(document: Document, typed: Typed) -> Iterator[Frame]:
    """An address in a box of facts; where a firm's staff works; a school or a site at a town that opens the sentence."""
    if typed.sentence.label and _ADDRESS.search(typed.sentence.label):
        main = _boxed(document, typed) or document.main("O", ("company", "model", "research", "cluster", "association"))
        yield from _framed([main] if main else [], [filler("place", m) for m in typed.of_kind("L") if _local(m)])
    for match in _STAFF.finditer(typed.string):
        named = typed.spans(match, "entity")
        owner = named[0] if named else owner_of(document, typed, match.start())
        yield from _framed(
            [owner] if owner else [], [filler("place", m) for m in typed.spans(match, "place") if _local(m)]
        )
    if headed := _HEADED.match(typed.string):
        (entity,) = typed.spans(headed, "entity")
        if entity.sort == "research" or _ON_SITE.search(headed["rest"]):
            towns = [*typed.spans(headed, "place"), *typed.spans(headed, "place2")]
            yield from _framed([entity], [filler("place", m) for m in towns if _local(m)])


def _boxed(document: Document, typed: Typed) -> Mention | None:
    """Whom a box of facts is about: the one body in the short line above its labels."""
    above = [t for t in document.prose if t.sentence.end <= typed.sentence.start and not t.sentence.label]
    if not above or len(above[-1].string) > _SHORT:
        return None
    named = {m.name: m for m in above[-1].of_kind("O")}
    return next(iter(named.values())) if len(named) == 1 else None


def _there(document: Document, typed: Typed) -> Iterator[Frame]:
    """A place named just before, meant by "y"; an organisation named just before, meant by "il"."""
    for match in (*_THERE.finditer(typed.string), *_Y_BUILDS.finditer(typed.string)):
        here = typed.origin(match.start())
        near = [m for m in document.mentions if m.kind == "L" and _local(m) and here - 250 < m.end <= here]
        yield from _framed(typed.spans(match, "entity"), [filler("place", m) for m in near[-1:]])
    for match in _PAIRED.finditer(typed.string):
        marks = typed.marked(match.group())
        for entity, place in zip(marks[::2], marks[1::2], strict=True):
            yield from _framed([entity], [filler("place", place)] if _local(place) else [])
    for match in (*_HE_THERE.finditer(typed.string), *_HE_BASED.finditer(typed.string)):
        owner = owner_of(document, typed, match.start())
        yield from _framed([owner] if owner else [], [filler("place", m) for m in typed.spans(match, "place")])


def _local(mention: Mention) -> bool:
    return mention.sort in (_LOCAL if mention.kind == "L" else {"authority"})


def _framed(entities: list[Mention], places: list[Filler]) -> Iterator[Frame]:
    if places:
        yield from (Frame("Location", (filler("entity", e), *places), "location.sited") for e in entities)
