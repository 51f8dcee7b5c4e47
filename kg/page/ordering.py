"""Claims in the order of statements, passages in the order of their texts: what belongs together packs small."""

from __future__ import annotations

from dataclasses import replace

from kg.page.view import View


def ordered(view: View) -> View:
    """The same view with claims and passages renumbered."""
    stated = (c for s in view.statements for c in s.claims)
    claims = list(dict.fromkeys((*stated, *range(len(view.claims)))))
    passages = sorted(range(len(view.passages)), key=lambda n: _where(view, n))
    claim_at = {old: new for new, old in enumerate(claims)}
    passage_at = {old: new for new, old in enumerate(passages)}
    said = (view.claims[c] for c in claims)
    return replace(
        view,
        statements=tuple(replace(s, claims=tuple(claim_at[c] for c in s.claims)) for s in view.statements),
        claims=tuple(c if c.passage is None else replace(c, passage=passage_at[c.passage]) for c in said),
        passages=tuple(view.passages[p] for p in passages),
    )


def _where(view: View, number: int) -> tuple[str, int, str, int]:
    passage = view.passages[number]
    return (passage.source, passage.start or 0, passage.exact, number)
