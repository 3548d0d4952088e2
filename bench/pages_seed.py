# SPDX-License-Identifier: EUPL-1.2
"""Fills an installation to measure: a group of 100 members with 20 reports. Prints what the measurer needs, as JSON.

Run with the environment of that installation.
"""

import json
import os
from datetime import timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "buurtwacht.config.settings")

import django

django.setup()

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from buurtwacht.config import database
from buurtwacht.groups.models import WatchGroup
from buurtwacht.live.tokens import stream_token
from buurtwacht.people.models import Person
from buurtwacht.reports.content import Content, PersonCard
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry, Report
from buurtwacht.testing.cast import gather, join, make_person

MEMBERS, REPORTS = 100, 20  # the newest report is going on


def session_of(person: Person) -> str:
    """A session as if this person had signed in."""
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def add_reports(group: WatchGroup, reporter: Person) -> Report:
    """The newest is still going on, and is what comes back."""
    for number in reversed(range(REPORTS)):
        ended = {"status": Report.Status.CLOSED, "closed_at": timezone.now() - timedelta(hours=number)}
        report = Report.objects.create(
            group=group,
            reporter=reporter,
            title=f"Man voelt aan achterpoorten {number}",
            place="Brandgang Lijsterstraat – Merelweg",
            called_at=timezone.now(),
            **(ended if number else {}),
        )
        content = Content(text="Man voelt aan achterpoorten.", persons=(PersonCard(sex="man", clothing="Donkere jas"),))
        add_entry(
            report, kind=Entry.Kind.SHARED, role=Entry.Role.REPORTER, author=reporter, content=content, tell=False
        )
    return report


def main() -> None:
    database.start(settings.DATA)
    cast = gather()
    people = [make_person(f"Buur{number}") for number in range(MEMBERS)]
    for person in people:
        join(cast.group, person)
    report = add_reports(cast.group, people[0])
    topics = [f"group:{cast.group.pk}:nl"]
    found = {
        "slug": cast.group.slug,
        "report": str(report.pk),
        "session": session_of(cast.bram),
        "tokens": [stream_token(person.pk, topics, timedelta(hours=1)) for person in people],
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
