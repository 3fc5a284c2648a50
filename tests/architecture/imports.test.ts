import { cruise } from 'dependency-cruiser'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'

const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs')

it(
  'imports run one way (.dependency-cruiser.cjs states each wall as a sentence)',
  { timeout: 60_000 },
  async () => {
    const result = await cruise(['app', 'drizzle/seed'], {
      ...config.options,
      ruleSet: { forbidden: config.forbidden },
      validate: true,
    })
    const { output } = result
    if (typeof output === 'string') throw new Error(output)
    expect(output.summary.violations.map((v) => `${v.from} → ${v.to}: ${v.rule.name}`)).toEqual([])
  },
)
