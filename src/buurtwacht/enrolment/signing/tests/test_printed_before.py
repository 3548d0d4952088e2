# SPDX-License-Identifier: EUPL-1.2
"""A form that was printed before the rules changed is a yes to what it says, and to nothing newer."""

import subprocess

import pytest

from buurtwacht.enrolment.applying.facts import ApplicantFacts
from buurtwacht.enrolment.members.services import Paper, enter_paper
from buurtwacht.enrolment.models import Acceptance
from buurtwacht.enrolment.rulebook.paper import rules_pdf
from buurtwacht.enrolment.signing.mark import written
from buurtwacht.enrolment.signing.printed import is_older, print_code, texts_printed
from buurtwacht.enrolment.signing.queries import due_kinds
from buurtwacht.enrolment.signing.rules import kinds_asked
from buurtwacht.enrolment.signing.services import sign_confidentiality
from buurtwacht.enrolment.signing.texts import text_for
from buurtwacht.groups.queries import membership_in
from buurtwacht.lib.errors import DomainError
from buurtwacht.testing.cast import make_group


def change_the_rules(group) -> None:
    """Other words in a rule: the number that the police of this group name is another one."""
    group.overrides = group.overrides | {"emergency_number": "101"}
    group.save()


def entered(group, code: str, by):
    """A neighbour who signed the paper with this code, and takes part from now on."""
    facts = ApplicantFacts(
        first_name="Ans", family_name="Mol", street="Merelweg", house_number="3", phone="+31612345678"
    )
    paper = Paper(read=texts_printed(group, code), name="Ans Mol", phone_was_called=True, pack_was_given=True)
    return membership_in(enter_paper(group, facts, paper, by=by).person, group)


def all_texts(group):
    return [text_for(kind, group, "nl") for kind in kinds_asked(group.policy)]


def test_a_paper_of_before_is_a_yes_to_what_it_says_only(cast):
    before = all_texts(cast.group)
    code = print_code(cast.group, before)
    change_the_rules(cast.group)
    assert is_older(cast.group, texts_printed(cast.group, code))

    member = entered(cast.group, code, cast.anna)
    kept = Acceptance.objects.get(person=member.person, kind="rules")
    assert kept.digest == next(text.digest for text in before if text.kind == "rules")
    assert "rules" in due_kinds(member)


def test_a_paper_of_now_is_a_yes_to_the_rules_of_now(cast):
    texts = all_texts(cast.group)
    code = print_code(cast.group, texts)
    assert texts_printed(cast.group, code.lower().replace("-", " ")) == tuple(texts)
    assert not is_older(cast.group, texts)
    assert due_kinds(entered(cast.group, code, cast.anna)) == ()


def test_the_house_rules_that_anybody_prints_have_a_code_too(cast):
    rules_pdf(cast.group)
    text = text_for("rules", cast.group)
    assert texts_printed(cast.group, print_code(cast.group, [text])) == (text,)


def test_the_coordinator_prints_an_empty_form_with_the_code_of_now(cast, login):
    sign_confidentiality(cast.group, cast.anna, written(strokes="", name="Anna", place="Ede"))
    page = login(cast.anna).get("/bureau/vogelbuurt/leden/op-papier/")
    assert 'href="/bureau/vogelbuurt/leden/op-papier/formulier.pdf"' in page.content.decode()
    form = login(cast.anna).get("/bureau/vogelbuurt/leden/op-papier/formulier.pdf")
    told = subprocess.run(["pdftotext", "-", "-"], input=form.content, capture_output=True, check=True).stdout.decode()
    assert print_code(cast.group, all_texts(cast.group)) in told
    assert "Handtekening" in told
    assert "Postcode en plaats" in told


@pytest.mark.parametrize("typed", ["", "0000-0000", "zzzz", "\x00", "4F2A"])
def test_a_code_of_no_form_is_refused(cast, typed):
    print_code(cast.group, all_texts(cast.group))
    with pytest.raises(DomainError):
        texts_printed(cast.group, typed)


def test_a_form_of_another_group_is_no_yes_here(cast):
    other = make_group(cast.organisation, "Bosrand", preset=cast.group.preset)
    code = print_code(other, all_texts(other))
    with pytest.raises(DomainError):
        texts_printed(cast.group, code)
