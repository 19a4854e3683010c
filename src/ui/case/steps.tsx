import { useTexts } from '../frame.ts'
import { Icon } from '../icon.tsx'

export type Step = {
  readonly label: string
  readonly state: 'done' | 'current' | 'ahead'
  /** Where the step can be opened, when it can. */
  readonly href?: string | undefined
}

/** The steps of a form, quietly beside it; hidden on a phone, where the heading says "Steg 2 av 4". */
export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useTexts()
  return (
    <nav class="steps" aria-label={t('ui.steps.label')}>
      <ol>
        {steps.map((step) => (
          <li key={step.label} data-state={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
            {step.state === 'done' ? <Icon name="check" /> : null}
            {step.href && step.state !== 'current' ? <a href={step.href}>{step.label}</a> : <span>{step.label}</span>}
            {step.state === 'done' ? <span class="ds-sr-only"> ({t('ui.steps.done')})</span> : null}
          </li>
        ))}
      </ol>
    </nav>
  )
}
