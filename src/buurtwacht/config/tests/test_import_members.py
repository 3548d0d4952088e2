# SPDX-License-Identifier: EUPL-1.2
"""A list of members, taken over from the command line."""

import io

import pytest
from django.core.management import CommandError, call_command

from buurtwacht.enrolment.models import Application, MemberImport

LIST = b"Voornaam;E-mail;Straat\nJoost;joost@voorbeeld.example;Merelweg\nSanne;sanne.voorbeeld.example;Merelweg\n"


@pytest.fixture
def run(cast, tmp_path):
    def run(data=LIST, *words):
        path, out = tmp_path / "leden.csv", io.StringIO()
        path.write_bytes(data)
        call_command("groups", "import-members", cast.group.slug, str(path), *words, stdout=out)
        return out.getvalue()

    return run


def test_it_shows_what_is_good_and_what_is_not_and_asks_nobody(run):
    told = run()

    assert "1 can be asked, 1 cannot." in told
    assert "Line 3: the mail address lacks an @." in told
    assert "sanne" not in told, "what stands on a line is not printed"
    assert MemberImport.objects.get().status == "ready"
    assert not Application.objects.exists()


def test_with_ask_the_questions_go_out(run, cast):
    assert "1 questions go out" in run(LIST, "--ask", "--by", cast.anna.email)

    found = MemberImport.objects.get()
    assert (found.status, found.by) == ("inviting", cast.anna)


@pytest.mark.parametrize(("data", "says"), [(b"PK\x03\x04" + b"\0" * 40, "CSV"), (b"", "leeg|empty")])
def test_what_is_no_list_is_refused_with_a_sentence(run, data, says):
    with pytest.raises(CommandError, match=says):
        run(data)


def test_an_unknown_group_or_file_is_refused(cast, tmp_path):
    with pytest.raises(CommandError, match="spelling"):
        call_command("groups", "import-members", "nergens", str(tmp_path / "x.csv"))
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("groups", "import-members", cast.group.slug, str(tmp_path / "x.csv"))
