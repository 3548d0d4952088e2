# SPDX-License-Identifier: EUPL-1.2
"""Two people who do the same thing at the same moment: one does it, the other hears that it was done."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from buurtwacht.enrolment.checking import services
from buurtwacht.enrolment.checking.queries import case_of
from buurtwacht.enrolment.models import Application, Vetting
from buurtwacht.groups.models import Membership, OrganisationRole
from buurtwacht.groups.queries import membership_in
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError
from buurtwacht.testing.cast import make_person

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*deeds):
    """Do these at the same moment, each on a connection of its own. Returns what came of each."""
    barrier = Barrier(len(deeds))

    def do(deed):
        try:
            barrier.wait(timeout=60)
            deed()
        except DomainError as refusal:
            return str(refusal)
        else:
            return ""
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(do, deeds))


def test_two_officers_answer_one_question(asked, cast, dirk):
    colleague = make_person("Victor")
    OrganisationRole.objects.create(organisation=cast.organisation, person=colleague, role="officer")
    vetting = asked()
    case = case_of(cast.organisation, vetting.pk)

    refusals = at_once(
        lambda: services.give_verdict(case, "yes", by=dirk),
        lambda: services.give_verdict(case, "no", by=colleague),
    )

    assert sorted(bool(refusal) for refusal in refusals) == [False, True]
    assert Line.objects.filter(action="vetting.decided").count() == 1
    first = colleague if refusals[0] else dirk
    assert Vetting.objects.get().decided_by == first
    assert Application.objects.get().status == ("refused" if refusals[0] else "approved")


def test_two_coordinators_let_one_neighbour_in(asked, cast, dirk, gerrit, zone):
    vetting = asked()
    services.give_verdict(case_of(cast.organisation, vetting.pk), "yes", by=dirk)

    refusals = at_once(*[lambda: services.admit(vetting.application, by=gerrit)] * 2)

    assert sorted(bool(refusal) for refusal in refusals) == [False, True]
    assert Membership.objects.filter(group=zone, person__email="chantal.new@voorbeeld.example").count() == 1


def test_a_neighbour_who_taps_twice_vouches_once(showing, bram, group):
    proof = services.choose_way(showing(), "neighbour")
    neighbour = membership_in(bram, group)

    at_once(*[lambda: services.vouch(proof, neighbour)] * 2)

    assert Line.objects.filter(action="neighbour.vouched").count() == 1
    assert Application.objects.get().status == "joined"
