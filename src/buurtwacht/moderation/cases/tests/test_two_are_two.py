# SPDX-License-Identifier: EUPL-1.2
"""Two people are two people: not two accounts of one, and not two of one home."""

from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.groups.models import Membership
from buurtwacht.lib.crypto import fingerprint
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.bans.services import agree_to_lift, ask_to_lift
from buurtwacht.moderation.cases import queries
from buurtwacht.moderation.cases.apart import house_spelling, near
from buurtwacht.moderation.cases.services import agree, open_case, propose_measure
from buurtwacht.moderation.models import Ban, Measure
from buurtwacht.people.models import ContactPoint

WHY = "Het ging door na een gesprek."


def lives_at(person, street="Lijsterstraat", house_number="12", postcode=""):
    Membership.objects.filter(person=person).update(street=street, house_number=house_number, postcode=postcode)


def reached_at(person, channel, address):
    ContactPoint.objects.create(
        person=person,
        channel=channel,
        address=address,
        fingerprint=fingerprint(address, channel),
        verified_at=timezone.now(),
    )


def same_mail(street):
    reached_at(street.anna, "email", "anna.jansen@gmail.com")
    reached_at(street.jonas, "email", "AnnaJansen+buurt@googlemail.com")


def same_phone(street):
    reached_at(street.anna, "sms", "+31611111111")
    Membership.objects.filter(person=street.jonas).update(phone="+31611111111")


def same_number_on_another_channel(street):
    reached_at(street.anna, "sms", "+31611111111")
    reached_at(street.jonas, "whatsapp", "31611111111")


def same_home(street):
    lives_at(street.anna)
    lives_at(street.jonas, "Lijsterstr.", house_number="nr. 12")


def same_postcode_elsewhere(street):
    lives_at(street.anna, "Lijsterstraat 12", postcode="6711 xy")
    lives_at(street.jonas, postcode="6711XY")


SAME = [same_mail, same_phone, same_number_on_another_channel, same_home, same_postcode_elsewhere]


@pytest.mark.parametrize("how", SAME)
def test_who_shares_an_address_is_no_second(street, how):
    Membership.objects.filter(person=street.ingrid).update(role="member")
    how(street)
    removal = propose_measure(street.case_about(street.karin), "removal", by=street.anna, reason=WHY)

    assert list(queries.seconds_of(removal)) == [street.eva]
    with pytest.raises(DomainError, match="count as one"):
        agree(removal, by=street.jonas)
    assert agree(removal, by=street.eva).status == Measure.Status.TAKEN


def test_nor_is_who_shares_one_with_who_opened_the_case(street):
    same_home(street)
    case = street.case_about(street.karin, by=street.anna)
    removal = propose_measure(case, "removal", by=street.ingrid, reason=WHY)
    assert list(queries.seconds_of(removal)) == [street.eva]


@pytest.mark.parametrize("how", SAME)
def test_nobody_judges_their_own_second_account_or_their_housemate(street, how, login):
    how(street)
    case = street.case_about(street.jonas, by=street.ingrid)

    assert set(queries.judges_of(case)) == {street.ingrid}
    assert login(street.anna).get(f"/bureau/vogelbuurt/zaken/{case.pk}/").status_code == 404
    assert login(street.ingrid).get(f"/bureau/vogelbuurt/zaken/{case.pk}/").status_code == 200


def test_somebody_else_may_live_in_the_same_street_or_number(street):
    lives_at(street.anna)
    lives_at(street.jonas, house_number="12 A")
    lives_at(street.ingrid, "Vinkenlaan")
    removal = propose_measure(street.case_about(street.karin), "removal", by=street.anna, reason=WHY)
    assert set(queries.seconds_of(removal)) == {street.ingrid, street.jonas}


def test_an_address_that_nobody_proved_takes_nobody_along(street):
    same_mail(street)
    ContactPoint.objects.filter(person=street.anna, channel="email").update(verified_at=None)
    assert near([street.anna.pk], [street.jonas.pk], street.group) == set()


def test_the_page_says_why_somebody_else_is_asked(street, login):
    same_home(street)
    removal = propose_measure(street.case_about(street.karin), "removal", by=street.anna, reason=WHY)
    page = login(street.jonas).get(f"/bureau/vogelbuurt/zaken/{removal.case_id}/").content.decode()
    assert "Ingrid" in page
    assert 'name="agree"' not in page
    answer = login(street.jonas).post(
        f"/bureau/vogelbuurt/zaken/{removal.case_id}/antwoord/{removal.pk}/", {"agree": "1"}
    )
    assert answer.status_code == 400
    removal.refresh_from_db()
    assert removal.status == Measure.Status.PROPOSED


def test_a_ban_is_not_ended_sooner_by_one_human(street):
    same_phone(street)
    ban = Ban.objects.create(group=street.group, reason="no_insults", ends_at=timezone.now() + timedelta(days=30))
    ask_to_lift(ban, by=street.anna)
    with pytest.raises(DomainError, match="count as one"):
        agree_to_lift(ban, by=street.jonas)
    agree_to_lift(ban, by=street.ingrid)
    assert not Ban.objects.exists()


def test_a_case_about_the_only_other_begins_with_the_organisation(street):
    Membership.objects.filter(person=street.ingrid).update(role="member")
    same_home(street)
    case = open_case(street.member(street.jonas), rule="no_insults", by=street.eva, note="Hij schold.")
    assert case.desk == "organisation"
    assert list(queries.judges_of(case)) == [street.eva]


@pytest.mark.parametrize(
    ("one", "other"),
    [("12A", "12 a"), ("12 bus 3", "12/3"), ("nr. 12", "12"), ("12-3", "12 bte 3"), ("12bis", "12 bis")],
)
def test_one_house_number_in_several_spellings(one, other):
    assert house_spelling(one) == house_spelling(other) != ""


@pytest.mark.parametrize(("one", "other"), [("12/3", "123"), ("12", "12A"), ("12-3", "12-4"), ("1", "11")])
def test_another_house_number_is_another(one, other):
    assert house_spelling(one) != house_spelling(other)


def test_the_list_of_decisions_hides_what_is_about_a_housemate(street, login):
    agree(propose_measure(street.case_about(street.karin), "removal", by=street.anna, reason=WHY), by=street.ingrid)
    page = "/bureau/vogelbuurt/zaken/besluiten/"
    assert "<td" in login(street.jonas).get(page).content.decode()

    lives_at(street.karin)
    Membership.objects.filter(person=street.karin).update(left_at=None)  # who left lives nowhere that we know of
    lives_at(street.jonas, "Lijsterstr.", house_number="nr. 12")
    assert "<td" not in login(street.jonas).get(page).content.decode()
    assert "<td" in login(street.ingrid).get(page).content.decode()
