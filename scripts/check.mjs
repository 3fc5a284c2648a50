import { build } from './house/build-when-stale.mjs'
import { installWhatIsMissing, requireNode } from './house/install-what-is-missing.mjs'
import { run, tool } from './house/run.mjs'

requireNode()
await installWhatIsMissing()

const steps = [
  ['format', () => tool('prettier', '--check', '--log-level', 'warn', '.')],
  ['lint', () => tool('oxlint', '--type-aware', '--deny-warnings')],
  ['types', () => tool('tsc', '--noEmit')],
  [
    'imports',
    () => tool('depcruise', 'app', 'drizzle/seed', 'scripts', 'tests', '--config', '.dependency-cruiser.cjs'),
  ],
  ['dead code', () => tool('knip')],
  ['build', build],
  ['tests', () => run('npm', ['test'])],
]

for (const [name, step] of steps) {
  const began = Date.now()
  const code = await step()
  console.log(`${code === 0 ? '✓' : '✗'} ${String(name)} ${((Date.now() - began) / 1000).toFixed(1)} s`)
  if (code !== 0) process.exit(1)
}
