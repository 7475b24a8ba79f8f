/** What stands somewhere to be taken along. */

/** Copied, also where there is no clipboard to write to: without https a browser lends none. @param {string} text @param {Element|null} shown where it stands */
export async function copyText(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (shown) getSelection()?.selectAllChildren(shown);
    document.execCommand("copy");
  }
}
