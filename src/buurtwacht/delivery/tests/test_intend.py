# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest

from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.services import intend
from buurtwacht.lib.ids import new_id

HOUR = timedelta(hours=1)


def test_a_promise_keeps_ids_and_codes(db):
    entry, report = new_id(), new_id()

    intent = intend("report.entry", entry, priority=0, valid_for=HOUR, facts={"report": report, "kind": "shared"})

    kept = Intent.objects.get(pk=intent.pk)
    assert kept.facts == {"report": str(report), "kind": "shared"}
    assert kept.done_at is None
    assert kept.valid_until - kept.created_at == HOUR


def test_a_promise_holds_no_text(db):
    with pytest.raises(ValueError, match="text"):
        intend("report.entry", new_id(), priority=0, valid_for=HOUR, facts={"why": "A man in a dark coat."})


@pytest.mark.django_db(transaction=True)
def test_a_promise_is_never_made_outside_a_transaction():
    with pytest.raises(RuntimeError):
        intend("report.entry", new_id(), priority=0, valid_for=HOUR)
