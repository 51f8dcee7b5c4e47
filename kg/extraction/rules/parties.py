"""Between whom an agreement is: the parties that a sentence names."""

from __future__ import annotations

import re

from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.mention import Mention
from kg.extraction.rules.clauses import OPENING_PRONOUN, topic
from kg.extraction.typed import Typed, compiled

WORD = (
    r"(?<![\w-])(?:conventions?(?:-cadre| tripartite| stratégique| de partenariat| pluriannuelle| d'objectifs)?|accords?(?:-cadre| de partenariat| de coopération| de consortium)?|"
    r"partenariats?(?: stratégique| industriel| public-privé)?|protocoles? (?:d'accord|d'entente)|lettres? (?:d'intention|d'engagement)|charte|avenants?|bail(?: à construction| emphytéotique)?|ententes?(?: de coopération)?|pacte|mémorandum(?: d'entente)?|contrat de (?:filière|plan|site|partenariat)|contrats?-cadres?|accord cadre|co-?entreprise|"
    r"memorand(?:um|a) of understanding|MoU|agreements?|partnerships?(?: agreement)?|framework agreement|declaration of intent|letters? of intent|(?:framework |teaming |licen[cs]e |cooperation |partnership )?contracts? (?=between)|leases?|pacts?|joint ventures?|m[ée]morandum|tie-ups?|memorandum of cooperation|heads of terms|protocols? |(?:[a-z]+ )?deals?|compact|charter |déclaration d'intention)(?![\w-])"
)
AGREEMENT = Expression(WORD, re.IGNORECASE)
_SIGN = Expression(
    r"sign|conclu|noué|scell|renouvel|paraph|lie\b|liant|liés?|renforc|entre |between|prévoit|agreed|ratifi",
    re.IGNORECASE,
)
_TWO = (
    compiled(rf"{WORD}[^.;⟨⟩]{{0,60}} (?:entre|between|liant|associant|unissant|qui lie|qui unit|linking)(?: désormais)? {{who}}<party:OL+>(?: (?:à|avec|with|et|and) {{who}}<party2:OL+>)?"),
    compiled(rf"{WORD}[^.;⟨⟩]{{0,60}} (?:conclue?|passée?|signée?|nouée?|reached|signed|concluded) (?:par|by) {{who}}<party:O>(?:[^.;⟨⟩]{{0,30}}) (?:avec|with) {{who}}<party2:O+>"),
    compiled(rf"<party:OL+>[^.;⟨⟩]{{0,90}}(?:sign\w+|conclu\w*|nou[ée]\w*|renouvel\w+|scell\w+|ratifi\w+|entered into|agreed)[^.;⟨⟩]{{0,60}}{WORD}[^.;⟨⟩]{{0,60}}(?:avec|with) {{who}}<party2:OLF+>"),
    compiled(rf"<party:OL+> (?:ont |viennent de |vont |have |will |renforcent |renouvellent |signent |sign )(?:[^.;⟨⟩]{{0,40}} )?(?:{WORD}|(?:signé|conclu|noué|renouvelé|scellé|signer|conclure|signed|concluded|agreed|renewed)[^.;⟨⟩]{{0,60}}{WORD})"),
    compiled(rf"<party:OF> (?:et|and|&) (?:la |le |l'|les |the )?<party2:OF> [^.;⟨⟩]{{0,60}}{WORD}"),
    compiled(rf"<party:OL+>[^.;⟨⟩]{{0,60}} (?:ont|a|have|has) (?:chacune? |each |all |également |aussi )?(?:une |un |des |an? )(?:nouvelle? |new )?{WORD} (?:avec|with) {{who}}<party2:OL+>"),
    compiled(rf"<party:OL+>[^.;⟨⟩]{{0,60}} (?:pour signer|de signer|to sign|signaient|signeront|ont paraphé)[^.;⟨⟩]{{0,40}}{WORD}"),
    compiled(rf"(?:ont|have|has|a) (?:déjà |already |chacune? )?(?:signé |conclu |passé |signed )?(?:un |une |an? )?{WORD}[^.;:⟨⟩]{{0,30}} (?:avec|with) {{who}}<party:O> ?: {{who}}<party2:O+>(?:, (?:dont|whose) (?:[^.;]{{0,80}}), et {{det}}(?P<party3>⟨O\d+⟩))?"),
    compiled(rf"{WORD}[^.;⟨⟩]{{0,40}} (?:que |qu')(?:[^.;⟨⟩]{{0,12}} )?{{who}}<party:O+>[^.;⟨⟩]{{0,80}}(?:sign|conclu|pass[eé]|nou[eé]|scell)\w*[^.;⟨⟩]{{0,30}} (?:avec|with) {{who}}<party2:O+>"),
    compiled(rf"{WORD}[^.;⟨⟩]{{0,40}} (?:que |qu'){{who}}<party:OL+> (?:ont|viennent de|vont) (?:[a-zà-ÿ]+ )?(?:sign|conclu|pass|nou|scell|paraph)"),
    compiled(rf"{WORD} <party:OL> ?[/-] ?<party2:OL>"),
    compiled(rf"{WORD}[^.;⟨⟩]{{0,60}} (?:conclue?|passée?|signée?|nouée?|paraphée?|reached|signed|concluded|agreed)[^.;⟨⟩]{{0,30}} (?:par|by) {{who}}<party:OLF+>"),
    compiled(rf"<party:O>(?:[^.;⟨⟩]|⟨L\d+⟩){{0,80}} {{who}}<party2:O+>,? (?:avec|with) (?:lequel|laquelle|lesquels|qui|which|whom)[^.;⟨⟩]{{0,60}}{WORD}"),
    compiled(rf"<party:OL+>[^.;⟨⟩]{{0,60}} (?:work(?:ing)? together|collaborat\w+|co-?operat\w+|travailler(?:ont)? ensemble|collaborer|coopérer|join(?:ing)? forces)[^.;⟨⟩]{{0,60}}{WORD}"),
    compiled(rf"<party:OL+>[^.;⟨⟩]{{0,60}} (?:liée?s?|unie?s?|bound|linked) (?:à |au |aux |to ){{who}}<party2:OL+> (?:par|by) (?:une |un |an? )?{WORD}"),
    compiled(rf"<party:OL+>,? (?:et|and) {{who}}<party2:O+>(?:[^.;⟨⟩]|⟨[DN]\d+⟩){{0,60}} (?:sign\w+|scell\w+|conclu\w*|renouvel\w+|prolong\w+|reconduis\w+|paraph\w+)[^.;⟨⟩]{{0,50}}{WORD}"),
)  # fmt: skip
_AGREED = (
    compiled(r"(?:<party:OL+>)?[^.;⟨⟩]{0,40}(?:s'est|se sont|vient de s'|viennent de s') ?[^.;⟨⟩]{0,30}(?:entend(?:re|ue?s?)|mise?s? d'accord) (?:avec|sur [^.;⟨⟩]{3,40} avec) {who}<party2:O+>(?: ?: {who}<party3:O+>)?"),
    compiled(r"<party:O+>[^.;⟨⟩]{0,30} (?:a|ont|vient de|viennent de|has|have) (?:[a-zà-ÿ]+ )?(?:sign(?:é|er|ed)|contractualis(?:é|er)|conclu(?:re)?) (?:avec|with) {who}<party2:O+>"),
)  # fmt: skip
"""Agreements told by a verb alone."""
_PARTNERED = (
    compiled(r"<party:O>[^.;⟨⟩]{0,60} (?:s'est|se sont|s'|s'être|vient de s'|viennent de s'|va s'|vont s') ?(?:associ|alli)(?:e|ent|ée?s?|er) (?:à|au|aux|avec) {who}<party2:O+>"),
    compiled(r"<party:O>[^.;⟨⟩]{0,60} (?:fait|font|a fait|ont fait|va faire) (?:équipe|cause commune|alliance) avec {who}<party2:O+>"),
    compiled(r"<party:O>[^.;⟨⟩]{0,60} (?:has |have |is |are |will be )?(?:(?:team(?:s|ed|ing)?(?: up)?|partner(?:s|ed|ing)?|all(?:ies|ied)|joined forces|joining forces|tied up|struck a deal|signed up) with) {who}<party2:O+>"),
    compiled(r"<party:OF>[^.;⟨⟩]{0,20} (?:has |have |had )?signed up {who}<party2:O+>"),
    compiled(r"<party:O>[^.;⟨⟩]{0,60} (?:a|ont|has|have) {who}<party2:O+> (?:for|as|pour|comme) (?:a |its |an |the )?(?:[a-zà-ÿ]+ )?(?:partner|partners|partenaires?)\b"),
    compiled(r"<party:O>[^.;⟨⟩]{0,60} (?:a|ont) (?:pris )?(?:pour|comme) partenaires? {who}<party2:O+>"),
    compiled(r"<party:O>[^.;⟨⟩]{0,60} (?:rents?|leases?|loue(?:nt)?)[^.;⟨⟩]{0,30} (?:from|à|auprès d[eu'] ?) ?{who}<party2:O+>"),
)  # fmt: skip
"""Partners told by a verb or by the noun alone."""
_WITHOUT_SUBJECT = compiled(
    r"(?:^|[ ,])(?:(?:a|has|have|ont) (?:[^.;⟨⟩]{0,10} )?{who}<party:O> (?:for|as|pour|comme) (?:a |its |an |the )?(?:[a-zà-ÿ]+ )?(?:partner|partners|partenaires?)\b)"
)
_SIGNERS = compiled(r"(?:{title},? {de}{the}|qui (?:préside|dirige) {the})(?P<party>⟨O\d+⟩)")
HAVE_SIGNED = Expression(
    r"(?:\b(?:ont|a|viennent de|vient de|vont|have|has)\b[^.;⟨⟩]{0,30}(?:sign|paraph|scell|conclu|renouvel|prolong)|\bsigned\b)",
    re.IGNORECASE,
)
_AMONG = Expression(
    r"tripartite|quadripartite|(?:les|ces|the|these) (?:⟨N\d+⟩|deux|trois|quatre|two|three) (?:partenaires|parties|signataires|partners|sociétés|entreprises|groupes|industriels|agences|organismes|institutions|établissements|structures|maisons|acteurs|companies|firms|agencies|sides|organisations|organizations)|^(?:Ils|Elles|They)\b|\bles (?:unit|lie)\b|\bleur (?:partenariat|accord|convention)",
    re.IGNORECASE,
)
_SITED = Expression(
    r"(?<=[\w⟩])(?<!lié)(?<!liée)(?<!liés)(?<!liées)(?<!unis)(?<!unies)(?<!associé)(?<!associée),? (?:(?:based|located|headquartered|settled|basée?s?|installée?s?|implantée?s?|située?s?) )?(?:in|at|near|à|près de) ⟨L\d+⟩,?(?= )",
    re.IGNORECASE,
)
"""Where a body named before is."""
_NUMBERS = {"deux": 2, "two": 2, "trois": 3, "three": 3, "tri": 3, "quat": 4, "quad": 4}
_WITH = compiled(rf"{WORD}[^.;⟨⟩]{{0,40}} (?:avec|with) {{who}}<party:OF+>")


def named(document: Document, typed: Typed) -> list[Mention]:
    """The parties of the agreement that the sentence speaks of, each once; fewer than two where it names no agreement."""
    if not AGREEMENT.search(typed.string):
        return _agreed(document, typed)
    if len(between := _between(typed, _SITED.sub("", typed.string))) > 1:
        return between
    if len(heads := signing(typed)) > 1:
        return heads
    if together := _WITH.search(typed.string):
        others = typed.marked(together["party"])
        return [*_first_party(document, typed, others), *others]
    return _among(document, typed)


def _between(typed: Typed, told: str) -> list[Mention]:
    """Those between whom an agreement is, by the words of a sentence; those that say where each is may be left out."""
    best: list[Mention] = []
    for pattern in _TWO:
        for match in pattern.finditer(told):
            found = [m for words in match.groupdict().values() for m in _bodies(typed, words or "")]
            distinct = list({m.name: m for m in found}.values())
            if len(distinct) > len(best):
                best = distinct
        if len(best) > 1:
            break
    return best


def _agreed(document: Document, typed: Typed) -> list[Mention]:
    """The parties of an agreement that a verb tells: "Quatre se sont entendus avec A : B, C, D et E"."""
    if OPENING_PRONOUN.match(typed.string) and (match := _WITHOUT_SUBJECT.search(typed.string)):
        others = _bodies(typed, match["party"])
        subject = topic(document, typed, lambda m: m.kind == "O")
        return [subject, *others] if subject and subject.name not in {m.name for m in others} else []
    for pattern in (*_AGREED, *_PARTNERED):
        for match in pattern.finditer(typed.string):
            found = [m for words in match.groupdict().values() for m in _bodies(typed, words or "")]
            if len(distinct := list({m.name: m for m in found}.values())) > 1:
                return distinct
    return []


def _first_party(document: Document, typed: Typed, others: list[Mention]) -> list[Mention]:
    names = {o.name for o in others}
    before = [m for m in typed.mentions if m.kind == "O" and m.end <= others[0].start and m.name not in names]
    if before:
        return before[:1]
    earlier = [
        m
        for m in document.mentions
        if m.kind == "O"
        and m.end <= typed.sentence.start
        and m.name not in names
        and typed.sentence.start - m.end < 500
    ]
    if typed.sentence.kind == "bullet" and earlier:
        leading = [t for t in document.prose if t.sentence.end <= typed.sentence.start and t.sentence.kind != "bullet"]
        return [m for m in earlier if leading and leading[-1].sentence.start <= m.start < leading[-1].sentence.end][
            :1
        ] or earlier[-1:]
    main = document.main("O")
    return [main] if main is not None and main.name not in names else []


def _bodies(typed: Typed, words: str) -> list[Mention]:
    return [m for m in typed.marked(words) if m.kind in "OLF"]


def signing(typed: Typed) -> list[Mention]:
    """The bodies whose heads sign: "le président de A et la directrice de B ont signé un accord"."""
    signed = HAVE_SIGNED.search(typed.string)
    if signed is None:
        return []
    heads = _SIGNERS.finditer(typed.string, 0, signed.start())
    found = [m for h in heads for m in typed.marked(h["party"])]
    return list({m.name: m for m in found}.values())


def _among(document: Document, typed: Typed) -> list[Mention]:
    """The parties named just before, where the sentence only counts them: "une convention tripartite", "les deux partenaires"."""
    counted = _AMONG.search(typed.string)
    if counted is None:
        return []
    wanted = next((n for word, n in _NUMBERS.items() if word in counted.group().lower()), 2)
    if (mark := re.search(r"⟨N(\d+)⟩", counted.group())) and (value := typed.mentions[int(mark[1])].value):
        wanted = int(value.number or 2)
    between = re.search(r"\b(?:entre|between|by) (?:les|ces|the|these) ", typed.string) is not None
    before = [t for t in document.prose if t.sentence.end <= typed.sentence.start]
    if between:
        near = ({m.name: m for m in t.of_kind("O") if m.sort != "media"} for t in reversed(before[-4:]))
        return next((list(found.values()) for found in near if len(found) == wanted), [])
    reach = 1 if wanted == _NUMBERS["deux"] else 4
    before = before[-reach:]
    found = {m.name: m for t in before for m in t.mentions if m.kind == "O"}
    return list(found.values()) if len(found) == wanted else []
