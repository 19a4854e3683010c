/** Moves the focus to what must be mended. Browsers do so by themselves (`autofocus`), unless the address has a fragment. */
export function focusProblems(): void {
  document.getElementById('problems')?.focus()
}
