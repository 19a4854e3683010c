/** A code of the register and its words, as `{ kod, klartext }`. */
export type Code = { readonly kod: string; readonly klartext: string }

/** A firm in the register. One number can hold several: they differ by their running number of name protection. */
export type Company = {
  /** 10 digits, or 12 for a sole trader: the person's own number. */
  readonly number: string
  readonly running: number
  readonly name: string
  /** Day of registration, `YYYY-MM-DD`. */
  readonly registered: string
  /** The legal form as Bolagsverket and as Statistics Sweden (SCB) write it. */
  readonly form: Code
  readonly scbForm: Code
  readonly active: boolean
  /** Bankruptcy, liquidation and the like that go on. */
  readonly proceedings: readonly (Code & { readonly from: string })[]
  readonly activity: string
  readonly industry: Code
  readonly address: { readonly street: string; readonly postalCode: string; readonly city: string }
}

const limitedCompany = {
  form: { kod: 'AB', klartext: 'Aktiebolag' },
  scbForm: { kod: '49', klartext: 'Övriga aktiebolag' },
} as const

const soleTrader = {
  number: '197001782395',
  form: { kod: 'E', klartext: 'Enskild näringsverksamhet' },
  scbForm: { kod: '10', klartext: 'Fysiska personer' },
  registered: '2009-04-01',
  active: true,
  proceedings: [],
  address: { street: 'Verkstadsgatan 9', postalCode: '90004', city: 'EXEMPELKÖPING' },
} as const

/** The demonstration's companies, with made-up numbers. The sole trader has two firms on his coordination number. */
export const companies: readonly Company[] = [
  {
    ...limitedCompany,
    number: '5599990016',
    running: 1,
    name: 'Prov & Son AB',
    registered: '2016-02-15',
    active: true,
    proceedings: [],
    activity: 'Bolaget ska bedriva restaurang- och kaféverksamhet samt därmed förenlig verksamhet.',
    industry: { kod: '56110', klartext: 'Restaurangverksamhet' },
    address: { street: 'Hamngatan 3', postalCode: '95001', city: 'NORDBY' },
  },
  {
    ...limitedCompany,
    number: '5599990024',
    running: 1,
    name: 'Konkursprovet AB',
    registered: '2011-09-01',
    active: false,
    proceedings: [{ kod: 'KK', klartext: 'Konkurs', from: '2026-05-04' }],
    activity: 'Bolaget ska bedriva handel med livsmedel.',
    industry: { kod: '47111', klartext: 'Varuhus och stormarknadshandel, mest livsmedel, drycker och tobak' },
    address: { street: 'Storgatan 22', postalCode: '90001', city: 'EXEMPELKÖPING' },
  },
  {
    ...soleTrader,
    running: 1,
    name: 'Samuelssons Cykelverkstad',
    activity: 'Reparation av cyklar.',
    industry: { kod: '95290', klartext: 'Reparation av andra hushållsartiklar och personliga artiklar' },
  },
  {
    ...soleTrader,
    running: 2,
    name: 'Gustavs Matvagn',
    activity: 'Försäljning av mat från vagn.',
    industry: { kod: '56120', klartext: 'Gatuköksverksamhet' },
  },
]
