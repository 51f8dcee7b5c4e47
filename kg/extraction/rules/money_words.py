"""The words that surround an amount: what is no funding, which kind it is, who pays, who is paid, what for."""

from __future__ import annotations

import re

from kg.extraction.expressions import Expression
from kg.extraction.typed import compiled

NOT_FUNDING = Expression(
    r"chiffres? d'affaires|\bCA\b|\brevenues?\b|\brevenus\b|turnover|\bsales\b|\bventes\b|\bexport|\bcoût unitaire|(?<![Pp]remier )(?<![Dd]euxième )(?<!⟩ )(?<![Gg]rand )(?<!\ble )(?<!\bdu )\bprix\b|\bau prix d|loyer|salaire|valoris|valued|"
    r"\bmarché (?:mondial|de la|du|spatial|européen|estimé|de l')|global market|\bbénéfice|(?-i:\b[pP]ertes?\b)|\brecettes\b|amende|économi[es]|retombées|\b(?:(?:economic )?(?:impact|boost)|economic returns?)\b|worth of|billets?\b|tarif|gagner|\b(?:brings?|brought|bringing) in\b|\bgenerat(?:e[sd]?|ing)\b|\bgén(?:ère|èrent|érer|éré)\b|\brapporte(?:nt|ra)?(?: (?:près|plus|environ|quelque|de|d'))* ?$|\baccount(?:s|ed)? for\b|"
    r"\bpèse|valeur ajoutée|\bturns? over|\bfactur(?:é|ée|és|er|ation)\b|(?:\b(?:elle|il|qui)|⟩) facture\b|\beconomy\b|\béconomie\b|par personne|per person|\binscription|hébergement|\bvoyage\b|\bticket|abonne|\bfees?\b|\bfrais\b|\bGDP\b|\bPIB\b|produit intérieur brut|gross domestic|\bGVA\b|carnet de commandes|(?:higher|lower|up|down) by $|en (?:hausse|baisse) de $|supérieure? de $|order book|dettes?\b|\b(?:certains|certaines|chacun|chacune|chaque|some|each) (?:[^.;⟨⟩]{0,25} )?(?:coût|cost)",
    re.IGNORECASE,
)
PAYMENT_NEXT = Expression(
    r"^ (?:de |d'|en |of |in )(?:levées? de fonds|fonds levés|subventions?|aides?|financements?|investissements?|dotations?|crédits|prêts?|dons?|funding|grants?|investments?|loans?|venture)\b",
    re.IGNORECASE,
)
"""What makes an amount a payment, whatever was told before it: "un chiffre d'affaires de 17 M€ et 11 M€ de levées de fonds"."""
FAR_EARNED = Expression(
    r"(?:chiffres? d'affaires|\bturnover|\brevenues?)\b[^.;⟨⟩]{0,120}(?:⟨[LODN]\d+⟩[^.;⟨⟩]{0,60})?$", re.IGNORECASE
)
INCOME = Expression(
    r"^(?: (?:was |were |is |are |a été |ont été )?(?:generated|produced|earned|turned over|générés?|réalisés?|produits)\b)|^ (?:of |in |de |d')(?:[\w'-]+ ){0,4}(?:turnover|income|revenues?|sales|exports?|profits?|chiffre d'affaires|ventes|recettes|bénéfices?|exportations)\b",
    re.IGNORECASE,
)
"""What an amount is of when it is earned: "£3bn of national space turnover"."""
EARNED = Expression(
    r"chiffres? d'affaires|\brevenus?\b|\brevenues?\b|turnover|\bsales\b|\bventes\b|\bexport|\btarifs?\b|\bprix\b|\bprices?\b|\bincome\b|\brecettes\b",
    re.IGNORECASE,
)
"""Headings of rows that are no payments."""
STAFFED = Expression(r"⟨N\d+⟩ (?:salariés|collaborateurs|employés|employees|staff)(?: et|,| pour| and) $")
MEASURE = Expression(
    r"(?:(?:et|and|à|to|ou|or) ⟨M\d+⟩ )?(?:pièce|l'unité|l'exemplaire|apiece|each|per unit)\b|(?:km|kilom|m²|m2|mètres|tonnes?|habitants|visiteurs|kilometres|miles|years|ans)(?!\w)|kilomètres"
)
KINDS: tuple[tuple[str, Expression], ...] = tuple(
    (kind, Expression(words, re.IGNORECASE))
    for kind, words in (
        (
            "contract",
            r"\bcontrats?\b|\bcommandes?\b|\bcontracts?\b|\border(?:s|ed)?\b|marchés? publics?|appel d'offres|marché d[e']\w*[^.;]{0,60}(?:remport|attribu|décroch|confi)",
        ),
        (
            "investment",
            (
                r"invest|lev(?:é|és|ée|er|ait)\b|\blevées?\b|récolt|\b(?:a|ont|vient de|viennent de) (?:réuni|rassembl|collect|engrang)|decroch|\blève|tour de table|\bcombien ?\?|how much\b|\bcapital\b|\brounds?\b|\brais(?:e|es|ed|ing)\b|actionnaire|obligations|prêt\b|\blend(?:s|ing)?\b|\bloans?\b|emprunt|"
                r"\bcoût(?:e|era|ait|é)?\b|\bcosts?\b|injecte|rachat|acqui|dépens|\bspending\b|\bexpenditure\b|travaux\b|chantier|fundrais|\bsérie [A-C]\b|series [A-C]\b|\bfactures?\b|\bl'addition\b|\bprice tag|\bthe bill\b|\bdevis\b|\bévaluée?s? à|\bchiffrée?s? à|\bestimée?s? à|\bamorçage\b|\bseed\b|\bequity\b"
            ),
        ),
        (
            "envelope",
            (
                r"enveloppe|\bceiling|\bplafond|\bdotée?s?\b|dotation|\bbudget|\bplan\b|feuille de route|stratégi|mobilis|(?<!levée de )(?<!levées de )\bfonds\b|package|\bfund\b|appel à projets|appels à projets|consacr|"
                r"programme|\bsur \d+ ans|crédits|réserv|endowed|\bpot of|[mn] pot\b|earmark|alloué|allocat|débloqu|financements\b|montant total"
            ),
        ),
        (
            "contribution",
            (
                r"subvention|\baides?\b|accompagn|épaul|à hauteur d|soutien|souten|contribu|chèque|coup de pouce|\bavance\b|\bbourse\b|promis|financ|apport|participation|particip|cofinanc|\bgrants?\b|\bfund(?:ed|ing|s)\b|support|"
                r"vers[ée]|accord|bénéfici|\bpaying\b|abond|octroy|attribu|remis|souscri|subscri|\bajout|\bverse\b|\boffre\b|award|reçu|received|\bgiven\b|\bdonn(?:e|era|ent|é|ée)\b|offert|provid|\bput\b|goes to|mécénat|don\b|dons\b"
            ),
        ),
    )
)
RECEIVED = Expression(
    r"\b(?:obt[ei]n\w*|touch(?:e|é|er|era)|perçoi\w*|empoch\w*|encaiss\w*|gets?|got|secur(?:ed|es|ing)|lands?|landed|attracted|attir\w+)\b",
    re.IGNORECASE,
)
"""Words of payment that leave its kind open."""
KIND_AFTER = Expression(
    r"^ (?:[a-z]+ )?(contrat|contract|order|commande|d'investissements?|investment|de subventions?|grant)\b",
    re.IGNORECASE,
)
KIND_NOUNS = (
    ("contract", "contra"),
    ("contract", "order"),
    ("contract", "commande"),
    ("investment", "invest"),
    ("contribution", ""),
)
ATTRIBUTIVE = Expression(
    r"^[ -](?:new |state-of-the-art |flagship |[a-z]+-?[a-z]* ){0,2}(?P<works>⟨[WF]\d+⟩|(?:test |research |innovation |technology |training |launch |space |data |manufacturing )?(?:centre|center|campus|complex|park|development|scheme|refurbishment|upgrade|redevelopment|extension|expansion|site|building|facility|plant|factory|spaceport|observatory|museum|hub)(?![\w-]))"
)
"""What an amount is the cost of, right behind it: "the £116 million building"."""
OF_WORKS = Expression(
    r"(?P<works>⟨[WF]\d+⟩),? (?:d'un coût|d'un montant|à|de|évaluée?s? à|estimée?s? à|costing|worth|budgeted at|priced at)(?: (?:de|d'|about|around|some|près de|plus de|environ|nearly|over|more than))* ?$"
)
PURPOSE_OF = Expression(
    r"^ (?:d'euros |de dollars )?(?:de la |de l'|de |d'|du |of )(?P<purpose>(?!plus\b|moins\b|aides?\b|subvention|soutien|financement|fonds\b|crédits?\b|levée|contrat|dollars|euros|investissements?\b|dotation|budget|dons?\b|funding|grants?\b|support|investments?\b|public\b|private\b|capital\b|chiffre|la part|part\b|it\b|them\b|which\b|that\b|dette|taxpayer|money|its\b|their\b|his\b|her\b|our\b|ses?\b|son\b|sa\b|leurs?\b|fresh\b|new\b|nouve|extra\b|additional\b|francs|livres|pounds|sterling|roubles)[a-zà-ÿ][a-zà-ÿ' -]{3,45}?)(?=[.,;:)]|$| et | pour | dans | sur | sont | ont | en | and | are | has | have | over | à | qui )"
)
UNDER = compiled(
    r"^[^.;]{0,80}\b(?:au titre|prélevés? sur|pris sur|sur les crédits|dans le cadre|grâce) ?{det}(?:(?:plan|programme) )?<plan:T>"
)
WITH_OTHERS = compiled(
    r"(?:avec (?:la participation|le soutien|le concours) (?:de la |de l'|du |des |de |d')|(?:channell?ed |routed |paid )?(?:through|via|by way of) (?:the )?|à travers (?:la |le |l'|les )?|(?:par l'intermédiaire|par le biais|par l'entremise) (?:de la |de l'|du |des |de |d')|rejointe?s? par |participation (?:from|by) |alongside |joined by |along with ){det}<funder:O+>"
)
ACTIVE = (
    r"(?:a |ont |va |vont |doit |prévoit d[e'] ?|prévoient d[e'] ?|compte |entend |veut |souhaite |qui |y |s'est engagée? à |a décidé d[e'] ?|a prévu d[e'] ?|plans to |will |is |are |has |have |to |also |également |ainsi |notamment |déjà |already |aussi |en |lui |leur |conjointement ){0,5}"
    r"(?:invest\w*|financ\w*|apport\w*|consacr\w*|mobilis\w*|allou\w*|débloqu\w*|vers\w*|accord\w*|souti\w*|souten(?!u)\w*|prom(?:is|et|ett)\w*|promis\w*|offr\w*|offer\w*|fourni\w*|prêt(?:e|er|é|ent|era)\b|lend\w*|lent\b|consent\w*|inscri\w*|approuv\w*|approv\w*|valid\w*|pren(?:d|nent|dra|dront) en charge|pris en charge|débours\w*|particip\w*|contribu\w*|injecte\w*|attribu\w*|engag\w*|octroy\w*|"
    r"met\w*|mis\w*|remis\w*|abond\w*|dépens\w*|prévoi\w*|vot\w*|affect\w*|réserv\w*|put\w*|provid\w*|award\w*|grant\w*|fund\w*|spend\w*|commit\w*|pledg\w*|back\w*|support\w*|subscrib\w*|souscri\w*|donn\w*|alloc\w*|doubl\w*|r?ajout\w*|add\w*|paying|giv\w+|gave|lend\w*|hand(?:s|ed|ing)\b|pa(?:y|ys|id|ie|ye|iera|yé)\b|chip\w* in)"
)
FUNDER_BEFORE = compiled(rf"<funder:OL+>(?: \([^()]{{1,30}}\))?,? (?:[^.;⟨⟩]{{0,150}} )?{ACTIVE}[^.;]{{0,130}}$")
ANNOUNCES = compiled(
    r"<funder:OL+>(?: \([^()⟨⟩]{1,30}\))?,? (?:has |have |a |ont |today |hier )*(?:announced|unveiled|pledged|promised|committed|confirmed|annoncé|promis|confirmé|débloqué) "
    r"(?:an? |une? |of |the |la |le )?(?:new |nouvelle? |further |additional |first |première )?(?:(?:aide|subvention|enveloppe|contribution|participation|dotation|soutien)(?: [a-zà-ÿ]+)? (?:de |d'))?$"
)
"""Who announces a sum: "the agency announced a £2 million contribution to a project led by Y"."""
INVESTMENT_OF = Expression(r"\binvestissement (?:[a-zà-ÿ]+ )?(?:de |d')(?:près de |plus de |environ )?$")
MADE_BY = compiled(r"^ (?:réalisé|consenti|effectué|engagé|porté|mené|financé) par {det}<funder:OF>")
"""Who makes an investment of a sum."""
FUNDER_BY = compiled(
    r"^(?:(?!⟨M)[^.;]){0,110}?(?:(?<!récoltés )(?<!récoltée )(?<!levés )(?<!levée )(?<!reçus )(?<!obtenus )(?<!raised )(?<!received )(?<!gérés )(?<!géré )(?<!gérée )(?<!piloté )(?<!pilotée )(?<!construit )(?<!construite )(?<!bâti )(?<!bâtie )(?<!conçu )(?<!conçue )(?<!développé )(?<!développée )(?<!exploité )(?<!exploitée )(?<!réalisé )(?<!réalisée )\bpar|(?<!raised )(?<!received )(?<!run )(?<!built )(?<!managed )(?<!operated )(?<!designed )(?<!developed )(?<!owned )(?<!according to )(?<!be led )(?<!project led )(?<!programme led )(?<!consortium led )\bby|de la part d[eu']|provenant d[eu']|pris(?:e?s)? sur|prélevée?s? sur|tirée?s? d[eu']|issus? d[eu']|from|versée?s? par|apportée?s? par|financée?s? (?:par|à [^.;]{0,20} par)|funded by|auprès d[eu']|signé avec|apportés par|en provenance d[eu']|courtesy of|à la charge d[eu']|supportée?s? par) ?{det}(?:(?:société|start-up|entreprise|groupe|fondation|banque|association|agence|fédération|mairie|ville|commune|métropole|company|firm|bank|foundation|charity|investor|giant|géant|industriel|équipementier)s?(?: [a-zà-ÿ-]+)? (?:de |d')?)?<funder:OLT+>"
)
FUNDER_BY_BEFORE = compiled(
    r"(?:financée?s?|soutenue?s?|accompagnée?s?|subventionnée?s?|cofinancée?s?|portée?s?|aidée?s?|funded|supported|backed|awarded|accordée?s?|allouée?s?|dotée?s?|attribuée?s?|versée?s?|votée?s?) (?:[^.;⟨⟩]{0,30} )?(?:par|by) {det}<funder:OLT+>[^.;]{0,70}$"
)
FUNDER_OF = compiled(
    r"(?:subvention|effort|aide|soutien|contribution|participation|enveloppe|dotation|financement|apport|concours|commande|contrat|contract|grant|funding|support|investissement|investment) (?:[a-zà-ÿ]+ )?(?:de la |de l'|du |des |de |d'|from the |from |of the |of |by the |by |avec le |avec la |avec |with )<funder:OLF+>(?: (?:pour|for|en faveur d[eu']) {det}⟨[A-Z]\d+⟩)?[^.;⟨⟩]{0,40}$"
)
FUNDER_OF_AFTER = compiled(
    r"^ (?:d'aides? |de subventions? |de financements? |de fonds |d'investissements? |de crédits |of funding |grant |in grants |contract |award )?(?:de la |de l'|du |des |de |d'|from the |from )(?:[Gg]overnment's |[Ss]tate's )?<funder:O+>"
)
FUNDER_IN = compiled(r"^ (?:d'euros )?(?:in|of|de|d'|en|sur) (?:l'|les |the )?<funder:O>")
BORROWED = Expression(r"\b(?:emprunt\w*|borrow\w*)\b", re.IGNORECASE)
LENDER = compiled(r"^ (?:à|auprès d[eu'] ?|from) ?{det}<funder:O+>")
BORROWER = compiled(r"<recipient:O>[^.;⟨⟩]{0,60}(?:emprunt|borrow)\w*[^.;⟨⟩]{0,20}$")
CHOSEN = compiled(
    r"<recipient:O>[^.;⟨⟩]{0,60}(?:choisie?|retenue?|sélectionnée?|désignée?|picked|selected|chosen|hired|contracted)[^.;⟨⟩]{0,10} (?:par|by) {det}<funder:O>[^.;]{0,120}(?:marché|contrat|commande|contract|order|deal)[^.;⟨⟩]{0,30}$"
)
SIGNED_WITH = compiled(
    r"<recipient:O>[^.;⟨⟩]{0,60}(?:sign|conclu|décroch|remport|obten|gagn|won|win|land|secur)\w* (?:avec|auprès d[eu'] ?|with|from) ?{det}<funder:O>,? [^.;⟨⟩]{0,30}$"
)
"""Who is chosen by whom, or signs with whom, for a contract."""
CONTRACT_WITH = compiled(
    r"^ (?:[a-zà-ÿ' -]{0,30} )?(?:avec|with|(?:passé|attribué|confié|awarded|placed)e? (?:par|by)) {det}<funder:O>"
)
ROUND_NEXT = Expression(r"^ ?(?:[a-zA-Z-]+ ){0,2}(?:round|raise|tour de table|levée|funding|investment)\b")
LED = compiled(
    r"<funder:O+>[^.;⟨⟩]{0,30}\b(?:co-?)?(?:led|leads|leading|backed|mène|mené|conduit|emmène|dirige)\b[^.;⟨⟩]{0,20}$"
)
BUILDS = compiled(
    r"<funder:O>[^.;⟨⟩]{0,40}(?:announc|unveil|plan|launch|start|begun|began|complet|open|reveal)\w* (?:an?|the|its|his|work on (?:an?|its|the)) $"
)
PASSED_ON = compiled(
    r"^[^.;⟨⟩]{0,60}(?:par|by) {who}<OL>(?: \([^()]{1,20}\))? (?:à la |à l'|à |au |aux |to (?:the )?)(?:[a-zà-ÿ-]+ ){0,2}<recipient:OTSFE>"
)
OBTAINED = compiled(
    r"^ ?(?:d'euros )?[:,]? ?(?:c'est |voilà |tel est |soit )?(?:le montant |la somme )?(?:ce )?(?:que |qu'|that ){det}(?:société |start-up |entreprise |association |groupe |company |firm )?<recipient:OSF> (?:a |ont |vient de |viennent de |va |vont |avait |has |have |had )(?:[a-zà-ÿ]+ )?(?:obten|reç|décroch|touch|lev|réuni|percev|perçu|récolt|rassembl|won|received|secured|raised|landed)\w*"
)
OBTAINED_FROM = compiled(
    r"^[^.;]{0,120}(?:obtenue?s?|reçue?s?|décrochée?s?|touchée?s?|perçue?s?|received|won|secured) (?:de la |de l'|du |des |de |d'|auprès d[eu'] ?|from (?:the )?){the}<funder:OLT+>"
)
"""Who gets a sum, and from whom, told behind it: "2 M€ : voilà ce que X a obtenu de Y"."""
FUNDER_LIST = compiled(r"^[^.;:⟨⟩]{0,40} ?: ?{det}<funder:OLT+>(?= ?(?:\.|$|;))")
"""Payers listed behind a colon: "Public bodies are putting up £80m: A, B and C"."""
SEVERAL_PAY = Expression(
    r"\b(?:bodies|partners|funders|backers|investors|institutions|organisations|agencies|partenaires|financeurs|investisseurs|organismes|collectivités|acteurs|pouvoirs publics|institutions|bailleurs|actionnaires|they|ils|elles|tous|all)\b",
    re.IGNORECASE,
)
FUNDER_WHOSE = compiled(
    r"<funder:OL>'s? (?:[a-z]+ ){0,2}?(?:subscription|contribution|share|investment|funding|support|grant|commitment|pledge)s?\b[^.;]{0,80}$"
)
TAKES_PART = compiled(
    r"<funder:O>[^.;⟨⟩]{0,40}\b(?:apport|particip|men(?:é|er|ant|ait|ai)|mèn|emmen|emmèn|pilot|condui|suivi|rejoi|souscri|abond|contribu|led\b|leads?\b|leading|join|back|co-?invest|investi)\w*[^.;⟨⟩]{0,40}(?:tour de table|levée|round|tour de financement|opération|augmentation de capital)[^.;]{0,60}$"
)
"""Who takes part in a round: an investor, and not who raises."""
RAISED_BY = compiled(
    r"^[^.;]{0,60}(?:récolté|levé|reçu|obtenu|collecté|empoché|raised|received|secured)e?s? (?:par|by) {det}<recipient:O>"
)
FUNDER_OF_BEHIND = compiled(
    r"^, [^⟨⟩.;]{0,20}(?:aide|subvention|contribution|participation|soutien|enveloppe|apport|financement|grant|support) (?:de la |de l'|du |de |from )<funder:OL>"
)
RAISED_AFTER = compiled(
    r"^ ?(?:d'euros )?[:,]? ?(?:c'est |voilà |soit |tel est )?(?:le montant |la somme )?(?:ce )?(?:qu'(?:a|avait|ont|avaient) |que (?:vient|viennent) de |that )(?:lev\w+|obten\w+|réuni\w*|rassembl\w+|boucl\w+|collect\w+|encaiss\w+|engrang\w+|récolt\w+|reçu\w*|décroch\w+|raised|secured) {det}(?:[a-zà-ÿ]+ )?<recipient:O>"
)
ITEM = compiled(
    r"(?:^|[,;] (?:et |and )?| et | and ){det}<recipient:O>(?: \([^()]*\))?,? ?(?:\(|:|–|-|avec|a )? ?$|(?:^|[,;:] (?:et |and )?| et | and |de |d'){det}<recipient2:O>(?:,? [^();⟨⟩]{0,90}?)? ?(?:\(|, pour )$"
)
INVESTORS = Expression(
    r"investisseurs?|souscripteurs?|subscribers|levées de fonds|bailleurs|rejoints? par|le conduisent|la mènent|le mènent|actionnaires?|\bopération\b|tour de table|au capital|levée de fonds|mis la main à la poche|fonds d'investissement|menée? par|conduite? par|participé|apporté|business angels|investors?|led by|\bround\b|backers?|shareholders?|entrée\b|Entrent|financeurs|créanciers|banques|chefs? de file|convaincu|séduit|lead investor|répondu présent|en compagnie|\b(?:emmèn|emmen|mène|menée)|suivie? par|aux côtés|tour de financement|backed by|joined by|participants? (?:are|include|were)|participation",
    re.IGNORECASE,
)
PRONOUN = Expression(r"^(?:Elle|Il|It|They|Elles|Ils)\b|, (?:elle|il|it) ", re.IGNORECASE)
DATELINE = Expression(r"(?:^|[|(,–-] ?)(?:[^.;]{0,40}[|(–-] ?)?$")
SPEAKS = Expression(
    r"^(?: at ⟨O\d+⟩)?,? (?:said|says|told|a (?:dit|indiqué|déclaré|précisé|fait savoir)|indique|précise)\b"
)
FRONTED = Expression(
    r"^(?:(?:(?:That|This) (?:document|plan|strategy|roadmap|programme|text)|(?:Ce|Cette) (?:document|plan|feuille de route|stratégie|programme|texte|schéma))|It has|(?:Elle|Il) (?:dispose d|est dotée?)|Dotée?s?|Pourvue?s?|Financée?s?|Endowed|Funded|Backed)\b",
    re.IGNORECASE,
)
RAISED = compiled(
    r"<recipient:O>[^.;]{0,160}(?:\bboucl\w+|clôtur\w+|dévoil\w+ (?:une levée|un tour)|annonc\w+ (?:une levée|un tour)|\blev(?:é|er|ée|ait)|\blève|\brais(?:ed|es|ing|e)\b|bouclé|levée de fonds|tour de table|bénéfici\w*|reç(?:u|oit|oivent)|obten\w*|décroch\w*|touch\w*|received|secured|won|landed|s'est vu \w+|remport\w*|got|signé(?= (?:un |une |le )?(?:contrat|commande|marché|bail)))[^.;⟨⟩]{0,60}(?:⟨[DN]\d+⟩[^.;⟨⟩]{0,30})?$"
)
RECIPIENT_AFTER = compiled(
    r"^,? (?:[^.;⟨⟩]{0,60} )?(?:à destination d[eu']|au profit d[eu']|au bénéfice d[eu']|en faveur d[eu']|destinée?s? (?:à|aux|au)|pour|for|to|into|on|towards|à|au|aux|dans|in) ?(?!by\b|par\b){det}(?:(?:le )?capital (?:de |d'|du |of ))?(?:(?:programme|projet|fonds|site|plan|start-up|jeune pousse|pépite|PME|société|entreprise|lycée|laboratoire|association|filière|pôle|université|école|institut|groupe|spatioport|project|company|campus)s? (?:national |régional |européen )?)?<recipient:OTSFEW+>"
)
SUPPORTED = compiled(
    r"<funder:OLF+>(?: \([^()]{1,30}\))?,? (?:[^.;⟨⟩]{0,40} )?(?:accompagn|souten|soutien|aid|épaul|appui|appuy|subventionn|financ|dot|récompens|gratifi|back|support|fund|help|award|reward)\w* {det}(?:société |start-up |entreprise |projet |association |company |firm )?<recipient:OTSFEW>(?: [^.;⟨⟩]{0,25})? (?:à hauteur d[e'] ?|avec |pour |d'|de |with |to the tune of |by )(?:[a-zà-ÿ']+ ){0,4}$"
)
"""Who supports whom: "La Région accompagne X à hauteur de 2 M€"."""
ORDERED = compiled(
    r"<funder:OLF>(?: \([^()]{1,30}\))?,? (?:[^.;⟨⟩]{0,30} )?(?:confi|attribu|notifi|pass(?:e|é|ent|er)|choisi|reten|sélectionn|désign|pick|select|chose|hire|award|hand|gave|give|grant|lend|lent|prêt|promis|accord|octro|allou|vers|remet|remis)\w* (?:une commande |commande |un marché |un contrat |an order )?(?:à |au |to )?{det}(?:société |start-up |entreprise |company |firm )?<recipient:O>(?: [^.;⟨⟩]{0,50})?$"
)
"""Who gives whom an order, a loan or a grant: "ESA has picked X for a €30m contract"."""
CONVINCED = compiled(
    r"<recipient:O>[^.;]{0,80}(?:convain|persuad|séduit|décid)\w* {det}<funder:O+> (?:d'investir|de (?:mettre|miser|apporter|placer|verser|souscrire)|d'apporter|to (?:invest|put|pay))[^.;⟨⟩]{0,25}$"
)
"""Who talks whom into paying."""
HELPS = compiled(
    r"^ ?(?:[^.;⟨⟩]{0,40})(?:⟨O\d+⟩[^.;⟨⟩]{0,10})?(?:will |to |that will |which will |qui va |qui |va |doit |which )(?:help|enable|allow|let|aider|aidera|permettre|permettra|support)\w* (?:à )?{det}(?:société |start-up |entreprise )?<recipient:OSF>"
)
FRONTED_SUMS = compiled(
    r"^[^.;]{0,160}?, {the}<recipient:O>,? (?:[a-zà-ÿ]+ )?(?:pourra|peut|va|vont|pourront|compte|entend|veut|can|will|could|plans|is|est|dispose|lance|construi|financ|bâti|build)"
)
"""Whom sums at the head of a sentence let do something: "Avec 3 M€ de la Région, X pourra"."""
COSTED = compiled(
    r"<recipient:FW>(?: [^.;]{0,60})?,? (?:représent|coût|nécessit|demand|requi|réclam|cost|requir|represent|took|take)\w*[^.;⟨⟩]{0,45}$"
)
WORKS_NEXT = compiled(r"^[ -](?:new |planned |future )?<recipient:WF>(?! (?:manager|director|directeur))")
TO_UNKNOWN = compiled(r"^ (?:à|to) <recipient:L>(?=[ ,.]|$)")
TOWARDS = compiled(
    r"(?:(?:contribution|participation|subvention|aide|soutien|dotation|apport|subscription|grant|funding|support|entr\w+ au capital) (?:[a-zà-ÿ]+ )?(?:à la |à l'|à |aux? |au profit d[eu'] ?|pour (?:la |le |l')?|to (?:the )?|for (?:the )?)|entr\w+ au capital (?:de la |de l'|de |d'))(?:(?:programmes?|projets?|budget) (?:de la |de l'|de |du |d'|des ))?<recipient:OTSFE>[^.;⟨⟩]{0,30}$"
)
WINNERS = Expression(
    r"(?P<recipient>(?:⟨N\d+⟩ (?:derniers |premiers |autres )?|(?:derniers |premiers |ces |les |aux |des ))(?:lauréats|gagnants|projets|(?<=⟩ )(?:entreprises|sociétés|laboratoires|équipes|companies|firms|teams)(?= (?:soutenues|accompagnées|créées|incubées|retenues|sélectionnées|lauréates|supported|selected))|porteurs de projets|start-up|jeunes pousses|winners|projects|cas d'usage)(?: (?:du|de la|de l'|of the) [a-zà-ÿ]{3,25})?)(?![\w])"
)
WON = compiled(
    r"(?:remportée?|décrochée?|confiée?|attribuée?|won|awarded|gagnée?)(?: [^.;⟨⟩]{0,20})? (?:par|à|by|to|au) {det}(?:société |entreprise |groupe )?<recipient:O>[^.;]{0,80}$"
)
AWARDED = compiled(
    r"<recipient:OTSF+>(?: \([^()⟨⟩]{1,30}\))?,? (?:(?:which|who|that|qui) )?"
    r"(?:(?:was|were|is|are|has been|have been|had been|will be) (?:[a-z]+ )?(?:awarded|granted|given|handed|allocated|offered)"
    r"|(?:was|were|is|are) (?:also )?(?:among|one of) (?:the|those) (?:(?:[a-z-]+|⟨N\d+⟩) ){0,4}?(?:awarded|granted|given|selected|chosen|to (?:receive|share|get|win)|receiving|sharing)"
    r"|(?:est|sont|était|étaient|figur\w+|compt\w+|(?:fait|font) partie) (?:aussi |également )?(?:parmi les|au nombre des|des|l'une? des) (?:[a-zà-ÿ]+ ){0,2}?(?:lauréate?s|bénéficiaires|retenue?s|sélectionnée?s))"
    r"[^.;⟨⟩]{0,40}(?<! for )(?<! pour )$"
)
SUBJECT_WORDS = compiled(
    r"^(?:Les |Ces |Des |The |Each |Every |Chaque |Chacun des |Chacune des )?(?P<recipient>(?:⟨N\d+⟩ )?[a-zà-ÿ][a-zà-ÿ' -]{3,40}?) (?:sont (?:retenus|lauréats|soutenus|financés|sélectionnés|aidés)|bénéficie\w*|se (?:partagent|partageront)|reçoi(?:t|vent)|recevr(?:a|ont)|représentent|will (?:receive|share|get|be given|be awarded)|receives?|shares?|gets?|[^.;⟨⟩]{0,40} (?:will be|are|is|to be|sera|seront) (?:given|awarded|granted|handed|dotée?s?|récompensée?s?))"
)
ROUNDS = Expression(
    r"⟨M\d+⟩ de (?:levées de fonds|fonds levés)|funding rounds\b|raised by (?:its|the|their)", re.IGNORECASE
)
"""Money that many raised, added up."""
SHARED = Expression(
    r"(?P<recipient>⟨N\d+⟩(?: (?!of\b|across\b|in\b|to\b)[a-zà-ÿ-]+)?)[^.;⟨⟩]{0,30}(?:⟨L\d+⟩[^.;⟨⟩]{0,20})?(?:\bto share|\bsharing|\bwill share|\bshare|\bse partag\w+|\bà se partager)\b[^.;⟨⟩]{0,40}$|"
    r"(?P<recipient2>⟨N\d+⟩ (?:[a-zà-ÿ]+ )?(?:projets|dossiers|entreprises|PME|start-up|sociétés|laboratoires|équipes|lauréats|projects|companies|firms|teams)(?: de (?:R&D|recherche))?),? (?:(?:y )?(?:ont|avaient) (?:déjà |ainsi )?été |sont |seront |have been |were |are |will be )?"
    r"(?:lancée?s|menée?s|engagée?s|financée?s|retenue?s|soutenue?s|aidée?s|accompagnée?s|primée?s|sélectionnée?s|labellisée?s|launched|funded|backed|supported|selected)(?: à [a-z]+ (?:leur|leurs|un|une) [a-z]+)?(?: en ⟨D\d+⟩)?,? ?(?:pour|:|avec|for|with|à hauteur d[e'])(?: (?:un total d[e']|un montant d[e']|plus d[e']|près d[e']|⟨M\d+⟩ [^.;⟨⟩]{0,30} (?:et|and)|a total of|some|over))? ?$"
)
TAKERS = Expression(
    r"\b(?:lauréat|gagnant|vainqueur|projet|entreprise|société|start-up|startup|pousse|PME|ETI|laboratoire|équipe|école|lycée|collège|université|établissement|étudiant|élève|jeune|bachelier|chercheu|acteur|porteur|association|commune|collectivité|territoire|"
    r"région|département|ville|île|filière|secteur|industrie|écosystème|programme|plan|fonds|centre|site|campus|usine|pôle|cluster|base|plateforme|plate-forme|spatial|espace|agence|institut|organisme|lanceur|satellite|constellation|mission|partenaire|fournisseur|suivant|autre|classé|premier|dernier|sous-traitant|habitant|salarié|dossier|opération|volet|cas d'usage)",
    re.IGNORECASE,
)
"""Who or what may be paid; whatever else an amount is "pour" is its purpose."""
CLEFT = compiled(
    r"(?:c'est|ce sera|it is|it was) {det}(?:société |entreprise |groupe |start-up |company |firm )?<recipient:O> (?:qui|that|which|who) [^.;]{0,120}(?:contrat|marché|commande|contract|order)[^.;⟨⟩]{0,40}$"
)
OWN_WORKS = Expression(
    r"^ (?:[^.;⟨⟩]{0,25} )?(?:pour|dans|sur|à|into|in|on|at|for) (?P<recipient>(?:son|sa|ses|leur|leurs|le|la|l'|its|their|the) ?(?:⟨L\d+⟩ )?(?:[a-zà-ÿ]+ )?(?:site|établissement|usine|campus|atelier|laboratoire|plant|factory|facility|site|headquarters|laboratory)"
    r"(?: (?:de |d'|du |des |à |in |at |near )⟨L\d+⟩(?:-[\w-]+)*| [a-zà-ÿ]+(?:ais|aise|ois|oise|ien|ienne|ain|aine))?)(?![\w])"
)
"""A firm's own plant that it pays for, named by where it is: "dans son usine de Vernon"."""
RECIPIENT_WORDS = compiled(
    r"^ (?:[^.;⟨⟩,]{0,10} )?(?:earmarked|set aside|reserved|intended) for (?:the )?(?P<recipient7>(?!⟨)[a-z][^.;:,()«»⟨⟩]{4,50})|^ (?:[^.;⟨⟩,]{0,30} )?(?:package|grant|contract|fund|boost|investment|funding) for (?:what would be )?(?:the |a |an )?(?P<recipient3>[a-zà-ÿA-Z'⟨⟩0-9][^.;:,()«»]{4,50})|^ (?:[^.;⟨⟩,]{0,30} )?(?:à destination|au profit|au bénéfice|en faveur) (?:de la |de l'|des |du |de |d')(?P<recipient>[a-zà-ÿ][^.;:,⟨⟩()«»]{4,50})|^ (?:[^.;⟨⟩,]{0,40} )?(?:versée?s?|destinée?s?|accordée?s?|attribuée?s?|distribuée?s?|awarded|given) (?:à la |à l'|aux |au |à |to the |to )(?P<recipient2>(?!⟨)[a-zà-ÿ][^.;:,⟨⟩()«»]{3,50})|^ ?pour (?P<recipient4>(?:les|le|la|l'|chacun des|chacune des|chaque) ?(?!cinq|année|ans|mois|seul|besoin|compte|moment|premi[eè]re fois)[a-zà-ÿ][^.;:,⟨⟩()«»]{3,40})(?=[.,;)]|$)|^ (?:de |d')(?:subventions?|aides?|dotations?|soutiens?|fonds) (?:[a-zà-ÿ]+ )?(?:aux |à la |à l'|au )(?P<recipient6>[a-zà-ÿ][^.;:,⟨⟩()«»]{3,40})|^ (?P<recipient5>(?<=\s)par (?:dossier|projet|lauréat|entreprise)s?)\b"
)
RECIPIENT_BEFORE = compiled(
    r"<recipient:TSFEWO>[^.;⟨⟩]{0,60}(?:est |sera |is |will be |a été |, )?(?:dotée?|pourvue?|soutenue?|financée?|accompagnée?|subventionnée?|aidée?|cofinancée?|funded|backed|supported|endowed|budgétée?|chiffrée?)[^.;]{0,60}$"
)
PURPOSE = compiled(
    r"^ ?(?:(?:(?!right|chance|opportunity|able|droit|possibilité)[^.;:⟨⟩,]){0,25})?(?:(?:pour|afin d[e'] ?|visant à|destinée?s? à|servira à|serviront à|permettra d[e'] ?|permettront d[e'] ?|en vue d[e'] ?)(?: |(?<='))(?P<purpose>[a-zà-ÿ]+(?:er|ir|re|oir) [^.;:()«»]{8,90})|(?:to(?! (?:be|the|a|begin|start)\b)|in order to) (?P<purpose2>(?!⟨)[a-z]+ [^.;:()«»]{8,90}))"
)
PURPOSE_TO = compiled(
    r"^ (?:[^.;:⟨⟩]{0,40} )?(?:sont|est|seront|sera|go(?:es)?) (?:consacrée?s?|dédiée?s?|affectée?s?|to) (?:[^.;:]{0,40} )?(?:à la |à l'|aux |au |à |the )(?P<purpose>[a-zà-ÿ][^.;:()«»]{8,80})"
)
PURPOSE_INTO = Expression(
    r"^ (?:[^.;,⟨⟩]{0,12} )?(?:dans|pour|à|sur|au|aux|into|on|in|for|towards) (?:le |la |l'|les |the |its |son |sa |un |une |a |an )?"
    r"(?P<purpose>(?:réaménag|moderni|constru|agrandiss|extension|rénov|acquisition|achat|création|recherche|formation|fonctionnement|équipement|mise (?:à|en) |remise|réhabilit|aménag|refurbish|expansion|enlarg|upgrad|purchas|training|research|running costs|étude|études|recrutement|travaux|salaires|prototyp|essais?\b|tests?\b|industrialis)(?:[^.;,:()⟨⟩]|⟨[WOLFS]\d+⟩){0,60})",
    re.IGNORECASE,
)
PURPOSE_FAR = compiled(
    r"^(?:(?!⟨M)[^.;]){0,120}?(?:(?:le but|l'objectif|l'idée)(?: est| :|,)? ?d[e'] ?|(?:the aim|the goal|the idea|the object) (?:is|being) to |de quoi |afin d[e'] ?|d(?:oit|evra) permettre (?:à [^.;,]{3,60}? )?d[e'] ?|permettr(?:a|ont) (?:à [^.;,]{3,60}? )?d[e'] ?|(?:servir(?:a|ont)|doit servir) à |in order to |will be used to |will help )(?P<purpose>(?!(?:ce|cet|cette|ces|la|le|les|son|sa|ses|leur) )[a-zà-ÿ]+ [^.;:()«»]{6,90})"
)
PURPOSE_BEFORE = Expression(
    r"\b(?:spending|expenditure|dépenses?|investissements?) (?:on|in|de|en|pour|dans) (?P<purpose2>[a-zà-ÿ][a-zà-ÿ&' -]{3,50}?) (?:has|have|had|a|ont|atteint|atteignent|reach\w*|climbed|rose|s'élève\w*|will|doit|devrai\w*|sera|seront) [^⟨⟩.;]{0,40}$|, pour (?P<purpose>(?!une (?:durée|période)|chaque|les années|un total|un montant|la période)(?:une?|le|la|les|l'|[a-zà-ÿ]+er) ?[a-zà-ÿ][^,;:⟨⟩]{8,60}), $"
)
WORTH = Expression(
    r"\b(?:an?|the|une?|le|la|son|sa|its|about an?) (?P<purpose>(?!contrat|contract|order|commande|subvention|grant|aide|deal|round|chèque|enveloppe|fonds\b|fund\b)[a-zà-ÿ][a-zà-ÿ' -]{8,55}?),? "
    r"(?:worth|valued at|d'une valeur d[e']|d'un montant d[e']|d'un coût d[e']|costing|at a cost of)(?: (?:about|around|some|nearly|more than|over|près de|plus de|environ|de|d'))* ?$"
)
"""What an amount is the worth of: "a capital pipeline worth £5m"."""
