import type { VNode } from 'preact'
import { ChoiceList } from '../pages/choice-list.tsx'
import { Frame } from '../pages/frame.tsx'
import type { StaffMember } from './staff.ts'

type StaffPageProps = {
  readonly path: string
  readonly municipality: string
  readonly members: readonly StaffMember[]
  readonly problem?: string
}

/** Where a member of staff is chosen. */
export function staffPage({ path, municipality, members, problem }: StaffPageProps): VNode {
  const choices = members.map((member) => ({ value: member.username, label: member.name }))
  const heading = 'Logga in som medarbetare'
  return (
    <Frame title={problem ? `Fel: ${heading}` : heading} banner="Simulator — inte en riktig inloggning">
      <p class="who">{municipality}</p>
      <h1>{heading}</h1>
      <form method="post" action={path}>
        <ChoiceList legend="Medarbetare" name="medarbetare" choices={choices} problem={problem} />
        <p class="buttons">
          <button type="submit" name="svar" value="logga-in">
            Logga in
          </button>
          <button class="quiet" type="submit" name="svar" value="avbryt">
            Avbryt
          </button>
        </p>
      </form>
    </Frame>
  )
}
