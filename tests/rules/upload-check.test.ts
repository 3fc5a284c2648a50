import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { checkUpload } from '~/domain/files/check-upload.server'
import { fileKinds, usualMost } from '~/domain/files/file-kinds'
import { cleanFileName } from '~/domain/files/file-name'
import { bomb, docxWith, outsideTemplate, pdfOf, pngOf, zipOf } from '../support/hostile-files'

const wanted = { kinds: fileKinds, most: usualMost }
const check = (name: string, bytes: Buffer<ArrayBuffer>) => checkUpload({ name, bytes }, wanted)
const text = (content: string) => Buffer.from(content)

describe('an innocent file is taken for what it is', () => {
  it.each([
    ['提案.docx', docxWith(), 'docx'],
    ['提案.DOCX', docxWith(), 'docx', '提案.docx'],
    ['带链接.docx', docxWith({ 'word/_rels/document.xml.rels': outsideTemplate('hyperlink') }), 'docx'],
    ['带图表.docx', docxWith({ 'word/embeddings/Microsoft_Excel_Sheet1.xlsx': 'x' }), 'docx'],
    ['提案.pdf', pdfOf(), 'pdf'],
    ['扫描.png', pngOf(2_480, 3_508), 'png'],
    ['扫描.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080010001001011100ffda0008010100003f00aaffd9', 'hex'), 'jpg'],
    ['清单.csv', text('案号,案由\n0217,农机\n'), 'csv'],
    ['清单.csv', Buffer.from('b0b8bac52cb0b8d3c90a', 'hex'), 'csv'],
    ['粘贴.txt', text('关于农机的建议'), 'txt'],
    ['答复.html', text('<!doctype html><title>答复</title>'), 'html'],
    ['版式.ofd', Buffer.from(zipOf([{ name: 'OFD.xml', deflated: Buffer.from('4b040000', 'hex').subarray(0, 3), saysSize: 1 }])), 'ofd'],
  ] satisfies [string, Buffer<ArrayBuffer>, string, string?][])('%s', async (name, bytes, kind, clean = name) =>
    expect(await check(name, bytes)).toMatchObject({ name: clean, kind, size: bytes.length, sha256: expect.stringMatching(/^[\da-f]{64}$/) as string }),
  ) // prettier-ignore
})

const live = (parts: Record<string, string>) => docxWith(parts)

describe('a hostile or broken file is refused with a sentence that says what to do', () => {
  it.each([
    ['a document with macros', '提案.docx', live({ 'word/vbaProject.bin': 'x' }), /宏.*另存/],
    ['a document that only says it has macros', '提案.docx', live({ '[Content_Types].xml': '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>' }), /宏/],
    ['an ActiveX control', '提案.docx', live({ 'word/activeX/activeX1.xml': '<a/>' }), /ActiveX/],
    ['an embedded program', '提案.docx', live({ 'word/embeddings/oleObject1.bin': 'x' }), /OLE/],
    ['a template fetched from outside', '提案.docx', live({ 'word/_rels/settings.xml.rels': outsideTemplate() }), /外部链接/],
    ['the same, its mode written in numbers', '提案.docx', live({ 'word/_rels/settings.xml.rels': outsideTemplate('attachedTemplate', 'TargetMode="&#69;xternal"') }), /外部链接/],
    ['a picture fetched from outside', '提案.docx', live({ 'word/_rels/document.xml.rels': outsideTemplate('image', "TargetMode='External'") }), /外部链接/],
    ['an external entity', '提案.docx', live({ 'word/document.xml': '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>' }), /DOCTYPE/],
    ['an external entity in UTF-16', '提案.docx', docxWith({ 'word/document.xml': Buffer.from('\uFEFF<!DOCTYPE x><x/>', 'utf16le') }), /DOCTYPE/],
    ['a part that climbs out', '提案.docx', live({ '../../etc/cron.d/x': 'x' }), /外面文件夹/],
    ['a part with an absolute place', '提案.docx', live({ '/etc/passwd': 'x' }), /外面文件夹/],
    ['a part that climbs out with backslashes', '提案.docx', live({ '..\\..\\x.xml': 'x' }), /外面文件夹/],
    ['a part twice in another case', '提案.docx', live({ 'WORD/document.xml': '<x/>' }), /损坏/],
    ['a zip of no office program', '提案.docx', zipOf([{ name: 'a.txt', deflated: Buffer.from([3, 0]), saysSize: 0 }]), /只收/],
    ['a zip behind something else', '提案.docx', Buffer.concat([Buffer.from('MZ'), docxWith()]), /只收/],
    ['something behind a zip', '提案.docx', Buffer.concat([docxWith(), Buffer.from('<script>')]), /夹带/],
    ['half a zip', '提案.docx', docxWith().subarray(0, 300), /夹带|损坏/],
    ['a spreadsheet under a document’s name', '提案.docx', pdfOf(), /内容是 \.pdf/],
    ['a program under a document’s name', '提案.docx', Buffer.from(`4d5a9000${'00'.repeat(200)}`, 'hex'), /只收/],
    ['a page under a picture’s name', '图.png', text('<!doctype html><script>1</script>'), /只收/],
    ['a script in a PDF', '提案.pdf', pdfOf([], '<< /S /JavaScript /JS (app.alert(1)) >>'), /脚本/],
    ['the same under a name in numbers', '提案.pdf', pdfOf([], '<< /S /J#61vaScript >>'), /脚本/],
    ['a PDF that launches', '提案.pdf', pdfOf([], '<< /S /Launch /F (cmd.exe) >>'), /脚本、程序/],
    ['a PDF that carries a file', '提案.pdf', pdfOf([], '<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream'), /附件/],
    ['a script in a compressed object', '提案.pdf', pdfOf([], objectStream('1 0 << /S /JavaScript /JS (x) >>')), /脚本/],
    ['a script hidden in what looks like a stream', '提案.pdf', pdfOf([], '(stream) << /S /JavaScript >> (endstream)'), /脚本/],
    ['a locked PDF', '提案.pdf', pdfOf([], '<< /Encrypt 9 0 R >>'), /密码/],
    ['a zip behind a PDF', '提案.pdf', Buffer.concat([pdfOf(), docxWith()]), /夹带/],
    ['a PDF cut off', '提案.pdf', pdfOf().subarray(0, 200), /不完整/],
    ['a flood of pixels', '图.png', pngOf(65_000, 65_000), /尺寸过大/],
    ['a page in a picture', '图.png', pngOf(10, 10, '<script>alert(1)</script>'), /网页代码/],
    ['a zip behind a picture', '图.png', Buffer.concat([pngOf(10, 10), docxWith()]), /夹带/],
    ['macros in the older format', '提案.doc', oldWord('WordDocument', '_VBA_PROJECT\0'), /宏/],
    ['a package in the older format', '提案.doc', oldWord('WordDocument', '\u0001Ole10Native\0'), /OLE/],
    ['a name that turns its direction', '提案\u202Excod.docx', docxWith(), /方向符/],
    ['nothing', '提案.docx', Buffer.alloc(0), /空的/],
    ['binary under a text’s name', '清单.csv', Buffer.from([1, 0, 2]), /只收/],
  ] satisfies [string, string, Buffer<ArrayBuffer>, RegExp][])('%s', async (_what, name, bytes, sentence) => {
    await expect(check(name, bytes)).rejects.toThrow(sentence)
  }) // prettier-ignore

  it('a file past the limit, naming the limit', () =>
    expect(checkUpload({ name: '提案.docx', bytes: docxWith() }, { ...wanted, most: 100 })).rejects.toThrow(
      '超过 100 字节',
    ))

  it('a kind this field does not take, naming those it does', () =>
    expect(
      checkUpload({ name: '图.png', bytes: pngOf(1, 1) }, { kinds: ['docx', 'pdf'], most: usualMost }),
    ).rejects.toThrow('这里只收 .docx、.pdf 文件'))
})

function oldWord(...names: string[]): Buffer<ArrayBuffer> {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    ...names.map((n) => Buffer.from(n, 'utf16le')),
  ])
}

function objectStream(inner: string): string {
  const packed = deflateSync(Buffer.from(inner)).toString('latin1')
  return `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`
}

describe('a bomb of ten gigabytes', () => {
  const bytes = bomb()

  it('weighs ten megabytes', () => expect(bytes.length).toBeGreaterThan(9_000_000))

  it.each([
    ['that owns up to its size', bytes],
    ['that says it is small', bomb(1_000)],
  ])('%s is refused with flat memory', async (_how, given) => {
    const before = process.memoryUsage()
    let highest = 0
    const watch = setInterval(() => {
      const { rss, external, arrayBuffers } = process.memoryUsage()
      highest = Math.max(
        highest,
        rss - before.rss,
        external + arrayBuffers - before.external - before.arrayBuffers,
      )
    }, 5)
    const started = performance.now()
    await expect(check('提案.docx', given)).rejects.toThrow(/压缩炸弹|损坏/)
    clearInterval(watch)
    expect(highest).toBeLessThan(100 * 1024 * 1024)
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('made of very many small parts is refused too', async () => {
    const part = { deflated: Buffer.from([3, 0]), saysSize: 0 }
    const parts = Array.from({ length: 4_000 }, (_, i) => ({ ...part, name: `word/${i}.xml` }))
    await expect(check('提案.docx', zipOf(parts))).rejects.toThrow(/压缩炸弹/)
  })

  it('whose parts lie over one another is refused at its whole size', async () => {
    const block = Buffer.concat([Buffer.alloc(0), deflateZeros(30)])
    const whole = zipOf(
      Array.from({ length: 10 }, (_, i) => ({
        name: `word/${i}.emf`,
        deflated: block,
        saysSize: 30 * 1024 * 1024,
      })),
    )
    await expect(check('提案.docx', whole)).rejects.toThrow(/压缩炸弹/)
  })
})

function deflateZeros(megabytes: number): Buffer {
  return Buffer.from(deflateSync(Buffer.alloc(megabytes * 1024 * 1024)).subarray(2, -4))
}

describe('a name', () => {
  it.each([
    ['C:\\文件\\提案.docx', '提案.docx'],
    ['../../etc/提案.pdf', '提案.pdf'],
    ['提\u0000案\u0007\u200B.pdf', '提案.pdf'],
    ['  .提案 .pdf', '提案.pdf'],
    ['a<b>:"c"|?*.pdf', 'a_b___c____.pdf'],
    ['', '未命名'],
    ['.pdf', 'pdf'],
    [`${'长'.repeat(400)}.docx`, `${'长'.repeat(120)}.docx`],
  ])('%j is shown and saved as %j', (given, clean) => expect(cleanFileName(given)).toBe(clean))
})
