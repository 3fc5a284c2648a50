import { argv } from 'node:process'

/** `npm run bench -- NAME` runs tests/bench/NAME.ts, which prints one JSON line per figure. */
const benchName = String(argv[2])
const bench = (await import(`./${benchName}.ts`)) as { run: () => Promise<void> }
await bench.run()
