/** A municipality that has an identity provider of its own. */
export type Municipality = 'exempelkoping' | 'nordby'

/** Somebody employed by a municipality; the groups are the provider's names, which the product maps to its own. */
export type StaffMember = {
  readonly username: string
  readonly name: string
  readonly groups: readonly string[]
}

/** The staff of the demonstration. */
export const staff: Readonly<Record<Municipality, readonly StaffMember[]>> = {
  exempelkoping: [
    {
      username: 'karin',
      name: 'Karin Lind',
      groups: ['grp-bygglov', 'grp-forskola', 'grp-kultur', 'grp-skyddade-uppgifter'],
    },
    {
      username: 'hugo',
      name: 'Hugo Berg',
      groups: ['grp-gata-park', 'grp-parkeringstillstand', 'grp-skyddade-uppgifter'],
    },
    { username: 'mira', name: 'Mira Holm', groups: ['grp-miljo'] },
    { username: 'kim', name: 'Kim Ek', groups: ['grp-kontaktcenter'] },
    { username: 'rut', name: 'Rut Åberg', groups: ['grp-registrator'] },
    { username: 'alma', name: 'Alma Sjö', groups: ['grp-handslag-admin'] },
  ],
  nordby: [
    { username: 'nora', name: 'Nora Vik', groups: ['grp-alla-tjanster', 'grp-skyddade-uppgifter'] },
    { username: 'axel', name: 'Axel Dahl', groups: ['grp-handslag-admin'] },
  ],
}
