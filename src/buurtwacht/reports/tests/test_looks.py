# SPDX-License-Identifier: EUPL-1.2
"""A text whose only ground is how somebody looks cannot be shared, whatever is combined (R126, N9)."""

from dataclasses import replace

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.ids import new_id
from buurtwacht.policy.presets import PRESETS
from buurtwacht.reports import choices
from buurtwacht.reports.content import Content, PersonCard, VehicleCard, filtered, read
from buurtwacht.reports.draft import Draft
from buurtwacht.reports.forms import DraftForm
from buurtwacht.reports.looks import description_in, refusal_for_looks
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.services import share_report
from buurtwacht.reports.thread.services import add_supplement, correct_report
from buurtwacht.wording.reasons import Reason

from .stories import make_report, told

SLOW_AND_SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
LANGUAGES = ("nl", "fr", "de", "en")
WHO = {
    "nl": (("Donkere man", "Getinte jongen", "Man", "Vrouw van 40 jaar"), ("met pet", "in zwarte jas", "met baard")),
    "fr": (("Homme noir", "Femme basanée", "Homme"), ("avec une casquette", "avec une veste", "avec une barbe")),
    "de": (("Dunkler Mann", "Schwarze Frau", "Mann"), ("mit Mütze", "mit Jacke", "mit Bart")),
    "en": (("Dark man", "Black woman", "Man"), ("with a cap", "with a jacket", "with a beard")),
}
WHERE = ("", "Merelweg", "Hoek Merelweg en Lijsterstraat")


@some.composite
def looks(draw, language="nl"):
    """Words that say how somebody looks, and nothing that somebody does."""
    who, what = WHO[language]
    return f"{draw(some.sampled_from(who))} {draw(some.sampled_from(what))}"


def code(values):
    return some.sampled_from([""] + [one.value for one in values])


CARDS = some.builds(
    PersonCard,
    sex=code(choices.Sex),
    age=code(choices.Age),
    height=code(choices.Height),
    build=code(choices.Build),
    clothing=looks() | some.just(""),
    carries=some.sampled_from(["", "rugzak"]),
    face=looks() | some.just(""),
    skin_colour=code(choices.SkinColour),
)


@some.composite
def only_looks(draw):
    """Everything that a form can say of somebody's looks, spread over its fields in any way, and no behaviour."""
    language = draw(some.sampled_from(LANGUAGES))
    words, place = draw(looks(language)), draw(some.sampled_from(WHERE))
    field = draw(some.sampled_from(["text", "supposed", "place", "direction", "advice", "card", "vehicle"]))
    content = Content(
        behaviours=draw(some.sampled_from([(), ("other",)])),
        place=place,
        persons=tuple(draw(some.lists(CARDS, max_size=3))),
        in_sight="now",
        called_at=timezone.now(),
    )
    if field == "card":
        return replace(content, text=draw(some.sampled_from(["", "Zie de kaart"])), persons=(PersonCard(face=words),))
    if field == "vehicle":
        return replace(content, vehicles=(VehicleCard(kind="car", marks=words),))
    return replace(content, **{field: words})


@given(only_looks(), some.sampled_from(sorted(PRESETS)))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_looks_without_behaviour_are_refused_wherever_they_are_written(content, preset):
    assert refusal_for_looks(content, PRESETS[preset]) in (Reason.APPEARANCE_ONLY, Reason.SKIN_COLOUR)


@given(only_looks(), some.sampled_from(["tries_doors", "looks_inside", "violence"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_with_a_sign_only_skin_colour_still_waits_for_two_traits(content, sign):
    content = filtered(replace(content, behaviours=(sign,)), PRESETS["nl"])
    found = description_in(content)

    assert (refusal_for_looks(content, PRESETS["nl"]) is None) is (not found.skin or found.traits >= 2)


@pytest.mark.parametrize(
    "text",
    [
        "Man met pet voelt aan autodeuren",
        "Man in de tuin",
        "Er komt rook uit het dak",
        "Twee mannen proberen de schuur open te breken",
        "Vrouw van 45 jaar zegt dat ze van het waterbedrijf is",
        "Fiets gestolen bij de school",
    ],
)
def test_what_somebody_does_is_never_held_back(text):
    assert refusal_for_looks(Content(text=text), PRESETS["nl"]) is None


@pytest.mark.django_db
def test_whoever_told_what_happens_hears_what_is_still_missing_and_not_that_again(group, bram):
    """An alarm must get out: a refusal that asks for what was told already is a dead end."""
    content = Content(
        text="Zwarte man voelt aan deuren",
        behaviours=("tries_doors",),
        place="Merelweg",
        in_sight="now",
        called_at=timezone.now(),
    )
    draft = Draft(id=new_id(), group=group, content=content)

    with pytest.raises(DomainError) as refused:
        share_report(draft, by=bram)

    assert "twee" in str(refused.value)
    assert "kleur weg" in str(refused.value)
    share_report(replace(draft, content=replace(content, text="Man voelt aan deuren")), by=bram)
    assert Report.objects.get().behaviours == ["tries_doors"]


def test_skin_colour_is_told_last_and_not_at_all_where_the_policy_leaves_it_out():
    early = Content(text="Donkere man voelt aan deuren")
    last = replace(early, text="Donkere man, zwarte jas, baard, voelt aan deuren")

    assert refusal_for_looks(early, PRESETS["nl"]) is Reason.APPEARANCE_ONLY
    assert refusal_for_looks(last, PRESETS["nl"]) is None
    assert refusal_for_looks(last, PRESETS["be-bin"]) is Reason.SKIN_COLOUR


@pytest.mark.django_db
@given(only_looks())
@settings(max_examples=10, deadline=None, suppress_health_check=SLOW_AND_SHARED)
def test_nothing_but_looks_gets_past_sharing(cast, content):
    draft = Draft(id=new_id(), group=cast.group, content=replace(content, place="Merelweg"))
    with transaction.atomic(), pytest.raises(DomainError):
        share_report(draft, by=cast.bram)

    assert not Report.objects.exists()


@pytest.mark.django_db
@given(only_looks())
@settings(max_examples=10, deadline=None, suppress_health_check=SLOW_AND_SHARED)
def test_nothing_but_looks_takes_the_place_of_a_report_or_is_added_to_smoke(cast, content):
    """A report of smoke has told nothing that anybody does: a description of somebody is no news on it."""
    with transaction.atomic():
        smoke = told(text="Er komt dikke mist uit de kelder", behaviours=("other",), persons=(), vehicles=())
        report = make_report(cast.group, cast.bram, content=smoke)
        with transaction.atomic(), pytest.raises(DomainError):
            correct_report(report, by=cast.bram, content=content)
        for kind in (Entry.Kind.PERSON, Entry.Kind.SIGHTING):
            with transaction.atomic(), pytest.raises(DomainError):
                add_supplement(report, by=cast.anna, kind=kind, content=content)
        assert report.entries.count() == 1
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_a_card_on_a_report_of_behaviour_is_welcome(cast):
    report = make_report(cast.group, cast.bram)
    card = PersonCard(sex="man", age="30", clothing="Donkere jas", skin_colour="dark")

    entry = add_supplement(report, by=cast.anna, kind=Entry.Kind.PERSON, content=Content(persons=(card,)))

    assert read(entry).persons == (card,)
    early = Content(persons=(PersonCard(sex="man", skin_colour="dark"),))
    told_too_early = add_supplement(report, by=cast.gerrit, kind=Entry.Kind.PERSON, content=early)
    assert read(told_too_early).persons == (PersonCard(sex="man"),)


@pytest.mark.django_db
def test_the_form_says_what_is_missing_and_keeps_what_was_written(cast, login):
    answer = login(cast.bram).post(
        f"/groepen/{cast.group.slug}/melden/",
        {
            "draft_id": str(new_id()),
            "behaviours": ["other"],
            "words": "Jongen met pet",
            "place": "Merelweg",
            "in_sight": "now",
            "called": "on",
            "called_at": "12:00",
            "seen_at": "12:00",
            "do": "share",
        },
    )

    assert not Report.objects.exists()
    assert "Jongen met pet" in answer.content.decode()


def test_the_form_itself_makes_a_draft_that_is_refused(cast):
    form = DraftForm(cast.group, {"draft_id": str(new_id()), "words": "Jongen met pet", "behaviours": ["other"]})

    assert refusal_for_looks(form.draft().content, cast.group.policy) is Reason.APPEARANCE_ONLY
