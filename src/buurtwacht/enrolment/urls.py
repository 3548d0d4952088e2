# SPDX-License-Identifier: EUPL-1.2
from .applying import urls as applying
from .checking import urls as checking
from .members import urls as members
from .rulebook import urls as rulebook
from .signing import urls as signing
from .staying import urls as staying
from .welcome import urls as welcome

urlpatterns = [
    *applying.urlpatterns,
    *checking.urlpatterns,
    *members.urlpatterns,
    *rulebook.urlpatterns,
    *signing.urlpatterns,
    *staying.urlpatterns,
    *welcome.urlpatterns,
]
