/** Addresses of "Mina organisationer". */
export const organisationsPath = '/mina-sidor/organisationer'
export const addPath = `${organisationsPath}/ny`
export const changePath = (id: string): string => `${organisationsPath}/${id}`
export const removePath = (id: string): string => `${organisationsPath}/${id}/ta-bort`
