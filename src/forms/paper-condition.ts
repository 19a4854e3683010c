import type { Texts } from '../platform/texts/texts.ts'
import { type FormDefinition, questionsOf } from './definition.ts'
import { typeOf } from './questions/registry.ts'
import { type Expression, isList, operationOf } from './rules/expression.ts'

/** That a question has one of these answers: ids of options, or true and false. */
type Answered = { readonly question: string; readonly answers: readonly (string | boolean)[] }

/**
 * A condition as it can be said on paper: "Fyll i bara om du svarade ”Ja” på frågan …". Only conditions on the answers to one question can;
 * of all others it is said that the reader knows whether it applies to them.
 */
export function conditionInWords(form: FormDefinition, condition: Expression, texts: Texts): string {
  const { t } = texts
  const answered = answeredIn(condition)
  const question = answered && questionsOf(form).find(({ id }) => id === answered.question)
  const type = question && typeOf(question)
  const field = question && type?.paper(question, texts)
  if (!question || !answered || field?.kind !== 'choices') return t('forms.paper.if-it-applies')
  const kind = type?.rule?.type(question)
  const ids: readonly (string | boolean)[] =
    kind?.kind === 'choice' || kind?.kind === 'choices' ? kind.values : [true, false]
  const labels = answered.answers.map((answer) => field.choices[ids.indexOf(answer)]?.label)
  const known = labels.flatMap((label) => (label === undefined ? [] : [t('forms.paper.quoted', { text: label })]))
  if (known.length < labels.length) return t('forms.paper.if-it-applies')
  return t('forms.paper.if-answered', {
    answer: known.join(` ${t('forms.paper.or')} `),
    question: texts.pick(question.label),
  })
}

function answeredIn(condition: Expression): Answered | undefined {
  const operation = operationOf(condition)
  if (!operation) return undefined
  const { name, takes } = operation
  const [first = false, second = false] = takes
  switch (name) {
    case 'var':
      return typeof first === 'string' ? { question: first, answers: [true] } : undefined
    case '!':
      return operationOf(first)?.name === 'var' ? compared(first, [false]) : undefined
    case '==':
    case 'has':
      return compared(first, [second])
    case 'in':
      return isList(second) ? compared(first, second) : undefined
    case 'or':
      return joined(takes.map(answeredIn))
    default:
      return undefined
  }
}

function compared(asked: Expression, values: readonly Expression[]): Answered | undefined {
  const operation = operationOf(asked)
  const [question] = operation?.name === 'var' ? operation.takes : []
  const answers = values.filter((value) => typeof value === 'string' || typeof value === 'boolean')
  return typeof question === 'string' && answers.length === values.length ? { question, answers } : undefined
}

function joined(parts: readonly (Answered | undefined)[]): Answered | undefined {
  const [first] = parts
  if (!first) return undefined
  const same = parts.filter((part) => part?.question === first.question)
  return same.length === parts.length
    ? { question: first.question, answers: same.flatMap((part) => part?.answers ?? []) }
    : undefined
}
