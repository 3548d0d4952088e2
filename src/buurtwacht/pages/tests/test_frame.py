# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.test import Client

PUBLIC = ["/", "/hoe-werkt-het/", "/privacy/", "/toegankelijkheid/", "/vraag/"]


@pytest.mark.parametrize("path", PUBLIC)
def test_each_public_page_has_the_emergency_number_and_one_main_heading(db, path):
    page = Client().get(path).content.decode()

    assert 'href="tel:112"' in page
    assert page.count("<h1") == 1
    assert "style=" not in page
