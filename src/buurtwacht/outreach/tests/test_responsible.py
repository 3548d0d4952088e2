# SPDX-License-Identifier: EUPL-1.2
"""Who answers for the data, and where the town takes reports about loose tiles: once for all groups."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.services import accept_group, change_settings, create_group, offer_group, share_municipal_reports
from buurtwacht.groups.settings_form import SettingsForm
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError
from buurtwacht.outreach.models import DataParty
from buurtwacht.outreach.services import keep_responsible
from buurtwacht.reports.flow.routes import municipal_route
from buurtwacht.testing.cast import make_group, make_organisation

PAGE = "/gemeente/ede/gegevens/"
TILES = "https://www.ede.example/melden"
TOWN = {
    "role": "controller",
    "name": "Gemeente Ede",
    "contact": "privacy@ede.example",
    "does": "",
    "since": date(2025, 3, 1),
}
HOST = TOWN | {"role": "processor", "name": "Rekencentrum", "does": "bewaart de server"}


def sent(*parties, breach="datalek@ede.example"):
    rows = {"what": "data", "form-TOTAL_FORMS": str(len(parties)), "form-INITIAL_FORMS": "0", "breach_mailbox": breach}
    for number, party in enumerate(parties):
        rows |= {f"form-{number}-{name}": str(value) for name, value in party.items()}
    return rows


def test_an_official_records_who_decides_and_who_works_with_the_data(cast, login, client):
    empty = dict.fromkeys(TOWN, "") | {"role": "controller"}
    assert login(cast.eva).post(PAGE, sent(TOWN, HOST, empty))["Location"] == PAGE
    cast.organisation.refresh_from_db()
    assert cast.organisation.breach_mailbox == "datalek@ede.example"
    shown = client.get("/privacy/").content.decode()
    for words in ("Gemeente Ede", "privacy@ede.example", "Rekencentrum", "bewaart de server", "datalek@ede.example"):
        assert words in shown
    assert "1 maart 2025" in shown
    assert Line.objects.filter(action="organisation.responsible_changed", facts__parties=2).count() == 1


def test_the_register_of_an_organisation_names_them(cast, login):
    keep_responsible(cast.organisation, [TOWN, HOST], breach_mailbox="datalek@ede.example", by=cast.eva)
    register = login(cast.eva).get(f"{PAGE}register.md").content.decode()
    assert "- Controller since 2025-03-01: Gemeente Ede (privacy@ede.example)" in register
    assert "- Processor since 2025-03-01: Rekencentrum (privacy@ede.example), bewaart de server" in register
    assert "- Data breaches are told to datalek@ede.example." in register
    assert "`groups.Membership`" in register


def test_several_decide_together(cast, client):
    zone = TOWN | {"name": "Politiezone"}
    keep_responsible(cast.organisation, [TOWN, zone], breach_mailbox="", by=cast.eva)
    assert "beslissen samen" in client.get("/privacy/").content.decode()


@pytest.mark.parametrize("who", ["bram", "eva"])
def test_who_belongs_somewhere_reads_about_their_own(cast, login, client, who):
    make_organisation("Maastricht")
    shown = login(getattr(cast, who)).get("/privacy/").content.decode()
    assert 'id="van-ede"' in shown
    assert 'id="van-maastricht"' not in shown
    assert 'id="van-maastricht"' in client.get("/privacy/").content.decode()


def test_a_site_that_says_nothing_yet_says_so(cast, client):
    assert "nog niet opgeschreven" in client.get("/privacy/").content.decode()


@pytest.mark.parametrize(
    ("party", "said"),
    [
        ({"name": ""}, "Vul de naam in"),
        ({"contact": ""}, "te bereiken is"),
        ({"since": ""}, "Vul de dag in"),
        ({"since": timezone.now().date() + timedelta(days=9)}, "niet in de toekomst"),
        ({"role": "processor"}, "Schrijf op wie dat is"),
    ],
)
def test_a_slip_is_said_and_nothing_is_lost(cast, login, party, said):
    page = login(cast.eva).post(PAGE, sent(TOWN | {"does": "Beleid"} | party)).content.decode()
    assert (said in page, "Beleid" in page, "datalek@ede.example" in page) == (True, True, True)
    assert not DataParty.objects.exists()


def test_a_list_without_anybody_who_decides_is_refused(cast):
    with pytest.raises(DomainError, match="Schrijf op wie dat is"):
        keep_responsible(cast.organisation, [HOST], breach_mailbox="", by=cast.eva)
    keep_responsible(cast.organisation, [], breach_mailbox="", by=cast.eva)


def test_neighbours_do_it_for_their_own_team_and_nobody_else(cast, login):
    team = make_organisation("Buurtteam", kind="team")
    WatchGroup.objects.filter(pk=cast.next_group.pk).update(organisation=team)
    Membership.objects.filter(person=cast.farid).update(role="coordinator")
    assert login(cast.farid).get("/gemeente/buurtteam/gegevens/").status_code == 200
    assert "/gemeente/buurtteam/gegevens/" in login(cast.farid).get("/bureau/bloemenbuurt/").content.decode()
    for nobody in (cast.anna, cast.eva, cast.bram):
        assert login(nobody).get("/gemeente/buurtteam/gegevens/").status_code == 404


def test_who_looks_for_a_leak_reads_whom_to_tell(cast, login):
    keep_responsible(cast.organisation, [TOWN], breach_mailbox="datalek@ede.example", by=cast.eva)
    assert "mailto:datalek@ede.example" in login(cast.anna).get("/bureau/vogelbuurt/lek/").content.decode()


def test_loose_tiles_are_set_once_and_the_groups_own_words_win(cast, login):
    own = change_settings(cast.next_group, {"municipal_number": "14 0318"})
    assert login(cast.eva).post(PAGE, {"what": "tiles", "url": TILES, "number": ""})["Location"] == PAGE
    cast.group.refresh_from_db()
    own.refresh_from_db()
    assert municipal_route(cast.group.policy).href == TILES
    assert municipal_route(own.policy).href == "tel:140318"
    cast.organisation.refresh_from_db()
    later = create_group(cast.organisation, name="Klaverveld")
    assert later.policy.municipal_report_url == TILES


def test_saving_the_settings_of_a_group_does_not_make_them_its_own(cast):
    share_municipal_reports(cast.organisation, url=TILES, number="")
    cast.group.refresh_from_db()
    form = SettingsForm(group=cast.group)
    assert form.initial["municipal_report_url"] == ""
    [setting] = [one for part in form.parts() for one in part.settings if one.bound.name == "municipal_report_url"]
    assert (TILES in setting.standard, setting.is_changed) == (True, False)


def test_another_organisation_brings_its_own(cast):
    share_municipal_reports(cast.organisation, url=TILES, number="")
    group = make_group(cast.organisation, "Zonnewijk", shared={"municipal_report_url": TILES})
    team = make_organisation("Buurtteam", kind="team")
    share_municipal_reports(team, url="", number="14 0318")
    group = accept_group(offer_group(group, to=team), by=cast.chantal)
    assert (group.policy.municipal_report_url, group.policy.municipal_number) == ("", "14 0318")


@pytest.mark.parametrize("told", [{"url": "geen adres"}, {"number": "bel maar"}])
def test_a_wrong_address_for_tiles_is_refused(cast, login, told):
    page = login(cast.eva).post(PAGE, {"what": "tiles"} | {"url": "", "number": ""} | told)
    assert (page.status_code, next(iter(told.values())) in page.content.decode()) == (200, True)
    cast.organisation.refresh_from_db()
    assert (cast.organisation.municipal_report_url, cast.organisation.municipal_number) == ("", "")
