# SPDX-License-Identifier: EUPL-1.2
"""Walking through the steps of SAAR: which button was pressed, which step comes next, what its screen needs."""
