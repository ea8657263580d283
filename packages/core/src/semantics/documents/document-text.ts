import { extname } from 'node:path';
import { AppError, because, MAX_DOCUMENT_BYTES, MAX_DOCUMENT_CHARACTERS } from '@majed-vanna/contract';
import { readPdf } from './read-pdf.ts';

export interface DocumentText {
  readonly mediaType: 'application/pdf' | 'text/markdown' | 'text/plain';
  readonly text: string;
}

/** The text of a file as it will be kept. @throws AppError `too_large`, `unreadable_file` */
export async function documentText(fileName: string, bytes: Uint8Array): Promise<DocumentText> {
  if (bytes.length > MAX_DOCUMENT_BYTES)
    throw AppError.because('too_large', because('document_too_large', { megabytes: MAX_DOCUMENT_BYTES / 1024 / 1024 }));
  const isPdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
  const text = (isPdf ? await readPdf(bytes, MAX_DOCUMENT_CHARACTERS) : plainText(bytes)).trim();
  if (text === '') throw AppError.because('unreadable_file', because('no_text'));
  if (text.length > MAX_DOCUMENT_CHARACTERS)
    throw AppError.because('too_large', because('document_too_long', { most: MAX_DOCUMENT_CHARACTERS }));
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
  throw AppError.because('unreadable_file', because('neither_pdf_nor_text'));
}
