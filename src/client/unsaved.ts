/** Whether something has been typed on the page, or before it came, that only sending it would save. A form that saves itself doesn't count. */
export const hasUnsaved = (): boolean =>
  document.querySelector('[data-typed-again]') !== null ||
  [...document.querySelectorAll('textarea, input')].some((field) => !field.closest('auto-save') && isChanged(field))

function isChanged(field: Element): boolean {
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue
  if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return false
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked
  return field.value !== field.defaultValue
}
