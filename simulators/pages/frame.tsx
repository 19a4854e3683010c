import type { ComponentChildren, VNode } from 'preact'
import { style } from './style.ts'

type FrameProps = {
  readonly title: string
  /** What this is not, in words that nobody can mistake. */
  readonly banner: string
  readonly wide?: boolean
  readonly children: ComponentChildren
}

/** The document that every page of the simulators is: banner, one main column, a word about the simulators. */
export function Frame({ title, banner, wide, children }: FrameProps): VNode {
  return (
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – simulator`}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <header>{banner}</header>
        <main class={wide ? 'wide' : undefined}>{children}</main>
        <footer>
          Simulatorerna ersätter yttre tjänster när Handslag visas och testas. Alla personer är påhittade.
        </footer>
      </body>
    </html>
  )
}
