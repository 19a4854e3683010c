/**
 * Called before an element takes over the attributes of its successor: makes the successor's value the one that the element was
 * rendered with, so that nothing a person has typed or chosen since is written over. Hidden fields take over theirs.
 */
export function keepTyped(old: Node, successor: Node): void {
  if (old instanceof HTMLTextAreaElement && successor instanceof HTMLTextAreaElement) {
    successor.defaultValue = old.defaultValue
  } else if (old instanceof HTMLInputElement && successor instanceof HTMLInputElement) {
    keepInput(old, successor)
  } else if (old instanceof HTMLOptionElement && successor instanceof HTMLOptionElement) {
    successor.defaultSelected = old.defaultSelected
  }
}

function keepInput(old: HTMLInputElement, successor: HTMLInputElement): void {
  if (old.type !== successor.type || old.type === 'hidden') return
  if (old.type === 'checkbox' || old.type === 'radio') {
    if (old.value === successor.value) successor.defaultChecked = old.defaultChecked
  } else {
    successor.defaultValue = old.defaultValue
  }
}
