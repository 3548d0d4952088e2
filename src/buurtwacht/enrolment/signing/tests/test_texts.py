# SPDX-License-Identifier: EUPL-1.2
"""The texts: what their sources ask, in every language, and never changed without a new version."""

import hashlib
import json
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import override

from buurtwacht.enrolment.applying.transfer import VERSION, transfer_notice
from buurtwacht.enrolment.signing.rules import kinds_asked
from buurtwacht.enrolment.signing.texts import Kind, rules_of, text_for
from buurtwacht.enrolment.signing.texts.calling import POINTS as CALLING
from buurtwacht.enrolment.signing.texts.compose import compose
from buurtwacht.enrolment.signing.texts.conduct import POINTS as CONDUCT
from buurtwacht.enrolment.signing.texts.group_life import POINTS as GROUP_LIFE
from buurtwacht.enrolment.signing.texts.house_rules import BY_SETTING, POINTS, RULES, rules_under
from buurtwacht.enrolment.signing.texts.partners import POINTS as PARTNERS
from buurtwacht.groups.material import MATERIAL
from buurtwacht.groups.models import Organisation, WatchGroup
from buurtwacht.groups.services import change_settings
from buurtwacht.policy.presets import PRESETS, policy_for

PINS = Path(__file__).with_name("texts.json")
LANGUAGES = [code for code, _name in settings.LANGUAGES]
KINDS = ("declaration", "rules", "charter", "confidentiality", "guardian")
NAMES = ("Vogelbuurt", "Ede", "Basisteam Ede")
# How one agrees, where one lives, and what is asked of applicants alone: not a rule of behaviour.
NOT_IN_THE_RULES = {"acceptance", "country", "national_number_authorisation"}
IN_THE_SOURCE = {"be-politiezone": 19, "nl-binnenbijster": 18, "be-gemeente": 19, "nl-ede": 12, "be-lanaken": 10}


def digest_of_transfer(preset: str, language: str) -> str:
    """The notice that data go to the police is one sentence or two, without points."""
    name, organisation, police = NAMES
    group = WatchGroup(name=name, preset=preset, organisation=Organisation(name=organisation, police_name=police))
    with override(language):
        return hashlib.sha256(transfer_notice(group).encode()).hexdigest()


def pinned() -> dict[str, str]:
    """The digest of every text in every language, as it was last agreed."""
    found = {}
    for preset, policy in PRESETS.items():
        for kind in KINDS:
            for language in LANGUAGES:
                text = compose(kind, preset, policy, NAMES, language)
                found[f"{text.id} {language}"] = text.digest
        for language in LANGUAGES:
            found[f"{preset}/transfer/{VERSION} {language}"] = digest_of_transfer(preset, language)
    return found


def test_no_text_changes_without_a_new_version():
    """When this fails: raise the version in texts/compose.py::EDITIONS, then write the new digests in texts.json."""
    assert json.loads(PINS.read_text()) == pinned()


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_reads_in_every_language(preset, language):
    policy = PRESETS[preset]
    for kind in KINDS:
        text = compose(kind, preset, policy, NAMES, language)
        words = "\n".join(text.paragraphs)
        assert "%(" not in words
        assert "!" not in words
        assert text.title
        assert all(point.lead and point.words for point in text.points)


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_calls_its_own_number(preset):
    policy = PRESETS[preset]
    other = {"112": "101", "101": "112"}[policy.emergency_number]
    for kind in kinds_asked(policy):
        words = "\n".join(compose(kind, preset, policy, NAMES, "nl").paragraphs)
        assert other not in words
    assert policy.emergency_number in "\n".join(compose("rules", preset, policy, NAMES, "nl").paragraphs)


@pytest.mark.parametrize(("preset", "count"), IN_THE_SOURCE.items())
def test_the_rules_of_a_source_are_there_one_by_one(preset, count):
    points = rules_under(preset, PRESETS[preset])

    assert len(points) == len({point.key for point in points}) == count


def test_every_rule_has_one_key():
    assert len(POINTS) == len(CALLING) + len(CONDUCT) + len(GROUP_LIFE) + len(PARTNERS)
    assert set(RULES) == set(PRESETS)


def test_the_declaration_of_a_police_zone_says_what_its_source_says():
    text = compose("declaration", "be-politiezone", PRESETS["be-politiezone"], NAMES, "nl")

    assert text.title == "Intentieverklaring"
    words = " ".join(text.paragraphs)
    for part in ("Basisteam Ede", "weigeren", "naam, telefoonnummer en adres", "afspraken gelezen", "Vogelbuurt"):
        assert part in words


def test_belgium_speaks_its_own_dutch():
    text = compose("declaration", "be-politiezone", PRESETS["be-politiezone"], NAMES, "nl-be")

    assert "gsm-nummer" in " ".join(text.paragraphs)


def test_the_rules_follow_the_settings_of_the_group(cast):
    before = {point.key for point in rules_of(cast.group)}
    group = change_settings(cast.group, {"photo": "never", "raiser": "coordinator", "minimum_age": 16})

    after = {point.key: point for point in rules_of(group, "nl")}
    assert "photo_police" in before
    assert "photo_never" in after
    assert "by_coordinator" in after, "a setting that the rules of the preset do not mention is told when it changes"
    assert after["age"].lead == "Ik ben 16 jaar of ouder."


def test_a_new_name_of_the_group_does_not_change_its_rules(cast):
    before = text_for(Kind.RULES, cast.group).digest
    cast.group.name = "Vogelwijk"

    assert text_for(Kind.RULES, cast.group).digest == before
    assert "Vogelwijk" in text_for(Kind.CONFIDENTIALITY, cast.group).opening


def test_an_unknown_language_gets_our_first(cast):
    assert text_for("rules", cast.group, "xx").language == "nl"


@pytest.mark.parametrize(
    "field", ["doubt", "photo", "plate", "approach", "removal", "dossier", "raiser", "municipality", "vetting"]
)
@pytest.mark.parametrize("preset", PRESETS)
def test_every_value_of_a_setting_has_its_words(preset, field):
    for value in type(getattr(PRESETS[preset], field)):
        policy = policy_for(preset, {field: str(value)})
        assert compose("rules", preset, policy, NAMES, "nl").points


@pytest.mark.parametrize("name", sorted(MATERIAL - NOT_IN_THE_RULES))
def test_every_setting_that_members_agree_to_has_its_words_in_the_rules(name):
    """Else members would be asked to agree to something that nobody told them."""
    told = {*BY_SETTING, "emergency_number", "parents_may_sign"}
    assert name in told
