# SPDX-License-Identifier: EUPL-1.2
"""Numbers that lead to a person."""

from collections.abc import Iterator

from buurtwacht.wording.advice import Advice, remark
from buurtwacht.wording.message import WrittenText
from buurtwacht.wording.phones import phones_in
from buurtwacht.wording.plates import plates_in
from buurtwacht.wording.reasons import Reason


def private(message: WrittenText) -> Iterator[Advice]:
    for phone in phones_in(message.text):
        yield remark(Reason.PHONE, message.text, phone.start, phone.end)
    plates = plates_in(message.text)
    if not message.allowed.plates:
        for plate in plates:
            yield remark(Reason.PLATE, message.text, plate.start, plate.end, blocks=True)
    if plates and message.says("plate_question"):
        yield remark(Reason.INVESTIGATION, message.text, plates[0].start, plates[0].end)
