# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "enrolment" / "welcome" / "papers"
