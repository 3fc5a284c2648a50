import type { DemoProposal } from './demo-proposals'

const numerals = ['一', '二', '三', '四', '五']

/** A plausible reply that answers ask by ask; every figure and project is invented. */
export function replyText(p: DemoProposal): string {
  const kind = p.track === 'npc' ? '建议' : '提案'
  const you = p.isOrganisation ? '贵单位' : '您'
  if (p.isAssist) return assistText(p, kind)
  const asked = p.asked.length > 0 ? `经我局会同${p.asked.join('、')}研究办理，` : ''
  return [
    `${you}提出的《${p.subject}》（第${p.officialNo}号${kind}）收悉。${asked}现将办理情况答复如下：`,
    '一、有关工作情况',
    '（一）摸清了底数。收到后，我局立即组织调研，走访有关单位12家，召开座谈会3次，对提出的意见逐条研究。',
    '（二）明确了思路。我局与有关单位多次会商，形成了分步推进的工作安排。',
    `二、对${you}所提意见的办理`,
    ...p.asks.map(
      (ask, i) =>
        `（${numerals[i] ?? '六'}）关于“${ask}”。采纳${you}的意见，已列入我局年度工作要点，由成果转化处负责推进。`,
    ),
    '此复函已经市科技局贺云章局长审签。',
    `感谢${you}对科技工作的关心和支持。对以上答复如有意见，请填写回执反馈我局。`,
  ].join('\n')
}

const assistText = (p: DemoProposal, kind: string) =>
  [
    `你单位转来的《${p.subject}》（第${p.officialNo}号${kind}）收悉。经研究，现提出会办意见如下：`,
    `一、同意${p.asks.map((ask) => `“${ask}”`).join('、')}的思路。`,
    '二、我局将在科技计划和科技特派员选派中给予配合。',
  ].join('\n')
