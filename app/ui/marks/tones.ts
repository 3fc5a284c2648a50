export type DueTone = 'late' | 'soon' | 'ok' | 'done' | 'hold'
export type StateTone = 'wait' | 'work' | 'now' | 'done'
export type TagTone = 'plain' | 'key' | 'blue' | 'green' | 'amber' | 'red'
