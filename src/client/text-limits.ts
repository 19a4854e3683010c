/** Shows beside the limit of a long text how much of it is used. The limit itself is said in words by the page. */
export function countCharacters(): void {
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLTextAreaElement) show(target)
  })
  // A part of the page that the server has put anew has no figures.
  document.addEventListener('htmx:after:swap', showAll)
  showAll()
}

function showAll(): void {
  for (const field of document.querySelectorAll('textarea')) show(field)
}

function show(field: HTMLTextAreaElement): void {
  const limit = Number(field.dataset.limit)
  const line = document.getElementById(`${field.id}-limit`)
  if (!limit || !line) return
  const count = line.querySelector('.question-count') ?? line.appendChild(countElement())
  const written = (figure: number) => figure.toLocaleString(document.documentElement.lang)
  count.textContent = ` ${written([...field.value].length)}/${written(limit)}`
}

/** Not read aloud: a figure that changes with every key would be in the way. */
function countElement(): HTMLElement {
  const element = document.createElement('span')
  element.className = 'question-count'
  element.setAttribute('aria-hidden', 'true')
  return element
}
