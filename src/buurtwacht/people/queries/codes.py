# SPDX-License-Identifier: EUPL-1.2
"""What codes cost lately, for the ceiling and for the operator."""

from datetime import date

from django.utils import timezone

from buurtwacht.lib.clock import month
from buurtwacht.people.models import CodeCost


def this_month() -> date:
    """The first day of this month, by the clock of the installation."""
    return month(timezone.now(), timezone.get_default_timezone())


def codes_spending() -> dict[str, int]:
    """What codes cost in this month, per channel in thousandths of a euro."""
    return dict(CodeCost.objects.filter(month=this_month()).values_list("channel", "cost"))
