"""The map of the regions: the outlines that the repository has, and the partial that draws them."""

import re
from collections import Counter

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from regions.map import MONTREAL, QUEBEC, SOUTH, UNSHADED, RegionMap, Shade, Shaded, outlines
from regions.models import Region
from tests.html import Page

SIZES = {QUEBEC: (411, 499), SOUTH: (1040, 660), MONTREAL: (280, 210)}  # the viewBoxes of the partial
CODES = [f"{number:02d}" for number in range(1, 18)]


def rings(path: str) -> list[list[tuple[int, int]]]:
    """Return the corners of each ring of a path."""
    found = []
    for ring in path.split("z")[:-1]:
        start, _l, steps = ring[1:].partition("l")
        x, y = map(int, start.split())
        corners = [(x, y)]
        numbers = list(map(int, re.findall(r"-?\d+", steps)))
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            corners.append((x, y))
        found.append(corners)
    return found


def is_inside(x: int, y: int, corners: list[tuple[int, int]]) -> bool:
    crossings = 0
    for (x1, y1), (x2, y2) in zip(corners, [*corners[1:], corners[0]], strict=True):
        crossings += (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
    return crossings % 2 == 1


def test_every_region_bears_its_code_in_one_frame():
    named = Counter(outline.region for frame in outlines().values() for outline in frame if outline.x)
    assert named == Counter(CODES)
    assert {outline.region for outline in outlines()[QUEBEC]} == set(CODES)


@pytest.mark.parametrize("frame", SIZES)
def test_outlines_are_within_their_frame_and_codes_within_their_region(frame):
    width, height = SIZES[frame]
    for outline in outlines()[frame]:
        drawn = rings(outline.path)
        assert drawn, outline.region
        assert all(len(set(ring)) > 2 for ring in drawn), outline.region
        assert all(0 <= x <= width and 0 <= y <= height for ring in drawn for x, y in ring), outline.region
        if outline.x:
            assert any(is_inside(int(outline.x), int(outline.y), ring) for ring in drawn), outline.region


def test_regions_of_a_frame_do_not_overlap():
    """Where one bears its code, no other is."""
    for frame in outlines().values():
        for one in frame:
            for other in frame:
                if one.x and one.region != other.region:
                    inside = [is_inside(int(one.x), int(one.y), ring) for ring in rings(other.path)]
                    assert not any(inside), (one.region, other.region)


def draw(shaded: list[Shaded], address: str = "/en/?q=chef&region=06", **context) -> Page:
    legend = [Shade("5", "Very good"), Shade("1", "Very limited")]
    drawing = RegionMap(shaded, legend, "No value of its own")
    request = RequestFactory().get(address)
    return Page(render_to_string("components/region_map.html", {"map": drawing, "title": "A map"} | context, request))


LAVAL, NORTH = Region(code="13", name="Laval"), Region(code="10", name="Nord-du-Québec")


def test_each_region_is_one_link_in_words_to_the_same_page():
    page = draw([Shaded(LAVAL, "5", "Very good"), Shaded(NORTH, UNSHADED, "not published")], anchor="#prospects")
    assert page.problems == []
    links = page.find("a", href="?q=chef&region=13#prospects")
    assert [link.get("aria-label") for link in links if "aria-label" in link] == ["Laval (13) – Very good"]
    assert all(link["tabindex"] == "-1" and link["aria-hidden"] == "true" for link in links if "aria-label" not in link)
    assert len(links) == 3  # once in each frame
    assert page.find("a", aria_label="Nord-du-Québec (10) – not published")


def test_shades_are_patterns_and_the_legend_explains_those_in_use():
    page = draw([Shaded(LAVAL, "5", "Very good")])
    assert "No value of its own" not in page.text
    page = draw([Shaded(LAVAL, "5", "Very good"), Shaded(NORTH, UNSHADED, "not published")])
    assert "Very good Very limited No value of its own" in page.text
    patterns = {pattern["id"] for pattern in page.find("pattern")}
    used = {path["fill"] for tag, path in page.elements if tag in {"path", "rect"} and "url" in path.get("fill", "")}
    assert used == {"url(#map-5)", "url(#map-1)", "url(#map-none)"}
    assert {f"url(#{pattern})" for pattern in patterns} >= used


def test_the_chosen_region_is_outlined_and_named_in_the_legend():
    page = draw([Shaded(LAVAL, "5", "Very good")], chosen_region=LAVAL)
    assert len(page.find("path", class_="region-map-chosen")) == 3
    assert page.text.count("Laval") == 3 + 1  # the titles of its links, and the legend


def test_a_page_without_geography_has_an_empty_map():
    assert not RegionMap([], [], "")


def test_two_regions_with_one_value_are_drawn_alike_and_it_is_said_once():
    translation.activate("en")
    merged = Region(code="09-10", name="Côte-Nord et Nord-du-Québec")
    page = draw([Shaded(LAVAL, "1", "Very limited"), Shaded(merged, "5", "+12%")], chosen_region=NORTH)
    assert page.find("a", href="?q=chef&region=09", aria_label="Côte-Nord et Nord-du-Québec (09) – +12%")
    assert page.find("a", href="?q=chef&region=10", aria_label="Côte-Nord et Nord-du-Québec (10) – +12%")
    drawn = Counter(outline.region for frame in outlines().values() for outline in frame)
    assert len(page.find("path", fill="url(#map-5)")) == drawn["09"] + drawn["10"]
    assert len(page.find("path", class_="region-map-chosen")) == drawn["10"]
    assert page.text.count("one value for the two regions") == 1
    assert "one value" not in draw([Shaded(LAVAL, "5", "Very good")]).text


def test_a_second_map_of_a_page_has_names_of_its_own():
    page = draw([Shaded(LAVAL, "5", "Very good")], id="other")
    ids = {element["id"] for _tag, element in page.elements if "id" in element}
    assert len(ids) == 1 + 6
    assert all(each.startswith("other-") for each in ids)
