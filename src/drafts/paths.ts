/** A step of a draft. */
export const stepPath = (draft: string, step: string): string => `/utkast/${draft}/${step}`

/** Where the browser's script saves a step without being asked. */
export const autosavePath = (draft: string, step: string): string => `${stepPath(draft, step)}/autospara`

/** What "Spara och avsluta" ends at. */
export const savedPath = (draft: string, step: string): string => `${stepPath(draft, step)}/sparat`

/** A picture in a draft, made small. The field of attachments names it from the step's address: see `picturePath` of the forms. */
export const filePicturePath = (draft: string, file: string): string => `/utkast/${draft}/filer/${file}/miniatyr`

/** Tells that the form has changed since the draft was begun, and what did not come with it. */
export const changedPath = (draft: string): string => `/utkast/${draft}/andrat`

/** Where an upload that can be gone on with is started: the protocol tus. */
export const newUploadPath = (draft: string): string => `/utkast/${draft}/filer/nya`

/** An upload that can be gone on with. */
export const uploadPath = (draft: string, upload: string): string => `/utkast/${draft}/filer/${upload}`

/** Where a form on paper ends, instead of being sent: a page of the documents. */
export const printPath = (draft: string): string => `/utkast/${draft}/skriv-ut`

/** Where the owner of a sealed draft sees who has signed it: a page of the signing. */
export const signingPath = (draft: string): string => `/utkast/${draft}/signering`

/** The same page, which says that what was typed in a step wasn't saved, since another window had gone on to sign. */
export const notSavedPath = (draft: string): string => `${signingPath(draft)}?klart=inte-sparat`

/** Asks whether the draft shall be removed. */
export const deletePath = (draft: string): string => `/utkast/${draft}/ta-bort`

/** Begins a draft of an e-service, by its short name. */
export const startPath = (service: string): string => `/e-tjanster/${service}/starta`

/** A step that says that it was just saved: what "Spara" ends at. */
export const savedStepPath = (draft: string, step: string): string => `${stepPath(draft, step)}?sparat=ja`
