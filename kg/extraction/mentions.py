"""What a text mentions: names, nominal mentions and values, each with its place, kind and the name it stands for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.extraction import grammar, tables
from kg.extraction.values import Value
from kg.extraction.names import Gazetteer
from kg.extraction.tables import plain

VALUE_KINDS = {"amount": "M", "count": "N", "share": "H", "ordinal": "R", "date": "D", "period": "D", "duration": "U"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names something or states a value; `name` is what it stands for."""

    kind: str
    sort: str
    start: int
    end: int
    name: str
    iri: str | None = None
    nominal: bool = False
    value: Value | None = None
    known: bool = False
    labelled: bool = False

    def covers(self, other: Mention) -> bool:
        """Whether two mentions share a character."""
        return self.start < other.end and other.start < self.end


_TITLE = re.compile(r"(?:M\.|Mme|MM\.|Mlle|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Pr\.?|Professor|Sir|Dame|Lord) $")
_UNLIKELY = re.compile(
    r"^(?:Le|La|Les|Un|Une|Des|Ce|Cette|Ces|Il|Elle|Ils|Elles|On|Nous|Vous|Et|Ou|Mais|Pour|Avec|Dans|Sur|Par|En|Au|Aux|"
    r"Du|De|Son|Sa|Ses|Leur|Leurs|Notre|Nos|The|A|An|This|That|These|It|He|She|They|We|You|And|But|For|With|In|On|By|At|"
    r"Its|His|Her|Their|Our|New|Après|Avant|Selon|Depuis|Parmi|Chez|Si|Ici|Là|Plus|Autre|Tout|Tous|Toutes|Ainsi|Enfin|"
    r"NewSpace|New Space|Newspace|Internet|Covid|Covid-19|IA|AI|PME|ETI|TPE|PIB|CA|R&D|B2B|Twitter|Facebook|LinkedIn|"
    r"Terre|Lune|Mars|Soleil|Earth|Moon|Espace|Space|CO2|GPS|CEO|PDG|DG|Directeur|Président|Présidente|Propos|Photo|"
    r"Crédit|Source|Contact|Noël|Brexit|Web|UE|État|VIP|CDI|CV|BTS|BUT|DUT|Tech|Deeptech)$"
)


def find(text: str, known: Gazetteer, entities: Iterable[tuple[int, int, str]], values: Iterable[Value]) -> list[Mention]:
    """Every mention in reading order, none overlapping another."""
    strong = [*_from_grammars(text, known), *_from_gazetteer(text, known), *_people(text, known)]
    weak = [m for m in _from_model(text, entities) if not any(m.covers(s) and s.end - s.start >= m.end - m.start for s in strong)]
    measured = [_measured(text, v) for v in values]
    kept: list[Mention] = []
    for group in (strong, measured, weak):
        for mention in sorted(group, key=lambda m: (m.start - m.end, m.start)):
            if mention.kind == "N" or not any(mention.covers(k) for k in kept):
                if mention.kind == "N" and any(mention.covers(k) for k in kept):
                    continue
                kept.append(mention)
    kept = _everywhere(text, _settled(text, kept))
    return _widened(text, sorted(_canonical(text, kept), key=lambda m: m.start))


def _measured(text: str, value: Value) -> Mention:
    end, kind = value.end, VALUE_KINDS[value.kind]
    if value.kind == "count" and value.noun and text[value.start : end].lower().endswith(value.noun.lower()):
        number = text[value.start : end - len(value.noun)]
        end = value.start + len(re.sub(r"(?: (?:d'|de |of )?| d')$", "", number))
    return Mention(kind, value.kind, value.start, end, text[value.start : end], value=value)


def _from_gazetteer(text: str, known: Gazetteer) -> Iterator[Mention]:
    for start, end, entry in known.find(text):
        if _UNLIKELY.match(text[start:end]) and entry.sort == "commune":
            continue
        yield Mention(entry.kind, entry.sort, start, end, entry.label, entry.iri, known=True, labelled=entry.labelled)


def _from_grammars(text: str, known: Gazetteer) -> Iterator[Mention]:
    for match in grammar.REGION_BODY.finditer(text):
        entry = known.lookup(match["name"])
        if entry is not None and entry.kind in "LO" and entry.sort in {"region", "authority"}:
            label = entry.label if entry.label.startswith("Région") else f"Région {entry.label}"
            yield Mention("O", "authority", match.start(), match.end(), label, known=True)
    for start, end, kind, sort in grammar.find(text):
        lead = re.match(r"[dl]'", text[start:end])
        start += lead.end() if lead else 0
        surface = text[start:end].strip(" ,")
        entry = known.lookup(surface)
        if entry is not None and not (kind == "S" and entry.kind in "OLX"):
            yield Mention(entry.kind, entry.sort, start, start + len(surface), entry.label, entry.iri, known=True, labelled=entry.labelled)
        elif not _UNLIKELY.match(surface):
            if kind == "E" and surface[0].islower() and not re.search(r"[ '-][A-ZÀ-Ý]", surface):
                before = text[max(0, start - 60) : start]
                if not _INTRODUCED.search(before) or text[end : end + 1].isalpha():
                    continue
                sort = "unnamed"
            elif kind == "E" and surface.startswith("concours d"):
                continue
            elif kind == "E" and re.fullmatch(r"[\wÀ-ÿ]+", surface) and not surface.isupper():
                continue
            if kind == "O" and sort == "company" and entry is None and not re.search(r"[A-ZÀ-Ý]", surface):
                continue
            surface = surface.lstrip("«\" ")
            yield Mention(kind, sort, end - len(text[start:end].lstrip("«\" ")), start + len(text[start:end].strip(" ,")), surface)


def _people(text: str, known: Gazetteer) -> Iterator[Mention]:
    first = tables.first_names()
    for match in grammar.PERSON.finditer(text):
        given = plain(match["first"])
        if given not in first and given.split("-")[0] not in first:
            continue
        surface = match.group()
        entry = known.lookup(surface)
        if entry is not None and entry.kind != "P":
            continue
        yield Mention("P", "person", match.start(), match.end(), surface)


def _from_model(text: str, entities: Iterable[tuple[int, int, str]]) -> Iterator[Mention]:
    for start, end, label in entities:
        surface = text[start:end]
        lead = re.match(r"(?:(?:le|la|les|l'|Le|La|Les|L'|un|une|du|des|d'|en|the|The|au|aux|à|chez) ?)+(?=[A-ZÀ-Ý])", surface)
        if lead:
            start, surface = start + lead.end(), surface[lead.end() :]
        surface = re.split(r"\n|\s[:|(«\"–]|[:|»\"!?]", surface)[0].rstrip(" ,.;'-")
        if len(surface) < 2 or re.match(r"(?:[A-Z]\. ?)+", surface) or not surface[0].isupper() or _UNLIKELY.match(surface) or re.search(r"\d\s?[M€%]", surface):
            continue
        if _PORTFOLIO.search(text[max(0, start - 40) : start]):
            continue
        kind = {"PER": "P", "PERSON": "P", "ORG": "O", "LOC": "L", "GPE": "L", "FAC": "F", "NORP": ""}.get(label, "X")
        if kind == "P" and (" " not in surface or not all(re.match(r"[A-ZÀ-Ý]|d'[A-ZÀ-Ý]|(?:de|du|von|van|der|la|le|des)$", w) for w in surface.split())):
            kind = "X"
        if kind:
            yield Mention(kind, "model", start, start + len(surface), surface)


_PORTFOLIO = re.compile(r"(?:ministre|secrétaire d'[ÉE]tat|[Mm]inister|[Ss]ecretary)(?: déléguée?)? (?:chargée? )?(?:de la |de l'|des |du |de |d'|of |for |à la |à l'|au |aux )$")
_INTRODUCED = re.compile(r"\b(?:[Uu]ne?|nouveau|nouvelle|premier|première|futur|future|grand|grande|a|an|new|first)(?: [a-zà-ÿ]+)? $")
_ORG_BEFORE = re.compile(
    r"(?:\b[Cc]hez|\b(?:groupe|société|start-up|startup|entreprise|PME|firme|cabinet|industriel|constructeur|opérateur|"
    r"PDG d[eu']|patron d[eu']|directeur(?: général)? d[eu']|directrice(?: générale)? d[eu']|présidente? d[eu']|fond(?:ateur|atrice)s? d[eu']|"
    r"CEO of|founder of|head of|director of|chairman of|company|firm|rachat d[eu']|filiale d[eu']|acquis par|avec|par|by|with|from)) ?$"
)
_ORG_AFTER = re.compile(
    r"^(?: \((?!\d)|,? (?:spécialis(?:te|ée?)|fabricant|filiale|société|start-up|startup|entreprise|éditeur|concepteur|leader|PME|groupe|"
    r"basée?|implantée?|installée?|a levé|lève|développe|conçoit|fabrique|emploie|compte|annonce|a annoncé|réalise|propose|produit|"
    r"investit|s'installe|recrute|fournit|prévoit|va|veut|travaille|dispose|a (?:été )?(?:fondée?|créée?|choisi|signé|remporté|décroché|inauguré)|"
    r"which|that|has|is a|plans|develops|employs|said|announced|raised|will)\b)"
)
_THINGS = (
    ("S", "launcher", r"(?:micro-?|mini-?|petit |futur )?(?:lanceur|fusée|rocket|launcher)"),
    ("S", "constellation", r"(?:future )?constellation"),
    ("S", "satellite", r"(?:nano-?|micro-?)?satellite|(?:nano|cube)sat"),
    ("F", "facility", r"(?:(?:nouveau|nouvelle|futur|future|premier|première|new|grand) )?(?:centre|parc des expositions|campus|site|bâtiment|plateforme|usine|hub|complexe|lieu|tiers-lieu|technocentre|spaceport|facility|factory|palais)"),
)
_PLACE_BEFORE = re.compile(r"(?:\b(?:à|À|near|vers|près de|depuis|ville de|commune de|region of|town of|city of) )$")


def _settled(text: str, mentions: list[Mention]) -> list[Mention]:
    """Decide what names are that only the model proposed, by all their contexts in the document."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    sorts: dict[str, str] = {}
    for m in mentions:
        if m.sort != "model":
            continue
        before, after = text[max(0, m.start - 40) : m.start], text[m.end : m.end + 40]
        votes[m.name][m.kind] += 2 if m.kind == "P" else 1
        if m.kind != "P" or " " not in m.name:
            votes[m.name]["O"] += 2 * bool(_ORG_BEFORE.search(before)) + 2 * bool(_ORG_AFTER.search(after))
            votes[m.name]["L"] += 2 * bool(_PLACE_BEFORE.search(before))
            if thing := _thing(before, after):
                votes[m.name][thing[0]] += 3
                sorts[m.name] = thing[1]
    decided = {name: max("OPLFSX", key=lambda k: (tally[k], k != "X")) for name, tally in votes.items()}
    out = []
    for m in mentions:
        kind = decided[m.name] if m.sort == "model" else m.kind
        sort = sorts.get(m.name, m.sort) if m.sort == "model" and kind in "SF" else m.sort
        out.append(replace(m, kind=kind, sort=sort))
    return out


def _thing(before: str, after: str) -> tuple[str, str] | None:
    """The kind of asset that words beside a name make of it: "Zéphyr, son lanceur", "son lanceur, baptisé Zéphyr"."""
    for kind, sort, noun in _THINGS:
        if re.match(rf"^, (?:son|sa|ses|le|la|un|une|its|the|a|an) (?:{noun})\b", after):
            return kind, sort
        if re.search(rf"\b(?:{noun})(?: [a-zà-ÿ]+)?(?: [«\"] ?|, |,? (?:baptisée?|nommée?|dénommée?|appelée?|dubbed|called|named) [«\"]? ?)$", before) and (kind == "S" or "sé" in before or "mm" in before or "dubbed" in before or "call" in before):
            return kind, sort
    return None


def _everywhere(text: str, mentions: list[Mention]) -> list[Mention]:
    """Names found at one place are found at every place where they stand."""
    taken = list(mentions)
    names = {text[m.start : m.end]: m for m in mentions if m.value is None and m.kind in "OPLFSE"}
    for surface, model in sorted(names.items(), key=lambda item: (-len(item[0]), item[0])):
        if len(surface) < 3 or not surface[0].isupper():
            continue
        for match in re.finditer(rf"(?<![\w-]){re.escape(surface)}(?![\w-])", text):
            found = replace(model, start=match.start(), end=match.end())
            clashes = [t for t in taken if t.covers(found)]
            if not clashes:
                taken.append(found)
    return taken


def _canonical(text: str, mentions: list[Mention]) -> list[Mention]:
    """The same name for every mention of one thing: acronyms, surnames and short forms go by the full name."""
    ordered = sorted(mentions, key=lambda m: m.start)
    full = _acronyms(text, ordered)
    written = _written(text, ordered)
    plan = max((m.name for m in ordered if m.kind == "T" and not m.known), key=len, default="")
    people = [m.name for m in ordered if m.kind == "P" and " " in m.name]
    out = []
    for m in ordered:
        name, kind, sort = m.name, m.kind, m.sort
        if name in full and not m.known:
            name, kind, sort = full[name].name, full[name].kind, full[name].sort
        elif m.known and m.kind != "L" and (not m.labelled or " " in written[m.name]):
            name = written[m.name]
        elif kind == "T" and not m.known:
            name = plan
        elif kind == "X" or (kind == "P" and " " not in name) or (kind in "OL" and sort == "model" and " " not in name):
            owner = next((p for p in people if p.split(" ", 1)[1] == name), None)
            if owner or _TITLE.search(text[max(0, m.start - 10) : m.start]):
                name, kind, sort = owner or name, "P", "person"
        out.append(replace(m, name=name, kind=kind, sort=sort))
    return out


def _written(text: str, ordered: list[Mention]) -> dict[str, str]:
    """How the text itself writes the names of the registry in full: its longest form, the label for an acronym alone."""
    longest: dict[str, str] = {}
    for m in ordered:
        surface = text[m.start : m.end]
        if m.known and not surface.isupper() and len(surface) > len(longest.get(m.name, "")):
            longest[m.name] = surface
    return {m.name: longest.get(m.name, m.name) for m in ordered}


def _acronyms(text: str, ordered: list[Mention]) -> dict[str, Mention]:
    found: dict[str, Mention] = {}
    for m in ordered:
        if m.value is not None or m.kind == "P":
            continue
        after = re.match(r"\s?\((?:the |la |le |l'|ou )?([A-ZÀ-Ý][\w&-]{1,11})\)", text[m.end : m.end + 20])
        if after and " " in text[m.start : m.end] and sum(c.isupper() for c in after[1]) >= 2:
            found[after[1]] = m
    return found


def _widened(text: str, ordered: list[Mention]) -> list[Mention]:
    """A name and its own acronym or long form in brackets are one mention; so are an institute and its region."""
    out: list[Mention] = []
    for m in ordered:
        if out and m.start < out[-1].end:
            continue
        previous = out[-1] if out else None
        if previous is not None and _branch(text, previous, m):
            out[-1] = replace(previous, end=m.end, name=f"{previous.name} {m.name}", known=False)
            continue
        following = next((o for o in ordered if o.start == m.end + 2), None)
        if following is not None and following.name == m.name and text[m.end : m.end + 2] == " (" and text[following.end : following.end + 1] == ")":
            m = replace(m, end=following.end + 1)
        after = re.match(r" ?\(([^()]{2,90})\)", text[m.end : m.end + 95])
        if m.value is None and m.kind in "OFSXL" and after and _abbreviates(text[m.start : m.end], after[1]):
            m = replace(m, end=m.end + after.end(), kind="O" if m.kind == "X" else m.kind)
        out.append(m)
    return out


def _branch(text: str, institute: Mention, place: Mention) -> bool:
    return institute.kind == "O" and place.kind == "L" and place.sort in {"region", "department"} and (
        text[institute.end : place.start] == " " and institute.sort in {"public", "association", "cluster"}
    )


def _abbreviates(a: str, b: str) -> bool:
    short, long = (a, b) if len(a) < len(b) else (b, a)
    letters = [c for c in plain(short) if c.isalpha()]
    words = re.findall(r"[^\W\d_]+", plain(long))
    if len(words) < 2 or not 2 <= len(letters) <= 10 or short != short.strip() or " " in short.strip("'\" "):
        return False
    initials = iter("".join(w[0] for w in words))
    hits = sum(any(c == i for i in initials) for c in letters)
    return hits >= max(2, len(letters) - 2) and letters[0] in {w[0] for w in words[:2]}
