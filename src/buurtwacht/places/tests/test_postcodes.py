# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.core.management import CommandError, call_command
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError
from buurtwacht.places.addresses import parse_house_number, spot_of_postcode, towns_of_postcode
from buurtwacht.places.importing.problems import BadFile
from buurtwacht.places.models import Area, Postcode
from buurtwacht.places.postcodes import municipalities_of, normalised_postcode
from buurtwacht.places.services import add_street, import_postcodes
from buurtwacht.testing.cast import make_area

HEAD = "postcode,house_number,latitude,longitude,street,town\n"
EDE = HEAD + "6711 AB,,52.0412,5.6631,Merelweg,Ede\n6711ac,1-15,52.0415,5.6628,Lijsterstraat,Ede\n"


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def taken(tmp_path):
    """Import a text as a file."""

    def take(text, **options):
        path = tmp_path / "postcodes.csv"
        path.write_text(text) if isinstance(text, str) else path.write_bytes(text)
        return import_postcodes(path, **options)

    return take


class TestSpelling:
    @pytest.mark.parametrize(
        ("typed", "country", "code"),
        [
            ("6711ab", "", "6711 AB"),
            (" 6711  AB ", "nl", "6711 AB"),
            ("NL-6711 AB", "", "6711 AB"),
            ("3620", "", "3620"),
            ("B-3620", "", "3620"),
            ("BE 3620", "be", "3620"),
        ],
    )
    def test_a_postcode_has_one_spelling(self, typed, country, code):
        assert normalised_postcode(typed, country) == code

    @pytest.mark.parametrize(
        ("typed", "country", "sentence"),
        [
            ("6711", "nl", "four digits and two letters"),
            ("0711 AB", "", "four digits and two letters"),
            ("6711 SS", "", "four digits and two letters"),
            ("", "", "four digits and two letters"),
            ("6711 AB", "be", "A postcode has four digits, such as 3600."),
            ("36200", "be", "A postcode has four digits"),
            ("9999", "be", "There is no postcode 9999 in Belgium."),
            ("١٢٣٤", "be", "A postcode has four digits"),
        ],
    )
    def test_what_is_no_postcode_is_said(self, typed, country, sentence):
        with pytest.raises(DomainError) as refused:
            normalised_postcode(typed, country)
        assert sentence in str(refused.value)

    @given(st.text(max_size=20), st.sampled_from(["", "nl", "be"]))
    def test_whatever_somebody_types_it_is_a_postcode_or_a_sentence(self, typed, country):
        code = sentence = ""
        try:
            code = normalised_postcode(typed, country)
        except DomainError as refusal:
            sentence = str(refusal)
        assert sentence.endswith(".") or normalised_postcode(code) == code


class TestBelgium:
    def test_a_postcode_leads_to_its_municipality(self):
        assert [town.name for town in municipalities_of("3620")] == ["Lanaken"]
        assert [town.name for town in municipalities_of("B-1000")] == ["Brussel"]
        with translation.override("fr"):
            assert towns_of_postcode("1000") == ["Bruxelles"]

    def test_some_lie_in_two_and_a_municipality_has_many(self):
        assert [town.code for town in municipalities_of("1040")] == ["21004", "21005"]
        assert [town.code for town in municipalities_of("3621")] == ["73042"]
        assert municipalities_of("0000") == municipalities_of("Lanaken") == ()

    def test_every_postcode_of_the_table_leads_somewhere(self):
        found = [code for code in map(str, range(1000, 10_000)) if municipalities_of(code)]
        assert len(found) == 1149
        assert all(town.name and town.dutch and town.french for code in found for town in municipalities_of(code))


class TestHouseNumbers:
    @pytest.mark.parametrize(
        ("typed", "number", "addition", "written"),
        [
            ("14", 14, "", "14"),
            ("14 bis A", 14, "bis A", "14 bis A"),
            ("14a", 14, "a", "14a"),
            (" 14  A ", 14, "A", "14A"),
            ("14-2", 14, "2", "14-2"),
            ("14 bus 3", 14, "bus 3", "14 bus 3"),
            ("14/3", 14, "3", "14-3"),
            ("nr. 14", 14, "", "14"),
            ("Nr 14 II", 14, "II", "14 II"),
        ],
    )
    def test_it_is_a_number_and_what_tells_two_doors_apart(self, typed, number, addition, written):
        found = parse_house_number(typed)
        assert (found.number, found.addition, str(found)) == (number, addition, written)

    @pytest.mark.parametrize("typed", ["", "A", "z/n", "0", "-3", "123456", "1" * 50, "drie"])
    def test_what_does_not_begin_with_a_number_is_refused(self, typed):
        with pytest.raises(DomainError, match="begins with a number"):
            parse_house_number(typed)


@pytest.mark.django_db
class TestImport:
    def test_the_same_file_again_changes_nothing(self, taken):
        first, again = taken(EDE), taken(EDE)

        assert (first.added, again.added, again.changed, again.unchanged) == (2, 0, 0, 2)
        assert [str(row) for row in Postcode.objects.all()] == ["6711 AB Merelweg", "6711 AC Lijsterstraat"]
        assert Line.objects.filter(action="postcodes.imported").count() == 2
        moved = taken(EDE.replace("52.0412", "52.0413"))
        assert (moved.added, moved.changed, moved.unchanged) == (0, 1, 1)

    @pytest.mark.parametrize(
        "text",
        [
            "\ufeffPostcode;Huisnummer;Breedtegraad;Lengtegraad;Straat;Woonplaats\n6711AB;14;52,0412;5,6631;Merelweg;Ede\n",
            "LAT\tLON\tPC6\tStraatnaam\n52.0412\t5.6631\t6711 AB\tMerelweg\n\n",
            "postcode,x,y,openbare_ruimte,nummer\n6711AB,174026,451000,Merelweg,14\n",
        ],
        ids=["dutch", "tabs", "metres"],
    )
    def test_the_columns_may_have_other_names(self, taken, text):
        assert taken(text).added == 1
        row = Postcode.objects.get()
        assert (row.code, row.street) == ("6711 AB", "Merelweg")
        assert (round(row.latitude, 2), round(row.longitude, 2)) in {(52.04, 5.66), (52.05, 5.66)}

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("", "There are no postcodes"),
            (HEAD, "There are no postcodes"),
            ("straat,plaats\nMerelweg,Ede\n", "no column postcode and no column latitude and no column longitude"),
            (b"\xff\xfe\x00", "not text in UTF-8"),
            (HEAD + "6711A,1,52.04,5.66,,\n", "Line 2: A postcode has four digits and two letters"),
            (HEAD + "6711AB,x,52.04,5.66,,\n", "Line 2: A house number begins with a number"),
            (HEAD + "6711AB,1,,5.66,,\n", "Line 2: it has no point"),
            (HEAD + "6711AB,1,nan,5.66,,\n", "Line 2: it has no point"),
            (HEAD + "6711AB,1,5.66,52.04,,\n", "Line 2: latitude and longitude are the wrong way round"),
            (HEAD + "6711AB,1,52.04,5.66,,\n6711AB,2,1,1,,\n", "Line 3: the point 1 1 lies outside the Netherlands"),
            (HEAD + "9999,1,52.04,5.66,,\n", "Line 2: There is no postcode 9999 in Belgium"),
        ],
    )
    def test_a_bad_file_is_refused_with_a_sentence_and_nothing_is_kept(self, taken, text, sentence):
        with pytest.raises(BadFile) as refused:
            taken(text)
        assert sentence in str(refused.value)
        assert not Postcode.objects.exists()

    def test_the_command(self, tmp_path, capsys):
        path = tmp_path / "postcodes.csv"
        path.write_text(EDE)
        call_command("areas", "postcodes", str(path))
        assert "2 new, 0 changed, 0 as they were." in capsys.readouterr().out
        with pytest.raises(CommandError, match=r"Nothing was imported\.\nThere is no file"):
            call_command("areas", "postcodes", str(tmp_path / "none.csv"))


@pytest.mark.django_db
class TestSpot:
    def test_our_own_table_knows_it_first(self, cast, taken):
        taken(EDE)
        spot = spot_of_postcode("6711ab", "14 bis")
        assert (spot.words, spot.point, spot.street) == ("Merelweg 14, 6711 AB Ede", (52.0412, 5.6631), "Merelweg")
        assert spot.area == cast.group.area
        assert towns_of_postcode("6711 AB") == ["Ede"]
        assert towns_of_postcode("nergens") == []

    @pytest.mark.parametrize(
        ("number", "longitude"), [("2", 5.01), ("13", 5.02), ("14", 5.02), ("17", 5.03), ("90", 5.05), ("", 5.04)]
    )
    def test_this_very_door_comes_before_its_neighbours(self, taken, number, longitude):
        rows = [("2", 5.01), ("10-16", 5.02), ("17", 5.03), ("", 5.04), ("90", 5.05)]
        taken(HEAD + "".join(f"6711AB,{one},52.04,{east},,\n" for one, east in rows))
        assert spot_of_postcode("6711AB", number).point == (52.04, longitude)

    def test_a_belgian_postcode_holds_a_town_so_the_street_decides(self, taken):
        taken(HEAD + "3620,1,50.88,5.65,Kapelstraat,Lanaken\n3620,1,50.89,5.66,Bosweg,Lanaken\n")
        assert spot_of_postcode("3620", "3", street="Boswg").point == (50.89, 5.66)
        assert spot_of_postcode("3620", "3") is None
        assert spot_of_postcode("3620", "3", street="Nergensstraat") is None

    def test_without_a_table_the_street_is_looked_for_in_the_municipality(self):
        town = make_area("Lanaken", "73042", 5.6, 50.8, 0.2)
        Area.objects.filter(pk=town.pk).update(kind="municipality", country="be")
        elsewhere = make_area("Maasmechelen", "73107", 5.9, 50.8, 0.2)
        Area.objects.filter(pk=elsewhere.pk).update(kind="municipality", country="be")
        for area, longitude in ((town, 5.7), (elsewhere, 6.0)):
            add_street(area, "Kerkstraat", point=(50.9, longitude))

        spot = spot_of_postcode("3620", "12", street="Kerkstr.")
        assert (spot.area, spot.point) == (town, (50.9, 5.7))
        assert spot_of_postcode("3630", "12", street="Kerkstr.").area == elsewhere
        assert spot_of_postcode("3620", "12", street="Bosweg") is None

    def test_its_parts_will_do_where_the_municipality_has_no_border(self):
        part = make_area("Gellik", "73042W01", 5.6, 50.88)
        Area.objects.filter(pk=part.pk).update(country="be")
        add_street(part, "Kerkstraat", point=(50.89, 5.61))
        assert spot_of_postcode("3620", street="Kerkstraat").area == part
        assert spot_of_postcode("3600", street="Kerkstraat") is None

    def test_what_is_no_postcode_still_has_a_street(self, cast):
        assert spot_of_postcode("67", "3", street="Lijsterstraat").street == "Lijsterstraat"
        assert spot_of_postcode("67", "3") is None
        assert spot_of_postcode("6711 ZZ", "3", street="Lijsterstraat").area == cast.group.area
