# SPDX-License-Identifier: EUPL-1.2
"""What is worth knowing and no alarm: offered, decided on, read in a digest of one's own choice (R140, C10)."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.delivery.models import Delivery, Intent, Priority
from buurtwacht.groups.desk_registry import tasks_for
from buurtwacht.groups.info import queries, rules, services
from buurtwacht.groups.models import InfoNote, InfoTold, Membership
from buurtwacht.groups.personal_data.info import export_notes, export_told, forget_notes, forget_told
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.services import erase_person
from buurtwacht.testing.cast import add_contact_point, join

HERE = ZoneInfo("Europe/Amsterdam")
TRICK = "Deze week babbeltrucs in onze wijk. Tip: ketting op de deur, bel bij twijfel 112."
INSULT, SHOUTED = "De buurman is een klootzak", "LET OP DE DEUR VANAVOND, MENSEN"
WEDNESDAY = datetime(2026, 11, 18, 12, tzinfo=HERE)
FRIDAY = datetime(2026, 11, 20, 16, 7, tzinfo=HERE)
WEEK, DAY = timedelta(days=7), timedelta(days=1)


@pytest.fixture
def at():
    """Somebody reads the clock at this moment."""
    return lambda moment: time_machine.travel(moment, tick=False)


@pytest.fixture(autouse=True)
def long_ago(request):
    """The cast has lived here for a while."""
    if "cast" in request.fixturenames or "group" in request.fixturenames:
        request.getfixturevalue("cast")
        Membership.objects.update(joined_at=WEDNESDAY - 10 * WEEK)


def days_from(moment, days=14):
    first = moment.astimezone(HERE).date()
    return {"first": first, "last": first + timedelta(days=days - 1)}


@pytest.fixture
def published(group, anna):
    """A note that Anna published at this moment."""

    def publish(moment, words=TRICK, days=14, where=group):
        with time_machine.travel(moment, tick=False):
            note = services.write_note(where, words=words, **days_from(moment, days), by=anna)
            return services.publish_note(note, by=anna)

    return publish


def digests_of(received, person, *moments):
    """What came in when the clock struck at these moments."""
    with time_machine.travel(WEDNESDAY - WEEK, tick=False):
        before = len(received(person))
    for moment in moments:
        with time_machine.travel(moment, tick=False):
            services.send_digests(timezone.now())
            received(person)
    with time_machine.travel(moments[-1], tick=False):
        return received(person)[before:]


def test_from_the_officer_by_the_coordinator_to_members(cast, login, received, at):
    for person in (cast.bram, cast.gerrit):
        add_contact_point(person, "email", person.email)
    with at(WEDNESDAY):
        answer = login(cast.dirk).post(
            "/politie/ede/info/",
            {"words": TRICK, "first": "2026-11-18", "last": "2026-12-01", "groups": ["vogelbuurt"]},
        )
        assert answer.status_code == 302
        note = InfoNote.objects.get()
        assert (note.state, note.role, note.group) == ("waiting", "officer", cast.group)
        assert received(cast.anna)[0].title == "Info voor Vogelbuurt wacht op u"
        assert received(cast.bram) == []
        assert "info_waiting" in [task.kind for task in tasks_for(cast.group, cast.anna)]
        desk = login(cast.anna).get("/bureau/vogelbuurt/info/").content.decode()
        assert TRICK in desk
        assert "/groepen/vogelbuurt/melden/" in desk  # or as an alarm: the coordinator chooses the way (C10)
        decided = login(cast.anna).post(f"/bureau/vogelbuurt/info/{note.pk}/besluit/", {"do": "publish"})
        assert decided.status_code == 302
        assert received(cast.bram) == []  # nothing goes out before Friday

    told = digests_of(received, cast.bram, FRIDAY)
    assert len(told) == 1
    assert TRICK in told[0].body
    assert told[0].title == "Info, geen alarm: Vogelbuurt"
    assert (told[0].urgency, told[0].sound) == ("notice", False)
    assert not Intent.objects.filter(priority__lt=Priority.NOTICE).exists()
    assert set(Intent.objects.filter(kind="info.digest").values_list("priority", flat=True)) == {Priority.DIGEST}
    with at(FRIDAY):
        assert TRICK in login(cast.bram).get("/groepen/vogelbuurt/info/").content.decode()
        assert TRICK not in login(cast.bram).get("/meldingen/").content.decode()
        assert login(cast.dirk).get("/groepen/vogelbuurt/info/").status_code == 404
        assert TRICK not in login(cast.dirk).get("/politie/ede/info/").content.decode()


def test_the_letter_holds_every_word_and_the_role_of_who_wrote_it(cast, published, received):
    published(WEDNESDAY, words="Zin. " * 120)
    letter = digests_of(received, cast.bram, FRIDAY)[0].extra["mail"]["body"]
    assert letter.count("Zin.") == 120
    assert "(Coördinator, tot en met 1 december)" in letter
    assert "Anna" not in letter


def test_nothing_is_sent_where_there_is_nothing(cast, received):
    assert digests_of(received, cast.bram, FRIDAY) == []
    assert not InfoTold.objects.exists()


def test_the_clock_may_strike_twice_and_late(cast, published, received):
    published(WEDNESDAY)
    assert len(digests_of(received, cast.bram, FRIDAY, FRIDAY, FRIDAY + timedelta(hours=3), FRIDAY + WEEK)) == 1


def test_after_weeks_of_silence_everything_comes_once(cast, published, received):
    published(WEDNESDAY, days=28)
    published(WEDNESDAY + WEEK, words="Sluit de schuur.")
    told = digests_of(received, cast.bram, FRIDAY + WEEK, FRIDAY + 2 * WEEK)
    assert len(told) == 1
    assert "Sluit de schuur." in told[0].body
    assert TRICK in told[0].body


def test_a_digest_that_is_days_late_waits_for_the_next(cast, published, received):
    published(WEDNESDAY)
    assert digests_of(received, cast.bram, FRIDAY + 3 * DAY) == []
    assert len(digests_of(received, cast.bram, FRIDAY + WEEK)) == 1


def test_one_message_for_all_groups_of_somebody(cast, published, received):
    join(cast.next_group, cast.bram, joined_at=WEDNESDAY - WEEK)
    published(WEDNESDAY)
    published(WEDNESDAY, words="Het hek van het speelveld staat open.", where=cast.next_group)
    [told] = digests_of(received, cast.bram, FRIDAY)
    assert "Bloemenbuurt, Vogelbuurt" in told.title
    assert TRICK in told.body
    assert "speelveld" in told.body


def test_another_group_reads_nothing(cast, published, received, login, at):
    published(WEDNESDAY)
    assert digests_of(received, cast.farid, FRIDAY) == []
    with at(FRIDAY):
        assert login(cast.farid).get("/groepen/vogelbuurt/info/").status_code == 404
        assert TRICK not in login(cast.farid).get("/groepen/bloemenbuurt/info/").content.decode()


@pytest.mark.parametrize(
    ("wish", "thursday", "friday"), [("daily", 1, 1), ("weekly", 0, 1), ("none", 0, 0)], ids=["daily", "weekly", "none"]
)
def test_everybody_gets_it_as_often_as_they_wish(cast, published, received, login, wish, thursday, friday):
    login(cast.bram).post("/mijn/telefoon/", {"lock_screen": "full", "info": wish})
    cast.bram.refresh_from_db()
    assert cast.bram.info == wish
    published(WEDNESDAY + timedelta(hours=8))
    evening = datetime(2026, 11, 19, 17, 7, tzinfo=HERE)
    assert len(digests_of(received, cast.bram, evening)) == thursday
    assert len(digests_of(received, cast.bram, FRIDAY, FRIDAY + timedelta(hours=1))) in (friday, friday - thursday)
    assert len(received(cast.bram)) == max(thursday, friday)


def test_who_is_suspended_reads_along_and_who_left_does_not(cast, published, received, login, at):
    Membership.objects.filter(person=cast.bram).update(suspended_until=FRIDAY + WEEK)
    Membership.objects.filter(person=cast.gerrit).update(left_at=WEDNESDAY)
    published(WEDNESDAY)
    assert len(digests_of(received, cast.bram, FRIDAY)) == 1
    assert digests_of(received, cast.gerrit, FRIDAY) == []
    with at(FRIDAY):
        assert TRICK in login(cast.bram).get("/groepen/vogelbuurt/info/").content.decode()


def test_who_joined_since_waits_for_the_next_and_gets_what_still_holds(cast, published, received):
    published(WEDNESDAY)
    join(cast.group, cast.chantal, joined_at=FRIDAY + timedelta(hours=1))
    assert digests_of(received, cast.chantal, FRIDAY + timedelta(hours=2)) == []
    assert len(digests_of(received, cast.chantal, FRIDAY + WEEK)) == 1


def test_what_is_over_or_withdrawn_is_read_by_nobody(cast, published, received, login, at):
    note = published(WEDNESDAY, days=1)
    other = published(WEDNESDAY, words="Sluit de schuur.")
    with at(WEDNESDAY):
        login(cast.anna).post(f"/bureau/vogelbuurt/info/{other.pk}/besluit/", {"do": "withdraw"})
    assert digests_of(received, cast.bram, FRIDAY) == []
    with at(FRIDAY):
        page = login(cast.bram).get("/groepen/vogelbuurt/info/").content.decode()
    assert TRICK not in page
    assert "schuur" not in page
    assert forget_notes(note.ends_at + timedelta(days=29, hours=20)) == 1  # what was withdrawn ended earlier
    assert forget_notes(note.ends_at + timedelta(days=31)) == 1


def test_withdrawn_between_the_promise_and_the_sending(cast, published, received, anna):
    note = published(WEDNESDAY)
    with time_machine.travel(FRIDAY, tick=False):
        assert services.send_digests(timezone.now()) == 3
        services.withdraw_note(note, by=anna)
        assert received(cast.bram) == []


def test_a_short_locked_screen_shows_no_words(cast, published, received):
    cast.bram.lock_screen = "short"
    cast.bram.save()
    published(WEDNESDAY)
    [told] = digests_of(received, cast.bram, FRIDAY)
    assert "babbeltrucs" not in told.body
    assert "babbeltrucs" in told.extra["mail"]["body"]


@pytest.mark.parametrize("path", ["/politie/ede/info/", "/gemeente/ede/info/", "/bureau/vogelbuurt/info/nieuw/"])
def test_an_insult_is_refused_and_advice_is_shown_once(cast, login, path):
    person = {"politie": cast.dirk, "gemeente": cast.eva, "bureau": cast.anna}[path.split("/")[1]]
    today = timezone.localdate()
    sent = {"first": today, "last": today, "groups": ["vogelbuurt"]}
    refused = login(person).post(path, sent | {"words": INSULT, "advice_seen": "1"})
    assert INSULT in refused.content.decode()  # nothing is lost
    advised = login(person).post(path, sent | {"words": SHOUTED})
    assert 'name="advice_seen"' in advised.content.decode()
    assert not InfoNote.objects.exists()
    assert login(person).post(path, sent | {"words": SHOUTED, "advice_seen": "1"}).status_code == 302
    assert InfoNote.objects.get().words == SHOUTED


@pytest.mark.parametrize(
    "wrong",
    [
        {"words": "  "},
        {"words": "x" * 1001},
        {"first": "gisteren"},
        {"first": "2026-11-18", "last": "2026-12-16"},
        {"first": "2026-12-20", "last": "2026-12-21"},
        {"last": "2026-11-17"},
        {"groups": ["bloemenbuurt", "elders"]},
        {"groups": []},
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(cast, login, at, wrong):
    right = {"words": TRICK, "first": "2026-11-18", "last": "2026-12-01", "groups": ["vogelbuurt"]}
    with at(WEDNESDAY):
        answer = login(cast.dirk).post("/politie/ede/info/", right | wrong)
    assert answer.status_code == 200
    assert "bw-field--error" in answer.content.decode() or 'role="alert"' in answer.content.decode()
    assert not InfoNote.objects.exists()


def test_the_police_of_another_organisation_offer_nothing_here(cast, login):
    assert login(cast.dirk).get("/politie/elders/info/").status_code == 404
    assert login(cast.eva).get("/politie/ede/info/").status_code == 404
    assert login(cast.bram).get("/gemeente/ede/info/").status_code == 404


def test_a_draft_is_changed_published_and_then_stands(group, anna, login):
    coordinator, today = login(anna), timezone.localdate()
    coordinator.post("/bureau/vogelbuurt/info/nieuw/", {"words": "Eerst.", "first": today, "last": today})
    note = InfoNote.objects.get()
    assert note.state == "draft"
    assert not queries.current_notes(group).exists()
    url = f"/bureau/vogelbuurt/info/{note.pk}/"
    coordinator.post(url, {"words": "Daarna.", "first": today, "last": today, "do": "publish"})
    assert [one.words for one in queries.current_notes(group)] == ["Daarna."]
    assert coordinator.get(url).status_code == 302
    assert coordinator.post(f"{url}besluit/", {"do": "decline"}).status_code == 400
    assert coordinator.post(f"{url}besluit/", {}).status_code == 400
    assert set(Line.objects.filter(subject_id=note.pk).values_list("action", flat=True)) == {
        "info.written",
        "info.changed",
        "info.published",
    }


def test_words_that_a_coordinator_changes_are_the_coordinators(group, anna, dirk):
    today = timezone.localdate()
    note = services.offer_note(group, words=TRICK, first=today, last=today, role="officer", by=dirk)
    same = services.write_note(group, words=TRICK, first=today, last=today + DAY, by=anna, note=note)
    assert (same.role, same.state) == ("officer", "waiting")
    changed = services.write_note(group, words="Anders.", first=today, last=today, by=anna, note=note)
    assert (changed.role, changed.author) == ("coordinator", anna)


def test_what_begins_later_is_read_from_then_on(group, anna, published, at):
    with at(WEDNESDAY):
        first = date(2026, 11, 25)
        note = services.write_note(group, words=TRICK, first=first, last=first, by=anna)
        services.publish_note(note, by=anna)
        assert not queries.current_notes(group).exists()
        assert services.can_be_changed(InfoNote.objects.get())
    with at(WEDNESDAY + WEEK):
        assert queries.current_notes(group).count() == 1


def test_nobody_publishes_what_is_over(group, anna, dirk, at):
    with at(WEDNESDAY):
        note = services.offer_note(group, words=TRICK, **days_from(WEDNESDAY, 1), role="officer", by=dirk)
    with at(FRIDAY), pytest.raises(DomainError):
        services.publish_note(note, by=anna)


@pytest.mark.parametrize(
    ("wish", "now", "due"),
    [
        ("weekly", datetime(2026, 11, 20, 15, 59), None),
        ("weekly", datetime(2026, 11, 20, 16), datetime(2026, 11, 20, 16)),
        ("weekly", datetime(2026, 11, 22, 15), datetime(2026, 11, 20, 16)),
        ("weekly", datetime(2026, 11, 23, 15), None),
        ("daily", datetime(2026, 11, 20, 16, 59), None),
        ("daily", datetime(2026, 11, 21, 4), datetime(2026, 11, 20, 17)),
        ("daily", datetime(2026, 3, 29, 4), datetime(2026, 3, 28, 17)),  # the clock goes forward in between
        ("none", datetime(2026, 11, 20, 17), None),
    ],
)
def test_when_a_digest_is_due(wish, now, due):
    found = rules.last_due(wish, now.replace(tzinfo=HERE), HERE)
    assert found == (due.replace(tzinfo=HERE) if due else None)


@pytest.mark.browser
def test_the_pages_look_well(cast, dirk, anna, bram, seen_well):
    today = timezone.localdate()
    told = "Vorige week drie fietsen weg bij het station."
    services.offer_note(cast.group, words=told, first=today, last=today + WEEK, role="officer", by=dirk)
    note = services.write_note(cast.group, words=TRICK, first=today, last=today + WEEK, by=anna)
    services.publish_note(note, by=anna)
    seen_well("/bureau/vogelbuurt/info/", anna, "info-bureau")
    seen_well("/bureau/vogelbuurt/info/nieuw/", anna, "info-schrijven")
    seen_well("/groepen/vogelbuurt/info/", bram, "info-lezen")
    seen_well("/politie/ede/info/", dirk, "info-aanbieden")
    seen_well("/groepen/vogelbuurt/melden/info/", bram, "info-vertellen")


def test_a_digest_costs_nothing_before_an_alarm_and_rings_nobody(cast, published, received):
    """The lowest priority, no call, and after the hours in which somebody wants quiet."""
    add_contact_point(cast.bram, "voice", "+31600000001")
    published(WEDNESDAY)
    digests_of(received, cast.bram, FRIDAY)
    intent = Intent.objects.get(kind="info.digest", subject_id=cast.bram.pk)
    assert set(intent.facts) == {"since", "up_to"}  # no words
    assert intent.payer_id == cast.group.pk
    assert set(Delivery.objects.filter(intent_id=intent.pk).values_list("channel", flat=True)) == {"log"}


def test_what_is_kept_about_who_wrote_and_read_goes_when_they_go(cast, published, received):
    published(WEDNESDAY)
    digests_of(received, cast.bram, FRIDAY)
    assert export_told(cast.bram.pk)
    assert [row["words"] for row in export_notes(cast.anna.pk)] == [TRICK]
    erase_person(cast.bram)
    erase_person(cast.anna)
    assert not InfoTold.objects.filter(person=cast.bram).exists()
    assert not InfoNote.objects.exists()
    assert forget_told(FRIDAY + 7 * WEEK) == 0
    assert forget_told(FRIDAY + 9 * WEEK) == 1  # Gerrit's; Anna and Bram are gone
