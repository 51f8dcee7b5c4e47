"""Words in capitals that name nothing, or not what they seem to."""

from __future__ import annotations

from kg.extraction.expressions import Expression

UNLIKELY = Expression(
    r"^(?:Le|La|Les|Un|Une|Des|Ce|Cette|Ces|Il|Elle|Ils|Elles|On|Nous|Vous|Et|Ou|Mais|Pour|Avec|Dans|Sur|Par|En|Au|Aux|"
    r"Du|De|Son|Sa|Ses|Leur|Leurs|Notre|Nos|The|A|An|This|That|These|It|He|She|They|We|You|And|But|For|With|In|On|By|At|"
    r"Its|His|Her|Their|Our|New|Après|Avant|Selon|Depuis|Parmi|Chez|Si|Ici|Là|Plus|Autre|Tout|Tous|Toutes|Ainsi|Enfin|"
    r"(?:Install|Bas|Implant|Fond|Cré|Situ|Port|Héberg|Incub|Domicili)ée?s?|Née?s?|Présente?s?|Établie?s?|Membres?|Salon|"
    r"Nouveautés?(?: \d{4})?|(?:West|East|North|South) (?:End|Side|Coast|Bank)|[Pp]roduit [Ii]ntérieur [Bb]rut|Gross (?:Domestic Product|Value Added)|NewSpace|New Space|Newspace|Internet|Covid|Covid-19|IA|AI|Établissements?|Entreprises?|Sociétés?|Salariés|Companies|Firms|Jobs|Staff|Coût|Montant|Effectifs?|Budget|Emplois?|Adresse|Total|Crédits|PME|ETI|TPE|PIB|CA|R&D|B2B|Twitter|Facebook|LinkedIn|"
    r"Terre|Lune|Mars|Soleil|Earth|Moon|Espace|Space|CO2|GPS|CEO|PDG|DG|Directeur|Président|Présidente|Propos|Photo|"
    r"PS|LR|RN|LFI|PCF|EELV|MoDem|UMP|DVG|DVD|Crédit|Source|Contact|Noël|Brexit|Web|UE|État|VIP|CDI|CV|BTS|BUT|DUT|Tech|Deeptech)$"
)
TITLE_FIRST = Expression(
    r"(?:Co-?|Vice-?)?(?:Présidente?|Directeur|Directrice|Fondat(?:eur|rice)|Responsable|Déléguée?|Secrétaire|Ministre|Maire|Astronaute|Ingénieure?|Chercheu(?:r|se)|Cofondat(?:eur|rice)|Cheffe?|Patronn?e?|Director|Chairman|Chairwoman|Head|Professor)(?![\w-])"
    r"(?:[ -](?:[Gg]énérale?|[Dd]éléguée?|[Dd]irect(?:eur|rice)|[Ee]xécutive?|[Ee]xécutif|[Aa]djointe?|[Gg]eneral|[Tt]echnique|[Ss]cientifique|[Rr]égionale?|[Cc]ommerciale?))*"
    r"(?: (?:de la|de l'|du|des|de|d'|of the|of|at)(?![\w-]) ?)?"
)
TITLE_LAST = Expression(
    r"(?<=\w)(?: (?:Director[- ]General|Secretary[- ]General|Director|General|Chief|Executive|Officer|CEO|CTO|CFO|President|Chair(?:man|woman|person)?|Administrator|Commissioner))+$"
)
"""A title behind the body whose it is: "ESA Director General"."""
FIRM_LIKE = Expression(
    r"(?:Techniques?|Technolog\w+|Systems?|Systèmes|Industries?|Group\w*|Research|Aerospace|Space|Engineering|Composites|Électronique|Electronics|Instruments|Consulting|Solutions|Centre|Center|Park|House|Hall|Tower|Arena|Hotel|School|University|Station|Airport|Building|Institute|College|Hospital|Theatre|Stadium|Campus|Observatory|Laboratory|Foundation|Trust|Ventures|Capital|Partners|Systems|Expo|Festival|Forum|Award|Awards|Prize|Works|Conseils?|Ingénierie|Forge|Labs?|Network|Robotics|Dynamics|Propulsion|Orbital|Satellites?|Photonics|Optics|Energy|Networks|Software|Digital|Holding|Services|Manufacturing|Alliance|Cluster|Accelerator|Incubator|Formation|Développement|Innovation|Invest|Rocketry|Rockets|Launch|Avionics|Materials|Logistics|Communications|Telecom|Mécanique|Plastiques?|Usinage|Optique|Electronique|Défense|Defence|Business|Catapult|Council|Agency|Federation|Alliance|Valley|Hub|Croissance|Telescopes?|Sensing|Earth|Marine|Antennas?|Precision|Précision|Orbit|Sats?|Castings|Microwave|Aéro|Photonique|Spatial|Espace|Power|Data)$"
)
OF_A_PERSON = Expression(r"[A-ZÀ-Ý]|d['’][A-ZÀ-Ý]|(?:de|du|von|van|der|den|di|da|la|le|des|al|el|ben)$")
"""What each word of a person's name begins with or is."""
COMMON = Expression(
    r"(?:Assemblée [Gg]énérale|Commission [Pp]ermanente(?: (?:de ce|de cette|du) [a-zà-ÿ]+)?|Conseil d'[Aa]dministration|Cérémonie|Réunion publique|Journées? (?:[Pp]ortes [Oo]uvertes|d'[ÉéEe]tudes?))|(?:Entreprise|Filiale|Société|Groupe|Start-up|Startup|PME|Spécialiste|Fabricant|Équipementier|Constructeur|Opérateur|Laboratoire|Adhérente?|Membre|Installée?s?|Basée?s?|Implantée?s?|Née?s?|Fondée?s?|Créée?s?|Située?s?)(?: [a-zà-ÿ'-]+)*"
)
HEADING = Expression(
    r"(?:Président|Directeur|Directrice|PDG|Région|Collectivité|Département|Métropole|Ville|Commune|Conseil|Director|Chairman|President)e?(?: (?:Directeur|Général|Directrice|General|Délégué|[a-zà-ÿ]).*)?$"
)
PORTFOLIO = Expression(
    r"(?:ministre|secrétaire d'[ÉE]tat|[Mm]inister|[Ss]ecretary)(?: déléguée?)? (?:chargée? )?(?:de la |de l'|des |du |de |d'|of |for |à la |à l'|au |aux )$"
)
SEATED = Expression(r"[A-ZÀ-Ý][\w'-]*-(?:based|headquartered|born|backed|owned|led|listed)(?: |$)")
"""Where a body is from, written as part of its name: "Durham-based Palatine Optics"."""
