/** What the button "Hämta uppgifter" says (see `questionAction`). */
export const fetchAction = 'hamta'
