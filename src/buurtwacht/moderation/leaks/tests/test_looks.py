# SPDX-License-Identifier: EUPL-1.2
"""The pages of bans and of the leak procedure, narrow and wide, by day and by night."""

from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.groups.queries import membership_in
from buurtwacht.moderation.leaks.services import look_up_audience
from buurtwacht.moderation.models import Ban, SharedAddress
from buurtwacht.reports.tests.stories import make_report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_bans(seen_well, cast):
    day = timezone.now() + timedelta(days=200)
    Ban.objects.create(group=cast.group, reason="unforeseen", ends_at=day)
    ban = Ban.objects.create(
        group=cast.group,
        reason="no_judge",
        ends_at=day + timedelta(days=90),
        lift_asked_at=timezone.now(),
        lift_asked_by=cast.gerrit,
    )
    SharedAddress.objects.create(ban=ban, membership=membership_in(cast.bram, cast.group))
    seen_well("/bureau/vogelbuurt/groep/uitsluitingen/", cast.anna, "uitsluitingen")


def test_a_leak(seen_well, cast):
    report = make_report(cast.group, cast.bram)
    look = look_up_audience(report, reason="words", by=cast.anna)
    seen_well("/bureau/vogelbuurt/lek/", cast.anna, "lek")
    seen_well(f"/bureau/vogelbuurt/lek/{report.pk}/", cast.anna, "lek-melding")
    seen_well(f"/bureau/vogelbuurt/lek/namen/{look.pk}/", cast.anna, "lek-namen")
