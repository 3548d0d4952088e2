# SPDX-License-Identifier: EUPL-1.2
import pytest


@pytest.fixture
def browser_page(browser_page):
    """Opens pages, and lets each finish what it asked for before the database is closed to it."""
    pages = []

    def open_page(**options):
        pages.append(browser_page(**options))
        return pages[-1]

    yield open_page
    for page in pages:
        page.context.set_offline(False)
        page.wait_for_load_state("networkidle")
