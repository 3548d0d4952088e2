# SPDX-License-Identifier: EUPL-1.2
"""A neighbour flags a message: who hears what, and what nobody learns."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.moderation.flagging import queries, rules, services
from buurtwacht.moderation.models import Flag, Nudge
from buurtwacht.moderation.personal_data.flags import erase_flags, export_flags, export_nudges, forget_flags
from buurtwacht.reports.thread.services import withdraw_report
from buurtwacht.reports.thread.tests.threads import sighting


def page_of(entry):
    return reverse("report_flag", args=[entry.report_id, entry.pk])


def texts(messages):
    return "\n".join(f"{message.title} {message.body}" for message in messages)


def test_from_the_line_to_the_thanks(plain, gerrit, login):
    client = login(gerrit)
    thread = client.get(reverse("report", args=[plain.report_id])).content.decode()
    assert page_of(plain) in thread

    client.post(page_of(plain), {"reason": "untrue", "words": "Dat was de postbode."})

    flag = Flag.objects.get()
    assert (flag.entry, flag.by, flag.words) == (plain, gerrit, "Dat was de postbode.")
    thanks = client.get(page_of(plain)).content.decode()
    assert "Niemand leest dat u het was" in thanks


def test_on_own_lines_there_is_no_link_and_no_form(plain, bram, login):
    client = login(bram)
    assert page_of(plain) not in client.get(reverse("report", args=[plain.report_id])).content.decode()
    assert client.get(page_of(plain)).status_code == 400


@pytest.mark.parametrize("data", [{}, {"reason": "nonsense"}, {"reason": "other", "words": "a" * 301}])
def test_bad_input_flags_nothing_and_loses_nothing(plain, gerrit, login, data):
    answer = login(gerrit).post(page_of(plain), data)
    assert answer.status_code == 400
    assert data.get("words", "") in answer.content.decode()
    assert not Flag.objects.exists()


def test_flagging_twice_flags_once(plain, gerrit):
    services.raise_flag(plain, by=gerrit, reason="untrue")
    services.raise_flag(plain, by=gerrit, reason="hurts")
    assert Flag.objects.get().reason == "untrue"


def test_after_ten_a_day_it_is_enough(report, cast):
    for number in range(rules.MOST_A_DAY):
        services.raise_flag(sighting(report, cast.bram, f"Fiets {number} zonder licht"), by=cast.gerrit, reason="other")
    with pytest.raises(DomainError):
        services.raise_flag(sighting(report, cast.bram, "Nog een fiets"), by=cast.gerrit, reason="other")
    Flag.objects.update(at=timezone.now() - rules.DAY - timedelta(minutes=1))
    services.raise_flag(report.entries.last(), by=cast.gerrit, reason="other")


def test_who_is_not_in_the_group_flags_nothing(plain, farid):
    with pytest.raises(NotFound):
        services.raise_flag(plain, by=farid, reason="untrue")


def test_where_the_program_finds_nothing_people_look_and_not_the_writer(plain, cast, received):
    services.raise_flag(plain, by=cast.gerrit, reason="untrue")

    assert "iets niet klopt" in texts(received(cast.anna))
    assert "iets niet klopt" not in texts(received(cast.bram))
    assert [one.entry for one in queries.waiting_for(cast.group, cast.anna)] == [plain]


def test_words_of_the_coordinator_go_to_the_others_and_never_to_themselves(report, cast, login):
    cast.gerrit.memberships.update(role="moderator")
    entry = sighting(report, cast.anna, "Man bij de poort")
    services.raise_flag(entry, by=cast.bram, reason="untrue")
    services.consider(entry.pk)

    assert queries.waiting_for(cast.group, cast.anna) == []
    assert [one.entry for one in queries.waiting_for(cast.group, cast.gerrit)] == [entry]
    judge = reverse("flag_judge", args=[cast.group.slug, entry.pk])
    assert login(cast.anna).get(judge).status_code == 404
    assert login(cast.gerrit).get(judge).status_code == 200


def test_words_of_the_only_coordinator_go_to_who_answers_for_the_organisation(report, cast, login):
    entry = sighting(report, cast.anna, "Man bij de poort")
    services.raise_flag(entry, by=cast.bram, reason="untrue")
    services.consider(entry.pk)

    judge = reverse("flag_judge", args=[cast.group.slug, entry.pk])
    assert login(cast.eva).get(judge).status_code == 200
    login(cast.eva).post(judge, {"act": "hide", "reason": "untrue"})
    entry.refresh_from_db()
    assert entry.hidden_reason == "untrue"


def test_nobody_reads_who_flagged_it(plain, cast, login):
    services.raise_flag(plain, by=cast.gerrit, reason="untrue", words="Dat was de postbode.")
    services.consider(plain.pk)

    judge = login(cast.anna).get(reverse("flag_judge", args=[cast.group.slug, plain.pk])).content.decode()
    assert "Dat was de postbode." in judge
    assert "Gerrit" not in judge
    assert str(cast.gerrit.pk) not in judge
    assert not Line.objects.filter(action__startswith="flag.", by_id=cast.gerrit.pk).exists()
    assert "postbode" not in repr(export_nudges(cast.bram.pk)) + repr(export_flags(cast.bram.pk))
    assert "postbode" in repr(export_flags(cast.gerrit.pk))


def test_the_words_may_stay_and_who_flagged_them_reads_why(plain, cast, login, received):
    services.raise_flag(plain, by=cast.gerrit, reason="untrue")
    services.consider(plain.pk)
    judge = reverse("flag_judge", args=[cast.group.slug, plain.pk])

    login(cast.anna).post(judge, {"act": "stay", "answer": "Anna heeft het nagevraagd: het klopt."})

    assert "mogen blijven" in texts(received(cast.gerrit))
    assert "nagevraagd" in login(cast.gerrit).get(page_of(plain)).content.decode()
    assert "nagevraagd" not in texts(received(cast.bram))


def test_hidden_and_shown_again(plain, cast, login, received):
    services.raise_flag(plain, by=cast.gerrit, reason="untrue")
    services.consider(plain.pk)
    client, judge = login(cast.anna), reverse("flag_judge", args=[cast.group.slug, plain.pk])
    client.post(judge, {"act": "hide", "reason": "untrue"})
    assert "verborgen" in texts(received(cast.bram))
    tip = reverse("report_tip", args=[plain.report_id, plain.pk])
    own = login(cast.bram).get(tip).content.decode()
    assert "grijze rugzak" in own
    assert "Het klopt niet" in own

    client.post(reverse("flag_show_again", args=[cast.group.slug, plain.pk]))
    assert "weer te zien" in texts(received(cast.bram))
    assert Flag.objects.get().outcome == "fine"


def test_hiding_without_a_reason_says_so(plain, cast, login):
    services.raise_flag(plain, by=cast.gerrit, reason="other")
    services.consider(plain.pk)
    judge = reverse("flag_judge", args=[cast.group.slug, plain.pk])
    assert login(cast.anna).post(judge, {"act": "hide"}).status_code == 400
    plain.refresh_from_db()
    assert plain.hidden_at is None


def test_asking_the_writer_takes_it_from_the_desk_until_they_answer(plain, cast):
    services.raise_flag(plain, by=cast.gerrit, reason="untrue")
    services.consider(plain.pk)
    nudge = services.nudge_the_writer(plain, by=cast.anna)
    assert queries.waiting_for(cast.group, cast.anna) == []

    services.keep_words(nudge, by=cast.bram)
    assert [one.entry for one in queries.waiting_for(cast.group, cast.anna)] == [plain]
    with pytest.raises(DomainError):
        services.nudge_the_writer(plain, by=cast.anna)


def test_a_withdrawn_report_settles_what_was_flagged_on_it(plain, cast, received):
    services.raise_flag(plain, by=cast.gerrit, reason="untrue")
    withdraw_report(plain.report, by=cast.bram)
    assert "teruggenomen" in texts(received(cast.gerrit))
    assert Flag.objects.get().outcome == "changed"


def test_flags_go_in_time_and_with_who_raised_them(plain, cast):
    flag = services.raise_flag(plain, by=cast.gerrit, reason="untrue", words="Dat was de postbode.")
    erase_flags(cast.gerrit.pk)
    flag.refresh_from_db()
    assert (flag.by, flag.words) == (None, "")

    services.settle(plain, "fine")
    assert forget_flags(timezone.now() + rules.KEPT_FOR - timedelta(minutes=1)) == 0
    assert forget_flags(timezone.now() + rules.KEPT_FOR + timedelta(minutes=1)) == 1
    assert not Nudge.objects.exists()


def test_an_administrator_decides_at_once_about_words_that_nobody_flagged(plain, cast, login):
    client, judge = login(cast.anna), reverse("flag_judge", args=[cast.group.slug, plain.pk])
    assert judge in client.get(page_of(plain)).content.decode()
    client.post(judge, {"act": "hide", "reason": "untrue"})
    plain.refresh_from_db()
    assert plain.hidden_reason == "untrue"
    assert login(cast.bram).get(judge).status_code == 404


def test_a_moderator_judges_without_the_desk_of_the_coordinator(plain, cast, login):
    cast.gerrit.memberships.update(role="moderator")
    services.raise_flag(plain, by=cast.anna, reason="untrue")
    services.consider(plain.pk)
    page = login(cast.gerrit).get(reverse("flags", args=[cast.group.slug])).content.decode()
    assert "grijze rugzak" in page
    assert f'"{reverse("desk", args=[cast.group.slug])}"' not in page
