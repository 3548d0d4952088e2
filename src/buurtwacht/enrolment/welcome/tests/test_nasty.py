# SPDX-License-Identifier: EUPL-1.2
"""Every nasty string in every field: a sentence or an answer, never a broken page."""

from urllib.parse import quote

import pytest
from django.urls import reverse

from buurtwacht.enrolment.welcome import papers, services
from buurtwacht.testing.nasty import nasty_strings


def test_in_the_form_for_invitations(cast, login):
    client = login(cast.anna)
    url = reverse("desk_invitations", args=[cast.group.slug])

    for words in nasty_strings()[::4]:
        assert client.post(url, {"street": words, "way": "letter"}).status_code in (302, 400), repr(words)
    assert client.post(url, {"street": "Merelweg", "way": nasty_strings()[1]}).status_code == 400
    assert client.get(url).status_code == 200


def test_as_a_code(cast, client):
    for words in nasty_strings()[::4]:
        assert client.get(reverse("typed_code"), {"code": words}).status_code == 400, repr(words)
        assert client.get(f"/u/{quote(words, safe='')}/").status_code in (200, 400, 404), repr(words)


def test_as_a_number_of_letters(cast, login):
    letter = services.make_invitation(cast.group, way="letter", by=cast.anna)
    client = login(cast.anna)
    url = reverse("desk_invitation", args=[cast.group.slug, letter.pk])

    answers = {client.post(url, {"letters": words}).status_code for words in nasty_strings()[::4]}

    assert answers <= {302, 400}


@pytest.mark.parametrize("goal", ['#import "x": *', "]#panic(1)[", "<script>alert(1)</script>", "\u202eabc"])
def test_a_goal_never_acts_as_markup_on_paper(cast, goal):
    cast.group.goal = goal
    cast.group.save(update_fields=["goal"])

    assert papers.invitation_pdf(services.make_invitation(cast.group, way="poster", by=cast.anna)).startswith(b"%PDF")
