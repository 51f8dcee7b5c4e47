"""A frame as statements: one triple a value, in the contract's terms, with the characters it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.extraction.candidates import Names
from kg.extraction.document import Document
from kg.extraction.frames import IDENTIFYING, Filler, Frame
from kg.extraction.mention import Mention
from kg.extraction.modes import mode, speaks_for
from kg.extraction.speech import Speech, of
from kg.extraction.tables import plain
from kg.model import Iri, Literal, Mode, Triple
from kg.terms import PREFIXES, iri

_XSD = PREFIXES["xsd"]
_DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}
_DATE_TERMS = {
    "start": "schema:startDate",
    "end": "schema:endDate",
    "signedOn": "rs:signedOn",
    "adoptedOn": "rs:adoptedOn",
    "asOf": "rs:asOf",
}
_ENTITY_TERMS = {
    ("Role", "person"): ("org:member", ""),
    ("Role", "organisation"): ("org:organization", ""),
    ("Agreement", "party"): ("rs:party", ""),
    ("Agreement", "signedBy"): ("rs:signatory", ""),
    ("Agreement", "adoptedBy"): ("rs:adoptedBy", ""),
    ("Strategy", "adoptedBy"): ("rs:adoptedBy", ""),
    ("Strategy", "partner"): ("rs:partner", ""),
    ("Funding", "funder"): ("schema:funder", ""),
    ("Funding", "recipient"): ("rs:recipient", ""),
    ("Event", "place"): ("schema:location", "place"),
    ("Event", "organiser"): ("schema:organizer", ""),
    ("Event", "participant"): ("rs:participant", ""),
    ("Event", "supporter"): ("rs:supporter", ""),
    ("Location", "place"): ("schema:location", "place"),
    ("Indicator", "subject"): ("schema:about", ""),
    ("Indicator", "scope"): ("rs:scope", ""),
    ("Membership", "organisation"): ("org:memberOf", ""),
    ("Asset", "place"): ("schema:location", "place"),
    ("Asset", "operator"): ("rs:operator", ""),
}
_FUNDING = {
    "envelope": "rs:FundingEnvelope",
    "contribution": "rs:Contribution",
    "investment": "rs:Investment",
    "contract": "rs:Contract",
}
_SCOPES = {"France": "id:place-france", "Europe": "id:place-europe", "monde": "id:place-world"}
_CONCEPTS = {"axis": ("axis", "rs:axis"), "action": ("action", "rs:action"), "topic": ("topic", "schema:about")}


@dataclass(frozen=True, slots=True)
class Statement:
    """One triple with the words of its value, those that identify the frame, and how the words are to be taken."""

    triple: Triple
    start: int
    end: int
    anchor_start: int
    anchor_end: int
    mode: Mode
    derivation: str = ""
    anchor: str = ""
    confidence: float = 1.0
    speech: Speech | None = None
    links: tuple[Filler, ...] = ()


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks in a document: what is said by whom, for whom each person speaks, and the publisher's names."""

    speeches: Sequence[Speech] = ()
    offices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    publisher: frozenset[str] = frozenset()

    def over(self, frame: Frame, filler: Filler) -> Speech | None:
        """Whose speech a value stands in; who speaks is presented by the document, not by themselves."""
        speech = of(self.speeches, filler.start, filler.end)
        presented = frame.type == "Role" and speech is not None and frame.first("person") == speech.speaker.name
        return None if presented else speech

    def speaking(self, speaker: Mention | None, names: Names) -> frozenset[str]:
        """The plain names of who states something and what they speak for: the speaker, or the publisher."""
        if speaker is None:
            return self.publisher
        link = names.body(speaker).link
        within = link.entity.within | {plain(n) for n in link.entity.names} if link and link.certain else frozenset()
        return speaks_for(speaker.name, within, self.offices)


def statements(frame: Frame, document: Document, names: Names, voices: Voices) -> Iterator[Statement]:
    """Every triple that a frame states; words that name nothing identifiable give none."""
    head = next((f for f in frame.fillers if f.slot in IDENTIFYING[frame.type]), frame.fillers[0])
    subject = _subject(frame, head, names)
    if subject is None:
        return
    for filler in frame.fillers:
        pair = _said(frame, filler, document, names)
        if pair is None or pair[1] == subject:
            continue
        derivation, anchor = _derived(document, filler)
        triple = Triple(subject, iri(pair[0]), pair[1])
        speech = voices.over(frame, filler)
        speaking = voices.speaking(speech.speaker if speech else None, names)
        taken = mode(document, frame, head, filler, speaking)
        links = tuple(f for f in (head, filler) if f.link is not None and names.proposes(f))
        sure = frame.confidence if frame.confidence == 1 or filler.confidence is None else filler.confidence
        yield Statement(
            triple,
            filler.start,
            filler.end,
            head.start,
            head.end,
            taken,
            derivation,
            anchor,
            sure,
            speech,
            links,
        )


def _subject(frame: Frame, head: Filler, names: Names) -> Iri | None:
    if frame.type == "Role":
        return names.new(
            "role", "org:Membership", f"{head.value}, {frame.first('role') or frame.first('organisation')}"
        )
    if frame.type == "Funding":
        kind = str(frame.first("kind"))
        return names.new(kind, _FUNDING[kind], f"{head.value} {frame.first('currency')}")
    if frame.type == "Agreement":
        return names.new(
            "agreement", "rs:Agreement", str(frame.first("name") or " / ".join(str(p) for p in frame.values("party")))
        )
    if frame.type == "Indicator":
        return names.new("indicator", "rs:Indicator", f"{frame.first('subject')} {frame.first('measure')} {head.value}")
    wanted = {"Event": "event", "Strategy": "strategy", "Asset": "asset"}.get(frame.type, "")
    return names.of(head, wanted=wanted)


def _said(frame: Frame, filler: Filler, document: Document, names: Names) -> tuple[str, Iri | Literal] | None:
    slot, value = filler.slot, str(filler.value)
    if slot in _DATE_TERMS:
        return (
            None
            if "X" in value or len(value) not in _DATES
            else (_DATE_TERMS[slot], Literal(value, f"{_XSD}{_DATES[len(value)]}"))
        )
    if slot in _CONCEPTS:
        prefix, term = _CONCEPTS[slot]
        return term, names.new(prefix, "skos:Concept", value)
    if slot == "scope":
        return ("rs:scope", iri(_SCOPES[value])) if value in _SCOPES else None
    if (frame.type, slot) in _ENTITY_TERMS:
        term, wanted = _ENTITY_TERMS[frame.type, slot]
        name = names.of(filler, wanted=wanted)
        return (term, name) if name is not None else None
    literals: dict[str, tuple[str, Iri | Literal]] = {
        "role": ("rs:roleTitle", Literal(value, language=document.language)),
        "amount": ("schema:amount", Literal(_decimal(value), f"{_XSD}decimal")),
        "value": ("rs:value", Literal(_decimal(value), f"{_XSD}decimal")),
        "currency": ("schema:currency", Literal(value)),
        "edition": ("rs:edition", Literal(value, f"{_XSD}integer")),
        "measure": ("rs:measure", iri(f"rs:{value}") if slot == "measure" else Literal(value)),
    }
    return literals.get(slot)


def _decimal(value: str) -> str:
    return value if "." in value else f"{value}.0"


def _derived(document: Document, filler: Filler) -> tuple[str, str]:
    """The rule and the date that a relative date was resolved by."""
    for mention in document.mentions:
        if (
            mention.value is not None
            and (mention.start, mention.end) == (filler.start, filler.end)
            and mention.value.rule
        ):
            return mention.value.rule, mention.value.anchor or document.published or ""
    return "", ""
