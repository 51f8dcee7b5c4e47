"""Members by plain words of belonging, where the grouping or the parent is told elsewhere: "les fondateurs sont A et B", "Parmi eux, A"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler, Frame
from kg.extraction.mention import Mention
from kg.extraction.rules.member_groupings import grouping, is_grouping
from kg.extraction.rules.spoken import owner_of
from kg.extraction.tables import plain
from kg.extraction.typed import Typed, compiled

_MEMBERS = (
    r"(?:(?:membres?|adhérents?|partenaires|établissements|organismes|industriels|acteurs|écoles|universités|entreprises|sociétés) (?:fondat\w+|actifs|associés|publics|privés|partenaires|membres|adhérent\w+|académiques|industriels)|membres|adhérents|fondateurs|fondatrices|cofondateurs|gouvernance|"
    r"founding (?:members|partners|companies)|founders|members|member (?:companies|institutions|organisations)|partners in it)"
)
_UNIT = r"(?:filiales?|branche|division|antenne|entité|marque|subsidiary|arm|affiliate|unit|spin-?off)"
_GATHERS = r"(?:regroup\w+|réuni\w*|rassembl\w+|fédèr\w+|fédér\w+|associ\w+|compte\w*|compren\w+|inclu\w+|compos\w+|include[sd]?|including|comprises?|brings? together|unites?|gathers?|counts?)"
_BODY = r"(?:association|consortium|groupement|réseau|alliance|collectif|fédération|pôle|cluster|grappe|équipage|club|GIS|GIE|filière|network|federation|group|grouping|partnership|body|coalition|venture)"
_GAP = r"(?:[^.;⟨⟩]|⟨[NDRHU]\d+⟩)"
_IS_OF = r"(?:(?:fai(?:t|sons|saient|sait)|font) (?:[a-zà-ÿ]+ )?partie|appartiennent|dépendent|relèvent|(?:est|sommes|sont|devient) (?:[a-zà-ÿ]+ )?(?:membres?|adhérente?s?|rattachée?s?|affiliée?s?)|dépend|relève|appartient|appartenons|adhère|belongs|is (?:a )?(?:part|member)|are (?:a )?(?:part|members?)|joined|has joined|a rejoint|avons rejoint)"
_DE = r"(?:,? [a-zà-ÿ]+)?? (?:de la |de l'|du |des |de |d'|à la |à l'|au |à |aux |of the |of |to the |to |the |la |le |l')?(?:réseau |groupe |pôle |cluster |consortium |network |prestigieux |club )*(?:« ?|\" ?)?"
_NOUNED = compiled(rf"(?<![\w-]){_MEMBERS}(?![\w-]){_GAP}{{0,60}}?[ :(,']{{det}}<member:OXL+>")
_TOOK_PART = compiled(
    r"<member:OXL+>,? (?:[^.;⟨⟩]{0,30} )?(?:prennent part à|participent à|siègent (?:à|au)|sont parties prenantes d[eu]|composent|forment|sont représentée?s (?:à|au)|se partagent|take part in|sit on|make up) (?:la |le |l'|son |sa |leur |the |its )?(?:gouvernance|conseil|bureau|comité|board|governance|consortium|groupement)"
)
_ABOARD = compiled(
    r"<member:OX+>,? (?:(?:[^.;⟨⟩]|⟨L\d+⟩){0,60} )?(?:have|has|ont|a|sont|est|viennent de|vient de) (?:also |aussi |ensuite |depuis |récemment )?(?:come aboard|come on board|signed up|joined (?:as|in|later|too)|rejoint (?:l'aventure|l'équipe|le mouvement|le projet|l'initiative|les rangs)|embarqué\w*|adhéré)"
)
_IT_GATHERS = compiled(
    rf"(?:^|[.;»] |, )(?:[Ii]l|[Ee]lle|[Ii]t|(?:[Ll]e |[Ll]a |[Ll]'|[Tt]he |[Cc]e |[Cc]ette |[Tt]his ){_BODY}){_GAP}{{0,60}}? {_GATHERS}{_GAP}{{0,50}}?[ :(']{{det}}<member:OXL+>"
)
_AMONG = compiled(
    r"^(?:Parmi (?:eux|elles|ses membres|les adhérents)|Among (?:them|its members)|Au nombre de ceux-ci|Dans le lot|On y (?:trouve|croise|rencontre|compte)|Y (?:figurent|siègent|adhèrent|participent)|S'y côtoient|Citons|They include|These include)[ ,:]+(?:[^.;⟨⟩]{0,30}? )?{det}<member:OX+>(?P<more>[^;]*)"
)
_GATHERED = Expression(
    rf"\b(?:{_GATHERS}|membres|adhérents|fondateurs|members|founders)\b[^.]*(?:⟨N\d+⟩|entreprises|laboratoires|écoles|acteurs|membres|adhérents|members|companies)",
    re.IGNORECASE,
)
_FOUNDED_AFTER = compiled(
    rf"<member:OXL+>,? (?:(?:sont|are|tous|toutes|voilà|all) )?(?:nos|ses|les|leurs|its|our|the|ces)(?: ⟨N\d+⟩| (?:deux|trois|quatre|cinq|six|two|three|four))? {_MEMBERS}(?![\w-])"
)
_MANY_OF = compiled(rf"<organisation:OF>,? (?:[^.;⟨⟩]{{0,60}} )?{_GATHERS}{_GAP}{{0,80}}:$")
_JOINT = compiled(
    rf"<member:O>(?: \([^()]{{1,40}}\))?,? (?:(?:est|is) )?(?:une |la |a |the )?(?:coentreprise|co-entreprise|joint[- ]venture|filiale (?:commune|conjointe)|société commune){_GAP}{{0,70}}? (?:entre|de|d'|between|of|par|by) (?:la |le |l'|the )?(?:[a-zà-ÿ-]+ ){{0,2}}(?P<organisation>⟨[OXS]\d+⟩(?:(?:, | et | and |, et )(?:de la |de l'|du |de |d'|of |la |le |l'|the )?(?:[a-zà-ÿ-]+ ){{0,2}}⟨[OXS]\d+⟩)+)"
)
_BEHIND_IT = r"(?:partenaires|fondateurs|porteurs|tutelles|parrains|établissements (?:porteurs|fondateurs)|partners|backers|founders|founding partners)"
_BACKERS = compiled(
    rf"{_BEHIND_IT} (?:de la |de l'|du |de |d'|of the |of |in the )<organisation:OF>,? {_GAP}{{0,30}}?(?:sont|ont pour nom|are|include|:) ?{{det}}<member:OXL+>"
)
_RUN_BY = compiled(
    rf"<organisation:OF>,? {_GAP}{{0,40}}?(?:que (?:portent|pilotent|animent|gèrent|soutiennent)|qu'(?:animent|ont (?:créé|fondé|lancé))|(?:co)?(?:portée?|pilotée?|gérée?|animée?|créée?|fondée?|lancée?) (?:conjointement |ensemble )?par|(?:run|operated|founded|created|set up|led|managed) (?:jointly )?by) {{det}}<member:OXL+>"
)
_WHO_BACK = compiled(
    rf"<member:OXL+>,? (?:(?:sont|are|les|tous|the|all|deux|trois) )*(?:{_BEHIND_IT} (?:de la |de l'|du |de |d'|of the |of )|à l'origine (?:de la |de l'|du |de |d')|derrière (?:la |le |l')|behind (?:the )?)<organisation:OF>"
)
_SPOKEN_FOR = compiled(
    rf"(?:conseil d'administration|gouvernance|bureau|comité de pilotage|board|steering (?:group|committee)) (?:de la |de l'|du |de |d'|of the |of )<organisation:OF>,? {_GAP}{{0,30}}?(?:{_GATHERS}|siègent)[ ,:']{_GAP}{{0,40}}?{{det}}<member:OXL+>"
)
_GROUPED = compiled(
    rf"<organisation:OFS>,? (?:qui |which |that )?(?:{_GATHERS}){_GAP}{{0,70}}?[ :,'(]{{det}}<member:OXL+>"
)
_BRINGS = compiled(
    rf"<organisation:OF>,? (?:qui |which )?(?:emmèn\w+|accompagn\w+|accueill\w*|accueil\w*|représent\w+|embarqu\w+|héberg\w+|takes|brings|accompanies|hosts|represents|supports){_GAP}{{3,80}}?(?:entreprises|adhérents|membres|PME|start-?ups?|sociétés|structures|companies|firms|members|businesses){_GAP}{{0,60}}?(?:dont|parmi lesquel\w+|:|comme|notamment|including|among them|such as) ?{{det}}<member:OX+>"
)
_COLON = compiled(
    rf"(?:{_IS_OF}|rejoign\w+|rejoint|join|belong|adhèrent|compos\w+|form(?:ent|e)|make up|sous la bannière){_DE}<organisation:OXF>{_GAP}{{0,40}}(?::|,) ?(?:{_GAP}{{0,30}} )??{{det}}<member:OXL+>"
)
_WITH_OTHERS = compiled(
    rf"<member:OX> (?:joins|joined|has joined|rejoint|a rejoint|retrouve) <member2:OX+> (?:in|dans|au sein d[eu']){_DE}<organisation:OXF>"
)
_PARTNERS_IN = compiled(
    rf"<member:OX+>,? (?:(?:tous|toutes|ses|leurs|les|its|all|deux|trois) )*(?:partenaires|alliés|associés|partners|allies|adhérents|membres|members) (?:dans|au sein d[eu]|in){_DE}<organisation:OXF>"
)
_DONT = compiled(
    r"<organisation:OXF>,? (?:dont (?:fait|font|faisait) (?:aussi |également )?partie|dont (?:est|sont) (?:aussi |également )?(?:membres?|adhérents?)|auquel (?:adhèrent?|appartien\w+)|à laquelle (?:adhèrent?|appartien\w+)|to which) {det}<member:OX+>"
)
_OWNS = compiled(
    r"<organisation:O>,? (?:which |who |qui )(?:now |also |aussi |désormais )?(?:owns|controls|bought|acquired|possède|contrôle|détient|a racheté|vient de racheter) (?:la |le |l'|the )?(?:[a-zà-ÿ-]+ ){0,2}<member:OX>"
)
_OWNED_BY = compiled(
    r"<member:OX>,? (?:which |that |que |qu')(?:la |le |l'|the )?<organisation:O>,? (?:has |a |avait |had |vient de |now )?(?:bought|acquired|owns|took over|taken over|rachetée?|racheter|acquise?|possède|contrôle|détient|absorbée?)(?![\w-])"
)
_WHOSE_PARENT = compiled(
    r"<member:OX>,? (?:whose|dont) (?:the |la |le )?(?:parent(?: company| group)?|owner|maison[- ]mère|propriétaire|actionnaire unique) (?:is|est) (?:the |le |la |l')?(?:[a-zà-ÿ-]+ ){0,2}<organisation:O>"
)
_STATES = compiled(
    rf"<member:L+>,? (?:qui )?(?:became|becomes|become|is|are|was|were|est|sont|devient|est devenue?|deviennent|has become|joined|has joined|a rejoint|ont rejoint|rejoint|rejoindra|adhère|a adhéré)(?: {_GAP}{{0,30}}?(?:members?|membres?|member states?|partie)(?: state)?)?{_DE}<organisation:O>"
)
_MEMBER_STATES = compiled(
    rf"<organisation:O>(?:'s)?,? {_GAP}{{0,60}}?(?:member (?:states|countries|nations)|States? membres|[ÉE]tats membres|pays membres|⟨O\d+⟩){_GAP}{{0,40}}? (?:include|are|sont|comptent|:|dont|,)[ :]?{{det}}<member:L+>"
)
_IN_BRACKETS = compiled(r"<member:O> \(<organisation:O>\)")
_OF_ITS_OWN = compiled(
    rf"<member:OX>, (?:sa|leur|its|their) (?:(?:nouvelle|propre|own|new|local|future) )?{_UNIT}(?![\w-])"
)
_CREATES = compiled(
    rf"\b(?:créer?|crée|créé|lancer?|lancé|ouvert|ouvre|ouvrir|monté|fond\w+|constitu\w+|create[sd]?|set up|launche[sd]|opened)(?: ⟨D\d+⟩)? (?:une |sa |son |un |a |an |its )?(?:[a-zà-ÿ-]+ )?{_UNIT}(?: [^.;⟨⟩,]{{0,40}})?,? (?:nommée? |baptisée? |appelée? |called |named |dubbed )?(?:« ?)?<member:OX>"
)
_WHERETO = compiled(
    r"<organisation:OXF>,? (?:auquel|à laquelle|auxquels|to which|dont|of which) {the}(?:[a-zà-ÿ-]+ ){0,2}<member:OFX> (?:est|sont|était|is|are) (?:[a-zà-ÿ]+ment )?(?:rattach\w+|affili\w+|intégr\w+|attached|affiliated|membre|une? (?:filiale|composante|membre|entité)|part)"
)
_IT_IS_OF = compiled(
    rf"(?:^|[;.»:] |, et |\bet )(?:[Ii]l|[Ee]lle|[Nn]ous|[Ii]t|[Ww]e|[Tt]he site|[Ll]e site) {_IS_OF}{_DE}<organisation:OX>"
)
_ASIDE_OF = compiled(
    rf"<member:OX+>(?:\)| \([^()]{{1,40}}\))?,? (?:qui |which |that |and |et )?(?:(?:tous|toutes|all) (?:deux |trois )?)?{_IS_OF}{_DE}<organisation:OXF+>"
)
_BOTH_OWN = Expression(r"appartien|belong")
_TAKEN = compiled(
    rf"<member:OX>,? (?:qui )?{_GAP}{{0,80}}?(?:absorbée?|rachetée?|acquise?|reprise?|acquired|bought|taken over)(?![\w-]){_GAP}{{0,25}}? (?:par|by) (?:la |le |l'|the )?(?:[a-zà-ÿ-]+ ){{0,2}}<organisation:O>"
)
_ENTERED = compiled(
    r"\b(?:entrée|arrivée|intégration|entry|absorption|rachat) (?:dans|au sein d[eu]|par|into|by) ?(?:le |la |l'|the )?(?:giron d[eu'] ?)?(?:groupe )?<organisation:O>,? {the}<member:O>"
)
_GROUPE = Expression(r"(?:groupe|group)\b", re.IGNORECASE)
_INCLUDES = Expression(r"members[^.]* include|also include|inclura aussi|comprendra aussi", re.IGNORECASE)
_OF_CENTRES = (_BACKERS, _RUN_BY, _WHO_BACK)
_NOT_FIRMS = (*_OF_CENTRES, _GROUPED, _BRINGS, _COLON)
_BUYING = (_TAKEN, _ENTERED, _OWNS, _OWNED_BY)
_NEVER = frozenset({"agency", "authority", "press"})
_LEAGUES = frozenset({"agency", "association", "cluster", "model", "public"})
_SORTS = ("company", "model", "cluster", "association", "research", "facility")
_FIRMS = frozenset({"company", "model"})
_WIDE = frozenset({"country", "continent"})


def find(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    """A frame for each member that such words name."""
    if not typed.of_kind("OX"):
        return
    yield from _of_the_group(document, index, typed)
    yield from _of_a_parent(document, typed)
    for match in (*_STATES.finditer(typed.string), *_MEMBER_STATES.finditer(typed.string)):
        (group,) = typed.marked(match["organisation"])
        states = [m for m in typed.spans(match, "member") if m.sort == "country"]
        for state in states if group.sort in _LEAGUES else []:
            yield Frame("Membership", (filler("member", state), filler("organisation", group)), "membership.plain")


def _of_the_group(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    for pattern in (_NOUNED, _TOOK_PART, _ABOARD, _IT_GATHERS, _FOUNDED_AFTER):
        for match in pattern.finditer(typed.string):
            members = _bodies(typed.spans(match, "member"))
            if len(members) > 1 or (members and _INCLUDES.search(match.group())):
                yield from _framed(members, _group(document, typed, members, match.start("member")))
    yield from _named_with_it(typed)
    yield from _set_out(document, index, typed)


def _named_with_it(typed: Typed) -> Iterator[Frame]:
    """Members whose grouping is named beside them."""
    for pattern in (*_OF_CENTRES, _SPOKEN_FOR, _GROUPED, _BRINGS, _COLON, _WITH_OTHERS, _PARTNERS_IN, _DONT):
        for match in pattern.finditer(typed.string):
            (group,) = typed.marked(match["organisation"])
            members = _bodies(typed.spans(match, "member"))
            if pattern is _WITH_OTHERS:
                members += typed.spans(match, "member2")
            firm = group.sort == "company" or group.sort in _NEVER
            if (len(members) > 1 or pattern is _DONT) and not (firm and pattern in _NOT_FIRMS):
                yield from _framed(members, filler("organisation", group))


def _set_out(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    """Members in bullets behind a sentence that ends in a colon, or in the sentence behind one that counts them."""
    if announced := _MANY_OF.search(typed.string):
        (group,) = typed.spans(announced, "organisation")
        for item in document.prose[index + 1 :]:
            if item.sentence.kind != "bullet":
                break
            yield from _framed(_bodies(item.mentions), filler("organisation", group))
    if (among := _AMONG.match(typed.string)) and index and _GATHERED.search(document.prose[index - 1].string):
        members = _bodies([*typed.spans(among, "member"), *_more(typed, among)])
        before = document.prose[index - 1]
        groups = [m for m in before.of_kind("OF") if m.nominal or is_grouping(document, m)]
        yield from _framed(members, filler("organisation", groups[0]) if groups else None)


def _more(typed: Typed, match: re.Match[str]) -> list[Mention]:
    """The further members of a list with appositions: ", laboratoire dijonnais, et B, une TPE"."""
    listed = re.findall(r"(?:, et |, and |, ainsi que |, )(?:la |le |l'|the )?(⟨O\d+⟩)", match["more"])
    return typed.marked("".join(listed))


def _bodies(named: Iterable[Mention]) -> list[Mention]:
    return [m for m in named if m.sort != "press" and (m.kind in "OX" or (m.kind == "L" and m.sort == "model"))]


def _group(document: Document, typed: Typed, members: list[Mention], position: int) -> Filler | None:
    """The grouping: named before in the sentence, else spoken of just before, else what the text is about."""
    taken = {m.name for m in members}
    here = [m for m in typed.of_kind("OF") if typed.position(m) < position and m.name not in taken]
    like = [m for m in here if m.nominal or is_grouping(document, m)]
    if like or here:
        return filler("organisation", (like or here)[-1])
    main = document.main("OF", _SORTS)
    if main is not None and main.name not in taken and plain(main.name) in plain(document.title):
        return filler("organisation", main)
    found = grouping(document, typed, taken)
    if (found is None or " " not in str(found.value).strip()) and main is not None and main.name not in taken:
        return filler("organisation", main)
    return found


def _of_a_parent(document: Document, typed: Typed) -> Iterator[Frame]:
    for match in _IN_BRACKETS.finditer(typed.string):
        (group,) = typed.spans(match, "organisation") or typed.marked(match["organisation"])
        if _GROUPE.match(document.text, group.start):
            yield from _framed(typed.spans(match, "member"), filler("organisation", group))
    for match in _OF_ITS_OWN.finditer(typed.string):
        (part,) = typed.marked(match["member"])
        others = [m for m in typed.of_kind("O") if m.sort in _FIRMS and m.name != part.name]
        after = [m for m in others if typed.position(m) > match.end()]
        before = [m for m in others if typed.position(m) < match.start()]
        owner = next(iter([*before, *after]), None) or owner_of(document, typed, match.start())
        yield from _framed([part], filler("organisation", owner) if owner else None)
    for match in _CREATES.finditer(typed.string):
        owner = owner_of(document, typed, match.start())
        yield from _framed(typed.marked(match["member"]), filler("organisation", owner) if owner else None)
    yield from _belongs(document, typed)


def _belongs(document: Document, typed: Typed) -> Iterator[Frame]:
    for pattern in (_WHERETO, _ASIDE_OF, _TAKEN, _ENTERED, _JOINT, _OWNS, _OWNED_BY, _WHOSE_PARENT):
        for match in pattern.finditer(typed.string):
            if pattern is _JOINT or _BOTH_OWN.search(match.group()):
                groups = [filler("organisation", m) for m in typed.marked(match["organisation"])]
                member = typed.marked(match["member"])[-1]
                yield Frame("Membership", (filler("member", member), *groups), "membership.plain")
                continue
            for group in typed.marked(match["organisation"]):
                if pattern not in _BUYING or group.sort in _FIRMS:
                    yield from _framed(typed.marked(match["member"]), filler("organisation", group))
    for match in _IT_IS_OF.finditer(typed.string):
        if (owner := owner_of(document, typed, match.start())) is not None:
            yield from _framed([owner], filler("organisation", typed.marked(match["organisation"])[0]))


def _framed(members: list[Mention], group: Filler | None) -> Iterator[Frame]:
    for member in members:
        if group is not None and member.name != group.value and member.sort not in _WIDE:
            yield Frame("Membership", (filler("member", member), group), "membership.plain")
