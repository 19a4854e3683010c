/**
 * Unticks what doesn't go together: the box that excludes the others ("Inget av detta") when another one is ticked, and all others when it
 * is. Before anybody else hears of it, so that rules and saving see what then stands there.
 */
export function keepAlone(): void {
  document.addEventListener('input', ({ target }) => untickOthers(target), { capture: true })
}

function untickOthers(ticked: EventTarget | null): void {
  if (!(ticked instanceof HTMLInputElement) || ticked.type !== 'checkbox' || !ticked.checked) return
  const isAlone = 'alone' in ticked.dataset
  for (const box of ticked.form?.elements ?? []) {
    const isOther = box instanceof HTMLInputElement && box.type === 'checkbox' && box.name === ticked.name
    if (isOther && box !== ticked && (isAlone || 'alone' in box.dataset)) box.checked = false
  }
}
