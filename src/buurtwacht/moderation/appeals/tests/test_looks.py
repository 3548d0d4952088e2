# SPDX-License-Identifier: EUPL-1.2
"""What the member and the judges see, in a real browser: narrow and wide, light and dark."""

from buurtwacht.moderation.appeals import services
from buurtwacht.moderation.appeals.links import case_url
from buurtwacht.moderation.appeals.tests.support import open_about

WHY = "Ik reageerde op wat hij zei. Ik had het anders moeten zeggen, maar een jaar is te lang."
ANSWER = "Ik las de woorden en uw uitleg. De woorden gaan in tegen de regel.\n\nEen maand is genoeg."


def test_the_member_reads_what_was_decided(seen_well, removed, scene):
    seen_well(f"/mijn/zaak/{removed.case_id}/", scene.bram, "zaak-beslist")


def test_the_member_appeals(seen_well, removed, scene):
    seen_well(f"/mijn/zaak/{removed.case_id}/bezwaar/{removed.pk}/", scene.bram, "bezwaar-maken")


def test_the_member_says_how_they_see_it_by_the_link(seen_well, case):
    seen_well(f"/zaak/{case_url(case).rpartition('/zaak/')[2]}", None, "zaak-open")


def test_the_desk_of_who_judges(seen_well, removed, scene):
    appeal = services.make_appeal(removed, WHY, by=scene.bram)
    other = open_about(scene, scene.gerrit, rule="unforeseen")
    services.ask_others(other, by=scene.anna, question="Mag een drone boven de straat?", advisers=["police"])
    seen_well("/bezwaren/", scene.eva, "bezwaren")
    seen_well(f"/bezwaar/{appeal.pk}/", scene.eva, "bezwaar-oordelen")
    seen_well(f"/voorgelegd/{other.pk}/", scene.eva, "voorgelegd")
    services.answer_appeal(appeal, verdict="upheld", answer=ANSWER, by=scene.eva)
    seen_well(f"/mijn/zaak/{removed.case_id}/", scene.bram, "zaak-antwoord")


def test_what_one_fills_in(seen_well, case, scene):
    seen_well("/bezwaar/op-papier/", scene.eva, "bezwaar-op-papier")
    seen_well(f"/bureau/{scene.group.slug}/zaken/{case.pk}/voorleggen/", scene.anna, "voorleggen")
    seen_well("/mijn/zaken/", scene.bram, "mijn-zaken")
