# SPDX-License-Identifier: EUPL-1.2
"""What people do on the pages of a group, what they get when it goes wrong, and who may not."""

from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.groups import queries
from buurtwacht.groups.models import GroupNote, GroupTransfer, Membership, PolicyVersion, WatchGroup
from buurtwacht.groups.services import begin_forming, change_settings, plan_new_group, still_here
from buurtwacht.groups.settings_form import SettingsForm
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError
from buurtwacht.testing.cast import join, make_group, make_organisation

DESK = "/bureau/vogelbuurt/groep/"
TOWN = "/gemeente/ede/groepen/"


@pytest.fixture
def idea(cast):
    return plan_new_group(cast.organisation, name="Klaverveld", area=cast.group.area, by=cast.eva)


def test_the_wizard_from_name_to_neighbours(cast, login):
    client = login(cast.eva)
    place = {"name": "Klaverveld", "area": str(cast.group.area.pk), "streets": "Klaverstraat\n\nGraslaan"}
    assert client.post(f"{TOWN}nieuw/", place)["Location"] == f"{TOWN}klaverveld/nieuw/regels/"
    client.post(f"{TOWN}klaverveld/nieuw/regels/", {"rules": "nl-ede"})
    client.post(
        f"{TOWN}klaverveld/nieuw/plan/", {"goal": "Elkaar kennen.", "needed_members": "5", "most_members": "60"}
    )
    coordinator = {"first_name": "Ilse", "email": "ilse@voorbeeld.example", "street": "Graslaan", "house_number": "3"}
    client.post(f"{TOWN}klaverveld/nieuw/coordinator/", {**coordinator, "agreed": "on"})
    page = client.get(f"{TOWN}klaverveld/nieuw/klaar/").content.decode()
    assert "/aanmelden/klaverveld/" in page
    assert "<svg" in page
    client.post(f"{TOWN}klaverveld/stand/", {"change": "form"})
    group = WatchGroup.objects.get(slug="klaverveld")
    assert (group.status, group.preset, group.needed_members, group.policy.most_members) == ("forming", "nl-ede", 5, 60)
    assert list(group.street_ranges.values_list("street", flat=True)) == ["Graslaan", "Klaverstraat"]
    assert [one.person.first_name for one in queries.coordinators_of(group)] == ["Ilse"]


def test_a_group_begins_like_one_that_knows_how(cast, login, idea):
    change_settings(cast.group, {"doubt": "off", "most_members": 80})
    WatchGroup.objects.filter(pk=cast.group.pk).update(goal="Samen kijken.", needed_members=7)
    login(cast.eva).post(f"{TOWN}klaverveld/nieuw/regels/", {"rules": "group:vogelbuurt"})
    idea.refresh_from_db()
    assert (idea.policy.doubt, idea.policy.most_members, idea.goal) == ("off", 80, "Samen kijken.")
    assert idea.needed_members == 7


@pytest.mark.parametrize(
    ("step", "data", "said"),
    [
        ("gebied", {"name": "", "area": "", "streets": ""}, "Kies een gebied"),
        ("gebied", {"name": "Vogelbuurt", "area": "", "streets": "Klaverstraat"}, "al een groep"),
        ("regels", {"rules": "wild-west"}, "fouten"),
        ("plan", {"goal": "x", "needed_members": "90", "most_members": "20"}, "niet beginnen met meer buren"),
        ("plan", {"goal": "x" * 700, "needed_members": "", "most_members": "1000000"}, "fouten"),
        ("coordinator", {"first_name": "Ilse", "email": "ilse", "street": "", "house_number": ""}, "fouten"),
    ],
)
def test_a_slip_in_the_wizard_is_said_and_nothing_is_lost(cast, login, idea, step, data, said):
    response = login(cast.eva).post(f"{TOWN}klaverveld/nieuw/{step}/", data)
    page = response.content.decode()
    assert response.status_code == 200
    assert said in page
    typed = [value for value in data.values() if value and value not in ("wild-west",)]
    assert all(value in page for value in typed)


def test_the_settings_page_changes_what_was_changed_and_lists_the_version(cast, login):
    form = SettingsForm(group=cast.group)
    data = {name: form.initial[name] for name in form.fields} | {"doubt": "off", "most_members": "90"}
    client = login(cast.anna)
    assert client.post(f"{DESK}instellingen/", data).status_code == 302
    cast.group.refresh_from_db()
    assert cast.group.overrides == {"doubt": "off", "most_members": 90}
    page = client.get(f"{DESK}instellingen/").content.decode()
    assert "De spelregels zeggen: 150." in page
    assert "Leden gaan opnieuw akkoord" not in page  # the first version has nothing before it
    client.post(f"{DESK}instellingen/", data | {"doubt": "whole_group"})
    assert "Leden gaan opnieuw akkoord" in client.get(f"{DESK}instellingen/").content.decode()
    assert PolicyVersion.objects.filter(group=cast.group).count() == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"doubt": "sometimes"},
        {"most_members": "0"},
        {"minimum_age": "abc"},
        {"member_types": []},
        {"non_urgent_number": "bel maar"},
        {"online_report_url": "javascript:alert(1)"},
        {"police_access": ["everything"]},
    ],
)
def test_a_setting_that_does_not_fit_is_refused_with_the_rest_kept(cast, login, wrong):
    form = SettingsForm(group=cast.group)
    data = {name: form.initial[name] for name in form.fields} | {"outcome_days": "9"} | wrong
    response = login(cast.anna).post(f"{DESK}instellingen/", data)
    assert response.status_code == 200
    assert 'value="9"' in response.content.decode()
    cast.group.refresh_from_db()
    assert cast.group.overrides == {}


def test_a_group_cannot_give_itself_the_right_to_ask_for_a_national_number(cast, login):
    group = make_group(cast.organisation, "Eik", "be-politiezone")
    join(group, cast.anna, "coordinator")
    change_settings(group, {"national_number_authorisation": "FO 12/2026"})
    form = SettingsForm(group=group)
    data = {name: form.initial[name] for name in form.fields} | {"national_number_authorisation": "Eigen briefje"}
    assert "national_number_authorisation" not in form.fields
    login(cast.anna).post("/bureau/eik/groep/instellingen/", data | {"outcome_days": "9"})
    group.refresh_from_db()
    assert group.overrides == {"national_number_authorisation": "FO 12/2026", "outcome_days": 9}


def test_who_stops_is_asked_whether_they_are_sure(cast, login):
    cast.organisation.roles.filter(role="official").delete()  # nobody else could say yes
    client = login(cast.anna)
    for change in ("rest", "close"):
        assert client.post(f"{DESK}stand/", {"change": change}).status_code == 400
    assert client.post(f"{DESK}stand/", {"change": "rest", "sure": "yes"}).status_code == 302
    assert client.post(f"{DESK}stand/", {"change": "wake"}).status_code == 302
    assert client.post(f"{DESK}stand/", {"change": "close", "sure": "yes"})["Location"] == "/"
    cast.group.refresh_from_db()
    assert cast.group.status == "closed"
    assert client.get(DESK).status_code == 404


def test_a_quiet_group_says_that_it_is_there(cast, login):
    WatchGroup.objects.update(created_at=timezone.now() - timedelta(days=400))
    client = login(cast.anna)
    assert "er nog" in client.get(DESK).content.decode()
    client.post(f"{DESK}stand/", {"change": "here"})
    assert Line.objects.filter(action="group.still_here", by_id=cast.anna.pk).count() == 1
    still_here(cast.group, by=cast.anna)


def test_an_official_closes_only_what_nobody_runs(cast, login):
    client = login(cast.eva)
    assert client.post(f"{TOWN}vogelbuurt/stand/", {"change": "close", "sure": "yes"}).status_code == 400
    Membership.objects.filter(group=cast.group).update(role="member", deputy_of=None)
    assert client.post(f"{TOWN}vogelbuurt/stand/", {"change": "close", "sure": "yes"}).status_code == 302
    cast.group.refresh_from_db()
    assert cast.group.status == "closed"


@pytest.mark.parametrize(
    ("preset", "settings", "page", "wizard"),
    [("nl", 404, 200, 200), ("be-lanaken", 200, 200, 200), ("be-gemeente", 404, 200, 404)],
)
def test_what_an_official_may_open_is_in_the_house_rules(cast, login, preset, settings, page, wizard):
    """C5: facilitates, manages the settings, or only advises."""
    group = plan_new_group(cast.organisation, name="Eikenwijk", area=cast.group.area)
    begin_forming(change_settings(group, {}, preset=preset))
    client = login(cast.eva)
    assert client.get("/bureau/eikenwijk/groep/instellingen/").status_code == settings
    assert client.get(f"{TOWN}eikenwijk/").status_code == page
    assert client.get(f"{TOWN}eikenwijk/nieuw/plan/").status_code == wizard


def test_an_official_never_reads_a_name(cast, login):
    client = login(cast.eva)
    change_settings(cast.group, {"municipality": "technical_management"})
    pages = [TOWN, f"{TOWN}vogelbuurt/", "/gemeente/ede/gebieden/", f"{DESK}instellingen/", f"{DESK}splitsen/"]
    for page in pages:
        text = client.get(page).content.decode()
        assert "Bram" not in text, page


def test_an_official_of_another_town_finds_nothing(cast, login):
    other = make_organisation("Lanaken")
    other.roles.create(person=cast.chantal, role="official")
    client = login(cast.chantal)
    assert client.get("/gemeente/lanaken/groepen/").status_code == 200
    for page in (TOWN, f"{TOWN}vogelbuurt/", "/gemeente/lanaken/groepen/vogelbuurt/", f"{DESK}overdragen/"):
        assert client.get(page).status_code == 404, page


def test_the_rota_and_a_second_coordinator(cast, login):
    client = login(cast.anna)
    anna, bram = (str(Membership.objects.get(person=person).pk) for person in (cast.anna, cast.bram))
    day = timezone.localdate() + timedelta(days=3)
    turn = {"coordinator": anna, "deputy": bram, "first_day": day.isoformat(), "last_day": day.isoformat()}
    assert client.post(f"{DESK}coordinatoren/rooster/", turn).status_code == 302
    again = client.post(f"{DESK}coordinatoren/rooster/", turn)
    assert (again.status_code, "al over" in again.content.decode()) == (200, True)
    assert client.post(f"{DESK}coordinatoren/rooster/{bram}/").status_code == 302
    assert Membership.objects.get(pk=bram).deputy_until is None
    assert client.post(f"{DESK}coordinatoren/erbij/", {"member": bram}).status_code == 302
    assert client.post(f"{DESK}coordinatoren/{anna}/")["Location"] == "/"
    assert [one.person for one in queries.coordinators_of(cast.group)] == [cast.bram]


def test_nobody_becomes_coordinator_past_the_police(cast, login):
    change_settings(cast.group, {"vetting": "coordinator_only"})
    bram = Membership.objects.get(person=cast.bram)
    response = login(cast.anna).post(f"{DESK}coordinatoren/erbij/", {"member": str(bram.pk)})
    assert response.status_code == 400
    assert not queries.is_coordinator(cast.bram, cast.group)


def test_who_stood_in_takes_over_with_one_button(cast, login):
    page = "/groepen/vogelbuurt/coordinator/"
    assert login(cast.gerrit).post(page).status_code == 400  # Anna is there
    Membership.objects.filter(person=cast.anna).update(role="member")
    assert login(cast.bram).post(page).status_code == 400
    assert "coordinator-worden" in login(cast.bram).get(page).content.decode()
    assert login(cast.gerrit).post(page)["Location"] == "/bureau/vogelbuurt/"
    assert queries.is_coordinator(cast.gerrit, cast.group)


def test_a_split_on_the_page(cast, login):
    client = login(cast.anna)
    bram = Membership.objects.get(person=cast.bram)
    data = {"streets": ["Merelweg"], "name": "Merelbuurt", "coordinator": str(bram.pk)}
    wrong = client.post(f"{DESK}splitsen/", data | {"streets": ["Mezenlaan"]})
    assert (wrong.status_code, "Merelbuurt" in wrong.content.decode()) == (200, True)
    assert client.post(f"{DESK}splitsen/", data)["Location"] == DESK
    assert queries.members_of(WatchGroup.objects.get(slug="merelbuurt")).count() == 1


def test_a_group_changes_hands_only_when_both_agree(cast, login):
    team = make_organisation("Buurtteam", kind="team")
    team.roles.create(person=cast.chantal, role="official")
    anna = login(cast.anna)
    assert anna.post(f"{DESK}overdragen/", {"organisation": str(team.pk)}).status_code == 302
    cast.group.refresh_from_db()
    assert cast.group.organisation == cast.organisation
    [transfer] = GroupTransfer.objects.all()
    assert login(cast.farid).post(f"/overdracht/{transfer.pk}/", {"answer": "yes"}).status_code == 404
    assert login(cast.chantal).post(f"/overdracht/{transfer.pk}/", {"answer": "no"}).status_code == 302
    anna.post(f"{DESK}overdragen/", {"organisation": str(team.pk)})
    anna.post(f"{DESK}overdragen/", {"end": "yes"})
    anna.post(f"{DESK}overdragen/", {"organisation": str(team.pk)})
    transfer = GroupTransfer.objects.get(ended_at=None)
    login(cast.chantal).post(f"/overdracht/{transfer.pk}/", {"answer": "yes"})
    cast.group.refresh_from_db()
    assert cast.group.organisation == team
    assert queries.is_coordinator(cast.anna, cast.group)


def test_neighbours_answer_for_their_own_team(cast, login):
    """R016: no official is needed to take a group over."""
    team = make_organisation("Buurtteam", kind="association")
    WatchGroup.objects.filter(pk=cast.next_group.pk).update(organisation=team)
    Membership.objects.filter(person=cast.farid).update(role="coordinator")
    login(cast.anna).post(f"{DESK}overdragen/", {"organisation": str(team.pk)})
    transfer = GroupTransfer.objects.get(ended_at=None)
    login(cast.farid).post(f"/overdracht/{transfer.pk}/", {"answer": "yes"})
    cast.group.refresh_from_db()
    assert cast.group.organisation == team


def test_the_log_of_the_start(cast, login, idea):
    page = "/bureau/klaverveld/groep/logboek/"
    assert login(cast.eva).post(page, {"note": "yes", "words": " Bel de buurtkamer. "}).status_code == 302
    assert login(cast.dirk).post(page, {"note": "yes", "words": "Ik kom langs."}).status_code == 302
    assert login(cast.dirk).post(page, {"tick": "yes", "steps": ["officer", "evening"]}).status_code == 302
    assert set(GroupNote.objects.values_list("role", "author")) == {
        ("official", cast.eva.pk),
        ("officer", cast.dirk.pk),
    }
    assert {step.name for step in idea.steps.all()} == {"officer", "evening"}
    shown = login(cast.eva).get(page).content.decode()
    assert "Ik kom langs." in shown
    empty = login(cast.eva).post(page, {"note": "yes", "words": "  "})
    assert (empty.status_code, GroupNote.objects.count()) == (200, 2)
    for nobody in (cast.bram, cast.farid, cast.hanna):
        assert login(nobody).get(page).status_code == 404


def test_an_officer_reads_the_log_of_a_new_group_only(cast, login):
    assert login(cast.dirk).get(f"{DESK}logboek/").status_code == 404


def test_what_a_successor_reads(cast, login):
    change_settings(cast.group, {"doubt": "off"})
    page = login(cast.anna).get(f"{DESK}inwerken/").content.decode()
    for words in ("Basisteam Ede", "112", "Anna", "Mag iemand die twijfelt het eerst aan de groep vertellen?"):
        assert words in page


def test_a_coordinator_says_which_signs_are_no_emergency_and_never_violence(cast, login):
    client, url = login(cast.anna), f"{DESK}instellingen/"
    form = SettingsForm(group=cast.group)
    page = client.get(url).content.decode()
    assert 'name="not_acute" value="vandalism"' in page
    assert 'name="not_acute" value="violence"' not in page

    client.post(url, {name: form[name].initial for name in form.fields} | {"not_acute": ["vandalism"]})
    assert WatchGroup.objects.get(pk=cast.group.pk).policy.not_acute == ("vandalism",)
    assert Line.objects.get(action="group.settings_changed").facts["material"] is False
    for sign in ("violence", "missing", "other", "tries_doors"):
        with pytest.raises(DomainError):
            change_settings(cast.group, {"not_acute": [sign]}, by=cast.anna)
