import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'

/** A paragraph, or a table of rows of cells; a cell of several paragraphs has them on lines. */
export type Block = string | string[][]

export type Expected = {
  track?: 'npc' | 'cppcc'
  meeting?: [number, number]
  sessionKind?: 'plenary' | 'off_session'
  officialNo?: string
  subject: string
  sponsorKind: 'individual' | 'joint' | 'organisation'
  sponsors: string[]
  /** How the text begins and ends. */
  text: [string, string]
}

const matter =
  '我市中小企业购置检测设备的负担较重，不少设备一年只用几十次，高校和院所的仪器却常年闲置。据走访，三成以上的企业不知道附近有可以借用的仪器。'
const advice = '一是摸清全市大型仪器的底数，建立开放共享目录。'
const last = '二是对开放成效好的单位给予运行补贴，并向社会公布服务次数。'

/** Invented, one for each way the sheets and letters of proposals are laid out. */
export const proposalDocuments: Record<string, { blocks: Block[]; expected: Expected }> = {
  'a cover table, label and value side by side': {
    blocks: [
      '政协第七届云汀市委员会第四次会议提案',
      [
        ['案　号', '0217', '类　别', '科技'],
        ['案　由', '关于推进大型科研仪器开放共享的提案'],
        ['提案人', '段长风', '联系电话', '0000-8888'],
        ['附议人', '霍启明、苏　晚、林见深'],
        ['提案内容', `${matter}\n建议：\n${advice}\n${last}`],
        ['审查意见', '建议由市科技局办理。'],
      ],
    ],
    expected: {
      track: 'cppcc', meeting: [7, 4], sessionKind: 'plenary', officialNo: '0217', subject: '关于推进大型科研仪器开放共享的提案',
      sponsorKind: 'joint', sponsors: ['段长风', '霍启明', '苏晚', '林见深'], text: [matter.slice(0, 12), last],
    },
  },
  'lines with colons, text below': {
    blocks: [
      '云汀市第十七届人民代表大会第五次会议',
      '代表建议、批评和意见',
      '编号：1630',
      '标题：关于完善乡镇农机服务站的建议',
      '领衔代表：池 砚',
      '附议代表：无',
      '正文：',
      matter, advice, last,
      '承办单位：市农业农村局',
    ],
    expected: {
      track: 'npc', meeting: [17, 5], sessionKind: 'plenary', officialNo: '1630', subject: '关于完善乡镇农机服务站的建议',
      sponsorKind: 'individual', sponsors: ['池砚'], text: [matter.slice(0, 12), last],
    },
  },
  'several labels on one line': {
    blocks: [
      '市政协七届四次会议提案表',
      '提案编号：63   类别：教育   界别：科技界',
      '案由：关于在中小学开设公共实验室的提案',
      '第一提案人：霍启明   联系电话：0000-1234',
      '联名人：段长风，苏晚',
      '【情况分析】',
      matter,
      '【具体建议】',
      advice, last,
    ],
    expected: {
      track: 'cppcc', meeting: [7, 4], officialNo: '63', subject: '关于在中小学开设公共实验室的提案',
      sponsorKind: 'joint', sponsors: ['霍启明', '段长风', '苏晚'], text: [matter.slice(0, 12), last],
    },
  },
  'an organisation as sponsor': {
    blocks: [
      '政协云汀市七届四次会议',
      '第0088号提案',
      [
        ['提案单位', '民建云汀市委员会'],
        ['题目', '关于设立科技成果转化贷款风险补偿资金的提案'],
        ['内容', `${matter}\n${advice}\n${last}`],
      ],
    ],
    expected: {
      track: 'cppcc', meeting: [7, 4], officialNo: '0088', subject: '关于设立科技成果转化贷款风险补偿资金的提案',
      sponsorKind: 'organisation', sponsors: ['民建云汀市委员会'], text: [matter.slice(0, 12), last],
    },
  },
  'no label at all: a title, the text, a name and a date': {
    blocks: [
      '关于延长公共自行车服务时间的建议',
      matter,
      '为此，建议：',
      advice, last,
      '建议人：温如许',
      '2026年3月2日',
    ],
    expected: {
      track: 'npc', subject: '关于延长公共自行车服务时间的建议', sponsorKind: 'individual', sponsors: ['温如许'],
      text: [matter.slice(0, 12), last],
    },
  },
  'joint members in a table of their own': {
    blocks: [
      '云汀市政协七届四次会议提案',
      [['编号', '105'], ['标题', '关于建设社区科普角的提案'], ['提案者', '苏晚']],
      [['姓名', '界别', '电话'], ['林见深', '教育界', '0000-1'], ['顾　盼', '科协', '0000-2']],
      '正文',
      matter, advice, last,
    ],
    expected: {
      track: 'cppcc', meeting: [7, 4], officialNo: '105', subject: '关于建设社区科普角的提案',
      sponsorKind: 'joint', sponsors: ['苏晚', '林见深', '顾盼'], text: [matter.slice(0, 12), last],
    },
  },
  'an item of the time between meetings': {
    blocks: [
      '云汀市人大代表建议（闭会期间）',
      [['建议编号', 'B012'], ['建议名称', '关于增设夜间公交线路的建议'], ['代表姓名', '江 野'], ['建议内容', `${matter}\n${last}`]],
    ],
    expected: {
      track: 'npc', sessionKind: 'off_session', officialNo: 'B012', subject: '关于增设夜间公交线路的建议',
      sponsorKind: 'individual', sponsors: ['江野'], text: [matter.slice(0, 12), last],
    },
  },
  'a title broken over two lines': {
    blocks: [
      '市十七届人大五次会议第0942号建议',
      '关于支持本地企业牵头组建产业技术',
      '创新联盟的建议',
      '领衔代表：温如许等12名代表',
      matter, advice, last,
    ],
    expected: {
      track: 'npc', meeting: [17, 5], officialNo: '0942', subject: '关于支持本地企业牵头组建产业技术创新联盟的建议',
      sponsorKind: 'individual', sponsors: ['温如许'], text: [matter.slice(0, 12), last],
    },
  },
  'a delegation as sponsor': {
    blocks: [
      '云汀市第十七届人民代表大会第五次会议建议',
      [['案号', '第 301 号'], ['案由', '关于修缮东岭水库灌渠的建议'], ['提出人', '东岭县代表团'], ['理由', matter], ['办法', `${advice}\n${last}`], ['主办单位', '市水务局']],
    ],
    expected: {
      track: 'npc', meeting: [17, 5], officialNo: '301', subject: '关于修缮东岭水库灌渠的建议', sponsorKind: 'organisation',
      sponsors: ['东岭县代表团'], text: [matter.slice(0, 12), last],
    },
  },
  'labels spaced wide, values in brackets': {
    blocks: [
      '政协云汀市第七届委员会第四次全体会议',
      '提　案',
      '编 号： 第0007号',
      '题 目： 《关于规范校外科学类培训的提案》',
      '提 案 人（签名）： 林 见 深',
      '内 容：',
      matter, advice, last,
      '备注：',
    ],
    expected: {
      track: 'cppcc', meeting: [7, 4], officialNo: '0007', subject: '关于规范校外科学类培训的提案', sponsorKind: 'individual',
      sponsors: ['林见深'], text: [matter.slice(0, 12), last],
    },
  },
  'a party branch and its member': {
    blocks: [
      '市政协七届四次会议集体提案',
      [['立案号', '412'], ['提案标题', '关于推广屋顶光伏的提案'], ['集体提案', '九三学社云汀市委员会'], ['执笔人', '—']],
      '一、基本情况',
      matter,
      '二、建议',
      advice, last,
    ],
    expected: {
      track: 'cppcc', meeting: [7, 4], officialNo: '412', subject: '关于推广屋顶光伏的提案', sponsorKind: 'organisation',
      sponsors: ['九三学社云汀市委员会'], text: ['', last],
    },
  },
  'a sheet that leaves the number open': {
    blocks: [
      '政协云汀市七届四次会议提案',
      [['提案号', ''], ['案由', '关于支持老字号数字化的提案'], ['提案人', '顾盼 林见深'], ['正文', `${matter}\n${last}`]],
    ],
    expected: {
      track: 'cppcc', meeting: [7, 4], subject: '关于支持老字号数字化的提案', sponsorKind: 'joint', sponsors: ['顾盼', '林见深'],
      text: [matter.slice(0, 12), last],
    },
  },
} // prettier-ignore

const paragraphs = (text: string) =>
  text.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] }))

export async function docxOf(blocks: readonly Block[]): Promise<Buffer<ArrayBuffer>> {
  const children = blocks.map((block) =>
    typeof block === 'string'
      ? new Paragraph({ children: [new TextRun(block)] })
      : new Table({
          rows: block.map(
            (row) =>
              new TableRow({ children: row.map((cell) => new TableCell({ children: paragraphs(cell) })) }),
          ),
        }),
  )
  return Buffer.from(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')

/** The same document as a page a browser prints. */
export const pageOf = (blocks: readonly Block[]) =>
  `<!doctype html><meta charset="utf-8"><style>body{font:16px serif}table{border-collapse:collapse;width:100%}td{border:1px solid;padding:6px 18px;vertical-align:top}td:first-child{white-space:nowrap;width:90px}</style>${blocks
    .map((block) =>
      typeof block === 'string'
        ? `<p>${escaped(block)}</p>`
        : `<table>${block.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`,
    )
    .join('')}`
