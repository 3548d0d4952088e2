# SPDX-License-Identifier: EUPL-1.2
"""What Meta's published description allows, once it has been mended.

As published it refuses all of Meta's own examples of messages. Every patch in `outgoing`, `tapping` and `incoming`
is one small change with its reason; tests prove that the mended description takes all examples, and that no patch can
be missed.
"""

from .reading import examples, faults_of, is_valid
from .refusing import check, check_template, kind_of

__all__ = ["check", "check_template", "examples", "faults_of", "is_valid", "kind_of"]
