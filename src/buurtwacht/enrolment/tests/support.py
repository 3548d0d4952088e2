# SPDX-License-Identifier: EUPL-1.2
from django.utils import timezone

from buurtwacht.enrolment.models import Application
from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.crypto import fingerprint


def make_application(group: WatchGroup, name: str = "Chantal", **fields: object) -> Application:
    """An application as the form leaves it, with its mail address proven unless told otherwise."""
    email = f"{name.lower()}.new@voorbeeld.example"
    defaults: dict[str, object] = {
        "first_name": name,
        "family_name": "Vos",
        "email": email,
        "email_fingerprint": fingerprint(email, "application:email"),
        "phone": "+31612345678",
        "street": "Merelweg",
        "house_number": "14",
        "email_proven_at": timezone.now(),
    }
    return Application.objects.create(group=group, **(defaults | fields))
