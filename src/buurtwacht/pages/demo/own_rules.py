# SPDX-License-Identifier: EUPL-1.2
"""What the Vogelbuurt agreed on top of the rules of its source."""

from django.utils import timezone

from buurtwacht.enrolment.rulebook.services import add_rule, publish_rules
from buurtwacht.enrolment.signing.texts.own import Wording
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import coordinators_of

from .clock import as_if
from .settling import FOUNDED

GATE = {
    "nl": Wording(
        "Ik doe de poort van het achterpad dicht.",
        "Ook als ik zo terug ben.",
        "Dan loopt er niemand ongezien achter de huizen.",
    ),
    "en": Wording(
        "I close the gate of the back path.",
        "Also when I will be right back.",
        "Then nobody walks behind the houses unseen.",
    ),
}


def agree_on_the_gate() -> None:
    """One rule of their own, from the first day on: everybody who joined has agreed to it."""
    group = WatchGroup.objects.select_related("organisation").get(slug="vogelbuurt")
    coordinator = coordinators_of(group)[0].person
    with as_if(timezone.now() - FOUNDED):
        add_rule(group, GATE, by=coordinator)
        publish_rules(group, by=coordinator)
