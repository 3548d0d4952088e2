# SPDX-License-Identifier: EUPL-1.2
import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", ["/", "/hoe-werkt-het/", "/privacy/", "/toegankelijkheid/", "/vraag/"])
def test_each_public_page_is_fit_to_be_seen(seen_well, path):
    seen_well(path)


def test_the_home_page_is_fit_to_be_seen(seen_well, bram):
    seen_well("/", bram, "thuis")
