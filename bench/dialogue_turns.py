# SPDX-License-Identifier: EUPL-1.2
"""`python -m bench.dialogue_turns CONVERSATIONS`: neighbours tell a report by text, from the first word to sharing it.

Prints JSON: milliseconds for each turn, for the turn that shares, and for understanding alone.
"""

import json
import os
import sys
import time
from datetime import timedelta
from itertools import count

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "buurtwacht.config.settings")

import django

django.setup()

from django.db import transaction
from django.utils import timezone

from buurtwacht.channels.inbound import Heard
from buurtwacht.dialogue.hearing import take
from buurtwacht.dialogue.understanding import understand
from buurtwacht.reports.models import Report
from buurtwacht.testing.cast import add_contact_point, gather, join, make_person

TALK = ("melding", "ja gebeld", "1,3", "Merelweg 12", "ja ik zie hem nog", "donkere jas, grijze rugzak")
SHARE = "delen"
MEMBERS = 100
WARM = 5
_ids = count()


def main() -> None:
    cast = gather()
    people = [make_person(f"Buur{number}") for number in range(max(MEMBERS, int(sys.argv[1])))]
    for person in people:
        join(cast.group, person)
        add_contact_point(person, "email", person.email)
        add_contact_point(person, "log", f"log:{person.email}")
    turns: list[float] = []
    sharing: list[float] = []
    for person in people[: int(sys.argv[1])]:
        turns += [said(person.email, text) for text in TALK]
        sharing.append(said(person.email, SHARE))
        Report.objects.update(
            last_news_at=timezone.now() - timedelta(hours=1)
        )  # so that the next one is no neighbour's
    assert Report.objects.count() == int(sys.argv[1])
    reading = [read(text) for text in TALK * 50]
    skip = WARM * len(TALK)
    print(json.dumps({"turn_ms": turns[skip:], "sharing_ms": sharing[WARM:], "reading_ms": reading[len(TALK) :]}))


def said(address: str, text: str) -> float:
    event = Heard(id=str(next(_ids)), sender=f"log:{address}", text=text, at=timezone.now())
    start = time.perf_counter()
    with transaction.atomic():
        take("log", event)
    return (time.perf_counter() - start) * 1000


def read(text: str) -> float:
    start = time.perf_counter()
    understand(text, "nl", ("Merelweg", "Lijsterstraat"))
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
