import { extname } from 'node:path';
import { AppError, MAX_DOCUMENT_BYTES, MAX_DOCUMENT_CHARACTERS } from '@majed-vanna/contract';
import { readPdf } from './read-pdf.ts';

export interface DocumentText {
  readonly mediaType: 'application/pdf' | 'text/markdown' | 'text/plain';
  readonly text: string;
}

/** The text of a file as it will be kept. @throws AppError `too_large`, `unreadable_file` */
export async function documentText(fileName: string, bytes: Uint8Array): Promise<DocumentText> {
  if (bytes.length > MAX_DOCUMENT_BYTES)
    throw new AppError('too_large', `A document may have ${MAX_DOCUMENT_BYTES / 1024 / 1024} MB.`, {
      details: { maxBytes: MAX_DOCUMENT_BYTES },
    });
  const isPdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
  const text = (isPdf ? await readPdf(bytes, MAX_DOCUMENT_CHARACTERS) : plainText(bytes)).trim();
  if (text === '') throw new AppError('unreadable_file', 'There is no text in this file.');
  if (text.length > MAX_DOCUMENT_CHARACTERS)
    throw new AppError('too_large', `A document may have ${MAX_DOCUMENT_CHARACTERS} characters.`, {
      details: { maxCharacters: MAX_DOCUMENT_CHARACTERS },
    });
  if (isPdf) return { mediaType: 'application/pdf', text };
  return { mediaType: ['.md', '.markdown'].includes(extname(fileName).toLowerCase()) ? 'text/markdown' : 'text/plain', text };
}

function plainText(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\u0000')) return text;
  } catch {
    // Said below.
  }
  throw new AppError('unreadable_file', 'This file is neither a PDF nor text in UTF-8.');
}
