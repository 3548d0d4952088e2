# SPDX-License-Identifier: EUPL-1.2
"""How long a question waits for a second yes. Pure."""

from datetime import timedelta

ANSWER_IN = timedelta(days=7)  # as for officials in a case: who answers may be away for a weekend
