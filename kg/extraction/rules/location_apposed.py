"""Where organisations are, by what stands beside their names: "deux PME de l'Eure, A et B", "A, a body in York", "ces trois écoles bretonnes"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction import tables
from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler, Frame
from kg.extraction.mention import Mention
from kg.extraction.rules.location_topical import FIRM, LOCAL, STATELETS
from kg.extraction.typed import Typed, compiled

_FIRMS = r"(?:(?:jeunes |petites |grandes )?(?:entreprises|sociétés|start-?ups?|jeunes pousses|pousses|PME|ETI|pépites|fabricants|équipementiers|groupes|laboratoires|labos|écoles|établissements|clusters|licornes|firmes|acteurs|maisons|industriels|champions|instituts|opérateurs|constructeurs|sous-traitants|fleurons|incubateurs|cabinets|universités|filiales|structures|organismes|associations|lycées|companies|firms|start-?ups|universities|institutes|groups|bodies|organisations|manufacturers))"
_IN = r"(?:à la |à l'|à |au |aux |en |dans (?:le |la |l'|les )|près d(?:e |')|aux portes d(?:e |')|non loin d(?:e |')|in |at |near |outside )"
_WHERE = r"(?P<place>⟨L\d+⟩)(?:(?:,? (?:\(|dans (?:le |la |l'|les )|en |au |in )|, )(?P<place2>⟨L\d+⟩)\)?)?"
_LISTS = (
    compiled(rf"\b{_FIRMS}(?: [a-zà-ÿ-]+){{0,2}} (?:du |des |de la |de l'|de |d'|from |in |of ){_WHERE}(?:,| :|, comme| comme|, dont| dont|, notamment|,? such as|,? including) {{det}}<entity:OX+>"),
    compiled(rf"<entity:OXL+>(?:,| :)? (?:ces|les|these|all) (?:⟨N\d+⟩ |deux |trois |quatre |cinq |two |three |four )?{_FIRMS} (?:(?:basée?s|installée?s|implantée?s|située?s|based|located) )?(?:du |des |de la |de l'|de |d'|à |en |from |in |of ){_WHERE}"),
    compiled(rf"<entity:OX+>,? (?:(?:qui |which )?(?:y |en |le |la |do |do so|le font|font de même|en font autant|all |tous |toutes |both |also |aussi )* ?)?(?:sont|travaillent|opèrent|siègent|prospèrent|produisent|fabriquent|assemblent|conçoivent|construisent|le font|en font autant|are|work|operate|build|make|manufacture|do so|do it|sit|have (?:offices|plants|sites|headquarters|their (?:offices|headquarters|base))) {_IN}{_WHERE}"),
    compiled(rf"(?:[Cc]'est|It is|It was) (?:[^.;:⟨⟩]{{0,50}} )?(?:{_IN}|de |d'|du ){_WHERE} (?:qu(?:e |')|that |where )(?:la |le |l'|les |the )?<entity:O>,?(?: [^;.⟨⟩]{{0,60}},|, [^;.]{{0,80}},)? (?:a choisi|choisit|a décidé|a voulu|prend|a pris|pose|a posé|loge|vit|grandit|travaille|opère|a ses?|a son|chose|has chosen|has its|makes|builds)"),
    compiled(rf"(?:prend(?:ra)? corps|naît|naîtra|voit le jour|verra le jour|s'ouvre|ouvre|s'installe|s'implante|siège|se dresse|se trouve|se niche|loge|travaille|prospère|stands|sits|lies),? {_IN}{_WHERE},? (?:la |le |l'|les |the |un |une )<entity:OF>(?! (?:qui )?(?:a|est|va)\b)"),
    compiled(rf"(?:^|[,;:—–] )(?:Over|Up|Down|Back|Out|Meanwhile,?|Further [a-z]+,|Plus (?:au [a-z]+|loin|haut|bas),|Du côté d(?:e|u),?|Direction|Cap sur|Côté)(?: {_IN}| )(?:la |le |l'|the )?<place:L>(?:(?:,| et| and) (?:in |à |en )?(?P<place2>⟨L\d+⟩))?, (?:où |where )?(?:la |le |l'|the )?(?:[a-zà-ÿ-]+ ){{0,2}}<entity:O>"),
    compiled(rf"<entity:OX>(?: \([^()]{{2,30}}\))?, (?:an?|the|une?|le|la|l') ?(?:(?!(?:a|ont|est|sont|va|vont|était|has|have|is|are|was|were|will|to|doit|veut|peut) )[a-zà-ÿ'-]+ ){{1,6}}(?:based |located |basée? |installée? |située? )?(?:in |at |near |from |à |en |près de ){_WHERE}(?= ?[,.;)]|$)"),
    compiled(r"(?:at|in|à|en) <place:LF>,? (?:in|at|dans|au) (?:the |le |la |les |l')?(?:headquarters|offices|premises|home|siège|locaux|murs|bureaux|ateliers) (?:of |de |du |d')(?:the |la |l')?<entity:OF>"),
    compiled(rf"\b(?:bureaux?|antennes?|agence|délégation|direction|établissement|site|usine|siège|campus|locaux|laboratoire) (?:[a-zà-ÿ]+ )?(?:de l'|de la |du |des |de |d')<entity:O> {_IN}{_WHERE}"),
    compiled(r"<place:L> (?:possède|a (?:désormais|enfin)|dispose (?:désormais |enfin )?d[e']|se dote d[e']|s'est dotée? d[e']|aura|now has) ?(?:désormais |officiellement |enfin )?(?:son|sa|une?|leur|its|an?) (?:propre |own )?(?:« ?)?<entity:O>"),
    compiled(r"<entity:O>,? [^.;⟨⟩]{0,40}(?:(?:⟨O\d+⟩[^.;⟨⟩]{0,15}){1,2}, )?[^.;⟨⟩]{0,30}(?:à cheval|partagée?|répartie?|installée?|écartelée?|split|straddling|divided) (?:entre|sur|between|across) <place:L> (?:et|and) <place2:L>"),
    compiled(r"(?:installée?s|implantée?s|établie?s|présente?s|basée?s|logée?s|hébergée?s) (?:à |au |aux |en |sur (?:le |la |l')|dans (?:le |la |l'))<place:LF>,? (?:[a-zà-ÿ]+ )?(?:figure(?:nt)?|on (?:trouve|compte|croise)|citons|se distingue(?:nt)?)(?: [a-zà-ÿ]+)?,? {the}<entity:O+>"),
    compiled(r"\boù (?:cohabitent|se côtoient|travaillent|sont (?:installés|implantés|établis)|prospèrent|règnent|trônent|siègent|voisinent)(?: (?:[^.;:⟨⟩]|⟨N\d+⟩){0,40}?,?)? {det}<entity:O+>, (?:la |le |l'|les )?<place:L> (?:s'est|est|a|va|peut|veut|se|compte|reste|fait)\b"),
    compiled(r"\b(?:CEO|CTO|CFO|president|director|founder|co-founder|owner|head|manager|chief executive|vice president|PDG|directeur|directrice|président|présidente|patron|fondateur|fondatrice|dirigeant|dirigeante)(?: [a-zà-ÿ]+){0,2} (?:of |at |d'|de |du |de la |chez )(?:the )?<entity:O>,? (?:in|à|en) <place:LF>(?= ?[,.;)]|$)"),
    compiled(rf"<entity:O>[^.;⟨⟩]{{0,90}}? (?:loge|est (?:hébergée?|logée?|installée?|accueillie?)|siège|travaille|a (?:pris ses quartiers|posé ses (?:valises|cartons)|élu domicile)|is (?:housed|hosted|based)) (?:dans|au sein|chez|in|inside|on)[^.;:⟨⟩]{{3,45}}(?:⟨[OF]\d+⟩)?, {_IN}{_WHERE}"),
    compiled(r"<entity:O>(?:,[^;.]{3,90},)? (?:a pris ses quartiers|a posé ses (?:valises|cartons)|a élu domicile|s'est installée?|s'installe|loge|emménage\w*|moved into|has moved into|is moving into) (?:à |au |aux |en |sur (?:le |la |l')|dans (?:le |la |l')|chez |in |at |the )*<place:LF>"),
)  # fmt: skip
_THANKS_TO = compiled(
    rf"<place:L>,? (?:thanks to|through|with|home to|grâce à|avec)(?: [^.;⟨⟩]{{0,25}})? {_FIRMS},? (?:such as|like|including|comme|tels? que|telles? que|dont) {{det}}<entity:O+>"
)
_SEVERAL = _LISTS[2]
_TWO = 2
_THERE = compiled(
    r"<entity:OX+>,? (?:(?:qui |which )?(?:have|has|ont|a) (?:all |both |also |tous |toutes |déjà )?(?:set up|settled|moved|opened|taken space|put down roots|pris place|pris leurs quartiers) (?:there|here|in|on site)|s'y (?:sont|est) (?:tous |toutes |déjà )?(?:installée?s?|implantée?s?|établie?s?)|y (?:sont|est|ont|logent|siègent|travaillent|sont toutes?) )"
)
_COUNTED_PEOPLE = compiled(
    rf"<entity:OXL+>(?P<between>[^.;⟨⟩]{{0,80}})(?:,| :) ces (?:⟨N\d+⟩ |deux |trois |quatre |cinq |six )?{_FIRMS} (?P<people>[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*)"
)
_PEOPLE_OF = Expression(
    rf"(?:\b(?:[Ll]a|[Ll]e|[Ss]on|[Uu]ne?|[Dd]u|[Aa]u) |\b[Ll]')(?:homologue |voisine? |rivale? |concurrente? |partenaire |consœur |cadette? |aînée? |{FIRM} )?(?P<people>[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*)(?:,| «)? ⟨[OX](?P<entity>\d+)⟩"
)
_ADJECTIVE_ASIDE = Expression(r"⟨O(?P<entity>\d+)⟩, (?P<people>[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*),")
_SECTOR = Expression(
    r"\b(?:écosystème|filière|secteur|tissu|bassin|pôle|industrie|spatial|aérospatial|place|scène|économie|newspace|new space)(?: (?!et\b)[a-zà-ÿ-]+)? (?P<people>[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*)(?![\w-])",
    re.IGNORECASE,
)
_SOME_OF = compiled(
    rf"\b{_FIRMS}(?: [^.;:,⟨⟩]{{0,30}})?,? (?:dont|parmi lesquel(?:le)?s|comme|à l'image d[eu']|tels? que|telles? que|notamment|such as|including) {{det}}<entity:O+>"
)
_ON_SITE = compiled(
    r"^(?:[Dd]éjà (?:sur place|là|installés?)|[Ss]ur place|[Vv]oisins?|[Ll]ocataires?|[Oo]ccupants?|[Rr]ésidents?|[Ii]mplantations?|[Tt]enants|[Oo]n site|[Aa]lready (?:there|here)) ?: {det}(?:[a-zà-ÿ' ]{3,25} (?:de |d'|du ))?<entity:OX+>"
)
_OF_TOWN = Expression(r" (?:de|d'|du|of|in) ?[A-ZÀ-Ý]| [A-ZÀ-Ý][\w-]+$")
_FROM = compiled(
    r"\b(?:visé|développé|piloté|conduit|mené|travaill\w+|opér\w+|gér\w+|rayonn\w+|pilot\w+|dirig\w+|working|operating|run)e?s? (?:depuis|from) (?:la |le |l'|the )?<place:L>"
)
_TOWNS = frozenset({"commune", "city"})


def find(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    """A frame for each organisation whose place such words give."""
    for pattern in _LISTS:
        for match in pattern.finditer(typed.string):
            if pattern is _SEVERAL and len(typed.spans(match, "entity")) < _TWO:
                continue
            places = [m for g in ("place", "place2") if match.groupdict().get(g) for m in typed.spans(match, g)]
            yield from _framed(typed.spans(match, "entity"), [filler("place", m) for m in places if _fits(m)])
    for match in _THANKS_TO.finditer(typed.string):
        near = [filler("place", m) for m in typed.spans(match, "place") if _fits(m)]
        yield from _framed(typed.spans(match, "entity"), near)
    for match in _THERE.finditer(typed.string):
        before = [
            m for t in document.prose[max(0, index - 3) : index] for m in t.mentions if m.kind in "LF" and _fits(m)
        ]
        yield from _framed(typed.spans(match, "entity"), [filler("place", m) for m in before[-1:]])
    for match in _COUNTED_PEOPLE.finditer(typed.string):
        if place := tables.place_of(match["people"]):
            start = typed.origin(match.start("people"))
            where = Filler("place", place[0], start, start + len(match["people"]))
            yield from _framed(typed.spans(match, "entity"), [where])
    for named in [m for p in (_PEOPLE_OF, _ADJECTIVE_ASIDE) for m in p.finditer(typed.string)]:
        if place := tables.place_of(named["people"]):
            start = typed.origin(named.start("people"))
            where = Filler("place", place[0], start, start + len(named["people"]))
            yield from _framed([typed.mentions[int(named["entity"])]], [where])
    yield from _of_the_sector(document, index, typed)
    yield from _by_its_name(document, typed)


def _of_the_sector(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    """Firms listed where the line above, or the sentence itself, says whose sector it is; and those "on site"."""
    for match in _SOME_OF.finditer(typed.string):
        above = [t for t in document.prose[max(0, index - 2) : index] if t.sentence.kind == "heading"]
        for at in [typed, *reversed(above)]:
            told = [(m, tables.place_of(m["people"])) for m in _SECTOR.finditer(at.string)]
            if place := next(((m, p) for m, p in told if p is not None), None):
                start = at.origin(place[0].start("people"))
                where = Filler("place", place[1][0], start, start + len(place[0]["people"]))
                yield from _framed(typed.spans(match, "entity"), [where])
                break
    if (match_here := _ON_SITE.match(typed.string)) and (town := document.main("L", sorted(_TOWNS))):
        yield from _framed(typed.spans(match_here, "entity"), [filler("place", town)])


def _by_its_name(document: Document, typed: Typed) -> Iterator[Frame]:
    """Where the body is that the text is about, if its name has the town that the text names by itself as well."""
    main = document.main("O", ("research", "cluster", "company", "model", "association"))
    if main is None or main.sort not in {"research", "cluster"} or not _OF_TOWN.search(main.name):
        return
    for town in typed.of_kind("L"):
        if town.sort in _TOWNS and not town.nominal and re.search(rf"\b{re.escape(town.name)}$", main.name):
            yield from _framed([main], [filler("place", town)])


def _fits(place: Mention) -> bool:
    return place.sort in LOCAL or place.kind == "F" or place.name in STATELETS


def _framed(entities: list[Mention], places: list[Filler]) -> Iterator[Frame]:
    for entity in entities:
        known_place = entity.kind == "L" and entity.known
        if places and not known_place and entity.sort not in {"authority", "press", "country"}:
            yield Frame("Location", (filler("entity", entity), *places), "location.apposed")
