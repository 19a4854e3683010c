import type { ComponentChildren } from 'preact'
import { useFrame } from '../frame.ts'

type DocumentProps = {
  readonly title: string
  readonly hasProblems: boolean
  /** Seconds after which the page comes anew where there is no script. */
  readonly comesAnewAfter: number | undefined
  readonly children: ComponentChildren
}

/** The document around a page: language, title, style sheets, font and script. */
export function Document({ title, hasProblems, comesAnewAfter, children }: DocumentProps) {
  const { texts, municipality, assets } = useFrame()
  const name = { title, municipality: municipality.name }
  return (
    <html lang={texts.language}>
      <head>
        <meta charset="utf-8" />
        <title>{texts.t(hasProblems ? 'ui.frame.title-problem' : 'ui.frame.title', name)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="preload" href={assets.font} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="stylesheet" href={assets.styles} />
        <link rel="stylesheet" href={assets.theme} />
        <script type="module" src={assets.script} />
        {comesAnewAfter === undefined ? null : (
          <noscript>
            <meta http-equiv="refresh" content={String(comesAnewAfter)} />
          </noscript>
        )}
      </head>
      <body data-color-scheme="auto" data-color="primary" data-size="md">
        {children}
      </body>
    </html>
  )
}
