import type { VNode } from 'preact'
import { Frame } from './frame.tsx'

/** The simulators' start page: what they are, and the way to the inbox and to the product. */
export function homePage(productPort: number): VNode {
  return (
    <Frame title="Simulatorer" banner="Simulatorer — inga riktiga tjänster">
      <h1>Simulatorer</h1>
      <p>
        Här finns det som Handslag annars når utanför kommunen: regionens e-legitimering, kommunernas inloggning för
        medarbetare och en brevlåda som tar emot allt som skickas. De talar samma protokoll som de riktiga tjänsterna.
      </p>
      <ul>
        <li>
          <a href="/inbox">Brevlådan</a>: alla meddelanden som har skickats
        </li>
        <li>
          <a href="/bankid">BankID-appen</a>: skannar QR-koder
        </li>
        <li>
          <a href="/freja">Freja-appen</a>: legitimeringar som väntar
        </li>
        <li>
          <a href={`http://localhost:${productPort}/`}>Exempelköpings kommun</a>
        </li>
        <li>
          <a href={`http://nordby.localhost:${productPort}/`}>Nordby kommun</a>
        </li>
      </ul>
    </Frame>
  )
}
