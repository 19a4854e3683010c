/** Where objects lie: a bucket, what stands before every name in it, and for stores that aren't AWS's their address. */
export type Bucket = {
  readonly bucket: string
  /** Empty, or ending with a slash. */
  readonly prefix: string
  readonly endpoint: string | undefined
  readonly region: string
}

/** Reads `s3://bucket/prefix?endpoint=https://host&region=name`. Throws when the endpoint is no address. */
export function readBucket(text: string): Bucket {
  const url = new URL(text)
  const endpoint = url.searchParams.get('endpoint') ?? undefined
  if (endpoint !== undefined && !/^https?:$/.test(new URL(endpoint).protocol))
    throw new Error('endpoint: no web address')
  const prefix = url.pathname.replace(/^\/+|\/+$/g, '')
  return {
    bucket: url.hostname,
    prefix: prefix === '' ? '' : `${prefix}/`,
    endpoint,
    region: url.searchParams.get('region') ?? 'eu-north-1',
  }
}
