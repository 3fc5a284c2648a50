const windowMs = 15 * 60_000
const mostMisses = 20
const mostPosts = 30
const mostKept = 5_000

/** Real times of what was counted under one name, within the last quarter of an hour. */
class Tally {
  readonly #times = new Map<string, number[]>()

  count(name: string, now: Date): number {
    return this.#recent(name, now).length
  }

  add(name: string, now: Date) {
    const times = [...this.#recent(name, now), now.getTime()].slice(-mostPosts - 1)
    // The oldest name goes first, so that strangers cannot fill the memory.
    this.#times.delete(name)
    this.#times.set(name, times)
    const [oldest] = this.#times.keys()
    if (this.#times.size > mostKept && oldest !== undefined) this.#times.delete(oldest)
  }

  #recent(name: string, now: Date) {
    return (this.#times.get(name) ?? []).filter((time) => now.getTime() - time < windowMs)
  }
}

const misses = new Tally()
const posts = new Tally()

const tooMany = () =>
  new Response('太频繁了，请过一刻钟再试。', { status: 429, headers: { 'Retry-After': '900' } })

/** Tokens cannot be guessed; who tries anyway is stopped after a few. @throws Response 429 */
export function refuseGuessing(source: string, now: Date) {
  if (misses.count(source, now) >= mostMisses) throw tooMany()
}

export const countMiss = (source: string, now: Date) => misses.add(source, now)

/** A form of one link is not sent in a stream. @throws Response 429 */
export function countPost(tokenHash: string, now: Date) {
  posts.add(tokenHash, now)
  if (posts.count(tokenHash, now) > mostPosts) throw tooMany()
}
