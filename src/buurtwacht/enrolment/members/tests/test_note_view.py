# SPDX-License-Identifier: EUPL-1.2
from buurtwacht.enrolment.members.services import note_export, note_view
from buurtwacht.groups.queries import members_of, membership_in
from buurtwacht.journal.models import Line


def test_a_list_is_one_line_with_a_count(cast):
    note_view(cast.anna, cast.group, list(members_of(cast.group)))

    [line] = Line.objects.filter(action="members.viewed")
    assert (line.subject_id, line.by_id) == (cast.group.pk, cast.anna.pk)
    assert line.facts == {"group": str(cast.group.pk), "count": 3}


def test_a_count_alone_will_do(cast):
    note_view(cast.anna, cast.group, 12)

    assert Line.objects.get(action="members.viewed").facts["count"] == 12


def test_one_member_is_a_line_about_that_member(cast):
    membership = membership_in(cast.bram, cast.group)

    note_view(cast.anna, cast.group, membership)

    assert Line.objects.get(action="member.viewed").subject_id == membership.pk


def test_taking_the_register_along_is_another_line(cast):
    note_export(cast.anna, cast.group, 3)

    assert Line.objects.get(action="members.exported").facts["count"] == 3
