# SPDX-License-Identifier: EUPL-1.2
"""Counts of advice about words. They are about no person."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.services.hints import forget_hints
from buurtwacht.privacy.declare import Basis, Declaration, declare

FIGURES_KEPT_FOR = timedelta(days=730)


def forget(now: datetime) -> int:
    return forget_hints((now - FIGURES_KEPT_FOR).date())


declare(
    Declaration(
        model="groups.HintCount",
        what=_(
            "How often advice about words was shown in a group in a month, and how often it was taken. Not to whom."
        ),
        why=_("To see whether the advice helps, and whether reports are about what people do."),
        kept_for=FIGURES_KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        forget=forget,
    ),
)
