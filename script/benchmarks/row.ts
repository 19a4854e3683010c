/** One measured figure and what it is to reach. */
export type Row = {
  readonly what: string
  /** The figure in words, with its unit. */
  readonly measured: string
  readonly target: string
  /** Undefined when there is no target of its own: told for the reader. */
  readonly reached: boolean | undefined
}

/** A rate beside its yardstick's, as a ratio; rates are answers a second. */
export function ratioRow(
  what: string,
  { rate, yardstick, least }: { readonly rate: number; readonly yardstick: number; readonly least: number | undefined },
): Row {
  const ratio = rate / yardstick
  return {
    what,
    measured: `${ratio.toFixed(3)} (${Math.round(rate)}/s beside ${Math.round(yardstick)}/s)`,
    target: least === undefined ? '' : `≥ ${least}`,
    reached: least === undefined ? undefined : ratio >= least,
  }
}

/** A figure that is to stay under a limit. */
export const limitRow = (what: string, value: number, most: number, unit: string): Row => ({
  what,
  measured: `${round(value)} ${unit}`,
  target: `≤ ${most} ${unit}`,
  reached: value <= most,
})

const round = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)

/** All rows as a table. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ what, measured, target, reached }) => [
    reached === undefined ? '   ' : reached ? 'ok ' : 'NOT',
    what,
    measured,
    target,
  ])
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** The middle one of some figures. */
export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** The figure that so large a share of the others does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
