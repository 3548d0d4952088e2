# SPDX-License-Identifier: EUPL-1.2
"""When somebody breaks what the group agreed: a private word first, then people decide, with a record and an appeal.

The program nudges and neighbours flag (`flagging`); administrators judge a case by the ladder of their policy
(`ladder`, `cases`); the member reads the rule and the words, and may appeal (`appeals`); who was removed does not
come back before the ban ends (`bans`); what leaked is traced (`leaks`). Only figures leave this room.
"""
