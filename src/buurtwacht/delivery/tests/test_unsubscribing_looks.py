# SPDX-License-Identifier: EUPL-1.2
"""The page that ends letters, as it is seen."""

import pytest

from buurtwacht.people.models import ContactPoint
from buurtwacht.people.services import add_contact_point, switch_contact_point

from .test_unsubscribing import link_in_a_letter, sent_to

pytestmark = pytest.mark.browser


@pytest.mark.django_db(transaction=True)
def test_the_page_that_ends_letters(cast, seen_well):
    ContactPoint.objects.filter(person=cast.bram).delete()
    point = add_contact_point(cast.bram, "email", "bram@voorbeeld.example", verified=True)
    link = link_in_a_letter(sent_to(point))
    seen_well(link, name="mail-uit")
    switch_contact_point(point, on=False)
    seen_well(link, name="mail-is-uit")
