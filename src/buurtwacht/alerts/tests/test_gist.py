# SPDX-License-Identifier: EUPL-1.2
"""The same news in a few narrow words, for channels that only send forms."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from buurtwacht.alerts import messages
from buurtwacht.alerts.messages import envelope as envelopes
from buurtwacht.alerts.resolvers import tell_entry
from buurtwacht.channels.base import Gist
from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.services import intend
from buurtwacht.people.models import Person
from buurtwacht.reports.content import Content, PersonCard
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread.services import close_report, withdraw_report
from buurtwacht.testing.cast import add_contact_point, join, make_person

Kind = Entry.Kind


def add(report, kind, author, **content):
    return add_entry(report, kind=kind, role=Entry.Role.MEMBER, author=author, content=Content(**content))


def test_of_an_alarm(report, anna, received):
    [alert] = received(anna)
    called = timezone.localtime(report.called_at, report.group.tz)
    assert alert.gist == Gist(
        kind="alarm",
        call=f"112 gebeld {called:%H:%M}",
        what="Iemand voelt aan deuren of poorten",
        where="Brandgang Lijsterstraat – Merelweg",
        when=alert.gist.when,
        group="Vogelbuurt",
    )
    assert len(alert.gist.when) == 5


def test_who_wants_little_on_a_locked_screen_reads_little_in_a_form(report, anna, received):
    anna.lock_screen = Person.LockScreen.SHORT
    anna.save()
    [alert] = received(anna)
    assert (alert.gist.what, alert.gist.where) == ("", "")
    assert alert.gist.call
    assert alert.gist.group == "Vogelbuurt"


def test_it_is_in_the_language_of_its_reader(report, anna, received):
    anna.language = "fr"
    anna.save()
    [alert] = received(anna)
    assert "appelé" in alert.gist.call
    assert alert.gist.what.startswith("Quelqu")


def test_of_additions_and_never_how_somebody_looks(report, anna, gerrit, received):
    add(report, Kind.SIGHTING, gerrit, direction="Richting Vogelpark", text="Grijze rugzak.")
    add(report, Kind.PERSON, gerrit, persons=(PersonCard(sex="man", clothing="Rode muts"),))
    _first, seen, person = received(anna)
    assert (seen.gist.kind, seen.gist.what) == ("update", "Nieuwe plek: richting Vogelpark")
    assert person.gist.what == "Er is een beschrijving bij gekomen"
    assert seen.gist.call.startswith("112 gebeld")
    assert "muts" not in str(person.gist)
    assert "rugzak" not in str(seen.gist)


def test_of_an_ending(report, anna, bram, received):
    received(anna)
    withdraw_report(report, by=bram)
    *_, ended = received(anna)
    assert (ended.gist.kind, ended.gist.group) == ("ended", "Vogelbuurt")
    assert ended.gist.what == "Melding ingetrokken"
    assert ended.gist.call == ""


def test_of_a_closed_report(report, anna, gerrit, received):
    received(gerrit)
    close_report(report, by=anna, reason=Report.CloseReason.NOTHING_MORE)
    *_, closed = received(gerrit)
    assert closed.gist.kind == "ended"
    assert closed.gist.what.startswith("Afgesloten ")


def test_of_a_note(report, anna, received):
    with transaction.atomic():
        intend("report.silence", report.pk, priority=2, valid_for=timedelta(hours=1))
    *_, asked = received(anna)
    assert (asked.gist.kind, asked.gist.what) == ("note", "Is het voorbij? Vogelbuurt")
    assert "112" not in asked.gist.what


def test_of_a_test(anna):
    words = messages.test_words()
    assert words.gist.kind == "test"
    assert words.gist.when


def test_news_without_a_gist_of_its_own_names_its_group_only(group):
    words = messages.Words(title="Titel", story="Verhaal")
    envelope = messages.Envelope(path="/", priority=2, ttl=60, topic="", group=group)
    message = envelopes.message_for(words, envelope, language="nl", lock_screen="full")
    assert message.gist == Gist(kind="note", group="Vogelbuurt")


def test_everybody_who_reads_the_same_shares_one(report, group):
    for name in ("Ilse", "Jan", "Kees"):
        neighbour = make_person(name)
        join(group, neighbour)
        add_contact_point(neighbour)
    recipients = tell_entry(Intent.objects.get()).recipients
    assert len(recipients) > 3
    assert len({id(one.message.gist) for one in recipients}) == 1
