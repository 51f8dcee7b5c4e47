"""Words that the rules are made of, French and English, as pieces of patterns."""

from __future__ import annotations

from collections.abc import Mapping

_HEADS = (
    r"président(?:e|s|es)?(?: de la République|[- ]directeurs? général| directrice générale|-directeur général|-directrice générale| exécutive?| du directoire| du conseil d'administration| délégué(?:e)?| fondat(?:eur|rice)| d'honneur)?|"
    r"vice-?[- ]?président(?:e|s|es)?|co-?président(?:e|s)?|ex-présidente?|ancien(?:ne)? (?:président|directeur|ministre|directrice)e?|"
    r"(?:co-?)?fondat(?:eur|rice)s?|co-?dirigeante?s?|dirigeante?s?|gérante?s?|patronn?e?s?|pdg|p-dg|ceo|cto|cfo|coo|dg|drh|"
    r"(?:chief|deputy|managing|general|executive|technical|scientific|commercial|programme|program|project|operations|regional) (?:[a-z]+ )?(?:officer|director|manager|executive|engineer|scientist)|"
    r"directeurs?|directrices?|sous-direct(?:eur|rice)|codirect(?:eur|rice)|responsables?|délégué(?:e|s|es)?|chef(?:fe)?s?|secrétaire(?: général)?e?(?: d'état)?|"
    r"maires?|adjointe?s?|premi(?:er|ère) adjointe?|conseill(?:er|ère)s?|élue?|députée?s?|sénat(?:eur|rice)s?|préf[eè]te?s?|sous-préf[eè]te?s?|ministres?|commissaires?|rect(?:eur|rice)|recteur|"
    r"ambassad(?:eur|rice)s?|porte-parole|coordinat(?:eur|rice)|coordonnat(?:eur|rice)|animat(?:eur|rice)|administrat(?:eur|rice)|représentante?s?|référente?|"
    r"ingénieure?s?|chercheu(?:r|se)s?|professeure?s?|enseignante?(?:-chercheu(?:r|se))?|astrophysicien(?:ne)?|astronome|physicien(?:ne)?|astronautes?|spationautes?|cosmonautes?|"
    r"chargée?s? de (?:mission|projet|[a-zé]+)|manager|consultante?|expert(?:e)?|économiste|général|colonel|commandant|capitaine|lieutenant|amiral|"
    r"(?:deputy )?secretary[- ]general|director[- ]general|directors?|chairman|chairwoman|chairperson|chair|president|vice[- ]president|heads?|founders?|co-?founders?|managers?|minister|secretary(?: of state)?|commissioner|mayor|"
    r"advis[eo]rs?|analyst|researcher|spokes(?:man|woman|person)|professor|scientist|engineer|leader|convener|councillor|coordinator|delegate|ambassador|chief executive|executive chairman|astronaut|"
    r"cadres?|chargée? d'affaires|cheff?e?s? de (?:projet|service|département|programme)|associée?s?|sponsor|parrain|marraine|trésori(?:er|ère)|doyen(?:ne)?|lauréate?|membre|"
    r"proviseure?s?|bourgmestre|échevin(?:e)?|premi(?:er|ère) ministre|vice-premi(?:er|ère) ministre|ministre-présidente?|gouverneure?|chanceli(?:er|ère)|homologue|chef d'état-major|intendante?|maître de conférences|doctorante?|"
    r"technicien(?:ne)?|opératrice|créat(?:eur|rice)|initiat(?:eur|rice)|conservat(?:eur|rice)|rédact(?:eur|rice) en chef|rapport(?:eur|euse)|ancien élève|candidate?|numéro (?:un|deux)|secrétaire perpétuel|eurodéputée?|"
    r"chief|(?:prime|first|deputy prime|deputy first|chief|junior) minister|premier|governor|chancellor|vice-chancellor|provost|pro-vice-chancellor|dean|principal(?: investigator)?|lecturer|curator|trustee|chief of staff|(?:executive|interim|deputy|non-executive) chair(?:man|woman)?|board member|"
    r"(?:district |county |city |town )councillor|senator|lord provost|general manager|commander|colonel|test pilot|treasurer|patron"
)
_ADJECTIVES = (
    r"général(?:e|es)?|généraux|exécutif|exécutive|adjointe?|délégué(?:e|s|es)?|régional(?:e|es)?|régionaux|départementale?|municipale?|technique|scientifique|financi(?:er|ère)|"
    r"commerciale?|industrielle?|associée?|permanente?|interarmées|émérite|principale?|produit|technologique|opérationnelle?|national(?:e)?|européenn?e?|stratégique|marketing|spatiale?|espace|innovation|communication|"
    r"honoraire|en chef|général adjoint|par intérim|sortante?|en charge d[^⟨⟩,.;()]{2,60}|chargée?s? d[^⟨⟩,.;()]{2,70}|"
    r"(?:de l'|des |du |de la |d'|de |aux |à la |à l'|au )(?!⟨)[a-zà-ÿ][^⟨⟩,.;:()«»\"]{2,60}?|et (?:de |d')?[a-zà-ÿ' -]{4,40}?|&? ?co-?fondat(?:eur|rice)|"
    r"for (?!⟨)[A-Za-z ]{3,50}?|for ⟨[OXL]\d+⟩|of (?!the ⟨|⟨)[a-z][a-z ]{3,40}?"
)
_ADJECTIVE = rf"(?: (?:{_ADJECTIVES}))"

PIECES: Mapping[str, str] = {
    "det": r"(?:de la |de l'|de |du |des |d'|la |le |les |l'|un |une |à la |à l'|au |aux |à |par la |par le |par l'|par les |par |avec le |avec la |avec l'|avec |the |a |an |of the |of |by the |by |with the |with |son |sa |ses |leur |leurs |chez |at |from )?(?:⟨L\d+⟩-based )?",
    "and": r"(?:,? (?:et|and),? (?:[a-zà-ÿ]+ ){0,3}[a-zà-ÿ]+, |, ?(?:et |and |ainsi que |puis |mais aussi |as well as |notamment )?|\s?; ?|\s?/\s?| et | and | & | ainsi que | as well as | puis | mais aussi | ou encore | ou | or | sans oublier |, sans oublier | tout comme |,? de même que |,? sans compter | aux côtés d[eu] | avec )",
    "of": r"(?:de la |de l'|du |des |de |d'|of the |of |at the |at |for the |for |chez |à la |à l'|au |à |auprès de la |auprès du |auprès de |pour la |pour le |pour |- | – |, )",
    "de": r"(?:de la |de l'|du |des |de |d'|of the |of |at the |at |for the |for |chez |au sein de la |au sein du |au sein de l'|au sein de )",
    "who": r"(?:de la |de l'|de |du |des |d'|la |le |les |l'|un |une |à la |à l'|au |aux |à |avec le |avec la |avec l'|avec les |avec |the |a |an |of the |of |son |sa |ses |its |their |leur |leurs |chez )?(?:(?!(?:de|du|des|à|au|aux|chez|pour|par|of|for|at|by|en|in|to|et|and|sur|on|dans|qui|que|that|which)\b)[a-zà-ÿ-]+ ){0,3}(?:de |d'|of )?",
    "the": r"(?:la |le |l'|les |the |un |une |a |an )?(?:⟨L\d+⟩-based )?",
    "title": rf"(?<![\w-])(?:{_HEADS})(?![\w])(?:{_ADJECTIVE}){{0,3}}?",
    "role": rf"(?P<role>(?<![\w-])(?:(?:jeune|ancien|ancienne|nouveau|nouvelle|actuel|actuelle|futur|future|former|new|incoming|outgoing) )?(?:{_HEADS})(?![\w])(?:{_ADJECTIVE}){{0,3}}?(?: et (?:{_HEADS})(?![\w])(?:{_ADJECTIVE}){{0,2}}?)?)",
    "quoted": r"(?:[«\"] ?[^»\"]{2,80}[»\"])",
}
