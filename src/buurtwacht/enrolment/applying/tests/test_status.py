# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.enrolment.applying.queries import progress_of
from buurtwacht.enrolment.applying.services import withdraw_silent
from buurtwacht.enrolment.links import APPLICANT
from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.services import advance, mark_done, refuse
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.links import link_token
from buurtwacht.policy.presets import PRESETS
from buurtwacht.testing.cast import make_group

LINES = {
    "be-politiezone": ["EMAIL", "SIGN", "POLICE", "ADMISSION"],
    "nl-binnenbijster": ["EMAIL", "SIGN", "ADMISSION"],
    "be-gemeente": ["EMAIL", "SIGN", "ADMISSION"],
    "nl-ede": ["EMAIL", "SIGN", "GATE", "ADMISSION"],
    "be-lanaken": ["EMAIL", "SIGN"],
    "nl": ["EMAIL", "SIGN", "RESIDENCE"],
    "be": ["EMAIL", "SIGN", "RESIDENCE"],
    "be-bin": ["EMAIL", "SIGN", "ADMISSION"],
}


def page_of(application, part=""):
    return f"/aanmelding/{link_token(APPLICANT, application.pk)}/{part}"


@pytest.mark.parametrize("preset", PRESETS)
def test_it_shows_exactly_the_steps_of_the_preset(cast, apply_to, preset):
    application = advance(apply_to(make_group(cast.organisation, f"Buurt {preset}", preset=preset)))

    progress = progress_of(application)

    assert len(progress.stages) == len(LINES[preset]) + 1
    assert [stage.state for stage in progress.stages][:3] == ["done", "now", "next"]
    assert progress.step is Step.SIGN


def test_whoever_is_in_still_sees_everything_that_was_done(cast, apply_to):
    application = mark_done(apply_to(make_group(cast.organisation, "Rekem", preset="be-lanaken")), Step.SIGN)

    assert [stage.title for stage in progress_of(application).stages] == [
        "Uw mailadres is bevestigd",
        "U bent akkoord met de afspraken",
        "U doet mee",
    ]


def test_what_the_coordinator_does_names_the_coordinator(cast, apply_to):
    group = make_group(cast.organisation, "Binnen", preset="nl-binnenbijster")
    cast.group.memberships.filter(person=cast.anna).update(group=group)
    application = mark_done(apply_to(group), Step.SIGN)

    stage = progress_of(application).stages[-2]
    assert (stage.doer, stage.state) == ("Anna", "now")


def test_a_neighbour_of_a_group_being_formed_sees_the_counter(cast, apply_to, client):
    group = make_group(cast.organisation, "Nieuw", preset="nl", status=WatchGroup.Status.FORMING, needed_members=10)
    numbers = [progress_of(advance(apply_to(group, name))).number for name in ("Ans", "Bas", "Cor")]

    assert numbers == [1, 2, 3]
    page = client.get(page_of(Application.objects.last())).content.decode()
    assert "3" in page
    assert "10" in page


def test_opening_the_page_to_stop_stops_nothing(cast, apply_to, client):
    application = advance(apply_to(cast.group))

    assert client.get(page_of(application, "stoppen/")).status_code == 200
    application.refresh_from_db()
    assert application.status == "confirmed"


def test_what_is_wrong_can_be_put_right(cast, apply_to, client):
    application = advance(apply_to(cast.group))
    typed = {
        "first_name": "Chantalle",
        "family_name": "de Vos",
        "phone": "06 87654321",
        "street": "Lijsterstraat",
        "house_number": "3",
        "postcode": "6711 AC",
        "town": "Ede",
    }

    assert client.post(page_of(application, "gegevens/"), typed).status_code == 302
    application.refresh_from_db()
    assert (application.first_name, application.street, application.phone) == (
        "Chantalle",
        "Lijsterstraat",
        "+31687654321",
    )
    assert client.post(page_of(application, "gegevens/"), typed | {"phone": "12"}).status_code == 400


def test_once_it_is_checked_only_others_put_it_right(cast, apply_to, client):
    application = advance(apply_to(cast.group, signed_at=timezone.now(), vetted_at=timezone.now()))

    assert client.get(page_of(application, "gegevens/")).status_code == 302
    assert "gegevens/" not in client.get(page_of(application)).content.decode()


def test_who_was_refused_reads_no_reason(cast, apply_to, client):
    application = refuse(apply_to(cast.group), reason="police")

    page = client.get(page_of(application)).content.decode()
    assert "police" not in page
    assert "bw-steps" not in page


def test_what_nobody_comes_back_for_ends_by_itself(cast, apply_to):
    long_ago = timezone.now() - timedelta(days=61)
    zone = make_group(cast.organisation, "Zone", preset="be-politiezone")
    for name, group in (("Ans", cast.group), ("Bas", zone)):
        mark_done(apply_to(group, name, submitted_at=long_ago), Step.SIGN)
    mark_done(apply_to(cast.group, "Cor"), Step.SIGN)

    assert [withdraw_silent(), withdraw_silent()] == [1, 0]
    found = {one.first_name: one.status for one in Application.objects.all()}
    assert found == {"Ans": "withdrawn", "Bas": "checking", "Cor": "checking"}  # Bas waits for the police

    Application.objects.filter(group=zone).update(submitted_at=timezone.now() - timedelta(days=181))
    assert withdraw_silent() == 1


def test_somebody_of_another_group_hears_at_once_what_is_in_the_way(cast, apply_to, client):
    application = advance(apply_to(cast.group, email=cast.farid.email))

    page = client.get(page_of(application)).content.decode()
    assert "Bloemenbuurt" in page
    assert "/ondertekenen/" not in page
    assert progress_of(advance(apply_to(cast.group, "Ans"))).in_the_way is None


def test_the_link_of_who_joined_ends_after_a_day_and_says_where_to_go(cast, apply_to, client):
    application = apply_to(cast.group, status="joined", ended_at=timezone.now() - timedelta(hours=23))
    assert client.get(page_of(application)).status_code == 200

    Application.objects.update(ended_at=timezone.now() - timedelta(hours=25))
    answer = client.get(page_of(application))
    assert answer.status_code == 404
    assert "Log dan in met uw mailadres" in answer.content.decode()
    assert client.get(page_of(application, "ondertekenen/")).status_code == 404

    Application.objects.update(status="refused")  # who was refused can read it, and object, for thirty days
    assert client.get(page_of(application)).status_code == 200
