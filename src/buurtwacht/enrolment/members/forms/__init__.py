# SPDX-License-Identifier: EUPL-1.2
from .consent import ConsentForm
from .lists import UploadForm
from .member import AddressForm, EndForm, ProxyForm
from .paper import PaperForm

__all__ = ["AddressForm", "ConsentForm", "EndForm", "PaperForm", "ProxyForm", "UploadForm"]
