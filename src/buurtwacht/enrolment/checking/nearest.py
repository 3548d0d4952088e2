# SPDX-License-Identifier: EUPL-1.2
"""Which of several coordinators looks after an applicant, when nobody has decided (R056). Pure."""

from buurtwacht.enrolment.models import Application
from buurtwacht.groups.models import Membership
from buurtwacht.places.geo import distance_metres


def coordinator_for(application: Application, coordinators: list[Membership]) -> Membership | None:
    """Who looks after this applicant: the one who was chosen, else in the same street, else the nearest."""
    chosen = [one for one in coordinators if one.pk == application.coordinator_id]
    if chosen or not coordinators:
        return chosen[0] if chosen else None
    return min(coordinators, key=lambda one: _distance(application, one))


def _distance(application: Application, coordinator: Membership) -> float:
    if application.street.casefold() == coordinator.street.casefold():
        return -1.0  # before anybody else, however near
    if not application.home or not coordinator.home:
        return float("inf")
    return distance_metres(application.home, coordinator.home)
