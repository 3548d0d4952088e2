# SPDX-License-Identifier: EUPL-1.2
"""What is kept of lists is what the declarations say, and no longer."""

from datetime import timedelta

from django.utils import timezone

from buurtwacht.enrolment.members.services import ask_everybody, go_on_asking, start_import
from buurtwacht.enrolment.models import Application, ImportLine, MemberImport
from buurtwacht.enrolment.personal_data.imports import KEPT_FOR
from buurtwacht.privacy.declare import declarations
from buurtwacht.privacy.services import forget_what_is_due

LIST = "Naam;E-mail\nNoor;noor@voorbeeld.example\nBo;bo\n"


def declared(name):
    return next(one for one in declarations() if one.model == f"enrolment.{name}")


def test_whoever_brought_a_list_takes_that_along_and_no_names_of_others(brought, cast):
    brought(LIST)

    [row] = declared("MemberImport").export(cast.anna.pk)
    assert row["lines"] == 2
    assert "noor" not in str(row)
    assert declared("MemberImport").export(cast.bram.pk) == []


def test_erasing_who_brought_it_leaves_the_list_of_nobody(brought, cast):
    found = brought(LIST)

    assert declared("MemberImport").erase(cast.anna.pk) == 1
    found.refresh_from_db()
    assert found.by is None


def test_what_the_list_said_is_gone_with_the_mail_and_a_fault_after_thirty_days(brought, cast):
    found = brought(LIST)
    ask_everybody(found, by=cast.anna)
    go_on_asking(found.pk)
    assert [line.values is None for line in found.lines.all()] == [True, False]

    forget_what_is_due(timezone.now() + KEPT_FOR - timedelta(hours=1))
    assert ImportLine.objects.count() == 2

    forget_what_is_due(timezone.now() + KEPT_FOR + timedelta(hours=1))
    assert not ImportLine.objects.exists()
    assert not MemberImport.objects.exists()
    assert not Application.objects.exists()


def test_a_file_that_nobody_read_goes_too(cast):
    start_import(cast.group, LIST.encode(), by=cast.anna)

    forget_what_is_due(timezone.now() + KEPT_FOR + timedelta(hours=1))

    assert not MemberImport.objects.exists()


def test_nothing_of_a_list_is_readable_in_the_database(brought, cast):
    from django.db import connection

    brought(LIST)
    start_import(cast.group, LIST.encode(), by=cast.anna)
    with connection.cursor() as cursor:
        cursor.execute("SELECT values FROM enrolment_importline")
        rows = [bytes(row[0]) for row in cursor.fetchall()]
        cursor.execute("SELECT file FROM enrolment_memberimport WHERE file IS NOT NULL")
        rows += [bytes(row[0]) for row in cursor.fetchall()]

    assert len(rows) == 3
    assert not any(b"noor" in row.lower() for row in rows)
