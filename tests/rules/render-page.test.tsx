import { describe, expect, it } from 'vitest'
import { renderPage } from '~/render-page.server'

describe('a page', () => {
  it('keeps every Chinese character whole, wherever it falls', async () => {
    const name = '市政府办公厅'
    for (let before = 0; before < 9; before++) {
      const html = await renderPage(
        <ul>
          <li>{'a'.repeat(before)}</li>
          {Array.from({ length: 2000 }, (_, i) => (
            <li key={i}>{name}</li>
          ))}
        </ul>,
        'n',
      )
      const text = new TextDecoder('utf-8', { fatal: true }).decode(html)
      expect(text).not.toContain('\0')
      expect(text.split(name)).toHaveLength(2001)
    }
  })

  it('that fails while it is drawn is no page', async () => {
    const Broken = () => {
      throw new Error('broken')
    }
    await expect(renderPage(<Broken />, 'n')).rejects.toThrow('broken')
  })
})
