# SPDX-License-Identifier: EUPL-1.2
"""Papers, set by typst. Words go in as data, so nothing that somebody wrote can act as markup."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import typst

FONTS = Path(__file__).resolve().parent / "fonts"


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])


def pdf_from(template: Path, data: dict[str, Any]) -> bytes:
    """The template filled in, as a PDF. It reads `data` with `json(bytes(sys.inputs.data))`.

    The template may include files that lie beside it or below it.
    """
    return bytes(
        typst.compile(
            str(template),
            root=str(template.parent),
            font_paths=_fonts(),
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        )
    )
