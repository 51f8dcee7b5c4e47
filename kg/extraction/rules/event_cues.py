"""What is said of a text's own event in sentences that do not name it: each cue stands by the slot that it fills."""

from __future__ import annotations

import re

from kg.extraction.typed import compiled

_THE_EVENT = (
    r"(?:(?:la |le |les |l'|the )?⟨E\d+⟩|l'événement|l'évènement|la manifestation|le salon|le forum|le festival|le congrès|le rendez-vous|la rencontre|"
    r"la journée|le colloque|la conférence|le symposium|la soirée|l'édition|cette édition|the event|the show|the conference)"
)
_ON_STAGE = (
    r"(?:[àÀ] la tribune|[Aa]u micro|[Ss]ur (?:la )?scène|[Ss]ur l'estrade|[Dd]ans (?:les (?:travées|allées|rangs|gradins)|"
    r"l'assistance|la salle|le public)|[Aa]u premier rang|[Pp]armi (?:les )?(?:invités|intervenants|orateurs|participants|exposants)|"
    r"[Cc]ôté (?:invités|intervenants|orateurs|participants|exposants)|[Aa]u générique|[Aa]utour de la table|"
    r"[Oo]n stage|[Oo]n the podium|[Ii]n the audience|[Oo]n hand)"
)

ANYWHERE = (
    ("organiser", compiled(r"(?:à l'(?:initiative|invitation|appel)|sous (?:la houlette|l'impulsion|la bannière)|at the (?:initiative|invitation)) (?:conjointe )?{det}<organiser:OX+>")),
    ("organiser", compiled(r"[Dd]errière (?:ce|cet|cette|l') ?[^.;⟨⟩]{3,40}, {det}<organiser:OX+>")),
    ("organiser", compiled(r"l'invitation (?:émanait|venait|émane|vient|avait été lancée par|a été lancée par) {det}<organiser:OX+>")),
    ("organiser", compiled(r"(?:aux (?:manettes|commandes|manœuvres)|à la (?:manœuvre|barre|baguette)|[Oo]rganisat(?:eurs?|rices?)|[Oo]rganisers?|behind the event)(?:,| :|:)? ?{det}<organiser:OX+>")),
    ("organiser", compiled(rf"<organiser:OX+>(?:, [^,.;⟨⟩]{{3,60}},)? (?:(?:a|ont|va|vont) )?(?:co-?)?organis\w+ (?:pour cela |ensemble |conjointement )?{_THE_EVENT}")),
    ("organiser", compiled(r"<organiser:OX+>(?:, [^,.;⟨⟩]{3,60},)? (?:(?:est|sont|était|étaient) (?:tous deux )?(?:aux (?:manettes|commandes|manœuvres)|à la (?:manœuvre|barre|baguette))|(?:(?:a|ont|avait|avaient) )?(?:convi\w+|donn\w+ rendez-vous)|met(?:tent)? sur pied)")),
    ("supporter", compiled(r"(?:avec (?:⟨N\d+⟩ )?(?:le |la |les )?partenaires?|[Pp]artenaires?(?: [^.:;⟨⟩]{0,30})?|[Ss]ponsors?|[Mm]écènes?|[Pp]artners?)(?: :|:|, (?:dont|à savoir)) ?{det}<supporter:OFX+>")),
    ("supporter", compiled(r"<supporter:OX+> (?:soutien(?:t|nent)|parrain(?:e|ent)|finance(?:nt)?|accompagne(?:nt)?|support|back|sponsor)s? " + _THE_EVENT)),
    ("participant", compiled(rf"{_ON_STAGE}(?:,| :|, on (?:reconnaissait|retrouvait|croisait))? ?{{det}}<participant:PO+>")),
    ("participant", compiled(r"<participant:P+>(?:, [^,.;⟨⟩]{3,60},)? (?:(?:y )?(?:pass|ser|interviend|prend|viend)(?:ra|ront|era|eront)(?! (?:nommé|remplac))|(?:est|sont|était|étaient) (?:attendue?s?|annoncée?s?|de la partie|du voyage|à la tribune|venue?s?|là|invitée?s?)|(?:a|ont|avait|avaient) (?:fait le déplacement|pris la parole|ouvert (?:la séance|les débats|le bal)|coupé le ruban|répondu présent))")),
    ("participant", compiled(r"(?:place à|[Oo]n y (?:croise|croisait|croisera|a croisé|retrouve|retrouvait|retrouvera|verra|entendra|attend)|(?:la marraine|le parrain|l'invitée? d'honneur)(?:,| :| est| sera|, elle se nomme|, il se nomme|, c'est| se nomme)?) {det}<participant:PO+>")),
)  # fmt: skip
_MEETS = (
    r"(?:se (?:tien|ten|déroul|retrouv|réuni|donn)|s'(?:est|était|étaient|sont) (?:donné|tenu|déroulé|réuni|retrouvé)|"
    r"s'ouvr|(?:a|ont|aura|avait) (?:eu )?lieu|takes? place|met\b|gathered)"
)
VENUES = (
    ("place", compiled(r"pouss\w+ (?:la porte|les portes) (?:de la |de l'|du |de |d')<place:OFLX>")),
    ("place", compiled(r"⟨E\d+⟩ (?:returns|comes|moves|heads|is heading|revient|arrive|s'installe|pose ses valises) (?:to |à |au |à la )<place:LF>")),
    ("place", compiled(rf"<place:LFX>(?: (?:de |d'|à |, )(?P<place2>⟨L\d+⟩))?[^.;:⟨⟩]{{0,15}},? (?:que |qu'|où )[^.;:]{{0,70}}{_MEETS}")),
    ("place", compiled(rf"{_MEETS}\w*(?: [^.;:⟨⟩]{{0,25}})? (?:chez |dans les locaux (?:de |d'|du ))<place:O>")),
    ("place", compiled(r"<place:LFX>,? (?:(?:a|ont|va|vont|avait) )?(?:accueill\w+|abrit\w+|servi\w* de cadre|déroul\w+ le tapis rouge|remet(?:tait)? ça|hosts?\b|hosted)")),
    ("place", compiled(r"(?:qui s'est donné rendez-vous|se (?:donnent?|donnaient|retrouv\w+)(?: rendez-vous)?|rendez-vous(?: est)?(?: donné| pris| fixé)?|direction) (?:à la |à l'|à |au |aux |sur |le |la )<place:LFX>(?: (?:de |d'|à )(?P<place2>⟨L\d+⟩))?")),
)  # fmt: skip
SPOKE = (
    ("participant", compiled(r"<participant:P>(?:, [^.;]{3,90}?,)? (?:l'a dit en (?:ouverture|préambule|conclusion|clôture)|(?:l')?(?:a|avait) (?:[a-zà-ÿ]+ )?(?:martelé|plaidé|rappelé|lancé|souligné|déclaré|insisté|assuré|affirmé|salué|exhorté|prévenu|résumé|ironisé|expliqué))")),
    ("participant", compiled(r"<participant:P>(?:, [^.;]{3,90}?,)? (?:read out|told (?:the |delegates|reporters)|took the floor|addressed|opened the)")),
    ("participant", compiled(r"\b(?:a|avait) (?:[a-zà-ÿ'-]+ ){0,2}?(?:martelé|plaidé|rappelé|lancé|souligné|déclaré|insisté|assuré|affirmé|salué|exhorté|prévenu|résumé|ironisé|expliqué) <participant:P>")),
)  # fmt: skip
UNNAMED = re.compile(
    r"\b(?:[Cc]ette|[Cc]et|[Cc]e|[Ll]a|[Ll]e|[Ll]'|[Uu]ne?|[Dd]e la|[Dd]u|[Aa]u) ?(?:première |grande |nouvelle )?(?P<name>(?:matinée|journée|soirée|cérémonie|rencontre|colloque|séminaire|"
    r"conférence|table ronde|convention d'affaires|assemblée générale|webinaire|hackathon|symposium|congrès|forum|salon|sommet|session)"
    r"(?: (?:d'(?!un)|de (?!la |l')|des )[a-zà-ÿ]+(?: [a-z]+(?:ale|elle|ique|ive|aux))?| [A-ZÀ-Ý][\w-]+|(?: [a-z]+(?:ale|elle|ique|ive|aire)))?)(?![\w-])"
)
GATHERS = re.compile(
    r"réuni|rassembl|\bten(?:ait|aient|u)|assist|particip|organis|invit|accueil|ouvert|s'ouvr|menu|programme|tenu|tien|déroul|lieu|public|intervenant|tribune|gather|attend",
    re.IGNORECASE,
)
VENUE_TOWN = re.compile(
    r"(?P<venue>⟨[FXO]\d+⟩)(?: \([^()]{2,40}\))?(?:, | \(| à | de | d'|, à |, [a-zà-ÿ' ]{3,40} (?:de |d'|à )| in |, in )(?P<town>⟨L\d+⟩)"
)
EDITION = re.compile(r"⟨R(?P<number>\d+)⟩ (?:édition|numéro|opus|mouture|cuvée|edition|du nom)", re.IGNORECASE)
PREVIOUS = re.compile(
    r"\b(?:[Tt]he last time|[Ll]a dernière fois|the (?:previous|last) (?:one|edition)|(?:la|l'édition|sa) précédente|(?:la|sa) dernière édition|l'édition (?:passée|d'avant))\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:avait|avaient|était|étaient|s'était|s'étaient|had)\b|⟨R\d+⟩ (?:édition|edition),? (?:en|in|il y a|tenue) "
)
ANNOUNCED_DAY = re.compile(
    r"(?:rendez-vous|date|agenda|calendrier|prévue?s?|programmée?s?|fixée?s?|noter|save the date|scheduled|set for|due)[^.;⟨⟩]{0,30} (?:le |les |au |du |pour le |pour les |on |for |from )?$",
    re.IGNORECASE,
)
