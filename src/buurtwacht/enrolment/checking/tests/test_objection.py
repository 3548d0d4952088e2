# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from buurtwacht.enrolment.checking import services
from buurtwacht.enrolment.checking.queries import case_of
from buurtwacht.enrolment.links import APPLICANT
from buurtwacht.enrolment.models import Application, Objection
from buurtwacht.enrolment.services import mark_done
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.models import OrganisationRole
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.links import link_token
from buurtwacht.testing.cast import make_group
from buurtwacht.testing.chance import without_chance
from buurtwacht.testing.nasty import nasty_strings


@pytest.fixture
def refused(asked, cast, dirk):
    """Somebody whom the police refused."""
    vetting = asked()
    services.give_verdict(case_of(cast.organisation, vetting.pk), "no", by=dirk)
    handle_due_lines()
    mail.outbox.clear()
    return Application.objects.get(pk=vetting.application_id)


@pytest.fixture
def turned_away(cast, apply_to, anna):
    """Somebody whom a coordinator did not let in."""
    group = make_group(cast.organisation, "Bin", preset="nl-binnenbijster")
    application = mark_done(apply_to(group), Step.SIGN)
    return services.turn_away(application, "elsewhere", by=anna)


def page_of(application):
    return f"/aanmelding/{link_token(APPLICANT, application.pk)}/bezwaar/"


def test_an_objection_that_is_upheld_lets_the_application_go_on(refused, client, login, dirk):
    shown = client.get(page_of(refused)).content.decode()
    assert "Basisteam Ede" in shown
    client.post(page_of(refused), {"words": "Ik woon er sinds 1990."})
    handle_due_lines()
    [told] = mail.outbox
    assert told.to == ["politie@voorbeeld.example"]
    assert "1990" not in without_chance(told.body)

    objection = Objection.objects.get()
    assert "Ik woon er sinds 1990." in login(dirk).get("/bezwaren/ede/").content.decode()
    login(dirk).post(f"/bezwaren/ede/{objection.pk}/", {"upheld": "1"})
    handle_due_lines()

    application = Application.objects.get()
    assert (application.status, application.ended_at, application.vetting.verdict) == ("approved", None, "yes")
    assert "gaat verder" in mail.outbox[1].body


def test_a_refusal_that_stands_is_told_and_asked_once(refused, client, login, dirk):
    services.object_to_refusal(refused, "Kijk nog eens.")
    login(dirk).post(f"/bezwaren/ede/{Objection.objects.get().pk}/", {"stands": "1"})
    handle_due_lines()

    assert Application.objects.get().status == "refused"
    assert "De weigering blijft" in mail.outbox[-1].body
    with pytest.raises(DomainError):
        services.object_to_refusal(refused, "En nog eens.")
    with pytest.raises(DomainError):
        services.answer_objection(Objection.objects.get(), upheld=True, by=dirk)


def test_the_police_answer_for_the_police_and_the_municipality_for_the_rest(
    refused, turned_away, login, dirk, eva, anna
):
    of_police = services.object_to_refusal(refused, "Een")
    of_group = services.object_to_refusal(turned_away, "Twee")

    for person, own, other in ((dirk, of_police, of_group), (eva, of_group, of_police)):
        page = login(person).get("/bezwaren/ede/").content.decode()
        assert own.words in page
        assert other.words not in page
        assert login(person).post(f"/bezwaren/ede/{other.pk}/", {"upheld": "1"}).status_code == 404
    assert login(anna).get("/bezwaren/ede/").status_code == 404

    login(eva).post(f"/bezwaren/ede/{of_group.pk}/", {"upheld": "1"})
    assert Application.objects.get(pk=turned_away.pk).status == "joined"


def test_where_the_municipality_has_nobody_the_police_desk_has_them_all(turned_away, login, dirk):
    services.object_to_refusal(turned_away, "Twee")
    OrganisationRole.objects.filter(role="official").delete()

    assert "Twee" in login(dirk).get("/bezwaren/ede/").content.decode()


def test_after_thirty_days_and_without_a_refusal_there_is_nothing_to_object_to(refused, showing, client):
    assert client.get(page_of(showing("Bas"))).status_code == 302
    Application.objects.update(ended_at=timezone.now() - timedelta(days=30))

    assert client.get(page_of(refused)).status_code == 404  # the link ends with the last day to object
    with pytest.raises(DomainError):
        services.object_to_refusal(refused, "Te laat.")


def test_nothing_is_lost_when_the_words_are_too_long(refused, client):
    words = "woord " * 400
    page = client.post(page_of(refused), {"words": words}).content.decode()

    assert words.strip()[:200] in page
    assert "2.000" in page
    assert not Objection.objects.exists()


def test_nasty_strings_as_an_objection(refused, client, login, dirk):
    for words in nasty_strings():
        Objection.objects.all().delete()
        assert client.post(page_of(refused), {"words": words}).status_code in (200, 302), words
        if Objection.objects.exists():
            page = login(dirk).get("/bezwaren/ede/")
            assert page.status_code == 200, words
            assert "<script>alert" not in page.content.decode()
