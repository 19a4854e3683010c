import { AnswersView } from '../../forms/answers-view.tsx'
import type { FormDefinition } from '../../forms/definition.ts'
import { summarise } from '../../forms/summary.ts'
import { levelInWords } from '../../identity/public.ts'
import type { Texts } from '../../platform/texts/texts.ts'
import { FactList } from '../../ui/form/known-facts.tsx'
import { useTexts } from '../../ui/frame.ts'
import { LinkList } from '../../ui/list/link-list.tsx'
import { Tag } from '../../ui/list/tag.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { Submission } from '../queries/list-submissions.ts'
import type { CaseSigner } from '../queries/read-signers.ts'

type SignersViewProps = {
  readonly signers: readonly CaseSigner[]
  /** Of the case, oldest first. */
  readonly submissions: readonly Submission[]
  /** Where the evidence is, for those who may have it. */
  readonly evidence?: string
}

/** Who has signed what was sent, when and how, and who hasn't; the latest submission first. Renders nothing where nobody signs. */
export function SignersView({ signers, submissions, evidence }: SignersViewProps) {
  const { t, format } = useTexts()
  const signed = submissions
    .map((submission) => ({ submission, of: signers.filter(({ draftId }) => draftId === submission.draftId) }))
    .filter(({ of }) => of.length > 0)
  if (signed.length === 0) return null
  return (
    <Section heading={t('cases.signers.title')} id="underskrifter">
      {signed.toReversed().map(({ submission, of }) => (
        <div key={submission.draftId}>
          {submissions.length > 1 ? (
            <h3>{t('cases.signers.of', { when: format.dateTime(submission.receivedAt) })}</h3>
          ) : null}
          <FactList facts={of.map((signer) => ({ term: nameOf(signer, t), value: <Standing signer={signer} /> }))} />
          {of.map((signer) => (
            <Own key={signer.partyId} signer={signer} form={submission.service.definition.form} />
          ))}
        </div>
      ))}
      {evidence !== undefined && signers.some((signer) => signer.signed) ? (
        <LinkList links={[{ href: evidence, label: t('cases.signers.evidence') }]} />
      ) : null}
    </Section>
  )
}

const nameOf = ({ name, role, self }: CaseSigner, t: Texts['t']): string => {
  const as = t(`signing.role.${role}`)
  const who = name === undefined ? as : t('cases.signers.who', { name, role: as })
  return self ? t('signing.party.you', { name: who }) : who
}

function Standing({ signer }: { readonly signer: CaseSigner }) {
  const texts = useTexts()
  const { t, format } = texts
  const { signed, declined, namedAs } = signer
  if (!signed) return <Tag tone="wait">{t(declined ? 'cases.signers.declined' : 'cases.signers.missing')}</Tag>
  const level = signed.level === undefined ? undefined : levelInWords(signed.level)
  const how = signed.method.title ? texts.pick(signed.method.title) : signed.method.name
  return (
    <>
      {t('cases.signers.signed', { when: format.dateTime(signed.at), how })}
      {level ? `, ${t(level)}` : null}
      {namedAs === undefined ? null : <p class="row-meta">{t('cases.signers.named-as', { name: namedAs })}</p>}
    </>
  )
}

/** What somebody filled in as they signed. */
function Own({ signer, form }: { readonly signer: CaseSigner; readonly form: FormDefinition }) {
  const texts = useTexts()
  if (!signer.own) return null
  const lines = summarise(form, signer.own, texts).flatMap((group) => group.lines)
  if (lines.length === 0) return null
  const who = signer.name ?? texts.t(`signing.role.${signer.role}`)
  const title = signer.self ? texts.t('cases.signers.own') : texts.t('cases.signers.filled-in', { who })
  return <AnswersView groups={[{ stepId: signer.partyId, title, lines }]} fileHref={() => undefined} level={3} />
}
