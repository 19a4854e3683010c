import type { Texts } from '../../../platform/texts/texts.ts'
import { KnownFacts } from '../../../ui/form/known-facts.tsx'
import { useTexts } from '../../../ui/frame.ts'
import { Notice } from '../../../ui/list/notice.tsx'
import { organisationNumberInWords } from '../../formats/organisation-number.ts'
import { addressLine } from '../contact/answer.ts'
import type { Standing } from './standing.ts'
import { proceedingInWords, provenance } from './words.ts'

/** What is known of the organisation and from where, and what is to be known of the register's answer. */
export function RegisterFacts({ standing }: { readonly standing: Standing }) {
  const texts = useTexts()
  const { t } = texts
  const { lookUp, firm, chosen } = standing
  const facts = factsIn(standing, texts)
  const source = firm || chosen ? provenance(firm && lookUp?.at, texts) : undefined
  return (
    <>
      {facts.length > 0 ? <KnownFacts facts={facts} source={source} /> : null}
      {firm?.active === false ? (
        <Notice tone="warning">
          {firm.proceedings.length === 0 ? <p>{t('forms.organisation.inactive')}</p> : null}
          {firm.proceedings.map((proceeding) => (
            <p key={proceeding.name}>{proceedingInWords(proceeding, texts)}</p>
          ))}
        </Notice>
      ) : null}
      {lookUp && lookUp.answer.kind !== 'found' ? (
        <Notice tone="info">
          <p>{t(chosen ? 'forms.organisation.unchecked-own' : `forms.organisation.${lookUp.answer.kind}`)}</p>
        </Notice>
      ) : null}
    </>
  )
}

function factsIn({ firm, chosen, number }: Standing, { t }: Texts) {
  if (!firm && !chosen) return []
  const address = firm?.address ?? chosen?.address
  return [
    { term: t('forms.organisation.known-name'), value: firm?.name ?? chosen?.name },
    ...(number ? [{ term: t('forms.organisation.known-number'), value: organisationNumberInWords(number) }] : []),
    ...(firm?.formName ? [{ term: t('forms.organisation.form'), value: firm.formName }] : []),
    ...(address ? [{ term: t('forms.organisation.address'), value: addressLine(address) }] : []),
  ]
}
