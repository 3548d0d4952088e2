# SPDX-License-Identifier: EUPL-1.2
"""Django's settings. What an operator may change comes from the environment: see docs/settings.md."""

import hashlib
from pathlib import Path
from urllib.parse import urlsplit

import django_stubs_ext
from django.utils.translation import gettext_lazy as _

from buurtwacht.lib.logs import LIBRARIES

from . import database, env

django_stubs_ext.monkeypatch()

DATA = env.DATA
DEBUG = env.flag("BUURTWACHT_DEBUG")
DEMO = env.flag("BUURTWACHT_DEMO")

# Secrets ---------------------------------------------------------------------
SECRET_KEY = env.secret("BUURTWACHT_SECRET_KEY").hex()
FIELD_KEYS = [env.secret("BUURTWACHT_FIELD_KEY")]
FIELD_KEYS += [bytes.fromhex(key) for key in env.words("BUURTWACHT_OLD_FIELD_KEYS")]
_OF_OLDEST = hashlib.blake2b(FIELD_KEYS[-1], digest_size=32, person=b"fingerprint").digest()
FINGERPRINT_KEY = env.secret("BUURTWACHT_FINGERPRINT_KEY", first=_OF_OLDEST)  # once derived, then its own
STREAM_KEY = hashlib.blake2b(SECRET_KEY.encode(), digest_size=32, person=b"stream").digest()
VAPID_KEY = env.secret("BUURTWACHT_VAPID_KEY")  # a P-256 private scalar: whoever loses it loses all subscriptions

# Addresses -------------------------------------------------------------------
SITE_URL = env.text("BUURTWACHT_URL", "http://localhost:8000").rstrip("/")
LIVE_URL = env.text("BUURTWACHT_LIVE_URL", "http://localhost:8001").rstrip("/")
SITE_PORT = env.number("BUURTWACHT_SITE_PORT", 8000)
LIVE_PORT = env.number("BUURTWACHT_LIVE_PORT", 8001)
LIVE_CERTIFICATE = env.text("BUURTWACHT_LIVE_CERT")  # with it, the hub ends TLS itself
LIVE_CERTIFICATE_KEY = env.text("BUURTWACHT_LIVE_KEY")
LIVE_MOST_CONNECTIONS = env.number("BUURTWACHT_LIVE_MOST_CONNECTIONS", 50_000)
SITE_WORKERS = env.number("BUURTWACHT_SITE_WORKERS", 1)
SITE_THREADS = env.number("BUURTWACHT_SITE_THREADS", 4)
BIND = env.text("BUURTWACHT_BIND", "127.0.0.1")
ALLOWED_HOSTS = env.words("BUURTWACHT_HOSTS") or [urlsplit(SITE_URL).hostname or "localhost", "127.0.0.1"]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SECURE = SITE_URL.startswith("https:")

# The program -----------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "buurtwacht.people",  # before allauth, whose templates it replaces
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_htmx",
    "csp",
    "procrastinate.contrib.django",
    "buurtwacht.config",
    "buurtwacht.lib",
    "buurtwacht.policy",
    "buurtwacht.wording",
    "buurtwacht.journal",
    "buurtwacht.privacy",
    "buurtwacht.channels",
    "buurtwacht.delivery",
    "buurtwacht.live",
    "buurtwacht.places",
    "buurtwacht.groups",
    "buurtwacht.enrolment",
    "buurtwacht.reports",
    "buurtwacht.alerts",
    "buurtwacht.dossiers",
    "buurtwacht.moderation",
    "buurtwacht.insight",
    "buurtwacht.outreach",
    "buurtwacht.dialogue",
    "buurtwacht.pages",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "buurtwacht.pages.middleware.TheirLanguage",
    "buurtwacht.people.middleware.LastSeen",
    "buurtwacht.people.middleware.SecondFactor",
    "buurtwacht.pages.middleware.SentencesForErrors",
]
ROOT_URLCONF = "buurtwacht.config.urls"
WSGI_APPLICATION = "buurtwacht.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["buurtwacht.pages.templatetags.buurtwacht", "django.templatetags.i18n"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "buurtwacht.pages.context.frame",
            ],
        },
    }
]

# Database ----------------------------------------------------------------------
DATABASE_URL = env.text("DATABASE_URL")
DATABASES = {"default": database.settings_from(DATABASE_URL, DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People ------------------------------------------------------------------------
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
# What happens at night opens with one factor, also for a coordinator; so do one's own pages and what anybody may read.
# Everything else waits until those with a duty have shown a second factor.
SECOND_FACTOR_LATER = [
    "/blijven/",
    "/buurtpreventie/",
    "/demo/",
    "/gezondheid",
    "/groep-starten/",
    "/groepen/",
    "/hoe-werkt-het/",
    "/inloggen/",
    "/kanaal/",
    "/live/",
    "/manifest.webmanifest",
    "/meldingen/",
    "/mijn/",
    "/offline/",
    "/privacy/",
    "/service-worker",
    "/static/",
    "/taal/",
    "/toegankelijkheid/",
    "/u/",
    "/uitloggen/",
    "/vind-uw-groep/",
    "/vraag/",
    "/welkom/",
]
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("BUURTWACHT_PROXIES", 0)  # whose X-Forwarded-For we believe
ACCOUNT_ADAPTER = "buurtwacht.people.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "add_email": "buurtwacht.people.forms.AddEmailForm",
    "confirm_email_verification_code": "buurtwacht.people.forms.ConfirmEmailForm",
    "confirm_login_code": "buurtwacht.people.forms.ConfirmLoginForm",
    "login": "buurtwacht.people.forms.LoginForm",
}
ACCOUNT_USER_DISPLAY = "buurtwacht.people.forms.greeting"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 8, "dashed": True}  # 4821-7730
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_FORMAT = ACCOUNT_LOGIN_BY_CODE_FORMAT
# Five tries a code and twelve codes an hour: guessing one of 100 million takes centuries.
ACCOUNT_RATE_LIMITS = {"request_login_code": "20/m/ip,3/m/key,12/h/key", "confirm_email": "1/10s/key,12/h/key"}
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = True
MFA_ADAPTER = "buurtwacht.people.adapters.MFAAdapter"
MFA_FORMS = {
    "activate_totp": "buurtwacht.people.forms.ActivateTOTPForm",
    "add_webauthn": "buurtwacht.people.forms.AddPasskeyForm",
    "authenticate": "buurtwacht.people.forms.SecondStepForm",
    "authenticate_webauthn": "buurtwacht.people.forms.PasskeyStepForm",
    "edit_webauthn": "buurtwacht.people.forms.RenamePasskeyForm",
    "login_webauthn": "buurtwacht.people.forms.PasskeyLoginForm",
    "reauthenticate": "buurtwacht.people.forms.SecondStepAgainForm",
    "reauthenticate_webauthn": "buurtwacht.people.forms.PasskeyAgainForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1  # one code earlier or later: clocks of telephones differ
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
USERSESSIONS_TRACK_ACTIVITY = False  # people.middleware.LastSeen notes it a few times a day, not at every request
CACHES = {  # counts attempts to sign in, for all processes together; expired counts are deleted every night
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "buurtwacht_cache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}
SESSION_COOKIE_AGE = 60 * 60 * 24 * 60  # a phone that must work at three in the morning stays signed in for 60 days
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None  # the proxy in front ends TLS
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "buurtwacht.pages.views.stale_form"

# Words -------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [
    ("nl", _("Dutch")),
    ("nl-be", _("Dutch (Belgium)")),
    ("en", _("English")),
    ("fr", _("French")),
    ("de", _("German")),
]
PARTS = (
    "",
    "alerts/proof",
    "alerts/relay",
    "channels/apprise",
    "channels/matrix",
    "channels/signal",
    "channels/voice",
    "people/repairing",
    "reports/thread",
    *(f"enrolment/{part}" for part in ("applying", "checking", "members", "signing", "staying", "welcome")),
)
LOCALE_PATHS = [str(Path(__file__).resolve().parent.parent / part / "locale") for part in PARTS]
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"
COUNTRY = env.text("BUURTWACHT_COUNTRY", "nl")  # of a telephone number or a postcode that does not tell
OPERATORS = [one.lower() for one in env.words("BUURTWACHT_OPERATORS")]  # mail addresses of who may see how channels do
EMERGENCY_NUMBER = env.text("BUURTWACHT_EMERGENCY_NUMBER", "112")  # for visitors; members have that of their group

# Files -------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "buurtwacht.pages.storage.StaticFiles"},
}
WHITENOISE_USE_FINDERS = True  # until `collectstatic` has run
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
MOST_PHOTO_BYTES = 15_000_000
MOST_INCOMING_BYTES = 40_000_000  # of one thing that a provider hands us: a mail with photos

# Logs --------------------------------------------------------------------------
LOGGING = LIBRARIES  # nobody's words, addresses or links: see lib/logs.py

# Safety ------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "connect-src": ["'self'", LIVE_URL],
        "img-src": ["'self'", "data:", "blob:", *env.origins("BUURTWACHT_TILES")],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
    }
}

# The outside world ---------------------------------------------------------------
CHANNELS = env.words("BUURTWACHT_CHANNELS") or [
    "buurtwacht.channels.webpush.channel.WebPushChannel",
    "buurtwacht.channels.email.channel.EmailChannel",
    "buurtwacht.channels.log.channel.LogChannel",
]
SMS_DRIVER = env.text("BUURTWACHT_SMS_DRIVER", "http")  # http, smpp or twilio, or the path of a class
SMS_FROM = env.text("BUURTWACHT_SMS_FROM", "Buurtwacht")
SMS_PRICE = env.number("BUURTWACHT_SMS_PRICE", 0)  # of one segment, in thousandths of a euro
SMS_TIMEOUT = env.number("BUURTWACHT_SMS_TIMEOUT", 10)
SMS_PER_SECOND = env.number("BUURTWACHT_SMS_PER_SECOND", 10)
SMS_COUNTRIES = [one.upper() for one in env.words("BUURTWACHT_SMS_COUNTRIES", "NL BE LU DE FR")]  # that get codes
SMS_URL = env.text("BUURTWACHT_SMS_URL")  # empty: no text messages over HTTP
SMS_METHOD = env.text("BUURTWACHT_SMS_METHOD", "POST").upper()
SMS_HEADERS = env.text("BUURTWACHT_SMS_HEADERS")  # JSON; the secret of the provider stands in it
SMS_BODY = env.text("BUURTWACHT_SMS_BODY", '{"to": "{to}", "from": "{from}", "text": "{text}"}')
SMS_ID = env.text("BUURTWACHT_SMS_ID")
SMS_STATUS = env.text("BUURTWACHT_SMS_STATUS")
SMS_TAKEN = env.words("BUURTWACHT_SMS_TAKEN")
SMS_GONE = env.words("BUURTWACHT_SMS_GONE")
SMS_SECRET = env.text("BUURTWACHT_SMS_SECRET")  # in the address of our web hook; empty: nothing comes in
SMS_SECRET_HEADER = env.text("BUURTWACHT_SMS_SECRET_HEADER")  # or in this header
SMS_INCOMING = env.text("BUURTWACHT_SMS_INCOMING")  # JSON: under which names a message stands
SMS_RECEIPT = env.text("BUURTWACHT_SMS_RECEIPT")  # JSON: under which names a receipt stands
SMS_DELIVERED = env.words("BUURTWACHT_SMS_DELIVERED", "delivered DELIVRD")
SMS_FAILED = env.words("BUURTWACHT_SMS_FAILED", "failed undelivered expired rejected UNDELIV EXPIRED REJECTD")
SMPP_HOST = env.text("BUURTWACHT_SMPP_HOST")
SMPP_PORT = env.number("BUURTWACHT_SMPP_PORT", 2775)
SMPP_TLS = env.flag("BUURTWACHT_SMPP_TLS")
SMPP_SYSTEM_ID = env.text("BUURTWACHT_SMPP_SYSTEM_ID")
SMPP_PASSWORD = env.text("BUURTWACHT_SMPP_PASSWORD")
SMPP_SYSTEM_TYPE = env.text("BUURTWACHT_SMPP_SYSTEM_TYPE")
SMPP_WINDOW = env.number("BUURTWACHT_SMPP_WINDOW", 10)  # messages under way without an answer
SMPP_ALPHABET = env.text("BUURTWACHT_SMPP_ALPHABET", "gsm")  # what data_coding 0 means to them: gsm or latin1
SMPP_LONG = env.text("BUURTWACHT_SMPP_LONG", "udh")  # a long text: parts with a header, or whole as a "payload"
SMPP_RECEIPT_IDS = env.text("BUURTWACHT_SMPP_RECEIPT_IDS", "same")  # same, decimal or hex
SMPP_ENQUIRE_SECONDS = env.number("BUURTWACHT_SMPP_ENQUIRE_SECONDS", 30)
TWILIO_URL = env.text("BUURTWACHT_TWILIO_URL", "https://api.twilio.com").rstrip("/")
TWILIO_ACCOUNT = env.text("BUURTWACHT_TWILIO_ACCOUNT")
TWILIO_TOKEN = env.text("BUURTWACHT_TWILIO_TOKEN")
VOICE_DRIVER = env.text("BUURTWACHT_VOICE_DRIVER", "twilio")  # or the path of a class
VOICE_FROM = env.text("BUURTWACHT_VOICE_FROM")  # a number of ours; empty: nobody is called
VOICE_PRICE = env.number("BUURTWACHT_VOICE_PRICE", 0)  # of one call, in thousandths of a euro
VOICE_PER_SECOND = env.number("BUURTWACHT_VOICE_PER_SECOND", 1)
VOICE_RING_SECONDS = env.number("BUURTWACHT_VOICE_RING_SECONDS", 25)
MONTHLY_CEILING = env.number("BUURTWACHT_MONTHLY_CEILING", 0)  # of one group, in thousandths of a euro; 0 for none
CODES_CEILING = env.number("BUURTWACHT_CODES_CEILING", 50_000)  # of codes to numbers, a month; 0 for none
COMMON_CEILING = env.number("BUURTWACHT_COMMON_CEILING", 25_000)  # of what is about no group; 0 for none
SMS_IS_ON = {"smpp": SMPP_HOST, "twilio": TWILIO_TOKEN}.get(SMS_DRIVER, SMS_URL)
if SMS_IS_ON and not env.words("BUURTWACHT_CHANNELS"):
    CHANNELS += ["buurtwacht.channels.sms.channel.SmsChannel"]
if VOICE_FROM and not env.words("BUURTWACHT_CHANNELS"):
    CHANNELS += ["buurtwacht.channels.voice.channel.VoiceChannel"]
WHATSAPP_URL = env.text("BUURTWACHT_WHATSAPP_URL", "https://graph.facebook.com/v23.0").rstrip("/")
WHATSAPP_TOKEN = env.text("BUURTWACHT_WHATSAPP_TOKEN")  # empty: no WhatsApp
WHATSAPP_HEADER = env.text("BUURTWACHT_WHATSAPP_HEADER", "Authorization: Bearer {token}")
WHATSAPP_PHONE_ID = env.text("BUURTWACHT_WHATSAPP_PHONE_ID")
WHATSAPP_WABA_ID = env.text("BUURTWACHT_WHATSAPP_WABA_ID")
WHATSAPP_APP_SECRET = env.text("BUURTWACHT_WHATSAPP_APP_SECRET")
WHATSAPP_VERIFY_TOKEN = env.text("BUURTWACHT_WHATSAPP_VERIFY_TOKEN")
WHATSAPP_NUMBER = env.text("BUURTWACHT_WHATSAPP_NUMBER")  # for links that open a chat with us
WHATSAPP_PER_SECOND = env.number("BUURTWACHT_WHATSAPP_PER_SECOND", 80)
WHATSAPP_DAILY_LIMIT = env.number("BUURTWACHT_WHATSAPP_DAILY_LIMIT", 250)
WHATSAPP_TIMEOUT = env.number("BUURTWACHT_WHATSAPP_TIMEOUT", 10)
WHATSAPP_PRICES = env.text("BUURTWACHT_WHATSAPP_PRICES")  # instead of our table, as "nl=50 be=55"
if WHATSAPP_TOKEN and not env.words("BUURTWACHT_CHANNELS"):
    CHANNELS += ["buurtwacht.channels.whatsapp.channel.WhatsAppChannel"]
MATRIX_URL = env.text("BUURTWACHT_MATRIX_URL")  # empty: no Matrix
MATRIX_SERVER_NAME = env.text("BUURTWACHT_MATRIX_SERVER_NAME")
MATRIX_AS_TOKEN = env.text("BUURTWACHT_MATRIX_AS_TOKEN")  # with which we prove who we are; how they do, the next one
MATRIX_HS_TOKEN = env.text("BUURTWACHT_MATRIX_HS_TOKEN")
if MATRIX_URL and not env.words("BUURTWACHT_CHANNELS"):
    CHANNELS += [
        "buurtwacht.channels.matrix.channel.MatrixChannel",
        "buurtwacht.channels.matrix.room_channel.MatrixRoomChannel",
    ]
TELEGRAM_URL = env.text("BUURTWACHT_TELEGRAM_URL", "https://api.telegram.org").rstrip("/")
TELEGRAM_TOKEN = env.text("BUURTWACHT_TELEGRAM_TOKEN")  # of our bot; empty: no Telegram
TELEGRAM_BOT = env.text("BUURTWACHT_TELEGRAM_BOT").lstrip("@")  # its name, for links
TELEGRAM_SECRET = env.text("BUURTWACHT_TELEGRAM_SECRET")  # that Telegram shows at our door; empty: we ask it ourselves
TELEGRAM_TIMEOUT = env.number("BUURTWACHT_TELEGRAM_TIMEOUT", 10)
TELEGRAM_PER_SECOND = env.number("BUURTWACHT_TELEGRAM_PER_SECOND", 25)  # to persons; Telegram allows about 30 in all
TELEGRAM_GROUPS_PER_SECOND = env.number("BUURTWACHT_TELEGRAM_GROUPS_PER_SECOND", 4)
if TELEGRAM_TOKEN and not env.words("BUURTWACHT_CHANNELS"):
    CHANNELS += [
        "buurtwacht.channels.telegram.channel.TelegramChannel",
        "buurtwacht.channels.telegram.room_channel.TelegramGroupChannel",
    ]
SIGNAL_URL = env.text("BUURTWACHT_SIGNAL_URL")  # of a signal-cli daemon; empty: no Signal
SIGNAL_ACCOUNT = env.text("BUURTWACHT_SIGNAL_ACCOUNT")  # for a daemon with several accounts
if SIGNAL_URL and not env.words("BUURTWACHT_CHANNELS"):
    CHANNELS += [
        "buurtwacht.channels.signal.channel.SignalChannel",
        "buurtwacht.channels.signal.room_channel.SignalGroupChannel",
    ]
APPRISE_SCHEMES = env.words("BUURTWACHT_APPRISE_SCHEMES", "ntfys gotifys threema workflows slack")
if env.flag("BUURTWACHT_APPRISE") and not env.words("BUURTWACHT_CHANNELS"):
    CHANNELS += ["buurtwacht.channels.apprise.channel.AppriseChannel"]
LOCATIESERVER = env.text("BUURTWACHT_LOCATIESERVER")  # empty: addresses are found in our own list of streets
TILES = env.text("BUURTWACHT_TILES")  # empty: maps are drawn from our own borders and streets
TILES_THANKS = env.text("BUURTWACHT_TILES_THANKS")  # whom to name for those tiles
PUSH_LOOPBACK = env.flag("BUURTWACHT_PUSH_LOOPBACK", default=DEBUG)  # also push to this machine, for trying things out
VAPID_SUBJECT = env.text("BUURTWACHT_OPERATOR", "mailto:operator@buurtwacht.example")
DEFAULT_FROM_EMAIL = env.text("BUURTWACHT_FROM", "Buurtwacht <buurtwacht@buurtwacht.example>")
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = env.text("BUURTWACHT_SMTP_HOST", "localhost")
EMAIL_PORT = env.number("BUURTWACHT_SMTP_PORT", 25)
EMAIL_HOST_USER = env.text("BUURTWACHT_SMTP_USER")
EMAIL_HOST_PASSWORD = env.text("BUURTWACHT_SMTP_PASSWORD")
EMAIL_USE_TLS = env.flag("BUURTWACHT_SMTP_TLS")
EMAIL_TIMEOUT = 10
MAIL_REPLY = env.text("BUURTWACHT_MAIL_REPLY")  # "m@answers.example": empty, and nobody can answer a letter
MAIL_BOUNCE = env.text("BUURTWACHT_MAIL_BOUNCE") or (f"b@{MAIL_REPLY.rpartition('@')[2]}" if MAIL_REPLY else "")
MAIL_IN = env.text("BUURTWACHT_MAIL_IN")  # lmtp://127.0.0.1:2424, or imaps://name@mail.example
MAIL_IN_PASSWORD = env.text("BUURTWACHT_MAIL_IN_PASSWORD")
MAIL_WEBHOOK_SECRET = env.text("BUURTWACHT_MAIL_WEBHOOK_SECRET")  # empty: no mail provider may knock
if DEMO:
    OPERATORS = OPERATORS or ["eva@voorbeeld.example"]  # who tries the demo sees this page too
    EMAIL_BACKEND = "buurtwacht.pages.demo.mailbox.MailboxBackend"  # the demo's mail stays in the demo
    REAL = (".LogChannel", ".SmsChannel", ".VoiceChannel", ".WhatsAppChannel")  # the demo has its own, or none
    CHANNELS = [name for name in CHANNELS if not name.endswith(REAL)]
    CHANNELS += ["buurtwacht.pages.demo.phones.DemoPhones", "buurtwacht.pages.demo.text_messages.DemoTextMessages"]
