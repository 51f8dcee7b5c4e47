"""Where a facility is and who operates or makes an asset: what the words around its name say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extraction import tables
from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.rules import asset_context
from kg.extraction.rules.asset_spots import Spot
from kg.extraction.typed import MARK, Typed, compiled

_MAKES = (
    r"(?<![\w-])(?:développ|exploit|constru|conçoi|conçu|fabriqu|opèr|opér|mett?(?:ent)? au point|mis au point|pilot|mèn|men[eé]|condui|prépar|assembl|commercialis|gèr|gér[eé]|réalis|fourni|livr|possèd|détien|"
    r"dirig|port[eé]|produi|a lancé|ont lancé|finalis|propos|lead|led|run|operat|build|built|design|develop|manufactur|prepar|made)\w*(?: au point)?"
)
_ASIDE = r"(?:(?:,|,? (?:à|en|dans l'|in|at)|,? (?:filiale|branche|division) (?:du |de la |de l'|de |d')) ?⟨[LO]\d+⟩(?: \(⟨L\d+⟩\))?,?|, [^.;:⟨⟩,]{2,60}(?:⟨[LOPD]\d+⟩)?,| \([^()]{1,40}\))?"
_ALSO = r"(?:(?:⟨S\d+⟩|⟨F\d+⟩)(?:,| et| and)(?: (?:la|le|les|the|de|d'|du))? ?)*"
_MAKER = compiled(
    rf"<operator:O>{_ASIDE}(?:,? (?:et )?(?:qui|which|who|that|à qui l'on doit))?[^.;⟨⟩]{{0,60}}(?:{_MAKES}|[Ss]on (?:micro-?|mini-?|petit |futur )?lanceur|[Ss]a (?:micro-?)?fusée|[Ss]a constellation|its rocket|its launcher)[^.;⟨⟩]{{0,40}}(?:\(⟨O\d+⟩\) (?:du |de la |d'))?{_ALSO}$|"
    rf"<operator6:O>[^.;⟨⟩]{{0,40}}(?:établissements|sites|usines|centres|plants)[,:] {_ALSO}$|"
    rf"<operator2:O>,? (?:dont (?:le |la |l'|les )|whose )(?:[a-zà-ÿ-]+ ){{0,2}}$|"
    rf"(?:développ|exploit|pilot|men|conçu|fabriqu|construi|gér|dirig|port|led|run|built|developed|operated)[a-zé]* (?:par|by) {{the}}<operator4:O>,? (?:comme|tel(?:le)?s? que?|dont|such as|including|like) {{the}}(?:[a-z]+ )?$|"
    rf"<operator5:O>(?:'s| et son| et sa| and its)(?: [a-zà-ÿ-]+){{0,2}} $|"
    rf"<operator3:O>{_ASIDE}(?: \([^()]{{1,30}}\))?,? (?:et |le |l'|the |and )?(?:exploitant|opérat(?:eur|rice)|concept(?:eur|rice)|constructeur|fabricant|maître d'œuvre|maison mère|créat(?:eur|rice)|père|gestionnaire|propriétaire|owner|operator|maker|builder|manufacturer) (?:du |de la |de l'|des |d'|de |of the |of ){_ALSO}$"
)
_MAKER_AFTER = compiled(
    rf"^[^.;:⟨⟩]{{0,50}}{_MAKES}(?: [a-zà-ÿ]+){{0,3}} (?:par|by|avec|with|chez) {{the}}(?:[a-zà-ÿ-]+ ){{0,4}}<operator:O+>(?!'s)|"
    rf"^ (?:de |d'|du |de l'|de la )<operator2:O>|"
    rf"^ \(<operator3:O>\)|"
    rf"^,? (?:is |est |qui )?(?:a partnership between|un partenariat entre|pairs|associe|réunit|brings together) {{the}}<operator7:OF> (?:and|with|et|à|avec) {{the}}<operator8:OF>|"
    rf"^(?:(?:,| et| and) (?:de |d'|la |le |l')?⟨[SF]\d+⟩){{0,2}},? (?:[a-zà-ÿ ']{{0,40}} )?(?:qu(?:e |')|that |which )(?:[a-zà-ÿ]+ ){{0,3}}?{_MAKES} {{the}}(?:[a-zà-ÿ-]+ ){{0,4}}<operator4:O>|"
    rf"^(?:(?:,| et| and) (?:de |d'|la |le |l')?⟨[SF]\d+⟩){{0,2}},? (?:[a-zà-ÿ' -]{{0,40}} )?(?:qu(?:e |')|that |which ){{the}}<operator5:O> (?:a |ont |va |vont |has |y )?{_MAKES}|"
    rf"^,? (?:\([^()]{{0,30}}\),? )?(?:le |la |l'|un |une |the |an? )(?!(?:local )?name |nom )(?:[a-zà-ÿéA-Z'-]+ ){{1,6}}?(?:de la |de l'|du |des |de |d'|of the |of |from )<operator6:O>(?=[,.;)]| et| and| qui|$)"
)
_NAMED_SO = r"(?:(?:pré|dé|sur)?nommée?|baptisée?|appelée?|called|named|dubbed)"
_POSSESSIVE = re.compile(
    rf"\b(?:[Ss]on|[Ss]a|[Ii]ts)(?: [a-zà-ÿ-]+){{0,4}}(?:,? {_NAMED_SO})?[ ,«\"]*$|^(?:Sortie? de|De|Issue? de) ses [^.;]{{0,90}}$"
)
_BUILDS_THERE = re.compile(
    r"⟨O(\d+)⟩,? (?:(?:y|va|will|plans to|prévoit d[e']|compte|veut|doit|a|has|vient d[e']|venait d[e']|souhaite|entend) ?){0,3}(?:y )?(?:construi\w+|implant\w+|install\w+|ouvr\w+|bâti\w+|aménag\w+|buil\w+|open\w*|lanc\w+|mis en service|develop\w*|operat\w*|conduit|pilote|opère|gère|officialis\w+ la construction) (?:à ⟨L\d+⟩ |en ⟨L\d+⟩ |d'une usine, |d'un [a-z]+, )*(?:la |le |l'|les |une |un |sa |son |ses |the |its |an? )?(?:[a-zà-ÿ-]+ ){0,3}$"
)
_CALLED = re.compile(r"(?:s'appelle(?:ra)?|baptisée?|(?:pré|dé)?nommée?|is called|dubbed) (?:[«\"] ?)?$")
_IN = r"(?:à (?:l'intérieur (?:du |de la |de l'|de |d')|côté de )?|outside |(?:aux portes|au sud|au nord|à l'est|à l'ouest|au sein|au cœur) d(?:e la |e l'|u |e )|au |aux |en |in |at |near |près de |sur |dans (?:le |la |l'|les |sa |notre )?|sur l'île de |on the |in the )"
_PLACE_AFTER = compiled(
    rf"^(?: ?\([A-Z]{{2,6}}\))?(?:,? (?:en |le |dès |depuis |fin )?⟨D\d+⟩)?,? ?(?:(?:et |,? ?est |sera |se trouve(?:ra)? |is |will be |va être |a été |actuellement |déjà |doit |va |qui |planned |[a-z]+ment )*(?:basée?|implantée?|installée?|située?|hébergée?|inaugurée?|ouver\w+|ouvr\w+|s'installera|verra le jour|voir le jour|poussera|located|based|built|planned|sited|housed|opened|stands|sits|construite?|bâtie?|se trouve\w*|est|sera|is) )?(?:{_IN}|, |\()(?:⟨F\d+⟩,? (?:à |in |\())?<place:LF>(?!,? (?:et |and )?⟨[FO])(?:,? (?:\(|{_IN})<place2:L>)?"
)
_PLACE_OF = compiled(
    r"^, (?:le |la |l'|un |une |the |an? )(?:[a-zà-ÿé'-]+ ){1,4}?(?:de |d'|du |de la |de l'|of |in |à |at )<place:L>(?=[,.;)]| qui|$)"
)
_HOUSED = compiled(
    rf"<place10:L>,? (?:où|where) [^.;⟨⟩]{{0,40}}$|"
    rf"<place:L> (?:abrite|héberge|accueille|accueillera|inaugure|ouvre|construit|aura|obtient|décroche|se dote d[eu'] ?|hosts|houses|opens|gets|inaugurates|breaks ground on)(?: [a-zà-ÿ]+)? (?:la |le |l'|the |sa |son |its )?$|<place2:L> (?:abrite|héberge)(?: désormais)? $|"
    rf"{_IN}<place9:LF>,? [^.;]{{0,60}}(?:sous le nom d|(?:pré|re)?(?:baptis|nomm)ée?s? |s'appellera |called |named |dubbed )[^.;⟨⟩]{{0,6}}$|"
    rf"^<place6:L> ?[:>–] (?:la |le |l'|the )?$|{_IN}<place7:LF>, (?:à |au |at |in )?(?:la |le |l'|the )?$|"
    rf"(?:construction|ouverture|installation|implantation|inauguration|création|mise en service|opening) {_IN}<place8:L>,? (?:de|d'|du|of)[^.;:⟨⟩]{{0,40}}$|"
    rf"(?:^|, |: |^(?:up|là-haut|out) ){_IN}<place3:L>(?: \(<place4:L>\))?,? [^.;:⟨⟩]{{0,25}}(?:⟨L\d+⟩, )?(?:la |le |l'|the )?$|"
    rf"{_MAKES[:-1]}[^.;:⟨⟩]{{0,25}} {_IN}<place5:L>,? (?:[a-z' ]{{0,25}}, )?(?:la |le |l'|une |un |sa |son |the |its |a )(?:[a-z-]+ )?$"
)
_THERE = re.compile(
    r"\by (?:construi\w+|implant\w+|install\w+|ouvr\w+|bâti\w+|développ\w+|exploit\w+|aménag\w+|inaugur\w+|officialis\w+)[^.;⟨⟩]{0,40}$"
)
_BE_THERE = re.compile(r"[^.;]{0,60}\by (?:sera|est|seront|va|doit|prendra|verra|a été)\b")
_IN_NAME = re.compile(
    r"^(?:Spaceport |Cosmodrome d[e'] ?|[Aa]éroport d[e'] ?|[Ss]tation d[e'] ?|[Cc]entre [Ss]patial d[e'] ?|[Ss]ite d[e'] ?|[Uu]sine d[e'] ?|[Cc]ampus d[e'] ?)([A-ZÀ-Ý][\w-]+)$|^([A-ZÀ-Ý][\w-]+)(?:'s)? (?:[Ss]paceport|[Aa]erospace [Cc]ity)$"
)

_OWNERS = frozenset({"company", "agency", "model"})
_OBLIQUE = re.compile(
    r"(?:\bselon|\bd'après|\bavec|\bpour|\bpar|\bchez|\bde|\bdu|\bd'|\bà|\bau|according to|\bwith|\bfor|\bby|\bof|\bto) ?(?:la |le |l'|les |the )?$",
    re.IGNORECASE,
)
_FLOWN_FROM = re.compile(
    r"(?:lanc|quitt|décoll|part|tir|launch|lift)[a-zà-ÿ]*[^⟨⟩.;]{0,30}(?: de | d'| depuis | from )(?:la |le |l'|the )?$|quitter (?:la |le |l')?$"
)
_MADE_IT = compiled(
    rf"^(?:C'est )?(?:la |le |l'|les |the )?(?:[a-zà-ÿ-]+ ){{0,2}}<operator:O>(?:, [^,;.]{{0,60}},)? (?:qui )?(?:l'|le |la |les |en )(?:a |avait |ont |avaient )?(?:lui-même )?(?:{_MAKES}|(?:cré|bât|fond|pos)\w+)(?:[^.;:]{{0,80}}?(?:avec|main dans la main avec) {{the}}<operator2:O+>)?"
)
_ENDS_IN = re.compile(r" (?:de |d'|à |in |at )([A-ZÀ-Ý][\w' -]+)$")
_OF_OWNER = re.compile(r" (?:de |d'|du |de l'|de la |of )(?P<owner>[A-ZÀ-Ý].*)$")


def operators(document: Document, asset: Mention, named: Sequence[Spot], again: Sequence[Spot]) -> Iterator[Filler]:
    """Who operates, makes or leads an asset, as the sentences that speak of it say."""
    for spots in (named, again):
        found = [f for spot in spots for f in operators_at(document, spot)]
        if found:
            yield from _each_once(found)
            return
    if found := [*owner_in_name(document, asset)]:
        yield from found
    elif namesake := _namesake(document, asset) or asset_context.maker(document, asset, named):
        yield filler("operator", namesake)


def _each_once(found: list[Filler]) -> Iterator[Filler]:
    seen: set[object] = set()
    for one in found:
        if one.value not in seen:
            seen.add(one.value)
            yield one


def operators_at(document: Document, spot: Spot) -> Iterator[Filler]:
    """Who operates or makes what stands at one spot, as its sentence or the next one says."""
    typed, before, after = spot.typed, spot.before, spot.after
    if flown_from(spot):
        return
    if match := _MAKER.search(before) or _MAKER_AFTER.match(after):
        yield from (filler("operator", m) for m in _named(typed, match) if m.sort != "press")
    elif match := _BUILDS_THERE.search(before):
        yield filler("operator", typed.mentions[int(match[1])])
    elif _CALLED.search(before) and (maker := document.main("O", ("company", "model"))):
        yield filler("operator", maker)
    elif _POSSESSIVE.search(before) or re.match(r", (?:son|sa|its) ", after):
        if (owner := possessor(document, spot)) is not None:
            yield filler("operator", owner)
    elif made := _made_next(document, spot):
        yield from (filler("operator", m) for m in _named(*made) if m.sort != "press")


def flown_from(spot: Spot) -> bool:
    """Whether something only leaves from there: "lancé de Cap Canaveral"."""
    return (
        spot.after[-1:] != ""
        and bool(_FLOWN_FROM.search(spot.before))
        and spot.typed.string[spot.start : spot.start + 2] == "⟨F"
    )


def possessor(document: Document, spot: Spot) -> Mention | None:
    """Whom "its" means: who the sentence is about, else the sentence before, else the company named last."""
    at = next(i for i, t in enumerate(document.prose) if t is spot.typed)
    here = [m for m in spot.typed.of_kind("O") if spot.typed.position(m) < spot.start and m.sort != "press"]
    direct = [m for m in here if not _OBLIQUE.search(spot.typed.string[: spot.typed.position(m)])]
    if direct or here:
        return [*here[-1:], *direct][-1]
    if at:
        first = next(iter(document.prose[at - 1].of_kind("O")), None)
        lead = document.prose[at - 1].string.partition("⟨O")[0]
        if first is not None and "⟨" not in lead and not _OBLIQUE.search(lead) and first.sort != "press":
            return first
    start = spot.typed.origin(spot.start)
    return next(
        (m for m in reversed(document.mentions) if m.kind == "O" and m.sort in _OWNERS and m.end <= start), None
    )


def _made_next(document: Document, spot: Spot) -> tuple[Typed, re.Match[str]] | None:
    """As in "C'est Hemeria qui l'a bâtie" right after the sentence that names the thing."""
    prose = document.prose
    at = next(i for i, t in enumerate(prose) if t is spot.typed)
    if at + 1 == len(prose) or re.search(r"⟨[SFTG]", spot.after):
        return None
    match = _MADE_IT.search(prose[at + 1].string)
    return (prose[at + 1], match) if match else None


def places(document: Document, asset: Mention, named: Sequence[Spot], again: Sequence[Spot]) -> Iterator[Filler]:
    """Where a facility is: the town said beside it, the one that its name contains or its adjective means."""
    for spots in (named, again):
        found = [f for spot in spots for f in places_at(document, spot) if f.value != asset.name]
        if found:
            yield from _each_once(found)
            return
    if found := [*_in_name(document, asset)]:
        yield from found
    elif not _ENDS_IN.search(asset.name) and (town := asset_context.town(document, asset.name, [*named, *again])):
        yield filler("place", town)


def places_at(document: Document, spot: Spot) -> Iterator[Filler]:
    """Where what stands at one spot is, as its sentence says."""
    typed, before, after = spot.typed, spot.before, spot.after
    if _THERE.search(before) and (last := _last_town(document, typed)):
        yield filler("place", last)
    elif match := _PLACE_AFTER.match(after) or _HOUSED.search(before) or _PLACE_OF.match(after):
        yield from (filler("place", m) for m in _named(typed, match) if m.sort not in {"country", "continent"})
    elif _BE_THERE.match(after) and (last := _last_town(document, typed)):
        yield filler("place", last)
    elif adjective := re.match(r" ([a-zà-ÿ-]+)", after):
        place = tables.peoples().get(tables.plain(adjective[1]))
        if place:
            start = typed.origin(spot.end + adjective.start(1))
            yield Filler("place", place[0], start, start + len(adjective[1]))


def _named(typed: Typed, match: re.Match[str]) -> Iterator[Mention]:
    for words in match.groupdict().values():
        yield from (typed.mentions[int(m["number"])] for m in MARK.finditer(words or ""))


def _namesake(document: Document, mention: Mention) -> Mention | None:
    """The company that its constellation is named after."""
    if mention.sort != "constellation":
        return None
    return next((m for m in document.mentions if m.kind == "O" and m.name == mention.name), None)


def owner_in_name(document: Document, mention: Mention) -> Iterator[Filler]:
    """As in “Campus Technologies Grenoble d'Air Liquide”."""
    match = _OF_OWNER.search(mention.name)
    entry = document.known.lookup(match["owner"]) if match else None
    if entry is not None and entry.kind == "O":
        yield Filler("operator", entry.label, mention.start, mention.end)


def _last_town(document: Document, typed: Typed) -> Mention | None:
    towns = ("commune", "city", "department", "region", "model")
    before = [m for m in document.mentions if m.kind == "L" and m.sort in towns and m.end <= typed.sentence.start]
    return before[-1] if before else None


def _in_name(document: Document, mention: Mention) -> Iterator[Filler]:
    if match := _IN_NAME.search(mention.name):
        town = next(g for g in match.groups() if g)
        entry = document.known.lookup(town)
        if entry is not None and entry.kind == "L":
            yield Filler("place", town, mention.start, mention.end)
            return
    for word in mention.name.split():
        if place := tables.peoples().get(tables.plain(word)):
            yield Filler("place", place[0], mention.start, mention.end)
            return


def town_in_name(document: Document, mention: Mention) -> Iterator[Filler]:
    """The town that a name ends on: "Observatoire de Nançay"."""
    match = _ENDS_IN.search(mention.name)
    entry = document.known.lookup(match[1]) if match else None
    if entry is not None and entry.kind == "L" and entry.sort in {"city", "commune"}:
        yield Filler("place", entry.label, mention.start, mention.end)
