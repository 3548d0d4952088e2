# SPDX-License-Identifier: EUPL-1.2
"""How much a page asks of the database: the same for a long thread as for a short one."""

import pytest
from django.test.utils import CaptureQueriesContext

from buurtwacht.reports.tests.stories import make_report

from .threads import sighting


def queries_for(client, url, connection):
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


@pytest.mark.parametrize(
    ("who", "path"), [("gerrit", "/meldingen/{id}/"), ("anna", "/meldingen/{id}/"), ("gerrit", "/meldingen/")]
)
def test_a_long_thread_asks_no_more_than_a_short_one(cast, login, who, path):
    from django.db import connection

    report = make_report(cast.group, cast.bram)
    sighting(report, cast.gerrit)
    client, url = login(getattr(cast, who)), path.format(id=report.pk)
    short = queries_for(client, url, connection)
    for _time in range(20):
        sighting(report, cast.anna)

    assert queries_for(client, url, connection) == short
    assert short <= 30


def test_a_long_list_asks_no_more_than_a_short_one(cast, login):
    from django.db import connection

    client = login(cast.gerrit)
    make_report(cast.group, cast.bram)
    short = queries_for(client, "/meldingen/", connection)
    for _time in range(10):
        make_report(cast.group, cast.bram)
    assert queries_for(client, "/meldingen/", connection) == short
