"""What is watched of a file on its way to PostgreSQL."""

import io
from concurrent.futures import ThreadPoolExecutor

import pytest

from catalog.copying import BLOCK, Watch
from catalog.problems import BadFile
from catalog.readers import LONGEST_LINE, OfficialFile, Scan
from catalog.registry import Layout


def watched(content: bytes, tmp_path) -> Watch:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    layout = Layout(name="two", columns={"a": "a", "b": "b"})
    file = OfficialFile(path, path.name, layout, Scan("", len(content), "utf-8-sig"), 1, ("a", "b"))
    with ThreadPoolExecutor(1) as reader:
        watch = Watch(io.BytesIO(content), file, lambda _lines: None, reader)
        assert b"".join(iter(lambda: watch.read(8192), b"")) == content
    return watch


@pytest.mark.parametrize(
    ("content", "lines", "breaks"),
    [
        (b"a,b\n1,2\n", 2, []),
        (b"a,b\n1,2", 2, []),
        (b'a,b\n1,"2\n3"\n4,5\n', 4, [2]),
        (b'a,b\n1,"2\n\n3"\n4,"5\n6"\n7,8\n', 7, [2, 2, 3]),
        (b'a,b\n1,"""2"""\n3,4\n', 3, []),
        (b"a,b\n" + b"1,2\n" * BLOCK, BLOCK + 1, []),
    ],
)
def test_lines_and_the_breaks_within_records(content, lines, breaks, tmp_path):
    watch = watched(content, tmp_path)
    assert (watch.lines, watch.breaks) == (lines, breaks)


def test_a_line_too_long_is_refused_before_all_of_it_is_read(tmp_path):
    with pytest.raises(BadFile) as error:
        watched(b"a,b\n1," + b"x" * 20 * LONGEST_LINE, tmp_path)
    assert (error.value.problem.code, error.value.problem.line) == ("long-line", 2)


def test_a_text_too_long_is_refused_with_the_line_it_began_on(tmp_path):
    with pytest.raises(BadFile) as error:
        watched(b'a,b\n1,2\n3,"4\n' + b"5,6\n" * LONGEST_LINE, tmp_path)
    problem = error.value.problem
    assert (problem.code, problem.line, problem.column) == ("open-quote", 3, "b")
