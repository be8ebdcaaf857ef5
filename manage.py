#!/usr/bin/env python
"""Django's commands. Without servers of its own, a command has the embedded ones for as long as it runs."""

import os
import sys

NEED_NO_SERVERS = {"serve", "collectstatic", "makemessages", "help", "--help", "--version"}

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "imt.settings")
    from django.conf import settings
    from django.core.management import execute_from_command_line

    from imt import embedded

    if NEED_NO_SERVERS.intersection(sys.argv) or len(sys.argv) == 1:
        execute_from_command_line(sys.argv)
    else:
        with embedded.running(settings.VAR_DIR, **settings.EMBEDDED):
            execute_from_command_line(sys.argv)
