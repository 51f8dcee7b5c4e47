"""What a value in a text is: its kind, its words, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal["amount", "count", "share", "ordinal", "date", "period", "duration"]


@dataclass(frozen=True, slots=True)
class Value:
    """One value as the words state it; `start` and `end` are code points of the text.

    `number` is in units (30 M€ is 30000000), a fraction for a share, and the length of a duration, whose `noun`
    is then day, week, month, year, hour or minute. `currency` is an ISO 4217 code, None where the words leave it out,
    empty where they name money of several lands and the text no land. Elsewhere `noun` is the text's word for what is counted.
    `earliest` and `latest` are ISO 8601 at the precision of the words, equal for a date, None where a period is open;
    an X stands for a digit that only a publication date would tell (XXXX-06). `rule` says how a relative date was
    resolved, `anchor` the date that the rule starts from.
    """

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
    anchor: str | None = None

    @property
    def edtf(self) -> str | None:
        """The date or period in the Extended Date/Time Format.

        >>> Value("period", 0, 9, earliest="2023", latest="2027").edtf
        '2023/2027'
        """
        if self.earliest is None and self.latest is None:
            return None
        mark = "~" if self.approximate else ""
        if self.earliest == self.latest:
            return f"{self.earliest}{mark}"
        return f"{self.earliest or '..'}/{self.latest or '..'}"
