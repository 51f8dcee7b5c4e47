"""Members told from their own side: "A et B adhèrent au réseau C", "l'entrée de A dans C", "membre de C, A ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.capitals import ordinary
from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.frames import Frame
from kg.extraction.mention import Mention
from kg.extraction.rules.clauses import leads, topic
from kg.extraction.rules.member_frames import called_grouping, framed, union
from kg.extraction.rules.member_words import ENTRY, GROUP, JOINS, LINK, LOOSE, TAIL
from kg.extraction.typed import Typed, compiled

_JOINS = compiled(
    rf"(?<![\w'-])(?P<cue>{JOINS}|(?P<loose>{LOOSE}))(?:,? (?:en |depuis |in |since |le |on )?⟨D\d+⟩,?)? {LINK}{GROUP}"
)
_TAIL = Expression(rf"(?:^|(?<=[ ,']))(?:{TAIL})[ ,]*$", re.IGNORECASE)
_SUBJECTS = compiled(r"<member:OXLFP+>$")
_ASIDE = Expression(
    r"(?<=⟩)(?:(?:,? ?\([^()]{1,60}\))|(?:, (?!(?:et|and) )(?:[^⟨⟩;:,]|⟨[LDNOFRH]\d+⟩){2,90},))\s*$", re.IGNORECASE
)
_NEGATED = Expression(
    r"\b(?:n'|ne |not |never |no longer |jamais |plus |sans |quitt\w+|left |leaves |leaving |non-|former |ancien(?:ne)? |ex-)(?:[a-zà-ÿ']+ ){0,3}$",
    re.IGNORECASE,
)
_PRONOUN = Expression(
    r"^(?:(?:[A-ZÀ-Ý][a-zà-ÿ' ]{2,20}|(?:En |Depuis |In |Since )?⟨D\d+⟩), )?(?:(?:[Ee]lles?|[Ii]ls?|[Ii]t|[Tt]hey|[Tt]he (?:company|firm|start-up|lab|laboratory|university|body|organisation|business)|[Ll]'(?:entreprise|association|établissement|école|université|institut|agence)|[Ll]a (?:société|start-up|PME|jeune pousse|firme|structure)|[Ll]e (?:laboratoire|groupe|centre|fabricant))\b ?)?$"
)
_INVERTED = Expression(
    r"^(?:(?:En |Depuis |In |Since )?⟨D\d+⟩,? )?(?:Ont|A|Est|Sont|Viennent|Vient|Font|Fait|Entrent|Rejoignent|Siègent|Figurent|Adhèrent|Participent|Prennent|Y|Joining|New)\b",
)
_AFTER = compiled(
    r"(?:[^.;:⟨⟩]|⟨[DNR]\d+⟩){0,30}?,? (?:aux côtés d(?:e la |e l'|es |u |e |')|tout comme |comme |ainsi que |avec |alongside |with |along with |together with |as (?:do|does|did|have|has|is|are) |à l'instar d(?:e la |e l'|es |u |e |')|rejoignant (?:ainsi )?|joining |suivie? (?:de|par) |imitée? par |followed by ){det}(?:(?!⟨)[a-zà-ÿ-]+ ){0,3}<member:OXFP+>"
)
_FOLLOWED = compiled(
    r"[;,] (?:et |and )?{the}<member:OXLF+> (?:(?:l'|les )?(?:a |ont )?(?:suivi|imité)e?|followed|in|en ⟨D\d+⟩|did so)"
)
_BESIDE = compiled(
    r"^(?:Aux côtés d(?:e la |e l'|es |u |e |')|Avec |Comme |Tout comme |À l'instar d(?:e la |e l'|es |u |e |')|Alongside |Like |Along with |Together with ){det}<member:OXF+>(?: [^,;:⟨⟩]{0,40})?, "
)
_THEN = compiled(r"(?:[^.;:⟨⟩]|⟨[DN]\d+⟩){0,60}?(?: ?: ?| ){det}<member:OXLF+>")
_WHICH = Expression(r"\b(?:qui|which|that)[ ,]*$")
_WE = Expression(r"(?:\b(?:[Nn]ous|[Oo]n|[Ww]e)\b)[^»\"”]*$")
_SAYS = compiled(
    r"[»\"”],? [^«\"“⟨⟩]{0,60}(?:⟨P\d+⟩)?[^«\"“⟨⟩]{0,80}\b(?:for|of|at|from|de|du|d'|chez|à|des)(?: la | l'| | the |(?<='))<member:OXF>"
)
_ENTRY_OF = compiled(
    rf"\b{ENTRY} (?:récente |prochaine |officielle )?(?:de la |de l'|du |des |de |d'|of |by )(?:the )?(?:(?!⟨)[a-zà-ÿ-]+ ){{0,3}}?<member:OXLF+>(?: ⟨D\d+⟩)? (?:(?:aux? |à |dans |au sein |to |into |in |within |of ))(?P<x>){LINK}{GROUP}"
)
_POSSESSED = compiled(
    rf"<member:OXLF>(?:'s|’s|') (?:[a-z]+ )?{ENTRY} (?:of |to |into |in |within )(?P<x>){LINK}{GROUP}"
)
_ITS_ENTRY = compiled(
    rf"\b(?:son|leur|its|their) (?:[a-zà-ÿ]+ )?(?:{ENTRY}|statut de membre|carte) (?:[a-zà-ÿ]+ )?(?:aux? |à |dans |au sein |to |into |in |within |of |du |de )(?P<x>){LINK}{GROUP}"
)
_FRONTED = compiled(
    rf"^(?:(?:Une? |A |An |Also a |Déjà |Longtemps )?(?P<cue>{JOINS}|Partenaire|Founding member|Long-standing member))(?:,? (?:en |depuis |in |since )?⟨D\d+⟩,?)? {LINK}{GROUP}(?:[^.;:⟨⟩]|⟨[DNR]\d+⟩){{0,60}}?, (?P<subject>{{the}}(?:(?!⟨)[a-zà-ÿ-]+ ){{0,4}}?<member:OXLF+>|(?:elle|il|it|they|l'entreprise|la société|la start-up|the company|the firm|the group)\b)"
)
_NOUN_IS = compiled(
    rf"\b(?:membres?|adhérente?s?|recrues?|arrivante?s?|venue?s?|entrante?s?|pensionnaires?|cofondateurs?|fondateurs?|members?|recruits?|newcomers?|joiners?|founders?|entrants?)(?: (?!⟨)(?!d[eu]s? )[a-zà-ÿ-]+){{0,2}} (?:de la |de l'|du |des |de |d'|of the |of |to the |to |in the |dans le |au sein du ){LINK}{GROUP}(?:[^.;:⟨⟩]|⟨[DN]\d+⟩){{0,30}}?"
    r"(?: s'appellent?| s'appelle| se nomme(?:nt)?| a pour nom| est| sont| étaient| était| furent| were| was| n'est autre que| figurent| comptent| on compte| on trouve| citons| is called| is| are| include| includes| being| ?:)(?: notamment| désormais| aussi| aujourd'hui)? {det}(?:(?!⟨)(?!(?:de|du|des|à|au|of|for|at|by|to|with|in)\b)[a-zà-ÿ-]+ ){0,3}<member:OXLFP+>"
)
_RUN = Expression(
    r"^(?:[Tt]he |[Ll][ae] |[Ll]es |[Ll]'|[Ll]a société |La PME |La start-up )?(?P<name>⟨[OXLF]\d+⟩(?: (?:⟨[OXL]\d+⟩|[A-Z][\w&-]*))+|[A-Z][\w&-]*(?: (?:⟨[OXL]\d+⟩|[A-Z][\w&-]*))*)(?P<more>(?:, | and | et )(?:the |la |le |l')?⟨[OXF]\d+⟩)?$"
)
_FUNCTION = Expression(
    r"(?:La|Les?|L|Une?|Des|Ces?|Cette|Cet|Ils?|Elles?|On|Nous|Vous|Tous|Toutes|Tout|The|An?|This|These|Those|It|They|We|You|He|She|All|Both|Some|Many|Deux|Trois|Quatre|Two|Three|Four|Son|Sa|Ses|Its|Their|Our|Qui|Who|What|Y|En|Ainsi|Also|Not|Mais|But|And|Et|\w+ée?s?|\w+ing|\w+ly|\w+ment)$"
)
_UNDER = compiled(
    rf"^(?:Under the (?:umbrella|banner|flag) of|Sous (?:la bannière|l'étendard|l'ombrelle) d[eu']|Au sein d[eu'](?: la| l')?|Within|As (?:part|members?) of|Réunie?s (?:dans|au sein)|Unie?s (?:dans|au sein)|Regroupée?s (?:dans|au sein)|Alliée?s (?:dans|au sein)|United in) ?{LINK}{GROUP}, (?:⟨L\d+⟩-based |[A-Z][a-z]+-based |{{the}})(?:(?!⟨)[a-zà-ÿ-]+ ){{0,3}}?<member:OXF+>(?: (?:and|et) ⟨L\d+⟩'s <member2:OXF>)?"
)
_WHO = Expression(
    r"^(?:Qui|Who|Quels|Quelles|Which|De qui|Avec qui)\b[^?]*\b(?:membres?|siège|compose|participe|adhér\w+|fond\w+|members?|sits?|belongs?|founded|joined|part|behind|derrière|partenaires|partners)\b[^?]*\?$",
    re.IGNORECASE,
)
_THERE = compiled(
    r"(?:^|[,;] )(?:(?:elle|il|elles|ils|qui|it|they|where it|où elle|où il) )y (?:retrouve|rejoint|côtoie|croise|retrouvent|rejoignent|côtoient)(?:nt|ra|ront)? {det}(?:(?!⟨)[a-zà-ÿ-]+ ){0,3}<member:OXF+>|(?:^|[,;] )(?:it|they|where it|where they) (?:joins?|will join|sits? alongside) {det}(?:(?!⟨)[a-zà-ÿ-]+ ){0,3}<member2:OXF+>"
)
_OF_PLACE_NAMED = Expression(r"(?:adh|rejoi|join|.*\b(?:membres?|members?|partie|part)\b)", re.IGNORECASE)
_OWNERS = Expression(r"(?:,| et| and) (?:à |aux? |to )")
_SHORT = 3
_LEADING = "OXF"


def find(document: Document, typed: Typed) -> Iterator[Frame]:
    """A frame for each member that such words name."""
    for match in _JOINS.finditer(typed.string):
        group = typed.spans(match, "organisation")[0]
        if _NEGATED.search(typed.string[: match.start()]) or (
            match["loose"] and (" with " in match.group() or not union(document, group))
        ):
            continue
        if match["cue"].lower().startswith(("appart", "belong")) and _OWNERS.match(typed.string, match.end()):
            continue
        if group.kind == "L" and (group.sort != "model" or not _OF_PLACE_NAMED.match(match["cue"])):
            continue
        if not _entered(document, match["cue"], group):
            continue
        yield from framed(document, typed, _members(document, typed, match), [group], "membership.enrolled")
    for pattern in (_ENTRY_OF, _POSSESSED, _FRONTED, _ITS_ENTRY, _NOUN_IS, _UNDER):
        for match in pattern.finditer(typed.string):
            group = typed.spans(match, "organisation")[0]
            cue = match.groupdict().get("cue") or "membre"
            if group.kind == "L" or not _entered(document, cue, group):
                continue
            named = [m for k in ("member", "member2") if match.groupdict().get(k) for m in typed.spans(match, k)]
            if not named:
                named = _leading(document, typed, match.start())
            yield from framed(document, typed, named, [group], "membership.enrolled")


def answered(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    """Members in the answer to "Qui sont les membres de C ?", and whom a new one finds there: "Elle y retrouve A"."""
    following = document.prose[index + 1 : index + 2]
    groups = [m for m in typed.of_kind("OXFE") if called_grouping(document, m)] or typed.of_kind("OX")
    if _WHO.match(typed.string) and len(groups) == 1 and following and following[0].sentence.kind == "prose":
        yield from framed(document, following[0], following[0].of_kind("OX"), groups, "membership.answered")
    for match in _THERE.finditer(typed.string):
        members = typed.captured(match)
        earlier = [
            m
            for t in document.prose[max(0, index - 1) : index + 1]
            for m in t.of_kind("OXF")
            if m.end <= typed.origin(match.start()) and called_grouping(document, m)
        ]
        yield from framed(document, typed, members, earlier[-1:], "membership.answered")


def _entered(document: Document, cue: str, group: Mention) -> bool:
    """Whether words that fit firms as well as groupings ("entre dans", "joined") are about a body that has members."""
    weak = re.match(
        r"(?:entr|enter|admi|accueil|accept|welcom|réuni|rassembl|regroup|uni|alli|s'|se |group|sits?|siège|labell|intègr|intégr|coopt|élargi)",
        cue,
        re.IGNORECASE,
    )
    return not weak or called_grouping(document, group) or group.sort in {"cluster", "association"}


def _members(document: Document, typed: Typed, match: re.Match[str]) -> list[Mention]:
    """Whose belonging a verb tells: its subject, those beside it, and who follow suit."""
    left, rest = typed.string[: match.start()], typed.string[match.end() :]
    named = _subject(document, typed, left)
    if not named and _INVERTED.match(left):
        after = _THEN.match(rest)
        return typed.spans(after, "member") if after else []
    if named:
        for more in (_AFTER.match(rest), _BESIDE.match(typed.string), _FOLLOWED.search(rest)):
            named = [*named, *(typed.spans(more, "member") if more else [])]
    return named


def _subject(document: Document, typed: Typed, left: str) -> list[Mention]:
    """The names before a verb and its auxiliaries, else what a pronoun or a quotation's "we" stands for."""
    stripped, joined = _bare(left)
    if (run := _RUN.search(stripped)) and (whole := _literal(document, typed, run)):
        return [whole, *typed.marked(run["more"] or "")]
    if found := _SUBJECTS.search(stripped):
        return typed.spans(found, "member")
    if _WE.search(left) and (speaker := _SAYS.search(typed.string, len(left))):
        return typed.spans(speaker, "member")
    if stripped and _PRONOUN.match(stripped) and not _INVERTED.match(left):
        return spoken_of(document, typed)
    return _leading(document, typed, len(left)) if joined else []


def _bare(left: str) -> tuple[str, bool]:
    """What stands before a verb without its auxiliaries, adverbs and asides; whether another verb comes before it."""
    joined = False
    while True:
        shorter = _TAIL.sub("", left)
        related = bool(_WHICH.search(left))
        joined = joined or bool(re.search(r"\b(?:et|and|puis)[ ,]*$", left))
        if shorter == left:
            shorter = _ASIDE.sub("", left.rstrip())
        if shorter == left or not shorter or related:
            return shorter.rstrip(" ,–—"), joined
        left = shorter


def aligned(left: str) -> str:
    """What stands before a verb, without an aside between them."""
    return _ASIDE.sub("", left.rstrip()).rstrip(" ,")


def _leading(document: Document, typed: Typed, before: int) -> list[Mention]:
    """The name that a sentence begins with, else what it goes on about."""
    named = [m for m in typed.of_kind(_LEADING) if typed.position(m) < before and leads(typed, m)]
    if named:
        return named[:1]
    if not typed.of_kind("P") and _PRONOUN.match(typed.string[:before].split(" ")[0] + " "):
        return spoken_of(document, typed)
    return []


def _literal(document: Document, typed: Typed, run: re.Match[str]) -> Mention | None:
    """A name of which only a part was found, or nothing since a sentence begins with it: all its words in capitals."""
    start, end = typed.origin(run.start("name")), typed.origin(run.end("name") - 1) + 1
    if run["name"].endswith("⟩"):
        end = max((m.end for m in typed.marked(run["name"])), default=end)
    words = document.text[start:end]
    first = words.split(" ")[0]
    if len(words) < _SHORT or ordinary(first) or _FUNCTION.match(first):
        return None
    return Mention("O", "model", start, end, words)


def spoken_of(document: Document, typed: Typed) -> list[Mention]:
    """What the sentences before are about, if that is a body."""
    about = topic(document, typed, lambda m: m.value is None and m.kind in "OXLP")
    named = (
        about is not None
        and about.kind in "OX"
        and any(about in t.mentions for t in document.prose if t.sentence.kind == "prose")
    )
    return [about] if about is not None and named else []
