/** Not an id of any session: whoever signed may have logged out since. */
export const noSession = '00000000-0000-0000-0000-000000000000'
