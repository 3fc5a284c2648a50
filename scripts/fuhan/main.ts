import { existsSync } from 'node:fs'
import { Command } from 'commander'
import type { DueDateOptions } from './due-date'
import type { ReadPageOptions } from './read-page'
import type { UserOptions } from './user-add'

// The same settings as the server's; what the environment says already stands.
if (existsSync('.env')) process.loadEnvFile('.env')

/** Each command's own file is loaded only when it is asked for: `letter`, `due-date` and `read-page` must run without a build, database or settings. */
const program = new Command('fuhan')
  .description('复函: the bureau’s commands for its technicians')
  .exitOverride((stop) => process.exit(stop.exitCode === 0 ? 0 : 2))

program
  .command('letter')
  .description(
    'render a reply letter (信函格式) from a JSON file; the input is described in docs/letter-input.md',
  )
  .argument('<input>', 'the letter as JSON')
  .argument('<output>', 'the .docx to write')
  .action(async (input: string, output: string) => {
    const { writeLetter } = await import('./letter')
    process.exitCode = await writeLetter(input, output)
  })

program
  .command('due-date')
  .description('reckon a due day and print it with its derivation as JSON')
  .requiredOption('--from <day>', 'the day it starts, which is not counted: 2014-01-24')
  .requiredOption('--amount <n>', 'how many')
  .requiredOption('--unit <unit>', 'workday, day or month')
  .option('--calendar <file>', 'holiday notices as JSON instead of the shipped ones (docs/calendar-input.md)')
  .action(async (options: DueDateOptions) => {
    const { printDueDate } = await import('./due-date')
    process.exitCode = await printDueDate(options)
  })

program
  .command('read-page')
  .description(
    'read published replies (.txt, .html) and print their fields as JSON; see docs/past-replies.md',
  )
  .argument('[files...]', 'pages as saved or pasted; several are printed one a line')
  .option('--dir <dir>', 'all pages of a folder')
  .option('--out <dir>', 'write NAME.json for each page instead of printing')
  .action(async (files: string[], options: ReadPageOptions) => {
    const { printPages } = await import('./read-page')
    process.exitCode = await printPages(files, options)
  })

program
  .command('migrate')
  .description('bring the database schema up to date')
  .action(async () => {
    const { migrateDatabase } = await import('./migrate')
    process.exitCode = await migrateDatabase()
  })

program
  .command('demo')
  .description('plant the demo bureau in an empty installation')
  .action(async () => {
    const { plantDemoCommand } = await import('./demo')
    process.exitCode = await plantDemoCommand()
  })

program
  .command('verify-log')
  .description('follow every chain of the log and compare it with the newest daily head')
  .action(async () => {
    const { verifyLogCommand } = await import('./verify-log')
    process.exitCode = await verifyLogCommand()
  })

program
  .command('join-bureaus')
  .description('let two bureaus of this installation send each other their co-handling requests')
  .requiredOption('--first <name>', 'a bureau’s full name')
  .requiredOption('--second <name>', 'the other’s; each must have the other among its units by this name')
  .action(async (options: { first: string; second: string }) => {
    const { joinBureausCommand } = await import('./join-bureaus')
    process.exitCode = await joinBureausCommand(options)
  })

const user = program.command('user').description('accounts')

user
  .command('enable <login>')
  .description('let a disabled account sign in again, with the roles and the password it had')
  .action(async (login: string) => {
    const { enableUserCommand } = await import('./user-enable')
    process.exitCode = await enableUserCommand(login)
  })

user
  .command('add')
  .description('add an account; the password is read from FUHAN_PASSWORD')
  .requiredOption('--login <login>', 'the name to sign in with')
  .requiredOption('--name <name>', 'the person’s name')
  .requiredOption('--title <title>', 'as printed, e.g. 局长')
  .requiredOption('--role <role...>', 'one or several roles, e.g. registrar')
  .option('--division <name>', 'for division_head and handler')
  .option('--unit <name>', 'for co_handler')
  .option('--phone <phone>', 'office phone')
  .action(async (options: UserOptions) => {
    const { addUserCommand } = await import('./user-add')
    process.exitCode = await addUserCommand(options)
  })

await program.parseAsync()
