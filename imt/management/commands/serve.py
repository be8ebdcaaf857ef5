"""`make serve`: the whole portal on one machine, in the foreground."""

import ctypes
import fcntl
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, closing, contextmanager, suppress

import psutil
from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connections

from imt import embedded

# Carried by every process that serves this copy; how the next start finds those that a `kill -9` left behind.
TAG = "IMT_SERVED_FROM"
SECONDS_TO_ANSWER = 60
SECONDS_TO_STOP = 10


class Command(BaseCommand):
    help = "Run the portal: servers, web, worker and beat, until Ctrl-C."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, port, **options):
        stop_on_signals()
        with suppress(KeyboardInterrupt), ExitStack() as started:
            started.enter_context(only_one())
            end_orphans()
            refuse_busy(port)
            started.enter_context(embedded.running(settings.VAR_DIR, **settings.EMBEDDED))
            self.stdout.write("Preparing the database")
            call_command("migrate", verbosity=0)
            call_command("load_embedded")
            connections.close_all()
            processes = started.enter_context(running(port))
            wait_for_answer(port, processes)
            self.stdout.write(self.style.SUCCESS(f"Ready: http://127.0.0.1:{port}/"))
            self.stdout.flush()
            while True:
                check(processes)
                time.sleep(0.5)
        self.stdout.write("Stopped.")


@contextmanager
def only_one():
    settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
    with (settings.VAR_DIR / "serve.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CommandError("This copy of the portal is already being served.") from None
        yield


def end_orphans():
    """End the processes of an earlier `serve` of this copy that was killed. Only called under `only_one`."""
    orphans = tagged_processes()
    for orphan in orphans:
        orphan.kill()
    psutil.wait_procs(orphans, timeout=SECONDS_TO_STOP)


def tagged_processes():
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):  # it ended meanwhile, or belongs to another user
            if process.environ().get(TAG) == str(settings.VAR_DIR):
                found.append(process)
    return found


def refuse_busy(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise CommandError(f"Port {port}: {error.strerror}. Try another: make serve PORT=8001") from None


def stop_on_signals():
    """Let the first signal stop the portal, in order; further ones change nothing."""
    signals = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # as `nohup` leaves it
        signals.append(signal.SIGHUP)

    def stop(_number, _frame):
        for number in signals:
            signal.signal(number, signal.SIG_IGN)
        raise KeyboardInterrupt

    for number in signals:
        signal.signal(number, stop)


@contextmanager
def running(port):
    """Start web, worker and beat; at the end stop them, with whatever they started."""
    commands = {
        "web": f"gunicorn imt.wsgi --bind=127.0.0.1:{port} --workers=2 --threads=4 --log-level=warning",
        "worker": "celery --app=imt --quiet worker --concurrency=2 --loglevel=WARNING",
        "beat": "celery --app=imt --quiet beat --loglevel=WARNING --pidfile=",
    }
    environment = os.environ | {
        TAG: str(settings.VAR_DIR),
        # Celery warns root at length; whoever tries the portal as root has just chosen to.
        "PYTHONWARNINGS": "ignore:You're running the worker",
    }
    processes = {}
    try:
        for name, command in commands.items():
            processes[name] = subprocess.Popen(
                [sys.executable, "-m", *command.split()],
                cwd=settings.BASE_DIR,
                env=environment,
                process_group=0,  # Ctrl-C reaches only us: gunicorn may hang when it is told twice
                preexec_fn=end_with_parent,
            )
        yield processes
    finally:
        family = tagged_processes()
        for process in processes.values():
            process.terminate()
        _gone, alive = psutil.wait_procs(family, timeout=SECONDS_TO_STOP)
        for process in alive:
            process.kill()


def end_with_parent():
    """Ask Linux to end this process should `serve` be killed; elsewhere the next start ends it."""
    if sys.platform == "linux":
        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)


def check(processes):
    for name, process in processes.items():
        if process.poll() is not None:
            raise CommandError(f"The {name} process ended ({process.returncode}); the portal stops.")


def wait_for_answer(port, processes):
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while time.monotonic() < deadline:
        check(processes)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        with suppress(OSError, http.client.HTTPException), closing(connection):
            connection.request("GET", "/healthz")
            if connection.getresponse().status == http.client.OK:
                return
        time.sleep(0.2)
    raise CommandError(f"No answer from http://127.0.0.1:{port}/healthz after {SECONDS_TO_ANSWER} seconds.")
