import { outcomesOf, type StepRules } from '../forms/rules/step-rules.ts'
import { fieldValues } from './field-values.ts'
import { isAhead } from './keep-shown.ts'
import { showMandatory } from './mandatory.ts'

/** Shows, hides and marks the questions of a step as its rules say while somebody answers, without waiting for the server. */
export function followRules(): void {
  for (const kind of ['input', 'change']) document.addEventListener(kind, ({ target }) => follow(formOf(target)))
  // The server's answer shows what it shows, unless somebody has answered more since it was asked.
  document.addEventListener('htmx:after:swap', ({ target }) => {
    const form = formOf(target)
    if (form && isAhead(form)) follow(form)
    else if (form) tell(form)
  })
  // Browsers may put back what stood in a form when the page is opened again.
  window.addEventListener('pageshow', () => {
    for (const step of document.querySelectorAll<HTMLElement>('form [data-rules]')) {
      const form = formOf(step)
      if (!form) continue
      toldIn.set(form, shownIn(form))
      follow(form)
    }
  })
}

const formOf = (target: EventTarget | null): HTMLFormElement | null =>
  target instanceof Element ? target.closest('form') : null

/** Never moves the focus, and disables nothing: what was typed in a question that has just been hidden is saved once more. */
function follow(form: HTMLFormElement | null): void {
  const written = form?.querySelector<HTMLElement>('[data-rules]')?.dataset.rules
  if (!form || written === undefined) return
  // Written by our own server for this page (`stepRules`).
  const rules: StepRules = JSON.parse(written)
  for (const { id, shown, mandatory } of outcomesOf(rules, fieldValues(form))) {
    const question = form.querySelector(`[data-question="${id}"]`)
    if (question instanceof HTMLFieldSetElement) {
      question.hidden = !shown
      if (shown) question.disabled = false
    }
    if (question && mandatory !== undefined) showMandatory(question, mandatory)
  }
  const note = form.querySelector<HTMLElement>('[data-mandatory-note]')
  if (note) note.hidden = form.querySelector('[data-question]:not([hidden]) .mandatory') === null
  tell(form)
}

/** The questions of which somebody who listens has been told, by form. */
const toldIn = new WeakMap<HTMLFormElement, ReadonlySet<Element>>()

const shownIn = (form: HTMLFormElement): ReadonlySet<Element> =>
  new Set(form.querySelectorAll('[data-question]:not([hidden])'))

/** Says what has appeared, once the reader is through with what they are hearing. */
function tell(form: HTMLFormElement): void {
  const [before, now] = [toldIn.get(form), shownIn(form)]
  toldIn.set(form, now)
  const status = document.querySelector<HTMLElement>('[data-appeared]')
  const appeared = [...now].filter((question) => before && !before.has(question))
  if (!status || !before) return
  if (appeared.length > 0) status.textContent = `${status.dataset.appeared} ${appeared.map(nameOf).join('. ')}`
  else if ([...before].some((question) => !now.has(question))) status.textContent = ''
}

/** A question's label without its mark, or all the words of a block that only informs, one sentence after the other. */
function nameOf(question: Element): string {
  const label = question.querySelector('.question-label')
  if (!label) return sentencesIn(question)
  const texts = [...label.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
  return texts.map(({ textContent }) => textContent?.trim()).join(' ')
}

function sentencesIn(block: Element): string {
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const sentences: string[] = []
  while (texts.nextNode()) {
    const text = texts.currentNode.textContent?.trim() ?? ''
    if (text !== '') sentences.push(/[.?!]$/.test(text) ? text : `${text}.`)
  }
  return sentences.join(' ')
}
