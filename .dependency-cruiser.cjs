// “Rules are pure and sit in the middle. Anything that touches the world ends in .server.ts.
//  Everyone may read the rules; the rules read no one.” (docs/adr/0002). Each wall is one sentence.
const rule = (comment, from, to) => ({
  name: comment.replaceAll(' ', '-'),
  severity: 'error',
  comment,
  from,
  to,
})

const server = String.raw`\.server\.tsx?$`

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule(
      'no file imports itself through others',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'rules read no file that touches the world',
      { path: '^app/domain', pathNot: server },
      { path: server, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'the domain sees neither Remix nor React',
      { path: '^app/domain' },
      { path: 'node_modules/(@remix-run|react)/' },
    ),
    rule(
      'the domain does not see pages or requests',
      { path: '^app/domain' },
      { path: '^app/(routes|http|ui|auth|server|jobs)' },
    ),
    rule(
      'only the database and domain server files see drizzle and postgres',
      { path: '^app', pathNot: `^app/db|^app/domain/.*${server}|^app/auth/.*${server}` },
      { path: 'node_modules/(drizzle-orm|postgres)/' },
    ),
    rule(
      'only documents see docx',
      { path: '^app', pathNot: '^app/documents' },
      { path: 'node_modules/docx/' },
    ),
    rule(
      'documents see only the types and pure rules of the domain',
      { path: '^app/documents' },
      { path: `^app/(routes|http|ui|db|auth)|${server}` },
    ),
    rule(
      'only the editor sees tiptap',
      { path: '^app', pathNot: '^app/ui/editor' },
      { path: 'node_modules/@tiptap/' },
    ),
    rule(
      'only auth sees lucia',
      { path: '^app', pathNot: '^app/auth/lucia' },
      { path: 'node_modules/lucia/' },
    ),
    rule(
      'only the file store sees aws4fetch',
      { path: '^app', pathNot: '^app/files' },
      { path: 'node_modules/aws4fetch/' },
    ),
    rule('the file store knows nothing of the house', { path: '^app/files' }, { path: '^app/(?!files/)' }),
    rule(
      'pages reach files only through the domain',
      { path: '^app/(routes|http|ui)' },
      { path: '^app/files/.*' + server },
    ),
    rule('only jobs see pg-boss', { path: '^app', pathNot: '^app/jobs' }, { path: 'node_modules/pg-boss/' }),
    rule(
      'only the carrier of mail sees nodemailer',
      { path: '^app', pathNot: '^app/domain/notices/smtp-carrier' },
      { path: 'node_modules/nodemailer/' },
    ),
    rule(
      'what is drawn knows no database, no request and no server file',
      { path: '^app/ui' },
      { path: `^app/(routes|http|db|auth|server)|${server}`, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'pages reach the database only through the domain',
      { path: '^app/routes' },
      { path: '^app/db', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'the database knows no domain command',
      { path: '^app/db' },
      { path: '^app/(routes|http|ui|auth)|^app/domain/.*' + server },
    ),
    rule(
      'the program does not need its tests',
      { path: '^(app|drizzle|scripts)' },
      { path: '^tests', pathNot: '^tests/bench' },
    ),
    rule('no unresolvable import', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|data)/|^node:' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
