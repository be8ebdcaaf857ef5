"""The embedded servers, with real processes: they start, are shared, survive `kill -9`, and keep to themselves."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import environ
import psutil
import psycopg2
import pytest
import redis
from django.conf import settings

from imt import embedded


@pytest.fixture
def new_var(tmp_path):
    """Make `var/` folders of other checkouts; what their servers left is cleared at the end."""
    made = []

    def new(name="var"):
        made.append(tmp_path / name)
        return made[-1]

    yield new
    for var in made:
        shutil.rmtree(embedded._home(var), ignore_errors=True)
        shutil.rmtree(embedded._sockets(var), ignore_errors=True)


def ask(var, sql):
    connection = psycopg2.connect(host=str(embedded._sockets(var)), user="imt", dbname="imt")
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(sql)
        answer = cursor.fetchone()[0] if cursor.description else None
    connection.close()
    return answer


def server_processes(var):
    home = str(embedded._home(var))
    return [process for process in psutil.process_iter() if any(home in part for part in command_line(process))]


def command_line(process):
    try:
        return process.cmdline() if process.status() != psutil.STATUS_ZOMBIE else []
    except psutil.Error:
        return []


def test_both_answer_and_nothing_is_left(new_var):
    var = new_var()
    with embedded.running(var, disposable=True):
        assert ask(var, "SELECT lower('ÉCOLE')") == "école"
        assert redis.from_url(embedded.redis_url(var)).ping()
    assert server_processes(var) == []


def test_data_survive_a_restart(new_var):
    var = new_var()
    with embedded.running(var, redis=False, disposable=True):
        ask(var, "CREATE TABLE kept AS SELECT 7 AS number")
    with embedded.running(var, redis=False, disposable=True):
        assert ask(var, "SELECT number FROM kept") == 7


def test_servers_stay_for_whoever_still_uses_them(new_var):
    var = new_var()
    with embedded.running(var, disposable=True):
        with embedded.running(var, disposable=True):
            pass
        assert ask(var, "SELECT 1") == 1
        assert redis.from_url(embedded.redis_url(var)).ping()


def test_two_checkouts_never_meet(new_var):
    one, other = new_var("one"), new_var("other")
    with embedded.running(one, disposable=True), embedded.running(other, disposable=True):
        ask(one, "CREATE TABLE only_here (id int)")
        assert ask(other, "SELECT to_regclass('only_here')") is None
        redis.from_url(embedded.redis_url(one)).set("only", "here")
        assert redis.from_url(embedded.redis_url(other)).get("only") is None
    assert embedded.secret_key(one) != embedded.secret_key(other)


def test_an_address_says_the_same_to_django_and_psycopg2():
    """A space or an accent in the path of the checkout changes nothing."""
    database = environ.Env.db_url_config(embedded.database_url(Path("/with space/é/var")))
    assert (database["NAME"], database["USER"]) == ("imt", "imt")
    assert Path(database["HOST"]) == embedded._sockets(Path("/with space/é/var"))


@pytest.mark.parametrize("name", ["x" * 120, "quote's", "comma,s", "é" * 60])
def test_a_path_that_no_socket_can_have_is_replaced(monkeypatch, tmp_path, name):
    monkeypatch.setattr(embedded, "_is_root", lambda: False)
    var = tmp_path / name / "var"
    assert embedded._sockets(var).parent == Path("/tmp")
    assert embedded._sockets(var) != embedded._sockets(tmp_path / "other" / name / "var")


def test_sockets_of_a_long_path_answer(new_var):
    var = new_var("x" * 120)
    with embedded.running(var, disposable=True):
        assert ask(var, "SELECT 1") == 1
        assert redis.from_url(embedded.redis_url(var)).ping()


def test_a_directory_of_someone_else_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(embedded, "_is_root", lambda: False)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "run").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PermissionError, match="belongs to someone else"):
        embedded._make_private(tmp_path / "run")


def test_everything_killed_at_once_is_no_trouble_for_the_next_start(new_var):
    var = new_var()
    holder = hold(var)
    ask(var, "CREATE TABLE kept AS SELECT 7 AS number")
    for process in [holder, *server_processes(var)]:
        process.kill()
    holder.wait()
    with embedded.running(var, disposable=True):
        assert ask(var, "SELECT number FROM kept") == 7
        assert redis.from_url(embedded.redis_url(var)).ping()
    assert server_processes(var) == []


def test_servers_that_outlived_their_user_are_taken_over(new_var):
    var = new_var()
    holder = hold(var)
    holder.kill()
    holder.wait()
    assert ask(var, "SELECT 1") == 1
    with embedded.running(var, disposable=True):
        assert ask(var, "SELECT 1") == 1
    assert server_processes(var) == []


def test_a_killed_postgres_with_a_session_open_starts_again(new_var):
    var = new_var()
    holder = hold(var)
    session = psycopg2.connect(host=str(embedded._sockets(var)), user="imt", dbname="imt")
    postmaster_pid = int((embedded._home(var) / "postgres" / "postmaster.pid").read_text().split()[0])
    psutil.Process(postmaster_pid).kill()
    holder.kill()
    holder.wait()
    with embedded.running(var, disposable=True):
        assert ask(var, "SELECT 1") == 1
    session.close()


def test_a_pid_file_whose_number_was_given_to_another_program(new_var):
    var = new_var()
    with embedded.running(var, redis=False, disposable=True):
        pass
    pid_file = embedded._home(var) / "postgres" / "postmaster.pid"
    pid_file.write_text(f"{os.getpid()}\n{pid_file.parent}\n0\n5432\n\n\n\nready\n")
    with embedded.running(var, redis=False, disposable=True):
        assert ask(var, "SELECT 1") == 1


def test_an_interrupted_first_start_is_begun_again(new_var):
    var = new_var()
    with embedded.running(var, redis=False, disposable=True):
        pass
    (embedded._home(var) / "postgres").rename(embedded._home(var) / "postgres.draft")
    with embedded.running(var, redis=False, disposable=True):
        assert ask(var, "SELECT 1") == 1


def test_the_queue_is_never_evicted_for_the_cache(new_var):
    var = new_var()
    with embedded.running(var, postgres=False):
        client = redis.from_url(embedded.redis_url(var))
        client.config_set("maxmemory", "3mb")
        client.rpush("queue", "message")
        for number in range(500):
            client.set(f"page {number}", "x" * 20_000, ex=3600)
        assert client.lrange("queue", 0, -1) == [b"message"]
        assert client.info()["evicted_keys"] > 0


HOLD = """
import sys, time
from pathlib import Path
from imt import embedded
with embedded.running(Path(sys.argv[1]), disposable=True):
    print("up", flush=True)
    time.sleep(600)
"""


def hold(var):
    """Start another program that keeps the servers up, and return it."""
    holder = psutil.Popen([sys.executable, "-c", HOLD, str(var)], stdout=subprocess.PIPE, cwd=settings.BASE_DIR)
    with holder.stdout as answer:
        assert answer.readline() == b"up\n"
    return holder
