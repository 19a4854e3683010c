import { type FormShape, questionsOf } from '../form.ts'
import type { Question } from '../question.ts'
import { calculated } from '../questions/calculated/type.ts'
import { contact } from '../questions/contact/type.ts'
import { typeOf } from '../questions/registry.ts'
import { text } from '../questions/text/type.ts'
import { asksFor, questionAsked } from '../rules/expression.ts'
import type { Finding, Path } from './finding.ts'

/** What single questions ask that people can't answer, or can't know how to answer; and what they tell of others that are hidden. */
export const questionFindings = (form: FormShape): readonly Finding[] => [
  ...form.steps.flatMap(({ questions }, step) => findingsIn(questions, ['steps', step, 'questions'])),
  ...givesAway(form),
]

const findingsIn = (questions: readonly Question[], path: Path): readonly Finding[] =>
  questions.flatMap((question, index): readonly Finding[] => {
    const { inner } = typeOf(question)
    const place = [...path, index]
    const ofRows = inner ? findingsIn(inner.of(question), [...place, inner.setting]) : []
    return [...withoutHelp(question, place), ...shutsOut(question, place), ...ofRows]
  })

/** What refuses an answer for how it is written, and says so only afterwards. The other formats' errors say how it is written, and so do those of `pattern`, but too late. */
function withoutHelp(question: Question, path: Path): readonly Finding[] {
  if (!text.is(question) || question.help !== undefined || question.example !== undefined) return []
  if (question.pattern === undefined && question.format !== 'plusgiro') return []
  const message = 'says only afterwards how it is to be written: give it a help or an example'
  return [{ code: 'help-missing', path, message }]
}

/** Some have no phone or only a foreign one, some no e-mail. */
function shutsOut(question: Question, path: Path): readonly Finding[] {
  if (!contact.is(question)) return []
  const ways = [question.phone === 'mandatory' ? 'phone' : [], question.email === 'mandatory' ? 'email' : []].flat()
  return ways.map((way) => ({
    code: 'shuts-out',
    path: [...path, way],
    message: `shuts out those who have none: let them give one of phone and e-mail, by "oneWay"`,
  }))
}

/** What other parties read of a question tells them of an answer that is hidden from them, when it decides whether the question is asked, or its value. */
function givesAway(form: FormShape): readonly Finding[] {
  const hidden = new Set(questionsOf(form).flatMap(({ id, hiddenFromParties }) => (hiddenFromParties ? [id] : [])))
  return form.steps.flatMap((step, index) =>
    step.questions.flatMap((question, at): readonly Finding[] => {
      if (question.hiddenFromParties || question.filledInBy === 'party' || !typeOf(question).asks) return []
      const own = calculated.is(question) ? [question.value] : []
      const asked = [step.when, question.when, ...own]
        .flatMap((expression) => (expression === undefined ? [] : asksFor(expression)))
        .map(questionAsked)
        .find((name) => name !== undefined && hidden.has(name))
      if (asked === undefined) return []
      const message = `other parties see it, and it depends on "${asked}", which is hidden from them: hide it, too`
      return [{ code: 'gives-away', path: ['steps', index, 'questions', at], message }]
    }),
  )
}
