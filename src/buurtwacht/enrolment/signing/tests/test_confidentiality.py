# SPDX-License-Identifier: EUPL-1.2
"""Coordinators promise to keep data private before they see any (R045)."""

from datetime import date

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from buurtwacht.enrolment.signing.access import Unsigned, members_data_for
from buurtwacht.enrolment.signing.doors import confidentiality_required
from buurtwacht.enrolment.signing.mark import written
from buurtwacht.enrolment.signing.queries import has_signed_confidentiality
from buurtwacht.enrolment.signing.services import sign_application, sign_confidentiality
from buurtwacht.enrolment.signing.texts.compose import EDITIONS, _composed
from buurtwacht.groups.services import end_membership
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import NotFound

GIVEN = {"agree": "on", "name": "Anna", "place": "Ede"}


def page_of(group) -> str:
    return f"/bureau/{group.slug}/vertrouwelijk/"


def test_no_data_about_members_without_a_promise(cast):
    with pytest.raises(Unsigned, match="vertrouwelijkheidsovereenkomst"):
        members_data_for(cast.anna, cast.group.slug)

    sign_confidentiality(cast.group, cast.anna, written(strokes="", name="Anna"))

    assert members_data_for(cast.anna, cast.group.slug) == cast.group
    with pytest.raises(NotFound):
        members_data_for(cast.bram, cast.group.slug)
    with pytest.raises(NotFound):
        members_data_for(cast.anna, cast.next_group.slug)


def test_who_has_not_signed_signs_first_and_comes_back(cast, login):
    client = login(cast.anna)
    path = f"/bureau/{cast.group.slug}/leden/"

    answer = client.post(f"{page_of(cast.group)}?next={path}", GIVEN)

    assert answer.headers["Location"] == path
    assert has_signed_confidentiality(cast.anna, cast.group)
    assert "U hebt dit ondertekend op" in client.get(page_of(cast.group)).content.decode()


@pytest.mark.parametrize("elsewhere", ["https://kwaad.example/", "//kwaad.example", "javascript:alert(1)", ""])
def test_nobody_is_led_elsewhere(elsewhere, cast, login):
    answer = login(cast.anna).post(f"{page_of(cast.group)}?next={elsewhere}", GIVEN)

    assert answer.headers["Location"] == f"/bureau/{cast.group.slug}/"


def test_the_door_leads_to_the_page_to_sign(cast, login):
    @confidentiality_required
    def view(request, slug: str) -> HttpResponse:
        return HttpResponse(slug)

    request = RequestFactory().get("/bureau/vogelbuurt/leden/")
    request.user, request.session, request.htmx = cast.anna, {"second_factor": True}, False
    asked = view(request, slug=cast.group.slug)
    sign_confidentiality(cast.group, cast.anna, written(strokes="", name="Anna"))

    assert asked.headers["Location"] == f"{page_of(cast.group)}?next=%2Fbureau%2Fvogelbuurt%2Fleden%2F"
    assert view(request, slug=cast.group.slug).content == b"vogelbuurt"


def test_a_deputy_signs_too_and_a_member_has_no_such_page(cast, login):
    assert login(cast.gerrit).get(page_of(cast.group)).status_code == 200
    assert login(cast.bram).get(page_of(cast.group)).status_code == 404


def test_a_new_version_is_signed_again(cast, login, monkeypatch):
    sign_confidentiality(cast.group, cast.anna, written(strokes="", name="Anna"))
    monkeypatch.setitem(EDITIONS, ("nl", "confidentiality"), (2, date(2027, 1, 1)))
    _composed.cache_clear()

    assert not has_signed_confidentiality(cast.anna, cast.group)
    page = login(cast.anna).get(page_of(cast.group)).content.decode()
    assert "onderteken nog een keer" in page

    login(cast.anna).post(page_of(cast.group), GIVEN)
    assert has_signed_confidentiality(cast.anna, cast.group)
    assert cast.anna.acceptances.filter(kind="confidentiality", ended_at=None).count() == 1
    monkeypatch.undo()
    _composed.cache_clear()


def test_the_coordinator_reads_what_a_member_signed_and_that_is_noted(cast, login, group_of, apply_to):
    group = cast.group
    applicant = sign_application(apply_to(group, "Daan"), written(strokes="", name="Daan"))
    [waiting] = applicant.acceptances.all()
    path = f"/bureau/{group.slug}/afspraken/{waiting.pk}/"
    client = login(cast.anna)

    assert client.get(path).status_code == 302, "first the promise"
    sign_confidentiality(group, cast.anna, written(strokes="", name="Anna"))
    assert client.get(path).status_code == 404, "an applicant is no member yet"

    applicant.acceptances.update(person=cast.farid)
    assert client.get(path).status_code == 404, "nor is somebody who takes part in another group"

    applicant.acceptances.update(person=cast.bram)
    answer = client.get(path)
    assert answer.content.startswith(b"%PDF-")
    assert Line.objects.filter(action="acceptance.read", subject_id=waiting.pk, by_id=cast.anna.pk).count() == 1
    assert login(cast.farid).get(path).status_code == 404


def test_whoever_leaves_starts_the_year_of_evidence(cast):
    kept = sign_confidentiality(cast.group, cast.anna, written(strokes="", name="Anna"))

    end_membership(cast.group.memberships.get(person=cast.anna))
    handle_due_lines()

    kept.refresh_from_db()
    assert kept.ended_at is not None
