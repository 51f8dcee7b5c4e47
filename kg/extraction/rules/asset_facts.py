"""Where a facility is and who operates or makes an asset: what the words around its name say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction import tables
from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.typed import MARK, Typed, compiled

_MAKES = (
    r"(?:développ|exploit|constru|conçoi|conçu|fabriqu|opèr|opér|mett?(?:ent)? au point|mis au point|pilot|mèn|men[eé]|condui|prépar|assembl|commercialis|gèr|gér[eé]|réalis|"
    r"dirig|port[eé]|produi|a lancé|ont lancé|finalis|propos|lead|led|run|operat|build|built|design|develop|manufactur|prepar|made)\w*(?: au point)?"
)
_ALSO = r"(?:(?:⟨S\d+⟩|⟨F\d+⟩)(?:,| et| and)(?: (?:la|le|les|the|de|d'|du))? ?)*"
_MAKER = compiled(
    rf"<operator:O>(?:,? (?:qui|which|who|that))?[^.;⟨⟩]{{0,60}}(?:{_MAKES}|[Ss]on (?:micro-?|mini-?|petit |futur )?lanceur|[Ss]a (?:micro-?)?fusée|[Ss]a constellation|its rocket|its launcher)[^.;⟨⟩]{{0,40}}{_ALSO}$|"
    rf"<operator2:O>(?:'s| et son| et sa| and its)(?: [a-zà-ÿ-]+){{0,2}} $|"
    rf"<operator3:O>(?: \([^()]{{1,30}}\))?,? (?:exploitant|opérat(?:eur|rice)|concept(?:eur|rice)|constructeur|fabricant|maître d'œuvre|maison mère|créat(?:eur|rice)|père|operator|maker|builder|manufacturer) (?:du |de la |de l'|des |d'|de |of the |of ){_ALSO}$"
)
_MAKER_AFTER = compiled(
    rf"^[^.;:⟨⟩]{{0,50}}{_MAKES}(?: [a-zà-ÿ]+){{0,3}} (?:par|by|avec|with|chez) {{the}}(?:[a-zà-ÿ]+ ){{0,4}}<operator:O+>|"
    rf"^ (?:de |d'|du |de l'|de la )<operator2:O>|"
    rf"^ \(<operator3:O>\)|"
    rf"^(?:(?:,| et| and) (?:de |d'|la |le |l')?⟨[SF]\d+⟩){{0,2}},? (?:[a-zà-ÿ ']{{0,40}} )?(?:qu(?:e |')|that |which )(?:[a-zà-ÿ]+ ){{0,3}}?{_MAKES} {{the}}(?:[a-zà-ÿ]+ ){{0,4}}<operator4:O>|"
    rf"^(?:(?:,| et| and) (?:de |d'|la |le |l')?⟨[SF]\d+⟩){{0,2}},? (?:[a-zà-ÿ' -]{{0,40}} )?(?:qu(?:e |')|that |which ){{the}}<operator5:O> (?:a |ont |va |vont |has |y )?{_MAKES}|"
    rf"^,? (?:\([^()]{{0,30}}\),? )?(?:le |la |l'|un |une |the |an? )(?:[a-zà-ÿéA-Z'-]+ ){{1,6}}?(?:de la |de l'|du |des |de |d'|of the |of |from )<operator6:O>(?=[,.;)]| et| and| qui|$)"
)
_POSSESSIVE = re.compile(r"(?:\b[Ss]on|\b[Ss]a|\b[Ii]ts)(?: [a-zà-ÿ-]+){0,3}[ ,]*$")
_BUILDS_THERE = re.compile(
    r"⟨O(\d+)⟩,? (?:(?:y|va|will|plans to|prévoit d[e']|compte|veut|doit|a|has|vient d[e']|venait d[e']|souhaite|entend) ?){0,3}(?:y )?(?:construi\w+|implant\w+|install\w+|ouvr\w+|bâti\w+|aménag\w+|buil\w+|open\w*|lanc\w+|mis en service|develop\w*|operat\w*|conduit|pilote|opère|gère|officialis\w+ la construction) (?:à ⟨L\d+⟩ |en ⟨L\d+⟩ |d'une usine, |d'un [a-z]+, )*(?:la |le |l'|les |une |un |sa |son |ses |the |its |an? )?(?:[a-zà-ÿ-]+ ){0,3}$"
)
_CALLED = re.compile(r"(?:s'appelle(?:ra)?|baptisée?|dénommée?|is called|dubbed) (?:[«\"] ?)?$")
_IN = r"(?:à |au |aux |en |in |at |near |près de |sur |dans (?:le |la |l'|les )|sur l'île de |on the |in the )"
_PLACE_AFTER = compiled(
    rf"^(?: ?\([A-Z]{{2,6}}\))?,? ?(?:(?:est |sera |is |will be |va être |actuellement |déjà )*(?:basée?|implantée?|installée?|située?|located|based|built|construite?|bâtie?) )?(?:{_IN}|, |\()(?:⟨F\d+⟩,? (?:à |in |\())?<place:LF>(?:,? (?:\(|{_IN})<place2:L>)?"
)
_PLACE_OF = compiled(
    r"^, (?:le |la |l'|un |une |the |an? )(?:[a-zà-ÿé'-]+ ){1,4}?(?:de |d'|du |de la |de l'|of |in |à |at )<place:L>(?=[,.;)]| qui|$)"
)
_HOUSED = compiled(
    rf"<place:L> (?:abrite|héberge|accueille|hosts|houses)(?: [a-zà-ÿ]+)? (?:la |le |l'|the )?$|<place2:L> (?:abrite|héberge)(?: désormais)? $|"
    rf"(?:^|, |: ){_IN}<place3:L>(?: \(<place4:L>\))?,? [^.;:⟨⟩]{{0,25}}(?:⟨L\d+⟩, )?(?:la |le |l'|the )?$|"
    rf"{_MAKES[:-1]}[^.;:⟨⟩]{{0,25}} {_IN}<place5:L>,? (?:[a-z' ]{{0,25}}, )?(?:la |le |l'|une |un |sa |son |the |its |a )(?:[a-z-]+ )?$"
)
_THERE = re.compile(
    r"\by (?:construi\w+|implant\w+|install\w+|ouvr\w+|bâti\w+|développ\w+|exploit\w+|aménag\w+|inaugur\w+|officialis\w+)[^.;⟨⟩]{0,40}$"
)
_IN_NAME = re.compile(
    r"^(?:Spaceport |Cosmodrome d[e'] ?|[Aa]éroport d[e'] ?|[Ss]tation d[e'] ?)([A-ZÀ-Ý][\w-]+)$|^([A-ZÀ-Ý][\w-]+)(?:'s)? (?:[Ss]paceport|[Aa]erospace [Cc]ity)$"
)

_OF_OWNER = re.compile(r" (?:de |d'|du |de l'|de la |of )(?P<owner>[A-ZÀ-Ý].*)$")


def operators(document: Document, typed: Typed, mention: Mention) -> Iterator[Filler]:
    """Who operates, makes or leads an asset, as its sentence says."""
    at = typed.position(mention)
    before, after = typed.string[:at], typed.string[typed.string.index("⟩", at) + 1 :]
    if match := _MAKER.search(before) or _MAKER_AFTER.match(after):
        yield from (filler("operator", m) for m in _named(typed, match) if m.sort != "press")
    elif match := _BUILDS_THERE.search(before):
        yield filler("operator", typed.mentions[int(match[1])])
    elif namesake := _namesake(document, mention):
        yield filler("operator", namesake)
    elif _CALLED.search(before) and (maker := document.main("O", ("company", "model"))):
        yield filler("operator", maker)
    elif _POSSESSIVE.search(before) or re.match(r", (?:son|sa|its) ", after):
        companies = [
            m for m in document.mentions if m.kind == "O" and m.sort in {"company", "agency"} and m.end <= mention.start
        ]
        if companies:
            yield filler("operator", companies[-1])
    else:
        yield from _owner_in_name(document, mention)


def places(document: Document, typed: Typed, mention: Mention) -> Iterator[Filler]:
    """Where a facility is: the town said beside it, the one that its name contains or its adjective means."""
    at = typed.position(mention)
    before, after = typed.string[:at], typed.string[typed.string.index("⟩", at) + 1 :]
    if _THERE.search(before) and (last := _last_town(document, typed)):
        yield filler("place", last)
    elif match := _PLACE_AFTER.match(after) or _HOUSED.search(before) or _PLACE_OF.match(after):
        yield from (filler("place", m) for m in _named(typed, match) if m.sort not in {"country", "continent"})
    else:
        yield from _in_name(document, mention)


def _named(typed: Typed, match: re.Match[str]) -> Iterator[Mention]:
    for words in match.groupdict().values():
        yield from (typed.mentions[int(m["number"])] for m in MARK.finditer(words or ""))


def _namesake(document: Document, mention: Mention) -> Mention | None:
    """The company that its constellation is named after."""
    if mention.sort != "constellation":
        return None
    return next((m for m in document.mentions if m.kind == "O" and m.name == mention.name), None)


def _owner_in_name(document: Document, mention: Mention) -> Iterator[Filler]:
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
