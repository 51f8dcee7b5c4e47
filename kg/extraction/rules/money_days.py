"""Words beside a day that tell whether it begins or ends a payment, or is the day of something else."""

from __future__ import annotations

import re

from kg.extraction.expressions import Expression

UNTIL = Expression(
    r"(?:d'ici(?: à| fin)?|between now and|jusqu'en|jusqu'à fin|à l'horizon|horizon|by|until|by the end of) $"
)
FROM_NOW = Expression(
    r"\b(?:next|coming|past|last|prochaine?s|dernières|à venir)\b.*\b(?:years?|ans|années)\b|\b(?:ans|années) (?:passée?s|écoulée?s)|\b(?:ans|années) à venir",
    re.IGNORECASE,
)
ELSEWHEN = Expression(
    r"\b(?:ouverture|livraison|mise en service|inauguration|lancement|vol|tir|achèvement|fin des travaux|opening|delivery|launch|completion|flight|lift-?off|service)\b[^,;⟨⟩]{0,25}$",
    re.IGNORECASE,
)
"""What a day beside an amount is the day of, when it is not the payment's."""
PAST_BY = Expression(r"by\b", re.IGNORECASE)
PAST = Expression(r"\b(?:was|were|had|put|gave|paid|raised|received|spent|invested|pledged|secured)\b(?! to\b)")
OTHER_DATE = Expression(
    r"(?:(?:créée?|fondée?|lancée?|founded|born|née?|vu le jour|depuis|since|attendue?|prévue?|inaugurée?|indiqué|déclaré|présentée?|dit|précisé|expliqué|said|told \w+) (?:en |in |le |pour |fin )?|"
    r"(?:installée?s?|implantée?s?|établie?s?|basée?s?|hébergée?s?|présente?s?|active?s?|dirigée?s?|présidée?s?|cotée?s?|"
    r"located|based|housed|settled|present|active|headed|led|chaired|run(?: by [^,;]{0,20})?|listed) )$",
    re.IGNORECASE,
)
"""What a day is that of besides: of a founding, of an announcement, or since which a firm stands somewhere."""
