import type { StepState } from '../step-state.ts'
import { SaveStatus } from './save-status.tsx'
import { StepFields } from './step-fields.tsx'

type AutosaveViewProps = { readonly state: StepState; readonly now: Date; readonly timeZone: string }

/** The parts of a step's page that a save changes. */
export function AutosaveView({ state, now, timeZone }: AutosaveViewProps) {
  return (
    <>
      <StepFields {...state} />
      <SaveStatus savedAt={now} now={now} timeZone={timeZone} hasConflicts={state.conflicts.length > 0} />
    </>
  )
}
