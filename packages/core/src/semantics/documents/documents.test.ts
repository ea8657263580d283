import { deflateSync } from 'node:zlib';
import { MAX_DOCUMENT_CHARACTERS } from '@majed-vanna/contract';
import { describe, expect, test } from 'vitest';
import { writePdf } from '../../testing/write-pdf.ts';
import { documentText } from './document-text.ts';
import { passagesOf } from './passages.ts';
import { readPdf } from './read-pdf.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the text of a file', () => {
  test('Markdown and plain text stay as they are, told apart by name', async () => {
    expect(await documentText('rules.md', bytes('# Rules\n\nNet is without VAT.'))).toEqual({
      mediaType: 'text/markdown',
      text: '# Rules\n\nNet is without VAT.',
    });
    expect(await documentText('notes.txt', bytes('صافي المبيعات'))).toEqual({ mediaType: 'text/plain', text: 'صافي المبيعات' });
  });

  test('a PDF is read page by page, whatever it is called', async () => {
    const pdf = Buffer.from(writePdf(['Net sales leave VAT out.', 'Returns count on the day they come back.']));
    const { mediaType, text } = await documentText('scan.bin', pdf);
    expect(mediaType).toBe('application/pdf');
    expect(text).toBe('Net sales leave VAT out.\n\nReturns count on the day they come back.');
  });

  test.each([
    ['bytes that are no text', Uint8Array.from([0xff, 0xfe, 0x00, 0x41]), 'unreadable_file'],
    ['text with a NUL in it', bytes('a\u0000b'), 'unreadable_file'],
    ['nothing but spaces', bytes('  \n '), 'unreadable_file'],
    ['a PDF that is none', bytes('%PDF-1.7\ngarbage'), 'unreadable_file'],
    ['a PDF without text', writePdf([]), 'unreadable_file'],
    ['more characters than are kept', bytes('a'.repeat(MAX_DOCUMENT_CHARACTERS + 1)), 'too_large'],
    ['more bytes than are read', new Uint8Array(5 * 1024 * 1024 + 1), 'too_large'],
  ])('%s is refused', async (_what, file, code) => {
    await expect(documentText('file.txt', file)).rejects.toMatchObject({ code });
  });

  test('a PDF that takes too long is given up, and so is its process', async () => {
    await expect(readPdf(writePdf(['text']), 1_000, { deadlineMs: 1 })).rejects.toMatchObject({ code: 'unreadable_file' });
  });

  test('a small PDF that unfolds to more than may be held ends its process alone', async () => {
    const reading = readPdf(unfoldingTo(200 * 1024 * 1024), 1_000, { maxMemoryBytes: 200 * 1024 * 1024 });
    await expect(reading).rejects.toMatchObject({ code: 'unreadable_file', cause: { message: 'the reader ended (SIGKILL)' } });
  });
});

/** One page whose content is nothing but blanks, packed twice. */
function unfoldingTo(size: number): Uint8Array {
  const content = deflateSync(deflateSync(Buffer.alloc(size, ' ')));
  const head = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>> endobj
4 0 obj <</Length ${content.length}/Filter[/FlateDecode/FlateDecode]>>
stream
`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF')]);
}

describe('passages of a document', () => {
  const passages = (text: string) => passagesOf({ id: 'doc_1' as Parameters<typeof passagesOf>[0]['id'], title: 'Rules', text });

  test('begin at headings and carry them', () => {
    expect(passages('Intro.\n\n# Sales\n\nNet is without VAT.\n\n## Returns\nCounted later.')).toEqual([
      { id: 'doc_1.0', title: 'Rules', text: 'Intro.' },
      { id: 'doc_1.1', title: 'Rules: Sales', text: 'Net is without VAT.' },
      { id: 'doc_1.2', title: 'Rules: Returns', text: 'Counted later.' },
    ]);
  });

  test('gather short paragraphs and cut long ones between sentences, losing no word', () => {
    const sentence = (n: number) => `Sentence number ${n} says something of the data.`;
    const text = [Array.from({ length: 60 }, (_, n) => sentence(n)).join(' '), 'Short one.', 'Short two.'].join('\n\n');
    const found = passages(text);
    expect(found.length).toBeGreaterThan(3);
    for (const passage of found) expect(passage.text.length).toBeLessThanOrEqual(820);
    expect(
      found
        .map((passage) => passage.text)
        .join(' ')
        .replace(/\s+/g, ' '),
    ).toBe(text.replace(/\s+/g, ' '));
  });

  test('cut what has no sentences at all', () => {
    expect(passages('x'.repeat(2_000)).map(({ text }) => text.length)).toEqual([800, 800, 400]);
  });
});
