# SPDX-License-Identifier: EUPL-1.2
"""By text too: danger goes out at once without the colour, and who wrote it hears that, and nobody else."""

from buurtwacht.reports.content import read
from buurtwacht.reports.models import Report


def test_the_alarm_goes_out_and_only_its_writer_hears_what_was_left_out(telephone, cast):
    phone, hers = telephone(cast.bram), telephone(cast.anna)
    preview = phone.says("112 gebeld, zwarte man slaat mijn buurman met een mes, Merelweg")
    assert "zwarte" not in preview.casefold()
    answer = phone.says("1")

    assert "zwarte" in answer.casefold()
    assert "huidskleur" in answer
    assert "zwarte" not in hers.hears().casefold()
    assert "zwarte" not in read(Report.objects.get().entries.get()).text.casefold()
