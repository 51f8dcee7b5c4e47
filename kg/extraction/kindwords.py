"""Common nouns that say of what kind a name beside them is, French and English."""

from __future__ import annotations

from collections.abc import Mapping

_COMPANY = (
    r"sociétés?|entreprises?|start-?ups?|jeunes? pousses?|scale-?ups?|pme|eti|tpe|firmes?|maisons?-mères?|groupes?|filiales?|branches?|licornes?|pépites?|compagnies?|"
    r"industriels?|constructeurs?|constructrice|fabricants?|fabricante|équipementiers?|sous-traitants?|fournisseurs?|opérateurs?|opératrice|exploitants?|concepteurs?|"
    r"éditeurs?|éditrice|intégrateurs?|assembleurs?|motoristes?|avionneurs?|hélicoptériste|missiliers?|satellitiers?|maître d'œuvre|donneur d'ordres?|spécialistes?|leaders?|géants?|"
    r"numéro (?:un|deux|trois)|champion(?:ne)?s?|acteurs?|prestataires?|cabinets?|bureaux? d'études?|agences? de (?:communication|conseil)|distributeurs?|transporteurs?|cimentier|verrier|"
    r"véhicules? d'investissement|fonds(?: d'investissement)?|investisseurs?|actionnaires?|banques?|assureurs?|promoteurs?|architectes?|concurrente?s?|rivale?s?|partenaires?|clients?|"
    r"spin-?offs?|coopérative|holding|consortium|coentreprise|joint-venture|société d'économie mixte|sem|"
    r"compan(?:y|ies)|firms?|business|subsidiary|group|manufacturers?|makers?|builders?|suppliers?|operators?|developers?|contractors?|providers?|specialists?|consultancy|"
    r"investors?|(?:venture )?(?:capital )?fund|bank|conglomerate|giant|unicorn|venture|shareholder|competitor|rival|partner|customer|outfit|enterprise|corporation|spinout|engineering group"
)
_BODY = (
    r"associations?|fédérations?|fondations?|syndicats?|groupements?|pôles?(?: de compétitivité)?|clusters?|grappes?|réseaux?|incubateurs?|accélérateurs?|pépinières?|technopoles?|"
    r"agences?|organismes?|organisations?|instituts?|laboratoires?|labo|unités? (?:mixte )?de recherche|universités?|écoles?(?: d'ingénieurs?)?|lycées?|collèges?|établissements?(?: publics?)?|centres? de recherche|observatoires?|"
    r"ministères?|collectivités?|communauté d'agglomération|intercommunalités?|chambre de commerce|clubs?|comités?|ong|coalition|alliance|collectif|think-tank|plateforme d'innovation|"
    r"institutions?|autorités?|régulateur|équipe|structure|association|federation|foundation|union|cluster|network|incubator|accelerator|agency|organi[sz]ation|institute|laboratory|lab|university|school|college|"
    r"regulator|authority|council|charity|trust|partnership|body|society|consortia|consortium|club|alliance|think tank|research (?:centre|center)|department|ministry|development agency|district"
)
_SATELLITE = (
    r"(?:nano|micro|mini|petits? |gros )?-?satellites?(?:-\w+)?(?: (?:d'observation|de télécommunications?|militaire|européen|espion|radar|géostationnaire))?|cube-?sats?|nanosats?|sondes?(?: spatiale)?|rovers?|atterrisseurs?|orbiteurs?|spacecraft|probes?|landers?|orbiters?|"
    r"télescopes?(?: spatial)?|space telescope|(?:space ?)?tugs?|remorqueurs?(?: spatial)?|capsules?|cargos?|vaisseau(?: spatial)?|navette|(?:space ?)?plane|avion spatial"
)
_LAUNCHER = r"(?:micro|mini|petits? )?-?(?:lanceurs?|fusées?)(?: (?:lourde?|légère?|léger|réutilisable|européen(?:ne)?))?|(?:micro-?)?(?:rockets?|launchers?)|launch vehicles?|véhicules? de lancement|moteur(?:-fusée)?|propulseur|(?:rocket )?engine|booster|étage"
_CONSTELLATION = r"constellations?|méga-?constellations?"
_PROGRAMME = (
    r"(?:sous-)?programmes?|dispositifs?|missions?|initiatives?|projets?|opérations?|démonstrateurs?|prototypes?|expériences?|instruments?|concept|système(?: de navigation| d'alerte)?|dispositif d'accompagnement|parcours d'accompagnement|"
    r"programmes?|programs?|schemes?|projects?|demonstrators?|experiments?|missions?|campaigns?|instrument|payload|systems?"
)
_FACILITY = (
    r"(?:(?:méga|giga)-?)?usines?|ateliers?|sites?|centres?(?: (?:de (?!recherche)\w+|spatial|d'essais|technique))?|campus|bâtiments?|immeubles?|locaux|tiers-lieux?|complexes?|parcs?(?: (?:d'activités|scientifique|technologique|des expositions))?|pas de tir|ports? spatia(?:l|ux)|"
    r"salles? blanches?|bancs? d'essais?|stations?(?: (?:au )?sol)?|antennes?|paraboles?|hôtels?|musées?|palais(?: des congrès)?|amphithéâtre|auditorium|ensemble immobilier|zone d'activités|technoparc|aéroports?|aérodrome|base(?: aérienne| de lancement)?|hangars?|plateformes? (?:technologique|d'essais)|"
    r"(?:mega|giga)?factor(?:y|ies)|plants?|facilit(?:y|ies)|sites?|spaceports?|launch (?:site|pad|complex)s?|ground stations?|buildings?|campuses|hangars?|hub|centre|center|park|antenna|dish|test (?:site|centre|stand|bed)|venue|museum|clean ?rooms?|observatory"
)
_EVENT = (
    r"salons?|forums?|festivals?|congrès|colloques?|événements?|évènements?|manifestations?|symposiums?|convention d'affaires|conférences?|sommets?|rendez-vous|journées?|hackathons?|concours|compétitions?|meetings?|foires?|rencontres?|séminaires?|webinaires?|"
    r"biennales?|salons|meet-?ups?|(?:air|space)shows?|summer school|université d'été|trade (?:show|fair)s?|shows?|fairs?|conferences?|congress|summits?|symposium|events?|workshops?|competitions?|contests?|exhibitions?|expo|gathering|hackathon|awards"
)
_PLACE = (
    r"villes?|communes?|villages?|quartiers?|métropole|cités?|bourgs?|bourgades?|municipalités?|localités?|régions?|départements?|provinces?|cantons?|comtés?|îles?|archipel|vallées?|pays|États?|capitale|préfecture|banlieue|"
    r"towns?|cit(?:y|ies)|villages?|districts?|suburbs?|count(?:y|ies)|regions?|provinces?|islands?|peninsula|valley|capital"
)

NOUNS: tuple[tuple[str, str, str], ...] = (
    ("O", "company", _COMPANY),
    ("O", "body", _BODY),
    ("S", "launcher", _LAUNCHER),
    ("S", "constellation", _CONSTELLATION),
    ("S", "satellite", _SATELLITE),
    ("S", "programme", _PROGRAMME),
    ("F", "facility", _FACILITY),
    ("E", "fair", _EVENT),
    ("L", "place", _PLACE),
)
"""Kind, sort and the nouns; where two classes share a noun, the first that a pattern tries wins."""

OCCASION = (
    r"(?:(?:nouveau|nouvelle|grand|grande|premier|première|futur|future|traditionnel|traditionnelle|prochain|prochaine|new|annual|first|biennial|flagship|international|national) )*(?:salon|forum|festival|congrès|colloque|"
    r"événement|évènement|manifestation|symposium|convention d'affaires|conférence|séminaire|sommet|hackathon|concours|challenge|rendez-vous (?:annuel|biennal|incontournable|professionnel|du|de la|des)|"
    r"meeting (?:annuel|aérien)|compétition|foire|journée (?:d'étude|scientifique|technique|professionnelle|annuelle)|exposition|université d'été|"
    r"trade show|trade fair|conference|exhibition|summit|workshop|expo\b|competition|contest|(?:[a-z]+ )?event|gathering|meet-?up|awards? (?:ceremony|night|evening)|(?:air|space)show|symposium|summer school)"
)
KIND_OF = r"(?: (?:annuel(?:le)?|international(?:e)?|national(?:e)?|européenn?e?|biennal(?:e)?|mondial(?:e)?|régional(?:e)?|spatial(?:e)?|professionnel(?:le)?|étudiant(?:e)?|scientifique|(?:du|de la|des|d'|de l'|for|on|of|dédiée? (?:au|à la|à l')|consacrée? (?:au|à la|à l')) ?[a-zà-ÿ' -]{3,40}?))?"
"""An occasion, and what may say of which kind it is."""

ADJECTIVES = r"(?:(?!(?:et|ou|de|du|des|d|la|le|les|un|une|à|au|aux|en|que|qui|dont|par|pour|avec|chez|dans|sur|a|est|and|or|of|the|in|at|by|for|with|to|from|is|has|was)\b)[\w'-]*[a-zà-ÿ]+ )"

_DOING = (
    r"(?:annonc|lev|lèv|boucl|sign|emploi|embauch|recrut|développ|conçoi|conçu|fabriqu|produi|réalis|propos|fourni|livr|vend|commercialis|investi|install|implant|constru|bât|agrandi|inaugur|ouvr|ouvert|"
    r"rachet|rachèt|acqui|reprend|repris|détien|possèd|exploit|gèr|pilot|coordonn|accompagn|soutien|aid|financ|apport|vers|remport|décroch|obten|obtien|gagn|choisi|confi|command|dispos|compt|réuni|fédèr|rassembl|regroup|"
    r"travaill|collabor|particip|rejoi|adhèr|prépar|lanc|dévoil|présent|organis|assur|mis|cherch|affich|vis|tabl|revendiqu|ambitionn|envisag|projett|prévoi|emmèn|héberg|incub|accueill|intègr|test|équip|racont|grandi|double|muscl)"
)
_AUXILIARY = (
    r"(?:a|ont|avait|vient d'|vient de|va|vont|doit|devrait|devra|compte|peut|pourra|veut|souhaite|espère|entend|prévoit(?: de| d')?|n'a(?: pas)?|a (?:ainsi|déjà|aussi|également|récemment|notamment)|"
    r"s'est|est en train de|y a|en a|l'a|les a)"
)

VERBS: Mapping[str, str] = {
    "O": rf"(?:{_AUXILIARY} ?{_DOING}[a-zà-ÿ]*|(?:se |s'|en |y |l'|le |la |les |lui )?(?!\w*ée?s?(?!\w)){_DOING}[a-zà-ÿ]*)",
    "en": (
        r"(?:(?:has|have|had|will|would|is to|plans to|aims to|hopes to|wants to|expects to|is|was|are|also|now|already|recently) )*"
        r"(?:announc|rais|sign|employ|hir|recruit|develop|design|manufactur|produc|mak|offer|provid|suppl|deliver|sell|sold|market|invest|build|built|open|acquir|bought|buy|own|operat|run|manag|support|fund|financ|award|win|won|"
        r"secur|receiv|select|chosen|choos|lead|work|collaborat|partner|join|prepar|launch|unveil|present|organi[sz]|plan|aim|hop|expect|count|host|boast|specialis|suppli|turn|grow|double|expand|reli|appoint)[a-z]*"
    ),
    "S": (
        r"(?:décoll|s'élanc|s'est élancé|s'envol|s'est envolé|orbit|embarqu|emport|pès|doit voler|volera|a volé|sera (?:lancé|placé|mis|construit|assemblé)|a été (?:lancée?|placée?|mise? en orbite|mis)|doit être lancée?|effectu|accompli|lifts? off|lifted off|"
        r"will (?:fly|be launched|lift|orbit|carry)|was launched|weighs|carries|is due to (?:fly|launch)|flew|flies|orbits)[a-zà-ÿ]*"
    ),
}
