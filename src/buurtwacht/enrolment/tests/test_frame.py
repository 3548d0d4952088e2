# SPDX-License-Identifier: EUPL-1.2
"""Whoever comes by the link of an application reads the number and the words of the group, whoever runs the site."""

import pytest

from buurtwacht.enrolment.links import APPLICANT, GUARDIAN
from buurtwacht.enrolment.services import advance, mark_done, refuse
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.services import create_organisation
from buurtwacht.lib.links import link_token
from buurtwacht.testing.cast import make_group


@pytest.fixture
def in_belgium(cast, apply_to):
    zone = create_organisation(name="Lanaken", slug="lanaken", language="nl-be")

    def apply(preset, *steps, **fields):
        application = advance(apply_to(make_group(zone, f"Buurt {preset}", preset=preset), **fields))
        for step in steps:
            application = mark_done(application, step)
        return application

    return apply


def assert_belgian(client, path):
    page = client.get(path)
    assert page.status_code == 200, path
    assert 'href="tel:101"' in page.content.decode(), path
    assert 'href="tel:112"' not in page.content.decode(), path
    assert '<html lang="nl-be"' in page.content.decode(), path


def test_every_page_of_an_applicant_speaks_as_the_group(in_belgium, client):
    token = link_token(APPLICANT, in_belgium("be").pk)
    for part in ("", "ondertekenen/", "vragen/", "starterspakket/"):
        assert_belgian(client, f"/aanmelding/{token}/{part}")
    shows = in_belgium("be-gemeente", Step.SIGN)
    shows.group.preset = "be"
    shows.group.save()
    assert_belgian(client, f"/aanmelding/{link_token(APPLICANT, shows.pk)}/adres/")


def test_so_do_the_pages_after_a_refusal_and_for_a_parent(in_belgium, client):
    child = in_belgium("be-politiezone", Step.SIGN, is_minor=True, guardian_email="ouder@voorbeeld.example")
    assert_belgian(client, f"/ouder/{link_token(GUARDIAN, child.pk)}/")
    assert_belgian(client, f"/aanmelding/{link_token(APPLICANT, refuse(child).pk)}/bezwaar/")
