/** Milliseconds after which a position that can't be found is given up. */
const longestWait = 20_000

/** Lets "Använd min plats" fill a box with the browser's coordinates, as text that the person sees and can change. */
export function fillPositions(): void {
  if (!('geolocation' in navigator)) return
  document.addEventListener('click', ({ target }) => {
    const asked = target instanceof Element ? target.closest('[data-own-position] button') : null
    const around = asked?.closest<HTMLElement>('[data-own-position]')
    if (around) ask(around)
  })
  // A part of the page that the server has put anew hides them again.
  document.addEventListener('htmx:after:swap', show)
  show()
}

function show(): void {
  for (const around of document.querySelectorAll<HTMLElement>('[data-own-position]')) around.hidden = false
}

function ask(around: HTMLElement): void {
  const box = document.getElementById(around.dataset.ownPosition ?? '')
  const status = around.querySelector<HTMLElement>('[role="status"]')
  if (!(box instanceof HTMLInputElement) || !status) return
  status.textContent = status.dataset.asking ?? ''
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      // Folded away until there is something in it.
      box.closest('details')?.setAttribute('open', '')
      box.value = `${coords.latitude.toFixed(5)}, ${coords.longitude.toFixed(5)}`
      // As if it had been typed: whoever saves what is typed must notice.
      for (const kind of ['input', 'change']) box.dispatchEvent(new Event(kind, { bubbles: true }))
      status.textContent = status.dataset.told ?? ''
    },
    () => {
      status.textContent = status.dataset.failed ?? ''
    },
    { enableHighAccuracy: true, timeout: longestWait },
  )
}
