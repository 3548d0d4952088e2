# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace

import pytest

from buurtwacht.insight.models import DescriptionCount
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.ids import new_id
from buurtwacht.reports.content import Content, PersonCard
from buurtwacht.reports.draft import Draft
from buurtwacht.reports.models import Entry
from buurtwacht.reports.services import share_report
from buurtwacht.reports.tests.stories import told
from buurtwacht.reports.thread.services import add_supplement, correct_report

pytestmark = pytest.mark.django_db
DARK = PersonCard(sex="man", age="30", clothing="Zwarte jas", skin_colour="dark")


def share(cast, **facts):
    draft = Draft(id=new_id(), group=cast.group, content=told(**facts))
    return share_report(draft, by=cast.bram)


def row(cast):
    handle_due_lines(1000)
    return DescriptionCount.objects.get(group=cast.group)


def test_each_text_is_weighed_once_when_it_is_shared(cast):
    report = share(cast, persons=(DARK,))
    add_supplement(report, by=cast.anna, kind=Entry.Kind.PERSON, content=Content(persons=(replace(DARK, age="20"),)))
    handle_due_lines(1000)

    found = row(cast)
    assert (found.told, found.behaviour, found.looks) == (2, 2, 2)
    assert found.traits == 6
    assert (found.skin, found.skin_early, found.only_looks) == (2, 0, 0)  # the report told what somebody does


def test_smoke_is_no_behaviour_and_no_looks(cast):
    share(cast, text="Er komt dikke mist uit de kelder", behaviours=("other",), persons=(), vehicles=())

    found = row(cast)
    assert (found.told, found.behaviour, found.looks, found.only_looks) == (1, 0, 0, 0)


def test_skin_colour_in_words_is_counted_too(cast):
    share(cast, text="Donkere man met baard en pet voelt aan deuren", persons=())

    assert (row(cast).skin, row(cast).skin_early) == (1, 0)


def test_a_correction_is_weighed_as_a_text_of_its_own(cast):
    report = share(cast)
    handle_due_lines(1000)
    correct_report(report, by=cast.bram, content=told(text="Het was een vrouw, ze keek in auto's"))

    assert row(cast).told == 2


def test_what_was_erased_before_it_was_weighed_is_not_counted(cast):
    report = share(cast)
    Entry.objects.filter(report=report).update(content=None)
    handle_due_lines(1000)

    assert not DescriptionCount.objects.exists()
