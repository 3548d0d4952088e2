# SPDX-License-Identifier: EUPL-1.2
"""The register: who gets in, what it shows, and the line that every look leaves."""

import csv
import io
from datetime import UTC, datetime

import pytest
from django.test import Client

from buurtwacht.enrolment.members.files import safe_cell
from buurtwacht.enrolment.members.forms import AddressForm
from buurtwacht.enrolment.members.queries.register import AT_ONCE
from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import membership_in
from buurtwacht.journal.models import Line
from buurtwacht.testing.cast import add_contact_point, join, make_person
from buurtwacht.testing.nasty import nasty_strings

LIST = "/bureau/vogelbuurt/leden/"


@pytest.fixture
def bram_in(signed):
    membership = membership_in(signed.bram, signed.group)
    membership.house_number, membership.postcode, membership.phone = "14", "6711 AB", "+31612345678"
    membership.save()
    signed.bram.family_name = "de Boer"
    signed.bram.save()
    return membership


def url_of(membership, more=""):
    return f"{LIST}{membership.pk}/{more}"


class TestDoor:
    @pytest.mark.parametrize("name", ["bram", "chantal", "farid", "dirk", "eva", "hanna"])
    def test_nobody_but_the_coordinator_comes_in(self, signed, login, name):
        client = login(getattr(signed, name))
        bram = membership_in(signed.bram, signed.group)

        for path in (LIST, f"{LIST}bestand/", f"{LIST}op-papier/", url_of(bram), url_of(bram, "adres/")):
            assert client.get(path).status_code == 404, path
        assert not Line.objects.filter(action__contains="viewed").exists()

    def test_a_visitor_signs_in_first(self, signed):
        assert "/inloggen/" in Client().get(LIST).headers["Location"]

    def test_a_coordinator_signs_to_keep_things_private_first(self, cast, login):
        bram = membership_in(cast.bram, cast.group)

        for path in (LIST, f"{LIST}bestand/", f"{LIST}op-papier/", url_of(bram), f"{LIST}overnemen/"):
            page = login(cast.anna).get(path)
            assert page.status_code == 302, path
            assert "/vertrouwelijk/" in page.headers["Location"]

    def test_a_second_factor_is_asked(self, signed):
        client = Client()
        client.force_login(signed.anna, backend="allauth.account.auth_backends.AuthenticationBackend")

        assert client.get(LIST).status_code == 302

    def test_a_member_of_another_group_is_not_in_this_register(self, signed, login):
        farid = membership_in(signed.farid, signed.next_group)

        assert login(signed.anna).get(url_of(farid)).status_code == 404

    def test_the_official_brings_a_list_and_sees_no_register(self, cast, login):
        client = login(cast.eva)

        assert client.get(f"{LIST}overnemen/").status_code == 200
        assert client.get(LIST).status_code == 404


class TestList:
    def test_it_shows_first_names_and_streets_and_no_more(self, bram_in, signed, login):
        page = login(signed.anna).get(LIST).content.decode()

        assert "Bram" in page
        assert "Merelweg" in page
        for private in ("de Boer", "+31612345678", "06 12345678", "6711 AB", "bram@voorbeeld.example"):
            assert private not in page

    def test_each_look_leaves_one_line(self, signed, login):
        client = login(signed.anna)
        client.get(LIST)
        client.post(LIST, {"words": "Bram"})

        counts = [line.facts["count"] for line in Line.objects.filter(action="members.viewed").order_by("pk")]
        assert counts == [3, 1]

    @pytest.mark.parametrize(("words", "found"), [("bram", 1), ("MEREL bram", 1), ("boer", 1), ("vinken", 1), ("x", 0)])
    def test_somebody_is_found_by_name_or_street(self, bram_in, signed, login, words, found):
        leaf = login(signed.anna).post(LIST, {"words": words}).context["leaf"]

        assert leaf.total == found

    def test_a_search_stands_in_no_address(self, signed, login):
        assert 'method="post"' in login(signed.anna).get(LIST).content.decode().split('role="search"')[0]
        assert login(signed.anna).get(f"{LIST}?words=Bram").context["words"] == ""

    def test_a_large_group_has_pages(self, signed, login):
        for number in range(AT_ONCE):
            join(signed.group, make_person(f"Buur{number}"))
        client = login(signed.anna)

        first, second = client.get(LIST).context["leaf"], client.get(f"{LIST}?bladzijde=2").context["leaf"]

        assert (first.pages, len(first.rows), len(second.rows)) == (2, AT_ONCE, 3)
        for odd in ("0", "-1", "99999", "²", "x"):
            assert client.get(LIST, {"bladzijde": odd}).status_code == 200

    def test_it_says_whom_an_alert_reaches(self, signed, login):
        add_contact_point(signed.bram, "webpush", '{"endpoint": "x"}')
        gerrit = membership_in(signed.gerrit, signed.group)
        signed.gerrit.contact_points.all().delete()
        Membership.objects.filter(pk=gerrit.pk).update(proxy=membership_in(signed.bram, signed.group))

        rows = login(signed.anna).get(LIST).context["leaf"].rows

        reach = {row.membership.person.first_name: row.reach for row in rows}
        assert reach == {"Anna": "other", "Bram": "phone", "Gerrit": "proxy"}

    def test_the_number_of_queries_does_not_grow_with_the_group(self, signed, login, django_assert_max_num_queries):
        client = login(signed.anna)
        client.get(LIST)
        for number in range(20):
            join(signed.group, make_person(f"Buur{number}"))

        with django_assert_max_num_queries(25):
            client.get(LIST)


class TestMember:
    def test_it_shows_how_to_reach_somebody_and_leaves_a_line(self, bram_in, signed, login):
        page = login(signed.anna).get(url_of(bram_in)).content.decode()

        for told in ("Bram de Boer", "06 12345678", "Merelweg 14", "6711 AB"):
            assert told in page
        line = Line.objects.get(action="member.viewed")
        assert (line.subject_id, line.by_id) == (bram_in.pk, signed.anna.pk)
        assert "Bram" not in str(line.facts)

    def test_an_address_is_corrected(self, bram_in, signed, login):
        new = {
            "street": "Lijsterstraat",
            "house_number": "3",
            "postcode": "6711 AC",
            "town": "Ede",
            "phone": "0687654321",
        }

        assert login(signed.anna).post(url_of(bram_in, "adres/"), new).status_code == 302

        bram_in.refresh_from_db()
        assert (bram_in.street, bram_in.house_number, bram_in.phone) == ("Lijsterstraat", "3", "+31687654321")

    def test_a_wrong_phone_is_said_and_nothing_is_lost(self, bram_in, signed, login):
        page = login(signed.anna).post(url_of(bram_in, "adres/"), {"street": "Vinkenlaan", "phone": "06-12"})

        assert page.status_code == 400
        assert "Vinkenlaan" in page.content.decode()
        bram_in.refresh_from_db()
        assert bram_in.street == "Merelweg"

    def test_a_membership_ends_with_a_reason(self, bram_in, signed, login):
        client = login(signed.anna)

        assert client.post(url_of(bram_in, "beeindigen/"), {}).status_code == 400
        assert client.post(url_of(bram_in, "beeindigen/"), {"reason": "moved"}).status_code == 302

        bram_in.refresh_from_db()
        assert bram_in.left_at is not None
        assert bram_in.phone == ""
        assert Line.objects.get(action="member.left").facts["reason"] == "moved"
        assert client.get(url_of(bram_in)).status_code == 404

    def test_the_only_coordinator_does_not_end_the_own_membership_here(self, bram_in, signed, login):
        own = membership_in(signed.anna, bram_in.group)

        assert login(signed.anna).post(url_of(own, "beeindigen/"), {"reason": "moved"}).status_code == 400

        own.refresh_from_db()
        assert own.left_at is None

    def test_asking_to_coordinate_waits_for_the_promise(self, bram_in, signed, login):
        login(signed.anna).post(url_of(bram_in, "rol/"), {"appoint": "1"})

        bram_in.refresh_from_db()
        assert bram_in.role == "member"
        assert bram_in.candidacy.ended_at is None

    def test_who_signed_coordinates_at_once(self, bram_in, signed, login):
        from buurtwacht.enrolment.signing.mark import written
        from buurtwacht.enrolment.signing.services import sign_confidentiality

        sign_confidentiality(signed.group, signed.bram, written(strokes="", name="Bram", place="Ede"))
        client = login(signed.anna)
        client.post(url_of(bram_in, "rol/"), {"appoint": "1"})
        bram_in.refresh_from_db()
        assert bram_in.role == "coordinator"

        answer = client.post(url_of(bram_in, "rol/"), {"relieve": "1"})
        bram_in.refresh_from_db()
        assert bram_in.role == "coordinator"  # another coordinator stops with a second yes
        assert answer.headers["Location"].endswith(f"/zaken/coordinator/{bram_in.pk}/stoppen/")
        answer = client.post(url_of(bram_in, "beeindigen/"), {"reason": "moved"})
        assert answer.headers["Location"].endswith(f"/zaken/coordinator/{bram_in.pk}/uitschrijven/")
        bram_in.refresh_from_db()
        assert bram_in.left_at is None

    def test_the_last_coordinator_stays(self, signed, login):
        anna = membership_in(signed.anna, signed.group)

        page = login(signed.anna).post(url_of(anna, "rol/"), {"relieve": "1"})

        assert page.status_code == 400
        anna.refresh_from_db()
        assert anna.role == "coordinator"


class TestFile:
    def test_it_holds_the_register_and_leaves_a_line(self, bram_in, signed, login):
        page = login(signed.anna).get(f"{LIST}bestand/")

        rows = list(csv.reader(io.StringIO(page.content.decode("utf-8-sig")), delimiter=";"))
        assert len(rows) == 4
        bram = next(row for row in rows if row[0] == "Bram")
        assert bram[:6] == ["Bram", "de Boer", "bram@voorbeeld.example", "06 12345678", "Merelweg", "14"]
        assert Line.objects.get(action="members.exported").facts["count"] == 3
        assert "no-store" in page.headers["Cache-Control"]

    def test_who_joined_at_midnight_joined_on_the_day_that_began_there(self, bram_in, signed, login):
        Membership.objects.filter(pk=bram_in.pk).update(joined_at=datetime(2026, 5, 31, 22, 30, tzinfo=UTC))

        page = login(signed.anna).get(f"{LIST}bestand/").content.decode("utf-8-sig")

        assert ";2026-06-01;" in page

    def test_no_cell_is_run_by_a_spreadsheet(self, bram_in, signed, login):
        signed.bram.family_name = '=HYPERLINK("http://voorbeeld.example")'
        signed.bram.save()

        page = login(signed.anna).get(f"{LIST}bestand/").content.decode("utf-8-sig")

        assert "'=HYPERLINK" in page
        rows = list(csv.reader(io.StringIO(page), delimiter=";"))
        assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)

    def test_every_naughty_string_is_a_safe_cell(self):
        assert not any(safe_cell(one).startswith(("=", "+", "-", "@", "\t", "\r")) for one in nasty_strings())


class TestWhoLooked:
    def test_a_member_reads_who_looked_at_what(self, bram_in, signed, login):
        client = login(signed.anna)
        client.get(LIST)
        client.get(url_of(bram_in))
        client.get(f"{LIST}bestand/")

        views = login(signed.bram).get("/mijn/gegevens/bekeken/").context["views"]

        assert [(view.name, view.what) for view in views] == [
            ("Anna", "members.exported"),
            ("Anna", "member.viewed"),
            ("Anna", "members.viewed"),
        ]

    def test_looks_at_others_are_not_mine(self, bram_in, signed, login):
        login(signed.anna).get(url_of(bram_in))

        assert login(signed.gerrit).get("/mijn/gegevens/bekeken/").context["views"] == []
        assert login(signed.farid).get("/mijn/gegevens/bekeken/").context["views"] == []


def test_every_form_bears_every_naughty_string():
    for string in nasty_strings():
        form = AddressForm(dict.fromkeys(("street", "house_number", "postcode", "town", "phone"), string), country="nl")
        form.is_valid()
        assert all(value.isprintable() for value in form.cleaned_data.values()), string


@pytest.mark.parametrize("start", range(3))
def test_naughty_strings_break_no_page(bram_in, signed, login, start):
    client = login(signed.anna)
    for string in list(nasty_strings())[start * 7 :: 40]:
        assert client.post(LIST, {"words": string}).status_code == 200
        page = client.post(url_of(bram_in, "adres/"), {"street": string, "house_number": string})
        assert page.status_code in (302, 400), string
        assert b"<script>alert" not in client.get(url_of(bram_in)).content
