import { describe, expect, it } from 'vitest'
import { fillForm } from '../../filled.ts'
import { findStep } from '../../navigation.ts'
import { StepQuestions } from '../../step-questions.tsx'
import { aQuestion, formOf } from '../../testing/forms.ts'
import { rendered } from '../../testing/rendered.tsx'
import { today } from '../../testing/samples.ts'
import { filesIn, isAttachments, refusal, withFile, withoutFile } from './changes.ts'
import { maxFileSize } from './limits.ts'

const settings = { type: 'attachments', accept: ['image/jpeg'], maxFiles: 2, maxFileMegabytes: 5, maxTotalMegabytes: 6 }
const question = aQuestion({ id: 'foto', ...settings })

const aFile = (id: string, size = 1_000) => ({
  id,
  name: `${id}.jpg`,
  mediaType: 'image/jpeg',
  size,
  sha256: 'c'.repeat(64),
})

describe('files of a question', () => {
  it('can be added to attachments alone', () => {
    expect(isAttachments(question)).toBe(true)
    expect(isAttachments(aQuestion({ type: 'text' }))).toBe(false)
  })

  it('are added and taken away', () => {
    const two = withFile(withFile(undefined, aFile('a')), aFile('b'))
    expect(filesIn(two)).toEqual([aFile('a'), aFile('b')])
    expect(withoutFile(two, 'a')).toEqual([aFile('b')])
    expect(withoutFile(two, 'c')).toEqual(two)
  })

  it('are refused one by one and together', () => {
    if (!isAttachments(question)) throw new Error('Not attachments')
    expect(maxFileSize(question)).toBe(5_000_000)
    expect(refusal(question, undefined, aFile('a', 5_000_000))).toBeUndefined()
    expect(refusal(question, undefined, aFile('a', 5_000_001))?.key).toBe('forms.problem.file-size')
    expect(refusal(question, [aFile('a', 4_000_000)], aFile('b', 3_000_000))?.key).toBe('forms.problem.file-total')
    expect(refusal(question, [aFile('a'), aFile('b')], aFile('c'))).toEqual({
      questionId: 'foto',
      key: 'forms.problem.file-count',
      values: { max: 2 },
    })
    expect(refusal(question, undefined, { ...aFile('a'), mediaType: 'text/html' })?.values).toEqual({
      name: 'a.jpg',
      kinds: 'JPG',
    })
  })

  it('are refused when a picture has too few pixels, and the box says how many it takes', () => {
    const small = { ...settings, minPixels: { width: 600, height: 800 } }
    const measured = aQuestion({ id: 'foto', ...small })
    if (!isAttachments(measured)) throw new Error('Not attachments')
    const pictureOf = (width: number, height: number) => ({ ...aFile('a'), pixels: { width, height } })
    expect(refusal(measured, undefined, pictureOf(600, 800))).toBeUndefined()
    expect(refusal(measured, undefined, pictureOf(1200, 799))).toEqual({
      questionId: 'foto',
      key: 'forms.problem.file-few-pixels',
      values: { name: 'a.jpg', width: 1200, height: 799, minWidth: 600, minHeight: 800 },
    })
    const step = findStep(fillForm(formOf([{ id: 'foto', ...small }]), {}, { today }), 'steg-1')
    const html = step ? rendered(<StepQuestions step={step} typed={{}} facts={{ today }} problems={[]} />) : ''
    expect(html).toContain('Bilden ska vara minst 600\u00a0×\u00a0800 bildpunkter.')
  })

  it('can be measured where they are pictures that can be read', () => {
    const minPixels = { width: 600, height: 800 }
    const asked = (accept: readonly string[]) => formOf([{ id: 'foto', type: 'attachments', accept, minPixels }])
    expect(() => asked(['image/png', 'image/jpeg'])).not.toThrow()
    expect(() => asked(['image/jpeg', 'application/pdf'])).toThrow(/can be measured of/)
    expect(() => asked(['image/heic'])).toThrow(/can be measured of/)
  })

  it('have buttons that say which file and question they are for, and no box when no more fit', () => {
    const form = formOf([{ id: 'foto', ...settings }])
    const step = findStep(fillForm(form, {}, { today }), 'steg-1')
    const html = (ids: readonly string[]) =>
      step
        ? rendered(
            <StepQuestions step={step} typed={{ foto: ids.map((id) => aFile(id)) }} facts={{ today }} problems={[]} />,
          )
        : ''
    expect(html(['a'])).toContain('name="action" value="ta-bort:foto:a"')
    expect(html(['a'])).toContain('name="action" value="ladda-upp:foto"')
    expect(html(['a'])).toMatch(/type="file" name="file.foto"/)
    expect(html(['a'])).toContain('JPG. Högst 2 filer, högst 5 MB styck och 6 MB tillsammans.')
    expect(html(['a', 'b'])).not.toContain('type="file"')
  })
})
