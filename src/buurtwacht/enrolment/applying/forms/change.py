# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from buurtwacht.enrolment.applying.asking import ADDRESS, NAMES
from buurtwacht.enrolment.applying.services import Correction
from buurtwacht.enrolment.models import Application

from .base import CleanForm
from .fields import all_fields

CHANGED = (*ADDRESS, *NAMES, "phone")


class ChangeForm(CleanForm):
    """What an applicant can put right by themselves."""

    def __init__(self, application: Application, data: Any = None) -> None:
        super().__init__(data, initial={name: getattr(application, name) for name in CHANGED})
        self.application, self.policy = application, application.group.policy
        known = all_fields(self.policy)
        self.fields = {name: known[name] for name in CHANGED}

    def correction(self, *, home: dict[str, float] | None) -> Correction:
        return Correction(home=home, **{name: self.cleaned_data[name] for name in CHANGED})
