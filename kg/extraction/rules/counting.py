"""What a count measures: jobs, companies or establishments, by the words around it or by the figure it goes on from."""

from __future__ import annotations

import re

from kg.extraction.expressions import Expression
from kg.extraction.mention import Mention
from kg.extraction.typed import Typed

_LEAST = 5
_TITLE = 24
"""Characters of a sentence that only announces what comes: "E comme emplois."."""
_JOBS = Expression(
    r"^(?:[a-zà-ÿ-]+ ){0,2}?(?:d'|de )?(?:salarié|emploi|collaborat|employé|postes?\b(?! (?:de |des |du |d'))|agents?\b|effectif|jobs?\b|employees?\b|staff|workers?\b|équivalents? temps plein|etp\b|"
    r"recrutements|embauches|ingénieurs|techniciens|roles\b|positions\b|workforce|salaried|recrues?\b|hires\b|recruits\b|ouvri(?:er|ère)s|travailleu(?:r|se)s|permanents\b|personnels?\b|posts\b|FTEs?\b|full-time equivalents?|members of staff|team members|staff members|équipiers|opportunités d'emploi|emplois)",
    re.IGNORECASE,
)
_TRADES = Expression(r"ingénieurs|techniciens|agents")
_THESE = Expression(
    r"\b(?:[Cc]es|[Nn]os|[Vv]os|[Tt]hese|[Tt]hose|[Oo]ur|(?:un|une|l'une?|deux|trois|one|two|three|some) (?:des|of the|of these)|(?:collectif|groupe|poignée|consortium|groupement|réseau|alliance|club|group|handful|network) (?:de|d'|of)) ?$"
)
"""What makes a number speak of some in particular."""
_OF_SUCH = Expression(
    r"\b(?:des|les|de|aux|aux|ces|some|the|for) (?:[a-zà-ÿ]+ )?(?:sociétés|entreprises|PME|start-ups|startups|structures|firms|companies|SMEs)\b(?:[^.;:⟨⟩]|⟨[DUN]\d+⟩){0,40}(?: d'| de |, | of | with )(?:moins d[e'] ?|plus d[e'] ?|une |quelque )?$"
)
"""What makes a number describe firms that nobody names: "des sociétés d'une dizaine de salariés"."""
_GATHERS = Expression(
    r"\b(?:[Aa]ssociation|[Rr]éseau|[Ff]édération|[Gg]roupement|[Cc]lub|[Cc]ollectif|[Cc]onsortium|[Aa]lliance|[Ss]yndicat|[Uu]nion|[Cc]ommunauté|collective|network|association|alliance)(?:[^.;:⟨⟩]|⟨[DN]\d+⟩){0,80}"
    r"(?:regroupe|rassemble|fédère|compte|réunit|unit|unites|brings together|gathers|groups|represents|représente)(?:[^.;:⟨⟩]|⟨[NL]\d+⟩){0,60}$"
)
_TRADES_OF = (
    r"personnes|people|agents|militaires|professionnels|professionnelles|ingénieure?s?|chercheu(?:r|se)s|women|hommes|specialists|professionals|engineers|scientifiques|spécialistes|experts?|expertes|scientists|researchers|technicians|technicien(?:ne)?s|talents|men and women|femmes et hommes|hommes et femmes|"
    r"cadres|compagnons|opérateurs|opératrices|soudeurs|ajusteurs|monteurs|usineurs|chaudronniers|câbleurs|développeurs|informaticiens|docteurs|physiciens|gendarmes|pompiers|apprentis|alternants|intérimaires|doctorants|juristes|commerciaux|mécaniciens|électroniciens|CDI|personnes? à temps plein|paires de bras|cerveaux|"
    r"analysts|developers|machinists|welders|fitters|mechanics|operators|craftsmen|apprentices|graduates|contractors|colleagues|programmers|designers|physicists|astronomers|academics|managers|hands|craftspeople|assemblers|post-?docs|technical staff"
)
_NOT_BETWEEN = r"(?!(?:de|des|du|d|à|au|en|et|ou|qui|que|dont|par|pour|avec|of|in|for|from|to|and|or|with|by|at|entreprises|sociétés|firms|companies|start-ups?)\b)"
_PEOPLE = Expression(
    rf"^(?:{_NOT_BETWEEN}[a-zà-ÿ-]+ ){{0,3}}?(?:{_TRADES_OF})\b(?! (?:par an|a year|per year|par jour|chaque))",
    re.IGNORECASE,
)
_PEOPLE_OF = Expression(
    rf"(?:{_TRADES_OF})(?: (?:et|and) [a-zà-ÿ]+)? (?:de |d'|du |des |at |of |chez )(?:la |le |l'|the )?⟨[OF]\d+⟩",
    re.IGNORECASE,
)
_WORK = Expression(
    r"travaill|viv(?:ent|re|ant) (?:de|du) |\btourne(?:nt)? avec|\bhir(?:e|es|ed|ing)\b|\brecruit|tak(?:e|es|ing) on|grow(?:n|s|ing)? (?:[a-z]+ )?to|\bgrew to|headcount|emplo[iy]|effectif|équipe(?!ment)|salari|recrut|embauch|\bwork|staff|team|payroll|s'activ|s'affair|œuvr|oeuvr|se relaie|mobilise|occupe|affecté|fait vivre|font vivre|gagnent (?:y )?leur vie|du travail à|\bwork for\b|earn (?:their|a) living|dans (?:ses|nos|leurs) rangs|à pied d'œuvre|rémunèr|s'appuie sur|dispose d|compte(?:nt)? (?:aujourd'hui |désormais |déjà |plus |près )*|main-d'œuvre|masse salariale|full[- ]time|temps plein|on its books|\bocc?upe\b|\bnumbers (?:about |some |over )?⟨N|\bon (?:its|their|the) payroll|rassemble (?:aujourd'hui )?(?:plus de |près de )?⟨N|is home to (?:about |some |over )?⟨N|\bboasts\b|main-d'oeuvre|manpower|ressources humaines|à son bord|à la tête de|\bcrew of",
    re.IGNORECASE,
)
_FORCE = Expression(
    r"(?:fort(?:e|es|s)? (?:désormais |aujourd'hui )?d[e'] ?(?:plus de |près de |quelque )?|\bgroup of |\bteam of |\bstaff of |\bworkforce of |[ée]quipe de )$"
)
_THERE = Expression(
    r"(?:personnes|people)(?:,? [a-zà-ÿ]+){0,3}? (?:sous (?:ses|leurs|les) ordres|s'y rend|s'y relaie|s'y succèd|y (?:sont|seront|étaient|viennent|passeront leurs journées)|sur (?:le |ce )?site|sur place|au travail|sur le chantier|at work|on the job|à demeure|on site|on the site|under (?:his|her) )|"
    r"(?:personnes|people),? (?:tous métiers|toutes? fonctions|à temps plein|full[- ]time)",
    re.IGNORECASE,
)
_YEARLY = Expression(r"[a-zà-ÿ-]+ (?:par an|a year|per year|chaque année|each year)\b")
_THEY_WERE = Expression(r"\b(?:être|étaient|were) (?:[a-zà-ÿ' ]{0,20} )?$")
_ADDED = Expression(
    r"(?:s'ajoutent?|s'ajouteront|[Ii]l faut (?:leur |y |lui )?ajouter|auxquels il faut ajouter|on top of which|not counting|sans compter)(?: (?:près de|plus de|environ|quelque|les?|around|some))* $"
)
_WE_ARE = Expression(
    r"\b(?:[Nn]ous (?:sommes|serons|voilà)|[Oo]n sera|[Ww]e (?:are|will be))(?: (?:désormais|aujourd'hui|déjà|près de|plus de|environ|now|about|over|nearly|almost))* $"
)
_THEY_ARE = Expression(
    r"\b(?:[Ii]ls|[Ee]lles|[Tt]hey) (?:sont|étaient|seront|are|were|will be)(?:,? (?:aujourd'hui|désormais|now|⟨D\d+⟩|près de|plus de|environ|quelque|some|over))* $"
)
_TO_WORK = Expression(
    r"(?:à|to) (?:y )?(?:travaill|passer|pointer|œuvrer|plancher|s'activ|s'affair|venir|concevoir|fabriquer|assembler|work|design|build)"
)
_IT_IS = Expression(
    r"\b(?:ce sont|c'est|représentent?|pèse|avec|soit)(?: (?:aujourd'hui|désormais|près de|plus de|environ|quelque))* $"
)
_A_FIRM = Expression(
    r"\b(?:filiale|société|entreprise|groupe|équipe|site|usine|start-up|PME|maison)\b|chiffre d'affaires|\bCA\b|⟨M\d+⟩"
)
_JOBS_AT = Expression(
    r"\b(?:les emplois|les postes|l'emploi|l'effectif|the jobs|jobs|employment|headcount|staffing)(?: [^.;:,⟨⟩]{2,40})? (?:à|at|to)(?: plus de| près de| more than| some| about| around| nearly)? $"
)
_COMPANIES = Expression(
    r"^(?:[a-zà-ÿ-]+ )?(?:entreprises|sociétés|pépites|firmes|fabricants|entités|pm[ei]\b|eti\b|tpe\b|smes?\b|enterprises|firmes|start-?ups?\b|firms|companies|businesses|jeunes (?:pousses|entreprises|sociétés)|organisations\b|organizations\b)",
    re.IGNORECASE,
)
_ACTORS = Expression(
    r"^(?:[a-zà-ÿ-]+ )?(?:acteurs|industriels|fournisseurs|sous-traitants|équipementiers|suppliers|players|manufacturers|contractors|donneurs d'ordres)(?: (?:et|and) [a-zà-ÿ-]+)?(?: (?:du |de la |de l'|in the )?(?:spatial|filière|secteur|industrie|[a-zà-ÿ-]{3,}(?:ais|aise?s|ois|oises?|iens?|iennes?|ons?|onnes?|ains?|aines?|ands?|andes?|éens?|ains)|spatiaux|aérospatia\w+|sector|industry)\b)",
    re.IGNORECASE,
)
_SITES = Expression(
    r"^(?:[a-zà-ÿ-]+ )?(?:établissements|establishments|sites industriels|implantations industrielles)\b", re.IGNORECASE
)
_NOT_SECTOR = Expression(
    r"expos|visit|\bvenue?s?\b|déplacement|stand|pavillon|lauréat|membre|adhér|incub|accompagn|particip|réuni[rst]|inscrit|candidat|bénéfici|(?<!re)présent|attend|accueill|visiteurs|member|exhibit|attend|select|sélectionn|soutenu|supported|aidé|clients?\b|alumni|ancien|envol|\bbillet|délégation|bannière|\ben (?:est|sont|seront), avec|déplac|voyage|\bcomposent\b|\bnées? (?:au sein|dans|chez|de|à)|\bborn (?:in|at|of|out)|\bissues? d|s'appuie(?:nt)?(?: [^.;⟨⟩]{0,20})? sur|fait appel à|travaille avec|\brelies on|works with|\bmake up\b|(?:entreprises|sociétés|start-?ups?|PME|jeunes pousses|firmes) (?:y |ont été |seront |sont )?(?:créé|financé|hébergé|fondé|lancé|suivi|choisi|retenu|logé)e?s|(?:firms|companies|businesses|start-?ups) (?:created|founded|launched|housed|funded|hosted)",
    re.IGNORECASE,
)
_ACTING = Expression(
    r"(?:viennent de|ont|have) (?:sign|fond|cré|rejoin|scell|conclu|join|found)|\bsignent|signataires?|s'associent|s'unissent|s'allient|(?:ont )?répond(?:u|ent|ed)|se sont (?:ralli|jo|réun|associ|uni|regroup)|ont (?:adhér|ralli|rejoi|été (?:sélect|chois|reten|label))|have (?:joined|signed|been (?:selected|chosen))|ont (?:fait|déposé)|team(?:ed)? up|partner",
    re.IGNORECASE,
)
"""What companies do that are some in particular, and no sector."""
_NUMBER_OF: tuple[tuple[str, Expression], ...] = tuple(
    (measure, Expression(rf"(?:{words})[^.;:⟨⟩]{{0,60}}(?:⟨[DL]\d+⟩[^.;:⟨⟩]{{0,40}})?(?:: )?$", re.IGNORECASE))
    for measure, words in (
        (
            "jobs",
            r"\beffectifs?\b(?! d[ue] (?!secteur|la filière|l'entreprise|la société|groupe|site))|\bemployee numbers|\bstaff numbers|\bstaffing|\bstaff of|\bmanpower|\bnombre d'(?:agents|ingénieurs)|nombre (?:de (?:salariés|postes|collaborateurs)|d'(?:emplois|employés))|\bheadcount|\bworkforce|number of (?:jobs|employees|staff|people (?:working|employed)|workers)|\bpayroll",
        ),
        (
            "companies",
            r"nombre (?:de (?:sociétés|start-up|PME)|d'entreprises)|number of (?:companies|firms|businesses)",
        ),
        ("establishments", r"nombre d'établissements|number of establishments"),
    )
)
_LABELS: tuple[tuple[str, Expression], ...] = (
    (
        "jobs",
        Expression(
            r"(?:Emplois?|Effectifs?|Salari[ée]s|Collaborateurs|Équipes?|Jobs|Staff|Employees|Employment|Workforce|Headcount|People)\b"
        ),
    ),
    ("companies", Expression(r"(?:Entreprises|Sociétés|Companies|Firms|Businesses|Start-ups)\b")),
    ("establishments", Expression(r"(?:Établissements|Establishments)\b")),
)
_LABEL_ONLY = Expression(
    r"[^:]{0,50}(?::| \.{5,}) ?(?:(?:bien |un peu |well |just )?(?:plus d[e']|près d[e']|moins d[e']|environ|quelque|about|over|some|around|nearly|more than|less than) ?)?"
)
_ANSWER = Expression(
    r"(?:Environ |Plus de |Moins de |Près de |Déjà |Une |About |Some |Around |More than |Over |Nearly )?"
)
_NAMED: tuple[tuple[str, Expression], ...] = (
    ("jobs", Expression(r"\b(?:salariés|emplois|employés|collaborateurs|jobs|employees)\b")),
    ("companies", Expression(r"\b(?:entreprises|sociétés|start-up|PME|companies)\b(?!')")),
    ("establishments", Expression(r"\bétablissements\b")),
)
_GOES_ON = Expression(
    r"(?:\bdont|\bet|\bpuis|\bcontre|\bou|\bincluding|\bof (?:which|whom|them)|\band|\bthen|\bagainst|\bup from|\bfrom|\bto|\bà|,|:|\bn'en comptait que|\ben (?:compte|emploie|occupe|salarie|comptait|employait|dénombre|recense|abrite|réunit|réunissaient|rassemble|regroupe|aura|comptera|emploiera|totalise)|\bsont|\bseront|\bêtre|\bétaient|\bwere|\banother|\bun autre|\bplus|\bhop(?:es|ing) for|\bvise|\bespère|\btargets?|\baims? for|\bserons|\bwe'll be|\bwill be|\bcap des|\bbarre des)"
    r" (?:(?:plus|près|moins|un peu plus|déjà|environ|quelque|même|more than|nearly|over|about|some|around|almost|less than|just over) ?(?:de |d')?){0,2}$"
)
_KEPT = Expression(
    r"(?:[.,;:)!?]|$|(?:mis|préserv|sauv|maint|consolid|confort|conserv|menac|pérennis|garanti|suivr|viendr|saved|safeguarded|secured|kept|threatened|will|to follow|à|dans|en|in|at|d'ici|by)\w*)"
)
_NO_NOUN = Expression(
    r"(?:[.,;:)!?]|$| ?(?:\(|–|-)|(?:dans|à|au|aux|en|chez|sur|pour|par|sont|seront|in|at|for|on|were|are|will|by|et|and|ou|or|qui|indirects?|directs?|induits?|supplémentaires|of them|d'entre (?:eux|elles)|this time|next|by|indirect|direct|more|additional|de plus|à terme|aujourd'hui|today|now)\b|⟨D)"
)


def measure_of(typed: Typed, at: Mention, before: str, after: str, earlier: str) -> str:
    """What a count measures; `earlier` is the measure of the figure before it, "" where there is none."""
    words = re.sub(r"^(?:\. C'est (?:le|là le) nombre| le nombre)? ?(?:d'|de |of )?", "", after)
    said = (
        _said(typed, before, words)
        or _labelled(typed, before)
        or _listed(typed, before, words)
        or _number_of(before, words)
    )
    if (
        not said
        and earlier == "jobs"
        and _ADDED.search(before)
        and re.match(r"(?:sous-traitant|personnes|people|autres|intérimaires|subcontract|prestataires)", words)
    ):
        said = "jobs"
    goes_on = _GOES_ON.search(before) or _ANSWER.fullmatch(before)
    if (
        (typed.sentence.label or "....." in before)
        and _LABEL_ONLY.fullmatch(before)
        and not re.search(r"\d|⟨[LOD]", before)
    ):
        goes_on = None
    if re.match(r"(?:par an|a year|per year|chaque année|each year)\b", words):
        goes_on = None
    if earlier != "jobs" and _THEY_WERE.search(before):
        goes_on = None
    if not said and (earlier or _meant(before)) and goes_on and _elliptic(at, words):
        said = _meant(before) or earlier
    value = at.value.number if at.value else None
    return "" if value is None or value < _LEAST else said


def _said(typed: Typed, before: str, words: str) -> str:
    """The measure that the noun after a count tells."""
    if _THESE.search(before) or (_OF_SUCH.search(before) and not _COMPANIES.match(words)):
        return ""
    jobs = _JOBS.match(words)
    if (
        (jobs and not _TRADES.search(jobs.group()))
        or (
            _PEOPLE.match(words)
            and not _YEARLY.match(words)
            and (_WORK.search(typed.string) or _FORCE.search(before) or before.endswith("("))
        )
        or _staffed(words, before)
        or re.match(r"(?:emplois )?(?:indirects?|induits)\b", words)
        or re.match(
            r"(?:personnes|people) (?:y )?(?:sont|seront|are|will be) (?:attendu|employ|affect|based|basé|mobilis|recrut)",
            words,
        )
        or re.match(r"à (?:être (?:affecté|employé)|(?:y )?travailler)", words)
        or _THERE.match(words)
        or (_WE_ARE.search(before) and _NO_NOUN.match(words))
        or (_THEY_ARE.search(before) and _TO_WORK.match(words))
        or (_PEOPLE.match(words) and _IT_IS.search(before) and _A_FIRM.search(typed.string))
        or _JOBS_AT.search(before)
    ):
        return "jobs"
    if _SITES.match(words) and not _ACTING.search(words[:60]):
        return "establishments"
    if (
        (_COMPANIES.match(words) or _ACTORS.match(words))
        and not re.match(r"[a-zà-ÿ-]+ (?:par an|a year|per year|chaque année)", words)
        and not re.search(r"\b[Nn]os? $|\bour $", before)
        and not _GATHERS.search(before)
        and not _NOT_SECTOR.search(before[-60:] + words[:60])
        and not _ACTING.search(words[:60])
    ):
        return "companies"
    return ""


def _staffed(words: str, before: str) -> bool:
    """As in “le laboratoire compte 100 personnes”, "et à ses 60 agents"."""
    people = re.match(r"(?:personnes|agents|ingénieurs|techniciens|chercheurs|militaires|people)\b", words)
    if people and re.search(
        r"(?:companies|firms|entreprises|sociétés)(?:[^.;⟨⟩]|⟨[HD]\d+⟩){0,40} (?:and|et) (?:over |about |environ )?$",
        before,
    ):
        return True
    if _PEOPLE_OF.match(words) and re.search(
        r"\b(?:[Ll]es|[Tt]he|[Ss]es|[Ii]ts|[Ll]eurs|[Tt]heir) (?:quelque |some |près de )?$", before
    ):
        return True
    if people and re.search(r"⟨[OF]\d+⟩(?:,[^,.;⟨⟩]{2,20})?, (?:dont les|whose) (?:quelque |environ |some )?$", before):
        return True
    return bool(
        people
        and re.search(
            r"(?:(?:⟨[OF]\d+⟩|\b[Ii]l|\b[Ee]lle|\b[Ll]e site|\b[Ll]'usine|\b[Ll]'établissement|\b[Ll]e centre|\b[Ll]'équipe)(?:[^.;⟨⟩]|⟨[DUL]\d+⟩){0,60}(?:,| qui)? (?:compte(?:nt)?|réunit|rassemble|regroupe|occupe)|\b(?:ses|sa|leurs?|its|their)|⟨[OF]\d+⟩ has) (?:aujourd'hui |désormais |déjà |plus de |près de |environ |quelque )*$",
            before,
        )
    )


def _labelled(typed: Typed, before: str) -> str:
    """As in "Emplois : 16 800": the first number behind a label."""
    label = typed.sentence.label or typed.string
    if not label or not _LABEL_ONLY.fullmatch(before):
        return ""
    return next((measure for measure, words in _LABELS if words.match(label)), "")


def _listed(typed: Typed, before: str, words: str) -> str:
    """As in "– Centre d'excellence de l'Otan : 2 000 m2, 60 agents": staff in a row about a body or a facility."""
    row = typed.sentence.kind in {"bullet", "label"} and re.match(r"(?:le |la |l'|les |the )?⟨[OF]\d+⟩", before)
    return "jobs" if row and re.match(r"(?:agents|personnes|people|ingénieurs|chercheurs)\b", words) else ""


def _number_of(before: str, words: str) -> str:
    """As in "son effectif passera à 120"."""
    if not _NO_NOUN.match(words) and not _PEOPLE.match(words):
        return ""
    return next((measure for measure, pattern in _NUMBER_OF if pattern.search(before)), "")


def asked(question: str) -> str:
    """What a question or a heading asks the number of: "Combien d'emplois ?"."""
    if not re.search(r"\?\s*$", question) and len(question) > _TITLE:
        return ""
    return next((measure for measure, pattern in _NAMED if pattern.search(question)), "")


def _meant(before: str) -> str:
    """What "en dénombre 1 900" counts: the noun that the sentence names before."""
    if not re.search(
        r"\ben (?:compte|emploie|occupe|salarie|comptait|employait|dénombr|recens|abrit|aura|emploi|totalis|réuni|rassembl|regroup)",
        before,
    ):
        return ""
    said = [(m.start(), measure) for measure, pattern in _NAMED for m in pattern.finditer(before)]
    return max(said)[1] if said else ""


def _elliptic(at: Mention, words: str) -> bool:
    """Whether no noun of its own follows a count: "dont 1 600 dans la métropole"."""
    value = at.value
    if at.name.endswith(("autres", "others")) and _KEPT.match(words):
        return True
    return bool(_NO_NOUN.match(words)) and (value is not None and (value.noun is None or bool(_NO_NOUN.match(words))))
