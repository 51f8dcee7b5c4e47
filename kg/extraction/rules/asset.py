"""Facilities, constellations, satellites, launchers and technical programmes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler, Frame
from kg.extraction.mention import Mention
from kg.extraction.rules import asset_clause, asset_spots
from kg.extraction.rules.asset_context import BUILT
from kg.extraction.rules.asset_facts import flown_from, operators, places, town_in_name
from kg.extraction.rules.asset_spots import Spot
from kg.extraction.rules.asset_words import VENUE
from kg.extraction.tables import plain
from kg.extraction.typed import Typed, compiled

_KINDS = {"facility", "constellation", "satellite", "launcher", "programme"}
_TECHNICAL = Expression(
    r"Station|[Bb]ase militaire|Space Force Base|[Ss]paceport|Launch|Space (?:Cent|Hub|City|Park)|Factory|Observato|Test |[Tt]élescope|pas de tir|[Ee]nsemble de lancement|Aerospace (?:City|Park)"
)
_BODY = Expression(r"(?i)centre|center|institut|laborato|observato|école|school|.* (?:centre|institute|laboratory)$")
_STUDENTS = Expression(r"(?i)universitaire")
_RESEARCH = Expression(r"(?i).*(?:universit|recherche|research|d'études)")
_SITE_OF_NAME = Expression(r"(?:site|usine|base|station|établissement|campus|centre) (?:de |du |d'|des )$")
_KIND_ALONE = Expression(r"(?i)campus|usine|site|centre|center|hub|park|parc|palais|maison|hôtel|base|station")
_ACTS_AS_FIRM = Expression(
    r",? (?:qui |which )?(?:va |vient d[e'] ?|a |ont |veut |will |has |is to |plans to |wants to )?(?:break|broke|open|construi|bâti|build|lève|lev[ée]|rais|recrut|hir|emplo|embauch|annonc|announc|sign|implant|install|ouvr|rach|acqui|fonde|prévoit|plans)"
)
_ACTS = Expression(
    r"(?:\b(?:par|by)|\b(?:dirig\w+|présid\w+|rejoint|fonde|head(?:s|ed)|leads|chairs|joined)|\b(?:[Dd]irect(?:eur|rice)|[Pp]résidente?|[Ee]quipes?|équipes?|membres?|chercheurs|ingénieurs|[Dd]irector|[Hh]ead|chair|members|engineers|researchers|team)(?: [a-zà-ÿ]+)? (?:de|du|d'|of|at)) ?(?:la |le |l'|les |the )?$"
)
"""What makes a centre an organisation that acts: "mis au point par le Centre spatial universitaire"."""
_CREATED = Expression(
    r"(?:[Cc]réation|[Pp]rojet|[Ff]uture?|[Cc]onstruction|[Oo]uverture|[Ll]ancement|[Ii]nauguration|maîtresse|new|parabole|antenne|radiotélescope|télescope|caisson|soufflerie|supercalculateur|creation|construction|opening|\b(?:creat|buil|open|establish|construct|inaugurat)\w*|\bset(?:ting)? up|\b(?:cré|constru|ouvr|inaugur|bâti)[a-zà-ÿ]*)[ ,]+(?:an? |its |un |une |son |sa |d'un |d'une |du |de la |de |d'|le |la |l'|of the |of a |of )?$"
)
_DESCRIBED = Expression(
    r"^(?: |, (?:une?|an?|le|la|l'|the) )(?:[a-zà-ÿ]+ ){0,2}?(?:antenna|dish|telescope|test stand|banc d'essai|télescope|antenne|ensemble immobilier|complexe|bâtiment|immeuble|plate-?forme|centre|usine|campus|site|station|observatoire|port spatial|tiers-lieu|facility|platform|hub|spaceport|plant)(?![\w-])"
)
_SITE_OF = compiled(
    r"<operator:O>(?:, (?:the |a |le |la |l')[^,.;]{3,40})?,? (?:which|who|that|qui) (?:will |is to |va |doit )?(?:operates?|runs?|owns?|manages?|exploiter?a?|gérer|gèrer?a?|opérer|opèrer?a?|conduira|assurera) (?:the |le |la |l'|les |ce |cette )(?:site|centre|center|base|spaceport|port spatial|station|installation|launches|lancements|vols|tirs)(?:,? (?:near|in|at|à|près de|en) <place:L>)?"
)


def _spoken_of(document: Document, typed: Typed) -> Iterator[Frame]:
    """As in “the corporation, which operates the site near Kiruna”: what is said of the text's own facility."""
    site = document.main("F", ("facility",))
    for match in _SITE_OF.finditer(typed.string) if site is not None else ():
        marks = (("operator", match["operator"]), ("place", match["place"]))
        said = [filler(slot, typed.mentions[int(mark[2:-1])]) for slot, mark in marks if mark]
        if site is not None:
            yield Frame("Asset", (filler("name", site), *said), "asset.facility")


def find(document: Document) -> Iterator[Frame]:
    """A frame for each asset that is named."""
    venues = {m.name for t in document.prose for m in t.of_kind("E")}
    found = [
        (t, m)
        for t in document.prose
        for m in t.of_kind("SF")
        if not m.nominal and m.sort != "unnamed" and not _KIND_ALONE.fullmatch(m.name)
        if m.name not in venues and not asset_spots.in_a_name(document, m) and not _firm(t, m)
    ]
    assets = [m for t, m in found if not _apposed(t, m) and (m.kind != "F" or not _venue(t, m))]
    spots: dict[str, list[Spot]] = defaultdict(list)
    for name, spot in asset_spots.again(document, assets):
        spots[name].append(spot)
    for typed in document.prose:
        yield from _spoken_of(document, typed)
    for name in dict.fromkeys(m.name for m in assets):
        frame = _frame(document, [m for m in assets if m.name == name], spots[name])
        if frame is not None:
            yield frame


def _frame(document: Document, mentions: list[Mention], again: list[Spot]) -> Frame | None:
    """What the text says of one asset; nothing for a place that it only names in passing."""
    first = mentions[0]
    kind = first.sort if first.sort in _KINDS else "facility"
    fillers = [_name(document, first), Filler("kind", kind, first.start, first.end)]
    if kind == "facility":
        fillers.extend(places(document, first, asset_spots.named(document, first.name), again))
    fillers.extend(operators(document, first, asset_spots.named(document, first.name), again))
    passing = len(fillers) == len(("name", "kind")) and len(mentions) == 1
    spoken = asset_spots.named(document, first.name)
    created = any(_CREATED.search(s.before) or _DESCRIBED.match(s.after) for s in spoken)
    acts = _acts_as_body(first, spoken)
    if first.kind == "F" and not created and (VENUE.match(first.name) or acts):
        return None
    if (
        first.kind == "F"
        and passing
        and not created
        and not _titled(document, first)
        and not _TECHNICAL.search(first.name)
    ):
        return None
    spots = [*spoken, *again]
    if all(f.slot != "operator" for f in fillers):
        fillers.extend(filler("operator", m) for m in asset_clause.first(document, spots, asset_clause.owners))
    if kind == "facility" and all(f.slot != "place" for f in fillers):
        said = [m for m in asset_clause.first(document, spots, asset_clause.sites) if m.name != first.name]
        fillers.extend([filler("place", m) for m in said] or town_in_name(document, first))
    return Frame("Asset", tuple(fillers), f"asset.{kind}")


def _acts_as_body(site: Mention, spoken: list[Spot]) -> bool:
    """Whether a centre is an organisation rather than a building: students' centres, and what people lead or belong to."""
    if _STUDENTS.search(site.name) and not any(BUILT.search(s.typed.string) for s in spoken):
        return True
    body = _RESEARCH if site.known else _BODY
    return bool(body.match(site.name)) and any(_ACTS.search(s.before) for s in spoken)


def _firm(typed: Typed, thing: Mention) -> bool:
    """Whether a constellation's name stands for the company that runs it: "OneWeb will break ground"."""
    return thing.sort == "constellation" and bool(_ACTS_AS_FIRM.match(typed.after(thing)))


def _name(document: Document, first: Mention) -> Filler:
    """A thing's name; a site that is called by its place alone takes the word before it: "site d'Issac"."""
    noun = _SITE_OF_NAME.search(document.text[max(0, first.start - 30) : first.start])
    if noun is None or first.kind != "F" or first.known or " " in first.name or first.sort == "facility":
        return filler("name", first)
    start = first.start - len(noun.group())
    return Filler("name", document.text[start : first.end], start, first.end)


def _titled(document: Document, site: Mention) -> bool:
    """Whether a text's title speaks of a site: by its name, or the kind of place that its name begins with."""
    return plain(site.name.split(" ")[0]) in plain(document.title).split()


def _apposed(typed: Typed, mention: Mention) -> bool:
    """Whether a facility only says what the name before it is: "l'ESTEC, le centre technique de l'ESA"."""
    lead = typed.before(mention)
    return mention.kind == "F" and bool(re.search(r"⟨F\d+⟩,? \(?(?:le |la |l'|the )$", lead))


def _venue(typed: Typed, mention: Mention) -> bool:
    return (
        bool(typed.of_kind("E"))
        or bool(re.search(r"(?:se tient|se tiendra|aura lieu|se déroule|organisée?|held|takes place)", typed.string))
        or bool(re.match(r"[^.;]{0,40} accueill", typed.after(mention)))
        or mention.name == "Baïkonour"
        or (
            not _TECHNICAL.search(mention.name)
            and flown_from(Spot(typed, typed.position(mention), typed.position(mention) + 2))
        )
    )
