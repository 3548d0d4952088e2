# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.enrolment.checking import services
from buurtwacht.enrolment.checking.access import neighbour_url
from buurtwacht.enrolment.checking.letters import LETTER
from buurtwacht.enrolment.checking.queries import case_of
from buurtwacht.enrolment.links import APPLICANT
from buurtwacht.enrolment.models import Application
from buurtwacht.groups.queries import membership_in
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.links import link_token
from buurtwacht.testing.cast import join, make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def page_of(application, name="adres"):
    return f"/aanmelding/{link_token(APPLICANT, application.pk)}/{name}/"


def test_showing_where_one_lives(seen_well, showing, bram, eva):
    application = showing()
    seen_well(page_of(application), None, "adres-kiezen")

    letter = services.choose_way(application, "letter")
    seen_well(page_of(application), None, "adres-brief")
    seen_well(f"/aanmelding/{link_token(LETTER, letter.pk)}/adres/", None, "adres-uit-brief")
    seen_well("/gemeente/ede/brieven/", eva, "brieven")

    neighbour = services.choose_way(application, "neighbour")
    seen_well(page_of(application), None, "adres-buur")
    seen_well("/buur-kent-mij/", bram, "buur-code")
    seen_well("/buur-kent-mij/" + neighbour_url(neighbour).rstrip("/").rpartition("/")[2] + "/", bram, "buur-kent-mij")


def test_the_first_neighbours(seen_well, cast, group, anna, bram):
    group.memberships.filter(person__in=(anna, bram)).update(is_unchecked=True)

    seen_well(f"/groepen/{group.slug}/eerste-buren/", bram, "eerste-buren")


def test_the_coordinator_at_the_door(seen_well, showing, asked, zone, cast, gerrit, dirk, signed):
    services.give_verdict(case_of(cast.organisation, asked("Yasmina").pk), "yes", by=dirk)
    asked("Bas")
    join(zone, make_person("Nico"), "coordinator", street="Dorpsstraat")
    services.open_candidacy(join(zone, make_person("Els"), street="Zonstraat"))
    handle_due_lines()
    signed(gerrit, zone)
    approved = Application.objects.get(status="approved")

    seen_well(f"/bureau/{zone.slug}/aanmeldingen/", gerrit, "bureau-aanmeldingen")
    seen_well(f"/bureau/{zone.slug}/aanmeldingen/{approved.pk}/", gerrit, "bureau-gegevens")
    seen_well(f"/bureau/{zone.slug}/aanmeldingen/{approved.pk}/niet/", gerrit, "bureau-niet")


def test_a_visit_on_the_desk(seen_well, showing, anna, group):
    services.choose_way(showing(), "visit")

    seen_well(f"/bureau/{group.slug}/aanmeldingen/", anna, "bureau-bezoek")


def test_the_desk_of_the_police(seen_well, asked, cast, dirk):
    seen_well("/politie/ede/aanmeldingen/", dirk, "politie-leeg")
    services.give_verdict(case_of(cast.organisation, asked("Ans").pk), "no", by=dirk)
    first, second = asked("Bas"), asked("Wilhelmina", family_name="van Oldenbarnevelt-Sluijters")
    services.object_to_refusal(
        Application.objects.get(status="refused"), "Ik woon hier al dertig jaar.\nKijk nog eens."
    )

    seen_well("/politie/ede/aanmeldingen/", dirk, "politie-aanmeldingen")
    seen_well("/politie/ede/aanmeldingen/bekijken/", dirk, "politie-bekijken")
    seen_well(f"/politie/ede/aanmeldingen/bekijken/?wie={first.pk}", dirk, "politie-een")
    seen_well(f"/politie/ede/toewijzen/{second.application_id}/", dirk, "politie-toewijzen")
    seen_well("/bezwaren/ede/", dirk, "bezwaren")


def test_after_a_refusal(seen_well, asked, cast, dirk):
    vetting = asked()
    seen_well(page_of(vetting.application, "politie"), None, "wat-de-politie-kreeg")
    services.give_verdict(case_of(cast.organisation, vetting.pk), "no", by=dirk)

    seen_well(page_of(vetting.application, "bezwaar"), None, "bezwaar")


def test_becoming_coordinator(seen_well, zone, bram):
    member = join(zone, bram, street="Zonstraat")
    seen_well(f"/groepen/{zone.slug}/coordinator-worden/", bram, "coordinator-worden")
    services.offer(membership_in(bram, zone) or member, agrees=True, by=bram)

    seen_well(f"/groepen/{zone.slug}/coordinator-worden/", bram, "coordinator-hoe-ver")


def test_the_officer_and_the_coordinator_find_each_other(seen_well, cast, dirk, anna, group):
    seen_well(f"/bureau/{group.slug}/wijkagent/", anna, "wijkagent-leeg")
    services.fill_card(cast.organisation, by=dirk, phone="06 1111 2222", hours="ma tot en met do", gives_workshops=True)

    seen_well(f"/bureau/{group.slug}/wijkagent/", anna, "wijkagent")
    seen_well("/politie/ede/mijn-kaart/", dirk, "politie-kaart")
