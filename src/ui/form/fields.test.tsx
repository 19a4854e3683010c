import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { sampleFrame } from '../../../tests/support/frame.ts'
import { FrameProvider } from '../frame.ts'
import { hx } from '../hx.ts'
import { Pagination } from '../list/pagination.tsx'
import { CheckboxGroup } from './checkbox-group.tsx'
import { DateField } from './date-field.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

const html = (view: VNode) => render(<FrameProvider value={sampleFrame()}>{view}</FrameProvider>)

test('what is typed comes back exactly, escaped', () => {
  expect(html(<TextField name="namn" label="Namn" value={'"><script>'} />)).toContain('value="&quot;>&lt;script>"')
  // HTML drops the first of the two line breaks, so the answer keeps its own.
  expect(html(<TextArea name="text" label="Text" value={'\nrad'} />)).toContain('>\n\nrad</textarea>')
})

test('help, problem and limit are tied to the control, in reading order', () => {
  const field = html(<TextArea name="text" label="Text" help="Hjälp" problem="Skriv något" limit={1000} mandatory />)
  expect(field).toContain('aria-describedby="text-help text-problem text-limit"')
  expect(field).toContain('aria-invalid="true"')
  expect(field).toContain('Fel: Skriv något')
  expect(field).toContain('Högst 1\u00a0000 tecken.')
  expect(field).toContain('obligatorisk')
})

test('the first control of a group has the question’s id', () => {
  const choices = ['a', 'b'].map((value) => ({ value, label: value }))
  const group = html(<CheckboxGroup name="val" label="Val" choices={choices} values={['b']} />)
  expect(group).toContain('id="val" name="val" value="a"')
  expect(group).toMatch(/id="val-2" name="val" value="b" checked/)
})

test('a date marks the boxes that are wrong', () => {
  const value = { day: '31', month: '2', year: '2027' }
  const date = html(<DateField name="dag" label="Dag" value={value} wrong={['day']} problem="Dagen finns inte" />)
  expect(date).toMatch(/name="dag-day" value="31"[^>]*aria-invalid="true"/)
  expect(date).not.toMatch(/name="dag-month"[^>]*aria-invalid/)
})

test('the error summary counts by plural rule and is absent when nothing is wrong', () => {
  expect(html(<ErrorSummary problems={[{ id: 'a', problem: 'A' }]} />)).toContain('Rätta 1 uppgift<')
  expect(html(<ErrorSummary problems={['a', 'b'].map((id) => ({ id, problem: id }))} />)).toContain(
    'Rätta 2 uppgifter<',
  )
  expect(html(<ErrorSummary problems={[]} />)).toBe('')
})

test.each([
  [1, 1, ''],
  [1, 2, '12'],
  [3, 5, '12345'],
  [6, 12, '1…567…12'],
])('page %i of %i shows %s', (page, pages, shown) => {
  const view = html(<Pagination page={page} pages={pages} href={(to) => `?sida=${to}`} />)
  const numbers = view.match(/<li class="page-(?:number|gap)".*?<\/li>/g) ?? []
  expect(numbers.map((item) => item.replace(/<.*?>/g, '')).join('')).toBe(shown)
})

test('htmx attributes are written by their version 4 names, and only those given', () => {
  expect(hx({ post: '/spara', trigger: 'change delay:500ms', swap: 'outerMorph', pushUrl: false })).toEqual({
    'hx-post': '/spara',
    'hx-trigger': 'change delay:500ms',
    'hx-swap': 'outerMorph',
    'hx-push-url': 'false',
  })
})
