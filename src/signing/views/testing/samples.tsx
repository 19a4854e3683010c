import type { VNode } from 'preact'
import type { FilledForm } from '../../../forms/filled.ts'
import { fillPartyForm } from '../../../forms/parties.ts'
import type { SummaryGroup } from '../../../forms/summary.ts'
import { formOf } from '../../../forms/testing/forms.ts'
import type { WayToSign } from '../../ways.ts'
import { AskView } from '../ask-view.tsx'
import { ChooseDeviceView } from '../choose-device-view.tsx'
import { ContactView } from '../contact-view.tsx'
import { DeclineView } from '../decline-view.tsx'
import { InvitationStateView } from '../invitation-state-view.tsx'
import { InvitationView, type InvitationViewModel } from '../invitation-view.tsx'
import type { OwnParty } from '../own-signer.tsx'
import { RequestView, type RequestViewModel } from '../request-view.tsx'
import { SignatureView } from '../signature-view.tsx'

const draft = '01930000-0000-7000-8000-00000000d001'
const service = 'Ansök om plats i förskola'
const region = 'Region Exempel'

const ways: readonly WayToSign[] = [
  { name: 'region', title: 'e-legitimation', isElsewhere: true },
  { name: 'bankid', title: 'BankID', isElsewhere: false },
  { name: 'freja', title: 'Freja eID+', isElsewhere: false },
]

const groups: readonly SummaryGroup[] = [
  {
    stepId: 'barnet',
    title: 'Barnet',
    lines: [
      { questionId: 'barn', label: 'Vilket barn gäller det?', value: { kind: 'text', text: 'Alve Exempel' } },
      { questionId: 'start', label: 'När vill ni börja?', value: { kind: 'text', text: '15 augusti 2027' } },
    ],
  },
  {
    stepId: 'bilagor',
    title: 'Bilagor',
    lines: [
      {
        questionId: 'intyg',
        label: 'Intyg från arbetsgivare',
        value: {
          kind: 'files',
          files: [
            {
              id: '01930000-0000-7000-8000-0000000000f1',
              name: 'intyg.pdf',
              size: 48_000,
              mediaType: 'application/pdf',
              sha256: 'a'.repeat(64),
            },
          ],
        },
      },
      {
        questionId: 'inkomst',
        label: 'Din inkomst',
        value: { kind: 'text', text: '31 000 kronor' },
        hiddenFromParties: true,
      },
    ],
  },
]

const at = (day: number): Date => new Date(`2026-11-${String(day).padStart(2, '0')}T13:30:00Z`)

/** Somebody who signs, with whatever a test cares about. */
export const aParty = (settings: Partial<OwnParty> = {}): OwnParty => ({
  id: '01930000-0000-7000-8000-00000000a002',
  role: 'guardian',
  name: 'Bo Exempel',
  isOwn: false,
  state: 'invited',
  invitedAt: at(6),
  remindedAt: undefined,
  signedAt: undefined,
  declinedAt: undefined,
  reason: undefined,
  contact: { email: 'bo@prov.example', phone: '+46701740605' },
  mayRemind: true,
  mayChangeContact: true,
  mayAskAgain: false,
  ...settings,
})

const ada: OwnParty = aParty({
  id: '01930000-0000-7000-8000-00000000a001',
  role: 'applicant',
  name: 'Ada Exempel',
  isOwn: true,
  state: 'signed',
  signedAt: at(6),
  contact: undefined,
  mayRemind: false,
  mayChangeContact: false,
})

/** An application that waits for Bo, with whatever a test cares about. */
export const aRequestView = (settings: Partial<RequestViewModel> = {}): RequestViewModel => ({
  draft,
  service,
  what: 'application',
  parties: [ada, aParty()],
  inOrder: false,
  dueAt: at(20),
  isOwnTurn: false,
  isStuck: false,
  mayMiss: true,
  groups,
  ...settings,
})

/** Ada's own turn, with the parties given after her. */
export const ownTurn = (...others: readonly OwnParty[]): RequestViewModel =>
  aRequestView({
    parties: [{ ...ada, state: 'invited', signedAt: undefined, invitedAt: undefined }, ...others],
    isOwnTurn: true,
  })

const asked = formOf([
  {
    id: 'sysselsattning',
    type: 'text',
    label: { sv: 'Var arbetar eller studerar du?' },
    mandatory: true,
    filledInBy: 'party',
  },
])

/** What Bo fills in himself, with what he has typed. */
export const ownForm = (typed: FilledForm['typed'] = {}): FilledForm =>
  fillPartyForm(asked, { answers: {}, asked: [], seen: {} }, typed, { today: '2026-11-06' })

/** What Bo is asked to sign, with whatever a test cares about. */
export const anInvitation = (settings: Partial<InvitationViewModel> = {}): InvitationViewModel => ({
  draft,
  service,
  what: 'application',
  from: 'Ada Exempel',
  role: 'guardian',
  isAgain: false,
  dueAt: at(20),
  groups: groups.map((group) => ({ ...group, lines: group.lines.filter((line) => !line.hiddenFromParties) })),
  hidesSome: true,
  own: ownForm(),
  parties: [{ ...ada, isOwn: false }, aParty({ isOwn: true })],
  ...settings,
})

/** The pages of signing as they look, each in the states that matter. */
export const samples = {
  alone: () => (
    <RequestView request={ownTurn()} ways={ways} region={region} failure={{ word: 'avbruten', words: undefined }} />
  ),
  first: () => (
    <RequestView
      request={ownTurn(aParty({ state: 'waiting', invitedAt: undefined, mayRemind: false }))}
      ways={ways}
      region={region}
    />
  ),
  waiting: () => <RequestView request={aRequestView()} ways={ways} region={region} done="underskrift" />,
  stuck: () => (
    <RequestView
      request={aRequestView({
        parties: [
          ada,
          aParty({
            state: 'declined',
            declinedAt: at(7),
            reason: 'Vi har inte bestämt oss.\nJag vill prata först.',
            contact: undefined,
            mayRemind: false,
            mayChangeContact: false,
          }),
        ],
        isStuck: true,
      })}
      ways={ways}
      region={region}
    />
  ),
  invitation: () => (
    <InvitationView
      invitation={anInvitation({ isAgain: true })}
      problems={[{ questionId: 'sysselsattning', key: 'forms.missing.text' }]}
    />
  ),
  'not-yet': () => (
    <InvitationStateView
      draft={draft}
      service={service}
      what="application"
      state="not-yet"
      at={undefined}
      groups={[]}
      parties={[]}
    />
  ),
  signed: () => (
    <InvitationStateView
      draft={draft}
      service={service}
      what="application"
      state="signed"
      at={at(8)}
      groups={groups.slice(0, 1)}
      parties={[{ ...ada, isOwn: false }, aParty({ isOwn: true, state: 'signed', signedAt: at(8) })]}
      justNow
    />
  ),
  signature: () => (
    <SignatureView
      draft={draft}
      service={service}
      what="application"
      from="Ada Exempel"
      signsAs="guardian"
      covers={{ answers: 14, files: 1 }}
      own={[
        {
          stepId: 'egna-svar',
          title: 'Din del',
          lines: [
            { questionId: 'sysselsattning', label: 'Var arbetar du?', value: { kind: 'text', text: 'Prov & Son AB' } },
          ],
        },
      ]}
      ways={ways}
      region={region}
      failure={{ word: 'nagon-annan', words: undefined }}
    />
  ),
  device: () => (
    <ChooseDeviceView draft={draft} service={service} method={{ name: 'bankid', title: 'BankID' }} back="/signera" />
  ),
  decline: () => <DeclineView draft={draft} service={service} what="application" typed="" problem="missing" />,
  contact: () => (
    <ContactView
      draft={draft}
      party={{ id: aParty().id, name: 'Bo Exempel' }}
      service={service}
      typed={{ epost: 'bo@', mobil: '070-174 06 05' }}
      problems={[{ field: 'epost', problem: 'email' }]}
    />
  ),
  withdraw: () => (
    <AskView
      deed="withdraw"
      service={service}
      what="application"
      isSigned
      names={['Bo Exempel', 'Cecilia Prov']}
      back="/utkast"
    />
  ),
} as const satisfies Readonly<Record<string, () => VNode>>
