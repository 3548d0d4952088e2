# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from buurtwacht.enrolment.models import Move, PhoneChange, Renewal
from buurtwacht.enrolment.staying.links import renewal_token
from buurtwacht.groups.queries import membership_in

pytestmark = pytest.mark.django_db(transaction=True)


def test_leaving_and_staying_are_fit_to_be_seen(cast, seen_well):
    membership = membership_in(cast.bram, cast.group)
    renewal = Renewal.objects.create(membership=membership)
    link = reverse("renew", args=[renewal_token(renewal)])
    seen_well(link, None, "blijven")
    seen_well(reverse("desk_renewal", args=[cast.group.slug, membership.pk]), cast.anna, "blijven-aan-de-deur")
    seen_well(reverse("leave", args=[cast.group.slug]), cast.bram, "weggaan")
    seen_well(reverse("leave", args=[cast.group.slug]), cast.anna, "weggaan-coordinator")
    seen_well(reverse("left"), cast.chantal, "gestopt")


def test_moving_is_fit_to_be_seen(cast, seen_well):
    seen_well(reverse("move"), cast.bram, "verhuizen")
    today = timezone.localdate()
    Move.objects.create(
        membership=membership_in(cast.bram, cast.group), moves_on=today, last_day=today + timedelta(days=30)
    )
    seen_well(reverse("move"), cast.bram, "verhuist")


def test_ones_own_phone_number_is_fit_to_be_seen(cast, seen_well):
    cast.group.memberships.filter(person=cast.bram).update(phone="+31612345678")
    seen_well(reverse("own_phone_number"), cast.bram, "telefoonnummer")
    PhoneChange.objects.create(person=cast.bram, phone="+31687654321")
    seen_well(reverse("own_phone_number"), cast.bram, "telefoonnummer-code")


def test_without_a_script_somebody_stays_and_somebody_leaves(cast, browser_page):
    membership = membership_in(cast.bram, cast.group)
    renewal = Renewal.objects.create(membership=membership)
    page = browser_page(javascript=False)
    page.goto(reverse("renew", args=[renewal_token(renewal)]))
    with page.expect_navigation():
        page.get_by_role("button", name="Ja, ik doe nog mee").click()
    assert not Renewal.objects.exists()

    own = browser_page(javascript=False, person=cast.bram)
    own.goto("/mijn/gegevens/")
    own.get_by_role("link", name="Vertrek uit Vogelbuurt").click()
    own.get_by_role("button", name="Ja, ik vertrek").click()
    own.wait_for_url(f"**{reverse('left')}")
    assert membership_in(cast.bram, cast.group) is None


def test_moving_without_a_script(cast, browser_page):
    page = browser_page(javascript=False, person=cast.bram)
    page.goto("/mijn/verhuizen/")
    page.get_by_label("Uw nieuwe straat").fill("Lijsterstraat")
    page.get_by_label("Huisnummer").fill("5")
    page.get_by_label("Postcode").fill("6711 AB")
    page.get_by_label("Plaats").fill("Ede")
    with page.expect_navigation():
        page.get_by_role("button", name="Verder").click()
    assert membership_in(cast.bram, cast.group).street == "Lijsterstraat"
