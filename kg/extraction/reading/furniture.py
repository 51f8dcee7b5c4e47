"""Which lines of a text are page furniture: bylines, credits, links, sharing, legal lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.tables import first_names, plain

_LONGEST = 160
_OPENS = re.compile(
    r"[\s*•\-–—>▶►|]*(?:"
    # bylines
    r"(?:par|by)\s+(?:la|notre|our|the)?\s*(?:rédac|journalist|correspondant|staff|editor|newsroom|service)|"
    r"propos recueillis|interview(?:ed)? by|written by|"
    # credits
    r"©|\(c\)\s|crédits?\s*(?:photos?)?\s*[:©]|crédit\s+photo|photos?\s*(?:[:©(]|d\.?\s?r\b|by\s|credit)|"
    r"photo\s+(?:dr|d\.r|afp)|illustration\s*[:©(]|"
    r"(?:image|picture)\s*(?:credit|:|©)|copyright\b|tous droits|all rights|(?:\()?reproduction\s+(?:interdite|"
    r"prohibited)|"
    # links to other pages
    r"(?:à|a)\s+(?:lire|voir|écouter|découvrir)\s+(?:aussi|également|sur|:)|lire\s+(?:aussi|également|la suite|"
    r"plus)|voir\s+(?:aussi|également)|"
    r"read\s+(?:also|more|next|the full)|see\s+also|related\s+(?:articles?|stories|content)|more\s+(?:on|from|news)\b|"
    r"sur le même (?:sujet|thème)|pour (?:en savoir plus|aller plus loin)|en savoir plus\b|plus d'infos?\s*:|"
    r"retrouvez\s+(?:tous|toute|nous|nos)|"
    r"accueil\s*[>/|»]|home\s*[>/|»]|retour\s+(?:à|au|en)\s+(?:l'accueil|haut|sommaire)|haut de page|back to top|"
    # sharing, subscribing, commenting
    r"partager?\b|partagez\b|share\s+(?:this|on|via)|tweet(?:er)?\b|imprimer\b|print\s+this|envoyer par|"
    r"suivez(?:-nous|\s+nous|\s+toute)|follow\s+us|"
    r"abonne(?:z-vous|-toi|ment)|s'abonner|déjà abonné|article réservé|réservé aux abonnés|subscribe|sign\s+up|"
    r"log\s?in\b|inscri(?:vez-vous|ption à la newsletter)|"
    r"newsletters?\b|réagi(?:r|ssez)\b|\d*\s*commentaires?\s*$|\d*\s*comments?\s*$|commenter\b|signaler\b|"
    r"cookies?\b|nous utilisons des cookies|we use cookies|"
    r"sujets les|envie d.en lire plus|vous avez aimé|"
    # dates and lengths of the page
    r"temps de lecture|reading time|lecture\s*:?\s*\d+\s*min|\d+\s*min(?:utes)?\s+(?:de lecture|read)|(?:publié|"
    r"paru|posté|mis à jour|mis en ligne|modifié)\s+(?:le|par|à)\b|"
    r"(?:published|posted|updated|last (?:updated|modified))\b\s*(?:on|:|by|\d)|"
    # contacts, tags, advertising
    r"contacts?\s*(?:presse|press|média|:)|(?:press|media)\s+contacts?|relations presse|tags?\s*:|mots[- ]clés|"
    r"thèmes?\s*:|rubriques?\s*:|"
    r"publicité\b|advertisement|sponsored|contenu sponsorisé|"
    r"(?:ré)?écoute[rz]\b.{0,30}\bmin|▶|mentions légales|politique de confidentialité|privacy policy"
    r")",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"^[^.!?]{0,80}\|[^.!?]{0,60}(?:min(?:utes?)?\s+(?:de\s+)?(?:lecture|read)|temps de lecture|partager|"
    r"imprimer|share|newsletter|print)\b"
    r"|^\s*(?:facebook|twitter|linkedin|whatsapp|instagram|youtube|x|courriel|e-?mail)(?:\s*[|"
    r",/·-]\s*(?:facebook|twitter|linkedin|whatsapp|instagram|youtube|x|courriel|e-?mail|imprimer|print))*\s*$"
    r"|\(?reproduction interdite\)?\s*$|^[^.!?]{0,60}©[^.!?]{0,60}$",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"\s*(?:[Pp]ar|[Bb]y|PAR|BY)\s+(?!THE\b|LES?\b|LA\b|The\b)(?:[A-ZÀ-Ý][\w'’.-]+\s*){1,4}(?:[,|–—-].{0,80}|\(.{0,60}\))?\s*$"
)
_SIGNED = re.compile(
    r"\s*(?P<first>[A-ZÀ-Ý][a-zà-ÿ'’]+)(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?(?: [A-ZÀ-Ý]\.)?"
    r"(?: (?:(?:de|du|des|de la|van|von|di|da|le|la) )?(?:d['’])?[A-ZÀ-Ý][\w'’-]+){1,2}"
    r"(?:\s*[-–—|,(]\s*(?:(?i:(?:\w+ ){0,2}(?:journalist|correspond|envoy|report|rédact))|à |in |le |\d).{0,60})?\s*$"
)
"""A byline that is a name by itself; so may be a heading, but for the first lines."""
_INITIALS = re.compile(r"\s*(?:[A-Z]\.\s?-?){2,3}\s*$")


def find(text: str) -> Iterator[tuple[int, int]]:
    """The range of each line that is furniture, without its line end."""
    start = 0
    lines = text.split("\n")
    written = [at for at, line in enumerate(lines) if line.strip()]
    body = next((at for at in written if len(lines[at]) > _LONGEST), 0)
    for at, line in enumerate(lines):
        end = start + len(line)
        if line.strip() and (_is_furniture(line) or (written[0] < at < body and _is_signature(line))):
            yield start, end
        start = end + 1


def _is_signature(line: str) -> bool:
    match = _SIGNED.match(line)
    return match is not None and plain(match["first"]) in first_names()


def _is_furniture(line: str) -> bool:
    if len(line) > _LONGEST:
        return False
    return any(pattern.match(line) for pattern in (_OPENS, _BYLINE, _INITIALS)) or _WITHIN.search(line) is not None
