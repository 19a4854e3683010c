import type { Page } from 'playwright-core'
import type { VNode } from 'preact'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../../../tests/support/axe.ts'
import { type StyledPages, styledPages } from '../../../tests/support/styled-pages.tsx'
import { textsFor } from '../../platform/texts/texts.ts'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { Page as UiPage } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { fillForm } from '../filled.ts'
import { held, type Json } from '../json.ts'
import { findStep } from '../navigation.ts'
import { readPosted } from '../posted.ts'
import type { PostedForm } from '../posted-form.ts'
import { problemLinks } from '../problem-links.ts'
import { StepQuestions } from '../step-questions.tsx'
import { formOf } from '../testing/forms.ts'
import { type Sample, samples, today } from '../testing/samples.ts'
import { revealWrong, validateStep } from '../validation.ts'
import { questionTypes } from './registry.ts'

const texts = textsFor('sv', 'Europe/Stockholm')

/** One question of a page: each sample is one, so that a page has all that a type can be. */
type Tried = { readonly id: string; readonly sample: Sample; readonly typed: Json | undefined }

const triedOf = (type: string, state: string, typedIn: (sample: Sample) => Json | undefined): readonly Tried[] =>
  (samples[type] ?? []).map((sample, index) => ({ id: `fraga-${state}-${index}`, sample, typed: typedIn(sample) }))

const rightOf = (type: string) => triedOf(type, 'right', ({ right }) => right[0]?.typed)

function filledOf(type: string, { id, sample, typed }: Tried) {
  const label = { sv: `Fråga om ${id}`, en: `Question on ${id}` }
  const form = formOf([{ id, type, label, ...sample.settings }])
  const facts = sample.facts ?? { today }
  return revealWrong(fillForm(form, typed === undefined ? {} : { [id]: typed }, facts), 'steg-1')
}

/** A page with the questions as a step shows them, and what is wrong in them when it is told. */
function pageOf(type: string, all: readonly Tried[], tells: 'problems' | 'nothing'): VNode {
  const shown = all.map((one) => {
    const filled = filledOf(type, one)
    const problems = tells === 'problems' ? validateStep(filled, 'steg-1') : []
    return { one, filled, problems, links: problemLinks(filled.form, problems, texts) }
  })
  return (
    <UiPage title={type} area="services" hasProblems={tells === 'problems'}>
      <PageHeading title={`Om ${type}`} />
      <ErrorSummary problems={shown.flatMap(({ links }) => links)} />
      <form method="post" noValidate>
        {shown.map(({ one, filled, problems }) => {
          const step = findStep(filled, 'steg-1')
          if (!step) throw new Error(`No question in the sample ${one.id} of ${type}`)
          return (
            <StepQuestions key={one.id} step={step} typed={filled.typed} facts={filled.facts} problems={problems} />
          )
        })}
        <button type="submit" name="action" value="nasta">
          Nästa
        </button>
      </form>
    </UiPage>
  )
}

let pages: StyledPages

beforeAll(async () => {
  pages = await styledPages()
}, 120_000)

afterAll(async () => await pages.close())

/** What can be used in the form, each group of radio buttons once; without what a closed part of the page hides. */
function controls(): readonly string[] {
  const found = [...document.querySelectorAll('main form :is(input, select, textarea, button, summary, a[href])')]
  const usable = found.filter((element) => element.checkVisibility() && !element.matches(':disabled, [type=hidden]'))
  return [...new Set(usable.map(nameOf))]

  function nameOf(element: Element): string {
    const isRadio = element.matches('[type=radio]')
    return isRadio ? `radio ${element.getAttribute('name')}` : `${element.id} ${element.outerHTML.slice(0, 200)}`
  }
}

/** The controls that the tab key stops at, from the top of the page until it comes round again. */
async function tabStops(page: Page, count: number): Promise<readonly string[]> {
  const stops: string[] = []
  for (let stop = 0; stop < count + 60; stop++) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(() => {
      const element = document.activeElement
      if (!element?.closest('main form')) return undefined
      const isRadio = element.matches('[type=radio]')
      return isRadio ? `radio ${element.getAttribute('name')}` : `${element.id} ${element.outerHTML.slice(0, 200)}`
    })
    if (name !== undefined) stops.push(name)
    if (name?.includes('value="nasta"')) break
  }
  return stops
}

/** What the browser posts when somebody presses "Nästa". */
async function post(page: Page): Promise<PostedForm> {
  const [request] = await Promise.all([
    page.waitForRequest((asked) => asked.method() === 'POST'),
    page.getByRole('button', { name: 'Nästa' }).click(),
  ])
  const fields = [...new URLSearchParams(request.postData() ?? '')]
  const names = [...new Set(fields.map(([name]) => name))]
  return Object.fromEntries(names.map((name) => [name, fields.filter(([own]) => own === name).map(([, text]) => text)]))
}

const narrow = { viewport: { width: 320, height: 800 } }

/** A browser takes the spaces around an e-mail address away. */
const trimmed = (typed: Json | undefined): Json | undefined => (typeof typed === 'string' ? typed.trim() : typed)

describe.each(questionTypes.map((type) => [type.type, type] as const))('%s', (name, type) => {
  it('has no axe finding and fits a narrow phone: right and wrong', async () => {
    const states = [...rightOf(name), ...triedOf(name, 'wrong', ({ wrong }) => wrong[0]?.typed)]
    await pages.on(pages.html(pageOf(name, states, 'problems'), {}), narrow, async (page) => {
      expect(await axeFindings(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    })
  })

  it('is used by keyboard alone, and posts what was typed without JavaScript', async () => {
    const tried = rightOf(name)
    const html = pages.html(pageOf(name, tried, 'nothing'), {})
    await pages.on(html, { javaScriptEnabled: false }, async (page) => {
      const usable = await page.evaluate(controls)
      expect(await tabStops(page, usable.length)).toEqual(usable)
      const posted = await post(page)
      for (const one of tried) {
        const filled = filledOf(name, one)
        const [step] = filled.steps
        const question = step?.questions[0]
        if (!step || !question || type.readPosted({}, 'q.x', question) === undefined) continue
        const typed = held(filled.typed, one.id)
        // A browser takes line breaks out of a box of one line.
        if (typed === undefined || (typeof typed === 'string' && typed.includes('\n'))) continue
        const read = held(readPosted(step, posted, { [one.id]: typed }), one.id)
        expect(trimmed(type.said(read))).toEqual(trimmed(type.said(typed)))
      }
    })
  })
})
