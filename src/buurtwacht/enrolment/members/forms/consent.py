# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from buurtwacht.enrolment.applying.asking import Situation
from buurtwacht.enrolment.applying.forms import DetailsForm
from buurtwacht.enrolment.applying.opening import Opening
from buurtwacht.enrolment.models import Application
from buurtwacht.lib.phones import readable_phone

KNOWN = ("first_name", "family_name", "street", "house_number", "postcode", "town")


class ConsentForm(DetailsForm):
    """What the list says about somebody, to correct. The mail address stays: it is where the question went."""

    def __init__(self, application: Application, data: Any = None) -> None:
        group = application.group
        known = {name: getattr(application, name) for name in KNOWN}
        known["phone"] = readable_phone(application.phone, group.policy.country) if application.phone else ""
        super().__init__(Opening(group=group, situation=Situation(is_signed_in=True)), data, initial=known)
        self._email = application.email

    def clean(self) -> dict[str, Any]:
        return super().clean() | {"email": self._email}
