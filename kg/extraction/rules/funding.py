"""Money: how much, from whom, to whom, for what, and what kind of payment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler, Frame, Value
from kg.extraction.mentions import Mention
from kg.extraction.typed import MARK, Typed, compiled

_NOT_FUNDING = re.compile(
    r"chiffres? d'affaires|\bCA\b|\brevenues?\b|\brevenus\b|turnover|\bsales\b|\bventes\b|\bexport|\bcoût unitaire|\bprix\b|loyer|salaire|valoris|valued|"
    r"\bmarché (?:mondial|de la|du|spatial|européen|estimé|de l')|global market|\bbénéfice|\bpertes?\b|\brecettes\b|amende|économi[es]|retombées|worth of|billets?\b|tarif|gagner|"
    r"\bpèse|valeur ajoutée|\bGDP\b|\bPIB\b|\bGVA\b|carnet de commandes|order book|dettes?\b|facture",
    re.IGNORECASE,
)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words, re.IGNORECASE))
    for kind, words in (
        ("contract", r"\bcontrats?\b|\bcommandes?\b|\bcontracts?\b|\border(?:s|ed)?\b|marché public|appel d'offres"),
        (
            "investment",
            r"invest|lev(?:é|ée|er|ait)\b|levées? de fonds|\blève|tour de table|\bcapital\b|\brounds?\b|\brais(?:e|es|ed|ing)\b|actionnaire|obligations|prêt\b|emprunt|"
            r"\bcoût(?:e|era|ait)?\b|\bcosts?\b|injecte|rachat|acqui",
        ),
        (
            "envelope",
            r"enveloppe|\bdotée?s?\b|dotation|\bbudget|\bplan\b|feuille de route|stratégi|mobilis|\bfonds\b|package|\bfund\b|appel à projets|appels à projets|consacr|"
            r"programme|\bsur \d+ ans|crédits|réserv|endowed|\bpot\b|earmark|alloué|allocat|débloqu|financements\b",
        ),
        (
            "contribution",
            r"subvention|\baides?\b|soutien|souten|à hauteur d|contribu|financ|apport|participation|particip|cofinanc|\bgrants?\b|\bfund(?:ed|ing|s)\b|support|"
            r"vers[ée]|accord|bénéfici|abond|octroy|attribu|remis|souscri|subscri|award|reçu|received|provid|\bput\b|goes to|mécénat|don\b|dons\b",
        ),
    )
)
_ACTIVE = (
    r"(?:a |ont |va |vont |doit |prévoit d[e'] ?|prévoient d[e'] ?|compte |entend |veut |souhaite |qui |y |s'est engagée? à |a décidé d[e'] ?|a prévu d[e'] ?|plans to |will |is |are |has |have |to |also |également |ainsi |notamment |déjà |already |aussi |en |lui |leur |conjointement ){0,5}"
    r"(?:invest\w*|financ\w*|apport\w*|consacr\w*|mobilis\w*|allou\w*|débloqu\w*|vers\w*|accord\w*|souti\w*|souten\w*|particip\w*|contribu\w*|injecte\w*|attribu\w*|engag\w*|octroy\w*|"
    r"met\w*|mis\w*|remis\w*|abond\w*|dépens\w*|prévoi\w*|vot\w*|affect\w*|réserv\w*|put\w*|provid\w*|award\w*|grant\w*|fund\w*|spend\w*|commit\w*|pledg\w*|back\w*|support\w*|subscrib\w*|souscri\w*|donn\w*|alloc\w*|doubl\w*)"
)
_FUNDER_BEFORE = compiled(rf"<funder:OL+>(?: \([^()]{{1,30}}\))?,? (?:[^.;⟨⟩]{{0,60}} )?{_ACTIVE}[^.;]{{0,90}}$")
_FUNDER_BY = compiled(
    r"^[^.;]{0,110}?(?:\bpar|\bby|de la part d[eu']|provenant d[eu']|issus? d[eu']|from|versée?s? par|apportée?s? par|financée?s? (?:par|à [^.;]{0,20} par)|funded by|auprès d[eu']|signé avec|apportés par|en provenance d[eu']) ?{det}<funder:OLT+>"
)
_FUNDER_BY_BEFORE = compiled(
    r"(?:financée?s?|soutenue?s?|accompagnée?s?|subventionnée?s?|cofinancée?s?|portée?s?|aidée?s?|funded|supported|backed|awarded|accordée?s?|allouée?s?|dotée?s?|attribuée?s?|versée?s?|votée?s?) (?:[^.;⟨⟩]{0,30} )?(?:par|by) {det}<funder:OLT+>[^.;]{0,70}$"
)
_FUNDER_OF = compiled(r"(?:subvention|aide|soutien|contribution|participation|enveloppe|dotation|financement|apport|budget|concours|commande|contrat|contract|grant|funding|support|investissement|investment) (?:[a-zà-ÿ]+ )?(?:de la |de l'|du |des |de |d'|from the |from |of the |of |by the |by |avec le |avec la |avec |with )<funder:OL+>[^.;⟨⟩]{0,40}$")
_FUNDER_OF_AFTER = compiled(r"^ (?:d'aides? |de subventions? |de financements? |de fonds |d'investissements? |de crédits |of funding |grant |in grants |contract |award )?(?:de la |de l'|du |des |de |d'|from the |from )<funder:O+>")
_RAISED = compiled(r"<recipient:O>[^.;]{0,80}(?:\blev(?:é|er|ée|ait)|\blève|\brais(?:ed|es|ing|e)\b|bouclé|levée de fonds|tour de table|bénéfici\w*|reç(?:u|oit|oivent)|obten\w*|décroch\w*|touch\w*|received|secured|won|landed|s'est vu \w+|remport\w*|got|signé)[^.;⟨⟩]{0,60}(?:⟨[DN]\d+⟩[^.;⟨⟩]{0,30})?$")
_RECIPIENT_AFTER = compiled(
    r"^ (?:[^.;⟨⟩]{0,60} )?(?:à destination d[eu']|au profit d[eu']|au bénéfice d[eu']|en faveur d[eu']|destinée?s? (?:à|aux|au)|pour|for|to|into|towards|à|au|aux|dans|in) ?{det}<recipient:OTSFE+>"
)
_RECIPIENT_WORDS = compiled(
    r"^ (?:[^.;⟨⟩,]{0,30} )?(?:à destination|au profit|au bénéfice|en faveur) (?:de la |de l'|des |du |de |d')(?P<recipient>[a-zà-ÿ][^.;:,⟨⟩()«»]{4,50})|^ (?:[^.;⟨⟩,]{0,40} )?(?:versée?s?|destinée?s?|accordée?s?|attribuée?s?|distribuée?s?|awarded|given) (?:à la |à l'|aux |au |à |to the |to )(?P<recipient2>(?!⟨)[a-zà-ÿ][^.;:,⟨⟩()«»]{3,50})"
)
_RECIPIENT_BEFORE = compiled(r"<recipient:TSFEGO>[^.;⟨⟩]{0,60}(?:est |sera |is |will be |a été )?(?:dotée?|soutenue?|financée?|accompagnée?|subventionnée?|aidée?|cofinancée?|funded|backed|supported|endowed|budgétée?|chiffrée?)[^.;]{0,60}$")
_PURPOSE = compiled(
    r"^ ?(?:[^.;:⟨⟩,]{0,25})?(?:pour|afin d[e']|visant à|destinée?s? à|servira à|serviront à|permettra d[e']|permettront d[e']|en vue d[e']|consacrée?s? (?:à|aux|au)|to|for|in order to) ?(?P<purpose>(?!⟨)[a-zà-ÿ'][^.;:()«»]{8,90})"
)
_PURPOSE_TO = compiled(r"^ (?:[^.;:⟨⟩]{0,40} )?(?:sont|est|seront|sera|go(?:es)?) (?:consacrée?s?|dédiée?s?|affectée?s?|to) (?:[^.;:⟨⟩]{0,30} )?(?:à la |à l'|aux |au |à |the )(?P<purpose>[a-zà-ÿ][^.;:()«»]{8,80})")
_PERIOD_BEFORE = re.compile(r"(?:sur|pour|pour la période|entre|durant|sur la période|for|over|from)? ?$")


def find(document: Document) -> Iterator[Frame]:
    """A frame for each amount that someone pays, promises or sets aside."""
    for typed in document.prose:
        for mention in typed.of_kind("M"):
            before, after = _around(typed, mention)
            if _NOT_FUNDING.search(before[-70:]) or _NOT_FUNDING.match(re.sub(r"^ ?(?:de |d'|of |in |annuels? )*", "", after)) or _label_excludes(typed):
                continue
            yield _frame(document, typed, mention, before, after)


def _label_excludes(typed: Typed) -> bool:
    return bool(typed.sentence.label and _NOT_FUNDING.search(typed.sentence.label))


def _around(typed: Typed, mention: Mention) -> tuple[str, str]:
    at = typed.position(mention)
    return typed.string[:at], typed.string[typed.string.index("⟩", at) + 1 :]


def _frame(document: Document, typed: Typed, mention: Mention, before: str, after: str) -> Frame:
    kind, near = _kind(typed, before, after)
    number = mention.value.number if mention.value else None
    amount: Value = 0 if number is None else int(number) if number == number.to_integral_value() else float(number)
    currency = (mention.value.currency if mention.value else None) or "EUR"
    at = (mention.start, mention.end)
    fillers = [Filler("amount", amount, *at), Filler("currency", currency, *at), Filler("kind", kind, *at)]
    recipients = list(_recipients(document, typed, mention, before, after, kind))
    taken = {f.value for f in recipients}
    funders = [f for f in _funders(document, typed, before, after, kind) if f.value not in taken]
    fillers += [*funders, *recipients, *_purpose(document, typed, mention, after), *_dates(typed, mention, kind)]
    return Frame("Funding", tuple(fillers), f"funding.{kind}" if near else "funding.unmarked")


def _kind(typed: Typed, before: str, after: str) -> tuple[str, bool]:
    """The kind whose words stand nearest to the amount; what precedes counts a little more than what follows."""
    best, distance = "contribution", 1000.0
    for kind, pattern in _KINDS:
        for match in pattern.finditer(before):
            gap = len(before) - match.end()
            if gap < distance and gap < 110:
                best, distance = kind, gap
        match = pattern.search(after)
        if match and match.start() * 1.2 + 5 < distance and match.start() < 90:
            best, distance = kind, match.start() * 1.2 + 5
    return best, distance < 1000


def _clause(before: str) -> str:
    return re.split(r"[;:] ", before)[-1]


def _mentions(typed: Typed, match: re.Match[str], group: str) -> list[Mention]:
    return [typed.mentions[int(m["number"])] for m in MARK.finditer(match[group] or "")]


def _funders(document: Document, typed: Typed, before: str, after: str, kind: str) -> Iterator[Filler]:
    clause = _clause(before)
    raised = _RAISED.search(clause)
    for pattern, words in ((_FUNDER_BY, after), (_FUNDER_BY_BEFORE, clause), (_FUNDER_OF, clause), (_FUNDER_OF_AFTER, after), (_FUNDER_BEFORE, clause)):
        if pattern is _FUNDER_BEFORE and raised:
            continue
        if match := pattern.search(words):
            found = [m for m in _mentions(typed, match, "funder") if not (m.kind == "L" and m.sort in {"commune", "city", "department"}) and m.kind in "OLT"]
            if found:
                yield from (filler("funder", m) for m in found)
                return
    if re.search(r"régional", before + after) and (region := _authority(document)):
        yield filler("funder", region)


def _authority(document: Document) -> Mention | None:
    return next((m for m in document.mentions if m.kind == "O" and m.name.startswith("Région ")), None)


def _recipients(document: Document, typed: Typed, mention: Mention, before: str, after: str, kind: str) -> Iterator[Filler]:
    clause = _clause(before)
    if kind != "envelope" and (match := _RAISED.search(clause)):
        yield from (filler("recipient", m) for m in _mentions(typed, match, "recipient"))
        return
    if match := _RECIPIENT_BEFORE.search(clause):
        yield from (filler("recipient", m) for m in _mentions(typed, match, "recipient"))
        return
    if match := _RECIPIENT_AFTER.search(after):
        yield from (filler("recipient", m) for m in _mentions(typed, match, "recipient"))
        return
    if match := _RECIPIENT_WORDS.search(after):
        group = "recipient" if match["recipient"] else "recipient2"
        start = typed.origin(len(typed.string) - len(after) + match.start(group))
        words = match[group].strip()
        yield Filler("recipient", words, start, start + len(words))


def _purpose(document: Document, typed: Typed, mention: Mention, after: str) -> Iterator[Filler]:
    if match := _PURPOSE_TO.search(after) or _PURPOSE.search(after):
        base = len(typed.string) - len(after)
        start, end = typed.origin(base + match.start("purpose")), typed.origin(base + match.end("purpose"))
        words = re.split(r",| d'ici| avant | qui | dont ", document.text[start:end])[0].strip()
        if len(words) > 6:
            yield Filler("purpose", words, start, start + len(words))


def _dates(typed: Typed, mention: Mention, kind: str) -> Iterator[Filler]:
    for day in typed.of_kind("D"):
        if day.value is None or not day.value.earliest:
            continue
        between = typed.string[min(typed.position(day), typed.position(mention)) : max(typed.position(day), typed.position(mention))]
        if ";" in between or between.count("⟨M") > 1 or len(between) > 150:
            continue
        lead = typed.string[: typed.position(day)][-25:]
        if day.value.kind == "period" and day.value.latest != day.value.earliest:
            yield Filler("start", day.value.earliest, day.start, day.end)
            yield Filler("end", day.value.latest or "", day.start, day.end)
            return
        if re.search(r"(?:d'ici(?: à| fin)?|jusqu'en|jusqu'à fin|à l'horizon|horizon|by|until|by the end of) $", lead):
            yield Filler("end", day.value.latest or day.value.earliest, day.start, day.end)
            return
        if re.search(r"(?:[Ee]n|[Dd]ès|[Ll]e|[Dd]epuis|[Ii]n|[Oo]n|à partir de|since|from|fin|début|au mois de) $|^$", lead) and not re.search(r"(?:créée?|fondée?|lancée?|founded|born|née?) (?:en|in|le) $", lead):
            yield Filler("start", day.value.earliest, day.start, day.end)
            return
