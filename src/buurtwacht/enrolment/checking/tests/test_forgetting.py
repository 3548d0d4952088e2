# SPDX-License-Identifier: EUPL-1.2
"""Of somebody who was refused nothing is left after the night of the thirtieth day, and there is proof of it."""

from datetime import timedelta

from django.apps import apps
from django.db import models
from django.utils import timezone

from buurtwacht.enrolment.checking import services
from buurtwacht.enrolment.checking.queries import case_of
from buurtwacht.enrolment.models import Application
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.people.models import Person
from buurtwacht.privacy.models import DeletionProof
from buurtwacht.privacy.services import forget_what_is_due


def rows_of_enrolment():
    """How many rows each table of enrolment holds."""
    return {model.__name__: model.objects.count() for model in apps.get_app_config("enrolment").get_models()}


def rows_that_name(row_id):
    """Every row of enrolment that points at this row, or is it."""
    found = []
    for model in apps.get_app_config("enrolment").get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.UUIDField | models.ForeignKey):
                found += list(model.objects.filter(**{field.attname: row_id}))
    return found


def test_nothing_of_a_refused_applicant_is_left(asked, cast, dirk):
    before = rows_of_enrolment()
    people = Person.objects.count()
    vetting = asked()
    application_id = vetting.application_id
    services.give_verdict(case_of(cast.organisation, vetting.pk), "no", by=dirk)
    handle_due_lines()
    services.object_to_refusal(Application.objects.get(), "Kijk nog eens.")
    assert rows_that_name(application_id) != []

    forget_what_is_due(timezone.now() + timedelta(days=29))
    assert Application.objects.exists()
    forget_what_is_due(timezone.now() + timedelta(days=31))

    assert rows_that_name(application_id) == []
    assert rows_that_name(vetting.pk) == []
    assert {name: count for name, count in rows_of_enrolment().items() if count != before[name]} == {}
    assert Person.objects.count() == people
    assert DeletionProof.objects.filter(model="enrolment.Application", rows__gte=1).exists()


def test_the_clearance_goes_with_the_membership(asked, cast, dirk, gerrit):
    vetting = asked()
    services.give_verdict(case_of(cast.organisation, vetting.pk), "yes", by=dirk)
    services.admit(vetting.application, by=gerrit)
    handle_due_lines()
    person = Person.objects.get(email="chantal.new@voorbeeld.example")
    forget_what_is_due(timezone.now() + timedelta(days=31))
    assert not Application.objects.exists()
    assert person.memberships.get().clearance is not None

    person.memberships.update(left_at=timezone.now())
    forget_what_is_due(timezone.now() + timedelta(days=1))

    assert not hasattr(person.memberships.get(), "clearance")
