"""No container engine runs here, so what the deployment files name is looked up: it must exist."""

import ast
import importlib.util
import re
import shlex

import environ
import pytest
import yaml
from django.conf import settings
from django.core.management import get_commands

from imt import embedded
from imt import settings as portal

ROOT = settings.BASE_DIR
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
PORTAL = {name: service for name, service in SERVICES.items() if service.get("image") == "imt-portal"}
DOCKERFILE = (ROOT / "Dockerfile").read_text()
IMAGE_ROOT = "/portal"
# Programs that the images of others bring (postgres, redis and nginx on Alpine, Debian slim).
OF_THEIR_IMAGES = {"postgres", "pg_isready", "redis-server", "redis-cli", "wget", "find", "grep", "sh", "mkdir"}
OF_THE_VENV = {"gunicorn", "celery"}


def settings_table():
    """Return {name: (type, default)} as written in the `environ.Env(...)` call of the settings."""
    for node in ast.walk(ast.parse((ROOT / "imt" / "settings.py").read_text())):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "environ.Env":
            return {word.arg: eval(ast.unparse(word.value), {"BASE_DIR": ROOT}) for word in node.keywords}
    raise AssertionError("no table of variables in the settings")


def example():
    """Return {name: text} of .env.example, variables that are commented out included."""
    return dict(re.findall(r"^#?([A-Z_]+)=(.*)$", (ROOT / ".env.example").read_text(), re.M))


def interpolated():
    """Return the variables that docker compose puts into the file, such as ${HTTP_PORT:-80}."""
    return set(re.findall(r"(?<!\$)\$\{(\w+)", (ROOT / "docker-compose.yml").read_text()))


def commands(service):
    """Return what a service runs, healthcheck included, as lists of words."""
    lines = [service.get("command"), service.get("healthcheck", {}).get("test")]
    for line in filter(None, lines):
        words = shlex.split(line)
        if words[:2] == ["sh", "-c"]:
            words = shlex.split(words[2])
        part = []
        for word in [*words, "&&"]:
            if word in {"&&", "|"}:
                yield part
                part = []
            else:
                part.append(word)


ALL_COMMANDS = [(name, words) for name, service in SERVICES.items() for words in commands(service)]
ALL_COMMANDS.append(("Dockerfile", yaml.safe_load(re.search(r"^CMD (.*)$", DOCKERFILE, re.M)[1])))


@pytest.mark.parametrize(("name", "words"), ALL_COMMANDS, ids=lambda value: str(value)[:60])
def test_each_command_exists(name, words):
    program, *arguments = words
    if words[:2] == ["python", "manage.py"]:
        assert arguments[1] in get_commands()
    elif words[:2] == ["python", "-c"]:
        compile(arguments[1], name, "exec")
    elif program in OF_THE_VENV:
        assert importlib.util.find_spec(program)
        module = "imt.wsgi" if program == "gunicorn" else "imt"
        assert module in arguments or f"--app={module}" in arguments
    else:
        assert program in OF_THEIR_IMAGES


def test_celery_and_gunicorn_understand_their_options():
    from celery.bin.celery import celery
    from gunicorn.config import Config

    for _name, (program, *arguments) in ALL_COMMANDS:
        if program == "gunicorn":
            Config().parser().parse_args(arguments)
        if program == "celery":
            command = next(word for word in arguments if not word.startswith("--"))
            start = arguments.index(command) + 1
            celery.commands[command].make_context(command, arguments[start:], resilient_parsing=True)


@pytest.mark.parametrize("name", PORTAL)
def test_each_variable_of_the_portal_is_read_by_it(name):
    outside_settings = {"WEB_CONCURRENCY"}  # gunicorn's own
    assert set(PORTAL[name]["environment"]) <= set(settings_table()) | outside_settings


def test_the_example_explains_exactly_the_variables_there_are():
    assert set(example()) == set(settings_table()) | interpolated()


def test_the_example_shows_the_defaults():
    for name, (kind, default) in settings_table().items():
        if name != "VAR_DIR":  # depends on the checkout
            assert environ.Env.parse_value(example()[name], kind) == default, name


def test_each_dependency_and_volume_is_declared():
    for service in SERVICES.values():
        assert set(service.get("depends_on", {})) <= set(SERVICES)
        for name, condition in service.get("depends_on", {}).items():
            if condition["condition"] == "service_healthy":
                assert "healthcheck" in SERVICES[name]
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            assert source in COMPOSE["volumes"] or (ROOT / source).is_file()


def test_the_portal_writes_only_where_a_volume_is():
    for service in PORTAL.values():
        var = service["environment"]["VAR_DIR"]
        archive = portal.ARCHIVE_DIR.relative_to(portal.VAR_DIR)
        assert f"archive:{var}/{archive}" in service["volumes"]
        assert var == f"{IMAGE_ROOT}/var"


def test_each_path_of_the_dockerfile_exists():
    assert f"WORKDIR {IMAGE_ROOT}" in DOCKERFILE
    copied = re.findall(r"^COPY (?!--from)(.*) \S+$", DOCKERFILE, re.M)
    for name in " ".join(copied).split():
        assert (ROOT / name).exists()
    design_system = str(settings.DESIGN_SYSTEM.relative_to(ROOT))
    assert f"{IMAGE_ROOT}/{design_system} {design_system}" in DOCKERFILE


def test_what_the_image_leaves_out_is_not_needed_to_run():
    left_out = set((ROOT / ".dockerignore").read_text().split("\n"))
    assert ".env" in left_out
    for name in [app for app in settings.INSTALLED_APPS if (ROOT / app).is_dir()]:
        assert name not in left_out
    assert not left_out & {"templates", "static", "locale", settings.EMBEDDED_EDITION.name, "manage.py"}


def test_redis_keeps_the_queue_as_the_embedded_one_does():
    policy = embedded.REDIS_SETTINGS["maxmemory-policy"]
    assert f"--maxmemory-policy {policy}" in SERVICES["redis"]["command"]


def test_postgres_sorts_as_the_embedded_one_does():
    locale = SERVICES["postgres"]["environment"]["POSTGRES_INITDB_ARGS"]
    assert set(locale.split()) <= set(embedded.INITDB_OPTIONS)


def test_nginx_passes_to_the_web_service_and_never_caches_the_admin():
    conf = (ROOT / "deploy" / "nginx.conf").read_text()
    port = re.search(r"--bind=0\.0\.0\.0:(\d+)", DOCKERFILE)[1]
    assert f"server web:{port}" in conf
    blocks = dict(re.findall(r"location (?:= )?(\S+) \{(.*?)\}", conf, re.S))
    assert [path for path, block in blocks.items() if "proxy_cache " in block] == ["/"]
    assert {"/admin/", "/healthz"} <= set(blocks)
