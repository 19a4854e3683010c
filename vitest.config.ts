import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'simulators/**/*.test.{ts,tsx}', 'script/**/*.test.ts'],
    globalSetup: ['src/platform/testing/server.ts'],
    // Files share no state but the PostgreSQL server, where each has a database of its own.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
