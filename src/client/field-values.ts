import type { Fields } from '../forms/rules/reading.ts'

/** What stands in the fields of a form, as it would be posted; in those of hidden questions, too, which are disabled. */
export function fieldValues(form: HTMLFormElement): Fields {
  const values = new Map<string, readonly string[]>()
  for (const field of form.elements) {
    if (!isField(field) || (isTick(field) && !field.checked)) continue
    values.set(field.name, [...(values.get(field.name) ?? []), field.value])
  }
  return (name) => values.get(name) ?? []
}

const isField = (field: Element): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
  field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement

const isTick = (field: Element): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')
