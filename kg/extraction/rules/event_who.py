"""Who organises, supports and attends an event: words that point at a list of names before or behind them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.patterns import Pattern
from kg.extraction.typed import MARK, Typed, compiled

_EVENT = (
    r"(?:(?:la |le |les |l'|the |cette |ce |cet )?⟨E\d+⟩|(?:l'|cet )(?:événement|évènement|édition)|(?:la|cette) (?:manifestation|rencontre|journée|conférence|soirée|matinée|cérémonie|réunion|fête|compétition|édition)|"
    r"(?:le|ce) (?:salon|forum|festival|congrès|rendez-vous|colloque|symposium|concours|sommet|challenge|séminaire|défi|hackathon)|(?:the|this) (?:[a-z]+(?:-[a-z]+)? ){0,2}(?:event|show|conference|summit|forum|festival|competition|fair|meeting|expo|workshop|gathering|contest|reception|dinner|ceremony))"
)
_MADE = (
    r"(?:co-?)?(?:organisée?s?|portée?s?|initiée?s?|proposée?s?|pilotée?s?|imaginée?s?|lancée?s?|animée?s?|montée?s?|orchestrée?s?|concoctée?s?|coordonnée?s?|préparée?s?|conçue?s?|"
    r"créée?s?|assurée?s?|mise?s? (?:sur pied|en place)|tenue?s?|convoquée?s?|accueillie?s?|organi[sz]ed|hosted|run|staged|convened|led|put on|co-?ordinated|arranged)"
)
_MAKES = (
    r"(?:co-?organis(?:e|ent|ait|aient|era|eront)|organis(?:e|ent|ait|aient|era|eront|aient)|(?:a|ont|avait|avaient|va|vont) (?:co-?)?(?:organis|mont|imagin|prépar|convi|orchestr|pilot)\w+|(?<!se )lance(?:nt)?|accueill(?:e|ent|era|eront|ait)|propose(?:nt)?|"
    r"fai(?:t|sait|saient) vivre|(?:convi|mont|orchestr|pilot)(?:e|ent|ait|aient)\b|(?:co-?)?organi[sz]es?|(?:co-?)?organi[sz]ed|hosts?|hosted|(?:is|are|will be) (?:hosting|organi[sz]ing)|will host|stages?|staged|convenes?|convened|puts? on|runs)\b(?! by)"
)
_HELP = r"(?:(?:le |la |l')?(?:soutien|appui|concours|parrainage|aide|patronage|participation financière|support|complicité|mécénat)|support|backing|sponsorship|funding|help)"
_BACKED = r"(?:soutenue?s?|appuyée?s?|parrainée?s?|financée?s?|co-?financée?s?|sponsorisée?s?|épaulée?s?|accompagnée?s?|supported|sponsored|backed|funded|underwritten)"
_FROM = r"(?:de la |de l'|du |des |de |d'|of the |of |from the |from |the |la |le |les |l')?"
_SEEN = r"(?:croise|croisait|croisera|a croisé|retrouve|retrouvait|retrouvera|verra|voyait|entendra|entendait|attend|attendait|reconnaissait|aperçoit|apercevait|a vu|a pu (?:voir|entendre|croiser))"
_ON_STAGE = (
    r"(?:[àÀ] la tribune|[Aa]u micro|[Ss]ur (?:la )?scène|[Ss]ur l'estrade|[Dd]ans (?:les (?:travées|allées|rangs|gradins)|"
    r"l'assistance|la salle|le public)|[Aa]u premier rang|[Pp]armi (?:les )?(?:invités|intervenants|orateurs|participants|exposants|présents|personnalités)|"
    r"[Cc]ôté (?:invités|intervenants|orateurs|participants|exposants)|[Aa]u générique|[Aa]utour de la table|[Ee]n tribune|"
    r"[Oo]n stage|[Oo]n the podium|[Ii]n the audience|[Oo]n hand|[Ii]n the room|[Aa]mong (?:the |those )?(?:speakers|guests|exhibitors|attendees|delegates|attending|present))"
)
_SAID = (
    r"(?:martelé|plaidé|rappelé|lancé|souligné|déclaré|insisté|assuré|affirmé|salué|exhorté|prévenu|résumé|ironisé|expliqué|réagi|retenu|évoqué|détaillé|conclu|remercié|rendu hommage|"
    r"présenté|exposé|témoigné|dressé le|appelé à|promis|confirmé|dévoilé|prononcé)"
)
_ASIDE = r"(?:, [^,.;⟨⟩]{3,60},)?"

_BEHIND: tuple[tuple[str, str, str], ...] = (
    ("organiser", "OX", r"(?:à l'(?:initiative|invitation|appel)|sous (?:la houlette|l'impulsion|la bannière|la conduite)|at the (?:initiative|invitation)|on the initiative)(?: conjointe)? {det}"),
    ("organiser", "O", r"[Dd]errière (?:ce|cet|cette|l') ?[^.;⟨⟩]{3,40}, {det}"),
    ("organiser", "OX", r"l'(?:invitation|initiative) (?:émanait|venait|émane|vient|revient|avait été lancée par|a été lancée par|est portée par) {det}"),
    ("organiser", "OX", r"(?:aux (?:manettes|commandes|manœuvres)|à la (?:manœuvre|barre|baguette)|[Oo]rganisat(?:eurs?|rices?)(?: [^.;:⟨⟩]{0,20})?|[Oo]rgani[sz]ers?|behind the event)(?:,| :|:|, à savoir)? ?{det}"),
    ("organiser", "O", r"[Ll]'idée (?:vient|venait|est venue|revient) (?:de la |de l'|du |de |d'|à la |à l'|à |au )"),
    ("supporter", "O", r"soutien (?:fort )?est accordé par {det}(?:[a-zà-ÿ]+ )?"),
    ("supporter", "OFX", r"(?:avec (?:⟨N\d+⟩ )?(?:le |la |les )?partenaires?|[Pp]artenaires?(?: [^.:;⟨⟩]{0,30})?|[Ss]ponsors?|[Mm]écènes?|[Pp]artners?|[Ss]outiens?)(?: :|:|, (?:dont|à savoir)) ?{det}"),
    ("supporter", "OFX", r"(?:[Pp]armi (?:les|ses) (?:partenaires|soutiens|sponsors|mécènes)|[Aa]mong (?:the|its) (?:partners|sponsors|backers))(?: figur\w+| are| were|,| :)? {det}"),
    ("supporter", "OE", r"(?:⟨N\d+⟩ )?partenaires (?:(?:avaient|ont|avait) (?:prêté main-forte|apporté leur (?:soutien|concours|aide)|soutenu[^:.;⟨⟩]{0,30})|l'(?:épaulaient|appuyaient|accompagnaient|épaulent)|les épaul\w+)(?:[^.:;⟨⟩]{0,20})? : {det}"),
    ("supporter", "OLX", r"(?:qui (?:soutien|appui|épaul|accompagn|financ|parrain)\w+ [^:.;]{0,50}|[Cc]oup de chapeau[^:.;]{0,60}) ?: {det}"),
    ("participant", "PO", r"(?:[Ee]n (?:la )?présence (?:notamment |entre autres )?d[eu']|in the presence of|attended by|joined by|tables? rondes? avec|intervenants?(?: [^.;:⟨⟩]{0,40})?(?: comme| dont| :)|speakers?(?: include| including|:)|y participe(?:nt|ront)(?: [^.;:⟨⟩]{0,60})?(?: comme)?|parmi (?:les (?:intervenants|participants|exposants|invités|orateurs)|eux|lesquels)(?: figurent|,)?|(?:se tenaient|étaient|se trouvaient) au premier rang :|représentée?s? par|avai(?:t|ent) fait le déplacement|avaient répondu présents?|autour d[eu'] ?|exposants?(?: [a-zà-ÿ]+)? :|featuring|guests? (?:included?|including)|speakers from|invités? :|entourée? d[eu'] ?|accompagnée? d[eu'] ?|aux côtés d[eu'] ?|alongside) ?{det}(?:[a-zà-ÿ ]{0,30}? )?"),
    ("participant", "PO", rf"{_ON_STAGE}(?:,| :|, on (?:reconnaissait|retrouvait|croisait))? ?(?:figur\w+ )?{{det}}"),
    ("participant", "P", r"(?:(?:[Kk]eynote|[Gg]uest) speakers?|[Mm]oderat(?:or|ed by)|chaired by|[Gg]rand témoin|[Ii]nvitée? d'honneur|(?:[Jj]ury|[Ss]éance|[Tt]able ronde|[Dd]ébats?|[Ss]ession|[Pp]anel)s? [^.;⟨⟩]{0,30}(?:présidée?s?|modérée?s?|animée?s?) par|(?:will )?hear(?:s|d)? from)(?:,| :)? {det}(?:[a-zà-ÿ' ]{0,40}? )?"),
    ("participant", "P", r"(?:[Ss]ont|[Ee]st|[Éé]taient|[Éé]tait|[Ss]eront|[Ss]era) (?:[a-zà-ÿ]+ )?(?:annoncée?s?|attendue?s?|présente?s?|réunie?s?|invitée?s?|conviée?s?)(?: [^.;:⟨⟩]{0,30})?,? (?:[a-zà-ÿ]+ ){0,4}?"),
    ("participant", "P", r"(?:avai(?:t|ent)|ont|a) (?:fait venir|convié|invité|réuni|rassemblé|reçu|accueilli) [^.;⟨⟩]{0,60}"),
    ("participant", "PO", rf"(?:place à|[Oo]n y {_SEEN}|(?:la marraine|le parrain|l'invitée? d'honneur)(?:,| :| est| sera|, elle se nomme|, il se nomme|, c'est| se nomme)?) {{det}}"),
    ("participant", "PO", r"(?:⟨[EF]\d+⟩|salon|forum|festival|congrès|colloque|rendez-vous|soirée|journée|rencontre|salle|village|événement)[^.;⟨⟩]{0,25},? où se (?:sont )?(?:crois|retrouv|press|rencontr|côto)\w* {det}"),
    ("participant", "P", r"\by (?:avait|a|ont|avaient) (?:[a-z]+ )?(?:croisé|rencontré|retrouvé|côtoyé) "),
    ("participant", "PO", r"[Yy] (?:prendront|prennent|prenaient|ont pris|avaient pris) part(?: notamment)? {det}"),
    ("participant", "PO", r"(?:[Jj]udges|[Ss]peakers|[Pp]anell?ists|[Gg]uests|[Aa]ttendees|[Dd]elegates|[Ee]xhibitors|[Pp]articipants|[Jj]urés|[Ii]nvités)(?: [a-zà-ÿ ]{0,20})? (?:includ(?:e|ed|es|ing)|were|comptaient|étaient|sont)(?: notamment)? {det}"),
    ("participant", "PO", r"(?:^|[.;] )[Aa]vec ?: {det}"),
    ("organiser", "OX", r"(?:^|[.;] )[Oo]rganisation ?: {det}"),
    ("participant", "P", r"⟨E\d+⟩ (?:a été|est|fut|sera|was) (?:pour|for) "),
    ("participant", "P", rf"(?:{_MADE}|inaugurée?s?|ouverte?s?|opened|inaugurated|unveiled) (?:ce |le |hier|jeudi|lundi|mardi|mercredi|vendredi|⟨D\d+⟩|en |officiellement |[ ,])*(?:par|by) {{det}}(?:[a-zà-ÿ ']{{0,40}} )?"),
    ("participant", "PO", r"(?:[Vv]enue?s?|[Rr]endue?s?|[Pp]résente?s?|[Ii]nvitée?s?|[Ee]n visite|[Dd]e passage|[Ee]n déplacement) (?:au |à la |à l'|aux |à )(?:⟨R\d+⟩ )?⟨E\d+⟩(?: [^.;⟨⟩]{0,20})?, "),
)  # fmt: skip
"""Slot, kinds of name, and the words that the list of names stands behind."""
_BEHIND_IT: tuple[tuple[str, str, str], ...] = (
    ("organiser", "OFX", rf"\b{_MADE}(?: [^.;⟨⟩]{{0,40}})?(?: ⟨[NU]\d+⟩(?: ans?)?)?(?: conjointement)? (?:par|by) {{det}}(?:[a-zà-ÿ-]+ ){{0,3}}?"),
    ("organiser", "O", r"\b(?:co-?)?organi[sz]\w+(?: (?:la |le |l'|cette |cet |ce )[a-zà-ÿ]+)?,? (?:aux côtés d[eu]|avec|conjointement avec|together with|jointly with) {det}"),
    ("organiser", "O", rf"{_MADE} (?:par|by) {{det}}⟨O\d+⟩,?(?: conjointement| together| jointly)?(?: avec| with| aux côtés d[eu])[ '] ?{{det}}"),
    ("participant", "PO", r"(?:(?:brought|brings|bringing|will bring) together|(?:a|ont) (?:réuni|rassemblé)|réuni(?:t|ra|ront|ssait|ssent)|rassembl(?:e|ent|ait|era|eront))(?: notamment| entre autres| autour (?:de la|d'une) table)? {det}"),
    ("participant", "P", r"(?:présidée?s?|modérée?s?|animée?s?|clôturée?s?|ouverte?s?|introduite?s?|[Cc]haired|[Mm]oderated|[Hh]osted) (?:par|by) {det}(?:[a-zà-ÿ' ]{0,40}? )?"),
    ("supporter", "OX", rf"{_BACKED} (?:par|by) {{det}}"),
    ("supporter", "O", rf"(?:[Aa]vec|grâce à|bénéfici\w+ (?:du|de)|reç\w+|with|thanks to|receiv\w+)(?: the)? {_HELP}(?: [a-zà-ÿ]+)? ?{_FROM}(?:[\w' -]{{2,30}} (?:et|and) (?:du |de la |de l'|de |des |the )?)?"),
    ("supporter", "O", rf"(?:[Ee]n (?:partenariat|collaboration|association|lien|coopération) avec|[Ss]ous (?:l'égide|le (?:haut )?patronage|le parrainage|l'égide)|[Ii]n (?:partnership|association|collaboration|conjunction) with) ?{_FROM}"),
)  # fmt: skip
"""The same where the words may be about anything: the sentence has to name the event, or to say "it"."""
_AHEAD: tuple[tuple[str, str, str], ...] = (
    ("organiser", "OX", rf"{_ASIDE} (?:(?:a|ont|va|vont) )?(?:co-?)?organis\w+ (?:pour cela |ensemble |conjointement )?{_EVENT}"),
    ("organiser", "OX", rf"{_ASIDE} (?:(?:est|sont|était|étaient) (?:tous deux )?(?:aux (?:manettes|commandes|manœuvres)|à la (?:manœuvre|barre|baguette)|(?:à )?l'origine d[eu])|(?:(?:a|ont|avait|avaient) )?(?:convi\w+|donn\w+ rendez-vous)|met(?:tent)? sur pied)"),
    ("organiser", "O", r" en (?:étaient|était|sont|est|seront|sera) (?:les? |l'|la )?(?:hôtes?|organisat\w+|maîtres? d'œuvre|chevilles? ouvrières?)"),
    ("organiser", "OFX", r" (?:l'|les )(?:a |ont |avait |avaient )?(?:co-?)?(?:organis|mont|anim|pilot|orchestr|prépar)\w+"),
    ("organiser", "O", r",? (?:(?:le |la |l')?⟨O\d+⟩, )?(?:co-?organisat(?:eur|rice)|co-?organi[sz]er)(?! de l'épreuve| du (?:concours|challenge|défi))"),
    ("organiser", "OX", r"(?:, [^.;⟨⟩]{3,120},)? (?:(?:a |ont |avait |avaient )?donn\w+ rendez-vous|convi(?:e|ent|ait|era|eront|é|er)\b|invit(?:e|ent|era|eront|ait)\b (?:ses|leurs|à|au|les|le|la)|(?:réuni(?:t|ra|ront|ssait|ssent)|rassembl(?:e|ent|era|ait)) (?:à|au|aux|ses|leurs|ce|le|la|hier|⟨)|tien(?:t|dra|drait|dront|ait|nent) (?:salon|congrès|séance|assemblée|conseil|réunion))"),
    ("organiser", "O", r"(?:, [^.;⟨⟩]{3,60},)? en (?:assur|coordonn|pilot|port|organis)(?:e|ent|ait|aient|era|eront)(?: (?:l'organisation|la coordination|le pilotage|l'animation))?"),
    ("organiser", "O", r"(?:, [^.;⟨⟩]{3,60},)? (?:la |le |l')?co-?présid(?:e|ent|ait|aient)\b"),
    ("organiser", "O", r" (?:tien(?:t|dra|nent|dront)|held|holds|will hold) (?:son|sa|ses|leur|leurs|its|their) (?:⟨R\d+⟩ )?⟨E"),
    ("organiser", "OX", r" (?:(?:a|ont|avait|avaient) (?:réuni|rassemblé|convié|invité)|réuni(?:t|ssent|ssait)|rassembl(?:e|ent|ait)|convi(?:e|ent|ait)) ⟨N\d+⟩"),
    ("supporter", "OX", rf" (?:soutien(?:t|nent)|parrain(?:e|ent)|finance(?:nt)?|accompagne(?:nt)?|appuie(?:nt)?|supports?|backs?|sponsors?) {_EVENT}"),
    ("supporter", "OX", r" (?:(?:a|ont|avait|avaient) (?:prêté main-forte|apporté (?:son|leur) (?:soutien|concours|aide|appui))|(?:prête(?:nt)?|apporte(?:nt)?) (?:main-forte|son|leur))"),
    ("supporter", "O", r" (?:ont |avaient |a |avait )?(?:mis|mettent|met) la main à la poche"),
    ("participant", "PO", r",? (?:(?:avaient|ont|ayant|étaient|seront|sont|y) (?:[a-zà-ÿ ]{0,15})?(?:répondu présents?|présents?|représentés|de la partie|exposé|exposeront|participé|participeront|pris part)|y (?:participent|exposent|seront)| (?:est|sont|figurent?|are|is) (?:l'une? des |parmi les |one of the |among )?(?:the )?(?:personnalités|invités|intervenants|têtes d'affiche|guests|speakers)|took part|were present|will (?:attend|exhibit|speak)|exhibited)"),
    ("participant", "POX", r"(?:, [^.;]{3,60},)? (?:sera|était|est|a été|seront|étaient|sont|will be|was|were) (?:également |aussi |bien |notamment |also )?(?:présente?s?|représentée?s?|present|represented) (?:au |à la |à l'|aux |sur le |at the |at )(?:⟨R\d+⟩ )?⟨E"),
    ("participant", "POX", r" (?:expos(?:e|ent|era|eront|ait|aient|é)|tien(?:t|dra|ait) (?:un |son )?stand|will (?:exhibit|attend|be (?:exhibiting|attending))|exhibited|is exhibiting|attended|attends) (?:au |à la |à l'|aux |sur le |at the |at |the )?(?:⟨R\d+⟩ )?⟨E"),
    ("participant", "PO", r",? y (?:particip|interv|expos)\w+"),
    ("participant", "POLX", r" (?:pour|comme|en) (?:invitée?s?|hôtes?|pays invité|région invitée) d'honneur| as (?:the )?guest (?:of honour|country|nation)"),
    ("participant", "POX", r"[^.;⟨⟩]{0,20} (?:tien(?:t|nent|dra|dront|ait)|dispos(?:e|ent|era) d'|anim(?:e|ent|era)|occup(?:e|ent|era)) (?:un |son |leur )stand\b"),
    ("participant", "P", r"(?:, [^.;]{0,120}?,)?[^.;⟨⟩]{0,60}?(?:était(?: [a-z ]+)? en déplacement|\ba (?:inauguré|participé|assisté|ouvert|visité|remis|annoncé|signé)|\bont (?:inauguré|participé|assisté|coupé|signé)|participer(?:a|ont)|participe(?:nt)?|inaugur(?:e|ent|ait)|interviendr(?:a|ont)|attended|opened|inaugurated|spoke|told)"),
    ("participant", "P", r"(?:, [^.;]{3,90}?,)? will (?:open|speak|attend|deliver|give|present|chair|join|moderate|address|cut|lead|take part|be (?:there|speaking|attending|on hand|joined))\b"),
    ("participant", "P", rf"{_ASIDE} (?:(?:y )?(?:représent(?:ait|aient|era)|siége(?:ait|aient)) |(?:y )?(?:pass|ser|interviend|prend|viend)(?:ra|ront|era|eront)(?! (?:nommé|remplac))|(?:est|sont|était|étaient) (?:attendue?s?|annoncée?s?|de la partie|du voyage|à la tribune|venue?s?|là|invitée?s?)|(?:a|ont|avait|avaient) (?:fait le (?:déplacement|voyage)|pris la parole|ouvert (?:la séance|les débats|le bal)|coupé le ruban|répondu présent|pris part))"),
    ("participant", "P", r"(?:, [^.;]{0,120}?,)?(?: [^.;⟨⟩]{0,40})? (?:venue?s?|rendue?s?|présente?s?|invitée?s?|en visite|de passage|en déplacement) (?:au |à la |à l'|aux |à )⟨E"),
)  # fmt: skip
"""Slot, kinds of name, and the words that the list of names stands before."""
_AHEAD_OF_IT: tuple[tuple[str, str, str], ...] = (
    ("organiser", "OX", rf"[^.;⟨⟩]{{0,40}} {_MAKES}"),
    ("supporter", "O", r"(?:, [^.;⟨⟩]{0,40}(?:⟨P\d+⟩)?,)? (?:est|sont|is|are) (?:également |aussi )?(?:le |la |les |l'un des |a |the )?(?:partenaires?|mécènes?|sponsors?|partners?)\b"),
)  # fmt: skip
"""The same where the words may be about anything."""
_OWN: tuple[tuple[str, Pattern], ...] = (
    ("organiser", compiled(r"(?:soirée|journée|rencontre|matinée|salon|événement|forum|colloque|conférence|concours|festival|⟨E\d+⟩),? (?:[^.,;⟨⟩]{0,30} )?(?:que |qu'){det}<organiser:O+> (?:ont |a |avaient |avait )?(?:propos|organis|mont|imagin|prépar|dédi|lanc|consacr|donn)\w+(?: [^.,;⟨⟩]{0,30})?(?:,? avec {det}<organiser2:O>)?")),
    ("organiser", compiled(r"<organiser:O>\)?(?:, [^.;⟨⟩]{3,60},)? [^.;⟨⟩]{3,60} (?:its|their|son|sa|ses|leur|leurs) (?:⟨R\d+⟩ )?(?:[a-zà-ÿ-]+ )?(?:édition (?:de |d'|du )?)?⟨E")),
    ("organiser", compiled(r"⟨E\d+⟩,? (?:le |la |l'|un |une )?(?:[a-zà-ÿ]+ )?dont {det}<organiser:O+> (?:est|sont|était) (?:à l'origine|l'organisat|les organisat|l'initiat|les initiat|aux)")),
    ("organiser", compiled(r"⟨E\d+⟩(?: \([^()]{2,30}\))? (?:animée?|pilotée?|portée?) (?:par|by) {det}<organiser:O+>")),
)  # fmt: skip
_ANNOUNCED: tuple[tuple[str, Pattern], ...] = (
    ("participant", compiled(r"<participant:P+>(?:, [^.;]{3,120}?,)?(?: [a-zà-ÿ' ]{0,20})? (?:accueille|ouvr|présente|intervien|revien|anime|parle|raconte|explique|détaille|expose|témoigne|redi|di|conclu|clôture|donne|participe|modère|débatt|évoque|remett|prononce|inaugure|répond|partage|livre|fe)\w{0,3}(?:ra|ront)\b")),
    ("participant", compiled(r"[Ii]l reviendra à <participant:P>")),
    ("participant", compiled(r"(?:[Qq]uant à|[Aa]vec) <participant:P+>(?:, [^.;]{3,120}?,)? (?:il|elle|ils|elles) [a-zà-ÿ]+(?:ra|ront)\b")),
)  # fmt: skip
"""What somebody will do at the event that a text is about."""
_SPOKE: tuple[tuple[str, Pattern], ...] = (
    ("participant", compiled(rf"<participant:P>(?:, [^.;]{{3,90}}?,)? (?:l'a dit en (?:ouverture|préambule|conclusion|clôture)|(?:l')?(?:a|avait) (?:[a-zà-ÿ]+ )?{_SAID})")),
    ("participant", compiled(r"<participant:P>(?:, [^.;]{3,90}?,)? (?:read out|told (?:the |delegates|reporters)|took the floor|addressed|opened the|welcomed (?:the |guests|delegates|everyone|attendees|visitors)|(?:gave|delivered|made) (?:a|the|an) (?:[a-z]+ )?(?:keynote|speech|talk|address|presentation|lecture)|presented|spoke|joined (?:the|a) (?:panel|debate|discussion))")),
    ("participant", compiled(rf"\b(?:a|avait) (?:[a-zà-ÿ'-]+ ){{0,2}}?{_SAID} (?:(?:la |le |l'|son |sa )?(?:[a-zà-ÿA-Z'-]+ ){{0,4}}?(?:[a-zà-ÿA-Z'-]+, |[a-zà-ÿ'-]+ ))?<participant:P>")),
)  # fmt: skip
"""What somebody said where the event took place, or is said to have done there."""
_CUES = (
    *((slot, compiled(rf"{words}<{slot}:{kinds}+>")) for slot, kinds, words in _BEHIND),
    *((slot, compiled(rf"<{slot}:{kinds}+>{words}")) for slot, kinds, words in _AHEAD),
    *_OWN,
)
_LOOSE_BEHIND = tuple((slot, compiled(rf"{words}<{slot}:{kinds}+>")) for slot, kinds, words in _BEHIND_IT)
_LOOSE_AHEAD = tuple((slot, compiled(rf"<{slot}:{kinds}+>{words}")) for slot, kinds, words in _AHEAD_OF_IT)
_BE = r"(?:était|étaient|est|sont|sera|seront|fut|a été|ont été|was|were|is|are|will be|has been)"
_IT_BEFORE = Expression(
    rf"(?:^|^(?:[Ee]lles?|[Ii]ls?|[Ll]e tout|[Ii]t|[Ll]a relève|{_EVENT}|(?:co-)?{_MADE})\b[^.;:]{{0,90}}|"
    rf"\b(?:elles?|ils?|it|they) {_BE} (?:[a-zà-ÿ]+ment )?|{_EVENT}[^.;:]{{0,120}})$",
    re.IGNORECASE,
)
_IT_BEHIND = Expression(rf"[^.;:⟨⟩]{{0,25}}{_EVENT}", re.IGNORECASE)
PRESENCE = Expression(
    r"premier rang|[Oo]n y (?:croise|retrouve|verra|entend)\w*|\by retrouver(?:a|ont)|(?:[Ss]ont|[Ee]st) (?:également |aussi )?attendue?s?\b|délègue(?:nt)? des|\by ser(?:a|ont)\b|⟨P\d+⟩[^.;]{0,60} (?:ser(?:a|ont) (?:là|présente?s?)|viend(?:ra|ront))\b|[Oo]n (?:y )?(?:reconnaît|reconnaissait|croise|croisait|retrouve|retrouvait|aperçoit|apercevait|a vu)\b|pren(?:d|dre|nent|ait|aient) (?:la parole|part\b)|"
    r"pris (?:la parole|part\b)|à la tribune|au micro\b|sur scène|donne(?:nt|r|ra)? la réplique|[Ss]ont (?:notamment |également |aussi )?annoncés?|(?:fait venir|s'était exprimé|s'est exprimé)|(?:se sont|étaient) réunis|[Ss]era représentée?|[Oo]n (?:y )?entendra|réunissait autour|\b(?:est|sont|était|étaient) (?:là|venue?s?|présente?s?|de la partie)\b|"
    r"\b(?:les|l'|y) attendai(?:t|ent)|\brecevai(?:t|ent)|ciseaux|\bruban|(?:fait|fer(?:a|ont)) le (?:déplacement|voyage)|discours|allocution|\bhear from\b|will speak|coup d'envoi|le dernier mot|écharpe|boudé|ne manquai(?:t|ent)|présidai(?:t|ent) la|"
    r"⟨E\d+⟩.*\b(?:ont|a|have|has) (?:signé|paraphé|apposé|dévoilé|inauguré|coupé|ouvert|signed|unveiled)\b|mots d'(?:accueil|ouverture)|on hand|on stage|took the (?:floor|stage)|maître(?:sse)? de (?:maison|cérémonie)|hôte(?:sse)? d|"
    r"[Ee]n (?:la )?présence|in the presence of|attended by|in attendance|(?:was|were) (?:also )?(?:there|present|among|at ⟨)|billed as|[Ii]n the chair|[Ff]rom abroad came|and with (?:him|her)|gave the (?:introduction|opening|keynote|welcome)|delivered the|led (?:a|the) (?:round table|panel|session|debate)|took the [^.;]{0,20}guests|succédé au (?:micro|pupitre)|se sont succédé|^[Dd]ans la salle|ribbon|^[Ii]ls étaient|assistai(?:t|ent)|ont assisté"
)
"""Words that tell that whoever the sentence names was there."""
_ABSENT = Expression(r"\b(?:absent|excusé|manquait à|n'était pas|n'étaient pas|sans )", re.IGNORECASE)
_LISTED = Expression(r"la réplique|panel|table ronde|délègu|y seront|exposant|exhibitors")
_MORE_OF_THEM = Expression(
    r"^(?:Les? |La |L'|Aussi |Côté |Pour |[ÀA] (?:ses|leurs) côtés|Avec (?:lui|elle|eux)|Puis |Vien(?:t|nent) |Suiv|Autour |Enfin |Plus inattendu|Également |Mais aussi )"
)
_GOES_ON = Expression(r"(?:[«»\"]|\b(?:dit|déclare|explique|souligne|assure|rappelle|estime|said|says)\b)")


def who(typed: Typed, *, own: bool = False, main: bool = False, over: bool = False) -> Iterator[Filler]:
    """Who a sentence says organises, supports or attends an event.

    `own` where the sentence names the event, or tells it; `main` where the text is about it; `over` where it took
    place, so that who spoke did so there.
    """
    yield from _listed(typed, _CUES)
    string = typed.string
    yield from _listed(typed, _LOOSE_BEHIND, lambda m: own or bool(_IT_BEFORE.search(string[: m.start()])))
    yield from _listed(typed, _LOOSE_AHEAD, lambda m: own or bool(_IT_BEHIND.match(string, m.end())))
    if main:
        yield from _listed(typed, _ANNOUNCED)
    if over:
        yield from _listed(typed, _SPOKE)


def attending(typed: Typed) -> Iterator[Filler]:
    """Whoever a sentence about those present names."""
    if _ABSENT.search(typed.string):
        return
    yield from (filler("participant", m) for m in typed.of_kind("P"))
    if _LISTED.search(typed.string):
        yield from (filler("participant", m) for m in _own_names(typed))


def present(typed: Typed, *, before: bool) -> bool:
    """Whether the people of a sentence were at the event: it says so, or goes on with those who were (`before`)."""
    if PRESENCE.search(typed.string):
        return True
    return (
        before and not _GOES_ON.search(typed.string) and bool(_MORE_OF_THEM.match(typed.string) and typed.of_kind("P"))
    )


def _listed(
    typed: Typed, cues: Iterable[tuple[str, Pattern]], told: Callable[[re.Match[str]], bool] = bool
) -> Iterator[Filler]:
    """What stands in the groups of patterns, each for its slot; where people attend, they and not their houses."""
    for slot, pattern in cues:
        for match in filter(told, pattern.finditer(typed.string)):
            for words in match.groupdict().values():
                if words and MARK.search(words):
                    found = typed.marked(words)
                    people = [m for m in found if m.kind == "P"]
                    yield from (filler(slot, m) for m in (people if people and slot == "participant" else found))


def _own_names(typed: Typed) -> Iterator[Mention]:
    """The bodies of a sentence that stand for themselves, not after somebody's title."""
    for mention in typed.of_kind("O"):
        if not re.search(r"(?:\bde la |\bde l'|\bdu |\bde |\bd'|\bof (?:the )?)$", typed.before(mention)):
            yield mention
