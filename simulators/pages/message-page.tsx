import type { VNode } from 'preact'
import { Frame } from './frame.tsx'

/** A page that says one thing: that something is missing, has expired or went wrong. */
export function messagePage(heading: string, text: string): VNode {
  return (
    <Frame title={heading} banner="Simulator">
      <h1>{heading}</h1>
      <p>{text}</p>
      <p>
        <a href="/">Till simulatorernas startsida</a>
      </p>
    </Frame>
  )
}
