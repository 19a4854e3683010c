import { listHolders } from '../eid-hub/persons.ts'

/**
 * What comes of it when somebody presses "Legitimera" or "Skriv under": `complete` at once, `slow` after ten seconds, `silent` never, the others fail
 * with the hint code of their name.
 */
export type Scenario = 'complete' | 'slow' | 'silent' | 'userCancel' | 'startFailed' | 'certificateErr'

/** Somebody with a BankID. */
export type BankIdHolder = {
  readonly id: string
  readonly label: string
  /** 12 digits */
  readonly number: string
  readonly givenName: string
  readonly surname: string
  readonly scenario: Scenario
}

/** The eID hub's persons, with whom all goes well, and one for each thing that goes otherwise. All have published test numbers. */
export const holders: readonly BankIdHolder[] = [
  ...listHolders('swedish').flatMap(({ id, label, givenName, familyName, identity }): readonly BankIdHolder[] =>
    identity.kind === 'prid'
      ? []
      : [{ id, label, number: identity.number, givenName, surname: familyName, scenario: 'complete' }],
  ),
  odd('langsam', 'Långsam (svarar efter 10 sekunder)', '193801248471', 'slow'),
  odd('tyst', 'Tyst (svarar aldrig, går ut)', '191212121212', 'silent'),
  odd('angrar', 'Ångrar sig (avbryter i appen)', '200401012398', 'userCancel'),
  odd('startar-inte', 'Startar inte (appen hittas inte)', '197002822398', 'startFailed'),
  odd('sparrad', 'Spärrad (certifikat)', '191711602399', 'certificateErr'),
]

function odd(id: string, label: string, number: string, scenario: Scenario): BankIdHolder {
  const givenName = label.split(' (')[0] ?? label
  return { id, label, number, givenName, surname: 'Provperson', scenario }
}
