# SPDX-License-Identifier: EUPL-1.2
"""What is only supposed, in what is added to a report and in its correction (R107)."""

import pytest

from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.ids import new_id
from buurtwacht.reports import chain
from buurtwacht.reports.content import Content, own_words, read
from buurtwacht.reports.entries import fragment
from buurtwacht.reports.models import Entry
from buurtwacht.reports.personal_data import export_entries
from buurtwacht.reports.queries import thread_of
from buurtwacht.reports.tests.stories import make_report, told
from buurtwacht.reports.thread import services
from buurtwacht.testing.cast import gather

from .threads import Kind

GUESS = "Ze horen bij elkaar"
MARKED = "Vermoeden: Ze horen bij elkaar."


@pytest.fixture
def report(cast):
    return make_report(cast.group, cast.bram, content=told(supposed="Ze zoeken een fiets"))


def added(report, by, kind=Kind.SIGHTING, **facts):
    content = Content(text="Loopt naar het park.", place="Merelweg", supposed=GUESS, **facts)
    return services.add_supplement(report, by=by, kind=kind, content=content)


def page(login, who, report):
    return login(who).get(f"/meldingen/{report.pk}/").content.decode()


def test_on_the_page_it_stands_apart_behind_what_was_seen(cast, login, report):
    text = page(login, cast.gerrit, report)
    assert "<p>Vermoeden: Ze zoeken een fiets.</p>" in text
    assert text.index("Grijs" if "Grijs" in text else "Donkere jas") < text.index("Vermoeden:")


@pytest.mark.parametrize(
    ("slug", "facts"),
    [
        ("gezien", {"place": "Merelweg", "text": "Loopt naar het park."}),
        ("persoon", {"person-0-clothing": "Grijze trui"}),
        ("voertuig", {"vehicle-0-kind": "van", "vehicle-0-colour": "wit"}),
    ],
)
def test_every_addition_can_have_it(cast, login, report, slug, facts):
    url = f"/meldingen/{report.pk}/aanvullen/{slug}/"
    browser = login(cast.gerrit)
    assert "Wat ik vermoed, maar niet zag" in browser.get(url).content.decode()
    answer = browser.post(url, {**facts, "supposed": GUESS, "minutes_ago": "0", "entry_id": str(new_id())})

    assert answer.status_code == 302, answer.content.decode()
    assert read(report.entries.order_by("-sequence")[0]).supposed == GUESS
    line = thread_of(report).lines[0]
    assert line.supposed == MARKED
    assert GUESS not in line.headline + line.text


def test_a_supposition_alone_is_no_description(cast, login, report):
    told = {"supposed": GUESS, "minutes_ago": "0", "entry_id": str(new_id())}
    answer = login(cast.gerrit).post(f"/meldingen/{report.pk}/aanvullen/persoon/", told)
    assert answer.status_code == 200
    assert GUESS in answer.content.decode()
    assert report.entries.count() == 1


def test_on_open_screens_it_is_muted(report, gerrit):
    html = fragment(added(report, gerrit), "nl")
    assert f'<p class="bw-soft">{MARKED}</p>' in html
    assert f"<strong>{MARKED}" not in html


@pytest.mark.parametrize("words", ["Dat is de dief van laatst", "Het is vast Jansen van nummer 12"])
def test_words_that_accuse_are_refused_here_too(cast, login, report, words):
    told = {"place": "Merelweg", "text": "Loopt weg.", "supposed": words, "minutes_ago": "0", "entry_id": str(new_id())}
    answer = login(cast.gerrit).post(f"/meldingen/{report.pk}/aanvullen/gezien/", told)
    assert answer.status_code == 200
    assert report.entries.count() == 1


def test_the_service_refuses_them_whatever_the_form(report, gerrit):
    content = Content(text="Loopt weg.", place="Merelweg", supposed="Dat is de dief van laatst")
    with pytest.raises(DomainError):
        services.add_supplement(report, by=gerrit, kind=Kind.SIGHTING, content=content)


def test_a_correction_starts_with_it_and_replaces_it(cast, login, report):
    url = f"/meldingen/{report.pk}/verbeteren/"
    browser = login(cast.bram)
    assert 'value="Ze zoeken een fiets"' in browser.get(url).content.decode()
    told = {"text": "Man zoekt zijn kat.", "supposed": "", "place": "Merelweg", "entry_id": str(new_id())}
    assert browser.post(url, told | {"advice_seen": "1"}).status_code == 302
    assert "Vermoeden" not in page(login, cast.gerrit, report)
    assert not any("fiets" in str(entry.content) for entry in report.entries.all())


def test_what_was_hidden_takes_it_along(cast, login, report):
    entry = added(report, cast.gerrit)
    services.hide_entry(entry, by=cast.anna, reason="accusation")
    entry.refresh_from_db()
    assert own_words(entry).supposed == GUESS
    assert read(entry).supposed == ""
    assert GUESS not in page(login, cast.bram, report)
    assert chain.verify(report.pk, report.entries.order_by("sequence")).is_whole


def test_what_is_withdrawn_takes_it_along(cast, login, report):
    added(report, cast.gerrit)
    services.withdraw_report(report, by=cast.bram)
    assert "Vermoeden" not in page(login, cast.gerrit, report)
    described = report.entries.exclude(kind__in=(Entry.Kind.FALSE_ALARM, Entry.Kind.WITHDRAWN))
    assert not any(entry.content for entry in described)


def test_who_wrote_it_gets_it_with_their_data(report, gerrit):
    added(report, gerrit)
    assert GUESS in str(export_entries(gerrit))


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_page_is_fit_to_be_seen(live_site, seen_well):
    cast = gather()
    report = make_report(cast.group, cast.bram, content=told(supposed="Ze zoeken een fiets"))
    added(report, cast.gerrit)
    seen_well(f"/meldingen/{report.pk}/", cast.gerrit, "06-melding-vermoeden")
    seen_well(f"/meldingen/{report.pk}/verbeteren/", cast.bram, "verbeteren-vermoeden")
