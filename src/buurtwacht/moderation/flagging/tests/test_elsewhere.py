# SPDX-License-Identifier: EUPL-1.2
"""What does not belong in a report goes to its place with one press of a button (R137, R139, R140)."""

import pytest
from django.urls import reverse

from buurtwacht.groups.models import InfoNote
from buurtwacht.groups.services import change_settings
from buurtwacht.lib.errors import NotFound
from buurtwacht.moderation.flagging import services
from buurtwacht.moderation.models import Flag

TOWN = {"municipal_report_url": "https://www.ede.nl/melden"}


@pytest.fixture
def out_of_place(plain, cast):
    services.raise_flag(plain, by=cast.gerrit, reason="not_for_here")
    services.consider(plain.pk)
    return plain


def judging(entry):
    return reverse("flag_judge", args=[entry.report.group.slug, entry.pk])


def test_into_the_weekly_information_with_one_press(out_of_place, cast, login):
    client = login(cast.anna)
    assert 'name="act" value="info"' in client.get(judging(out_of_place)).content.decode()

    client.post(judging(out_of_place), {"act": "info"})

    out_of_place.refresh_from_db()
    note = InfoNote.objects.get()
    assert (note.state, note.words) == ("draft", "Man met grijze rugzak, loopt naar het park. Merelweg.")
    assert out_of_place.hidden_reason == "not_for_here"
    assert Flag.objects.get().outcome == "hidden"
    assert note.words in client.get(reverse("desk_info", args=[cast.group.slug])).content.decode()


def test_to_the_municipality_and_the_writer_reads_where(out_of_place, cast, login):
    change_settings(cast.group, TOWN, by=cast.anna)
    login(cast.anna).post(judging(out_of_place), {"act": "town"})

    tip = login(cast.bram).get(reverse("report_tip", args=[out_of_place.report_id, out_of_place.pk]))
    assert TOWN["municipal_report_url"] in tip.content.decode()
    assert not InfoNote.objects.exists()


def test_where_no_municipality_is_known_it_is_not_offered(out_of_place, cast, login):
    assert 'value="town"' not in login(cast.anna).get(judging(out_of_place)).content.decode()
    assert login(cast.anna).post(judging(out_of_place), {"act": "town"}).status_code == 400


def test_what_is_about_something_else_offers_no_other_place(plain, cast, login):
    services.raise_flag(plain, by=cast.gerrit, reason="untrue")
    services.consider(plain.pk)
    assert 'value="info"' not in login(cast.anna).get(judging(plain)).content.decode()
    assert login(cast.anna).post(judging(plain), {"act": "info"}).status_code == 400


def test_a_moderator_writes_no_information(out_of_place, cast, login):
    cast.hanna.memberships.update(role="moderator")
    assert 'value="info"' not in login(cast.hanna).get(judging(out_of_place)).content.decode()
    with pytest.raises(NotFound):
        services.move_to_information(out_of_place, by=cast.hanna)
    assert not InfoNote.objects.exists()
