"""The words of strategies, plans and roadmaps: who adopts them, with whom, and the plan that no name names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import worded
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.rules import outline
from kg.extraction.typed import Typed, compiled

ADOPTED = Expression(
    r"adopt|\bapproved\b|\bendorsed\b|\bratified\b|vot(?:é|e|ait|ent)|approuv|validée?\b|passed|délibér|entérin|débatt|examin(?:er|é)|soumis|(?:en|séance|assemblée) plénière|commission permanente|(?:feu vert|green light)(?![^.]{0,40}\b(?:projets|projects|lauréats|dossiers))",
    re.IGNORECASE,
)
UNVEILED = Expression(
    r"dévoil|\bpubli(?:é|ée|e|ent|ait|a)\b|\bannonc(?:e|ent|é|ée|ait|a)\b|rendue? publique?|\bunveil|\bpublish|\bannounc|\breleased?\b|\bset out\b",
    re.IGNORECASE,
)
LAUNCHED = Expression(
    r"\b(?:lanc(?:é|ée|e|ent|ait|a)|mise? en place|initiée?|créée?|engagée?|démarr\w+|launch(?:ed|es)?|set up|started|initiated)\b",
    re.IGNORECASE,
)
ADOPTED_BY = compiled(
    r"<adoptedBy:O>[^.;⟨⟩]{0,60}(?:adopt\w+|\bvot\w+|approuv\w+|dévoil\w+|lanc\w+|a validé|présente|a présenté|annonc\w+|unveil\w+|launch\w+|announc\w+|approved|publish\w+|released)(?! (?:[a-zà-ÿ]+ |⟨N\d+⟩ ){0,3}(?:lauréats|projets|gagnants|appel|winners|projects|call))|"
    r"(?:plan|strategy|roadmap|stratégie|feuille de route|schéma)(?:,? (?:that|which|que)| qu')? {the}<adoptedBy8:OL> (?:a |ont |has |had |avait |vient de )?(?:adopt\w+|vot\w+|approuv\w+|dévoil\w+|lanc\w+|présent\w+|annonc\w+|unveil\w+|launch\w+|announc\w+|publish\w+|publi\w+)|"
    r"(?:adoptée?s?|votée?s?|approuvée?s?|lancée?s?|validée?s?|portée?s?|dévoilée?s?|présentée?s?|publiée?s?|annoncée?s?|élaborée?s?|adopted|published|announced|released|set out|drawn up|approved|launched|unveiled) (?:[^.;⟨⟩]{0,30} )?(?:par|by) {det}(?:élus (?:de |du )?)?<adoptedBy2:OL>|"
    r"(?:présentée?|dévoilée?|presented|unveiled|announced)(?:[^.;⟨⟩]|⟨D\d+⟩){0,30} (?:par|by) <P>, (?:the |(?:la |le |l')?(?:{title}) {de}(?:{the}))<adoptedBy3:O>|"
    r"(?:plan|feuille de route|stratégie|schéma|programme|roadmap|strategy)(?: [a-zà-ÿ]+){0,3} (?:de la |du |de l'|of the |of )<adoptedBy5:OF>|"
    r"<adoptedBy13:OL>[^.;⟨⟩]{0,30}(?:adopt|unveil|launch|publish|set out|present|présent|dévoil|lanc|vot)\w*(?: [^.;⟨⟩]{0,25})? (?:its|sa|son|their|leur|an?|une?) (?:[a-z]+ ){0,2}<T>|"
    r"<T> (?:de la |du |de l'|d'|of the |of )<adoptedBy11:L>|<adoptedBy12:OL>'s? (?:[a-z]+ )?<T>|"
    r"<adoptedBy10:OL> (?:will have|aura|dispose(?:ra)? d|se dote(?:ra)? d|prépare|élabore|travaille à|peaufine|is preparing|is drafting|is drawing up|has drawn up|has its own|a sa propre|a son propre)[^.;⟨⟩]{0,25}<T>|"
    r"(?:\b[Ss]on|\b[Ss]a|\b[Ii]ts|\b[Ll]eur|\b[Tt]heir) <T>,? {the}<adoptedBy9:OL>|"
    r"(?:par|by) {det}<adoptedBy4:O> (?:lors de|en|dans|au cours de|during) (?:la |sa |son |its )?(?:[Cc]ommission permanente|séance|assemblée|session)|"
    r"<adoptedBy7:OL> (?:s'est|s'était|se sont) (?:dotée?s?|donnée?s?) (?:d')?|"
    r"(?:élus|conseillers|élues) (?:de la |du |de l'|de |d')<adoptedBy6:OL>[^.;⟨⟩]{0,30} (?:débatt|adopt|vot|examin|approuv|se prononc|donn|valid)\w*"
)
PARTNERS = compiled(
    r"(?:avec ses partenaires,?|en partenariat avec|partagée entre|aux côtés d[eu'] ?|co-?construite? avec|(?:élaboré|bâti|écrit|rédigé|conçu|construit|pensé|dessiné|préparé)e?s? avec|en lien avec|en concertation avec|with its partners,?|together with|in partnership with|de concert avec|main dans la main avec|animée?s? par|co-?pilotée?s? par) ?{det}<partner:O+>|"
    r"(?:animer|piloter|porter|conduire|mener|élaborer|construire|écrire|financer|soutenir|autour de la table|co-?pilotes?|partenaires)[^.;:⟨⟩]{0,25} ?: {det}<partner2:O+>|"
    r"<partner3:O> (?:a (?:aidé|contribué|participé) à |helped (?:to )?|contributed to )"
)
COMMITTEE = Expression(r"(?:[Cc]ommission permanente|[Cc]onseil municipal|[Aa]ssemblée plénière)(?! de ⟨O)")
"""Who adopts where no body is named."""
GOVERNMENT = Expression(
    r"(?P<who>(?:[A-Z][a-z]+ )?[Gg]overnment)'s (?:[a-z]+ )?(?:plan|strategy|roadmap)|(?:plan|stratégie|feuille de route) (?:du |élaborée? par le |voulue? par le |lancée? par le )(?P<whose>[Gg]ouvernement(?: [a-zà-ÿ]+ais| [a-zà-ÿ]+ien| wallon| fédéral| flamand| espagnol)?)(?!\w)"
)
"""The government whose plan it is, where it is no name."""
PUBLIC = Expression(
    r"[Pp]lan de relance|[Rr]ecovery plan|.*[Ii]nvestissements d'[Aa]venir|PIA\b|.*Relance$|Next ?Generation"
)
_THE = r"\b(?:[Ll]e|[Cc]e|[Ll]a|[Cc]ette|[Dd]u|[Aa]u|[Tt]he|[Tt]his) "
_REFERS = Expression(rf"{_THE}(?:plan|feuille de route|stratégie|schéma|document|strategy|roadmap)(?![\w-])(?! ⟨)")
_UNNAMED = Expression(
    r"\b(?:[Uu]ne?|[Ll]e|[Ll]a|[Ss]on|[Ss]a|[Ll]eur|[Cc]e|[Cc]ette|[Aa]n?|[Tt]he|[Ii]ts) (?P<name>(?:nouvelle |nouveau |new )?(?:plan|feuille de route|stratégie|strategy|roadmap)"
    r"(?: (?:d'actions?|spatiale?|régionale?|nationale?|stratégique|ministériel(?:le)?|de développement|de relance))?)(?![\w-])(?! de vol| social| financier| cadre)"
)


_INTRODUCES = Expression(
    r"\b(?:an?|une?|the|la|le|its|sa|son) (?:[a-zà-ÿ]+ )?(?:plan|strategy|roadmap|stratégie|feuille de route|schéma)\b",
    re.IGNORECASE,
)


def introduces(typed: Typed) -> bool:
    """Whether a sentence speaks of a plan that the next one may name."""
    return not typed.of_kind("T") and _INTRODUCES.search(typed.string) is not None


def refers(typed: Typed) -> bool:
    """Whether a sentence speaks of a plan by its noun alone."""
    return _REFERS.search(typed.string) is not None


def unnamed(document: Document) -> Iterator[Filler]:
    """The plan of a text that names none, where the text tells what it sets out."""
    if any(m.kind == "T" for m in document.mentions):
        return
    for index, typed in enumerate(document.prose):
        match = _UNNAMED.search(typed.string)
        near = document.prose[index : index + 2]
        if match and any(any(outline.set_out(document, index + n, t, agreement=False)) for n, t in enumerate(near)):
            yield worded("name", document, typed, match.span("name"))
            return
