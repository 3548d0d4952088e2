# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.enrolment.applying.drafts import draft_of
from buurtwacht.enrolment.applying.facts import ApplicantFacts
from buurtwacht.enrolment.applying.services import submit_application
from buurtwacht.enrolment.services import mark_done
from buurtwacht.enrolment.services.advance import step_of
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.services import start_idea
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.outreach.services import start_group
from buurtwacht.outreach.tasks import drop_forgotten_ideas
from buurtwacht.places.models import Street

START = "/groep-starten/"
ADDRESS = {"stap": "adres", "street": "Bosweg 3"}
PLAN = {"stap": "plan", "street": "Bosweg 3", "name": "Bosrand", "goal": "Minder inbraken.", "needed": "3"}


@pytest.fixture
def street(empty_area):
    return Street.objects.create(area=empty_area, name="Bosweg", latitude=52.04, longitude=5.64)


@pytest.fixture
def idea(cast, empty_area):
    return start_group(cast.organisation, empty_area, name="Bosrand", goal="Samen.", needed=3)


def applied(group, name: str = "Ivo"):
    facts = ApplicantFacts(
        first_name=name, street="Bosweg", email=f"{name.lower()}@voorbeeld.example", wants_to_coordinate=name == "Ivo"
    )
    return submit_application(group, facts, source="site")


def test_the_page_explains_and_lists_what_helps(client, cast):
    page = client.get(START).content.decode()

    assert "Niemand hoeft toestemming te geven" in page
    assert page.count("<li>") >= 6


def test_an_address_without_a_group_asks_for_a_plan(client, street):
    page = client.post(START, ADDRESS).content.decode()

    assert 'value="Bosrand"' in page
    assert "Met hoeveel buren begint u?" in page


def test_an_address_with_a_group_leads_there(client, cast):
    page = client.post(START, ADDRESS | {"street": "Lijsterstraat"}).content.decode()

    assert "Uw adres hoort bij" in page
    assert "Vogelbuurt" in page
    assert WatchGroup.objects.count() == 2


def test_a_plan_becomes_an_idea_and_the_initiator_goes_on_to_the_form(client, cast, street):
    response = client.post(START, PLAN)
    group = WatchGroup.objects.get(name="Bosrand")

    assert response.headers["Location"] == f"/aanmelden/{group.slug}/"
    assert (group.status, group.needed_members, group.goal) == ("idea", 3, "Minder inbraken.")
    assert (group.organisation, group.preset, group.area) == (cast.organisation, cast.group.preset, street.area)
    assert draft_of(response.wsgi_request).values == {"street": "Bosweg 3", "wants_to_coordinate": "on"}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": ""}, "Geef de groep een naam"),
        ({"name": "…"}, "Geef de groep een naam"),
        ({"needed": "1"}, "Minder inbraken."),
        ({"needed": "heel veel"}, "Vul een getal in."),
    ],
)
def test_bad_input_gets_a_sentence_and_nothing_is_lost(client, cast, street, changes, sentence):
    page = client.post(START, PLAN | changes).content.decode()

    assert sentence in page
    assert "Minder inbraken." in page
    assert not WatchGroup.objects.filter(status="idea").exists()


def test_it_is_on_the_site_once_somebody_can_be_reached(by_day, client, cast, idea, received):
    application = applied(idea)
    handle_due_lines()
    assert client.get(f"/buurtpreventie/ede/groepen/{idea.slug}/").status_code == 404

    mark_done(application, Step.EMAIL)
    handle_due_lines()

    idea.refresh_from_db()
    assert idea.status == "forming"
    assert b"Bosrand" in client.get(f"/buurtpreventie/ede/groepen/{idea.slug}/").content
    [notice] = received(cast.eva)
    assert notice.title == "Buren beginnen een groep: Bosrand"


def test_three_neighbours_bring_it_into_being_without_a_municipality(cast, idea):
    cast.organisation.roles.all().delete()
    for name in ("Ivo", "Jet", "Kim"):
        application = applied(idea, name)
        while step := step_of(application):
            application = mark_done(application, step)
        handle_due_lines()

    idea.refresh_from_db()
    assert idea.memberships.filter(left_at=None).count() == 3
    assert idea.status in ("forming", "active")


def test_the_same_name_twice_is_no_problem(cast, empty_area, idea):
    again = start_group(cast.organisation, empty_area, name="Bosrand", goal="", needed=10)
    nameless = start_group(cast.organisation, empty_area, name="北", goal="", needed=10)

    assert (idea.slug, again.slug, nameless.slug) == ("bosrand", "bosrand-2", "groep")


def test_an_idea_that_nobody_goes_on_with_goes(cast, idea, empty_area):
    wanted = start_group(cast.organisation, empty_area, name="Ander", goal="", needed=3)
    applied(wanted)
    WatchGroup.objects.filter(status="idea").update(created_at=timezone.now() - timedelta(days=8))

    assert drop_forgotten_ideas() == 1

    idea.refresh_from_db()
    wanted.refresh_from_db()
    assert (idea.status, wanted.status) == ("closed", "idea")


def test_what_an_official_planned_is_left_alone(cast, empty_area):
    planned = start_idea(cast.organisation, name="Plan", area=empty_area, by=cast.eva)
    mark_done(applied(planned), Step.EMAIL)
    handle_due_lines()
    WatchGroup.objects.filter(pk=planned.pk).update(created_at=timezone.now() - timedelta(days=8))

    assert drop_forgotten_ideas() == 0
    planned.refresh_from_db()
    assert planned.status == "idea"


def test_the_name_of_a_group_is_no_advertisement(client, street):
    """It stands above a mail that goes to whatever address somebody fills in."""
    page = client.post(START, PLAN | {"name": "Win nu op www.prijzen.example"})

    assert "geen webadres" in page.content.decode()
    assert not WatchGroup.objects.filter(name__startswith="Win").exists()
