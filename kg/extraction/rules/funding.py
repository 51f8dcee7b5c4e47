"""Money: how much, from whom, to whom, for what, and what kind of payment."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

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
        ("contract", r"\bcontrats?\b|\bcommandes?\b|\bcontracts?\b|\border(?:s|ed)?\b|marchés? publics?|appel d'offres|marché d[e']\w*[^.;]{0,60}(?:remport|attribu|décroch|confi)"),
        (
            "investment",
            r"invest|lev(?:é|és|ée|er|ait)\b|levées? de fonds|récolt|decroch|\blève|tour de table|\bcapital\b|\brounds?\b|\brais(?:e|es|ed|ing)\b|actionnaire|obligations|prêt\b|emprunt|"
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
    r"met\w*|mis\w*|remis\w*|abond\w*|dépens\w*|prévoi\w*|vot\w*|affect\w*|réserv\w*|put\w*|provid\w*|award\w*|grant\w*|fund\w*|spend\w*|commit\w*|pledg\w*|back\w*|support\w*|subscrib\w*|souscri\w*|donn\w*|alloc\w*|doubl\w*|r?ajout\w*|add\w*)"
)
_FUNDER_BEFORE = compiled(rf"<funder:OL+>(?: \([^()]{{1,30}}\))?,? (?:[^.;⟨⟩]{{0,150}} )?{_ACTIVE}[^.;]{{0,90}}$")
_FUNDER_BY = compiled(
    r"^[^.;]{0,110}?(?:\bpar|\bby|de la part d[eu']|provenant d[eu']|issus? d[eu']|from|versée?s? par|apportée?s? par|financée?s? (?:par|à [^.;]{0,20} par)|funded by|auprès d[eu']|signé avec|apportés par|en provenance d[eu']) ?{det}<funder:OLT+>"
)
_FUNDER_BY_BEFORE = compiled(
    r"(?:financée?s?|soutenue?s?|accompagnée?s?|subventionnée?s?|cofinancée?s?|portée?s?|aidée?s?|funded|supported|backed|awarded|accordée?s?|allouée?s?|dotée?s?|attribuée?s?|versée?s?|votée?s?) (?:[^.;⟨⟩]{0,30} )?(?:par|by) {det}<funder:OLT+>[^.;]{0,70}$"
)
_FUNDER_OF = compiled(r"(?:subvention|aide|soutien|contribution|participation|enveloppe|dotation|financement|apport|budget|concours|commande|contrat|contract|grant|funding|support|investissement|investment) (?:[a-zà-ÿ]+ )?(?:de la |de l'|du |des |de |d'|from the |from |of the |of |by the |by |avec le |avec la |avec |with )<funder:OL+>[^.;⟨⟩]{0,40}$")
_FUNDER_OF_AFTER = compiled(r"^ (?:d'aides? |de subventions? |de financements? |de fonds |d'investissements? |de crédits |of funding |grant |in grants |contract |award )?(?:de la |de l'|du |des |de |d'|from the |from )<funder:O+>")
_RAISED_AFTER = compiled(r"^ ?(?:d'euros )?(?:qu'(?:a|avait|ont|avaient) |que vient de |that )(?:lev\w+|obten\w+|récolt\w+|reçu\w*|décroch\w+|raised|secured) {det}(?:[a-zà-ÿ]+ )?<recipient:O>")
_ITEM = compiled(r"(?:^|[,;] (?:et |and )?| et | and ){det}<recipient:O>(?: \([^()]*\))?,? ?(?:\(|:|–|-|avec|a )? ?$")
_INVESTORS = re.compile(r"investisseurs?|actionnaires?|\bopération\b|tour de table|au capital|levée de fonds|mis la main à la poche|fonds d'investissement|menée? par|conduite? par|participé|apporté|business angels|investors?|led by|\bround\b|backers?|shareholders?|entrée\b|Entrent|financeurs|créanciers|banques", re.IGNORECASE)
_PRONOUN = re.compile(r"^(?:Elle|Il|It|They|Elles|Ils)\b|, (?:elle|il|it) ", re.IGNORECASE)
_FRONTED = re.compile(r"^(?:Dotée?s?|Pourvue?s?|Financée?s?|Endowed|Funded|Backed)\b", re.IGNORECASE)
_RAISED = compiled(r"<recipient:O>[^.;]{0,80}(?:\blev(?:é|er|ée|ait)|\blève|\brais(?:ed|es|ing|e)\b|bouclé|levée de fonds|tour de table|bénéfici\w*|reç(?:u|oit|oivent)|obten\w*|décroch\w*|touch\w*|received|secured|won|landed|s'est vu \w+|remport\w*|got|signé)[^.;⟨⟩]{0,60}(?:⟨[DN]\d+⟩[^.;⟨⟩]{0,30})?$")
_RECIPIENT_AFTER = compiled(
    r"^ (?:[^.;⟨⟩]{0,60} )?(?:à destination d[eu']|au profit d[eu']|au bénéfice d[eu']|en faveur d[eu']|destinée?s? (?:à|aux|au)|pour|for|to|into|towards|à|au|aux|dans|in) ?{det}<recipient:OTSFE+>"
)
_WON = compiled(r"(?:remportée?|décrochée?|confiée?|attribuée?|won|awarded|gagnée?)(?: [^.;⟨⟩]{0,20})? (?:par|à|by|to|au) {det}(?:société |entreprise |groupe )?<recipient:O>[^.;]{0,80}$")
_SUBJECT_WORDS = compiled(r"^(?:Les |Ces |Des |The )?(?P<recipient>(?:⟨N\d+⟩ )?[a-zà-ÿ][a-zà-ÿ' -]{3,40}?) (?:sont (?:retenus|lauréats|soutenus|financés|sélectionnés|aidés)|bénéficie\w*|se (?:partagent|partageront)|reçoivent|recevront|représentent|will (?:receive|share)|receive|share)")
_RECIPIENT_WORDS = compiled(
    r"^ (?:[^.;⟨⟩,]{0,30} )?(?:package|grant|contract|fund|boost|investment|funding) for (?:what would be )?(?:the |a |an )?(?P<recipient3>[a-zà-ÿA-Z'⟨⟩0-9][^.;:,()«»]{4,50})|^ (?:[^.;⟨⟩,]{0,30} )?(?:à destination|au profit|au bénéfice|en faveur) (?:de la |de l'|des |du |de |d')(?P<recipient>[a-zà-ÿ][^.;:,⟨⟩()«»]{4,50})|^ (?:[^.;⟨⟩,]{0,40} )?(?:versée?s?|destinée?s?|accordée?s?|attribuée?s?|distribuée?s?|awarded|given) (?:à la |à l'|aux |au |à |to the |to )(?P<recipient2>(?!⟨)[a-zà-ÿ][^.;:,⟨⟩()«»]{3,50})"
)
_RECIPIENT_BEFORE = compiled(r"<recipient:TSFEGO>[^.;⟨⟩]{0,60}(?:est |sera |is |will be |a été |, )?(?:dotée?|pourvue?|soutenue?|financée?|accompagnée?|subventionnée?|aidée?|cofinancée?|funded|backed|supported|endowed|budgétée?|chiffrée?)[^.;]{0,60}$")
_PURPOSE = compiled(
    r"^ ?(?:[^.;:⟨⟩,]{0,25})?(?:(?:pour|afin d[e'] ?|visant à|destinée?s? à|servira à|serviront à|permettra d[e'] ?|permettront d[e'] ?|en vue d[e'] ?)(?: |(?<='))(?P<purpose>[a-zà-ÿ]+(?:er|ir|re|oir) [^.;:()«»]{8,90})|(?:to(?! (?:be|the|a|begin|start)\b)|in order to) (?P<purpose2>(?!⟨)[a-z]+ [^.;:()«»]{8,90}))"
)
_PURPOSE_TO = compiled(r"^ (?:[^.;:⟨⟩]{0,40} )?(?:sont|est|seront|sera|go(?:es)?) (?:consacrée?s?|dédiée?s?|affectée?s?|to) (?:[^.;:]{0,40} )?(?:à la |à l'|aux |au |à |the )(?P<purpose>[a-zà-ÿ][^.;:()«»]{8,80})")
_PERIOD_BEFORE = re.compile(r"(?:sur|pour|pour la période|entre|durant|sur la période|for|over|from)? ?$")


@dataclass(slots=True)
class _Payment:
    """A payment while its facts are being gathered, and the sentence that states it."""

    mention: Mention
    typed: Typed
    kind: str
    marked: bool
    fillers: list[Filler]

    def put(self, *fillers: Filler) -> None:
        """Add what is not said yet."""
        for f in fillers:
            if not any(o.slot == f.slot and o.value == f.value for o in self.fillers):
                self.fillers.append(f)

    def values(self, slot: str) -> list[Value]:
        """The values of a slot."""
        return [f.value for f in self.fillers if f.slot == slot]

    def frame(self) -> Frame:
        """What is known of the payment, as a frame."""
        number = self.mention.value.number if self.mention.value else None
        amount: Value = 0 if number is None else int(number) if number == number.to_integral_value() else float(number)
        at = (self.mention.start, self.mention.end)
        currency = (self.mention.value.currency if self.mention.value else None) or "EUR"
        core = [Filler("amount", amount, *at), Filler("currency", currency, *at), Filler("kind", self.kind, *at)]
        return Frame("Funding", (*core, *self.fillers), f"funding.{self.kind}" if self.marked else "funding.unmarked")


def find(document: Document) -> Iterator[Frame]:
    """A frame for each amount that someone pays, promises or sets aside."""
    payments: list[_Payment] = []
    usual = "investment" if re.search(r"levées? de fonds|tour de table|lever des fonds|funding round|raised|\binvesti|investment", document.text, re.IGNORECASE) else "contribution"
    for typed in document.prose:
        for mention in typed.of_kind("M"):
            before, after = _around(typed, mention)
            if _excluded(typed, before, after):
                continue
            kind, marked = _kind(typed, before, after)
            payment = _Payment(mention, typed, kind if marked else usual, marked, [])
            _read(document, payment, before, after, payments)
            payments.append(payment)
    _share_out(document, payments)
    yield from (p.frame() for p in payments)


def _excluded(typed: Typed, before: str, after: str) -> bool:
    label = typed.sentence.label or ""
    behind = re.sub(r"^ ?(?:de |d'|of |in |annuels? )*", "", after)
    return bool(_NOT_FUNDING.search(before[-70:]) or _NOT_FUNDING.match(behind) or _NOT_FUNDING.search(label))


def _around(typed: Typed, mention: Mention) -> tuple[str, str]:
    at = typed.position(mention)
    return typed.string[:at], typed.string[typed.string.index("⟩", at) + 1 :]


def _read(document: Document, payment: _Payment, before: str, after: str, earlier: list[_Payment]) -> None:
    typed, mention = payment.typed, payment.mention
    recipients = list(_recipients(document, typed, before, after, payment.kind))
    same = [p for p in earlier if p.typed is typed]
    if not recipients and (match := _ITEM.search(before)) and (typed.sentence.kind == "bullet" or same):
        recipients = [filler("recipient", m) for m in _mentions(typed, match, "recipient")]
        if not payment.marked and earlier:
            payment.kind, payment.marked = earlier[-1].kind, earlier[-1].marked
    taken = {f.value for f in recipients}
    funders = [f for f in _funders(document, typed, before, after) if f.value not in taken]
    if not funders and not recipients and _PRONOUN.search(before) and re.search(_ACTIVE, before, re.IGNORECASE):
        funders = [filler("funder", m) for m in _previous_subject(document, typed)]
    payment.put(*funders, *recipients, *_purpose(document, typed, after), *_dates(typed, mention, payment.kind))
    companies = [m for m in document.mentions if m.kind == "O" and m.sort in {"company", "model"}]
    if payment.kind in {"envelope", "contribution"} and funders and all(any(c.name == f.value for c in companies) for f in funders):
        payment.kind = "investment"


def _previous_subject(document: Document, typed: Typed) -> list[Mention]:
    before = [m for m in document.mentions if m.kind == "O" and m.end <= typed.sentence.start and typed.sentence.start - m.end < 250]
    same = [t for t in document.prose if t.sentence.end <= typed.sentence.start]
    first = [m for m in same[-1].mentions if m.kind in "O"] if same else []
    return first[:1] or before[-1:]


def _share_out(document: Document, payments: list[_Payment]) -> None:
    """What one payment's sentence says of its neighbours: investors named next, parts of a package, their recipient."""
    for payment in payments:
        if payment.kind == "investment" and payment.values("recipient") and not payment.values("funder"):
            payment.put(*_investors(document, payment))
            break
    for whole, part in zip(payments, payments[1:], strict=False):
        if part.typed.sentence.kind == "bullet" and not part.values("recipient") and whole.values("recipient"):
            part.put(*(f for f in whole.fillers if f.slot == "recipient"))
    _by_default(document, payments)
    total = payments[0] if payments else None
    parts = [p for p in payments[1:] if p.typed.sentence.kind == "bullet"]
    if total is not None and total.kind == "envelope" and len(parts) > 1 and not total.values("funder"):
        total.put(*(f for p in parts for f in p.fillers if f.slot == "funder"))


def _by_default(document: Document, payments: list[_Payment]) -> None:
    """Who pays or is paid throughout the text, where a sentence leaves it out."""
    funders = Counter(v for p in payments for v in p.values("funder") if p.kind != "investment")
    usual = next((f for p in payments for f in p.fillers if f.slot == "funder" and f.value == funders.most_common(1)[0][0]), None) if len(funders) == 1 else None
    main = document.main("O")
    if main is not None and sum(m.name == main.name for m in document.mentions) < 3:
        main = None
    for payment in payments:
        part = payment.typed.sentence.kind == "bullet" or sum(funders.values()) > 1
        if usual is not None and part and payment.kind in {"envelope", "contribution"} and not payment.values("funder"):
            payment.put(usual)
        if main is None or main.sort not in {"company", "model"} or main.name in payment.values("funder"):
            continue
        alone = not [m for m in payment.typed.of_kind("O") if m.name != main.name and m.name not in payment.values("funder")]
        if payment.kind == "contribution" and payment.values("funder") and not payment.values("recipient") and alone:
            payment.put(filler("recipient", main))
        elif payment.kind == "investment" and not payment.values("funder") and not payment.values("recipient") and re.search(r"invest", payment.typed.string, re.IGNORECASE):
            payment.put(filler("funder", main))


def _investors(document: Document, payment: _Payment) -> Iterator[Filler]:
    after = [t for t in document.prose if t.sentence.start > payment.typed.sentence.start][:5]
    talk = bool(_INVESTORS.search(payment.typed.string))
    for typed in after:
        if typed.of_kind("M") or not (_INVESTORS.search(typed.string) or (talk and len(typed.of_kind("O")) > 2)):
            if not typed.string.endswith("?"):
                talk = False
            continue
        talk = True
        for m in typed.of_kind("OX"):
            before = typed.string[: typed.position(m)]
            if m.name not in payment.values("recipient") and not re.search(r"(?:géré par|créé par|filiale d[eu] ?|fonds d[eu] ?|, d[eu'] ?|\(|spécialiste d[eu]|président d[eu]|directeur d[eu]|PDG d[eu])(?:l'|la |le )?$", before):
                yield filler("funder", m)


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
    return re.split(r"; ", before)[-1]


def _mentions(typed: Typed, match: re.Match[str], group: str) -> list[Mention]:
    return [typed.mentions[int(m["number"])] for m in MARK.finditer(match[group] or "")]


def _funders(document: Document, typed: Typed, before: str, after: str) -> Iterator[Filler]:
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
    planned = bool(typed.of_kind("T")) or bool(_FRONTED.match(typed.string))
    if (planned or re.search(r"régional", before + after)) and (region := _authority(document)):
        yield filler("funder", region)


def _authority(document: Document) -> Mention | None:
    return next((m for m in document.mentions if m.kind == "O" and m.name.startswith("Région ")), None)


def _recipients(document: Document, typed: Typed, before: str, after: str, kind: str) -> Iterator[Filler]:
    clause = _clause(before)
    tries = [(_RECIPIENT_BEFORE, clause), (_RAISED_AFTER, after), (_WON, clause), (_RECIPIENT_AFTER, after)]
    if kind != "envelope":
        tries.insert(0, (_RAISED, clause))
    for pattern, words in tries:
        if match := pattern.search(words):
            yield from (filler("recipient", m) for m in _mentions(typed, match, "recipient"))
            return
    if kind == "envelope" and (plans := typed.of_kind("T")):
        yield filler("recipient", plans[0])
        return
    if _FRONTED.match(typed.string):
        earlier = [m for m in document.mentions if m.kind in "TSFEO" and m.end <= typed.sentence.start]
        yield from (filler("recipient", m) for m in earlier[-1:])
        return
    if match := _SUBJECT_WORDS.match(typed.string):
        start, end = typed.origin(match.start("recipient")), typed.origin(match.end("recipient"))
        yield Filler("recipient", document.text[start:end], start, end)
        return
    if match := _RECIPIENT_WORDS.search(after):
        group = next(g for g, w in match.groupdict().items() if w)
        if "⟨" in match[group]:
            return
        start = typed.origin(len(typed.string) - len(after) + match.start(group))
        words = match[group].strip()
        yield Filler("recipient", words, start, start + len(words))


def _purpose(document: Document, typed: Typed, after: str) -> Iterator[Filler]:
    if match := _PURPOSE_TO.search(after) or _PURPOSE.search(after):
        base = len(typed.string) - len(after)
        group = next(g for g, w in match.groupdict().items() if w)
        start, end = typed.origin(base + match.start(group)), typed.origin(base + match.end(group))
        words = re.split(r",| d'ici| avant | qui | dont ", document.text[start:end])[0].strip()
        if len(words) > 6:
            yield Filler("purpose", words, start, start + len(words))


def _dates(typed: Typed, mention: Mention, kind: str) -> Iterator[Filler]:
    at = typed.position(mention)
    near = [d for d in typed.of_kind("D") if d.value and (d.value.earliest or d.value.latest) and _reaches(typed, typed.position(d), at)]
    for day in near:
        if day.value and day.value.earliest and day.value.latest and _spans(day.value.earliest, day.value.latest):
            yield Filler("start", day.value.earliest, day.start, day.end)
            yield Filler("end", day.value.latest, day.start, day.end)
            return
    for day in near:
        lead = typed.string[: typed.position(day)][-30:]
        if day.value is None:
            continue
        if day.value.earliest is None and day.value.latest:
            yield Filler("end", day.value.latest, day.start, day.end)
            return
        if day.value.earliest and re.search(r"(?:d'ici(?: à| fin)?|jusqu'en|jusqu'à fin|à l'horizon|horizon|by|until|by the end of) $", lead):
            yield Filler("end", day.value.latest or day.value.earliest, day.start, day.end)
            return
        if day.value.latest is None and day.value.earliest and kind == "envelope":
            yield Filler("start", day.value.earliest, day.start, day.end)
            return
    if kind == "envelope":
        return
    for day in sorted(near, key=lambda d: -len((d.value.earliest or "") if d.value else "")):
        lead = typed.string[: typed.position(day)][-30:]
        if day.value and day.value.earliest and not re.search(r"(?:créée?|fondée?|lancée?|founded|born|née?|vu le jour|depuis|since|attendue?|prévue?|inaugurée?) (?:en |in |le |pour |fin )?$", lead):
            yield Filler("start", day.value.earliest, day.start, day.end)
            return


def _spans(earliest: str, latest: str) -> bool:
    return earliest != latest and len(earliest) == len(latest)


def _reaches(typed: Typed, day: int, amount: int) -> bool:
    between = typed.string[min(day, amount) : max(day, amount)]
    return ";" not in between and between.count("⟨M") <= 1 and len(between) < 160
