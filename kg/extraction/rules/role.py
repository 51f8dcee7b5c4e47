"""Who holds which title where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.document import Document
from kg.extraction.engine import Rule, fill, filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler, Frame
from kg.extraction.rules import portfolios, role_meant
from kg.extraction.rules import titles as titles_of
from kg.extraction.rules.spoken import person_before
from kg.extraction.typed import Typed, compiled, matches

_ORG = "<organisation:OLFETGS>"

_MINISTER = r"(?P<role>(?:ministre(?!s)|secrétaire d'[ÉE]tat|secrétaire générale? pour|commissaire européenne?|minister (?:for|of)(?! (?:the )?⟨L\d+⟩,)|secretary of state|under-secretary)(?! ?,)(?:[^,;.:()«»⟨⟩]|⟨[OXL]\d+⟩){0,80}?(?:, en charge d[^,;.:()«»]{3,50})?)"
RULES: tuple[Rule, ...] = (
    Rule("role.respectively", "Role", r"<person:P+>,? (?:respectivement|respectively) {the}{role} {de}<organisation:OLFETS+>"),
    Rule("role.minister", "Role", rf"<person:P>, {{the}}{_MINISTER}(?=[,;.)»]| et ⟨P|$)"),
    Rule("role.minister_before", "Role", rf"(?:^|[ ,(]){{the}}{_MINISTER}, <person:P>"),
    Rule("role.minister_of", "Role", r"(?:^|[Tt]he |, |and |said |by |with )(?P<role>(?:(?!(?:prime|first|new|former|then|current|the)\b)[a-z]+ (?:and [a-z]+ )?){1,2}(?:Minister|Secretary|Commissioner)) (?:of|for) (?:the )?<organisation:LO>,? <person:P>"),
    Rule("role.apposition", "Role", rf"<person:P+>(?: \([^()⟨⟩]{{1,40}}\))?(?:,| \(| [–—-]) ?{{the}}{{role}}(?: \([^()⟨⟩]{{1,12}}\))?,? {{de}}(?:{{the}}(?:[a-zà-ÿ-]+ ){{0,2}})?{_ORG}(?: [-–] ⟨O\d+⟩)?(?:(?: et |, ){{the}}(?P<role2>{{title}}) {{de}}(?:{{the}})(?P<organisation2>⟨[OLFET]\d+⟩))?"),
    Rule("role.apposition_possessive", "Role", rf"<person:P>, {{the}}{_ORG}(?:'s?)? {{role}}"),
    Rule("role.before", "Role", rf"{{the}}{{role}}(?: \([^()⟨⟩]{{1,12}}\))? {{de}}{_ORG}(?: \([^()]{{1,30}}\))?,? (?:M\. |Mme |Mr |Dr )?<person:P+>"),
    Rule("role.org_title_person", "Role", rf"{_ORG}(?:'s)? (?P<role>(?:{{title}}))(?:,)? <person:P>"),
    Rule("role.field_before", "Role", rf"{_ORG}'s (?:former |new |then )?(?P<role>(?:(?!(?:and|first|second|third|deputy)\b)[a-z-]+ ){{1,3}}?(?:secretary|minister|commissioner|director|manager|chief|spokes(?:man|woman|person)|officer|head)),? <person:P>(?= [a-z]|[,.])"),
    Rule("role.title_person_of", "Role", rf"{{role}},? <person:P>,? {{de}}{_ORG}"),
    Rule("role.is", "Role", rf"<person:P>,? (?:est|était|a été nommée?|est nommée?|devient|is|was|became|has been (?:named|appointed)|(?:a pris|prend) la tête|reste|en tant que|comme) (?:désormais |aujourd'hui |aussi |également )?{{the}}{{role}},? {{de}}{_ORG}"),
    Rule("role.runs_as", "Role", r"<person:P>,? (?:who )?(?:runs|leads|heads|joined|serves|works at|works for) <organisation:OF> as {the}{role}(?=[.,;:]| and | in |$)"),
    Rule("role.presides", "Role", rf"<person:P>,? (?:qui |who )?(?P<role>préside|dirige|pilote|a fondé|a cofondé|a créé|chairs|heads up|heads|leads|runs|founded|co-founded) {{the}}{_ORG}"),
    Rule("role.presided", "Role", rf"{_ORG}[^.⟨⟩]{{0,40}},? (?:(?:est |is |was |était )?(?:aujourd'hui |désormais |actuellement |now )?(?P<role>présidée?|dirigée?|pilotée?|fondée?|créée?|cofondée?|emmenée?|menée?|animée?|coordonnée?|founded|co-founded|chaired|headed|directed|managed|run|led)(?: en ⟨D\d+⟩| in ⟨D\d+⟩)? (?:par|by)) (?:{{the}}{{title}} )?<person:P+>"),
    Rule("role.of_it", "Role", r"<person:P>(?:,[^.;:⟨⟩]{0,60}(?:⟨[OL]\d+⟩)?,)?(?: qui)? en (?:est|était|devient|reste|sera|demeure|fut)(?: (?:aujourd'hui|désormais|toujours|aussi|actuellement))? {the}{role}(?= depuis| et |[,.;:]| ⟨D|$)"),
    Rule("role.owned", "Role", r"<organisation:OF>, (?:son|sa|its|leur|their) {role},? <person:P>"),
    Rule("role.founded_by", "Role", r"<organisation:OF>(?:, (?:la |le |l'|une? |the |a )?[^.;:⟨⟩]{2,50})?,? (?:qu'(?:a|ont|avait|avaient) |that )(?P<role>fondée?s?|créée?s?|cofondée?s?|lancée?s?|montée?s?) {the}(?:[A-ZÀ-Ýa-zà-ÿ]+ |⟨L\d+⟩ )?<person:P+>"),
    Rule("role.falls_to", "Role", r"à <person:P> que (?:revient|revenait|échoit|incombe|est confiée|a été confiée|reviendra)[^.;:⟨⟩]{0,25} (?:la |le )(?P<role>(?:direction|présidence|coordination|tête|vice-présidence|poste de {title})(?: (?:de la |de l'|du |des |de |d')[a-zà-ÿ][^.,;:⟨⟩]{2,40}?)?)(?: {de}<organisation:OF>)?(?=[.,;:]|$)"),
    Rule("role.whose_firm", "Role", r"<organisation:O>, (?:the |la |le |l'|une |a )?(?:company|firm|venture|business|start-?up|société|entreprise|firme) (?:of|de|d'|du)(?: (?:the )?(?:billionaire|milliardaire|entrepreneur))? ?<person:P>"),
    Rule("role.magnate", "Role", r"<organisation:O> (?:of|du|de la|de l') ?(?:the )?(?:billionaire|milliardaire|entrepreneure?|magnate|magnat) <person:P>"),
    Rule("role.fronted_he", "Role", r"^(?P<role>{title}(?: (?:[^.,;:⟨⟩]|⟨[LOX]\d+⟩){2,80}?)?), (?:il|elle|he|she) (?=[a-z])"),
    Rule("role.signed", "Role", r"^<person:P>(?:,| –| -| \|) <organisation:O>$"),
    Rule("role.where", "Role", r"<organisation:O>,? (?:où|where) <person:P> (?P<role>(?:dirige|pilote|gère|supervise|coordonne|anime|leads|runs|heads) [^.,;:⟨⟩]{3,40}|(?:est|était|is|was) {the}{title})(?=[.,;:]| et | depuis| ⟨D|$)"),
    Rule("role.that_presides", "Role", rf"{_ORG},?[^.⟨⟩]{{0,60}} (?:qu'il |qu'elle |que )(?P<role>préside|dirige)(?: <person:P>)?"),
    Rule("role.paren_all", "Role", r"^<person:P+> \({the}<organisation:O>\)\.?$"),
    Rule("role.paren", "Role", rf"<person:P>(?: (?:et|and) (?P<person2>⟨P\d+⟩))? \({{the}}(?:(?P<role>{{title}}),? (?:{{de}}|, ?)?{{the}})?{_ORG}(?: ?[-/–] ?[^()]{{1,20}})?\)"),
    Rule("role.paren_unit", "Role", r"<person:P> ?[(,] ?{the}(?P<role>{title} ⟨[OX]\d+⟩) {de}{the}<organisation:OLF>"),
    Rule("role.unit", "Role", r"<person:P>, (?P<role>{title}(?: [a-zà-ÿ'-]+){1,8}?) (?:de |du |chez |au |à la |d'|at )<organisation:O>"),
    Rule("role.this", "Role", rf"(?:^Cet |^Cette |^Ce |, celle d[eu'] ?|celui d[eu'] ?){{role}} {{de}}{_ORG}"),
    Rule("role.affiliated", "Role", r"<person:P>(?: et (?P<person2>⟨P\d+⟩))?,? d(?:e la |e l'|u |es |e |')<organisation:O>(?: d(?:e |')⟨L\d+⟩)?(?=[,.;)]| et )"),
    Rule("role.who_runs", "Role", r"<person:P>, qui (?P<role>(?:coordonne|dirige|pilote|préside|conduit|anime|supervise|gère)(?: (?:la |le |les |l'|ce |cette )?[a-zà-ÿ' -]{3,40}?)?) (?:au sein d(?:e la |e l'|u |e |')|à |à l'|chez |pour |within |at )<organisation:O>"),
    Rule("role.office_before", "Role", r"(?:^|[Tt]he |[,;] |and |said |by |with |to )(?P<role>(?:⟨[XOL]\d+⟩ |[A-Z]?[a-zé]+ )?(?:minister-president|minister|secretary|commissioner|president|mayor|chief executive|spokes(?:man|woman|person))) <person:P>(?= [a-z]|[,.]|$)"),
    Rule("role.affiliated_at", "Role", r"<person:P>, (?:(?:of|from|at) (?:the )?(?:[a-z]+ ){0,2}|d(?:e |u |e la |e l'|')(?:l'association |la société |la start-up |l'entreprise |le cabinet |l'équipe |la fondation )?|à la |à l'|chez |de chez |(?:venue?|employée?|salariée?|envoyée?|déléguée?) (?:pour|par|de chez|chez|de) {the})<organisation:O>(?: in ⟨L\d+⟩| (?:[a-z-]+ ){0,3}[a-z-]+(?=,))?(?=[,.;)]| and |$)"),
    Rule("role.english", "Role", r"<person:P>, (?:the |its |a )?(?P<role>(?:[a-z-]+ ){0,4}(?:director|manager|officer|head|engineer|scientist|president|lead|chief|minister)) (?:at|of|for|with) (?:the )?<organisation:O>"),
    Rule("role.ranked", "Role", rf"<person:P>, (?:sa |son |la |le |the |its )?(?P<role>⟨R\d+⟩ (?:vice-présidente?|adjointe?|minister|secretary|vice[- ]president|secrétaire))(?: {{de}}{{the}}{_ORG})?(?=[,.;)]| et |$)"),
    Rule("role.ranked_before", "Role", rf"{_ORG}'s (?P<role>⟨R\d+⟩ (?:minister|secretary|vice[- ]president)),? <person:P>"),
    Rule("role.pronoun_runs", "Role", r"(?:^|[,;:»] |\bet )(?:il|elle|he|she|(?:cet|cette|ce) (?!soci|entrep|start|group)[a-zà-ÿ]+(?: (?:de )?[a-zà-ÿ]+){0,2}|l'(?:ingénieure?|intéressée?|ancien(?:ne)? [a-zà-ÿ]+)|la (?:Toulousaine|quadragénaire|quinquagénaire|jeune femme)|le (?:Toulousain|quadragénaire|quinquagénaire|jeune homme)) (?:[a-zà-ÿ' -]{0,20} )??(?P<role>préside|dirige|pilote|commande|a fondé|a cofondé|a créé|chairs|heads|leads|runs|founded)(?: à présent| aujourd'hui| désormais| aussi| également| par ailleurs| now| also)* {the}(?:[^.,;:()⟨⟩]{0,50} d(?:e l'|u |e la |e |'|es )|[^.,;:()⟨⟩]{0,30} of (?:the )?)?<organisation:OF>"),
    Rule("role.pronoun_runs_unit", "Role", r"(?:^|[,;:»] |\bet )(?:[Ii]l|[Ee]lle) (?:y )?(?P<role>préside|dirige|pilote|coordonne) (?:le |la |l')(?P<organisation>(?:centre|laboratoire|institut|cluster|pôle|comité|groupement|fondation|association|observatoire|bureau|cabinet|conseil|club)(?: (?:d'|de |des |du )?[a-zà-ÿ]+){1,3})(?=[,.;:]|$)"),
    Rule("role.fronted_pronoun", "Role", r"^(?P<role>{title}(?: [^,.;⟨⟩]{2,60})?), (?:il|elle) (?:[^.,;⟨⟩]){3,60} (?:chez |au sein d(?:e la |e l'|u |e |'))<organisation:O>"),
    Rule("role.under", "Role", r"<organisation:O>[^.;⟨⟩]{0,60}sous la (?:mandature|présidence|direction|houlette|férule|conduite) d(?:e |')<person:P>"),
    Rule("role.unit_run", "Role", r"(?P<organisation>(?:centre|laboratoire|institut|cluster|pôle|comité|groupement|organisme|fondation|association|observatoire|bureau|cabinet)(?: (?:d'|de |des |du )?[a-zà-ÿ]+){0,3}) (?P<role>dirigée?|présidée?|pilotée?|fondée?|créée?) par (?:{the}(?:[A-ZÀ-Ýa-zà-ÿ]+|⟨L\d+⟩) )?<person:P>"),
    Rule("role.this_runs", "Role", r"<person:P>,?(?: [^.;:⟨⟩]{3,70},)? (?:le |la |l')(?P<role>dirige|préside|pilote|est (?:la |le )?{title})(?=[ ,.;])"),
    Rule("role.commands", "Role", r"<person:P>, qui (?P<role>commande|dirige|préside|pilote|heads|leads) (?:la |le |l')(?:[^.,;⟨⟩]{3,40} d(?:e |u |e la |e l'|'))?<organisation:O>"),
    Rule("role.leads", "Role", r"(?<!succède à )(?<!succédé à )<person:P>,? (?:qui |est |était |reste |arrivée? |nommée? |désormais |aujourd'hui )*(?:est )?à la (?P<role>tête|présidence|direction|coordination|barre) (?:de la |de l'|du |des |de |d')(?:[a-zà-ÿ' -]{0,40}d(?:e |u |e la |'|e l'))?<organisation:OF>"),
    Rule("role.succeeds", "Role", r"<person:P> (?:succède|a succédé|succédera|va succéder) à ⟨P\d+⟩,? (?:à la (?P<role>tête|présidence|direction|coordination|barre)|(?:comme |au poste de |en tant que )(?P<role2>{title})) {de}<organisation:OF>"),
    Rule("role.takes", "Role", r"<person:P>,? (?:qui |who )?(?:a pris|prend|prendra|reprend|a repris|tient|a tenu|assure|assume|took|takes) (?:les |la |le |the )(?P<role>rênes|manche|gouvernail|tête|direction|présidence|commandes|coordination|barre|helm) (?:de la |de l'|du |des |de |d'|of )<organisation:OF>"),
    Rule("role.arrived", "Role", r"(?:Arrivée?|Nommée?|Élue?|Portée?|Placée?|Installée?) à la (?P<role>tête|présidence|direction) (?:de la |de l'|du |des |de |d')<organisation:OF>(?: [a-zà-ÿ]+)?(?: ⟨D\d+⟩)?, <person:P>"),
    Rule("role.entrusts", "Role", r"<organisation:O>,?(?: qui)? (?:a|vient de|avait) confi\w+ à <person:P> la (?P<role>direction|présidence|coordination|tête)"),
    Rule("role.works", "Role", r"<person:P>,?(?: qui)? (?:travaille|officie|exerce|travaillait|occupe)(?: désormais| aujourd'hui)? (?:chez |au sein d(?:e |u |e la |e l'|')|au |à la |à l'|à )<organisation:O>,? (?:comme |en tant que |en qualité de |le poste de |les fonctions de |la fonction de )(?P<role>{title}(?: (?:de|des|du|d')[^,.;:()⟨⟩]{2,40}?)?)(?=[,.;]| et | depuis|$)"),
    Rule("role.at_place_of", "Role", r"(?:^|[,;] (?:et,? |and,? )?)(?:[Cc]hez|[ÀA] la|[ÀA] l'|Au|[Dd]u côté d[eu]|[Cc]ôté|[Pp]our|[Ff]or) ?{the}<organisation:O>, <person:P>, {the}(?P<role>{title}(?: (?:de|des|du|d')[^,.;:()⟨⟩]{2,40}?)?)(?=[,.;])"),
    Rule("role.joined_as", "Role", r"<person:P> joined <organisation:O> as (?:an? |the |its )?(?P<role>{title})"),
    Rule("role.charged", "Role", r"<person:P>,? (?P<role>(?:en charge|chargée?|responsable) (?:de la |de l'|du |des |de |d')[^,;.:⟨⟩]{3,60}?) (?:chez |au sein d(?:e la |e l'|u |e |')|à l'|à la |au |à |at )<organisation:O>"),
    Rule("role.at_helm", "Role", r"(?:[àÀA] la|[àÀA] sa|[aA]ux) (?P<role>tête|présidence|direction|coordination|manœuvre|barre|commandes|manettes|rênes)(?: (?:de la |de l'|du |des |de |d')<organisation:OF>)?(?: ⟨D\d+⟩)?(?:,| :| se trouve| figure| on trouve)? {the}<person:P>"),
    Rule("role.assures", "Role", r"<person:P>(?:,[^.;:⟨⟩]{0,80}(?:⟨O\d+⟩)?,)?(?: qui)? (?:en )?(?:assure|assume|exerce|prend|a pris|assurait|occupe) (?:désormais |aujourd'hui )?la (?P<role>présidence|direction|coordination|tête|vice-présidence)(?: [a-zà-ÿ]+)??(?: (?:de la |de l'|du |des |de |d')<organisation:OF>)?(?=[ ,.;:]|$)"),
    Rule("role.whose_title", "Role", r"<organisation:OFES>(?: \([^()]{1,40}\))?,? (?:dont|whose) {the}{role}(?: [a-zà-ÿ]+)?,? (?:(?:est|is|était|s'appelle) )?<person:P>"),
    Rule("role.has_for", "Role", r"<organisation:OFE>(?:,(?:[^.;⟨⟩]|⟨[LX]\d+⟩){3,60},)? (?:a|ont|avait|aura|has|had) (?:[a-zà-ÿ]+ )?(?:pour|comme|as) {the}{role}(?: (?:en |depuis )?⟨D\d+⟩)?,? (?:{the})<person:P>"),
    Rule("role.entrusted", "Role", r"(?:[Ll]a |[Ll]es |[Tt]he |[Ss]a )(?P<role>direction|présidence|coordination|vice-présidence|rênes|tête|commandes)(?: [a-zà-ÿ]+)??(?: (?:de la |de l'|du |des |de |d'|of the |of )<organisation:OFE>)?,? (?:(?:(?:a|ont|avait) été |est |sont |sera |était |reste )(?:[a-zà-ÿ]+ )?(?:confiée?s?|assurée?|exercée?|assumée?|remise?s?|dévolue?|laissée?s?) (?:à|par)|revient à|reviennent à|échoit à|incombe à|passe à) {the}(?:{title} )?<person:P>"),
    Rule("role.paren_title", "Role", r"<person:P> \({the}{role}\)"),
    Rule("role.on_behalf", "Role", r"<person:P>(?:,? (?:pour|for|côté|du côté de)|,? from) {the}<organisation:O>(?=[,.;)]| et | and | (?:was|is|has|said)|$)"),
    Rule("role.speaks_for", "Role", r"<organisation:O>,? (?:est |était |a été )?(?:représentée?|emmenée?|incarnée?|par la voix|en la personne) (?:par|de|d'|d) ?<person:P>"),
    Rule("role.stands_for", "Role", r"<person:P>,? (?:qui )?(?:représentait|représente|represented|représentera) {the}<organisation:O>"),
    Rule("role.for", "Role", rf"(?:pour|for) {{the}}{_ORG}, <person:P>"),
    Rule("role.title_before_plain", "Role", r"(?:le |la |l'|les |son |sa |ses |leurs? |the |its |, |^|: |et |du |au |de la |par |⟨N\d+⟩ |[Dd]eux |[Tt]rois |[Tt]wo )(?P<role>{title}),? <person:P+>"),
    Rule("role.label", "Role", r"^(?P<role>{title}(?: [a-zà-ÿA-ZÀ-Ý'&-]+){0,4}?)(?: ⟨D\d+⟩)? ?: <person:P>(?=[.,;(]|$)"),
    Rule("role.labelled", "Role", r"^{title}[^:;.⟨⟩]{0,40}: <person:P>, <organisation:O>$"),
    Rule("role.fronted", "Role", r"^(?P<role>{title}(?: [^.,;:⟨⟩]{2,50}?)?)(?: ⟨D\d+⟩)?, <person:P> (?=[a-zà-ÿ])"),
    Rule("role.apposition_whole", "Role", r"<person:P>, {the}(?P<role>{title}(?: (?:of|for|pour|de|du|des|d'|à|aux|en|chargée? de|de la|de l')(?: |(?<='))[^,;.:()⟨⟩]{2,50}?)?)(?=[,;.)»]|$)"),
    Rule("role.apposition_english", "Role", r"<person:P>, (?:the |its )?(?P<role>(?:[a-z][\w -]{2,30}|⟨[OXL]\d+⟩) (?:minister|director|secretary|manager|president|chief))\b"),
    Rule("role.apposition_plain", "Role", r"<person:P>, {the}{role}(?=,| |\.|;|:|$|»)"),
)  # fmt: skip

_VERBS = {
    "pilot": "responsable", "fond": "fondateur", "cofond": "cofondateur", "cré": "fondateur",
    "a fond": "fondateur", "a cofond": "cofondateur", "a cré": "fondateur",
    "chair": "chair", "head": "head", "led": "head", "lead": "head", "founded": "founder", "co-founded": "co-founder",
}  # fmt: skip
_OFFICES = {
    "tête": "à la tête", "présidence": "président", "direction": "directeur", "coordination": "coordinateur",
    "manœuvre": "dirigeant", "rênes": "dirigeant", "commandes": "dirigeant", "manettes": "dirigeant", "helm": "head", "manche": "patron", "gouvernail": "patron", "barre": "dirigeant", "vice-présidence": "vice-président",
}  # fmt: skip
_NO_ROLE = {
    "role.whose_firm",
    "role.magnate",
    "role.signed",
    "role.labelled",
    "role.speaks_for",
    "role.stands_for",
    "role.on_behalf",
    "role.under",
    "role.paren",
    "role.paren_all",
    "role.for",
    "role.affiliated",
    "role.affiliated_at",
}
_FOUNDED = Expression(r"(?:co-?)?(?:fond|créé|found)")
"""What two may have done side by side."""
_TITLED_FIRST = compiled(r"{title}(?:[^.;⟨⟩]{0,40}⟨[OLFE]\d+⟩[^.;,⟨⟩]{0,20},)? $")
_NEXT_PERSON = compiled(r", ⟨P\d+⟩")
_NAMED_FIRST = compiled(r"⟨P\d+⟩, $")
_PLAIN_FIRST = compiled(r"{title}[^.;⟨⟩]{0,40}, ⟨P\d+⟩$")
_NEXT_TITLE = compiled(r", {the}{title}")
_BEFORE_ITS_HOLDER = {"role.before", "role.title_before_plain", "role.presided"}
_BARE = {
    "role.fronted",
    "role.on_behalf",
    "role.speaks_for",
    "role.stands_for",
    "role.apposition_whole",
    "role.apposition_english",
    "role.title_before_plain",
    "role.apposition_plain",
    "role.paren_title",
    "role.affiliated",
    "role.paren",
    "role.paren_all",
    "role.affiliated_at",
    "role.english",
}
_OF_ONE_BEFORE = {
    "role.that_presides",
    "role.this",
    "role.pronoun_runs",
    "role.pronoun_runs_unit",
    "role.fronted_pronoun",
    "role.fronted_he",
}
_HEADING = compiled(
    r"(?:[Ll]es|[Dd]es|[Dd]eux|[Tt]rois|[Qq]uatre|⟨N\d+⟩|[Tt]he|[Tt]wo) (?P<role>{title})(?: (?:des|de|of) [^:;.]{0,60})? ?:[^:]*$"
)
_THEN_TITLED = compiled(r", {the}(?P<role>{title}(?: et {title})?)(?=[,.;]|$)")
_PORTFOLIO = Expression(r"(?:ministers?|secretary|commissioner)\b", re.IGNORECASE)
_CALLINGS = Expression(r"^(?:experte?|membre|leader|sponsor|manager|économiste|consultante?|chair)$", re.IGNORECASE)

_IN_ORDER = (*(r for r in RULES if r.name not in _BARE), None, *(r for r in RULES if r.name in _BARE))
"""Rules that name an institution, then the titles that a sentence lists (none of the rules), then bare titles."""


def find(document: Document) -> Iterator[Frame]:
    """A frame for each person's title at an organisation; one that only resumes a person adds to nothing else said."""
    found = [role_meant.with_body(document, frame) for frame in _all(document)]
    told = {f.first("person") for f in found if f.rule != "role.resumed"}
    yield from (f for f in found if f.rule != "role.resumed" or f.first("person") not in told)


def _all(document: Document) -> Iterator[Frame]:
    people: set[int] = set()
    titles: set[int] = set()
    for typed in document.prose:
        ministers = list(portfolios.find(document, typed))
        people |= (portfolio := {f.start for frame in ministers for f in frame.fillers if f.slot == "person"})
        yield from ministers
        for rule in _IN_ORDER:
            if rule is None:
                held = list(titles_of.read(document, typed, titles))
                people |= {f.start for frame in held for f in frame.fillers if f.slot == "person"}
                titles |= {f.end for frame in held for f in frame.fillers if f.slot == "role"}
                yield from (f for f in held if not portfolio & {p.start for p in f.fillers if p.slot == "person"})
                continue
            for match in matches(rule.pattern, typed):
                if _anothers(typed, match, rule):
                    continue
                found = list(_read(document, typed, match, rule))
                here = {f.start for frame in found for f in frame.fillers if f.slot == "person"}
                named = {f.end for frame in found for f in frame.fillers if f.slot == "role"}
                named -= titles if rule.name in _NO_ROLE else set()
                if (rule.name in _BARE and here & people) or named & titles or here & portfolio:
                    continue
                people |= here
                titles |= named
                yield from found


def _read(document: Document, typed: Typed, match: re.Match[str], rule: Rule) -> Iterator[Frame]:
    fillers = fill(document, typed, match, rule)
    people = [f for f in fillers if f.slot == "person"]
    roles = [_title(f) for f in fillers if f.slot == "role"]
    organisations = [f for f in fillers if f.slot == "organisation"]
    if rule.name in _OF_ONE_BEFORE and not people:
        people, roles = _spoken_of(document, typed, match, roles)
    if not roles and rule.name not in _NO_ROLE:
        return
    if rule.name == "role.respectively" and len(people) != len(organisations):
        return
    if rule.name == "role.respectively":
        for person, organisation in zip(people, organisations, strict=True):
            yield Frame("Role", (person, roles[0], organisation), rule.name)
        return
    roles, organisations = _worded(typed, match, rule, roles, organisations)
    if roles and not organisations and _CALLINGS.match(str(roles[0].value)):
        return
    if roles and not re.match(r"(?:co-?)?\w+s\b", str(roles[0].value)):
        one = rule.name in _BEFORE_ITS_HOLDER and not _FOUNDED.match(str(roles[0].value))
        people = people[-1:] if rule.name == "role.apposition" else people[:1] if one else people
    organisations = organisations or role_meant.understood(document, typed, match, rule)
    for person in people:
        yield Frame("Role", (person, *roles[:1], *organisations[:1]), rule.name)
        if len(roles) > 1 and len(organisations) > 1:
            yield Frame("Role", (person, roles[1], organisations[1]), rule.name)


def _anothers(typed: Typed, match: re.Match[str], rule: Rule) -> bool:
    """Whether the title beside a person is another's: "le président de A, P, la directrice de B, Q", "P, président, Q, maire"."""
    before = typed.string[: match.start()]
    if rule.name == "role.apposition":
        return bool(_TITLED_FIRST.search(before) and _NEXT_PERSON.match(typed.string, match.end()))
    listed = rule.name == "role.title_before_plain" and _NAMED_FIRST.search(before + match.group()[:2])
    return bool(listed and not _PLAIN_FIRST.search(before) and _NEXT_TITLE.match(typed.string, match.end()))


def _worded(
    typed: Typed, match: re.Match[str], rule: Rule, roles: list[Filler], organisations: list[Filler]
) -> tuple[list[Filler], list[Filler]]:
    """The title that a plural heading, a second apposition or a minister's field gives to a match."""
    if not roles and (heading := _HEADING.search(typed.string[: match.start()])):
        words = re.sub(r"(?<=\w)s\b", "", heading["role"], count=1)
        roles = [Filler("role", words, typed.origin(heading.start("role")), typed.origin(heading.end("role")))]
    if rule.name == "role.at_helm" and (titled := _THEN_TITLED.match(typed.string, match.end())):
        roles = [Filler("role", titled["role"], typed.origin(titled.start("role")), typed.origin(titled.end("role")))]
    if rule.name == "role.org_title_person" and _PORTFOLIO.match(str(roles[0].value)) and "'s " not in match.group():
        *organisations, ministry = organisations
        roles = [replace(roles[0], value=f"{ministry.value} {roles[0].value}", start=ministry.start)]
    return roles, organisations


def _spoken_of(
    document: Document, typed: Typed, match: re.Match[str], roles: list[Filler]
) -> tuple[list[Filler], list[Filler]]:
    """The person last named, for "cet ingénieur" and "qu'elle préside"."""
    person = person_before(document, typed.origin(match.start()))
    if re.search(r"\b[Ee]lle\b", match.group()):
        roles = [replace(r, value="présidente" if "pré" in str(r.value) else "directrice") for r in roles]
    return [filler("person", person)] if person else [], roles


def _title(role: Filler) -> Filler:
    words = str(role.value)
    if office := _OFFICES.get(words.lower()):
        return Filler(role.slot, office, role.start, role.end)
    for stem, noun in _VERBS.items():
        if (
            words.lower() != "leader"
            and words.lower().startswith(stem)
            and re.match(rf"(?:{stem})\w{{0,4}}$", words.lower())
        ):
            if words.lower().startswith("président"):
                break
            return Filler(role.slot, noun, role.start, role.end)
    return Filler(role.slot, re.sub(r"^(?:(?:le|la|un|une|the|a|an|les|son|sa) |l')", "", words), role.start, role.end)
