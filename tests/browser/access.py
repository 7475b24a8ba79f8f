"""What keeps somebody from using a page: with a keyboard, a screen reader, or eyes that see little contrast. Found by axe-core."""

from __future__ import annotations

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page

_WCAG_22_AA = {
    "resultTypes": ["violations"],
    "preload": False,  # no rule of these looks into style sheets or films
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
}

SMALLEST = 0.022
"""Of the screen's height: what is smaller cannot be read from the back of a room, or through a meeting program at 720 lines."""

_SMALLEST_TEXT = """whole => {
  const sizes = [];
  const words = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const node = words.currentNode.parentElement;
    if (!words.currentNode.data.trim() || !node.checkVisibility() || node.closest(".sr")) continue;
    sizes.push(parseFloat(getComputedStyle(node).fontSize));
  }
  return Math.min(...sizes) / innerHeight;
}"""


def smallest_text(screen: Page) -> float:
    """The size of the smallest text on the shared screen, as a part of its height."""
    return round(float(screen.locator(".whole").first.evaluate(_SMALLEST_TEXT)), 4)


def barriers(page: Page, where: str) -> list[str]:
    """Every violation of WCAG 2.2 A and AA, in one line each; `where` says which page this is."""
    if not page.evaluate("'axe' in window"):  # half a megabyte: once a page, not once a look
        page.evaluate(AXE_FILE_PATH.read_text())
    found = page.evaluate("how => axe.run(document, how).then(({ violations }) => violations)", _WCAG_22_AA)
    return [f"{where}: {one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]
