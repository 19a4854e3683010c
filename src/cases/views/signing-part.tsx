import { stepPath } from '../../drafts/public.ts'
import { phoneInWords } from '../../forms/formats/phone.ts'
import { reviewStep } from '../../forms/navigation.ts'
import type { NamedParty, TypedContact } from '../../signing/public.ts'
import { Actions } from '../../ui/form/actions.tsx'
import { Button } from '../../ui/form/button.tsx'
import { QuestionFrame } from '../../ui/form/question-frame.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Prose } from '../../ui/page/prose.tsx'
import { Section } from '../../ui/page/section.tsx'
import { type ContactProblem, contactField, type TypedContacts } from '../party-contacts.ts'
import type { ReviewSigning } from '../queries/open-review.ts'

type SigningPartProps = {
  readonly draft: string
  readonly signing: ReviewSigning
  readonly isSupplement: boolean
  /** What has just been typed of how the others are reached. */
  readonly typed: TypedContacts
  readonly problems: readonly ContactProblem[]
}

/** "Underskrift": who signs, the applicant first, how the others are reached, and the way on to sign. */
export function SigningPart({ draft, signing, isSupplement, typed, problems }: SigningPartProps) {
  const { t } = useTexts()
  const { others } = signing
  const what = isSupplement ? 'supplement' : 'application'
  return (
    <Section heading={t('cases.review.signing')} id="underskrift">
      <form method="post" action={stepPath(draft, reviewStep)} noValidate>
        <Prose>
          <p>{t(others?.length === 0 ? 'cases.review.signing-alone' : 'cases.review.signing-lead', { what })}</p>
          {others?.length === 0 ? null : (
            <p>
              <strong>{t('cases.review.signing-shared')}</strong> {t('cases.review.signing-hidden')}
            </p>
          )}
          {others ? null : <p>{t('cases.review.signing-later')}</p>}
        </Prose>
        {others?.map((party) => (
          <Contact key={party.position} party={party} typed={typed.get(party.position)} problems={problems} />
        ))}
        <Actions>
          <Button>{t('cases.review.sign')}</Button>
        </Actions>
      </form>
    </Section>
  )
}

type ContactProps = {
  readonly party: NamedParty
  readonly typed: TypedContact | undefined
  readonly problems: readonly ContactProblem[]
}

function Contact({ party, typed, problems }: ContactProps) {
  const { t } = useTexts()
  const { position, name, role, contact } = party
  const known = { email: contact.email ?? '', phone: contact.phone === undefined ? '' : phoneInWords(contact.phone) }
  const value = typed ?? known
  const fieldOf = (part: keyof TypedContact) => {
    const isWrong = problems.some((problem) => problem.position === position && problem.part === part)
    return {
      name: contactField(position, part),
      label: t(`signing.contact.${part}`),
      value: value[part],
      problem: isWrong ? t(`signing.contact.problem.${part}`) : undefined,
      width: part === 'email' ? ('l' as const) : ('m' as const),
      type: part === 'email' ? ('email' as const) : ('tel' as const),
    }
  }
  return (
    <QuestionFrame
      id={`part-${position}`}
      label={t('cases.review.signing-party', { name, role: t(`signing.role.${role}`) })}
      help={t('cases.review.signing-contact')}
      group
    >
      {/* Somebody else's: the browser is not to fill in the applicant's own. */}
      <TextField {...fieldOf('email')} autocomplete="off" />
      <TextField {...fieldOf('phone')} autocomplete="off" />
    </QuestionFrame>
  )
}
