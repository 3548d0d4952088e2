# SPDX-License-Identifier: EUPL-1.2
"""A program of its own, that draws the first pages of a PDF anew: `python -m buurtwacht.lib.redrawing FOLDER PAGES`.

A PDF of some hundred kilobytes can unpack to gigabytes. Here it takes its own process down, and not the site.
Reads `scan.pdf` in the folder, writes `drawn.pdf` there; without that file nothing could be drawn.
"""

import resource
import sys
from pathlib import Path

import typst

MOST_MEMORY = 1_000_000_000  # bytes of address space; a scan of four photos takes a third of that
MOST_SECONDS = 20  # of the processor

_PAGES = """#set page(width: auto, height: auto, margin: 0mm)
#let last = int(sys.inputs.last)
#for n in range(1, last + 1) { image("scan.pdf", page: n); if n < last { pagebreak() } }"""


def redraw(folder: Path, most_pages: int) -> None:
    """As many pages as there are, set on fresh paper by typst. It takes their drawing and nothing else."""
    page = folder / "page.typ"
    page.write_text(_PAGES)
    for last in range(1, most_pages + 1):
        try:
            drawn = bytes(typst.compile(str(page), root=str(folder), sys_inputs={"last": str(last)}))
        except typst.TypstError:
            return
        (folder / "new.pdf").write_bytes(drawn)
        (folder / "new.pdf").rename(folder / "drawn.pdf")  # whole, or not at all


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # what somebody sent in is not written to a disk
    redraw(Path(sys.argv[1]), int(sys.argv[2]))


if __name__ == "__main__":
    main()
