"""Name grammars: a head word and the capitalised words that follow it name something of a known kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extraction.expressions import Expression
from kg.extraction.tables import NameKind

_UP = "A-ZÀ-ÖØ-Þ"
_CAP = rf"(?:[{_UP}][\w²®]*(?:[-'&.+/][\w²®]+)*|d'[{_UP}][\w-]*|l'[{_UP}][\w-]*)"
_LINK = r"(?:de la|de l'|de|du|des|d'|la|le|les|l'|en|sur|pour|aux?|of the|of|for|&|in|the)"
_AND = r"(?:et de la|et de l'|et des|et du|et de|et d'|et|and)"
_TAIL = rf"(?:{_CAP}(?:(?: {_LINK} ?| |-|'){_CAP})*)"
_LONG = (
    rf"(?:{_CAP}(?:(?: (?:{_LINK}|{_AND}) ?| |-|'| [–-] ){_CAP}|(?: {_LINK} ?| )[a-zà-ÿ]+(?: et | and )[A-Za-zÀ-ÿ]+)*)"
)
_ADJ = (
    r"(?: (?:régionale?|nationale?|départementale?|spatiale?s?|européenn?e?|internationale?|supérieure?|aéronautiques?|"
    r"aérospatiale?|technologique|scientifique|territoriale?|française?|publique|militaire|universitaire|générale?|"
    r"économique|de recherche|de compétitivité|d'excellence|d'innovation|de recherche et d'innovation))*"
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """A head, what it makes of the words after it, and whether the head belongs to the name."""

    kind: NameKind
    sort: str
    head: str
    whole: bool = True
    tail: str = _TAIL
    optional: bool = False

    def pattern(self) -> Expression:
        """The grammar as one expression; group `name` is what is named."""
        link = rf"(?: {_LINK}| {_LINK} {_LINK})? ?"
        body = rf"(?:{link}{self.tail})" + ("?" if self.optional else "")
        if self.whole:
            return Expression(rf"(?<!\w)(?P<name>{self.head}{_ADJ}{body})(?!\w)")
        return Expression(rf"(?<!\w){self.head}{_ADJ} (?:[«\"] ?)?(?P<name>{self.tail})")


_MINISTRY = r"[Mm]inist(?:ère|ry)"
_TOPIC = r"(?:(?:de la|de l'|des|du|de|d'|of|for) ?[\w'-]+(?: (?:[Ss]upérieure?|[Pp]ublics?|[Nn]umérique|[Ff]rançais|nationale|extérieures))?)"

_EVENT_HEADS = (
    r"(?:(?:[Gg]rand )?[Ss]alon|[Ff]orum|[Ff]estival|[Cc]ongrès|Rencontres?|Journées?|Assises|[Ss]ommet|[Cc]olloque|[Ss]ymposium|Conférence|Semaine|Trophées|"
    r"[Hh]ackathon|[Cc]hallenge|[Cc]oncours|Fête|[Ww]orkshop|Convention|Nuit|Université d'été|Printemps|États généraux|Olympiades|Meeting|Matinale|Rendez-vous|Biennale|Universités|"
    r"[Cc]onvention d'affaires|[Cc]ouncil at ministerial level|[Mm]inisterial (?:council|meeting))"
)
_PLAN = (
    r"(?:(?:[Ff]euille de route|[Ss]tratégie (?=spatiale|régionale|nationale|européenne)|[Pp]lan (?=régional|spatial|d'action|national|stratégique|de relance)|[Ss]chéma (?=régional))"
    r"(?: ?(?:régionale?|spatiale?|dédiée?|nationale?|européenne|stratégique|française|(?:du |pour le |au |de la filière |dédiée? au |de l'industrie |du secteur )(?:spatial(?:e)?|aérospatial)|d'actions?|de relance|pour l'espace|de l'espace|d[eu'] ?(?:la |l')?(?:recherche|innovation|spécialisation intelligente|enseignement supérieur)(?:(?:,| et)(?: de)? (?:la |l'|d')?(?:recherche|innovation|l'enseignement supérieur))*))*"
    r"|(?:[Ss]pace|[Rr]egional|[Nn]ational) (?:[Ss]trategy|[Rr]oadmap|[Ss]pace strategy|[Ss]pace roadmap)|(?:[Ss]pace )?[Rr]oadmap)(?!\w)"
)
_PLAN_TITLED = (
    r"(?:[Ff]euille de route|[Ss]tratégie|[Pp]lan|[Ss]chéma|[Rr]oadmap|[Ss]trategy)"
    r"(?:(?: (?!(?:tient|est|sont|a|ont|vise|prévoit|fixe|se|is|has|aims)\b)[^ .;:«»\"()]+){0,12}? ?:"
    r"|(?: [^ .;:«»\"(),]+){0,8}?,? (?:intitulée?|baptisée?|nommée?|appelée?|dénommée?|called|named|dubbed|entitled|titled))"
)
_SLOGAN = (
    r"(?:(?<=«)|(?<=« )|(?<=\"))(?![^«»\"]*\b(?:[Nn]ous|[Jj]e|[Jj]'\w+|[Ii]l|[Ee]lle|[Oo]n|est|sont|a|ont|va|vont|doit|[Ww]e|[Ii]t|is|are|will|has|have)\b)"
    rf"[{_UP}][^«»\".;!?]{{8,90}}(?= ?[»\"])(?! ?[»\"],? (?:a |ont |has )?(?:dit|résum|expli|déclar|lanc|indiqu|soulign|assur|affirm|précis|rappel|said|says)\w*)"
)
"""The title of a plan in quotation marks: no sentence that somebody says."""
_WORD = rf"(?:{_CAP}(?:[ -]{_CAP})*|(?!(?:la|le|les|l|sa|son|ses|ce|cette|leur|leurs|un|une)\b)[a-zà-ÿ][\w-]*(?: (?:Indien|Atlantique|Pacifique|jeunes|spatiales?|spatiaux|internationale?|chercheurs|entreprises|régionale?s?))?)"
_EVENT_TAIL = (
    rf"(?:(?:(?:{_CAP}(?:[ -]{_CAP})*)|(?:internationale?s?|nationale?s?|européenn?e?s?|annuel(?:le)?|mondiale?|régionale?s?|économiques?|spatiale?s?|aéronautique|professionnel(?:le)?s?|ministériel(?:le)?))"
    rf"(?:(?: –)? (?:(?:du|de la|de l'|des|de|d'|en|pour|sur le|by|dédiée? à l'|dédiée? à la|dédiée? au|for|of|on)(?: |(?<='))(?:jeunes |nouveaux )?{_WORD}|(?:et|and) (?:du |de la |de l'|des |de |d'){_WORD}|– Région [\w-]+)){{0,4}}"
    rf"|(?:du|de la|de l'|des|de|d'|en|pour)(?: |(?<='))(?:jeunes |nouveaux )?{_WORD}(?: (?:internationale?|européenne?|(?:(?:du|de la|de l'|des|de|d'|en|pour)(?: |(?<=')){_WORD})|(?:et|and) (?:du |de la |de l'|des |de |d'){_WORD})){{0,3}})"
)

GRAMMARS: tuple[Grammar, ...] = (
    Grammar("O", "public", _MINISTRY, tail=rf"{_TOPIC}(?:,? (?:et )?{_TOPIC}){{0,3}}"),
    Grammar("O", "authority", rf"(?:(?!Chief )[{_UP}][a-z]+ (?:[Gg]overnment|(?<=sh )state|(?<=an )state|[Ee]xecutive|[Pp]arliament)|[Gg]ouvernement (?:catalan|écossais|gallois|wallon|flamand|bavarois|basque|andalou|régional|fédéral|allemand|italien|espagnol|britannique|luxembourgeois))(?!\w)", tail=r"(?!)", optional=True),
    Grammar("O", "authority", r"(?:Generalitat|Xunta|Junta|Gobierno|Govern|Diputación(?: Foral)?|Cabildo|[Gg]ouvernement|[Gg]overnment)(?= (?:d'|(?:de|of)(?![\w-])))", tail=rf"{_CAP}(?:[ -](?:de |la )?{_CAP})*(?:(?<=République) [a-zà-ÿ]+)?"),
    Grammar("O", "authority", rf"(?:(?!The )[{_UP}][\w-]+ ){{1,3}}(?:county|city|regional|municipal) council(?!\w)", tail=r"(?!)", optional=True),
    Grammar("O", "authority", r"(?:[Cc]onseil (?:régional|départemental|général)|[Cc]ollectivité territoriale|[Mm]airie|[Pp]réfecture|[Rr]ectorat)"),
    Grammar("O", "public", r"(?:Rectorat|Préfecture)", tail=_TAIL, optional=True),
    Grammar("O", "authority", r"(?:[Cc]ommunauté (?:d'agglomération|de communes|urbaine)|[Aa]gglomération|[Mm]étropole|Eurométropole|Ville|Département|Conseil)"),
    Grammar("O", "public", r"(?:Agence|Office|Commissariat|Secrétariat|Commission|Chambre|CCI|Direction|Commandement|Institut|[Ff]ondation|Observatoire|Caisse|Banque|Haut-Commissariat|Académie|Délégation|Agency|Department|Institute|Council|Centre national|Office national)"),
    Grammar("O", "research", r"(?:[Uu]niversité|Université Paul|[ÉE]cole|Laboratoire|IUT|IRT|[Ll]ycée|INSA|CHU|CRT|ENS|ENSI|Faculté|Collège|[Uu]niversity|College|Institut polytechnique|Institut national)"),
    Grammar("O", "cluster", r"(?:[Pp]ôle|[Cc]luster|[Tt]echnopole|[Tt]echnopôle|Incubateur|Pépinière|Fédération|Groupement|Syndicat|Association|Union|Alliance|Réseau|Federation|Network)"),
    Grammar("O", "company", r"(?:[Ss]ociété|[Gg]roupe|[Ss]tart-up|[Ss]tartup|[Jj]eune pousse|PME|ETI|[Ee]ntreprise|[Ii]ndustriel|[Éé]quipementier|[Cc]onstructeur|[Oo]pérateur|[Cc]abinet|[Ff]iliale|[Ff]onds|[Cc]ompany|[Ff]irm|[Bb]ureau d'études|[Mm]aître d'œuvre|[Mm]otoriste|[Aa]vionneur|[Ll]icorne|[Ss]pécialiste|[Bb]anque)(?: (?:\w+aise?|\w+ienne?|\w+oise?|américaine?|allemande?|italienne?|britannique|bretonne?|girondine?|normande?))?", whole=False),
    Grammar("F", "facility", r"(?:[Cc]entre des? [Cc]ongr[èé]s|Centre (?:spatial|d'essais)|Campus|Palais des (?:[Cc]ongrès|expositions|festivals|sports|fêtes)|Parc (?:des expositions|d'activités?|technologique)|Palais (?:des|du|de)|Musée|Espace (?=[A-ZÀ-Ý][a-zà-ÿ]+ [A-ZÀ-Ý])|(?:Space|Science|Business|Innovation|Enterprise) (?:Park|Hub|Campus|Quarter) (?=[A-ZÀ-Ý])|Cité|Aéroport|[Bb]ase (?:aérienne|spatiale|militaire|navale|de lancement)|Aérodrome|Zénith|Maison|Hôtel|Domaine|Technoparc|Bioparc|Aéroparc|Aéropôle|Spaceport|Business Pôle|Centre Spatial|Observatoire astronomique|Planétarium|Château|Usine|[Pp]as de tir|[Ee]nsemble de lancement|[Pp]ort spatial|[Cc]entre d'excellence|[Tt]élescope(?! spatial)|[Rr]adiotélescope|[Ss]tation (?:de réception|de radioastronomie|radioastronomique|d'observation|de poursuite|de contrôle|terrienne|sol|au sol|de lancement)|[Cc]entre de lancement|[Tt]echnocampus|[Ss]tation spatiale)"),
    Grammar("F", "facility", r"(?:[Ee]space|[Ss]alle|[Hh]all|[Ss]tade|[Pp]avillon|[Aa]mphithéâtre|[Tt]héâtre|[Aa]uditorium|[Pp]arc|[Cc]ampus|[Tt]erminal|[Ee]splanade|[Gg]ymnase|[Jj]ardin|[Vv]illa|[Hh]ôpital) (?![A-Z]\w+ \d)(?=[A-ZÀ-Ý])", tail=r"(?:[A-ZÀ-Ý][\w-]*(?: (?:de |du |d')?[A-ZÀ-Ý][\w-]*){0,3})"),
    Grammar("O", "research", r"(?:[Ll]ycée|[Cc]ollège|[ÉEé]cole|[Aa]cadémie) (?=[A-ZÀ-Ý])", tail=r"(?:[A-ZÀ-Ý][\w-]*(?: (?:de |du |d')?[A-ZÀ-Ý][\w-]*){0,3})"),
    Grammar("O", "association", r"[Ff]ondation (?=[A-ZÀ-Ý])", tail=r"(?:[A-ZÀ-Ý][\w-]*(?: (?:de |du |d')?[A-ZÀ-Ý][\w-]*){0,3})"),
    Grammar("T", "plan", rf"(?:(?:[Ff]euille de route|[Ss]tratégie|[Pp]lan|[Pp]rogramme) (?:[«\"] ?)?(?=[{_UP}])|(?=(?:[{_UP}][\w-]+|\d{{4}}) (?:[\w-]+ ){{0,4}}(?:Strategy|Roadmap|Plan)\b))", tail=rf"(?:{_CAP}|20\d\d)(?:(?: {_LINK})? (?:{_CAP}|20\d\d))*(?: (?:Strategy|Roadmap|Plan)\b)?(?<=[Strategy0-9pn])(?:(?<=Strategy)|(?<=Roadmap)|(?<=Plan)|(?<=20\d\d))"),
    Grammar("T", "plan", r"(?:[Pp]rogramme?|[Pp]lan|[Ss]trategy|[Rr]oadmap|[Ff]euille de route|[Ss]tratégie)(?: [a-zà-ÿ]+)?,? (?:called|named|dubbed|entitled|baptisée?|intitulée?|nommée?|appelée?|dénommée?)", whole=False, tail=_LONG),
    Grammar("T", "plan", _PLAN_TITLED, whole=False, tail=_SLOGAN),
    Grammar("T", "plan", r"[Pp]lan", tail=rf"{_CAP} {_CAP}(?: {_CAP})?"),
    Grammar("T", "plan", _PLAN, tail=r"(?!)", optional=True),
    Grammar("S", "constellation", r"[Cc]onstellations?", whole=False),
    Grammar("S", "satellite", r"(?:[Mm]icro|[Nn]ano|[Mm]ini)?-?(?:[Ss]atellites?|[Cc]ubesats?|[Cc]ube[Ss]at|[Ss]onde|[Rr]over|[Tt]élescope|[Nn]anosats?)(?: (?:franco-\w+|européen|océanographique|militaire|d'observation|scientifique|spatial|étudiant|universitaire|commercial|expérimental|français))?", whole=False),
    Grammar("S", "launcher", r"(?:[Mm]icro|[Mm]ini)?-?(?:[Ll]anceurs?|[Ff]usées?|[Rr]ockets?|[Ll]aunchers?)(?: (?:européen(?:ne)?|lourde?|légère?|léger|réutilisable|français|française|allemande?|orbitale?|spatiale?|privée?))?", whole=False),
    Grammar("S", "programme", r"(?:[Pp]rogrammes?|[Ss]ystème)(?: (?:européen|spatial))?", whole=False),
    Grammar("E", "fair", _EVENT_HEADS, tail=_EVENT_TAIL, optional=True),
    Grammar("E", "fair", rf"{_EVENT_HEADS}(?: (?:internationale?|nationale?|annuel(?:le)?))?", whole=False, tail=r"(?<=[«\"])[^»\"]{3,50}?(?= ?[»\"])|(?<=[«\"] )[^»\"]{3,50}?(?= ?[»\"])"),
)  # fmt: skip

EVENT_ENDING = Expression(
    rf"(?<!\w)(?!(?:[IVX]+|\d+)(?:e|ème|th|st|nd|rd) |(?:Le|La|Les|The|L') )(?:(?:[{_UP}][\w®]*|\d{{4}})(?:[ -](?:of|on|the|&|de|du|la|by))?[ -]){{1,5}}"
    r"(?:meeting|summit|conference|congress|symposium|workshop|forum|Show|Forum|Days?|Weeks?|Summit|Congress|Challenge|Festival|Conference|Fair|Expo|Meetings?|Awards|Symposium|Exhibition|Airshow|Connect|Convention|Hackathon|Workshop)\b®?"
    rf"(?: of [{_UP}]\w+)?"
)
EVENT_QUOTED = Expression(
    r"(?:événement|évènement|journée|manifestation|rencontre|salon|forum|colloque|festival|conférence|concours|hackathon|event|conference)s?(?: [a-zà-ÿ']+){0,5} [«\"“] ?(?P<name>[A-ZÀ-Ý][^»\"”]{3,50}?) ?[»\"”]"
)
_OCCASION = r"(?:événement|évènement|journée|matinée|soirée|manifestation|rencontre|salon|forum|colloque|festival|conférence|concours|séminaire|event|conference|workshop)"
EVENT_QUOTED_FIRST = Expression(
    r"(?:(?:[àÀ] l'occasion|[Ll]ors|[Aa]u cours) d[eu'] ?[«\"] ?(?P<name>[A-ZÀ-Ý][^»\"]{3,50}?) ?[»\"]|"
    rf"[«\"] ?(?P<other>[A-ZÀ-Ý][^»\"]{{3,50}}?) ?[»\"], (?:une?|la|le|l'|cette|ce|a|the) ?(?:[a-zà-ÿ]+ )?{_OCCASION}\b)"
)
_SCHEME = r"(?:strategy|roadmap|plan|stratégie|feuille de route)"
PLAN_NAMED = Expression(
    rf"\b{_SCHEME}\b[^.?!]{{0,40}}[.?!]? ?[^.?!]{{0,40}}\b(?:under the name of|by the name of|sous le nom de|a pour nom) [«\"“]? ?(?P<name>{_CAP}(?:[ -]{_CAP}|[ -]20\d\d)*)|"
    rf"[«\"'“] ?(?P<other>{_CAP}(?:[ -]{_CAP}|[ -]20\d\d)*) ?[»\"'”], (?:an?|the|une|la|sa|its) (?:[a-zà-ÿ]+ ){{0,2}}{_SCHEME}\b"
)
ORG_ENDING = Expression(
    rf"(?<!\w)(?<!\w\w')(?!(?:The|A|An|Its|Their|Our|His|Her|This|That|Le|La|Les|Son|Sa|Une?) |[\w'-]+-(?:based|headquartered|backed|owned|led|born) )(?:[{_UP}][\w&-]*[ -]){{1,4}}(?:Technolog(?:y|ies)|Space|Aerospace|Aéro|Aero|Systems?|Systèmes|Industries?|Group(?:e)?|Engineering|Labs?|"
    r"Ventures?|Capital|Partners|Invest(?:issement)?|Développement|Consulting|Solutions|Services|Electronics|Électronique|"
    r"Satellites?|Aviation|Dynamics|Robotics|Propulsion|Avionics|University|Agency|Council|Enterprises?|Institute|Ltd|Limited|plc|Inc|GmbH|SA|SAS|SE|AG|"
    r"LLP|LLC|Government|School|College|Estate|Métropole|Agglo|Agglomération|Communauté|Valley|Cluster|Events?|events|Angels|Innovation|Analytics|Networks?|Telecom|Télécom)\b(?:(?<=University)(?: of [A-Z]\w+)?)?"
)
_COMPLEMENT = (
    r"(?:de la |de l'|des |du |d'|de |pour (?:la |le |les |l')?|à la |à l'|aux? )(?!(?:la|le|les|l|un|une|sa|son|ses|ce|cette|leurs?|nos|notre|plus|ne|ont|a)\b)[a-zà-ÿ][\w-]+"
    r"(?: (?:[\w-]+(?:ales?|aux|iques?|ives?|ifs?|elles?|els?|iens?|iennes?|aires?|antes?|ants?|ées?|és|eurs|euses|ises?|ains?|aines?|ines?))(?!\w))?"
)
ORG_LOWER = Expression(
    rf"(?<=[a-zà-ÿ,'(:] )(?<!\bl')(?P<name>(?:Union|Association|Fédération|Confédération|Syndicat|Pôle|Groupement|Comité|Commission|Conseil|Réseau|Club|Institut|Laboratoire|Observatoire|Agence|Office|Fonds|Cercle|Collectif|Chambre|Ligue|Ordre|Fondation|Bureau|Autorité|Délégation|Mission|Alliance|Société|Académie|Cluster|Caisse|Direction|Commandement|École|Haut-commissariat|Secrétariat|Service)"
    rf"(?: [a-zà-ÿ-]+(?:ale?|aux|ique|ive|if|elle|el|ien|ienne|aire|ant|ante|eur))? {_COMPLEMENT}(?:(?: et|,)? {_COMPLEMENT}){{0,3}}(?: (?:de la |de l'|des |du |d'|de |en )?{_CAP}(?: {_CAP})?)?)(?![\w-])"
)
ORG_LOWER_ELIDED = Expression(ORG_LOWER.pattern.replace("(?<=[a-zà-ÿ,'(:] )(?<!\\bl')", "(?<=[dlDL]')"))
FACILITY_ENDING = Expression(
    rf"(?<!\w)(?!(?:The|A|Its|Their|This|La|Le|Les|Une?|Sa|Son|Cette|Baptisée?|Nommée?|Dénommée?|Appelée?|Située?|Installée?) |[\w-]+-based )(?:[{_UP}][\w'-]*[ -]){{1,4}}(?:(?:Earth|Ground|Tracking|Space) Station|Spaceport|Space ?[Pp]ort|(?:Space|Science|Business|Technology|Innovation|Enterprise) Park [A-Z][a-z]+|(?:Research|Innovation|Technology|Data|Test|Applications|Operations|Control|Visitor|Manufacturing|Integration|Propulsion|Convention|Conference|Congress|Exhibition|Expo|Events?|Arts|Sports) (?:Cent(?:re|er)|Facility|Hub|Laboratory)|Space (?:Cent(?:re|er)|City|Hub|Campus|Park)|"
    r"Campus|Space Force Base|Air Force Base|Air Base|Launch (?:Site|Complex|Centre|Center|Pad)|(?:Test|Testing|Integration|Operations|Control|Assembly|Manufacturing|Production|Propulsion) (?:Centre|Center|Site|Facility)|Observatory|Aerospace (?:City|Park)|Science Park|Business Park|Factory|Gigafactory|Technology (?:Park|Centre)|(?:Convention|Conference|Exhibition|Congress) Cent(?:re|er)|Town Hall|City Hall|Arena|Stadium|Castle|Museum|Airport|spaceport|space hub)\b"
)
PROGRAMME_ENDING = Expression(
    rf"(?:\b(?:the|The|an?|its|their|'s) |'s )(?P<name>[{_UP}][\w-]+(?: (?:for |of |and )?[{_UP}][\w-]+){{0,4}}) (?:programme|initiative|scheme|project)(?![\w-])"
)
ORG_LONG = Expression(
    rf"(?<!\w)(?!(?:The|A|Its|Their|Chief|Our) )[{_UP}][\w&-]*(?:(?: (?:and|of|of the|for))? [{_UP}][\w&-]*){{1,6}} (?:Partnership|Authority|Trust|Foundation|Association|Alliance|Consortium|Board|Corporation|Fund|Bank|Society|Executive)(?!\w)"
)
_FIELDS = (
    r"(?:Technolog(?:y|ies)|Sciences?|Space Sciences|Innovation|Engineering|Research|Industry|Trade|Tourism|Energy|Development|Skills|Employment|Transport|Culture|Media|Sport|Education|Investment|Business|"
    r"Environment|Climate|Infrastructure|Communities|Health|Islands|Astronomy|Astrophysics|Aeronautics|Astronautics|Space|Net Zero|Resources|Water|Defen[cs]e|Security|Exploration|Applications|Physics|Oceans|Economy|Universities|Training)"
)
ORG_FIELDS = Expression(
    rf"(?<!\w)(?:[{_UP}][\w-]+ ){{0,3}}?(?:Department|Ministry|Office|Cent(?:re|er)|Institute|School|Faculty|Committee|Agency|Board|Academy|Society|University|Bureau) (?:for|of)(?: the)? {_CAP}(?: {_CAP})*(?:, {_FIELDS}(?: {_CAP})?)*,? and (?:the )?{_FIELDS}(?! {_CAP})(?!\w)|"
    rf"(?<!\w)(?:UK|US|Canada|Quebec|Enterprise) (?:{_FIELDS}(?:, {_FIELDS})*) and {_FIELDS}(?!\w)|"
    rf"(?<!\w)(?!(?:The|A|Its|Their|Our) )(?:[{_UP}][\w-]+ ){{1,3}}(?:{_FIELDS}|Aerospace|Aviation|Aéronautique) and (?:[{_UP}][\w-]+ ){{0,2}}{_FIELDS} (?:Cluster|Network|Agency|Institute|Cent(?:re|er)|Council|Park|Academy|Hub|Group)(?!\w)|"
    rf"(?<!\w)(?!(?:The|A|Its|Their|Our) )(?:[{_UP}][\w-]+ ){{1,3}}Chambers? of Commerce(?: and Industry)?(?!\w)"
)
"""Bodies named after several fields: "Department for Science, Innovation and Technology"."""
_TWO_PLACES = (
    r"(?:Antrim and Newtownabbey|Ards and North Down|Argyll and Bute|Barking and Dagenham|Bath and North East Somerset|Brighton and Hove|Cambridgeshire and Peterborough|Causeway Coast and Glens|Cheshire West and Chester|Cornwall and Isles of Scilly|"
    r"Dumfries and Galloway|Greater Cambridge and Greater Peterborough|Hammersmith and Fulham|Kensington and Chelsea|Lisburn and Castlereagh|Mid and East Antrim|Perth and Kinross|Redcar and Cleveland|Telford and Wrekin|Windsor and Maidenhead|York and North Yorkshire)"
)
TWO_PLACES = Expression(
    rf"(?<!\w){_TWO_PLACES} (?:(?:Borough |City |County |District )?Council|(?:Mayoral )?(?:Combined )?(?:County )?Authority|(?:Local )?Enterprise Partnership|LEP)(?!\w)"
)
"""British authorities named after two places."""
_ENDING_SORTS = {
    "Council": "authority",
    "Government": "authority",
    "School": "research",
    "College": "research",
    "Agency": "agency",
    "University": "research",
    "Institute": "research",
    "Métropole": "authority",
    "Agglo": "authority",
    "Agglomération": "authority",
    "Communauté": "authority",
    "Cluster": "cluster",
    "Valley": "cluster",
}
METROPOLIS = Expression(
    rf"(?<!\w)(?!(?:La|Le|Cette|Une|Sa|Notre) )[{_UP}][\w'-]*(?:[ -][{_UP}][\w'-]*){{0,5}} [Mm]étropole\b"
)
REGION_BODY = Expression(
    rf"(?<!\w)[Rr]égion (?:de |du |de la |d'|des )?(?P<name>{_CAP}(?:(?:-| |-l'|'| de la | de | d'|-de-|-du-){_CAP})*)"
)
PERSON = Expression(
    rf"(?<![\w-])(?P<first>[{_UP}][a-zà-ÿ]+(?:-[{_UP}][a-zà-ÿ]+)?)(?: [{_UP}]\.)?"
    rf"(?P<last>(?: (?:de [Ll]a|de l'|van der|von der|de|du|des|von|van|der|den|del|di|da|le|la|Le|La|De|Du|El|al|Mc|ben)| d'| d'| D')?(?: |(?<='))(?:[{_UP}][a-zà-ÿ]*'?[{_UP}]?[\wà-ÿ]+(?:-[{_UP}][\wà-ÿ]+)*)){{1,2}}"
)


REGION_OF = Expression(
    r"(?<!\w)région (?P<people>parisienne|bordelaise|toulousaine|lyonnaise|grenobloise|nantaise|rennaise|lilloise|marseillaise|niçoise|cannoise|brestoise|orléanaise|montpelliéraine|strasbourgeoise)(?!\w)"
)
RANKED = Expression(
    rf"(?<!\w)(?:[Ll]ieutenant-colonel|[Cc]olonel|[Gg]énéral|[Cc]ommandant|[Cc]apitaine|[Aa]miral|[Gg]eneral|[Cc]olonel|Pr|Dr|Mme|M\.|MM\.|Mrs?|Ms) (?P<name>[{_UP}][a-zà-ÿ]+(?:-[{_UP}][a-zà-ÿ]+)?)(?! ?[{_UP}])(?!\w)"
)


TITLED = Expression(
    rf"(?<![\w-])(?P<name>(?!(?:The|La|Le|Les|Région|Conseil) )[{_UP}][\w'-]+(?: (?:de|van|von|der|den|di|del|da))? [{_UP}][\w'-]+), (?:(?:the|a|an|its|le|la|un|une) |l')?(?:[{_UP}][a-z]+ )?(?=(?:[Mm]inist(?:er|re)|[Pp]resident|[Dd]irector|présidente?|directeur|directrice|PDG|CEO|DG|[Cc]hief (?:executive|of)|maire|[Mm]ayor|spokes\w+|porte-parole|[Cc]hair(?:man|woman)|[Pp]rofessor|co-?fond\w+|fondat\w+|[Ff]ounder|[Cc]o-?founder|[Hh]ead of)\b)"
)


HEADED = Expression(
    r"(?<!\w)(?:PDG|DG|CEO|CTO|[Dd]irect(?:eur|rice)(?: [a-zé]+)?|[Pp]résidente?|(?:co-?)?[Ff]ondat(?:eur|rice)|[Cc]o-?fondat(?:eur|rice)|[Pp]atronn?e?|[Dd]irigeante?|[Rr]esponsable|[Ff]iliale|[Ii]ngénieure?|[Pp]orte-parole|founder|director|head|chairman)"
    rf" (?:de l'|de la |du |de |d'|chez |à l'|of |at )(?P<name>(?!(?:Région|République|Conseil|Chambre|Commission|Europe|État|Ville|Départ\w+|Assemblée|Parlement|Sénat|Gouvernement|Union|Paris)\b)[{_UP}][\w&-]+(?: [{_UP}][\w&-]+){{0,2}})(?!\w)"
)


PLAN_APPOSED = Expression(
    rf"(?<!\w)(?!(?:The|Le|La|Les|Un|Une) )(?P<name>{_CAP}(?: (?:de |for |pour )?{_CAP}){{0,4}}), (?:(?:the|its|an?(?! \w*(?:é|is|it|u)\b)|le|la|une?|son|sa|their|leur) |l')(?:[\wà-ÿ']+ ){{0,3}}(?:plan|strategy|roadmap|stratégie|feuille de route)\b"
)
PLAN_QUOTED = Expression(
    r"\b(?:[Pp]lan|[Ff]euille de route|[Ss]tratégie|[Ss]chéma|[Ss]trategy|[Rr]oadmap) [«\"“] ?(?P<name>[A-ZÀ-Ý][^»\"”]{3,50}?) ?[»\"”]"
)
PLAN_PART = Expression(
    rf"\b(?:volets?|piliers?|strands?|pillars?)(?: [a-zà-ÿ]+)? (?:de |du |de la |d'|of (?:the )?)(?P<name>(?:La |Le )?{_CAP}(?: {_CAP}){{1,4}})(?! \d)"
)
EUROPEAN_BODY = Expression(
    r"(?<!\w)(?:Union européenne|Commission européenne|Conseil européen de l'innovation|Banque européenne d'investissement|Fonds européens? (?:de défense|de développement régional|d'investissement)|European (?:Union|Commission|Innovation Council|Investment Bank|Investment Fund|Regional Development Fund|Defence Fund))(?!\w)"
)
PUBLIC_MONEY = Expression(
    r"(?<!\w)(?:(?:[Pp]rogrammes? (?:des |d'))?[Ii]nvestissements d'[Aa]venir|PIA ?[1-4]?|France Relance|Wallonie Relance|NextGenerationEU|Next Generation EU)(?!\w)"
)
"""Plans that pay, under names without a head word."""


_HEAD_SORTS = {
    **dict.fromkeys(("Laboratoire", "Institut", "Observatoire"), "research"),
    **dict.fromkeys(
        ("Union", "Association", "Fédération", "Confédération", "Groupement", "Réseau", "Club", "Collectif"),
        "association",
    ),
    "Pôle": "cluster",
}
"""What the first word of a long name makes of its bearer."""
_PLAINLY: tuple[tuple[Expression, NameKind, str], ...] = (
    (EVENT_ENDING, "E", "fair"),
    (EVENT_QUOTED, "E", "fair"),
    (EVENT_QUOTED_FIRST, "E", "fair"),
    (EUROPEAN_BODY, "O", "public"),
    (PLAN_NAMED, "T", "plan"),
    (PLAN_APPOSED, "T", "plan"),
    (PLAN_QUOTED, "T", "plan"),
    (PLAN_PART, "T", "plan"),
    (PUBLIC_MONEY, "T", "plan"),
    (ORG_LONG, "O", "public"),
    (ORG_FIELDS, "O", "public"),
    (TWO_PLACES, "O", "authority"),
    (ORG_LOWER, "O", "public"),
    (ORG_LOWER_ELIDED, "O", "public"),
    (METROPOLIS, "O", "authority"),
    (PROGRAMME_ENDING, "S", "programme"),
)


def find(text: str) -> Iterator[tuple[int, int, NameKind, str]]:
    """Every name that a grammar recognises, with its kind and sort; they may overlap."""
    for grammar in GRAMMARS:
        for match in _compiled(grammar).finditer(text):
            yield match.start("name"), match.end("name"), grammar.kind, grammar.sort
    for pattern, named, of in _PLAINLY:
        for match in pattern.finditer(text):
            head = match.group(match.lastgroup or 0).split(" ")[0]
            yield *match.span(match.lastgroup or 0), named, _HEAD_SORTS.get(head, of) if of == "public" else of
    for match in ORG_ENDING.finditer(text):
        last = match.group().rsplit(" ", 1)[-1].rsplit("-", 1)[-1]
        yield match.start(), match.end(), "O", _ENDING_SORTS.get(last, "company")
    for match in FACILITY_ENDING.finditer(text):
        owner = re.match(r"(?:[^ ]+ )*[^ ]+'s (?=[A-Z])", match.group())
        yield match.start() + (owner.end() if owner else 0), match.end(), "F", "facility"


_cache: dict[Grammar, Expression] = {}


def _compiled(grammar: Grammar) -> Expression:
    if grammar not in _cache:
        _cache[grammar] = grammar.pattern()
    return _cache[grammar]
