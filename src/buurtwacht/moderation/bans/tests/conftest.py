# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.utils import timezone

from buurtwacht.enrolment.applying.services.submit import mark_of_email
from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.tests.support import make_application
from buurtwacht.groups.models import Membership
from buurtwacht.moderation.cases.services import agree, open_case, propose_measure
from buurtwacht.moderation.models import Measure
from buurtwacht.people.services import add_contact_point
from buurtwacht.testing.cast import join, make_person

PHONE = "+31612345678"


@pytest.fixture(autouse=True)
def nobody_tried_before(db):
    cache.clear()


@pytest.fixture
def ingrid(cast):
    """The second administrator."""
    ingrid = make_person("Ingrid")
    join(cast.group, ingrid, Membership.Role.COORDINATOR, street="Vinkenlaan")
    return ingrid


@pytest.fixture
def remove(cast, ingrid) -> Callable[..., Measure]:
    """Anna proposes to remove this member, and Ingrid agrees."""

    def removed(person, until=None) -> Measure:
        member = Membership.objects.get(group=cast.group, person=person, left_at=None)
        case = open_case(member, rule="no_insults", by=cast.anna, note="He called a neighbour names.")
        measure = propose_measure(case, Measure.Kind.REMOVAL, by=cast.anna, reason="You went on.", until=until)
        return agree(measure, by=ingrid)

    return removed


@pytest.fixture
def gone(cast, remove) -> Measure:
    """Bram was removed: known by the mail address with which he signed in, another one, and the phone of the group."""
    cast.bram.email = "bram.de.vries@gmail.com"
    cast.bram.save(update_fields=["email"])
    add_contact_point(cast.bram, "email", "bram@oud.example", verified=True)
    Membership.objects.filter(person=cast.bram).update(phone=PHONE)
    return remove(cast.bram)


@pytest.fixture
def applies(cast) -> Callable[..., Application]:
    """Somebody who filled in the form, but proved neither the mail address nor the house."""

    def applied(email: str, phone: str = "+31687654321", group=None, **fields) -> Application:
        done = timezone.now()
        made = {"signed_at": done, "email_proven_at": None} | fields
        return make_application(
            group or cast.group, email=email, phone=phone, email_fingerprint=mark_of_email(email), **made
        )

    return applied
