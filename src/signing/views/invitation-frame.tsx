import type { ComponentChildren } from 'preact'
import { useTexts } from '../../ui/frame.ts'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'

type InvitationFrameProps = {
  readonly title: string
  /** The e-service's title. */
  readonly service: string
  /** Mina sidor when absent. */
  readonly back?: { readonly href: string; readonly label: string } | undefined
  readonly hasProblems?: boolean | undefined
  readonly children: ComponentChildren
}

/** What the pages of somebody who has been asked to sign have in common. */
export function InvitationFrame({ title, service, back, hasProblems, children }: InvitationFrameProps) {
  const { t } = useTexts()
  return (
    <Page
      title={title}
      area="mine"
      width="text"
      back={back ?? { href: '/mina-sidor', label: t('ui.menu.my-pages') }}
      hasProblems={hasProblems}
    >
      <PageHeading title={title} over={service} />
      {children}
    </Page>
  )
}
