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
import { type AddressPart, emptyAddress, keepField, type TypedContact } from './typed.ts'
import { mayWriteAddress } from './written-address.ts'

type Part = 'name' | 'email' | 'phone' | AddressPart

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
      {facts.person || question.name === 'hidden' ? null : (
        <Box {...props} part="name" autocomplete="name" mandatory={question.name === 'mandatory'} />
      )}
      {mayWriteAddress(question, facts) ? <OwnAddress {...props} /> : null}
      <div class="kept-with">
        {(['email', 'phone'] as const)
          .filter((part) => question[part] !== 'hidden')
          .map((part) => (
            <Box
              key={part}
              {...props}
              part={part}
              autocomplete={kinds[part]}
              mandatory={question[part] === 'mandatory'}
            />
          ))}
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

/** The boxes of an address, where no register has told one. */
function OwnAddress(props: Props) {
  const { t } = useTexts()
  return (
    <>
      <p>{t('forms.contact.write-address')}</p>
      <Box {...props} part="street" autocomplete="address-line1" />
      <Box {...props} part="postalCode" autocomplete="postal-code" />
      <Box {...props} part="city" autocomplete="address-level2" />
      <Box {...props} part="country" autocomplete="country-name" />
    </>
  )
}

/** What a browser calls the kinds of box, as types and for what it fills in. */
const kinds = { email: 'email', phone: 'tel' } as const

type BoxProps = Props & { readonly part: Part; readonly autocomplete: string; readonly mandatory?: boolean }

const widths: Readonly<Partial<Record<Part, 's' | 'm'>>> = { postalCode: 's', phone: 'm', city: 'm', country: 'm' }

function Box({ question, name, id, typed, problems, part, autocomplete, mandatory = false }: BoxProps) {
  const texts = useTexts()
  const { address = emptyAddress, ...rest } = typed
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
      mandatory={mandatory}
      value={{ ...rest, ...address }[part]}
      type={part === 'email' || part === 'phone' ? kinds[part] : undefined}
      autocomplete={autocomplete}
      width={widths[part] ?? 'l'}
    />
  )
}
