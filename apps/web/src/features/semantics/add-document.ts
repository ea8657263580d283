import type { DataSourceId } from '@majed-vanna/contract';
import { session } from '../../lib/current-session.ts';
import { api } from '../../lib/trpc.ts';
import { uploadFile } from '../../lib/upload-file.ts';

/** Longer texts travel as an upload: a request with text in it has a bound. */
const MAX_SENT_TEXT = 400_000;
const IS_TEXT = /\.(md|markdown|txt)$/i;

/** Text to send with a call: small text as it is, everything else uploaded first. */
export async function contentOf(file: File, onPercent: (percent: number) => void) {
  if (IS_TEXT.test(file.name) || /\.(ya?ml|json)$/i.test(file.name)) {
    const text = await file.text();
    if (text.length <= MAX_SENT_TEXT) return { text };
  }
  const token = await session.accessToken();
  const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {};
  const { id } = await uploadFile(file, { headers, purpose: 'text', onPercent }).done;
  return { uploadId: id };
}

/** Adds one file to the documents of a source, under its name without the ending. */
export async function addDocument(dataSourceId: DataSourceId, file: File, onPercent: (percent: number) => void) {
  const content = await contentOf(file, onPercent);
  onPercent(100);
  const title = file.name.replace(/\.[^.]+$/, '').slice(0, 200) || file.name.slice(0, 200);
  return api.semanticLayer.addDocument.mutate({ dataSourceId, title, fileName: file.name.slice(-255), ...content });
}
