import type { RuleParts, RuleValue } from './value.ts'

type Parts = Record<string, RuleValue>

/** A set of names, or a map of what they stand for. */
type Names = Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'>

/** Works out a part when it is asked for, once: what is asked for stays in the object itself. */
class Lazily implements ProxyHandler<Parts> {
  readonly #names: Names
  readonly #work: (name: string) => RuleValue

  constructor(names: Names, work: (name: string) => RuleValue) {
    this.#names = names
    this.#work = work
  }

  get(parts: Parts, name: string | symbol): unknown {
    this.#put(parts, name)
    return Reflect.get(parts, name)
  }

  getOwnPropertyDescriptor(parts: Parts, name: string | symbol): PropertyDescriptor | undefined {
    this.#put(parts, name)
    return Reflect.getOwnPropertyDescriptor(parts, name)
  }

  ownKeys(): string[] {
    return [...this.#names.keys()]
  }

  #put(parts: Parts, name: string | symbol): void {
    if (typeof name === 'string' && this.#names.has(name) && !Object.hasOwn(parts, name)) {
      parts[name] = this.#work(name)
    }
  }
}

/** Named parts that look as if they were there, each worked out when a rule first asks for it: most rules ask for little of hundreds. */
export const lazyParts = (names: Names, work: (name: string) => RuleValue): RuleParts =>
  new Proxy<Parts>({}, new Lazily(names, work))
