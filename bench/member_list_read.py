# SPDX-License-Identifier: EUPL-1.2
"""One group that takes over a list, some times: what the job does, and what the page after it does."""

import json
import os
import sys
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "buurtwacht.config.settings")

import django

django.setup()

from django.template.loader import render_to_string

from buurtwacht.enrolment.members.queries.imports import AT_ONCE, first_lines, overview_of, wrong_lines
from buurtwacht.enrolment.members.reading import decoded, kind_of, read_lines
from buurtwacht.enrolment.members.sentences import line_in_words
from buurtwacht.enrolment.members.services import read_import, start_import
from buurtwacht.testing.cast import gather
from buurtwacht.testing.member_lists import FAULTS, member_list

TURNS = 5


def main(count: int, faults: int) -> None:
    cast = gather()
    text, expected = member_list(count, faults)
    data = text.encode()
    times: dict[str, list[float]] = {"read_s": [], "preview_s": [], "parse_s": []}
    for _turn in range(TURNS):
        start = time.perf_counter()
        read_lines(decoded(data), kind_of(text), "nl")
        times["parse_s"].append(time.perf_counter() - start)
        found = start_import(cast.group, data, by=cast.anna)
        start = time.perf_counter()
        read_import(found.pk)
        times["read_s"].append(time.perf_counter() - start)
        found.refresh_from_db()
        start = time.perf_counter()
        overview = overview_of(found)
        wrong = [line_in_words(line.number, line.problems) for line in wrong_lines(found)[:AT_ONCE]]
        words = {"group": cast.group, "list": found, "overview": overview, "first": first_lines(found), "wrong": wrong}
        render_to_string("enrolment/members/list.html", words)
        times["preview_s"].append(time.perf_counter() - start)
        assert found.lines_read == count
        assert overview.wrong >= sum(code in FAULTS for code in expected.values())
    print(json.dumps(times))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
