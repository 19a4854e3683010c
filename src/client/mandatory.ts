/** Puts the mark of a mandatory question beside its label, or takes it away. The page brings the mark along as a template. */
export function showMandatory(question: Element, mandatory: boolean): void {
  const label = question.querySelector('.question-label')
  const mark = label?.querySelector('.mandatory')
  if (!label || Boolean(mark) === mandatory) return
  if (mark) {
    mark.remove()
  } else {
    const template = document.querySelector<HTMLTemplateElement>('template[data-mandatory-mark]')
    if (template) label.append(template.content.cloneNode(true))
  }
}
