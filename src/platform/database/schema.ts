/**
 * All tables, by schema and name. Each domain declares its own in its `tables.ts` by merging into this interface,
 * so that the platform knows none of them.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the domains' declarations
export interface Database {}
