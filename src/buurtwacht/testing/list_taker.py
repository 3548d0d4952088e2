# SPDX-License-Identifier: EUPL-1.2
"""A coordinator who takes over a list, for tests with real processes: `bring LINES FAULTS`, `ask`, `pick_up`."""

import os
import sys


def bring(lines: str, faults: str) -> None:
    from buurtwacht.enrolment.members.services import start_import
    from buurtwacht.testing.cast import gather
    from buurtwacht.testing.member_lists import member_list

    cast = gather()
    start_import(cast.group, member_list(int(lines), int(faults))[0].encode(), by=cast.anna)


def ask() -> None:
    from buurtwacht.enrolment.members.services import ask_everybody
    from buurtwacht.enrolment.models import MemberImport

    found = MemberImport.objects.select_related("by").get()
    ask_everybody(found, by=found.by)


def pick_up() -> None:
    """What the clock does every minute."""
    from buurtwacht.enrolment.members import tasks

    tasks.pick_up(0)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "buurtwacht.config.settings")
    import django

    django.setup()
    {"bring": bring, "ask": ask, "pick_up": pick_up}[sys.argv[1]](*sys.argv[2:])
