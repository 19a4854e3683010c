/** What the button "Sök" says (see `questionAction`). */
export const searchAction = 'sok'
