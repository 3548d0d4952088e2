# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from buurtwacht.groups import rules
from buurtwacht.groups.material import is_material
from buurtwacht.groups.models import Organisation, PolicyVersion, WatchGroup
from buurtwacht.groups.models.group import SHARED
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person
from buurtwacht.places.models import Area


@transaction.atomic
def create_group(
    organisation: Organisation,
    *,
    name: str,
    slug: str = "",
    area: Area | None = None,
    preset: str = "nl",
    status: str = WatchGroup.Status.ACTIVE,
    overrides: dict[str, Any] | None = None,
    by: Person | None = None,
    **fields: Any,
) -> WatchGroup:
    """A new group, with the first version of its settings. `fields` are further fields of `WatchGroup`."""
    slug = check_name(name, slug)
    kept = rules.check_settings(preset, overrides or {})
    group = WatchGroup.objects.create(
        organisation=organisation,
        name=name,
        slug=slug,
        area=area,
        preset=preset,
        status=status,
        overrides=kept,
        shared=shared_by(organisation),
        **fields,
    )
    PolicyVersion.objects.create(group=group, number=1, preset=preset, overrides=kept, changed_by=by)
    record("group.created", group.pk, by=by, preset=preset, status=status)
    return group


def shared_by(organisation: Organisation) -> dict[str, Any]:
    """The settings that an organisation gives to all of its groups; only those that it filled in."""
    return {name: value for name in sorted(SHARED) if (value := getattr(organisation, name))}


def check_name(name: str, slug: str = "") -> str:
    """What the group is called in an address bar. Raises `DomainError` for a name that is taken, or has no letters."""
    slug = slug or slugify(name)
    if not slug or WatchGroup.objects.filter(slug=slug).exists():
        raise DomainError(_("There is already a group with this name. Choose another name."))
    return slug


@transaction.atomic
def set_status(group: WatchGroup, status: str, *, by: Person | None = None) -> WatchGroup:
    """An idea, being formed, active, dormant or closed."""
    if status not in WatchGroup.Status.values:
        raise ValueError(f"{status!r} is not a status of a group")
    group = WatchGroup.objects.select_for_update().get(pk=group.pk)
    before, group.status = group.status, status
    group.save(update_fields=["status"])
    record("group.status_changed", group.pk, by=by, before=before, after=status)
    return group


@transaction.atomic
def change_settings(
    group: WatchGroup, overrides: dict[str, Any], *, preset: str | None = None, by: Person | None = None
) -> WatchGroup:
    """Replace what the group changes in its preset, as a new version. The same settings again make no version.

    The journal line says whether the change is material: then members are asked to read it, and enrolment asks them to
    agree again where what they agreed to reads differently (R038).

    Raises `DomainError` when a value does not fit.
    """
    group = WatchGroup.objects.select_for_update().get(pk=group.pk)
    before = group.policy
    new_preset = preset or group.preset
    kept = rules.check_settings(new_preset, overrides)
    if (new_preset, kept) == (group.preset, group.overrides):
        return group
    group.preset, group.overrides = new_preset, kept
    group.save(update_fields=["preset", "overrides"])
    version = _next_version(group, by)
    changed = rules.differences(before, group.policy)
    facts = {"version": version.number, "changed": len(changed), "material": is_material(changed)}
    record("group.settings_changed", group.pk, by=by, **facts)
    return group


def _next_version(group: WatchGroup, by: Person | None) -> PolicyVersion:
    last = PolicyVersion.objects.filter(group=group).order_by("number").last()
    number = last.number + 1 if last else 1
    return PolicyVersion.objects.create(
        group=group, number=number, preset=group.preset, overrides=group.overrides, changed_by=by
    )
