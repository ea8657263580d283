import { readFile } from 'node:fs/promises';
import { AppError, because, type UploadId } from '@majed-vanna/contract';
import type { UploadStore } from '../../data-sources/upload-store.ts';

/** Text that came with a call, or was uploaded before it. */
interface Content {
  readonly text?: string | undefined;
  readonly uploadId?: UploadId | undefined;
}

export type GivenText = ReturnType<typeof createGivenText>;

export function createGivenText(uploads: Pick<UploadStore, 'resolveText'>) {
  return { bytesOf, textOf };

  /** @throws AppError `not_found` when the upload is gone */
  async function bytesOf({ text, uploadId }: Content): Promise<Uint8Array> {
    if (uploadId === undefined) return Buffer.from(text ?? '', 'utf8');
    return readFile((await uploads.resolveText(uploadId)).path);
  }

  /** @throws AppError `not_found`, `unreadable_file` when it is no UTF-8 */
  async function textOf(content: Content): Promise<string> {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(await bytesOf(content));
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      throw AppError.because('unreadable_file', because('not_utf8_text'), { cause });
    }
  }
}
