import { Checkbox } from '../../../ui/form/checkbox.tsx'
import { KnownFacts } from '../../../ui/form/known-facts.tsx'
import { QuestionFrame } from '../../../ui/form/question-frame.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useTexts } from '../../../ui/frame.ts'
import { Notice } from '../../../ui/list/notice.tsx'
import { partId } from '../../names.ts'
import type { FieldProps } from '../../question-type.ts'
import { firstProblem, helpOf } from '../frame/labels.tsx'
import { addressLine } from './answer.ts'
import { mayKeep, newDetails } from './keep.ts'
import { type ContactQuestion, known, provenance } from './known.ts'
import { keepField, type TypedContact } from './typed.ts'

type Part = 'name' | 'email' | 'phone'

type Props = FieldProps<TypedContact, ContactQuestion>

/** What is known as facts, the rest as boxes. Who is logged in without known facts is warned before writing own details. */
export function ContactField(props: Props) {
  const texts = useTexts()
  const { t, pick } = texts
  const { question, id, facts } = props
  const fromRegister = known(question, facts)
  const { name, address } = fromRegister
  const shown = [
    ...(name ? [{ term: t('forms.contact.name'), value: name }] : []),
    ...(address ? [{ term: t('forms.contact.address'), value: addressLine(address) }] : []),
  ]
  const unknown = facts.person && !facts.person.name && !facts.person.address
  const help = question.oneWay ? helpOf(question, texts, t('forms.contact.one-way')) : helpOf(question, texts)
  const source = provenance(fromRegister, texts)
  return (
    <QuestionFrame id={partId(id, 'group')} label={pick(question.label)} {...help} group>
      {shown.length > 0 ? <KnownFacts facts={shown} source={source} /> : null}
      {unknown ? (
        <Notice tone="info">
          <p>{t('forms.contact.warning')}</p>
        </Notice>
      ) : null}
      {facts.person ? null : <Box {...props} part="name" autocomplete="name" />}
      <div class="kept-with">
        <Box {...props} part="email" autocomplete="email" />
        <Box {...props} part="phone" autocomplete="tel" />
        {mayKeep(question, facts) ? <Keep {...props} /> : null}
      </div>
    </QuestionFrame>
  )
}

/** Asks whether new details are to be kept; out of sight until something is new, where the browser can tell. */
function Keep({ question, name, id, typed, facts }: Props) {
  const { t } = useTexts()
  const isNew = typed.keep === 'yes' || Object.keys(newDetails(typed, question, facts)).length > 0
  return (
    <div class={isNew ? undefined : 'until-changed'}>
      <Checkbox
        name={keepField(name)}
        id={partId(id, 'keep')}
        label={t('forms.contact.keep')}
        help={t('forms.contact.keep-help')}
        value="yes"
        checked={typed.keep === 'yes'}
      />
    </div>
  )
}

type BoxProps = Props & { readonly part: Part; readonly autocomplete: string }

const kinds = { name: 'text', email: 'email', phone: 'tel' } as const

function Box({ question, name, id, typed, problems, part, autocomplete }: BoxProps) {
  const texts = useTexts()
  if (question[part] === 'hidden') return null
  return (
    <TextField
      name={`${name}.${part}`}
      id={partId(id, part)}
      label={texts.t(`forms.contact.${part}`)}
      problem={firstProblem(
        question,
        problems.filter((problem) => problem.part === part),
        texts,
      )}
      mandatory={question[part] === 'mandatory'}
      value={typed[part]}
      type={kinds[part]}
      autocomplete={autocomplete}
      width={part === 'phone' ? 'm' : 'l'}
    />
  )
}
