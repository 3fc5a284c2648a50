/** Every job of the house, what it is for and when; what it does stands in tasks.server.ts. */
export const schedule = {
  outbox: { words: '送出通知到各人收件', when: '有事随时，最迟 1 分钟', cron: '* * * * *' },
  post: { words: '发邮件、短信和每天 8:30 的汇总', when: '每分钟', cron: '* * * * *' },
  between_bureaus: {
    words: '同一平台各局之间送收会办件',
    when: '有事随时，最迟 1 分钟',
    cron: '* * * * *',
  },
  batches: { words: '批量办理', when: '有事随时，最迟 1 分钟', cron: '* * * * *' },
  chase: { words: '到期提醒和催办阶梯', when: '每天 1:30，启动时补上漏掉的', cron: '30 1 * * *' },
  search: {
    words: '给以前登记的建议提案建立查找索引',
    when: '每天 2:30，启动时补上漏掉的',
    cron: '30 2 * * *',
  },
} as const

export type JobName = keyof typeof schedule

export const jobNames = Object.keys(schedule) as JobName[]

export const scheduleZone = 'Asia/Shanghai'
