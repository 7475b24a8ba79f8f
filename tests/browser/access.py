"""What keeps somebody from using a page: with a keyboard, a screen reader, or eyes that see little contrast. Found by axe-core."""

from __future__ import annotations

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page

_WCAG_22_AA = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
}


def barriers(page: Page, where: str) -> list[str]:
    """Every violation of WCAG 2.2 A and AA, in one line each; `where` says which page this is."""
    if not page.evaluate("'axe' in window"):  # half a megabyte: once a page, not once a look
        page.evaluate(AXE_FILE_PATH.read_text())
    found = page.evaluate("how => axe.run(document, how).then(({ violations }) => violations)", _WCAG_22_AA)
    return [f"{where}: {one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]
