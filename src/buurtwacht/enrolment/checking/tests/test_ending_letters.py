# SPDX-License-Identifier: EUPL-1.2
"""Who has no mail hears by a letter on paper that the application ended."""

import re
import subprocess
from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.enrolment.checking.desk import applications_to_answer
from buurtwacht.enrolment.checking.services import print_letters
from buurtwacht.enrolment.personal_data.applications import forget_applications
from buurtwacht.enrolment.services import refuse, reopen, withdraw
from buurtwacht.groups.models import OrganisationRole
from buurtwacht.journal.models import Line

ON_PAPER = {"source": "paper", "email": "", "email_fingerprint": "", "email_proven_at": None}


@pytest.fixture
def printed(cast, eva):
    """The words of the letters that wait now."""

    def read(again: bool = False) -> str:
        pdf = print_letters([cast.group], by=eva, again=again)
        if not pdf:
            return ""
        return subprocess.run(
            ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
        ).stdout.decode()

    return read


def test_a_refusal_goes_by_paper_to_who_has_no_mail_and_once(showing, printed, eva):
    application = refuse(showing(**ON_PAPER))
    refuse(showing("Bas"))

    words = printed()
    assert "Chantal Vos" in words
    assert not re.search(r"\bBas\b", words)  # as a word: the link on the letter may hold any three letters
    assert "Deze brief zegt niet waarom" in words
    assert "/bezwaar/" in words.replace("\n", "")
    assert printed() == ""
    assert "Chantal Vos" in printed(again=True)
    lines = Line.objects.filter(action="application.ending_printed", subject_id=application.pk, by_id=eva.pk)
    assert [line.facts["again"] for line in lines.order_by("pk")] == [False, True]


def test_that_it_stopped_goes_by_paper_too_and_the_letter_has_its_time(showing, printed):
    application = withdraw(showing(submitted_at=timezone.now() - timedelta(days=60), **ON_PAPER), reason="silent")

    assert forget_applications(timezone.now() + timedelta(days=29)) == 0
    words = printed()
    assert "Uw aanmelding is gestopt" in words
    assert "http" not in words
    application.refresh_from_db()
    assert application.ending_printed_at


def test_who_is_refused_again_gets_another_letter(showing, printed):
    application = refuse(showing(**ON_PAPER))
    assert printed()

    refuse(reopen(application))
    assert "Chantal" in printed()


def test_it_is_a_task_of_the_coordinator_where_nobody_else_prints(showing, cast):
    refuse(showing(**ON_PAPER))
    assert "letters" not in [task.kind for task in applications_to_answer(cast.group, cast.anna)]

    OrganisationRole.objects.filter(role="official").delete()
    [task] = [task for task in applications_to_answer(cast.group, cast.anna) if task.kind == "letters"]
    assert task.title == "1 brief om te printen"
