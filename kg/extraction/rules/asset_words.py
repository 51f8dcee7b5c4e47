"""The words around an asset that say where it is and whose: patterns over what stands before and after it."""

from __future__ import annotations

import re

from kg.extraction.expressions import Expression
from kg.extraction.typed import compiled

MAKES = (
    r"(?<![\w-])(?:développ|exploit|constru|conçoi|conçu|fabriqu|opèr|opér|mett?(?:ent)? au point|mis au point|pilot|mèn|men[eé]|condui|prépar|assembl|commercialis|gèr|gér[eé]|réalis|fourni|livr|possèd|détien|aménag|bâti|fond[eé]|cofond|"
    r"dirig|own(?=s|ed|ing)|port[eé]|produi|a lancé|ont lancé|f(?:ait|era|aire|eront) (?:décoller|voler)|finalis|propos|lead|led|run|operat|manag|build|built|design|develop|manufactur|prepar|made)\w*(?: au point)?"
)
ASIDE = r"(?:(?:,|,? (?:à|en|dans l'|in|at)|,? (?:filiale|branche|division) (?:du |de la |de l'|de |d')) ?⟨[LO]\d+⟩(?: \(⟨L\d+⟩\))?,?|, [^.;:⟨⟩,]{2,60}(?:⟨[LOPD]\d+⟩)?,| \([^()]{1,40}\))?"
ALSO = r"(?:(?:⟨S\d+⟩|⟨F\d+⟩)(?:,| et| and)(?: (?:la|le|les|the|de|d'|du))? ?)*"
NAMED_SO = r"(?:(?:pré|dé|sur)?nommée?|baptisée?|appelée?|called|named|dubbed)"
MAKER = compiled(
    rf"<operator:OX>{ASIDE}(?:,? (?:et )?(?:qui|which|who|that|à qui l'on doit))?[^.;⟨⟩]{{0,60}}(?:{MAKES}|(?:est |sont )?(?:à l'origine|à l'initiative|aux manettes|derrière|aux commandes) d?|is behind|[Ss]on (?:micro-?|mini-?|petit |futur )?lanceur|[Ss]a (?:micro-?)?fusée|[Ss]a constellation|its rocket|its launcher)(?:(?! pour | for | destin)[^.;⟨⟩]){{0,40}}(?:\(⟨O\d+⟩\) (?:du |de la |d'))?{ALSO}$|"
    rf"<operator8:OX> (?:en )?(?:a|ont|vient de|viennent de|has|have)? ?(?:posé|poser|laid) (?:⟨D\d+⟩ )?(?:la |the )(?:⟨R\d+⟩|première|first) (?:pierre|stone) (?:du |de la |de l'|de |d'|of the |of )$|"
    rf"(?:usine|site|centre|campus|base|plate-?forme|lanceur|fusée|satellite|constellation|plant|factory|rocket|launcher) (?:de |d'|du |de la |de l'|of )<operator7:OX>,? (?:la |le |l'|the |{NAMED_SO} )?[«\"]? ?$|"
    rf"<operator6:OX>[^.;⟨⟩]{{0,40}}(?:établissements|sites|usines|centres|plants)[,:] {ALSO}$|"
    rf"<operator2:OX>,? (?:dont (?:le |la |l'|les )|whose )(?:[a-zà-ÿ-]+ ){{0,2}}$|"
    rf"(?:développ|exploit|pilot|men|conçu|fabriqu|construi|gér|dirig|port|led|run|built|developed|operated)[a-zé]* (?:par|by) {{the}}<operator4:OX>,? (?:comme|tel(?:le)?s? que?|dont|such as|including|like) {{the}}(?:[a-z]+ )?$|"
    rf"^(?:Développée?|Construite?|Conçue?|Fabriquée?|Opérée?|Exploitée?|Produite?|Imaginée?|Réalisée?|Portée?|Pilotée?|Developed|Built|Designed|Made|Operated|Run|Manufactured)s?(?: (?:à|en|in|at) ⟨L\d+⟩)? (?:par|by) {{the}}<operator11:OX+>, (?:le |la |l'|les |the )(?:[a-zà-ÿ-]+ ){{0,3}}$|"
    rf"<operator5:OX>(?:'s| et son| et sa| and its)(?: [a-zà-ÿ-]+){{0,2}} $|"
    rf"<operator3:OX>{ASIDE}(?: \([^()]{{1,30}}\))?,? (?:et |le |l'|the |and )?(?:exploitant|opérat(?:eur|rice)|concept(?:eur|rice)|constructeur|fabricant|maître d'œuvre|maison mère|créat(?:eur|rice)|père|gestionnaire|propriétaire|owner|operator|maker|builder|manufacturer) (?:du |de la |de l'|des |d'|de |of the |of )(?:(?!(?:pour|avec|dans|par|et)\b)[a-zà-ÿ-]+ ){{0,2}}{ALSO}$"
)
MAKER_AFTER = compiled(
    rf"^(?:(?:,| et| and) (?:de |d'|la |le |l')?⟨[SF]\d+⟩){{0,3}}(?:,? [^.;⟨⟩]{{0,20}} ⟨[LF]\d+⟩,?)?[^.;:⟨⟩]{{0,50}}(?:{MAKES}|posée)(?: [a-zà-ÿ]+| ⟨[DUNRL]\d+⟩){{0,4}} (?:par|by|avec|with|chez) {{the}}(?:[a-zà-ÿ-]+ ){{0,4}}<operator:OXF+>(?!'s)|"
    rf"^ (?:de |d'|du |de l'|de la )<operator2:OX>|"
    rf"^ \(<operator3:OX>\)|^,? (?:the |[Tt]he )?<operator10:OX>(?:'s)? (?:[a-z-]+ ){{0,3}}(?:facility|plant|site|centre|center|satellite|spacecraft|rocket|launcher|constellation|programme|mission|observatory|telescope)(?![\w-])|"
    rf"^[^.;]{{0,60}} (?:appartient|appartiendra|belongs) (?:à|to) {{the}}<operator9:OX>|"
    rf"^,? (?:is |est |qui )?(?:a partnership between|un partenariat entre|pairs|associe|réunit|brings together) {{the}}<operator7:OFX> (?:and|with|et|à|avec) {{the}}<operator8:OFX>|"
    rf"^(?:(?:,| et| and) (?:de |d'|la |le |l')?⟨[SF]\d+⟩){{0,2}},? (?:[a-zà-ÿ ']{{0,40}} )?(?:qu(?:e |')|that |which )(?:[a-zà-ÿ]+ ){{0,3}}?{MAKES} {{the}}(?:[a-zà-ÿ-]+ ){{0,4}}<operator4:OX>|"
    rf"^(?:(?:,| et| and) (?:de |d'|la |le |l')?⟨[SF]\d+⟩){{0,2}},? (?:[a-zà-ÿ' -]{{0,40}} )?(?:qu(?:e |')|that |which ){{the}}<operator5:OX> (?:a |ont |va |vont |has |y )?{MAKES}|"
    rf"^,? (?:\([^()]{{0,30}}\),? )?(?:le |la |l'|un |une |the |an? )(?!(?:local )?name |nom )(?:[a-zà-ÿéA-Z'-]+ ){{1,6}}?(?:de la |de l'|du |des |de |d'|of the |of |from )<operator6:OX>(?=[,.;)]| et| and| qui|$)"
)
_HE = r"(?:[Ii]t|[Tt]hey|[Ee]lles?|[Ii]ls?|[Cc]elui-ci|[Cc]elle-ci)"
VENUE = Expression(
    r"(?i)palais d|parc des expo|centre d(?:e|es) congrès|zénith|convention cent|exhibition cent|hôtel\b|château|casino|théâtre|opéra|salle d|cinéma|mairie"
)
HE_MAKES = Expression(
    rf"\\b(?:[Oo]n lui doit|[Oo]n leur doit|auquel on doit|à laquelle on doit|[Ii]ts credits include)(?: notamment| déjà| aussi)? (?:la |le |l')?$|"
    rf"(?:^|[,;:] |\b(?:où|where|and|et|that|which|qu'|que) ?){_HE} (?:(?:[a-z]+ly|y|en|a|est|va|vont|doit|veut|compte|prévoit d[e']|entend|espère|souhaite|will|would|is|has|plans to|intends to|wants to|also|aussi|déjà|already|ensuite|then|now) ?){{0,3}}"
    rf"(?:{MAKES}|plans?|planning|prévoi\w+|projett?\w+|invent\w+|cré\w+|creat\w+|ouvr\w+|open\w*|inaugur\w+|install\w+|implant\w+|propos\w+|test\w*|achèv\w+|achev\w+)(?: and [a-z]+| et [a-zà-ÿ]+)?(?: (?!pour |for |avec |with )(?:[^.;⟨⟩]|⟨[DL]\d+⟩){{0,60}})? $"
)
HE_MAKES_IT = Expression(
    rf"^[^.;:⟨⟩]{{0,30}} (?:qu'|que |that |which ){_HE} (?:(?:a|ont|va|vont|will|has|is|y) ?){{0,2}}{MAKES}"
)
LAUNCHED_BY = compiled(
    r"^[^.;:⟨⟩]{0,70} (?:lancée?|créée?|imaginée?|initiée?|animée?|financée?|soutenue?|proposée?|mise? en place|mise? sur pied|launched|created|set up|funded|backed|started|offered)(?: en ⟨D\d+⟩| in ⟨D\d+⟩)? (?:par|by) {the}<operator:OX+>"
)
LAUNCHES = compiled(
    r"<operator:OX>(?:, [^,.;⟨⟩]{2,60},)? (?:vient de |a |ont |has |have )?(?:lanc\w+|cré\w+|initi\w+|anim\w+|financ\w+|inaugur\w+|mis en place|launch\w+|creat\w+|set up|start\w+|announc\w+|annonc\w+) (?:le |la |l'|son |sa |un |une |the |its |an? )?(?:[a-zà-ÿ-]+ ){0,3}$"
)
SUPPLIES = Expression(
    r"(?:fourn\w+|livr\w+|équip\w+|suppl\w+|provid\w+|deliver\w*) [^.;⟨⟩]{3,60} (?:de la |du |des |de l'|of the |for the |pour (?:la |le )?)(?:[a-zà-ÿ-]+ )?$"
)
"""Who supplies but a part of a thing is not its maker."""
POSSESSIVE = Expression(
    rf"\b(?:[Ss]on|[Ss]a|[Ii]ts|[Ll]eur)(?: (?:[a-zà-ÿ-]+|(?:\d+|⟨[NMU]\d+⟩)[\w-]*)){{0,4}}(?:,? {NAMED_SO})?[ ,«\"]*$|^(?:Sortie? de|De|Issue? de) ses [^.;]{{0,90}}$"
)
_WILLING = (
    r"(?:(?:y|va|vont|will|would|plans to|plan to|aims to|hopes to|wants to|intends to|is to|are to|is set to|is due to|is about to|prévoit d[e']|prévoient d[e']|compte|veut|veulent|doit|doivent|a|ont|has|have|vient d[e']|viennent d[e']|venait d[e']|souhaite|"
    r"entend|espère|envisage d[e']|projette d[e']|s'apprête à|cherche à|songe à|vise à|a (?:choisi|décidé) d[e']|s'est engagée? à|devrait|pourrait|could|should|may|also|aussi|également|déjà|already|bientôt|soon|just) ?){0,3}"
)
_BUILDS = (
    r"(?:construi\w+|implant\w+|install\w+|ouvr\w+|bâti\w+|aménag\w+|édifi\w+|érig\w+|élèv\w+|s'offr\w+|inaugur\w+|buil\w+|open\w*|lanc\w+|creat\w+|set(?:ting)? up|establish\w*|unveil\w*|se dot\w+|s'équip\w+|se constru\w+|acqui\w+|acquér\w+|"
    r"mis en service|develop\w*|operat\w*|break(?:s|ing)? ground(?: ⟨D\d+⟩)? on|broke ground(?: ⟨D\d+⟩)? on|conduit|pilote|opère|gère|exploit\w+|possèd\w+|own(?:s|ed)|run(?:s|ning)?|officialis\w+ la construction d'?)"
)
BUILDS_THERE = Expression(
    rf"⟨[OXS](\d+)⟩(?:, filiale (?:de |d'|du |de l')⟨O\d+⟩|, (?:[^.;⟨⟩]|⟨[PLDO]\d+⟩){{2,90}}(?=,)| \([^()]{{2,30}}\))?,? (?:qui |which )?{_WILLING}(?:y )?{_BUILDS} "
    r"(?:(?:à|en|au|aux|in|at|near|aux portes d[eu'] ?|près d[eu'] ?|dans l[ae'] ?) ?⟨L\d+⟩,? |⟨D\d+⟩,? |d'une? (?=[a-z]+ $|[a-z]+ [a-z]+ $)|d'une usine, |d'un [a-z]+, )*(?:la |le |l'|les |une |un |sa |son |ses |de |the |its |an? )?(?:(?:⟨R\d+⟩|[\w,.-]+) ){0,3}$"
)
CALLED = Expression(r"(?:s'appelle(?:ra)?|baptisée?|(?:pré|dé)?nommée?|is called|dubbed) (?:[«\"] ?)?$")
IN = r"(?:à (?:l'intérieur (?:du |de la |de l'|de |d')|côté de )?|outside |(?:aux portes|au sud|au nord|à l'est|à l'ouest|au sein|au cœur) d(?:e la |e l'|u |e )|au |aux |en |in |at the |at |near |inside |within the |within |près de |sur |dans (?:le |la |l'|les |sa |notre )?|sur l'île de |on the (?:island|isle|edge|outskirts|site|shores?) of |on (?:the )?land (?:at|in|near) |on the |in the |sur (?:la commune|le site|le campus|le territoire|le plateau|la base|les hauteurs) (?:de la |de l'|de |du |d')|au (?:pied|bord|large|sud|nord) (?:de la |de l'|de |du |d')|à (?:proximité|quelques kilomètres|deux pas|côté) (?:de la |de l'|de |du |d')|non loin d[eu'] ?|à ⟨?[NU]?\d*⟩? ?kilomètres? d[eu'] ?)"
PLACE_AFTER = compiled(
    rf"^, (?:[^,.;⟨⟩]|⟨[XOLSF]\d+⟩){{2,110}}, (?:a été|est|sera|va être|was|is|has been|will be|is to be)(?: [a-zà-ÿ]+ment| [a-z]+ly)? (?:inaugurée?|installée?|construite?|bâtie?|ouverte?|implantée?|située?|opened|built|installed|located|inaugurated) {IN}<place3:L>|"
    rf"^(?: (?:de |d'|du |de la |de l')⟨O\d+⟩,?)?(?: ?\([A-Z]{{2,6}}\))?(?:,? (?:en |le |dès |depuis |fin )?⟨D\d+⟩)?,? ?(?:(?:et |,? ?est |sera |se trouve(?:ra)? |is |will be |va être |a été |actuellement |déjà |doit |va |qui |planned |[a-z]+ment )*(?:basée?|implantée?|installée?|située?|hébergée?|inaugurée?|ouver\w+|ouvr\w+|s'installera|verra le jour|voir le jour|sort(?:ira|ir)? de terre|s'élève(?:ra)?|poussera|located|based|built|planned|sited|housed|opened|stands|sits|construite?|bâtie?|se trouve\w*|est|sera|is) )?(?:{IN}|, |\()(?:⟨F\d+⟩,? (?:à |in |\())?<place:LF>(?!,? (?:et |and )⟨[FO]|, ⟨F)(?:(?:,? (?:\(|{IN})|, )<place2:L>)?"
)
PLACE_OF = compiled(
    r"^, (?:le |la |l'|un |une |the |an? )(?:[a-zà-ÿé'-]+ ){1,4}?(?:de |d'|du |de la |de l'|of |in |à |at )<place:L>(?=[,.;)]| qui|$)"
)
HOUSED = compiled(
    rf"{IN}<place14:L>,? (?:avec|with) (?:la |le |l'|the )?$|"
    rf"(?:choisi|retenu|chosen|picked) <place13:L>(?:,[^,.;]{{0,30}},)? (?:pour|comme|to|for|as)[^.;⟨⟩]{{0,40}}$|"
    rf"^C'est {IN}<place12:L>(?:, [^,.;]{{0,30}},)? que [^.;]{{0,60}}$|"
    rf"{IN}<place11:L>, (?:(?:tout )?(?:près|à côté|aux portes|non loin) d[e']|dans l[ea'] ?|en ) ?⟨L\d+⟩,? [^.;:⟨⟩]{{0,40}}$|"
    rf"<place10:L>(?:, (?:dans |en |au |in )?(?:la |le |l'|the )?<place15:L>)?,? (?:où|where) (?:[^.;⟨⟩]|⟨[OX]\d+⟩){{0,60}}$|"
    rf"<place:L> (?:abrite|héberge|is home to|accueille|accueillera|inaugure|ouvre|construit|aura|obtient|décroche|se dote d[eu'] ?|hosts|houses|opens|gets|inaugurates|breaks ground on)(?: [a-zà-ÿ]+)?(?: (?:l'|la |une? )[a-zà-ÿ]+ (?:de |d')⟨O\d+⟩,)? (?:la |le |l'|the |sa |son |its )?$|<place2:L> (?:abrite|héberge)(?: désormais)? $|"
    rf"{IN}<place9:LF>,? [^.;]{{0,60}}(?:sous le nom d|(?:pré|re)?(?:baptis|nomm)ée?s? |s'appellera |called |named |dubbed )[^.;⟨⟩]{{0,6}}$|"
    rf"^<place6:L> ?[:>–] (?:la |le |l'|the )?$|{IN}<place7:LF>, (?:à |au |at |in )?(?:la |le |l'|the )?$|"
    rf"(?:construction|ouverture|installation|implantation|inauguration|création|mise en service|opening) {IN}<place8:L>,? (?:de|d'|du|of)[^.;:⟨⟩]{{0,40}}$|"
    rf"(?:^|, |: |^(?:up|là-haut|out) ){IN}<place3:L>(?: \(<place4:L>\))?,? [^.;:⟨⟩]{{0,25}}(?:⟨L\d+⟩, )?(?:la |le |l'|the )?$|"
    rf"(?:{MAKES}|ouvr\w+|inaugur\w+|install\w+|implant\w+)[^.;:⟨⟩]{{0,25}} {IN}<place5:L>,? (?:[a-z' ]{{0,25}}, )?(?:la |le |l'|une |un |sa |son |the |its |a )(?:[a-z-]+ )?$"
)
THERE = Expression(
    r"\by (?:construi\w+|élèv\w+|édifi\w+|érig\w+|bâtir|implant\w+|install\w+|ouvr\w+|bâti\w+|développ\w+|exploit\w+|aménag\w+|inaugur\w+|officialis\w+)[^.;⟨⟩]{0,40}$"
)
BE_THERE = Expression(r"[^.;]{0,60}\by (?:sera|est|seront|va|doit|prendra|verra|a été)\b")
IN_NAME = Expression(
    r"^(?:Spaceport |Cosmodrome d[e'] ?|[Aa]éroport d[e'] ?|[Ss]tation d[e'] ?|[Cc]entre [Ss]patial d[e'] ?|[Ss]ite d[e'] ?|[Uu]sine d[e'] ?|[Cc]ampus d[e'] ?)([A-ZÀ-Ý][\w-]+)$|^([A-ZÀ-Ý][\w-]+)(?:'s)? (?:[Ss]paceport|[Aa]erospace [Cc]ity)$"
)

OWNERS = frozenset({"company", "agency", "model"})
OBLIQUE = Expression(
    r"(?:\bselon|\bd'après|\bavec|\bpour|\bpar|\bchez|\bde|\bdu|\bd'|\bà|\bau|according to|\bwith|\bfor|\bby|\bof|\bto) ?(?:la |le |l'|les |the )?$",
    re.IGNORECASE,
)
FLOWN_FROM = Expression(
    r"(?:lanc|quitt|décoll|part|tir|launch|lift)[a-zà-ÿ]*[^⟨⟩.;]{0,30}(?: de | d'| depuis | from )(?:la |le |l'|the )?$|quitter (?:la |le |l')?$"
)
MADE_IT = compiled(
    rf"^(?:the |la |le |l')?<operator3:OX>(?:, [^,;.]{{0,60}},)? (?:will |would |is to |has |have )?{MAKES} it(?![\w-])|"
    rf"^(?:la |le |l'|les |the )?<operator4:OX>(?:, [^,;.]{{0,60}},)? y (?:fabriqu|assembl|produi|emploi|exploit)\w*|"
    rf"^(?:C'est )?(?:la |le |l'|les |the )?(?:[a-zà-ÿ-]+ ){{0,2}}<operator:OX>(?:, [^,;.]{{0,60}},)? (?:qui )?(?:l'|le |la |les |en )(?:a |avait |ont |avaient )?(?:lui-même )?(?:{MAKES}|(?:cré|bât|fond|pos)\w+)(?:[^.;:]{{0,80}}?(?:avec|main dans la main avec) {{the}}<operator2:OX+>)?"
)
TOGETHER = compiled(r"^,? (?:avec|main dans la main avec|aux côtés de|with|together with) {the}<operator:OX+>")
ENDS_IN = Expression(r" (?:de |d'|à |in |at )([A-ZÀ-Ý][\w' -]+)$")
OF_OWNER = Expression(r" (?:de |d'|du |de l'|de la |of )(?P<owner>[A-ZÀ-Ý].*)$")
