import { defineConfig } from 'vitest/config'

const common = {
  // Files share no state but the PostgreSQL server, where each has a database of its own, or an installation, which they use as people do.
  isolate: false,
  maxWorkers: 2,
  testTimeout: 20_000,
  hookTimeout: 60_000,
} as const

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          name: 'rooms',
          include: ['src/**/*.test.{ts,tsx}', 'simulators/**/*.test.{ts,tsx}', 'script/**/*.test.ts'],
          globalSetup: ['src/platform/testing/server.ts'],
          setupFiles: ['src/platform/testing/each-file.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...common,
          // What crosses the rooms, on whole installations. Alone on the machine, since it kills and measures.
          name: 'installations',
          include: ['tests/{load,faults,security}/**/*.test.ts'],
          globalSetup: ['tests/support/installation/shared.ts'],
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
