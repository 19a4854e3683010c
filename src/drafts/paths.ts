/** A step of a draft. */
export const stepPath = (draft: string, step: string): string => `/utkast/${draft}/${step}`

/** Where the browser's script saves a step without being asked. */
export const autosavePath = (draft: string, step: string): string => `${stepPath(draft, step)}/autospara`

/** What "Spara och avsluta" ends at. */
export const savedPath = (draft: string, step: string): string => `${stepPath(draft, step)}/sparat`

/** Asks whether the draft shall be removed. */
export const deletePath = (draft: string): string => `/utkast/${draft}/ta-bort`

/** Begins a draft of an e-service, by its short name. */
export const startPath = (service: string): string => `/e-tjanster/${service}/starta`

/** A step that says that it was just saved: what "Spara" ends at. */
export const savedStepPath = (draft: string, step: string): string => `${stepPath(draft, step)}?sparat=ja`
