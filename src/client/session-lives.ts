/** The name of the event that says that the server has heard of the reader just now. */
export const sessionLivesEvent = 'session-lives'

/** Says that the server has heard of the reader: an idle session has its whole time before it again. */
export const sessionLives = (): void => {
  document.dispatchEvent(new CustomEvent(sessionLivesEvent))
}
