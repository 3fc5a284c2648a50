import type { LetterContent } from '~/domain/reply/letter-content'

const sentence = '我局会同有关部门建立技术需求征集制度，组织专家对需求逐条梳理，形成清单并按季度公布。'

/** An invented letter with every part a letter can have. */
export const demoLetter: LetterContent = {
  layout: 'letter',
  issuer: '云汀市科学技术局',
  docNo: '云科局函〔2026〕17号',
  title: '云汀市科学技术局关于市政协三届二次会议第0118号提案的复函',
  outcomeMark: 'A类',
  openness: '主动公开',
  salutation: '林晓舟委员：',
  body: [
    { level: 0, text: '您提出的《关于加快中试平台建设的提案》（第0118号）收悉。现将办理情况答复如下：' },
    { level: 1, text: '一、工作开展情况' },
    { level: 2, text: `（一）完善平台布局。${sentence.repeat(4)}` },
    { level: 3, text: `1.摸清底数。${sentence}` },
    { level: 4, text: `（1）分类登记。${sentence}` },
    { level: 1, text: `二、强化要素保障。${sentence.repeat(3)}` },
    { level: 0, text: '感谢您对我市科技工作的关心和支持。' },
  ],
  attachments: ['中试平台名录', '征询意见表'],
  signatory: '云汀市科学技术局',
  date: '2026-05-09',
  sealed: true,
  contact: '联系人：周岚，电话：0500-88001234',
  cc: ['市政府办公室', '市政协提案委'],
  printed: { by: '云汀市科学技术局办公室', date: '2026-05-11' },
}

/** The same letter at the length of a real one: about 2,700 characters, five pages. */
export const fivePageLetter: LetterContent = {
  ...demoLetter,
  body: Array.from({ length: 4 }, () => demoLetter.body).flat(),
}
