# SPDX-License-Identifier: EUPL-1.2
"""Figures. They are about no person, and go all the same when they have served."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from buurtwacht.privacy.declare import Basis, Declaration, declare

from .models import DescriptionCount
from .services import KEPT_FOR, forget_figures


def forget_months(now: datetime) -> int:
    return forget_figures((now - KEPT_FOR).date())


def forget_descriptions(now: datetime) -> int:
    return DescriptionCount.objects.filter(month__lt=(now - KEPT_FOR).date()).delete()[0]


declare(
    Declaration(
        model="insight.MonthFigures",
        what=_("How much happened in a group in a month: numbers only. Not who did it."),
        why=_("To see whether a group stays quiet and fair, and what drives people away."),
        kept_for=KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        forget=forget_months,
    ),
    Declaration(
        model="insight.DescriptionCount",
        what=_("How many texts of a group in a month tell what somebody does, and how somebody looks. Not whose."),
        why=_("To see whether reports are about what people do, and not about how they look."),
        kept_for=KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        forget=forget_descriptions,
    ),
)
