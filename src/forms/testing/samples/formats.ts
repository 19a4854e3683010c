import type { Sample } from '../samples.ts'

const format = (
  name: string,
  typed: string,
  answer: string,
  problem: Sample['wrong'][number]['problems'][number],
  wrong: string,
): Sample => ({
  settings: { format: name },
  right: [{ typed, answer }],
  wrong: [{ typed: wrong, problems: [problem] }],
})

/** Samples of the formats that a text may have, identity numbers from Skatteverket's test numbers alone. */
export const formatSamples: readonly Sample[] = [
  format('identity-number', '800113-9297', '198001139297', 'forms.problem.identity-number', '800113-9296'),
  format('identity-number', '201000802395', '201000802395', 'forms.problem.identity-number', '20100080239'),
  format('identity-number', '191212121212', '191212121212', 'forms.problem.interim-number', '19121212-T212'),
  format('business-number', '191212121212', '191212121212', 'forms.problem.reserve-number', '22121212-1212'),
  format('organisation-number', '16802999-0010', '8029990010', 'forms.problem.organisation-number', '800113-9297'),
  format('business-number', '800113-9297', '198001139297', 'forms.problem.business-number', '802999-0011'),
  format('registration-plate', 'abc12d', 'ABC 12D', 'forms.problem.registration-plate', 'QBC 123'),
  format('iban', 'SE45 5000 0000 0583 9825 7466', 'SE4550000000058398257466', 'forms.problem.iban', 'SE45 5000'),
  format('bankgiro', '5050-1055', '50501055', 'forms.problem.bankgiro', '5050-1056'),
  format('plusgiro', '90 20 03-3', '9020033', 'forms.problem.plusgiro', '90 20 03-4'),
  {
    settings: {
      pattern: { matches: '[A-ZÅÄÖ]+ \\d+:\\d+', message: { sv: 'Skriv som EKEN 1:4', en: 'Write as EKEN 1:4' } },
    },
    right: [{ typed: 'EKEN 1:4', answer: 'EKEN 1:4' }],
    wrong: [{ typed: 'Eken 4', problems: ['forms.problem.pattern'] }],
  },
]
