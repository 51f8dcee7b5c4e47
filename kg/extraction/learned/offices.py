"""Words for what somebody is or does at an institution, for the classifiers: "directrice", "CTO", "founded by"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.expressions import Expression
from kg.extraction.mention import Mention
from kg.extraction.typed import Typed, apart, joined
from kg.language import Language

KIND = "W"
"""The kind of these mentions, which only the classifiers see."""

_OFFICES = Expression(
    r"(?<![\w-])(?P<office>(?:[Cc]o-?|[Vv]ice-|ex-|sous-)?(?:[Pp]résidente?s?|[Pp]résidente?-direct(?:eur|rice)|[Dd]irecteurs?|directrices?|dirigeante?s?|fondateurs?|fondatrices?|gérante?s?|"
    r"patronn?e?s?|responsables?|maire|ministre|préfète?|députée?s?|sénateurs?|sénatrices?|conseill(?:er|ère)s?|élue?s?|déléguée?s?|secrétaires?|commissaires?|"
    r"ingénieure?s?|chercheu(?:r|se)s?|professeure?s?|enseignante?s?|enseignant-chercheur|spationautes?|astronautes?|astrophysicien(?:ne)?s?|astronomes?|porte-parole|"
    r"coordinat(?:eur|rice)s?|coordonnat(?:eur|rice)s?|animat(?:eur|rice)s?|chargée?s?(?= d)|administrat(?:eur|rice)s?|rect(?:eur|rice)|doyen(?:ne)?|associée?s?|chef(?:fe)?s?|"
    r"ambassad(?:eur|rice)s?|préfet|bourgmestre|eurodéputée?s?|ministre-présidente?|commandante?|colonel|général(?= )|adjointe?s?(?= (?:au|à|du|de))|attachée?s?(?= )|marraine|parrain|rapporteure?|membres?(?= d)|cadres?(?= )|doctorante?|maître(?= de conf)|proviseure?|gouverneure?|"
    r"[Cc]hair(?:man|woman|person)?s?|[Pp]residents?|[Dd]irectors?|[Ff]ounders?|[Mm]inisters?|[Mm]inister-[Pp]resident|[Mm]ayors?|[Pp]rofessors?|engineers?|[Mm]anagers?|[Hh]eads?|leaders?|lead|leads|[Cc]hiefs?|[Oo]fficers?|(?<!\d )members?|"
    r"[Ss]pokes(?:man|woman|person)|councillors?|[Gg]overnors?|[Pp]remier|[Ss]ecretary|[Ee]xecutives?|[Aa]mbassadors?|[Cc]oordinators?|researchers?|scientists?|astronauts?|astronomers?|commissioners?|principal investigator|owner|boss|"
    r"[Dd]ean|[Cc]hancellor|provost|[Dd]eputy|[Ss]enator|PDG|DG|CEO|CTO|COO|CFO|P-DG))(?![\w-])",
)
_DEEDS: tuple[tuple[str, str, Expression], ...] = tuple(
    (fr, en, Expression(rf"(?<![\w'-])(?:{words})(?![\w-])"))
    for fr, en, words in (
        ("président", "chair", r"préside(?:nt|ait|ra)?|présidée?s?|chairs|chaired"),
        ("dirigeant", "head", r"dirige(?:nt|ait|ra)?|dirigée?s?|à la tête|aux commandes|aux manettes|heads|headed|leads|led|runs|run by|at the helm"),
        ("fondateur", "founder", r"fond(?:e|ent|a|ait)|fondée?s?|cofondée?s?|créée?s?(?= (?:en|par|il|voilà))|(?:a|ont|avait) créé|crée(?:nt)?|founded|co-founded|set up by"),
        ("coordinateur", "coordinator", r"coordonne(?:nt|ait)?|coordonnée?s? par|pilote(?:nt|ait)?|pilotée?s? par|anime(?:nt|ait)?|animée?s? par|coordinates|coordinated by"),
    )
)  # fmt: skip


def with_offices(text: str, sentence: Typed, language: Language) -> Typed:
    """The sentence with a mention for each such word outside of names."""
    if not any(m.kind == "P" for m in sentence.mentions):
        return sentence
    return joined(text, sentence, [*apart(sentence, _found(text, sentence, language))])


def _found(text: str, sentence: Typed, language: Language) -> Iterator[Mention]:
    start = sentence.sentence.start
    words = text[start : sentence.sentence.end]
    for match in _OFFICES.finditer(words):
        yield Mention(KIND, "office", start + match.start(), start + match.end(), match["office"])
    for fr, en, deed in _DEEDS:
        for match in deed.finditer(words):
            yield Mention(KIND, "deed", start + match.start(), start + match.end(), en if language == "en" else fr)
