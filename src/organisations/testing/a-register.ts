import type { CompanyRegister, RegisterAnswer } from '../register/company-register.ts'

/** What a test's register knows: Prov & Son AB, and two firms of one sole trader. */
const known: Readonly<Record<string, RegisterAnswer>> = {
  '5599990016': {
    kind: 'found',
    organisations: [
      {
        name: 'Prov & Son AB',
        form: 'aktiebolag',
        formName: 'Aktiebolag',
        address: { street: 'Hamngatan 3', postalCode: '950 01', city: 'NORDBY' },
        active: true,
        proceedings: [],
        producers: { name: 'Bolagsverket', form: 'Bolagsverket', address: 'Bolagsverket', active: 'SCB' },
      },
    ],
  },
  '197001782395': {
    kind: 'found',
    organisations: ['Samuelssons Cykelverkstad', 'Gustavs Matvagn'].map((name) => ({
      name,
      form: 'enskild-firma' as const,
      proceedings: [],
      producers: { name: 'Bolagsverket' as const, form: 'Bolagsverket' as const },
    })),
  },
}

/** A register that a test can put out of order, and that counts how often it is asked. */
export function aRegister(): CompanyRegister & { readonly asked: string[]; isDown: boolean } {
  const asked: string[] = []
  const register = {
    asked,
    isDown: false,
    lookUp: async (number: string): Promise<RegisterAnswer> => {
      asked.push(number)
      if (register.isDown) return { kind: 'unavailable' }
      return known[number] ?? { kind: 'not-found' }
    },
  }
  return register
}
