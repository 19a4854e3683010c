import { FactList } from '../../ui/form/known-facts.tsx'
import { useTexts } from '../../ui/frame.ts'
import { LinkList } from '../../ui/list/link-list.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { casePath } from '../case.ts'
import type { MyCase } from '../queries/get-my-case.ts'

/** Who has signed what was sent last, for the parties of the case; and for who applied the signatures themselves. Renders nothing where nobody signs. */
export function SignedPanel({ of: { caseId, signers, isOwner } }: { readonly of: MyCase }) {
  const { t, format } = useTexts()
  const latest = signers.filter(({ draftId }) => draftId === signers.at(-1)?.draftId)
  if (latest.length === 0) return null
  return (
    <Panel heading={t('cases.signers.title')}>
      <FactList
        facts={latest.map(({ name, role, self, signed, declined }) => {
          const who = name ?? t(`signing.role.${role}`)
          return {
            term: self ? t('signing.party.you', { name: who }) : who,
            value: signed
              ? t('cases.signers.day', { day: format.date(signed.at) })
              : t(declined ? 'cases.signers.declined' : 'cases.signers.missing'),
          }
        })}
      />
      {isOwner ? (
        <LinkList links={[{ href: `${casePath(caseId)}/underskrifter.zip`, label: t('cases.signers.evidence') }]} />
      ) : null}
    </Panel>
  )
}
