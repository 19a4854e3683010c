/** Our own line drawings as paths: 24 units square, drawn with a stroke of 1.75 and round ends, no fill. */
const drawings = {
  person: 'M12 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM5 20c0-3.9 2.8-6 7-6s7 2.1 7 6',
  child: 'M12 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 10.5l5 2.2h6l5-2.2M9 12.7V21m6-8.3V21m-6-4.5h6',
  house: 'M3.5 11 12 4l8.5 7M6 9.2V20h12V9.2M10 20v-6h4v6',
  bulb: 'M9.5 18h5M10.5 21h3M12 3a6 6 0 0 0-3.7 10.7c.8.7 1.2 1.4 1.2 2.3v.5h5V16c0-.9.4-1.6 1.2-2.3A6 6 0 0 0 12 3Z',
  car: 'M4 16.5v-4l2-5.2A2 2 0 0 1 7.9 6h8.200a2 2 0 0 1 1.9 1.300l2 5.200v4M4 12.500h16M3.5 16.500h17M6 16.500V19M18 16.500V19M7.5 14.500h.01M16.5 14.500h.01',
  rings: 'M9 19a5 5 0 1 0 0-10 5 5 0 0 0 0 10Zm6 0a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM7.5 6 9 3.8 10.5 6',
  boat: 'M3 16.500h18l-2.5 4h-13ZM11.5 16.500V3.500M11.5 5l6.5 8.500h-6.500M8.5 8v5.500H5Z',
  leaf: 'M5 20c0-9 5-14 15-15 0 10-4 15-10.5 15-2 0-3.5-.8-4.5-2M5 20c1.5-4 4-7 8-9',
  food: 'M7 3v7a2.5 2.5 0 0 0 5 0V3M9.5 3v18M17 21V3c-2.2 1.5-3 4-3 7.5 0 1.5 1.2 2.5 3 2.5',
  people:
    'M9 11a3.2 3.2 0 1 0 0-6.400A3.2 3.2 0 0 0 9 11ZM3 19.500c0-3.5 2.3-5.3 6-5.300s6 1.8 6 5.300M15.5 4.900a3.2 3.2 0 0 1 0 5.800M17.5 14.600c2.2.7 3.5 2.3 3.5 4.9',
  speech: 'M4 5h16v11.500h-8.500L7 20.500v-4H4ZM8 9h8M8 12.500h5',
  file: 'M6 3h8l4.5 4.500V21H6ZM14 3v4.500h4.500M9 12.500h6M9 16h6',
  check: 'm5 12.5 4.5 4.500L19 7',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  chevron: 'm6 9 6 6 6-6',
  lock: 'M6 10.500h12V20H6ZM8.5 10.500V8a3.5 3.5 0 0 1 7 0v2.500M12 14.500v2',
  mail: 'M3.5 6h17v12.500h-17ZM4 6.500l8 6.5 8-6.5',
  phone:
    'M6 3.500h3.500L11 8 8.8 9.800a12 12 0 0 0 5.4 5.400L16 13l4.5 1.500V18c0 1.4-1.1 2.5-2.5 2.500C10.5 20 4 13.5 3.5 6A2.5 2.5 0 0 1 6 3.500Z',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20.5 20.5',
  clock: 'M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.500V12l3 2',
  paperclip:
    'm19.5 11.5-7.6 7.600a4.6 4.6 0 0 1-6.5-6.500l8.1-8.100a3.1 3.1 0 0 1 4.4 4.400l-8 8a1.5 1.5 0 0 1-2.2-2.200l7.1-7.1',
  upload: 'M12 16V4.500M7 9l5-4.500L17 9M4.5 16v4h15v-4',
  download: 'M12 4v11.500M7 11l5 4.5 5-4.500M4.5 16v4h15v-4',
  calendar: 'M4.5 6h15v14h-15ZM4.5 10.500h15M8.5 3.500V7M15.5 3.500V7',
  info: 'M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5.500M12 7.500v.01',
  warning: 'M12 4 3 19.500h18ZM12 10v4.500M12 17v.01',
  external: 'M14 4.500h5.500V10M19 5l-8.5 8.500M17.5 13.500v6h-13v-13h6',
  pen: 'm4.5 19.5 1-4.500L16 4.5 19.5 8 9 18.500ZM13.5 7l3.5 3.5',
  globe: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM3.5 12h17M12 3.5c-5 4.8-5 12.2 0 17M12 3.5c5 4.8 5 12.2 0 17',
  print: 'M7 9V3.500h10V9M7 17H4V9h16v8h-3M7 14h10v6.500H7Z',
} as const

export type IconName = keyof typeof drawings

/** Whether a word of data names one of our icons. */
export const isIconName = (name: string): name is IconName => Object.hasOwn(drawings, name)

/** A line icon; words always stand beside it, so it is hidden from those who listen. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  )
}
