"""Between whom an agreement is: the parties that a sentence names."""

from __future__ import annotations

import re

from kg.extraction.document import Document
from kg.extraction.mention import Mention
from kg.extraction.typed import MARK, Typed, compiled

WORD = (
    r"(?<![\w-])(?:conventions?(?:-cadre| tripartite| stratégique| de partenariat| pluriannuelle| d'objectifs)?|accords?(?:-cadre| de partenariat| de coopération| de consortium)?|"
    r"partenariats?(?: stratégique| industriel| public-privé)?|protocoles? (?:d'accord|d'entente)|lettres? (?:d'intention|d'engagement)|charte|mémorandum|contrat de (?:filière|plan|site)|"
    r"memorand(?:um|a) of understanding|MoU|agreements?|partnerships?(?: agreement)?|framework agreement|declaration of intent|letter of intent|déclaration d'intention)(?![\w-])"
)
AGREEMENT = re.compile(WORD, re.IGNORECASE)
_SIGN = re.compile(
    r"sign|conclu|noué|scell|renouvel|paraph|lie\b|liant|liés?|renforc|entre |between|prévoit|agreed|ratifi",
    re.IGNORECASE,
)
_TWO = (
    compiled(rf"{WORD}[^.;⟨⟩]{{0,60}} (?:entre|between|liant|associant|unissant|qui lie|qui unit|linking)(?: désormais)? {{det}}<party:OL+>(?: (?:à|avec|with|et|and) {{det}}<party2:OL+>)?"),
    compiled(rf"{WORD}[^.;⟨⟩]{{0,60}} (?:conclue?|passée?|signée?|nouée?|reached|signed|concluded) (?:par|by) {{det}}<party:O>(?:[^.;⟨⟩]{{0,30}}) (?:avec|with) {{det}}<party2:O+>"),
    compiled(rf"<party:OL+>[^.;⟨⟩]{{0,90}}(?:sign\w+|conclu\w*|nou[ée]\w*|renouvel\w+|scell\w+|ratifi\w+|entered into|agreed)[^.;⟨⟩]{{0,60}}{WORD}[^.;⟨⟩]{{0,60}}(?:avec|with) {{det}}<party2:OL+>"),
    compiled(rf"<party:OL+> (?:ont |viennent de |vont |have |will |renforcent |renouvellent |signent |sign )(?:[^.;⟨⟩]{{0,40}} )?(?:{WORD}|(?:signé|conclu|noué|renouvelé|scellé|signer|conclure|signed|concluded|agreed|renewed)[^.;⟨⟩]{{0,60}}{WORD})"),
    compiled(rf"<party:O> (?:et|and|&) (?:la |le |l'|les |the )?<party2:O> [^.;⟨⟩]{{0,60}}{WORD}"),
    compiled(rf"<party:OL+>[^.;⟨⟩]{{0,60}} (?:ont|a|have|has) (?:chacune? |each |all |également |aussi )?(?:une |un |des |an? )(?:nouvelle? |new )?{WORD} (?:avec|with) {{det}}<party2:OL+>"),
    compiled(rf"<party:OL+>[^.;⟨⟩]{{0,60}} (?:pour signer|de signer|to sign|signaient|signeront|ont paraphé)[^.;⟨⟩]{{0,40}}{WORD}"),
    compiled(rf"{WORD} <party:OL> ?[/-] ?<party2:OL>"),
)  # fmt: skip
_WITH = compiled(rf"{WORD}[^.;⟨⟩]{{0,40}} (?:avec|with) {{det}}<party:O+>")


def named(document: Document, typed: Typed) -> list[Mention]:
    """The parties of the agreement that the sentence speaks of, each once; fewer than two where it names no agreement."""
    if not AGREEMENT.search(typed.string):
        return []
    best: list[Mention] = []
    for pattern in _TWO:
        for match in pattern.finditer(typed.string):
            found = [
                typed.mentions[int(m["number"])]
                for words in match.groupdict().values()
                if words
                for m in MARK.finditer(words)
            ]
            distinct = list({m.name: m for m in found}.values())
            if len(distinct) > len(best):
                best = distinct
        if len(best) > 1:
            return best
    if together := _WITH.search(typed.string):
        others = [typed.mentions[int(m["number"])] for m in MARK.finditer(together["party"])]
        return [*_first_party(document, typed, others), *others]
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
        return earlier[-1:]
    main = document.main("O")
    return [main] if main is not None and main.name not in names else []
