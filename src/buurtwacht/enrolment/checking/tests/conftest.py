# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.enrolment.models import Application, Vetting
from buurtwacht.enrolment.services import mark_done
from buurtwacht.enrolment.signing.mark import Mark
from buurtwacht.enrolment.signing.services.confidentiality import sign_confidentiality
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.services import change_settings
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.people.models import Person
from buurtwacht.testing.cast import join, make_group

NUMBER = "93051822361"


@pytest.fixture
def zone(cast) -> WatchGroup:
    """A group whose members the police check, and whose zone may ask for the national number."""
    group = make_group(cast.organisation, "Zonnewijk", preset="be-politiezone")
    join(group, cast.gerrit, "coordinator", street="Zonstraat")
    return change_settings(group, {"national_number_authorisation": "RR 12/2020"})


@pytest.fixture
def asked(zone, apply_to) -> Callable[..., Vetting]:
    """Somebody about whom the police are asked."""

    def ask(name: str = "Chantal", group: WatchGroup = zone, **fields: object) -> Vetting:
        fields = {"national_number": NUMBER, "postcode": "3600", "town": "Genk"} | fields
        application = mark_done(apply_to(group, name, **fields), Step.SIGN)
        handle_due_lines()
        return Vetting.objects.select_related("application").get(application=application)

    return ask


@pytest.fixture
def showing(cast, apply_to) -> Callable[..., Application]:
    """Somebody who still has to show where they live."""

    def show(name: str = "Chantal", **fields: object) -> Application:
        fields = {"postcode": "6711 AB", "town": "Ede"} | fields
        return mark_done(apply_to(cast.group, name, **fields), Step.SIGN)

    return show


@pytest.fixture
def answers() -> Callable[..., dict[str, str]]:
    """What the form of the police sends."""

    def fill(*given: tuple[Vetting, str], until: str = "") -> dict[str, object]:
        data: dict[str, object] = {"case": [str(vetting.pk) for vetting, _verdict in given]}
        for vetting, verdict in given:
            data |= {f"{vetting.pk.hex}-verdict": verdict, f"{vetting.pk.hex}-until": until}
        return data

    return fill


@pytest.fixture
def signed() -> Callable[[Person, WatchGroup], None]:
    """Somebody promised to keep data of members private."""
    return lambda person, group: sign_confidentiality(group, person, Mark(way="typed", name="Iemand"))


@pytest.fixture
def by_day() -> Iterator[None]:
    """Noon: news that is no alarm waits for the end of the night."""
    noon = timezone.localtime().replace(hour=12, minute=0)
    with time_machine.travel(noon):
        yield


@pytest.fixture
def next_group(cast) -> WatchGroup:
    """The next group along, coordinated by Farid."""
    cast.next_group.memberships.update(role="coordinator")
    return cast.next_group
