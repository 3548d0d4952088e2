# SPDX-License-Identifier: EUPL-1.2
from .asking import LetterForm, RightsForm
from .desk import AnswerRequestForm, ProlongForm, SearchForm

__all__ = ["AnswerRequestForm", "LetterForm", "ProlongForm", "RightsForm", "SearchForm"]
