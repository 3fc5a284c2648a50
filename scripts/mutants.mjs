import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './house/run.mjs'
import { mutants } from './mutants/list.mjs'

const table = path.join(root, 'docs/mutants.md')

/** Breaks the line, runs the named test, mends the line. */
function survives({ file, from, to, also, test: [project, testFile, name] }) {
  const changes = [{ file, from, to }, ...(also ? [also] : [])]
  const originals = new Map(
    changes.map((change) => [change.file, readFileSync(path.join(root, change.file), 'utf8')]),
  )
  try {
    for (const change of changes) {
      const text = readFileSync(path.join(root, change.file), 'utf8')
      if (!text.includes(change.from)) throw new Error(`${change.file} no longer holds: ${change.from}`)
      writeFileSync(path.join(root, change.file), text.replace(change.from, change.to))
    }
    const args = ['run', '--project', project, testFile, ...(name ? ['-t', name] : []), '--reporter=dot']
    return spawnSync(`${root}node_modules/.bin/vitest`, args, { cwd: root, stdio: 'pipe' }).status === 0
  } finally {
    for (const [name_, text] of originals) writeFileSync(path.join(root, name_), text)
  }
}

const rows = mutants.map((mutant) => {
  const survived = survives(mutant)
  console.log(`${survived ? 'SURVIVED' : 'killed'} ${mutant.name}`)
  return { mutant, survived }
})
const lines = rows.map(
  ({ mutant, survived }) =>
    `| ${mutant.name} | \`${mutant.file}\` | ${mutant.test[1]}${mutant.test[2] ? ` “${mutant.test[2]}”` : ''} | ${survived ? '**survived**' : 'red'} |`,
)
writeFileSync(
  table,
  [
    '# Mutants\n',
    '`npm run mutants` breaks one line at a time; the named test must turn red.\n',
    '| mutation | file | test | result |',
    '|---|---|---|---|',
    ...lines,
    '',
  ].join('\n'),
)
const survivors = rows.filter((row) => row.survived).length
console.log(`${rows.length - survivors} killed, ${survivors} survived`)
process.exit(survivors === 0 ? 0 : 1)
