import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '~': fileURLToPath(new URL('./app', import.meta.url)) }
const setup = { setupFiles: ['tests/support/silent-console.ts'] }

const room = (name: string, more: Record<string, unknown> = {}) => ({
  resolve: { alias },
  esbuild: { jsx: 'automatic' as const },
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...setup, ...more },
})

const withDatabase = {
  globalSetup: ['tests/support/database/global-setup.ts'],
  testTimeout: 20_000,
  hookTimeout: 60_000,
}

// No Remix plugin here: tests import modules, requests and journeys drive the built server.
export default defineConfig({
  test: {
    projects: [
      room('rules'),
      room('architecture', { testTimeout: 60_000 }),
      room('documents', { testTimeout: 60_000 }),
      room('commands', withDatabase),
      room('requests', { ...withDatabase, testTimeout: 60_000 }),
      room('journeys', {
        ...withDatabase,
        testTimeout: 300_000,
        hookTimeout: 120_000,
        fileParallelism: false,
      }),
      room('faults', {
        ...withDatabase,
        testTimeout: 240_000,
        hookTimeout: 120_000,
        fileParallelism: false,
      }),
    ],
  },
})
