/**
 * Who sees a kept file (drizzle/*_files.sql has the policy): whoever reaches the proposal · our people who work on it ·
 * they, and the unit whose request it answers · registrars and coordinators · all our people · the administrators.
 */
export const fileReaders = ['party', 'staff', 'asked', 'office', 'house', 'administrators'] as const
export type FileReader = (typeof fileReaders)[number]

/** What a file is kept for. A new purpose is one line here: the database checks the reader, not the purpose. */
export const purposes = {
  proposal_document: { words: '原件', seenBy: 'party' },
  incoming_document: { words: '待登记的原件', seenBy: 'office' },
  list: { words: '交办清单', seenBy: 'office' },
  past_reply: { words: '往年答复', seenBy: 'house' },
  basis_document: { words: '依据文件', seenBy: 'house' },
  opinion_scan: { words: '会办意见扫描件', seenBy: 'asked' },
  contact: { words: '沟通材料', seenBy: 'staff' },
  decision: { words: '批准文件', seenBy: 'staff' },
  coordination: { words: '协调记录', seenBy: 'staff' },
  delegate_letter: { words: '代表委员来函', seenBy: 'staff' },
  taken_over_scan: { words: '接续办理的扫描件', seenBy: 'staff' },
  delegate_list: { words: '代表委员名单', seenBy: 'office' },
  people_list: { words: '人员名单', seenBy: 'administrators' },
} as const satisfies Record<string, { words: string; seenBy: FileReader }>

export type HeldFor = keyof typeof purposes
