import { Button } from '../../../ui/form/button.tsx'
import { QuestionFrame } from '../../../ui/form/question-frame.tsx'
import { RadioGroup } from '../../../ui/form/radio-group.tsx'
import type { TextFieldProps } from '../../../ui/form/text-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useTexts } from '../../../ui/frame.ts'
import { partId, questionAction } from '../../names.ts'
import type { FieldProps } from '../../question-type.ts'
import { firstProblem, helpOf } from '../frame/labels.tsx'
import { fetchAction } from './fetch-action.ts'
import { RegisterFacts } from './register-facts.tsx'
import {
  type OrganisationQuestion,
  otherChoice,
  type Standing,
  standingOf,
  type TypedOrganisation,
} from './standing.ts'

type Props = FieldProps<TypedOrganisation, OrganisationQuestion>

/** Own organisations to choose among, the number of another, what the register says of it, and boxes for what nobody knows. */
export function OrganisationField(props: Props) {
  const texts = useTexts()
  const { question, id, typed, facts } = props
  const standing = standingOf(typed, question, facts)
  const { own, chosen, firms } = standing
  const asksNumber = !chosen && (own.length === 0 || typed.choice !== '' || typed.number !== '')
  const canFetch = question.register && (asksNumber || chosen?.number !== undefined)
  return (
    <QuestionFrame
      id={partId(id, 'group')}
      label={texts.pick(question.label)}
      {...helpOf(question, texts)}
      problem={own.length === 0 ? undefined : wholeProblem(props, texts)}
      mandatory={question.mandatory}
      group
    >
      {own.length > 0 ? <OwnChoice {...props} own={own} /> : null}
      {asksNumber ? <NumberBox {...props} isFirst={own.length === 0} /> : null}
      {canFetch ? (
        <p class="look-up">
          <Button variant="secondary" name="action" value={questionAction(question.id, fetchAction)}>
            {texts.t('forms.organisation.fetch')}
          </Button>
        </p>
      ) : null}
      {firms.length > 1 ? <FirmChoice {...props} names={firms.map(({ name }) => name)} /> : null}
      <RegisterFacts standing={standing} />
      <Boxes {...props} standing={standing} />
    </QuestionFrame>
  )
}

/** What is wrong with the question as a whole, or with the choice. */
const wholeProblem = ({ question, problems }: Props, texts: ReturnType<typeof useTexts>) =>
  firstProblem(
    question,
    problems.filter(({ part }) => part === undefined),
    texts,
  )

function OwnChoice({ name, id, typed, own }: Props & Pick<Standing, 'own'>) {
  const { t } = useTexts()
  return (
    <RadioGroup
      name={`${name}.choice`}
      id={id}
      label={t('forms.organisation.choice')}
      value={typed.choice}
      choices={[
        ...own.map((organisation) => ({ value: organisation.id, label: organisation.name })),
        { value: otherChoice, label: t('forms.organisation.other') },
      ]}
    />
  )
}

function NumberBox(props: Props & { readonly isFirst: boolean }) {
  const { name, id, typed, question, isFirst } = props
  const { t } = useTexts()
  return (
    <TextField
      name={`${name}.number`}
      id={isFirst ? id : partId(id, 'number')}
      label={t('forms.organisation.number')}
      help={t(
        question.number === 'mandatory' ? 'forms.organisation.number-help' : 'forms.organisation.number-optional',
      )}
      problem={problemOf(props, isFirst ? undefined : 'number', useTexts())}
      mandatory={question.number === 'mandatory'}
      value={typed.number}
      inputmode="numeric"
    />
  )
}

function FirmChoice(props: Props & { readonly names: readonly string[] }) {
  const { name, id, typed, names } = props
  const texts = useTexts()
  return (
    <RadioGroup
      name={`${name}.firm`}
      id={partId(id, 'firm')}
      label={texts.t('forms.organisation.firm')}
      problem={problemOf(props, 'firm', texts)}
      value={typed.firm}
      choices={names.map((firm) => ({ value: firm, label: firm }))}
      mandatory
    />
  )
}

/** Name, address and role, as far as they are wanted and neither the register nor "Mina organisationer" tells them. */
function Boxes(props: Props & { readonly standing: Standing }) {
  const { question, typed, problems, standing } = props
  const { own, chosen, firm, firms, lookUp } = standing
  const isWrong = problems.some(({ part }) => part === 'name' || part === 'street')
  const isWritten = isWrong || [typed.name, typed.street, typed.postalCode, typed.city].some(Boolean)
  const isOpen = lookUp !== undefined || !question.register || question.number === 'optional' || isWritten
  const isOther = own.length === 0 || typed.choice !== ''
  const asksName = !chosen && !firm && firms.length < 2 && isOther && isOpen
  const knownAddress = firm?.address ?? chosen?.address
  const asksAddress = question.address !== 'hidden' && !knownAddress && (chosen || firm || asksName)
  const mustAddress = question.address === 'mandatory'
  return (
    <>
      {asksName ? <Box {...props} part="name" mandatory width="l" autocomplete="organization" /> : null}
      {asksAddress ? (
        <>
          <Box {...props} part="street" mandatory={mustAddress} width="l" />
          <Box {...props} part="postalCode" mandatory={mustAddress} width="s" inputmode="numeric" />
          <Box {...props} part="city" mandatory={mustAddress} />
        </>
      ) : null}
      {question.role === 'hidden' ? null : <Box {...props} part="role" mandatory={question.role === 'mandatory'} />}
    </>
  )
}

type BoxProps = Props &
  Pick<TextFieldProps, 'width' | 'inputmode' | 'autocomplete' | 'mandatory'> & {
    readonly standing: Standing
    readonly part: 'name' | 'street' | 'postalCode' | 'city' | 'role'
  }

function Box({ part, mandatory, width, inputmode, autocomplete, standing, ...props }: BoxProps) {
  const { name, id, typed } = props
  const texts = useTexts()
  const known = part === 'role' ? standing.chosen?.role : undefined
  return (
    <TextField
      name={`${name}.${part}`}
      id={partId(id, part)}
      label={texts.t(`forms.organisation.${part}`)}
      problem={problemOf(props, part, texts)}
      mandatory={mandatory}
      value={typed[part] || (known ?? '')}
      width={width}
      inputmode={inputmode}
      autocomplete={autocomplete}
    />
  )
}

const problemOf = (
  { question, problems }: Pick<Props, 'question' | 'problems'>,
  part: string | undefined,
  texts: ReturnType<typeof useTexts>,
) =>
  firstProblem(
    question,
    problems.filter((problem) => problem.part === part),
    texts,
  )
