"""What a PDF sheet says, its tags, and what every sheet of the portal promises. PDF/UA is checked by its parts."""

import io
from functools import cached_property

from django.core.cache import cache
from pypdf import PdfReader


class Sheet(PdfReader):
    """A sheet as one reads it: `text`, and `elements`, those of its structure in reading order."""

    @cached_property
    def text(self) -> str:
        return " ".join(" ".join(page.extract_text() for page in self.pages).split())

    @cached_property
    def elements(self) -> list[dict]:
        return below(self.root_object["/StructTreeRoot"])

    def find(self, kind: str) -> list[dict]:
        """Return the elements of a kind: "Table"."""
        return [element for element in self.elements if element["/S"] == f"/{kind}"]


def below(node, found: list | None = None) -> list[dict]:
    """Return the structure elements below a node of the tag tree, in reading order."""
    found = [] if found is None else found
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        child = child.get_object()
        if hasattr(child, "get") and "/S" in child:
            found.append(child)
            below(child, found)
    return found


def inspect(response) -> Sheet:
    """Assert what every sheet of the portal promises, and return it read."""
    address = response.request["PATH_INFO"]
    sheet = Sheet(io.BytesIO(response.content))
    root = sheet.root_object
    assert root["/Lang"] == f"{address.split('/')[1]}-CA", address
    assert root["/MarkInfo"]["/Marked"].value, address
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value, address
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode(), address
    assert all("/Tabs" in page and page["/Tabs"] == "/S" for page in sheet.pages), address
    assert len(sheet.find("Title")) == 1, address
    assert sheet.find("H1"), address
    assert sheet.find("P"), address
    assert all("/Alt" in figure for figure in sheet.find("Figure")), f"{address}: a figure has no text"
    for table in sheet.find("Table"):
        assert any(cell["/S"] == "/TH" for cell in below(table)), f"{address}: a table has no header"
    return sheet


def made_once(client, address: str, assert_max_num_queries):
    """Assert that a sheet is made in twelve queries at the most, then kept; return the answer that was kept."""
    cache.clear()
    with assert_max_num_queries(12):
        first = client.get(address)
    with assert_max_num_queries(0):
        kept = client.get(address)
        unchanged = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert kept.content == first.content
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    return kept
