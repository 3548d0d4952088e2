# SPDX-License-Identifier: EUPL-1.2
"""Signing in and one's own pages. The names are those that django-allauth expects; what we don't use isn't there."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.contrib.auth.decorators import login_required
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView

from .views import connecting, devices, ordering, own_data, phone, repairing, signing_in

TO_SIGN_IN = RedirectView.as_view(pattern_name="account_login", query_string=True)
TO_SECOND_STEP = RedirectView.as_view(pattern_name="mfa_reauthenticate", query_string=True)

SIGN_IN = [
    path("inloggen/", account.login, name="account_login"),
    path("inloggen/code/", account.confirm_login_code, name="account_confirm_login_code"),
    path("inloggen/e-mail/", account.email_verification_sent, name="account_email_verification_sent"),
    path("inloggen/gestopt/", account.account_inactive, name="account_inactive"),
    path("inloggen/nieuwe-code/", TO_SIGN_IN, name="account_request_login_code"),
    path("inloggen/nog-geen-lid/", signing_in.join, name="account_signup"),
    path("inloggen/passkey/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("inloggen/tweede-stap/", mfa.authenticate, name="mfa_authenticate"),
    path("uitloggen/", account.logout, name="account_logout"),
]
SECURITY = [
    path("mijn/beveiliging/", mfa.index, name="mfa_index"),
    path("mijn/beveiliging/app/", never_cache(totp.activate_totp), name="mfa_activate_totp"),
    path("mijn/beveiliging/app/weg/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("mijn/beveiliging/codes/", never_cache(recovery_codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("mijn/beveiliging/codes/bewaren/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path(
        "mijn/beveiliging/codes/nieuw/",
        never_cache(recovery_codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path("mijn/beveiliging/instellen/", signing_in.second_factor, name="second_factor"),
    path("mijn/beveiliging/passkeys/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("mijn/beveiliging/passkeys/nieuw/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path("mijn/beveiliging/passkeys/<int:pk>/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("mijn/beveiliging/passkeys/<int:pk>/weg/", signing_in.remove_passkey, name="mfa_remove_webauthn"),
    path("mijn/bevestigen/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("mijn/bevestigen/passkey/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path(
        "mijn/bevestigen/start/",
        RedirectView.as_view(pattern_name="mfa_reauthenticate", query_string=True),
        name="account_reauthenticate",
    ),
    path("mijn/e-mail/", login_required(account.email), name="account_email"),
]
OWN = [
    path("mijn/apparaten/", devices.devices, name="devices"),
    path("mijn/apparaten/<int:session_id>/uitloggen/", devices.end, name="end_session"),
    path("mijn/apparaten/<uuid:contact_point_id>/vergeten/", devices.forget, name="forget_device"),
    path("mijn/apparaten/overal-uitloggen/", devices.end_others, name="end_other_sessions"),
    path("mijn/gegevens/", never_cache(own_data.own_data), name="own_data"),
    path("mijn/gegevens/bestand/", own_data.export, name="export_own_data"),
    path("mijn/gegevens/gewist/", own_data.erased, name="erased"),
    path("mijn/gegevens/taal/", own_data.language, name="own_language"),
    path("mijn/gegevens/wissen/", own_data.erase, name="erase_own_data"),
    path("mijn/telefoon/", phone.phone, name="phone"),
    path("mijn/telefoon/<uuid:contact_point_id>/", phone.switch, name="switch_contact_point"),
    path("mijn/telefoon/aanmelden/", phone.subscribe, name="subscribe_push"),
    path("mijn/telefoon/erbij/<slug:kind>/", connecting.connect, name="connect"),
    path("mijn/telefoon/erbij/<slug:kind>/adres/", connecting.address, name="connect_address"),
    path("mijn/telefoon/erbij/<slug:kind>/begin/", connecting.begin, name="begin_connecting"),
    path("mijn/telefoon/erbij/<slug:kind>/code/", connecting.code, name="connect_code"),
    path("mijn/telefoon/erbij/<slug:kind>/stand/", connecting.state, name="connect_state"),
    path("mijn/telefoon/herstellen/", repairing.repair, name="repair_phone"),
    path("mijn/telefoon/volgorde/", ordering.order, name="order_ways"),
    path("mijn/telefoon/<uuid:contact_point_id>/proef/", phone.test_one, name="ask_test_one_way"),
    path("mijn/telefoon/proef/", phone.proof, name="phone_proof"),
    path("mijn/telefoon/proef/sturen/", phone.test, name="ask_test"),
]
urlpatterns = SIGN_IN + SECURITY + OWN
