"""Whom a sentence is about by its first words, by the doer of a passive, or by a noun that stands for a firm."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction import model
from kg.extraction.document import Document
from kg.extraction.engine import filler, worded
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.rules.clauses import AT, OPENING_PRONOUN, leads, oblique
from kg.extraction.rules.clauses import before as earlier
from kg.extraction.rules.indicator_carried import context
from kg.extraction.rules.indicator_sectors import NATIONS
from kg.extraction.typed import Typed

_HEADS = (
    r"(?:sites?|usines?|effectifs?|implantation|installation|arrivée|création|projet|campus|centre|équipes?|filiale|antenne|unité|activité|chiffre d'affaires|ventes|chantier|atelier|ligne|laboratoire|bureaux?|agence|établissement|siège|personnel|salariés|ingénieurs|"
    r"workforce|headcount|staff(?:ing)?|payroll|team|site|factory|plant|facility|office|offices|arm|subsidiary|branch|base|turnover|revenues?|sales|income|employee numbers|numbers|employment|arrival|opening|move|expansion|project|laboratory|people|employees)"
)
_OWNED = Expression(
    rf"^(?:(?!⟨[OFX])[^.;:]{{0,50}}, )?(?:(?:Sur|À|Au|At|In|Chez|Dans|Avec|With|The|Le|La|L'|Les|Un|Une|An?|Son|Its|le|la|l'|les|the) ?)*(?:[A-Za-zà-ÿ-]+ ){{0,3}}(?i:{_HEADS})(?: [a-zà-ÿ-]+){{0,3}}? (?:de |d'|du |des |of |at |by |chez )(?:la |le |l'|the )?⟨(?P<owner>[OXFS]\d+|L\d+)⟩"
)
_DOER = Expression(
    r"[^.;:⟨⟩]{0,50}\b(?:created|supported|promised|generated|brought|provided|sustained|announced|employed|secured|offered|créés?|créées|générés?|promis|annoncés?|employés?|employées|portés?|soutenus?|salariés|offerts|proposés|prévus|prévues|attendus|attendues|envisagés|envisagées|programmés|programmées|planned|expected|due|advertised|lost|supprimés|menacés|conservés|sauvés)(?: [a-zà-ÿ]+)? (?:by|at|par|chez|au sein de) (?:la |le |l'|the )?⟨(?P<doer>[OXFS]\d+)⟩"
)
_AGAINST = Expression(
    r"\b(?:contre|against|versus|compared (?:with|to)|tandis que|while)(?: (?:environ|about|some|seulement|only|just|à peine|près de|plus de|quelque))* $"
)
_THERE = Expression(
    r"[^.,;:⟨⟩]{0,30}?\b(?:dans|en|à|au|aux|in|pour|for|chez|at) (?:le |la |l'|les |the )?⟨(?P<there>[LOFX]\d+)⟩"
)
_FIRM = (
    r"(?:entreprise|société|start-?up|jeune pousse|firme|PME|ETI|groupe|industriel|équipementier|fabricant|constructeur|opérateur|motoriste|spécialiste|maison|sous-traitant|spin-off|"
    r"company|firm|group|startup|start-up|manufacturer|maker|operator|business|SME|supplier|specialist|outfit|spin-out|contractor|venture)"
)
_STANDS_FOR = Expression(
    rf"(?:^|[;:,–] |\b(?:et|and|que|but|mais) )(?:[Tt]he|[Ll]a|[Ll]e|[Cc]ette|[Cc]et|[Ll]'|[Tt]his|[Nn]otre|[Oo]ur)(?: |(?<='))(?:[a-zà-ÿ-]+ |⟨[LU]\d+⟩(?:-based)? |⟨L\d+⟩-based )?{_FIRM}\b"
    rf"(?P<rest>(?: (?:de|d'|du|des|in|of|from|à) ?(?:la |le |l')?⟨L\d+⟩| [a-zà-ÿ-]+(?:ais|aise|ois|oise|ien|ienne|in|ine|on|onne|ain|aine|and|ande|éen|éenne))?)(?!-)(?!,? (?:(?:de |d'|du )?⟨[OXF]))"
)
_WORD = r"[A-ZÀ-Ý0-9][\w&'-]*[\w&]"
_RAW = Expression(
    rf"(?:^|^(?:Today|Aujourd'hui|Désormais|En ⟨D\d+⟩|In ⟨D\d+⟩|Founded [^,]{{3,40}}|Fondée? [^,]{{3,40}}|Créée? [^,]{{3,40}}|Installée? [^,]{{3,40}}|Basée? [^,]{{3,40}}|Based [^,]{{3,40}}), (?:la |le |l'|the )?(?:[a-z-]+ )?)"
    rf"(?P<raw>(?:⟨S\d+⟩|{_WORD})(?: (?:(?:de|du|des|of|&) )?(?:[A-ZÀ-Ý][\w&'-]*|⟨[SLXO]\d+⟩)){{0,3}})"
    r"(?: \(|, (?:which|qui) (?:has|had|employs|employed|emploie|employait|compte|comptait|réalise)\b|,? (?:(?:fondée?|créée?|installée?|basée?|hébergée?|implantée?|située?|née?|based|founded|located|hosted|of|qui|which|dont|whose)\b[^;:]{2,70}, )?(?:[a-z]+ment |[a-z]+ly |today |now |currently |en ⟨D\d+⟩ )?"
    r"(?:emploie|employ|compt(?:e|ait|era)\b|vise|prévoi|réalis|pèse|affich|génèr|dégag|occupe|recens|fait travailler|rassembl|réuni|a (?:réalisé|doublé|triplé|embauché|recruté|généré|atteint)|devrait|espère|entend|veut|envisage|"
    r"has\b|had\b|numbers\b|counts|plans|expects|aims|hopes|turn(?:s|ed) over|generat|recruit|hire|will (?:employ|hire|recruit|create)|earn|post(?:s|ed)\b|report(?:s|ed)\b|annonc|affirm|recrut|embauch|va (?:recruter|embaucher|créer|employer)|est passée?|passe de|grew|grow|tripl|doubl|s'appuie|dispose|mobilise|boast))"
)
_NO_NAME = Expression(
    r"(?:Elles?|Ils?|On|Nous|Vous|Je|Tu|Celles?-ci|Ceux-ci|Celui-ci|Celle-là|Cette|Ces?|Cela|Ça|Qui|Que|Tous|Toutes|Beaucoup|Certain\w*|Plusieurs|Chacune?|It|They|We|You|He|She|This|That|These|Those|There|Many|Most|All|Some|Each|Both|Everyone|Nobody|Today|Now|Le|La|Les|L'|Un|Une|Des|Du|The|An?|Si|If|And|But|Et|Mais|Son|Sa|Ses|Its|Their|Our|Notre|Nos|Leurs?|Space|Here|Who|What)(?:\b|$)"
)
_SITE = Expression(
    r"^(?:(?:Avec|With|Fort de|Forte de) ⟨N\d+⟩[^,⟨⟩]{0,30}, )?(?:The|Le|La|L'|Ce|Cette|This|the|le|la|l')(?: |(?<='))(?P<site>(?:[a-zà-ÿ-]+ ){0,2}?(?:factory|plant|spaceport|launch site|ground station|facility|usine|base spatiale|base|site(?: de production)?|port spatial|centre spatial|pas de tir|campus|technopole|manufacture|chantier|gigafactory))\b(?! (?:de |d'|du |of |at )?(?:la |le |l'|the )?⟨[OXF])"
)
_WITH = Expression(r"(?:Avec|With|Forte? de) ⟨N\d+⟩")
_BY_SITE = Expression(
    r"[^.;:⟨⟩]{0,50}\b(?:by|at|par) (?:the |la |le |l')(?P<site>(?:[a-zà-ÿ-]+ ){0,2}?(?:factory|plant|spaceport|launch site|ground station|facility|usine|base spatiale|port spatial|centre spatial|campus))\b"
)
_PART = Expression(
    r"\b(?:[Pp]art|[Ss]hare|[Pp]oids|[Cc]elle|[Cc]elui|[Tt]hat) (?:de la |de l'|du |des |de |d'|of )(?:the )?⟨(?P<who>[LOFX]\d+)⟩[^.;⟨⟩]{0,60}(?:⟨[OLTD]\d+⟩[^.;⟨⟩]{0,30}){0,2}$"
)
_TRADE = Expression(
    r"(?:^|[;:,«\"] )(?:[Ll]e |[Ll]a |[Ll]'|[Ll]es |[Tt]he )?(?P<trade>(?:spatial(?: militaire| civil)?|filière(?: spatiale)?|secteur(?: spatial)?|industrie spatiale|exportations?|export|aérospatial|[Ss]pace(?: sector| industry)?|[Ee]xports|sector|industry|aerospace))"
    r"(?: [a-z]+ment| [a-z]+ly| alone| à (?:lui|elle) seule?)? (?:pèse|représent|f(?:ont|ait)|constitu|compt|concentr|génèr|assur|account|make|made|represent|provid|generat|contribut|employ|emploi|bring)[^.;:⟨⟩]{0,25}$"
)
_SECTOR = Expression(
    r"(?:[Ll]e |[Ll]a |[Ll]'|[Tt]he )(?P<trade>secteur(?: spatial)?|filière(?: spatiale)?|industrie spatiale|spatial|(?:space )?(?:sector|industry))\b(?! (?:de|du|des|d'|of|in)\b)"
)
_SALES_OF = Expression(
    r" (?:of the |of |du |des |de la |de l'|de )[^.;:⟨⟩]{3,40}? (?:of |at |de |d'|du |de la )(?:the |la |l'|le )?⟨(?P<who>[OXFL]\d+)⟩"
)
_OPENING = 12
_PLACED = frozenset({"companies", "establishments", "jobs"})
_IN_AREA = Expression(r" ?(?:[a-z-]+ ){0,4}(?:in|across|throughout) (?:the )⟨(?P<area>[OX]\d+)⟩(?= |[.,;])")
_WE = Expression(r"\b(?:[Nn]ous|[Ww]e)\b[^»”]{0,60}$")
_VOICE = Expression(r"[»”\"],?(?: [^.;]{0,60}?)?⟨(?P<voice>[OX]\d+)⟩(?!, ⟨O)")
_FIRMS = frozenset({"company", "model", "research", "cluster"})


def stated(document: Document, typed: Typed, at: Mention, measure: str) -> Filler | None:
    """Whom the words right beside a figure name: the doer of a passive, the other side of a comparison, an owner."""
    lead, behind = typed.before(at), typed.after(at)
    if beside := _beside(typed, at, measure):
        return filler("subject", beside)
    if nation := next((m for m in typed.of_kind("OX") if m.name in NATIONS and m.end <= at.start), None):
        return Filler("subject", NATIONS[nation.name], nation.start, nation.end)
    if measure == "share":
        return _shared(document, typed, lead, behind)
    if measure not in {"jobs", "revenue"}:
        return None
    named = _DOER.match(behind) or _OWNED.match(lead)
    owner = _marked(typed, next(g for g in named.groups() if g)) if named else None
    if owner is None or (owner.kind == "L" and owner.sort != "model"):
        return None
    return filler("subject", owner)


def _beside(typed: Typed, at: Mention, measure: str) -> Mention | None:
    """Who is on the other side of a comparison, an area that firms are in, the firm that says "we"."""
    lead, behind = typed.before(at), typed.after(at)
    if _AGAINST.search(lead) and (there := _THERE.match(behind)):
        return _marked(typed, there["there"])
    area = _IN_AREA.match(behind) if measure in _PLACED else None
    if area and not any(m.end < at.start for m in typed.of_kind("OLFX")):
        return _marked(typed, area["area"])
    voice = _VOICE.search(behind) if measure == "jobs" and _WE.search(lead) else None
    speaker = _marked(typed, voice["voice"]) if voice else None
    return speaker if speaker is not None and speaker.sort in {"company", "model", "research"} else None


def _shared(document: Document, typed: Typed, lead: str, behind: str) -> Filler | None:
    """Who has a share: the part's own owner, the trade that a sentence opens with, the firm whose sales are shared."""
    if part := _PART.search(lead):
        return filler("subject", _marked(typed, part["who"]))
    if trade := _TRADE.search(lead):
        return worded("subject", document, typed, trade.span("trade"))
    previous = next(earlier(document, typed), None) if OPENING_PRONOUN.match(typed.string) else None
    if previous is not None and (trade := _SECTOR.match(previous.string)):
        return worded("subject", document, previous, trade.span("trade"))
    firm = _SALES_OF.match(behind) if len(lead) < _OPENING else None
    owner = _marked(typed, firm["who"]) if firm else None
    return filler("subject", owner) if owner is not None and owner.sort in {"company", "model"} else None


def stands_for(typed: Typed, at: Mention) -> bool:
    """Whether a clause before a figure is about "l'entreprise de Vendôme" or "the Glasgow firm"."""
    return bool(_STANDS_FOR.search(typed.before(at)))


def meant(document: Document, typed: Typed, at: Mention) -> Filler | None:
    """The firm that "l'entreprise de Castanet" or "the Bristol company" stands for: the one named last."""
    lead = typed.before(at)
    nouns = list(_STANDS_FOR.finditer(lead))
    if not nouns:
        return None
    place = nouns[-1].start()
    here = [m for m in _firms(typed) if typed.position(m) < place]
    if here:
        return filler("subject", here[-1])
    for previous in earlier(document, typed):
        if raw := raw_name(document, previous):
            return raw
        found = [m for m in _firms(previous) if not m.nominal]
        if found:
            leading = [m for m in found if leads(previous, m)]
            plain = [m for m in found if not oblique(previous, m) and not AT.search(previous.before(m))]
            return filler("subject", (leading or plain or found)[0])
    return None


def unknown(document: Document, typed: Typed, at: Mention, measure: str) -> Filler | None:
    """A name that opens its sentence, which no list knows, or an unnamed site there: "La base spatiale emploie"."""
    if measure not in {"jobs", "revenue", "rank"}:
        return None
    if raw := raw_name(document, typed):
        return raw if raw.end <= at.start else None
    lead = typed.string if _WITH.match(typed.string) else typed.before(at)
    if site := _SITE.match(lead):
        told = context(document, typed, measure)
        if told is not None and any(m.kind in "OF" and m.name == told.value for m in document.mentions):
            return told
        return worded("subject", document, typed, site.span("site"))
    behind = typed.after(at)
    if measure == "jobs" and (site := _BY_SITE.match(behind)):
        offset = len(typed.string) - len(behind)
        return worded("subject", document, typed, (offset + site.start("site"), offset + site.end("site")))
    return None


def raw_name(document: Document, typed: Typed) -> Filler | None:
    """The capitalised words that a sentence opens with, before a verb of having or doing."""
    match = _RAW.match(typed.string)
    if match is None or _NO_NAME.match(match["raw"]):
        return None
    if match["raw"].isalpha() and model.common(match["raw"], document.language):
        return None
    return worded("subject", document, typed, match.span("raw"))


def _firms(typed: Typed) -> Iterator[Mention]:
    return (m for m in typed.mentions if m.kind in "OXSL" and m.sort in _FIRMS)


def _marked(typed: Typed, mark: str) -> Mention:
    return typed.mentions[int(mark[1:])]
