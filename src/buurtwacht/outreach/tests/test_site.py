# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError
from buurtwacht.outreach.models import Section, SiteVersion
from buurtwacht.outreach.services import discard_draft, publish_version, restore_version, save_draft
from buurtwacht.outreach.site import page_of, tabs_of
from buurtwacht.policy.presets import PRESETS
from buurtwacht.testing.cast import make_group, make_organisation
from buurtwacht.testing.nasty import nasty_strings

SITE = "/buurtpreventie/ede/"
EDIT = "/gemeente/ede/site/what/nl/"


def body_at(client, path: str = SITE) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def written(cast, body: str, language: str = "nl", section: str = "what") -> SiteVersion:
    return publish_version(save_draft(cast.organisation, section, language, body=body, by=cast.eva), by=cast.eva)


def test_the_site_has_exactly_these_parts(cast):
    tabs = [tab.section for tab in tabs_of(cast.organisation)]

    assert tabs == ["what", "how", "groups", "rules", "questions", "join", "contact"]


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("language", ["nl", "nl-be", "en", "fr", "de"])
def test_a_new_organisation_has_a_good_site_from_the_first_minute(db, preset, language):
    organisation = make_organisation("Nieuwstad")
    make_group(organisation, "Centrum", preset=preset)
    number = PRESETS[preset].emergency_number

    pages = {section: page_of(organisation, section, language) for section in Section if section != "groups"}
    for section in ("what", "how", "join"):
        assert len(pages[section].html) > 400
        assert "%(" not in pages[section].html
        assert "{" not in pages[section].html
    assert number in pages["what"].html
    assert len(pages["questions"].questions) >= 9
    assert ("politie" if language.startswith("nl") else "oli") in pages["what"].html


def test_the_default_words_follow_the_policy(db):
    zone, town = make_organisation("Zone", language="nl-be"), make_organisation("Stad")
    make_group(zone, "Bree", preset="be-politiezone")
    make_group(town, "Oost", preset="nl")

    assert "De politie kijkt wie er meedoet." in page_of(zone, "join", "nl").html
    assert "Laat zien dat u er woont" in page_of(town, "join", "nl").html
    assert "101" in page_of(zone, "how", "nl").html
    assert "112" in page_of(town, "how", "nl").html


@pytest.mark.parametrize(
    "path", ["", "hoe-werkt-het/", "gedragsregels/", "vragen/", "inschrijven/", "groepen/", "contact/"]
)
def test_every_part_answers(client, cast, path):
    assert "<h1" in body_at(client, f"{SITE}{path}")


def test_a_part_that_does_not_exist_is_no_page(client, cast):
    assert client.get(f"{SITE}bestaat-niet/").status_code == 404
    assert client.get("/buurtpreventie/nergens/").status_code == 404


def test_the_rules_are_those_of_the_group(client, cast):
    assert "Ik bel eerst 112." in body_at(client, f"{SITE}gedragsregels/")


def test_visitors_read_a_page_after_publishing_and_not_before(client, cast):
    draft = save_draft(cast.organisation, "what", "nl", body="Eigen **woorden**.", by=cast.eva)
    assert "Eigen" not in body_at(client)

    publish_version(draft, by=cast.eva)

    assert "Eigen <strong>woorden</strong>." in body_at(client)
    assert "Buurtpreventie is een groep buren" not in body_at(client)


def test_an_older_version_comes_back_as_a_new_one(client, cast):
    first = written(cast, "Eerste.")
    written(cast, "Tweede.")
    restored = restore_version(first, by=cast.eva)

    assert "Eerste." in body_at(client)
    assert restored.number == 3
    assert list(SiteVersion.objects.order_by("number").values_list("body", flat=True)) == [
        "Eerste.",
        "Tweede.",
        "Eerste.",
    ]


def test_a_draft_never_published_cannot_be_put_back(cast):
    draft = save_draft(cast.organisation, "what", "nl", body="Nog niet.", by=cast.eva)

    with pytest.raises(DomainError, match="nooit op de site"):
        restore_version(draft, by=cast.eva)


def test_saving_twice_keeps_one_draft_and_throwing_it_away_changes_nothing(client, cast):
    written(cast, "Op de site.")
    save_draft(cast.organisation, "what", "nl", body="Een.", by=cast.eva)
    draft = save_draft(cast.organisation, "what", "nl", body="Twee.", by=cast.eva)

    assert SiteVersion.objects.filter(published_at=None).count() == 1
    discard_draft(draft, by=cast.eva)
    assert SiteVersion.objects.filter(published_at=None).count() == 0
    assert "Op de site." in body_at(client)


def test_the_words_about_the_groups_stand_above_the_finder(client, cast):
    written(cast, "Elke wijk haar **eigen** groep.", section="groups")
    page = body_at(client, f"{SITE}groepen/")

    assert "Elke wijk haar <strong>eigen</strong> groep." in page
    assert page.count("<h1") == 1


def test_another_language_falls_back_to_what_the_organisation_wrote(client, cast):
    written(cast, "Alleen in het Nederlands.")
    french = page_of(cast.organisation, "what", "fr")

    assert "Alleen in het Nederlands." in french.html
    assert french.language == "nl"
    client.cookies["django_language"] = "fr"
    shown = body_at(client)
    assert ('lang="nl">' in shown, "pas encore dans votre langue" in shown) == (True, True)
    written(cast, "En français.", language="fr")
    assert page_of(cast.organisation, "what", "fr").html.count("En français.") == 1


def test_every_step_stands_in_the_journal_without_words(cast):
    version = written(cast, "Geheime woorden.")
    restore_version(version, by=cast.eva)
    lines = Line.objects.filter(action__startswith="site.").order_by("pk")

    assert [line.action for line in lines] == ["site.drafted", "site.published", "site.restored"]
    assert "Geheime" not in str([line.facts for line in lines])


def test_the_official_writes_looks_publishes_and_goes_back(login, cast, client):
    eva = login(cast.eva)
    answer = eva.post(EDIT, {"body": "## Kop\n\nTekst."})
    look = answer.headers["Location"]
    assert "Dit is een concept." in eva.get(look).content.decode()

    eva.post(look)
    assert '<h2 class="utrecht-heading-2">Kop</h2>' in body_at(client)
    assert "Dit lezen bezoekers nu." in eva.get(look).content.decode()

    eva.post(EDIT, {"body": "Anders."})
    eva.post(eva.post(EDIT, {"body": "Anders."}).headers["Location"])
    assert "Anders." in body_at(client)
    eva.post(look)
    assert "Tekst." in body_at(client)


def test_the_editor_begins_with_what_visitors_read(login, cast):
    assert "Buurtpreventie is een groep buren" in login(cast.eva).get(EDIT).content.decode()


def test_questions_are_written_ordered_and_taken_out(login, cast, client):
    eva = login(cast.eva)
    rows = {
        "body": "Vragen.",
        "form-TOTAL_FORMS": "3",
        "form-INITIAL_FORMS": "0",
        "form-0-order": "2",
        "form-0-question": "Tweede?",
        "form-0-answer": "Ja.",
        "form-1-order": "1",
        "form-1-question": "Eerste?",
        "form-1-answer": "Ja, **zeker**.",
        "form-2-question": "",
        "form-2-answer": "",
    }
    eva.post(eva.post("/gemeente/ede/site/questions/nl/", rows).headers["Location"])

    page = body_at(client, f"{SITE}vragen/")
    assert page.index("Eerste?") < page.index("Tweede?")
    assert "<strong>zeker</strong>" in page
    assert "Heb ik WhatsApp" not in page


def test_half_a_question_gets_a_sentence_and_nothing_is_lost(login, cast):
    rows = {"body": "Tekst.", "form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-question": "Waarom?"}
    page = login(cast.eva).post("/gemeente/ede/site/questions/nl/", rows).content.decode()

    assert "Deze vraag heeft geen antwoord." in page
    assert 'value="Waarom?"' in page
    assert SiteVersion.objects.count() == 0


def test_nobody_but_the_official_of_this_organisation_writes(login, cast, lanaken, client):
    version = written(cast, "Van Ede.")
    for person in (cast.anna, cast.dirk, cast.bram):
        assert login(person).post(EDIT, {"body": "Nee."}).status_code == 404
    assert login(cast.eva).get("/gemeente/lanaken/site/").status_code == 404
    assert login(cast.eva).post(f"/gemeente/lanaken/site/versie/{version.pk}/").status_code == 404
    assert "Van Ede." not in body_at(client, "/buurtpreventie/lanaken/")


def test_nothing_that_is_written_becomes_script(client, cast):
    for nasty in nasty_strings()[::10]:
        written(cast, nasty.replace("\x00", ""))
        page = body_at(client)
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "onerror=" not in page.replace("onerror=&", "").replace("&lt;", "") or "&lt;" in page
