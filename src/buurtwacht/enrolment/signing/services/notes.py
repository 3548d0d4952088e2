# SPDX-License-Identifier: EUPL-1.2
"""What is only noted down: that a paper was read, and how somebody answered the questions."""

from buurtwacht.enrolment.models import Acceptance, Application
from buurtwacht.journal.services import record
from buurtwacht.people.models import Person


def note_reading(acceptance: Acceptance, *, by: Person) -> None:
    """A coordinator opened what a member signed."""
    record("acceptance.read", acceptance.pk, by=by, group=acceptance.group_id, kind=acceptance.kind)


def note_quiz(application: Application, *, right: int, of: int) -> None:
    """An applicant answered the questions about the rules: how many were right."""
    record("application.quiz_answered", application.pk, group=application.group_id, right=right, of=of)
