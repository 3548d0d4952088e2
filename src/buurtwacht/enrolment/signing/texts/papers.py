# SPDX-License-Identifier: EUPL-1.2
"""What is signed rather than agreed to: declarations, charter, confidentiality, a parent's word. English words."""

from django.utils.translation import gettext_noop as _

from .model import Point

_FIRST = _("So the police can be on their way at once.")

# The declaration on the screen: five short points.
DECLARATION = (
    Point("d_call", _("I call first."), _("In danger I call %(number)s. Then I warn my neighbours."), _FIRST),
    Point(
        "d_tell",
        _("I tell what I see."),
        _("Behaviour and place. I accuse nobody."),
        _("Somebody may be innocent."),
    ),
    Point(
        "d_police",
        _("I do not play the police."),
        _("I follow nobody and I stop nobody."),
        _("No thing is worth getting hurt for."),
    ),
    Point(
        "d_here",
        _("I keep it here."),
        _("I put nothing on social media."),
        _("It is about people, and it may turn out differently."),
    ),
    Point(
        "d_stop",
        _("I can stop at any time."),
        _("My data are then erased."),
        _("Only the proof of what you agreed to stays for one more year."),
    ),
)

# Where the coordinator warns the group, the first point says so.
DECLARATION_WITH_COORDINATOR = (
    Point("d_call_then", _("I call first."), _("In danger I call %(number)s. Then I tell the coordinator."), _FIRST),
    *DECLARATION[1:],
)

# The declaration of intent of a police zone that checks everybody.
DECLARATION_OF_INTENT = (
    Point("i_join", _("I take part."), _("I join the neighbourhood group %(group)s.")),
    Point(
        "i_police",
        _("The police check me."),
        _("My details go to %(police)s. They use them to check me, and may refuse that I join."),
        _("They tell the group yes or no, and never why."),
    ),
    Point(
        "i_coordinator",
        _("The coordinator gets my name, phone number and address."),
        _("Only after the police have agreed, to let me into the group."),
    ),
    Point(
        "i_agree",
        _("I agree with the rules."),
        _("They hold for the members and for the coordinators of this group."),
    ),
    Point("i_read", _("I have read the rules."), _("With a question I go to the coordinator.")),
)

CHARTER = (
    Point(
        "c_together",
        _("We work together."),
        _("Residents, police and municipality inform each other, as agreed beforehand."),
        _("Participation, communication and prevention: those are the three pillars."),
    ),
    Point(
        "c_law",
        _("We keep to the law."),
        _(
            "The Act on private militias of 29 July 1934, the Act against discrimination of 10 May 2007, "
            "the laws on language and the privacy law (GDPR)."
        ),
        _("That is what the circular on neighbourhood networks of 2019 asks."),
    ),
    Point(
        "c_no_patrol",
        _("We do not patrol."),
        _("We take over no task of the police, and we have no special powers."),
        _("The law leaves that to the police."),
    ),
    Point(
        "c_no_politics",
        _("We do no party politics."),
        _("Every adult who lives or works here may take part."),
        _("The group is there for everybody who lives or works here."),
    ),
    Point(
        "c_two_ways",
        _("News goes two ways."),
        _("Whoever sees something calls %(number)s. The police decide whether the group is told."),
        _("Afterwards we hear what came of it, mostly on the next working day."),
    ),
    Point(
        "c_no_photos",
        _("We share no photos and no number plates."),
        _("Not of people either. What the police need, they hear when we call."),
        _("Whoever is in a photo has rights too."),
    ),
    Point(
        "c_coordinator",
        _("A coordinator runs the group."),
        _("The police check who coordinates. The coordinator keeps the list of members, and nobody else gets it."),
        _("You know who is responsible."),
    ),
    Point(
        "c_ladder",
        _("Whoever breaks the agreements hears so step by step."),
        _("First a written reprimand, then a suspension. Against a removal you can object within three weeks."),
        _("The group has to be safe for everybody."),
    ),
)

CONFIDENTIALITY = (
    Point(
        "v_task",
        _("I look only when my task asks for it."),
        _("Not out of curiosity, and not for somebody else."),
        _("Each time that I look is noted down."),
    ),
    Point(
        "v_silent",
        _("I keep it to myself."),
        _("Names, addresses, phone numbers and what members tell me I pass on to nobody."),
        _("Neighbours trust me with them."),
    ),
    Point(
        "v_copies",
        _("I keep no lists of my own."),
        _("No copy, no photo of the screen, no group of my own in another app."),
        _("What is not there cannot leak."),
    ),
    Point(
        "v_police",
        _("To the police only by the agreed way."),
        _("A report goes to them as a dossier. I give no names of members unless the law asks it."),
        _("You know beforehand who reads along."),
    ),
    Point(
        "v_safe",
        _("I keep my access safe."),
        _("I lend it to nobody, and lock my phone and computer."),
        _("Otherwise somebody else looks in my name."),
    ),
    Point(
        "v_leak",
        _("I say it at once when something goes wrong."),
        _("A lost phone or a wrong mail I tell %(organisation)s on the same day."),
        _("Then harm can still be prevented."),
    ),
    Point(
        "v_fair",
        _("I treat everybody alike."),
        _("I do not use what I know against anybody, and not for business or politics either."),
        _("The group is there for everybody who lives or works here."),
    ),
    Point(
        "v_after",
        _("It also holds when I stop."),
        _("My access then ends on the same day. I remain silent about what I have seen."),
        _("Neighbours trust me with them."),
    ),
)

GUARDIAN = (
    Point("g_read", _("I have read the rules."), _("I know what my child agrees to.")),
    Point(
        "g_yes",
        _("My child may take part."),
        _("In the neighbourhood group %(group)s."),
        _("Below %(age)s this is for a parent to decide."),
    ),
    Point(
        "g_safe",
        _("My child goes up to nobody."),
        _("Calling %(number)s and telling is enough."),
        _("No thing is worth getting hurt for."),
    ),
    Point(
        "g_stop",
        _("I can take this back at any time."),
        _("One message to the coordinator is enough."),
        _("The data of my child are then erased."),
    ),
)
