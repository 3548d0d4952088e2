# SPDX-License-Identifier: EUPL-1.2
"""The wording check beside an appeal: advice only. Somebody who is angry may appeal too, and is never stopped."""

from django.utils.translation import get_language

from buurtwacht.groups.models import WatchGroup
from buurtwacht.wording.check import Advice, Reason, advise

from .forms import AppealForm

ABOUT_TONE = frozenset((Reason.INSULT, Reason.THREAT, Reason.DISCRIMINATION, Reason.SHOUTING))


def hints_for(form: AppealForm, group: WatchGroup) -> list[Advice]:
    """What could stand there more calmly; only what hurts. Facts about people and times belong in an appeal."""
    language = (get_language() or group.organisation.language)[:2]
    found = advise(form.cleaned_data["words"], language=language)
    return [advice for advice in found if advice.reason in ABOUT_TONE]
