import { type Certificate, isIssuedBy, pathLengthOf } from './certificate.ts'

/** A person's certificate, who issued it, and on to a root that is trusted: never empty, and the root may be the issuer itself. */
export type Path = { readonly person: Certificate; readonly issuer: Certificate; readonly all: readonly Certificate[] }

/** Finds the way from the first certificate over the others to one of the roots; when they were valid isn't looked at. */
export function findPath([person, ...others]: readonly Certificate[], roots: readonly Certificate[]): Path | undefined {
  if (!person) return undefined
  const above = authoritiesAbove(person, others, roots)
  const [issuer] = above ?? []
  // Each authority allows so many others below itself; the person's certificate doesn't count.
  const isTooLong = above?.some((authority, below) => below > (pathLengthOf(authority) ?? below))
  return above && issuer && !isTooLong ? { person, issuer, all: [person, ...above] } : undefined
}

function authoritiesAbove(
  certificate: Certificate,
  others: readonly Certificate[],
  roots: readonly Certificate[],
): readonly Certificate[] | undefined {
  const root = roots.find((one) => isIssuedBy(certificate, one))
  if (root) return [root]
  const issuer = others.find((one) => isIssuedBy(certificate, one))
  if (!issuer) return undefined
  const above = authoritiesAbove(
    issuer,
    others.filter((one) => one !== issuer),
    roots,
  )
  return above && [issuer, ...above]
}
