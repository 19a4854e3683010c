import type { Field, Form } from './form.ts'

/** Name and value of a posted field. */
export type Pair = readonly [name: string, value: string]

/** What to write where: the text for a field, the value of the radio button to choose, nothing ('') for a checkbox not to tick, or undefined for what is ordinary. */
export type Writer = (field: Field) => string | undefined

/** The day in the municipalities so many days from now, as year, month and day. */
const dayIn = (days: number): readonly string[] =>
  new Date(Date.now() + days * 24 * 3600 * 1000)
    .toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' })
    .split('-')

/**
 * Answers are of today: right for what has been written already and for what begins soon; a place in preschool takes its time. What staff set an end to ends
 * in a month.
 */
const [answered, starts, ends] = [dayIn(0), dayIn(60), dayIn(30)]

/** An ordinary answer to a question of our demonstration services: right in form, and the same all day. */
export const ordinary: Writer = (field) => {
  if (field.kind === 'select') return field.options[0]
  if (field.kind === 'email' || field.name.endsWith('.email')) return 'prov@prov.example'
  if (field.name.endsWith('.position')) return '63.82580, 20.26300'
  if (field.kind === 'tel' || field.name.endsWith('.phone')) return '0700-00 00 00'
  const [year, month, day] = field.name.startsWith('q.startdatum')
    ? starts
    : field.name.startsWith('q.')
      ? answered
      : ends
  if (/(\.|-)(day|dag)$/.test(field.name)) return day
  if (/(\.|-)(month|manad)$/.test(field.name)) return month
  if (/(\.|-)(year|ar)$/.test(field.name)) return year
  return field.numeric ? '7' : 'Ett svar'
}

/** Whether a radio button or checkbox is taken as the first of its name: unless another one or none is wanted, or it says that somebody has no number. */
function isFirstChoice({ fields }: Form, { name, value }: Field, wanted: string | undefined): boolean {
  const isThere = fields.some((other) => other.name === name && other.value === wanted)
  return (!isThere || value === wanted) && wanted !== '' && !name.endsWith('.none')
}

const written = new Set(['text', 'email', 'tel', 'number', 'textarea', 'select', 'search', 'date'])

/**
 * The fields of a form as a browser would post them after somebody has filled it in: what is empty gets the writer's text, of radio
 * buttons and checkboxes without a choice the first of each name is taken, or the radio button that the writer says. A button is named by its value.
 */
export function fillIn(form: Form, writer: Writer, button: string | undefined): readonly Pair[] {
  const chosen = new Set(form.fields.filter(({ checked }) => checked).map(({ name }) => name))
  return form.fields.flatMap((field): Pair[] => {
    const { kind, name, value, checked } = field
    if (kind === 'hidden') return [[name, value]]
    if (kind === 'button' || kind === 'submit') return name === 'action' && value === button ? [[name, value]] : []
    if (kind === 'radio' || kind === 'checkbox') {
      const taken = checked || (!chosen.has(name) && isFirstChoice(form, field, writer(field)))
      if (taken) chosen.add(name)
      return taken ? [[name, value]] : []
    }
    if (!written.has(kind)) return []
    return [[name, value === '' ? (writer(field) ?? '') : value]]
  })
}
