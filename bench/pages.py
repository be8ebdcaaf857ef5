"""Pages of occupations, of sectors and of search, against what serves the same bytes or the same rows, in one run.

Remembered pages (warm): requests a second of the page, of the same bytes as a constant response of the same server
(`bench.constant`: a Django view without anything around it, and gunicorn alone), and as a file behind nginx. Needs
`nginx` and `wrk` (Debian packages). Pages asked for the first time (cold): milliseconds, one request after the other,
with an empty cache; Datasette shows the same rows from SQLite.
"""

import http.client
import os
import random
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "imt.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.utils import translation  # noqa: E402

from bench import datasette  # noqa: E402
from imt import embedded  # noqa: E402
from occupations.models import NocGroup  # noqa: E402
from sectors.models import Grouping  # noqa: E402

OCCUPATIONS, SECTORS = 25, 12
WORDS = ("soudeur", "infirmier", "comptable", "cuisinier", "programmeur", "vendeur", "camionneur", "enseignant")
SEARCH = "/fr/metiers/?q=soudeur&region=06"
SECONDS, ROUNDS = 3, 5
VIEW = "the same bytes, a Django view"

NGINX = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log; worker_processes 1;
events {{ }}
http {{ access_log off; default_type text/html; server {{ listen 127.0.0.1:{port}; root {folder}; }} }}
"""


def main():
    missing = [program for program in ("nginx", "wrk") if not shutil.which(program)]
    if missing:
        sys.exit(f"Not installed, and needed for this measurement: {', '.join(missing)}")
    with ExitStack() as running:
        running.enter_context(embedded.running(settings.VAR_DIR, **settings.EMBEDDED))
        folder = Path(running.enter_context(tempfile.TemporaryDirectory()))
        folder.chmod(0o755)  # nginx's worker is another user
        call_command("migrate", verbosity=0)
        call_command("load_embedded")
        portal = running.enter_context(gunicorn("imt.wsgi"))
        occupations = random.Random(2021).sample(list(NocGroup.objects.unit_groups()), OCCUPATIONS)
        sectors = random.Random(2021).sample(list(Grouping.objects.current()), SECTORS)
        cold(portal, running.enter_context(datasette_server(folder)), occupations, sectors)
        pages = {"occupation": address_of(occupations[0]), "sector": address_of(sectors[0]), "search": SEARCH}
        for title, address in pages.items():
            warm(title, portal, address, folder)


# --- Cold -------------------------------------------------------------------------------------------------


def cold(portal: int, peer: int, occupations: list[NocGroup], sectors: list[Grouping]) -> None:
    times: dict[str, list[float]] = {}

    def measure(name: str, port: int, *addresses: str) -> None:
        times.setdefault(name, []).append(sum(milliseconds(port, address) for address in addresses))

    for occupation in [occupations[0], *occupations]:  # the first one warms both servers
        cache.clear()
        measure("occupation, the first page since a publication", portal, address_of(occupation))
        measure("occupation, the first time", portal, address_of(occupation) + "?region=06")
        measure("Datasette, the row of the occupation", peer, datasette.page_of(occupation.code))
        measure("Datasette, the rows of the page", peer, *datasette.pages_with_the_rows_of(occupation.code))
    for sector in [sectors[0], *sectors]:
        cache.clear()
        measure("sector of activity, the first page since a publication", portal, address_of(sector))
        measure("sector of activity, the first time", portal, address_of(sector) + "?region=06")
        measure("its PDF sheet, the first time", portal, address_of(sector) + "fiche.pdf?region=06")
    for word in (WORDS[0], *WORDS):
        cache.clear()
        measure("search, the first page since a publication", portal, f"/fr/metiers/?q={word}")
        measure("search, the first time", portal, f"/fr/metiers/?q={word}&region=06")
        measure("Datasette, search of titles", peer, datasette.page_of_search(word))
    print("| cold | p50 ms | p95 ms |\n|---|---:|---:|")
    for name, found in times.items():
        p95 = statistics.quantiles(found[1:], n=20)[-1]
        print(f"| {name} | {statistics.median(found[1:]):.1f} | {p95:.1f} |")


def address_of(thing: NocGroup | Grouping) -> str:
    with translation.override("fr"):
        return thing.get_absolute_url()


def milliseconds(port: int, address: str) -> float:
    start = time.perf_counter()
    get(port, address)
    return (time.perf_counter() - start) * 1000


def get(port: int, address: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", address)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    if answer.status != 200:
        raise RuntimeError(f"{address}: {answer.status}")
    return content


# --- Warm -------------------------------------------------------------------------------------------------


def warm(title: str, portal: int, address: str, folder: Path) -> None:
    """Print requests a second of one page and of its bytes elsewhere; medians of rounds that ask each in turn."""
    page = folder / f"{title}.html"
    page.write_bytes(get(portal, address))
    rates: dict[str, list[float]] = {}
    with ExitStack() as running:
        constant = {"CONSTANT_PAGE": str(page), "DJANGO_SETTINGS_MODULE": ""}
        view, alone, static = map(
            running.enter_context,
            (gunicorn("bench.constant:django", **constant), gunicorn("bench.constant:bare", **constant), nginx(folder)),
        )
        places = {
            f"{title}, remembered": (portal, address),
            VIEW: (view, "/"),
            "the same bytes, gunicorn alone": (alone, "/"),
            "the same bytes, a file behind nginx": (static, f"/{page.name}"),
        }
        for _round in range(ROUNDS):
            for name, (port, path) in places.items():
                rates.setdefault(name, []).append(requests_a_second(port, path))
    print(f"\n| warm, {page.stat().st_size / 1000:.0f} kB | requests a second | × Django view |\n|---|---:|---:|")
    for name, found in rates.items():
        ratios = [one / other for one, other in zip(found, rates[VIEW], strict=True)]
        print(f"| {name} | {statistics.median(found):,.0f} | {statistics.median(ratios):.2f} |")


def requests_a_second(port: int, address: str) -> float:
    wrk = ["wrk", "--threads=1", "--connections=4", f"--duration={SECONDS}s", f"http://127.0.0.1:{port}{address}"]
    lines = subprocess.run(wrk, check=True, capture_output=True, text=True).stdout.splitlines()
    if any("Non-2xx" in line for line in lines):
        raise RuntimeError(f"{address}: {lines}")
    (rate,) = (line.split()[1] for line in lines if line.startswith("Requests/sec:"))
    return float(rate)


# --- Servers ----------------------------------------------------------------------------------------------


@contextmanager
def server(port: int, command: list[str], **environment: str):
    process = subprocess.Popen(
        command, env=os.environ | environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(port, process)
        yield port
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def gunicorn(application: str, **environment: str):
    """One worker, so that a request waits for nothing but itself; threads as in production."""
    port = free_port()
    options = [f"--bind=127.0.0.1:{port}", "--workers=1", "--threads=4", "--log-level=warning"]
    return server(port, [sys.executable, "-m", "gunicorn", application, *options], **environment)


def nginx(folder: Path):
    port = free_port()
    conf = folder / "nginx.conf"
    conf.write_text(NGINX.format(folder=folder, port=port))
    return server(port, ["nginx", "-p", str(folder), "-c", str(conf)])


def datasette_server(folder: Path):
    port = free_port()
    datasette.write(folder / "portal.db")
    options = ["--immutable", str(folder / "portal.db"), "--port", str(port), "--setting", "max_returned_rows", "1000"]
    return server(port, [str(Path(sys.executable).with_name("datasette")), "serve", *options])


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for(port: int, process: subprocess.Popen) -> None:
    for _attempt in range(300):
        if process.poll() is not None:
            raise RuntimeError(f"{process.args} ended")
        with socket.socket() as caller:
            if caller.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError(f"{process.args} does not answer")


if __name__ == "__main__":
    main()
