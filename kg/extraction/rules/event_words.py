"""The words that tell an event: that it is held, where, by whom, with whom, and again."""

from __future__ import annotations

import re

from kg.extraction.typed import compiled

HELD = re.compile(
    r"(?:\b(?:se |s')(?:tien|tenai|tenir|déroul|partag|réuni)\w*|s'(?:est|était|étaient|sont) (?:tenu|déroulé|ouvert)\w*|s'ouvr\w+|\b(?:a|ont|aura|auront|avait|avaient|aurait|avoir) (?:eu )?lieu|donn\w+ rendez-vous|ses quartiers|salle comble|remet ça|"
    r"\b(?:for|at|during|lors d[eu]|lors des|à l'occasion d[eu]|pendant|profitant d[eu]|en marge d[eu]|venue?s? (?:au|à)|ven(?:aient|ait|us|ue|u) (?:pour|assister)|[Dd]epuis les (?:allées|travées)|il y aura|⟨[FL]\d+⟩[^.;]{0,40}pour (?:la |le |les |l')⟨E|rendue?s? (?:au|à)|stand (?:au|à)|(?:sera|seront|était|étaient) (?:au|à)) (?:la |le |l'|the )?(?:[a-z]+ )?[«\"]? ?⟨E|avait [^.;]{3,30} pour thème|a occupé une journée|organis\w+|accueill\w+|ouvr\w+|ouvert|réuni\w+|rendez-vous|revient|édition|particip\w+|invit\w+|donne|inaugur\w+|lancé|annoncée?|envisag\w+|en visite|en déplacement|présent|"
    r"\bhost\w*|held|takes? place|took place|will be|returns?|opens?|gather\w*|\bran\b|attend\w*|edition|(?:du|les|le|on|from|en|in|dès|ce) ⟨D|⟨D\d+⟩ (?:à|au|in|at))",
    re.IGNORECASE,
)
EDITION_BEFORE = re.compile(
    r"(?:⟨R(\d+)⟩ (?:édition|édition annuelle|edition|annual)?(?: ?(?:de la |de l'|des |du |de |d'|of the |of ))?|⟨R(\d+)⟩ )(?:\w+ )?$"
)
EDITION_AFTER = re.compile(r"^[,®]{0,2} ?[\"»(]? ?\(?⟨R(\d+)⟩ (?:édition|edition|du nom)")
EDITION_ANY = re.compile(
    r"⟨R(\d+)⟩ (?:édition|edition|du nom|numéro|mouture|cuvée|opus)|édition inaugurale|inaugural edition", re.IGNORECASE
)
PLACE = compiled(
    r"(?:\bprès de |\bà la |\bà l'|\bà |\bau sein d[eu] |\bau |\baux |\bdans le |\bdans la |\bdans l'|\bdans les murs d[eu] ?|\bin the |\bin |\bat the |\bat |entre |sur le site d[eu] )<place:LFX>(?:(?:,| \(|, à| à| de| d'| in|, in|, au|, dans)? ?(?P<place2>⟨[LF]\d+⟩))?"
)
HOSTED = compiled(
    r"<place:LFX>,? (?:qui |that |which )?(?:a |ont |va |vont |avait |will )?(?:also |aussi |également )?(?:accueill\w+|hosts?\b|hosted|abrit\w+|host\b|be the venue)|"
    r"c'est (?:à |au |chez )?(?:la |le |l')?(?P<place3>⟨[LFXO]\d+⟩)(?: \([^()]{2,60}\))? qu(?:i|e|') ?(?:a |ont |va |avait )?(?:accueill\w+|abrit\w+|reçu\w*|fait salle comble)"
)
OF_TOWN = compiled(r"⟨E\d+⟩(?: \([^()]{2,30}\))? (?:de |d'|à |in |at )<place:L>")
VENUE = compiled(r"(?:\bà la |\bà l'|\bau |\bat the |\bat )<place:O>")
CAMPUS = compiled(r"\b[àÀ] <place:O>")
ORGANISER = compiled(
    r"(?:organisée?s?|portée?s?|co-?organisée?s?|initiée?s?|proposée?s?|pilotée?s?|imaginée?s?|lancée?s?|organi[sz]ed|hosted|run|staged|co-?hosted)(?: [^.;⟨⟩]{0,40})?(?: ⟨N\d+⟩ ans?)?(?: conjointement)? (?:par|by) {det}<organiser:O+>"
)
ORGANISES = compiled(
    r"<organiser:OX+>[^.;⟨⟩]{0,40} (?:organise(?:nt|ra|ront)?|co-?organise(?:nt)?|a organisé|ont organisé|(?<!se )lance(?:nt)?|accueill(?:e|ent|era)|propose(?:nt)?|fai(?:t|sait) vivre|organi[sz]es?|hosts?|hosted|is hosting|stages?)\b"
)
SUPPORTER = compiled(
    r"(?:soutenue?s?|appuyée?s?|parrainée?s?|financée?s?|sponsorisée?s?|supported|sponsored|backed) (?:par|by) {det}<supporter:O+>|(?:avec (?:le soutien|l'appui|le concours|le parrainage|l'aide)|en partenariat avec|sous l'égide|with the support|with support|in partnership with|en collaboration avec|in association with|sous le patronage) ?(?:de la |de l'|du |des |de |d'|of the |of |from the |from |the |la |le |les |l')?<supporter2:O+>|soutien (?:fort )?est accordé par {det}(?:[a-zà-ÿ]+ )?<supporter3:O+>"
)
PRESENT = compiled(
    r"(?:en présence (?:notamment )?d[eu']|in the presence of|attended by|tables? rondes? avec|intervenants?(?: [^.;:⟨⟩]{0,40})?(?: comme| dont| :)|speakers?(?: include| including|:)|y participe(?:nt|ront)(?: [^.;:⟨⟩]{0,60})?(?: comme)?|parmi (?:les (?:intervenants|participants|exposants|invités|orateurs)|eux|lesquels)(?: figurent|,)?|(?:se tenaient|étaient|se trouvaient) au premier rang :|représentée?s? par|avaient fait le déplacement|avait fait le déplacement|avaient répondu présents?|autour d[eu'] ?|exposants?(?: [a-zà-ÿ]+)? :|featuring|speakers from|invités? :|entouré(?:e)? d[eu'] ?) ?{det}(?:[a-zà-ÿ ]{0,30}? )?<participant:PO+>"
)
CAME = compiled(
    r"<participant:PO+>,? (?:(?:avaient|ont|ayant|étaient|seront|sont|y) (?:[a-zà-ÿ ]{0,15})?(?:répondu présents?|présents?|représentés|de la partie|exposé|exposeront|participé|participeront|pris part)|y (?:participent|exposent|seront)| (?:est|sont|figurent?|are|is) (?:l'une? des |parmi les |one of the |among the )?(?:personnalités|invités|intervenants|têtes d'affiche|guests|speakers)|took part|were present|will (?:attend|exhibit|speak)|exhibited)"
)
VISITED = compiled(
    r"(?:[Vv]enue?s?|[Rr]endue?s?|[Pp]résente?s?|[Ii]nvitée?s?|[Ee]n visite|[Dd]e passage|[Ee]n déplacement) (?:au |à la |à l'|aux |à )(?:⟨R\d+⟩ )?⟨E\d+⟩(?: [^.;⟨⟩]{0,20})?, <participant:PO+>|"
    r"<participant2:P+>(?:, [^.;]{0,120}?,)?(?: [^.;⟨⟩]{0,40})? (?:venue?s?|rendue?s?|présente?s?|invitée?s?|en visite|de passage|en déplacement) (?:au |à la |à l'|aux |à )⟨E\d+⟩"
)
ORGANISERS = compiled(r"organisat(?:eurs?|rices?)(?: [^.;:⟨⟩]{0,20})?(?:,| :|, à savoir) ?{det}<organiser:O+>")
FORMER = re.compile(
    r"(?:[Ee]xit|[Aa]dieu|[Rr]emplace|succède (?:à|au)|prend la (?:suite|relève) d[eu]|[Rr]eplaces|[Ss]ucceeds)(?: le| la| l'| au| the)? ?$"
)
NEXT = re.compile(
    r"reviendra|prochaine édition|nouvelle édition|next edition|will return|rendez-vous est (?:déjà )?(?:donné|pris)|se retrouver",
    re.IGNORECASE,
)
PARTNER = compiled(
    r"<supporter:O+>(?:, [^.;⟨⟩]{0,40}(?:⟨P\d+⟩)?,)? (?:est|sont|is|are) (?:également |aussi )?(?:le |la |les |l'un des |a |the )?(?:partenaires?|mécènes?|sponsors?|partners?)\b"
)
ATTENDED = compiled(
    r"<participant:P+>(?:, [^.;]{0,120}?,)?[^.;⟨⟩]{0,60}?(?:était(?: [a-z ]+)? en déplacement|\ba (?:inauguré|participé|assisté|ouvert|visité|remis|annoncé|signé)|\bont (?:inauguré|participé|assisté|coupé|signé)|participer(?:a|ont)|participe(?:nt)?|inaugur(?:e|ent|ait)|interviendr(?:a|ont)|attended|opened|inaugurated|spoke|told)"
)
THERE = re.compile(
    r"premier rang|déplacement|présents?\b|rassembl|aux côtés|autour d|participa|réuni|invité|ruban|in attendance|attend|intervenants?|prises? de parole|tables? rondes?|[Cc]e jour-là|à cette occasion|on hand",
    re.IGNORECASE,
)
REFERS = re.compile(
    r"^(?:L'édition|Cette édition|Elle |Il |La (?:journée|manifestation|rencontre|réunion|soirée)|Le (?:rendez-vous|programme)|L'événement|L'évènement|Au programme|Y |Organisée?|Ce jour|À cette occasion|A cette occasion|Parmi|Son |Sa |Trois jours|Autour|Côté|Plus de|Pendant|Il sera|Un coup|The event|It |On |Among|Speakers|Exhibitors|Participants)",
    re.IGNORECASE,
)
INAUGURATED = re.compile(
    r"(?P<name>(?:inauguration|pose de la première pierre|grand opening|opening)(?: officielle)?(?: (?:de la |de l'|des |du |de |d'|of the |of )(?:⟨[OFSLX]\d+⟩))?)",
    re.IGNORECASE,
)


INAUGURATES = re.compile(
    r"(?:(?:a|ont|avait) été inaugur\w+ (?P<what>(?:la |le |l'|les )(?:⟨R\d+⟩ )?(?!⟨)[a-zà-ÿ]+(?: (?!d[eu] |d'un|des |dans |en |à |sur )[a-zà-ÿ]+)?(?: (?:de |du |de la )[a-zà-ÿ]+)?)|(?P<passive>⟨[OFS]\d+⟩)[^.;⟨⟩]{0,40} (?:a été|est|sera|seront|ont été|was|were|will be|has been) (?:[a-zé]+ )?inaugur\w+|\b(?:ont|a|va|vont|have|has|ouvert et) (?:[a-zé]+ )?inaugur\w+(?: (?:la |le |l'|les |son |sa |the |its )?(?P<active>⟨[OFS]\d+⟩))?)",
    re.IGNORECASE,
)
LAUNCHED = compiled(
    r"(?P<name>(?:lancement|ouverture|mise en service|launch)(?: officiel(?:le)?)? (?:de la |de l'|du |de |d'|of the |of )(?:⟨[OFX]\d+⟩))"
)
LAST_DAY = re.compile(
    r"(?:jusqu'au|until|se termine(?:ra)?|s'achève(?:ra)?|s'achever|se terminer|se clore|to end|ferme(?:ra)? ses portes) (?:le )?$",
    re.IGNORECASE,
)
REPORTED = re.compile(
    r"(?:relèv\w+|rapport\w+|indiqu\w+|écri\w+|révél\w+|publi\w+|reported|published)(?: (?:la |le |l')?⟨[XO]\d+⟩)?,? (?:le |du |dès le |on )?$",
    re.IGNORECASE,
)
SINCE = re.compile(r"voilà|il y a|depuis|since|ago", re.IGNORECASE)
LABELS = re.compile(
    r"quand|date|when|où|lieu|where|venue|décor|organi|aux (?:commandes|manettes|manœuvres)|à la (?:barre|manœuvre)|partenaires?|(?:en )?soutiens?|avec l'appui|partners?|sponsors?|"
    r"thèmes?|sujets?|au (?:programme|menu)|topics?|invités?|intervenants?|speakers?|guests?",
    re.IGNORECASE,
)
