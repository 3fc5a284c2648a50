// The floor of P1 and P2: a bare Node server that does the same SQL as the page (session look-up, the rows, as the same
// database role with the same settings) and writes them as a plain table. Its address is printed.
import { createServer } from 'node:http'
import postgres from 'postgres'

const [url, sessionId, bureau, parties] = process.argv.slice(2)
const sql = postgres(url, { max: 8, fetch_types: false, connection: { role: 'fuhan_app' }, onnotice() {} })
const escape = (text) =>
  String(text ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')

const viewer = (tx) =>
  tx`select set_config('fuhan.bureau', ${bureau}, true), set_config('fuhan.parties', ${parties}, true), set_config('fuhan.staff', 'yes', true)`

async function rows() {
  await sql.begin((tx) => tx`select * from fuhan_session(${sessionId})`)
  return await sql.begin(async (tx) => {
    await viewer(tx)
    const keys =
      await tx`select p.id, a.due_on, a.register_no from proposal_access a join proposal p on p.id = a.proposal_id
      where a.bureau_id = ${bureau} and a.party = ${parties} order by a.due_on, a.register_no limit 51`
    const ids = keys.slice(0, 50).map((k) => k.id)
    const [proposals] = await Promise.all([
      tx`select p.*, d.name as division, u.name as handler from proposal p left join division d on d.id = p.division_id left join app_user u on u.id = p.handler_id where p.id in ${tx(ids)}`,
      tx`select s.proposal_id, d.name from sponsor s join delegate d on d.id = s.delegate_id where s.proposal_id in ${tx(ids)} order by s.position`,
      tx`select * from request where proposal_id in ${tx(ids)}`,
      tx`select * from deadline where proposal_id in ${tx(ids)} and met_on is null`,
    ])
    return proposals
  })
}

async function one(registerNo) {
  await sql.begin((tx) => tx`select * from fuhan_session(${sessionId})`)
  return await sql.begin(async (tx) => {
    await viewer(tx)
    const [row] = await tx`select * from proposal where register_no = ${registerNo}`
    const ofProposal = [
      'sponsor', 'ask', 'contact', 'request', 'opinion', 'deadline', 'receipt', 'commitment', 'commitment_review', 'event',
      'publication', 'reply', 'revision', 'clearance_step', 'signature', 'remark',
    ] // prettier-ignore
    await Promise.all([
      ...ofProposal.map((table) => tx`select * from ${tx(table)} where proposal_id = ${row.id}`),
      tx`select id, doc_no, letter_date, printed_on, sha256, delegate_id, unit_id, round, content, issued_at from letter where proposal_id = ${row.id}`,
      tx`select version, sha256, made_at from archive_package where proposal_id = ${row.id}`,
      tx`select d.id, d.name, d.kind, c.phone, c.address from sponsor s join delegate d on d.id = s.delegate_id left join delegate_contact c on c.delegate_id = d.id where s.proposal_id = ${row.id} order by s.position`,
      tx`select u.id, u.name, u.title, m.role, m.division_id from membership m join app_user u on u.id = m.user_id where u.disabled_at is null and m.unit_id is null order by u.name`,
      tx`select * from meeting where id = ${row.meeting_id}`,
      tx`select * from bureau where id = ${row.bureau_id}`,
      tx`select * from division`,
      tx`select * from unit`,
      tx`select id, name, title from app_user`,
    ])
    return [row]
  })
}

const server = createServer(async (request, response) => {
  const number = /\/proposals\/(\d{4}-\d{4})/.exec(request.url)?.[1]
  const found = number ? await one(number) : await rows()
  const html = `<!doctype html><table>${found.map((r) => `<tr class="row"><td>${escape(r.register_no)}</td><td>${escape(r.subject)}</td><td>${escape(r.state)}</td><td>${escape(r.division)}</td><td>${escape(r.handler)}</td></tr>`).join('')}</table>`
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
  response.end(html)
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`))
