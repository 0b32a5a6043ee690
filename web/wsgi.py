"""The application as gunicorn and other servers load it, set up from the environment: ``gunicorn web.wsgi:app``."""

import os

from web.app import ready_app
from web.config import Config

app = ready_app(Config.of(os.environ))
