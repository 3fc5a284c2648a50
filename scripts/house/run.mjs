import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The repository's root, wherever the command was typed. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs a program to its end and answers its exit code; output goes where ours goes. */
export function run(command, args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env,
      shell: process.platform === 'win32',
    })
    const pass = (signal) => child.kill(signal)
    process.on('SIGTERM', pass)
    process.on('SIGINT', pass)
    child.once('exit', (code, signal) => {
      process.off('SIGTERM', pass)
      process.off('SIGINT', pass)
      resolve(code ?? (signal ? 1 : 0))
    })
    child.once('error', () => resolve(127))
  })
}

/** The path of a program of node_modules/.bin. */
export const binary = (name) =>
  `${root}node_modules/.bin/${process.platform === 'win32' ? `${name}.cmd` : name}`

export const tool = (name, ...args) => run(binary(name), args)
