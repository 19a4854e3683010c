const ahead = 'data-ahead'

/** Notes whether somebody has answered more in a form than the server's answer, which is about to be put in, knows of. */
export const setAhead = (form: HTMLFormElement, isAhead: boolean): void => {
  form.toggleAttribute(ahead, isAhead)
}

/** Whether more has been answered in a form than the last answer put into it knew of. */
export const isAhead = (form: HTMLFormElement): boolean => form.hasAttribute(ahead)

/**
 * Called before an element takes over the attributes of its successor: what a person has unfolded stays so, and what "Använd min plats"
 * says. In a form that is ahead of the server, questions stay shown or hidden as they are, so that none vanishes under somebody's hands
 * to come back with the next save.
 */
export function keepShown(old: Node, successor: Node): void {
  if (old instanceof HTMLDetailsElement && successor instanceof HTMLDetailsElement) successor.open = old.open
  else if (isOwnPosition(old) && isOwnPosition(successor)) keepWhole(old, successor)
  else if (old instanceof HTMLFieldSetElement && successor instanceof HTMLFieldSetElement) keepQuestion(old, successor)
}

const isOwnPosition = (node: Node): node is HTMLElement =>
  node instanceof HTMLElement && node.dataset.ownPosition !== undefined

function keepWhole(old: HTMLElement, successor: HTMLElement): void {
  successor.hidden = old.hidden
  successor.replaceChildren(...old.cloneNode(true).childNodes)
}

function keepQuestion(old: HTMLFieldSetElement, successor: HTMLFieldSetElement): void {
  if (old.dataset.question === undefined || !old.form || !isAhead(old.form)) return
  successor.hidden = old.hidden
  successor.disabled = old.disabled
}
