import type { Settings } from './settings.ts'

const persons = [
  ['Ada Exempel', '199001012385', 'vårdnadshavare för Otto och Alve tillsammans med Bo, bor i Exempelköping'],
  ['Bo Exempel', '198001139297', 'vårdnadshavare för Otto och Alve, har en annan adress än Ada'],
  ['Cecilia Prov', '199501012380', 'ensamstående, skriver under för Prov & Son AB'],
  ['Dagny Test', '195501142284', 'pensionär, har inget känt telefonnummer'],
  ['Elsa Prov', '200801012386', '18 år'],
  ['(skyddad)', '200001252386', 'har skyddade personuppgifter'],
  ['Gustav Samuelsson', '197001782395', 'har samordningsnummer, enskild firma'],
  ['Kari Nordmann', 'NO:5068907693', 'har utländsk e-legitimation, inget svenskt nummer'],
] as const

const staff = [
  ['karin', 'Exempelköping', 'bygglov, förskola, kultur'],
  ['hugo', 'Exempelköping', 'gator, parker, parkeringstillstånd'],
  ['mira', 'Exempelköping', 'miljö'],
  ['kim', 'Exempelköping', 'kontaktcenter, ser status men inte innehåll'],
  ['rut', 'Exempelköping', 'registrator'],
  ['alma', 'Exempelköping', 'administratör'],
  ['nora', 'Nordby', 'alla e-tjänster'],
  ['axel', 'Nordby', 'administratör'],
] as const

/** What is told when everything runs: the addresses, and who can log in at the simulators and what for. */
export function welcome({ port, simulators, scanner, empty, dataDirectory }: Settings): string {
  const addresses = empty
    ? [['Handslag', `http://localhost:${port}`]]
    : [
        ['Exempelköping', `http://localhost:${port}`],
        ['Nordby', `http://nordby.localhost:${port}`],
      ]
  const inbox = simulators ? [['Inkorg (all e-post och alla sms)', `http://localhost:${port + 1}/inbox`]] : []
  const logins = [
    'Testpersoner, som väljs under "Logga in med e-legitimation":',
    ...table(persons),
    '',
    'Medarbetare, som väljs under "Logga in som medarbetare":',
    ...table(staff),
    '',
  ]
  return [
    '',
    'Handslag är igång.',
    '',
    ...table([...addresses, ...inbox]),
    '',
    ...(simulators && !empty ? logins : []),
    ...(scanner ? [] : ['Uppladdade filer kontrolleras inte för virus: CLAMD_URL är inte satt.', '']),
    `Data och loggar ligger i ${dataDirectory}. Avsluta med Ctrl-C.`,
    '',
  ].join('\n')
}

/** Rows as lines, each column as wide as its widest cell. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widthOf = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  return rows.map(
    (row) =>
      `  ${row
        .map((cell, column) => cell.padEnd(widthOf(column)))
        .join('  ')
        .trimEnd()}`,
  )
}
