import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Texts } from '../platform/texts/texts.ts'

/** Who looks at the page, as the header shows it. `name` is undefined for a person whose name must not be shown. */
export type Reader =
  | { readonly kind: 'visitor' }
  | { readonly kind: 'citizen'; readonly name: string | undefined; readonly session: SessionTimes }
  | {
      readonly kind: 'staff'
      readonly name: string
      /** Whether they run the municipality's e-services. */
      readonly administrates: boolean
      readonly session: SessionTimes
    }

/** When a session ends if nothing more is asked for, and when it ends whatever happens. */
export type SessionTimes = { readonly idleEndsAt: Date; readonly endsAt: Date }

/** What is the same on every page of one answer: the municipality, the reader, the language. Provided once by the web server. */
export type Frame = {
  readonly texts: Texts
  /** Path and query of the page, own paths only; the language links come back here. */
  readonly path: string
  readonly municipality: {
    readonly name: string
    /** Short name of the municipality's theme: its style sheet and its mark. */
    readonly theme: string
    /** The municipality's mark as inline SVG, from its own theme. */
    readonly mark: string
    readonly contactCentre: { readonly phone: string; readonly hours: string }
  }
  readonly reader: Reader
  /** Addresses of the built files, with their content's hash in the name. */
  readonly assets: { readonly styles: string; readonly theme: string; readonly font: string; readonly script: string }
}

const FrameContext = createContext<Frame | undefined>(undefined)

/** Gives the components below their frame. */
export const FrameProvider = FrameContext.Provider

/** The frame of the page that is rendered. Throws outside a page. */
export function useFrame(): Frame {
  const frame = useContext(FrameContext)
  if (!frame) throw new Error('A component was rendered outside a page')
  return frame
}

/** The texts, dates and figures of the reader's language. */
export const useTexts = (): Texts => useFrame().texts
