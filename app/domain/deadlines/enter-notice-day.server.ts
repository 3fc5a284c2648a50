import { eq } from 'drizzle-orm'
import { meeting } from '~/db/schema/people'
import { noticeDay } from '~/db/schema/rules'
import type { Command } from '../proposal/command'
import { Invalid } from '../refusals'
import { changeRules } from './change-rules.server'
import type { Day } from './day'
import type { DeadlineKind } from './deadline-words'
import { noticeDaysOf } from './in-force'
import { readOwnRules } from './own-rules.server'

export type NoticeEntry = { meetingId: string; kind: DeadlineKind; dueOn: Day | null; source: string }

/**
 * 录入通知日期: the day a meeting's notice fixes for a duty, or none any more. It moves no deadline that is already set.
 * @throws Invalid for a meeting nobody knows, or a day taken back that was not entered
 */
export const enterNoticeDay = (command: Command, entry: NoticeEntry) =>
  changeRules(command, 'notice_day_entered', entry, async (tx, by) => {
    const [held] = await tx
      .select({ openedOn: meeting.openedOn })
      .from(meeting)
      .where(eq(meeting.id, entry.meetingId))
    if (!held) throw new Invalid([{ field: 'meetingId', message: '请选择会议。' }])
    if (entry.dueOn !== null && entry.dueOn < held.openedOn)
      throw new Invalid([{ field: 'dueOn', message: `不能早于会议开幕的 ${held.openedOn}。` }])
    const before = noticeDaysOf((await readOwnRules(tx)).noticedDays, entry.meetingId)
    if (entry.dueOn === null && !before[entry.kind])
      throw new Invalid([{ field: 'dueOn', message: '请填写日期；这一项还没有录入过，没有可取消的。' }])
    await tx
      .insert(noticeDay)
      .values({ ...entry, bureauId: by.bureauId, enteredBy: by.userId, enteredAt: command.now })
    return { result: null, details: { ...entry } }
  })
