/** The name of the channel on which an area's tabs hear that its session is over. */
const channelOf = (area: string): string => `handslag-session-${area}`

/** Stands on the page that says that somebody has logged out, and tells the browser's other tabs. */
export class SessionOver extends HTMLElement {
  connectedCallback(): void {
    const channel = new BroadcastChannel(channelOf(this.getAttribute('area') ?? ''))
    channel.postMessage('over')
    channel.close()
  }
}

/** Calls when another tab of the browser says that an area's session is over; answers how to stop listening. */
export function onSessionOver(area: string, call: () => void): () => void {
  const channel = new BroadcastChannel(channelOf(area))
  channel.addEventListener('message', call)
  return () => channel.close()
}
