import { z } from 'zod'
import type { Json } from './json.ts'
import { oneLine } from './paper-field.ts'
import { commonSettings, type Question, type QuestionWith } from './question.ts'
import type { QuestionType, QuestionTypeParts, SettingsFault } from './question-type.ts'

/** Makes a question type of its parts, and hides its own values from everybody else. */
export function questionType<Settings extends z.ZodRawShape, Typed extends Json, Answer extends Json>(
  parts: QuestionTypeParts<Settings, Typed, Answer>,
): QuestionType<Settings, Typed> {
  type Asked = QuestionWith<Settings>
  // Sound, since a question exists only when the schema below has parsed it (see its brand).
  const is = (question: Question): question is Asked => question.type === parts.type
  const own = (question: Question): Asked => {
    if (is(question)) return question
    throw new Error(`Question ${question.id} is of type ${question.type}, not ${parts.type}`)
  }
  const readTyped = (stored: Json | undefined): Typed => {
    const read = parts.typed.safeParse(stored)
    return read.success ? read.data : parts.empty
  }
  const schemas = new WeakMap<Question, z.ZodType<Answer>>()
  // Made once a question: a group of many rows asks for its cells' schemas again and again.
  const schemaOf = (question: Question): z.ZodType<Answer> => {
    const known = schemas.get(question)
    if (known) return known
    const schema = parts.answer(own(question))
    schemas.set(question, schema)
    return schema
  }
  const readAnswer = (answer: Json, question: Question): Answer => {
    const read = schemaOf(question).safeParse(answer)
    if (read.success) return read.data
    throw new Error(`The stored answer to ${question.id} is not one of a ${parts.type} question`)
  }
  const { rule, inner } = parts
  return {
    type: parts.type,
    schema: questionSchema(parts),
    faults: (question) => faultsOf(parts, own(question)),
    asks: parts.asks ?? true,
    needs: parts.needs ?? [],
    problems: parts.problems,
    missing: parts.missing,
    is,
    readTyped,
    readPosted: (posted, name, question, before) => parts.readPosted?.(posted, name, own(question), readTyped(before)),
    act: (typed, what, question) => parts.act?.(readTyped(typed), what, own(question)),
    reveal: (typed, question, facts) => parts.reveal?.(readTyped(typed), own(question), facts),
    said: (typed) => (parts.said ? parts.said(readTyped(typed)) : typed),
    prefill: (question, facts) => parts.prefill?.(own(question), facts),
    parse: (typed, question, facts) => parts.parse(readTyped(typed), own(question), facts),
    toTyped: (answer, question) => parts.toTyped(readAnswer(answer, question), own(question)),
    rule: rule && {
      type: (question) => rule.type(own(question)),
      value: (typed, question, facts) => {
        if (rule.seen) return rule.seen(readTyped(typed), own(question), facts)
        const parsed = parts.parse(readTyped(typed), own(question), facts)
        return parsed.kind === 'answer' ? (rule.of?.(parsed.answer, own(question)) ?? null) : null
      },
      typed: rule.typed && ((value, question) => rule.typed?.(value, own(question)) ?? parts.empty),
      reading: (question, name) => rule.reading?.(own(question), name),
    },
    ruled: Object.fromEntries(
      Object.entries(parts.ruled ?? {}).map(([setting, kind]) => [
        setting,
        (question: Question) => (typeof kind === 'function' ? kind(own(question)) : kind),
      ]),
    ),
    inRows: parts.inRows ?? false,
    inner: inner && {
      setting: inner.setting,
      of: (question) => inner.of(own(question)),
      with: (question, questions, outside) => inner.with(own(question), questions, outside),
    },
    answerSchema: schemaOf,
    claims: (answer, question) => parts.claims?.(readAnswer(answer, question), own(question)) ?? [],
    shared: (answer, question) => (parts.shared ? parts.shared(readAnswer(answer, question), own(question)) : answer),
    keeps: (typed, question, facts) => parts.keeps?.(readTyped(typed), own(question), facts) ?? {},
    Field: (props) => parts.Field({ ...props, question: own(props.question), typed: readTyped(props.typed) }),
    summarise: (answer, question, texts) => parts.summarise(readAnswer(answer, question), own(question), texts),
    summariseTyped: (typed, question, known) => parts.summariseTyped?.(readTyped(typed), own(question), known),
    paper: (question, texts) => (parts.paper ? parts.paper(own(question), texts) : oneLine),
    exportValue: (answer, question) => {
      const read = readAnswer(answer, question)
      return parts.exportValue ? parts.exportValue(read, own(question)) : read
    },
    exportSchema: (question) => parts.exportSchema?.(own(question)) ?? schemaOf(question),
  }
}

/** The schema of a whole question: common settings, the type's own, nothing else. Whether they fit together, `faults` says. */
function questionSchema<Settings extends z.ZodRawShape, Typed extends Json, Answer extends Json>(
  parts: QuestionTypeParts<Settings, Typed, Answer>,
): z.ZodType<Question> {
  const settings = z.strictObject({ ...commonSettings, type: z.literal(parts.type), ...parts.settings }).readonly()
  // This is the parser that the brand stands for; TypeScript can't follow an object whose members are a type parameter.
  return settings as unknown as z.ZodType<QuestionWith<Settings>>
}

function faultsOf<Settings extends z.ZodRawShape, Typed extends Json, Answer extends Json>(
  parts: QuestionTypeParts<Settings, Typed, Answer>,
  question: QuestionWith<Settings>,
): readonly SettingsFault[] {
  const own = parts.check?.(question) ?? []
  if (question.mandatory === false || parts.missing !== undefined) return own
  return [{ path: ['mandatory'], message: `a ${parts.type} question can't be mandatory as a whole` }, ...own]
}
