# SPDX-License-Identifier: EUPL-1.2
"""The program writes the message, from facts, in the language of who reads it."""

from .lines import Line, line_of
from .message import Message, message_of
from .script import Question, call_script
from .title import title_of, with_source

__all__ = ["Line", "Message", "Question", "call_script", "line_of", "message_of", "title_of", "with_source"]
