# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.urls import reverse

from buurtwacht.enrolment.links import APPLICANT
from buurtwacht.enrolment.services import mark_done
from buurtwacht.enrolment.steps import Step
from buurtwacht.enrolment.welcome import services
from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import membership_in
from buurtwacht.lib.links import link_token
from buurtwacht.testing.cast import join, make_group

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def letter(cast):
    made = services.make_invitation(cast.group, way="letter", street="Merelweg", by=cast.anna)
    services.make_invitation(cast.group, way="link", by=cast.anna)
    services.count_letters(made, 45, by=cast.anna)
    for _neighbour in range(12):
        services.count_opening(made)
    return made


def test_the_welcome_is_fit_to_be_seen(cast, seen_well):
    path = reverse("welcome", args=[cast.group.slug])
    seen_well(path, cast.bram, "welkom-telefoon")
    Membership.objects.filter(person=cast.bram).update(welcomed_at=None)
    seen_well(path, cast.bram, "welkom-afspraken")


def test_the_starter_pack_is_fit_to_be_seen(cast, apply_to, seen_well):
    group = make_group(cast.organisation, "Edelsteenbuurt", preset="nl-ede")
    join(group, cast.gerrit, "coordinator")
    application = mark_done(apply_to(group), Step.SIGN)
    token = link_token(APPLICANT, application.pk)
    seen_well(reverse("application_gate", args=[token]), None, "starterspakket")
    seen_well(reverse("application_leaflet", args=[token, "verdacht-gedrag"]), None, "folder")
    seen_well(reverse("gate_attended", args=[group.slug, application.pk]), cast.gerrit, "bij-de-workshop")


def test_inviting_is_fit_to_be_seen(cast, letter, seen_well):
    services.make_own_code(membership_in(cast.bram, cast.group))
    seen_well(reverse("desk_invitations", args=[cast.group.slug]), cast.anna, "uitnodigen")
    seen_well(reverse("desk_invitation", args=[cast.group.slug, letter.pk]), cast.anna, "uitnodiging-brief")
    link = cast.group.invitations.get(way="link")
    seen_well(reverse("desk_invitation", args=[cast.group.slug, link.pk]), cast.anna, "uitnodiging-link")
    seen_well(reverse("typed_code"), None, "code-typen")
    text = services.make_invitation(cast.group, way="newspaper", by=cast.anna)
    seen_well(reverse("desk_invitation", args=[cast.group.slug, text.pk]), cast.anna, "uitnodiging-tekst")
    seen_well(reverse("own_invitation", args=[cast.group.slug]), cast.bram, "uitnodigen-aan-de-deur")


def test_without_a_script_somebody_agrees_and_invites(cast, browser_page):
    Membership.objects.filter(person=cast.bram).update(welcomed_at=None)
    page = browser_page(javascript=False, person=cast.bram)
    page.goto("/meldingen/")
    with page.expect_navigation():
        page.get_by_role("button", name="Ik begrijp het").click()
    assert page.url.endswith("/meldingen/")
    assert membership_in(cast.bram, cast.group).welcomed_at is not None

    desk = browser_page(javascript=False, person=cast.anna)
    desk.goto(reverse("desk_invitations", args=[cast.group.slug]))
    desk.get_by_label("Voor welke straat?").fill("Merelweg")
    with desk.expect_navigation():
        desk.get_by_role("button", name="Maak de uitnodiging").click()
    assert cast.group.invitations.filter(street="Merelweg", way="letter").exists()
