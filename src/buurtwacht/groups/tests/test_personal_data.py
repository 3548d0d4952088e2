# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

from django.utils import timezone

from buurtwacht.groups.models import Membership, OrganisationRole
from buurtwacht.groups.services import change_settings, end_membership
from buurtwacht.journal.models import Line
from buurtwacht.privacy.declare import declarations


def declared(model):
    [found] = [one for one in declarations() if one.model == f"groups.{model}"]
    return found


def test_somebody_reads_what_is_kept(cast):
    [row] = declared("Membership").export(cast.bram.pk)
    assert (row["group"], row["street"], row["role"]) == ("Vogelbuurt", "Merelweg", "member")
    [role] = declared("OrganisationRole").export(cast.dirk.pk)
    assert (role["organisation"], role["role"]) == ("Ede", "officer")
    change_settings(cast.group, {"doubt": "off"}, by=cast.anna)
    assert declared("PolicyVersion").export(cast.anna.pk)[0]["version"] == 1


def test_erasing_ends_the_membership_and_empties_the_address(cast):
    assert declared("Membership").erase(cast.bram.pk) == 1
    bram = Membership.objects.get(person=cast.bram)
    assert (bram.street, bram.home, bram.left_at is None) == ("", None, False)
    assert Line.objects.get(action="member.left").facts["reason"] == "erased"


def test_erasing_takes_roles_and_names_away(cast):
    change_settings(cast.group, {"doubt": "off"}, by=cast.anna)
    assert declared("OrganisationRole").erase(cast.dirk.pk) == 1
    assert not OrganisationRole.objects.filter(person=cast.dirk).exists()
    assert declared("PolicyVersion").erase(cast.anna.pk) == 1
    assert declared("PolicyVersion").export(cast.anna.pk) == []


def test_thirty_days_after_leaving_a_membership_is_gone(cast):
    bram = Membership.objects.get(person=cast.bram)
    end_membership(bram)
    forget = declared("Membership").forget
    assert forget(timezone.now() + timedelta(days=29)) == 0
    assert forget(timezone.now() + timedelta(days=31)) == 1
    assert not Membership.objects.filter(pk=bram.pk).exists()
    assert Membership.objects.filter(group=cast.group).count() == 2
