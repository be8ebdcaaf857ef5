"""`manage.py serve`, as `make serve` calls it: the real processes of one copy, from Ready to the end."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import closing, suppress

import psutil
import pytest
from django.conf import settings

from imt import embedded

pytestmark = [pytest.mark.allow_hosts(["127.0.0.1"]), pytest.mark.xdist_group("serve")]


@pytest.fixture(scope="module")
def var(tmp_path_factory):
    """One copy's `var/` for all tests here: only the first start has to load the embedded edition."""
    var = tmp_path_factory.mktemp("copy") / "var"
    yield var
    shutil.rmtree(embedded._home(var), ignore_errors=True)


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def serve(var, port):
    """Start `serve`; whatever a test does to it, nothing of it is left afterwards."""
    started = []

    def start():
        environment = {name: value for name, value in os.environ.items() if not name.endswith("_URL")}
        started.append(
            subprocess.Popen(
                [sys.executable, "manage.py", "serve", f"--port={port}"],
                cwd=settings.BASE_DIR,
                env=environment | {"VAR_DIR": str(var), "DJANGO_SETTINGS_MODULE": "imt.settings"},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                process_group=0,
            )
        )
        return started[-1]

    yield start
    for process in started:
        process.terminate()
        process.wait()
        process.stdout.close()
    for process in processes_of(var):
        process.kill()


def wait_until_ready(process):
    said = []
    for line in process.stdout:
        said.append(line)
        if line.startswith("Ready: "):
            return line.strip()
    raise AssertionError("".join(said))


def processes_of(var):
    """Return what runs for this copy: its servers, and whatever carries its VAR_DIR."""
    home, found = str(embedded._home(var)), []
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            if process.status() == psutil.STATUS_ZOMBIE:
                continue
            if home in " ".join(process.cmdline()) or process.environ().get("VAR_DIR") == str(var):
                found.append(process)
    return found


def status(port, path):
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path)
        return connection.getresponse().status


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_ready_then_stopped_without_a_trace(serve, var, port, how):
    process = serve()
    assert wait_until_ready(process) == f"Ready: http://127.0.0.1:{port}/"
    assert status(port, "/healthz") == 200
    assert status(port, "/fr/") == status(port, "/en/") == 200
    names = " ".join(part for process in processes_of(var) for part in process.cmdline())
    assert all(name in names for name in ("gunicorn", "celery", "worker", "beat", "postgres", "redis"))
    os.killpg(process.pid, how)
    assert process.communicate()[0].endswith("Stopped.\n")
    assert process.returncode == 0
    assert processes_of(var) == []


def test_everything_killed_at_once_is_no_trouble_for_the_next_start(serve, var, port):
    wait_until_ready(serve())
    for process in processes_of(var):
        with suppress(psutil.NoSuchProcess):
            process.kill()
    wait_until_ready(serve())
    assert status(port, "/healthz") == 200


def test_what_outlives_a_killed_serve_is_ended_by_the_next(serve, var, port):
    first = serve()
    wait_until_ready(first)
    first.kill()
    first.wait()
    wait_until_ready(serve())
    assert status(port, "/healthz") == 200


def test_one_copy_is_served_once(serve):
    wait_until_ready(serve())
    second = serve()
    assert "already being served" in second.communicate()[0]
    assert second.returncode == 1


def test_a_busy_port_is_told_before_anything_starts(serve, var, port):
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", port))
        busy.listen()
        process = serve()
        assert process.communicate()[0].strip() == (
            f"CommandError: Port {port}: Address already in use. Try another: make serve PORT=8001"
        )
    assert process.returncode == 1
    assert processes_of(var) == []


def test_when_one_ends_the_portal_says_which_and_stops(serve, var):
    process = serve()
    wait_until_ready(process)
    worker = next(child for child in psutil.Process(process.pid).children() if "worker" in child.cmdline())
    worker.kill()
    assert "The worker process ended (-9)" in process.communicate()[0]
    assert process.returncode == 1
    assert processes_of(var) == []
