/** A question for a property has no settings of its own. */
export const propertySettings = {} as const
