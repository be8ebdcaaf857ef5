"""What a PDF says, and its tags."""

from pypdf import PdfReader


def text(sheet: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in sheet.pages).split())


def elements(node, found: list | None = None) -> list[dict]:
    """Return the structure elements below a node of the tag tree, in reading order."""
    found = [] if found is None else found
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        child = child.get_object()
        if hasattr(child, "get") and "/S" in child:
            found.append(child)
            elements(child, found)
    return found
