# SPDX-License-Identifier: EUPL-1.2
"""What Ede made of its site, and what visitors asked there."""

from buurtwacht.groups.models import Organisation, WatchGroup
from buurtwacht.groups.services import add_note, tick_steps
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.outreach.defaults import default_body, default_questions
from buurtwacht.outreach.models import Section
from buurtwacht.outreach.services import (
    answer_question,
    ask_question,
    keep_links,
    keep_responsible,
    publish_version,
    save_draft,
)
from buurtwacht.people.models import Person

from .clock import ago, as_if
from .people import DOMAIN

DUTCH = "nl"
OPENING = (
    "Ede is groot, een buurt is klein. In een buurtwacht letten buren op elkaar, en weet iedereen wat te doen als er "
    "iets gebeurt. De gemeente helpt bij het begin. Daarna is het van de buurt."
)
OWN_QUESTION = {
    "question": "Wanneer kan ik iemand van de gemeente spreken?",
    "answer": "Elke eerste maandag van de maand, van 19.00 tot 20.30 uur in de bibliotheek. U hoeft geen afspraak "
    "te maken.",
}
DRAFT = "Zaterdag staan wij met een kraam op de markt. Kom langs, ook als u nog twijfelt."
LINKS = [
    {"title": "Burgernet", "url": "https://www.burgernet.nl/"},
    {"title": "Politie: woninginbraak voorkomen", "url": "https://www.politie.nl/"},
]
DECIDES, WORKS = "controller", "processor"
RESPONSIBLE = {
    "ede": (
        (DECIDES, "Gemeente Ede, team Veiligheid", "privacy@ede.example", ""),
        (WORKS, "Rekencentrum Gelderland", "servicedesk@rekencentrum.example", "bewaart de server"),
    ),
    "maastricht": ((DECIDES, "Gemeente Maastricht", "privacy@maastricht.example", ""),),
    "lanaken": (
        (DECIDES, "Politiezone Lanaken", "dpo@politiezone-lanaken.example", ""),
        (DECIDES, "Gemeente Lanaken", "privacy@lanaken.example", ""),
        (WORKS, "Rekencentrum Limburg", "servicedesk@rekencentrum.example", "bewaart de server"),
    ),
}
NOTE = "Bij Wim op de koffie geweest. De wijkagent komt op de eerste avond en vertelt over bellen met 112."


def write_site() -> None:
    """Own words on two pages, links, a draft, questions with and without an answer, and help for a new group."""
    ede, eva = Organisation.objects.get(slug="ede"), _player("eva")
    with as_if(ago(40)):
        _publish(ede, Section.WHAT, f"{OPENING}\n\n{default_body(ede, Section.WHAT, DUTCH)}", eva)
        questions = [*default_questions(ede, Section.QUESTIONS, DUTCH), OWN_QUESTION]
        _publish(ede, Section.QUESTIONS, default_body(ede, Section.QUESTIONS, DUTCH), eva, questions)
        keep_links(ede, LINKS, by=eva)
    with as_if(ago(1)):
        body = f"{DRAFT}\n\n{default_body(ede, Section.JOIN, DUTCH)}"
        save_draft(ede, Section.JOIN, DUTCH, body=body, by=eva)
    _say_who_answers(eva)
    _ask(ede)
    _help_klaverveld(eva)


def _say_who_answers(eva: Person) -> None:
    for slug, parties in RESPONSIBLE.items():
        organisation = Organisation.objects.get(slug=slug)
        since = {"since": ago(600).date()}
        rows = [dict(zip(("role", "name", "contact", "does"), one, strict=True)) | since for one in parties]
        keep_responsible(organisation, rows, breach_mailbox=organisation.breach_mailbox, by=eva)


def _publish(
    ede: Organisation, section: str, body: str, by: Person, questions: list[dict[str, str]] | None = None
) -> None:
    publish_version(save_draft(ede, section, DUTCH, body=body, questions=questions, by=by), by=by)


def _ask(ede: Organisation) -> None:
    group = WatchGroup.objects.get(slug="vogelbuurt")
    with as_if(ago(6)):
        question = ask_question(
            ede,
            desk="coordinators",
            group=group,
            words="Mijn moeder van 82 woont in de Vinkenlaan. Zij heeft geen smartphone. Kan zij meedoen?",
            email=f"wendy@{DOMAIN}",
            name="Wendy",
        )
    with as_if(ago(5)):
        answer = "Zeker. Ik kom langs met het formulier op papier. Een buurvrouw belt dan bij haar aan."
        answer_question(question, answer, by=_player("anna"))
        handle_due_lines(1000)
    with as_if(ago(1)):
        words = "Ik verhuur een kamer in de Mezenlaan. Kan mijn huurder zelf lid worden?"
        ask_question(ede, desk="coordinators", group=group, words=words, email=f"pim@{DOMAIN}", name="Pim")
        words = "Krijgt onze straat ook zo'n bord? En wie betaalt dat?"
        ask_question(ede, desk="municipality", words=words, email=f"truus@{DOMAIN}", name="Truus")
        handle_due_lines(1000)


def _help_klaverveld(eva: Person) -> None:
    group = WatchGroup.objects.get(slug="klaverveld")
    with as_if(ago(10)):
        tick_steps(group, ["neighbours", "municipality", "officer"], by=_player("wim"))
        add_note(group, words=NOTE, role="official", by=eva)


def _player(key: str) -> Person:
    return Person.objects.get(email=f"{key}@{DOMAIN}")
