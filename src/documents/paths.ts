/** The evidence bundle of a case, by the path of the case. The case's own pages, which come before documents, write the same. */
export const evidencePath = (ofCase: string): string => `${ofCase}/underskrifter.zip`
