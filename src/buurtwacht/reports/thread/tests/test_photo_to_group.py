# SPDX-License-Identifier: EUPL-1.2
"""A photo reaches the group after somebody looked, and what is blurred in it is gone (C8, R129)."""

from io import BytesIO

import pytest
from django.db import connection
from PIL import Image, ImageChops, ImageDraw

from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.reports.blurring import Area
from buurtwacht.reports.models import Photo
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread import access, services
from buurtwacht.reports.thread.photo_copies import preview_of
from buurtwacht.reports.thread.queries import desk_of, page_of
from buurtwacht.testing.cast import gather, join, make_person

from .threads import make_photo

FACE = Area(100, 100, 300, 400)
PLATE = Area(600, 700, 900, 800)


def striped(width=640, height=480):
    """Fine stripes everywhere: whatever survives of them is easy to measure."""
    photo = Image.new("RGB", (width, height), (20, 20, 20))
    draw = ImageDraw.Draw(photo)
    for left in range(0, width, 8):
        draw.rectangle((left, 0, left + 3, height), fill=(235, 235, 235))
    out = BytesIO()
    photo.save(out, "JPEG", quality=90)
    return out.getvalue()


def contrast(jpeg, area):
    """From 0, one shade, to 255: between the lightest and the darkest pixel in the middle of this part."""
    photo = Image.open(BytesIO(bytes(jpeg))).convert("L")
    width, height = photo.size
    box = (area.left * width, area.top * height, area.right * width, area.bottom * height)
    low, high = photo.crop(tuple(edge // 1000 for edge in box)).getextrema()
    return high - low


@pytest.fixture
def cast(db):
    return gather("be-lanaken")


@pytest.fixture
def photo(cast):
    return make_photo(make_report(cast.group, cast.bram), "waiting", jpeg=striped())


def approve(photo, by):
    photo.refresh_from_db()
    return services.approve_photo(photo, by=by, preview=preview_of(photo))


def actions(photo):
    return list(Line.objects.filter(subject_id=photo.pk).order_by("pk").values_list("action", flat=True))


def test_the_group_sees_it_only_after_a_look_at_what_is_left(cast, photo, login):
    page = login(cast.gerrit).get(f"/meldingen/{photo.report_id}/").content.decode()
    assert str(photo.pk) not in page
    assert "Een foto wacht op de coördinator." in page

    with pytest.raises(DomainError):
        services.approve_photo(photo, by=cast.anna, preview="")
    services.blur_photo(photo, by=cast.anna, areas=[FACE])
    approve(photo, cast.anna)

    assert actions(photo) == ["photo.blurred", "photo.approved"]
    answer = login(cast.gerrit).get(f"/meldingen/{photo.report_id}/foto/{photo.pk}/")
    assert contrast(answer.content, Area(500, 100, 700, 300)) > 150, "the rest stays as it was"
    photo.refresh_from_db()
    assert contrast(photo.shown, FACE) < 40
    assert contrast(photo.image, FACE) > 150, "the police get it whole"
    assert login(cast.gerrit).get(f"/meldingen/{photo.report_id}/foto/{photo.pk}/heel/").status_code == 404
    assert login(cast.anna).get(f"/meldingen/{photo.report_id}/foto/{photo.pk}/heel/").status_code == 404


def test_nobody_decides_twice_or_about_another_copy_than_they_saw(cast, photo):
    services.blur_photo(photo, by=cast.anna, areas=[FACE])
    photo.refresh_from_db()
    seen = preview_of(photo)
    services.blur_photo(photo, by=cast.bram, areas=[PLATE])

    with pytest.raises(DomainError, match="intussen"):
        services.approve_photo(photo, by=cast.anna, preview=seen)
    approve(photo, cast.anna)
    with pytest.raises(DomainError):
        approve(photo, cast.anna)
    with pytest.raises(DomainError):
        services.refuse_photo(photo, by=cast.anna, reason="words_do")
    with pytest.raises(DomainError):
        services.blur_photo(photo, by=cast.anna, areas=[])


def test_nobody_else_decides(cast, photo):
    services.blur_photo(photo, by=cast.anna, areas=[FACE])
    for name in ("bram", "gerrit", "farid"):
        with pytest.raises(NotFound):
            approve(photo, getattr(cast, name))
        with pytest.raises(NotFound):
            services.refuse_photo(photo, by=getattr(cast, name), reason="words_do")
        if name != "bram":
            with pytest.raises(NotFound):
                services.blur_photo(photo, by=getattr(cast, name), areas=[])


def test_nobody_judges_their_own_photo_as_long_as_somebody_else_can(cast):
    photo = make_photo(make_report(cast.group, cast.anna), "waiting", jpeg=striped())
    alone = desk_of(cast.group, cast.anna)
    assert "photo" in [task.kind for task in alone.tasks], "nobody else looks after this group"
    moderator = make_person("Ilse")
    join(cast.group, moderator, "moderator")

    assert "photo" not in [task.kind for task in desk_of(cast.group, cast.anna).tasks]
    services.blur_photo(photo, by=cast.anna, areas=[FACE])
    with pytest.raises(DomainError):
        approve(photo, cast.anna)
    with pytest.raises(DomainError):
        access.photo_to_decide(cast.anna, cast.group.slug, photo.report_id, photo.pk)
    approve(photo, moderator)
    assert Photo.objects.get().audience == "group"


def test_what_its_writer_blurred_nobody_sees_not_even_who_decides(cast, photo, login):
    services.blur_photo(photo, by=cast.bram, areas=[FACE])
    services.blur_photo(photo, by=cast.anna, areas=[PLATE])
    services.blur_photo(photo, by=cast.anna, areas=[])

    photo.refresh_from_db()
    assert contrast(photo.shown, FACE) < 40
    whole = f"/meldingen/{photo.report_id}/foto/{photo.pk}/heel/"
    seen = [Image.open(BytesIO(login(one).get(whole).content)) for one in (cast.anna, cast.bram)]
    width, height = seen[0].size
    difference = ImageChops.difference(*seen)
    face = difference.crop((width // 8, height // 7, width // 4, height // 3)).convert("L")
    assert face.getextrema()[1] > 80, "Bram sees stripes where Anna sees none"


def test_a_refusal_is_told_to_who_shared_it_and_to_nobody_else(cast, photo, login):
    services.blur_photo(photo, by=cast.anna, areas=[FACE])
    services.refuse_photo(photo, by=cast.anna, reason="recognisable")

    photo.refresh_from_db()
    assert (photo.audience, photo.shown) == ("police", None)
    assert photo.image is not None
    line = Line.objects.get(action="photo.refused")
    assert (line.by_id, line.facts["reason"]) == (cast.anna.pk, "recognisable")
    why = "Iemand blijft herkenbaar, ook met onscherpe delen"
    pages = {one: login(one).get(f"/meldingen/{photo.report_id}/").content.decode() for one in (cast.bram, cast.gerrit)}
    assert why in pages[cast.bram]
    assert why not in pages[cast.gerrit]
    assert login(cast.bram).get(f"/meldingen/{photo.report_id}/foto/{photo.pk}/").status_code == 404


def test_who_shared_it_can_keep_it_from_the_group_or_take_it_away(cast, photo, login):
    address = f"/meldingen/{photo.report_id}/foto/{photo.pk}/wazig/"
    assert login(cast.gerrit).post(address, {"delete": ""}).status_code == 404
    login(cast.bram).post(address, {"keep": ""})
    photo.refresh_from_db()
    assert photo.audience == "police"

    login(cast.bram).post(address, {"delete": ""})

    photo.refresh_from_db()
    assert (photo.image, photo.shown, photo.areas, photo.own_areas, photo.description) == (None, None, None, None, "")
    assert actions(photo) == ["photo.kept_back", "photo.deleted"]
    assert login(cast.bram).get(address).status_code == 404
    services.delete_photo(photo, by=cast.bram)
    with pytest.raises(NotFound):
        services.delete_photo(photo, by=cast.anna)


@pytest.mark.parametrize("hide", ["entry", "report"])
def test_what_is_hidden_hides_both_copies(cast, photo, login, hide):
    services.blur_photo(photo, by=cast.bram, areas=[FACE])
    if hide == "report":
        services.hide_report(photo.report, by=cast.anna, reason="untrue")
    else:
        photo.entry.hidden_at = photo.taken_in_at
        photo.entry.save(update_fields=["hidden_at"])

    for person in (cast.anna, cast.bram, cast.gerrit):
        client = login(person)
        for which in ("", "heel/", "wazig/"):
            assert client.get(f"/meldingen/{photo.report_id}/foto/{photo.pk}/{which}").status_code == 404
    with pytest.raises(DomainError):
        approve(photo, cast.anna)
    assert "photo" not in [task.kind for task in desk_of(cast.group, cast.anna).tasks]


def test_when_the_words_go_both_copies_go(cast, photo):
    services.blur_photo(photo, by=cast.bram, areas=[FACE])
    services.withdraw_report(photo.report, by=cast.bram)

    photo.refresh_from_db()
    assert (photo.image, photo.shown, photo.areas, photo.own_areas) == (None, None, None, None)
    assert page_of(access.reader_for(cast.bram, photo.report_id)).photos == ()


def test_both_copies_lie_encrypted(cast, photo):
    services.blur_photo(photo, by=cast.bram, areas=[FACE])
    with connection.cursor() as cursor:
        cursor.execute("SELECT image, shown FROM reports_photo")
        [row] = cursor.fetchall()
    assert not any(bytes(column).startswith(b"\xff\xd8") for column in row)
