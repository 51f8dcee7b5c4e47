"""A stand-in for the values and reading modules until they land."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal

from kg.language import Language

Kind = Literal["amount", "count", "share", "ordinal", "date", "period", "duration"]


@dataclass(frozen=True, slots=True)
class Value:
    kind: Kind
    start: int
    end: int
    number: Decimal | None = None
    currency: str | None = None
    noun: str | None = None
    earliest: str | None = None
    latest: str | None = None
    rule: str | None = None
    approximate: bool = False


@dataclass
class Article:
    text: str
    title: str | None
    author: str | None
    publisher: str | None
    published: str | None
    language: Language
    url: str | None
    sha256: str
    where: str
    furniture: tuple[tuple[int, int], ...] = ()


def read(path: str, *, date: str | None = None, language: Language | None = None, url: str | None = None) -> Article:
    data = Path(path).read_bytes()
    raw = data.decode("utf-8-sig")
    head: dict[str, str] = {}
    text = raw
    if re.match(r"[a-z]+: ", raw):
        top, _, text = raw.partition("\n\n")
        head = dict(line.split(": ", 1) for line in top.splitlines() if ": " in line)
    elif m := re.match(r"\s*date (\d{4}-\d\d-\d\d)\s", raw):
        head["date"] = m[1]
        text = raw[m.end():]
    d = date or head.get("date")
    if d == "unknown":
        d = None
    lang = language or head.get("language") or "fr"
    return Article(text, head.get("title"), None, head.get("publisher"), d, lang, url or head.get("url"), hashlib.sha256(data).hexdigest(), path)


MONTHS = {m: i for i, ms in enumerate(
    ["janvier january jan janv", "février february feb fev fév", "mars march mar", "avril april apr avr", "mai may", "juin june jun", "juillet july jul juil", "août aout august aug",
     "septembre september sept sep", "octobre october oct", "novembre november nov", "décembre december dec déc"], 1) for m in ms.split()}
_MONTH = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december)"
_NUM = r"\d{1,3}(?:[ .,]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?"
_WORDS = {w: i for i, w in enumerate(["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"])} | {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100, "une": 1} | {w: i for i, w in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])}
_COLL = {"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000}
_MULT = {"k": 1e3, "m": 1e6, "md": 1e9, "mds": 1e9, "mrd": 1e9, "mrds": 1e9, "bn": 1e9, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9, "billion": 1e9, "billions": 1e9, "mille": 1e3, "thousand": 1e3, "mio": 1e6, "milliers": 1e3}
_CUR = {"€": "EUR", "euro": "EUR", "euros": "EUR", "eur": "EUR", "$": "USD", "dollar": "USD", "dollars": "USD", "usd": "USD", "£": "GBP", "pound": "GBP", "pounds": "GBP", "livre": "GBP", "livres": "GBP", "livres sterling": "GBP", "gbp": "GBP", "francs": "FRF"}


def number(s: str) -> Decimal:
    s = s.strip()
    if s.lower() in _WORDS:
        return Decimal(_WORDS[s.lower()])
    if re.fullmatch(r"\d{1,3}(?:[ .,]\d{3})+(?:,\d+)?", s):
        if not (re.fullmatch(r"\d{1,3},\d{3}", s) and False):
            whole, _, frac = s.partition(",") if re.search(r",\d{1,2}$", s) else (s, "", "")
            return Decimal(re.sub(r"[ .,]", "", whole) + ("." + frac if frac else ""))
    return Decimal(s.replace(" ", "").replace(",", "."))


_AMOUNT = re.compile(
    rf"(?P<pre>[€$£])\s?(?P<n1>{_NUM})\s?(?P<m1>k|m|bn|billion|million|thousand)?\b|"
    rf"\b(?:(?P<n2>{_NUM})|(?P<w2>une?|one|{'|'.join(w for w in _WORDS if len(w) > 3)}))\s?(?P<m2>k|M|Md|Mds|mds|md|mrd|Mrd|m|bn|Mio|millions?|milliards?|billions?|thousand|mille)?(?:\s(?:d'|de\s|of\s)?)?\s?(?:d')?(?P<cur>€|\$|£|euros?\b|EUR\b|dollars?\b|USD\b|pounds?\b|livres(?: sterling)?\b|GBP\b)", re.IGNORECASE)
_SHARE = re.compile(rf"\b(?P<n>{_NUM})\s?(?:%|percent\b|per cent\b|pour cent\b)|\b(?P<frac>(?:(?:un|une|le|one|a|les deux|deux|two|les trois|trois|three|three)\s)(?:tiers|quarts?|moitié|thirds?|quarters?|cinquième|fifth|half|dixième))\b|\b(?P<half>la moitié|half)\b", re.IGNORECASE)
_ORD = re.compile(r"\b(?:(?P<n>\d{1,3})\s?(?:ers?|ères?|res?|e|è|ème|eme|èmes|emes|ième|nd|nde|st|rd|th)\b|(?P<no>n[°o]\s?(?P<nn>\d+)|numéro un|number one|No\.? ?1)|(?P<w>premiers?|premières?|first|deuxièmes?|secondes?|second|troisièmes?|third|quatrièmes?|fourth|cinquièmes?|fifth|sixièmes?|sixth|septièmes?|seventh|huitièmes?|eighth|neuvièmes?|dixièmes?|tenth|onzième|douzième)\b|\b(?P<rom>[IVX]{2,5})(?:e|ème|th)\b)", re.IGNORECASE)
_ORDW = {"premi": 1, "first": 1, "deux": 2, "second": 2, "trois": 3, "third": 3, "quatr": 4, "fourth": 4, "cinqu": 5, "fifth": 5, "sixi": 6, "sixth": 6, "septi": 7, "seventh": 7, "huit": 8, "eigh": 8, "neuv": 9, "dixi": 10, "tenth": 10, "onzi": 11, "douz": 12}
_COUNT = re.compile(rf"(?<![\w.,])(?:(?P<n>{_NUM})(?P<mult>\s(?:millions?|milliers|mille|thousand))?|(?P<coll>une (?:dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine)|un millier)|(?P<w>{'|'.join(w for w in _WORDS if w not in ('un', 'une', 'one', 'zero'))}))(?:\s(?:d'|de |of )?)(?P<noun>(?:[^\W\d_]+[-']?)+)", re.IGNORECASE)


def _day(y, m, d=None):
    return f"{y:04d}-{m:02d}" + (f"-{d:02d}" if d else "") if isinstance(y, int) else f"{y}-{m:02d}" + (f"-{d:02d}" if d else "")


def find(text: str, *, published: str | None, language: Language) -> list[Value]:
    out: list[Value] = []
    py = int(published[:4]) if published else None
    pm = int(published[5:7]) if published and len(published) >= 7 else None
    pd = int(published[8:10]) if published and len(published) >= 10 else None

    def year(month, day, tail):
        if py is None:
            return "XXXX"
        if re.search(r"prochain|next|l'an prochain|l'année prochaine", tail):
            if "an" in tail:
                return py + 1
            return py if pm and (month, day or 32) > (pm, pd or 0) else py + 1
        if re.search(r"dernier|last|l'an dernier", tail):
            if "l'an" in tail:
                return py - 1
            if pm and (month < pm or (month == pm and (day or 1) <= (pd or 31))):
                return py
            return py - 1 if pm else py
        return py

    def date(s, e, early, late=None, kind="date", rule=None):
        out.append(Value(kind, s, e, earliest=early, latest=late or early, rule=rule))

    M = _MONTH
    tail = r"(?P<t>\s(?:prochaine?|dernière?|de l'an (?:prochain|dernier)|de l'année (?:prochaine|dernière)))?"
    for m in re.finditer(rf"\b(?:du|from)\s(?:\w+\s)?(?P<d1>\d{{1,2}})(?:er)?(?:\s(?P<m1>{M}))?\s(?:au|to)\s(?:\w+\s)?(?P<d2>\d{{1,2}})(?:er)?\s(?P<m2>{M})(?:\s(?P<y>\d{{4}}))?{tail}|\b(?:les\s|on\s|sur les\s)?(?P<e1>\d{{1,2}})(?:er)?(?:\set\s|,\s|\sand\s|-|\sau\s|\s&\s)(?P<e2>\d{{1,2}})\s(?P<em>{M})(?:\s(?P<ey>\d{{4}}))?{tail.replace('<t>', '<t2>')}", text, re.IGNORECASE):
        if m["d1"]:
            mo2 = MONTHS[m["m2"].lower()]
            mo1 = MONTHS[m["m1"].lower()] if m["m1"] else mo2
            y = int(m["y"]) if m["y"] else year(mo2, int(m["d2"]), m["t"] or "")
            date(m.start(), m.end(), _day(y, mo1, int(m["d1"])), _day(y, mo2, int(m["d2"])), "period")
        else:
            mo = MONTHS[m["em"].lower()]
            y = int(m["ey"]) if m["ey"] else year(mo, int(m["e2"]), m["t2"] or "")
            date(m.start("e1"), m.end(), _day(y, mo, int(m["e1"])), _day(y, mo, int(m["e2"])), "period")
    for m in re.finditer(r"\b(?P<a>(?:19|20)\d\d)\s?[-–/]\s?(?P<b>(?:19|20)\d\d)\b|\b(?:de|entre|from|between)\s(?P<a2>(?:19|20)\d\d)\s(?:à|et|to|and)\s(?P<b2>(?:19|20)\d\d)\b", text):
        date(m.start(), m.end(), m["a"] or m["a2"], m["b"] or m["b2"], "period")
    for m in re.finditer(rf"\b(?P<d>\d{{1,2}})(?:er|st|nd|rd|th)?\s(?P<m>{M})(?:,?\s(?P<y>(?:19|20)\d\d))?{tail}|\b(?P<dd>\d{{1,2}})/(?P<mm>\d{{1,2}})/(?P<yy>\d{{4}})|\b(?P<em>{M})\s(?P<ed>\d{{1,2}})(?:,\s(?P<ey>\d{{4}}))?\b", text, re.IGNORECASE):
        if m["d"]:
            mo = MONTHS[m["m"].lower()]
            y = int(m["y"]) if m["y"] else year(mo, int(m["d"]), m["t"] or "")
            date(m.start(), m.end(), _day(y, mo, int(m["d"])))
        elif m["dd"]:
            date(m.start(), m.end(), _day(int(m["yy"]), int(m["mm"]), int(m["dd"])))
        else:
            mo = MONTHS[m["em"].lower()]
            date(m.start(), m.end(), _day(int(m["ey"]) if m["ey"] else year(mo, int(m["ed"]), ""), mo, int(m["ed"])))
    for m in re.finditer(rf"\b(?P<pre>last |next )?(?P<m>{M})(?:\s(?P<y>(?:19|20)\d\d))?{tail}", text, re.IGNORECASE):
        if m["m"] in ("mars", "may", "march", "Mars", "mai") and not m["y"] and not re.search(r"(?:en|in|dès|de|d'ici|mi-|depuis|fin)\s?$", text[: m.start()], re.IGNORECASE):
            continue
        if m["m"].lower() == "mars" and m["m"][0] == "M":
            continue
        mo = MONTHS[m["m"].lower()]
        y = int(m["y"]) if m["y"] else year(mo, None, (m["t"] or "") + (m["pre"] or ""))
        date(m.start(), m.end(), _day(y, mo))
    for m in re.finditer(r"\b(?:19[4-9]\d|20[0-6]\d)\b(?!\s?(?:€|euros|%|salariés|emplois|entreprises|m²))", text):
        date(m.start(), m.end(), m.group())
    if py:
        for m in re.finditer(r"\b(?:l'an (?P<p>dernier|passé)|l'année (?:dernière|passée)|last year|(?P<n>l'an prochain|l'année prochaine|next year)|(?P<c>cette année|this year|en cours d'année|dans le courant de l'année))\b", text, re.IGNORECASE):
            y = py + 1 if m["n"] else py if m["c"] else py - 1
            date(m.start(), m.end(), str(y))
        if published and len(published) == 10:
            for m in re.finditer(r"\b(?:ce jour|aujourd'hui|today)\b", text, re.IGNORECASE):
                date(m.start(), m.end(), published)
    for m in _AMOUNT.finditer(text):
        if m["pre"]:
            n, mult, cur = number(m["n1"]), m["m1"], _CUR[m["pre"]]
        else:
            if m["w2"] and not m["m2"]:
                continue
            n, mult, cur = number(m["n2"] or m["w2"]), m["m2"], _CUR[m["cur"].lower()]
        if mult:
            n *= Decimal(_MULT.get(mult, _MULT.get(mult.lower(), 1)))
        out.append(Value("amount", m.start(), m.end(), number=n, currency=cur))
    for m in _SHARE.finditer(text):
        if m["n"]:
            v = number(m["n"]) / 100
        elif m["half"]:
            v = Decimal("0.5")
        else:
            f = m["frac"].lower()
            top = 2 if f.startswith(("les deux", "deux", "two")) else 3 if f.startswith(("les trois", "trois", "three")) else 1
            den = 3 if re.search("tiers|third", f) else 4 if re.search("quart", f) else 5 if re.search("cinqu|fifth", f) else 10 if "dix" in f else 2
            v = Decimal(top) / den
        out.append(Value("share", m.start(), m.end(), number=round(v, 3)))
    for m in _ORD.finditer(text):
        if m["n"]:
            n = int(m["n"])
        elif m["no"]:
            n = int(m["nn"] or 1)
        elif m["rom"]:
            n = 0
            vals = {"I": 1, "V": 5, "X": 10}
            for a, b in zip(m["rom"].upper(), m["rom"].upper()[1:] + " "):
                n += -vals[a] if vals.get(b, 0) > vals[a] else vals[a]
        else:
            n = next(v for k, v in _ORDW.items() if m["w"].lower().startswith(k))
        out.append(Value("ordinal", m.start(), m.end(), number=Decimal(n)))
    for m in _COUNT.finditer(text):
        if m["n"]:
            n = number(m["n"]) * Decimal(_MULT.get((m["mult"] or "").strip(), 1))
        elif m["coll"]:
            n = Decimal(_COLL[m["coll"].split()[-1].lower()])
        else:
            n = Decimal(_WORDS[m["w"].lower()])
        out.append(Value("count", m.start(), m.end("mult") if m["mult"] else m.end("coll") if m["coll"] else m.end("n") if m["n"] else m.end("w"), number=n, noun=m["noun"]))
    out.sort(key=lambda v: (v.start, -(v.end - v.start)))
    kept: list[Value] = []
    for v in sorted(out, key=lambda v: (-(v.end - v.start), v.start)):
        if v.kind == "count" and any(k.start < v.end and v.start < k.end for k in kept):
            continue
        if all(k.end <= v.start or v.end <= k.start for k in kept):
            kept.append(v)
    return sorted(kept, key=lambda v: v.start)
