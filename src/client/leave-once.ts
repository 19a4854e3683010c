/** Milliseconds for the way on to begin. A page that is still there after them wasn't left: what was asked for was a download, say. */
const patience = 10_000

/**
 * Lets a page that is being left ask no more how something stands. It has been told to go on; were it told again while the way on takes its time, the browser would
 * stop that and go anew, to where nothing waits for it any more.
 */
export function leaveOnce(): void {
  let leftAt = Number.NEGATIVE_INFINITY
  addEventListener('beforeunload', () => {
    leftAt = performance.now()
  })
  document.addEventListener('htmx:before:request', (event) => {
    if (performance.now() - leftAt < patience) event.preventDefault()
  })
}
