import type { Actor, Cell, ExportInput } from '@majed-vanna/contract';
import type { AnswerRow, ConversationRow } from '@majed-vanna/db';
import { csvChunks } from '../results/csv.ts';
import { exportFileName } from '../results/export-file-name.ts';
import type { ResultReader } from '../results/result-reader.ts';
import { xlsxChunks } from '../results/xlsx.ts';
import { asAppError } from './failure-words.ts';
import { languageOf } from './question-text.ts';

export interface ExportedResult {
  readonly fileName: string;
  readonly contentType: string;
  /** Taken as fast as it is read; leaving early stops the statement. */
  readonly body: AsyncIterable<Uint8Array>;
}

const CONTENT_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

interface ExportRequest {
  readonly actor: Actor;
  readonly answer: AnswerRow;
  readonly conversation: ConversationRow;
  readonly format: ExportInput['format'];
  readonly onOver: () => void;
}

/** Whoever asked for a file and then does not fetch it must not hold a place for ever. */
const FETCH_WITHIN_MS = 60_000;

/** All rows of an answer as a file. The statement has begun to give rows when this returns: what fails early fails as an error, not as half a file. */
export async function exportAnswer(
  reader: ResultReader,
  { actor, answer, conversation, format, onOver }: ExportRequest,
): Promise<ExportedResult> {
  const stop = new AbortController();
  let unfetched: NodeJS.Timeout | undefined;
  try {
    const { columns, batches } = await reader.stream(actor, answer, stop.signal);
    const rows = batches[Symbol.asyncIterator]();
    unfetched = setTimeout(end, FETCH_WITHIN_MS).unref();
    const first = await rows.next();
    const title = answer.chart?.title || conversation.title;
    const rightToLeft = languageOf([title, ...columns.map(({ label }) => label)].join(' ')) === 'ar';
    const chunks = (all: AsyncIterable<readonly (readonly Cell[])[]>) =>
      format === 'csv' ? csvChunks(columns, all) : xlsxChunks(columns, all, { rightToLeft });
    return { fileName: exportFileName(title, format), contentType: CONTENT_TYPES[format], body: body(chunks(resumed(first, rows))) };
  } catch (error) {
    end();
    throw asAppError(error);
  }

  async function* body(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    clearTimeout(unfetched);
    try {
      yield* chunks;
    } finally {
      end();
    }
  }

  function end(): void {
    clearTimeout(unfetched);
    stop.abort();
    onOver();
  }
}

/** The rows again, with the ones that were taken to see whether there are any. */
async function* resumed<T>(first: IteratorResult<T>, rest: AsyncIterator<T>): AsyncGenerator<T> {
  try {
    for (let next = first; !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
