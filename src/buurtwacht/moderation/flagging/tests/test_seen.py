# SPDX-License-Identifier: EUPL-1.2
"""The pages about flags, looked at."""

import pytest
from django.urls import reverse

from buurtwacht.journal.services import handle_due_lines
from buurtwacht.moderation.flagging import services

pytestmark = pytest.mark.browser


def at(name, entry):
    return reverse(name, args=[entry.report_id, entry.pk])


def test_a_neighbour_tells_what_is_wrong(seen_well, plain, cast):
    seen_well(at("report_flag", plain), cast.gerrit, "flag-form")


def test_the_writer_reads_a_tip(seen_well, doubtful, cast):
    services.raise_flag(doubtful, by=cast.gerrit, reason="discriminates")
    handle_due_lines()
    seen_well(at("report_tip", doubtful), cast.bram, "flag-tip")


def test_people_look_at_it(seen_well, plain, cast):
    services.raise_flag(plain, by=cast.gerrit, reason="untrue", words="Dat was de postbode.")
    handle_due_lines()
    seen_well(reverse("flag_judge", args=[cast.group.slug, plain.pk]), cast.anna, "flag-judge")
