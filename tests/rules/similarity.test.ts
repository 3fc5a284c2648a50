import { describe, expect, it } from 'vitest'
import { likenessOf, rankCandidates, tellingBigrams, type Compared } from '~/domain/triage/similarity'

const item = (subject: string, text = '', over: Partial<Compared> = {}): Compared => ({
  subject, text, sponsors: [], officialNo: '', ...over,
}) // prettier-ignore
const even = () => 1

const chargers =
  '老旧小区充电设施不足，居民从楼上拉线充电，消防隐患突出。建议由街道牵头摸清底数，电力公司增容改造，物业划出集中充电区，并对低收入住户给予补贴。'

describe('two items are', () => {
  it('one matter when the text was put forward word for word, whatever the subject says', () => {
    const mine = item('关于解决飞线充电的建议', chargers)
    const other = item('关于进一步加强小区消防管理的提案', `${chargers}此外请加强宣传。`)
    expect(likenessOf(mine, other, even)).toMatchObject({ kind: 'duplicate' })
    expect(likenessOf(other, mine, even)?.copied).toBeGreaterThan(0.9)
  })

  it('one matter when the subjects are nearly the same and so is who put it forward', () => {
    const mine = item('关于推进老旧小区充电桩建设的建议', '甲', { sponsors: ['段长风'] })
    const other = item('关于老旧小区充电桩建设的提案', '乙', { sponsors: ['段长风', '苏见微'] })
    expect(likenessOf(mine, other, even)).toMatchObject({ kind: 'duplicate', hasSameSponsor: true })
    expect(likenessOf({ ...mine, sponsors: [] }, other, even)).toMatchObject({ kind: 'similar' })
  })

  it('similar when the subjects share their telling words, and the words are named', () => {
    const mine = item('关于完善科技特派员服务乡村振兴机制的建议')
    const other = item('关于科技特派员下沉一线的提案')
    expect(likenessOf(mine, other, even)).toMatchObject({ kind: 'similar', shared: ['科技特派员'] })
  })

  it('not alike because both speak as such papers do', () => {
    const mine = item('关于进一步加强我市中药材产业发展的建议')
    const other = item('关于进一步加强我市无障碍设施建设的建议')
    expect(likenessOf(mine, other, even)).toBeNull()
  })

  it('not alike by number or name alone', () => {
    const over = { officialNo: '0098', sponsors: ['段长风'] }
    expect(likenessOf(item('夜间照明', '', over), item('校园食堂', '', over), even)).toBeNull()
  })

  it('nearer by a rare word than by a usual one', () => {
    const mine = item('科技馆无障碍坡道')
    const rare = (bigram: string) => ('无障碍坡道'.includes(bigram) ? 1 : 0.2)
    const ramps = likenessOf(mine, item('地铁站无障碍坡道'), rare)
    const halls = likenessOf(mine, item('科技馆开放时间'), rare)
    expect(ramps?.score ?? 0).toBeGreaterThan(halls?.score ?? 0)
  })
})

describe('candidates', () => {
  it('are looked for by the subject and by what the text repeats, never by the words of the trade', () => {
    const asked = tellingBigrams({
      subject: '关于加强光伏发电的建议',
      text: '屋顶光伏、屋顶业主。建议加强屋顶管理。',
    })
    expect(asked).toContain('光伏')
    expect(asked).toContain('屋顶')
    expect(asked.filter((b) => ['关于', '建议', '加强', '业主'].includes(b))).toEqual([])
  })

  it('come in the order of how many rare bigrams they hold', () => {
    const { ids, rarity } = rankCandidates(new Map([['光伏', ['a']], ['科技', ['a', 'b', 'c', 'd']], ['发电', ['a', 'b']]]))
    expect(ids.slice(0, 2)).toEqual(['a', 'b'])
    expect(rarity('光伏')).toBeGreaterThan(rarity('科技'))
    expect(rankCandidates(new Map()).ids).toEqual([])
  }) // prettier-ignore
})
