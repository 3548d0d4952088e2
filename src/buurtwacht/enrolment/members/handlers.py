# SPDX-License-Identifier: EUPL-1.2
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on

from . import tasks


@on("import.started", "import.asked")
def begin_job(line: Line) -> None:
    """Reading and mailing take long, so a job does it."""
    tasks.go_on.defer(import_id=str(line.subject_id))
