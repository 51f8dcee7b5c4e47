"""Words of belonging: what groupings are called, how one joins them, how they gather, what a parent's parts are called."""

from __future__ import annotations

GROUPING = (
    r"(?:consortium|groupement|réseau|association|club|collectif|alliance|pôle|cluster|grappe|fédération|confédération|syndicat|coopérative|communauté|union|coalition|fondation|GIS|GIE|GIP|"
    r"plateforme|comité|conseil|institut|incubateur|technopole|filière|comue|équipe|famille|groupe|attelage|partnership|network|federation|foundation|trade (?:body|association|group)|grouping|collective|society|"
    r"council|group|hub|team|programme|industry body|body|forum|initiative)"
)
"""What a grouping is called beside its name."""
WEAK = r"(?:consortium|groupement|réseau|association|club|collectif|alliance|pôle|cluster|grappe|fédération|confédération|syndicat|coopérative|communauté|union|coalition|fondation|GIS|GIE|GIP|comue|filière|partnership|network|federation|foundation|trade (?:body|association|group)|grouping|collective|industry body|society)"
"""Those of them that leave no doubt."""
LINK = (
    r"(?:(?:au sein|au cœur|à l'intérieur|dans les rangs|dans le giron|les rangs|the ranks|in the ranks|dans|parmi|vers|en|à|aux?|du|des|de|d'|la|le|les|l'|of|to|in|into|within|inside|with|the|"
    r"prestigieux|jeune|tout|nouveau|nouvelle|future?|new|newly|fledgling|célèbre|vaste|British|European|national|régionale?|européen)(?: |(?<=')))*"
)
GROUP = rf"(?:(?:{GROUPING}s?)(?: (?!⟨)[a-zà-ÿ'-]+){{0,5}}? )?(?:[«\"“] ?)?<organisation:OXFLE>(?: ?[»\"”])?(?: {GROUPING}\b)?"
TAIL = (
    r"(?:qui|which|that|and|et|puis|aussi|également|désormais|déjà|ainsi|toujours|enfin|notamment|officiellement|récemment|aujourd'hui|même|elle-même|lui-même|ensemble|ensuite|pleinement|donc|à son tour|à leur tour|de son côté|de leur côté|"
    r"tous|toutes|tous deux|toutes deux|les deux|les trois|all|also|now|already|recently|formally|officially|still|both|today|itself|long|jointly|then|soon|"
    r"(?:en |depuis |le |fin |in |since |on |dès )?⟨D\d+⟩|y|vient|viennent|venu|s'est|se sont|se|s'|vient de|vient d'|viennent de|viennent d'|va|vont|doit|doivent|devrait|devraient|pourra|souhaite|souhaitent|entend|compte|a|ont|avait|avaient|aura|auront|est|sont|était|étaient|"
    r"fut|furent|sera|seront|serait|is|are|was|were|has|have|had|will|would|to|be|been|become|became|becomes|devient|deviennent|deviendra|deviendront|devenir|devenue?s?|being|reste|restent|demeure|remains|fait|font|faire|faisait|fera|feront|être|été|de|d'|à|"
    r"choisi de|décidé de|choisi d'|décidé d'|just|finally|forme|forment|form|forms|prend|prennent|par ailleurs|since|depuis)"
)
"""What may stand between a subject and the words that say how it belongs."""

JOINS = (
    r"(?:adh[éè]r\w+|cotis\w+|s'affili\w+|affiliée?s?|affiliated|rall(?:ie|ié|iée|iés|ient|ié)\w*|rejoin\w+|rejoign\w+|intègr\w+|intégr\w+|join(?:s|ed|ing)?|"
    r"entre|entrent|entrée?s?|entrer(?:a|ont)?|enters?|entered|signed up|signs up|sign up|"
    r"(?:l'une? des |l'un de[s']? |un des |one of (?:the )?|parmi (?:les )?|among (?:the )?|au nombre des |au rang des )?(?:(?:un |une |le |la |l'|les |a |an |the |its )?(?:(?:(?!(?:ses|its|leurs|their)\b)[a-zà-ÿ-]+|⟨[NRHO]\d+⟩) ){0,2})?"
    r"(?:membres?|adhérente?s?|sociétaires?|cofondat(?:eur|rice)s?|co-fondat(?:eur|rice)s?|partenaires? fondat(?:eur|rice)s?|members?|member stat(?:e|es)|co-founders?|founding partners?)(?: (?:à part entière|fondat(?:eur|rice)s?|acti(?:f|ve)s?|associée?s?|historiques?|bienfaiteurs?|d'honneur|du bureau|du conseil d'administration|du conseil|d'office|state|states|in good standing))*|"
    r"(?:grossi|gonfl|étoff|renforc)\w* les rangs|(?:swell|swells|swelled|boost\w*|bolster\w*) the ranks|partie|partie prenante|part|appartien\w+|appartenant|appartenir|appartenai\w+|belong(?:s|ed|ing)?|relève(?:nt)?|dépend(?:ent)?|"
    r"rattachée?s?|attached|siège(?:nt)?|sits?|se fédèrent|fédérée?s?|regroupée?s?|réunie?s?|rassemblée?s?|unie?s?|alliée?s?|s'unissent|s'allient|s'associent|se regroupent|se rassemblent|se réunissent|united|grouped|unite|uniting|"
    r"admise?s?|admis|admitted|accueillie?s?|accepted|cooptée?s?|enrôlée?s?|élargie|welcomed|labellisée?s?)"
)
"""How a body belongs to a grouping or comes to it; a name of the grouping follows."""
LOOSE = r"(?:(?:l'une? des|l'un des|one of(?: the)?|un des|une des) (?:[a-z]+ |⟨N\d+⟩ ){0,2}(?:entreprises|sociétés|PME|start-ups|laboratoires|acteurs|structures|companies|firms|partners|organisations|businesses|universities|laboratories)(?: [a-zà-ÿ]+)?|particip\w+|prend part|prennent part|prendra part|prendront part|a pris part|ont pris part|take(?:s|n)? part|took part|partenaires?|partners?|fondat(?:eur|rice)s?|founders?|pilot\w+|coordonn\w+|coordinat\w+|chef de file|mandataire|lead partner|leads?|led|leading|anim\w+|pilier|maillon|contribu\w+|engagée?s?|s'engage(?:nt)?|impliquée?s?|involved|représentée?s?|team(?:s|ed)? up|teaming up|join(?:s|ed)? forces|s'associe(?:nt)?|collabor\w+|works?|worked|travaille(?:nt)?|se retrouve(?:nt)?|se côtoie(?:nt)?|forment|form|composent|constituent|make up|comprise)"
"""The same where only a grouping called one can be meant."""
GATHERS = (
    r"(?:regroup\w+|réuni(?:t|ssent|ssant|ra|ssait)|rassembl\w+|fédèr\w+|fédér(?:ant|ait|era)|associ(?:e|ent|ant|ait|era)|uni(?:t|ssent|ssant)|alli(?:e|ent|ant)|mari(?:e|ent|ant)|comprend|comprenant|comprennent|inclut|incluant|englobe|rallie|agrège|"
    r"(?:est |sont |was |is |are )?(?:composée?|constituée?|formée?|emmenée?|menée?|pilotée?|portée?|coordonnée?|conduite?|dirigée?|made up|formed|led|headed|backed|set up|run|coordinated)s? (?:en ⟨D\d+⟩ |⟨D\d+⟩ |notamment |in ⟨D\d+⟩ )?(?:d[eu']s?|par|autour d[eu']|of|by|around)|"
    r"se compose(?:nt)? d[eu']s?|repose sur|s'appuie sur|(?:a |ont |vient d'|vient de )?(?:accueill\w+|accueil|admi[st]\w*|enrôl\w+|coopt\w+|s'adjoin\w+|recrut\w+)|s'enrichi\w+ d[eu']s?|s'est enrichie? d[eu']s?|s'élargi\w+ à|s'est élargie? à|s'ouvre à|s'est ouverte? à|s'étend à|"
    r"compte(?:nt)?|dénombre|revendique|affiche|"
    r"brings? together|bringing together|brought together|unites?|uniting|gathers?|gathering|groups|grouping|comprises?|comprising|consists? of|consisting of|includes?|including|counts?|counting|numbers|has admitted|admits|admitted|has welcomed|welcomes?|welcomed|has added|adds|has grown to include|is made up of|links|linking|pairs|combines|combining|has|features|teams?|lists)"
)
"""How a grouping has its members; they follow."""
ENTRY = r"(?:adhésion|entrée|arrivée|ralliement|admission|intégration|affiliation|rattachement|accession|venue|inclusion|addition|arrival|entry|membership|joining|appartenance|participation|cooptation|recrutement|enrolment)"
UNIT = (
    r"(?:filiale|sous-filiale|branche|division|entité|unité|composante|antenne|marque|société sœur|bras armé|coentreprise|co-entreprise|subsidiary|unit|arm|division|branch|affiliate|joint venture|joint-venture|business|offshoot|"
    r"laboratoire|labo|équipe(?: de recherche)?|institut|laboratory|lab|centre|department|département|service|structure)"
)
_SHARE = r"(?: \(?à (?:⟨H\d+⟩|\d+ ?%|parts égales|parité)\)?)"
UNIT_OF = (
    rf"(?:(?:wholly|majority|jointly|fully|part)[- ]owned |(?:nouvelle|jeune|ancienne|new|local|spatiale|regional|space|UK|British|French|German|Italian|joint|shared|common|research|small|specialist|dedicated|engineering|satellite) )*"
    rf"{UNIT}s?(?: (?:commune?|mixte|partagée?|détenue|conjointe|française?|italienne?|allemande?|espagnole?|britannique|américaine?|européenne?|régionale?|locale?|spatiale?|spécialisée?|historique|dédiée?|de recherche|de service|d'appui|propre|à parité|paritaire|\(UMR\)|⟨U\d+⟩)|{_SHARE})*"
)
"""What a part of a parent body is called, with its adjectives."""
