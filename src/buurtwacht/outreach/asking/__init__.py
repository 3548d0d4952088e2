# SPDX-License-Identifier: EUPL-1.2
"""Ask the coordinator, privately (R142): one question, one answer, at most one more. No chat, and never an alarm."""
