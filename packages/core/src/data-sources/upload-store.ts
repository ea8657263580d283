import { mkdir, open, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import {
  AppError,
  because,
  newId,
  type UploadedFile,
  type UploadedText,
  type UploadId,
  uploadedFile,
  uploadedText,
  uploadId,
} from '@majed-vanna/contract';
import { detectFormat } from '@majed-vanna/warehouse';
import { z } from 'zod';
import { publishFolder, removeFolder, UNFINISHED } from './durable-files.ts';
import { fileTooLarge } from './file-too-large.ts';
import { asUnreadable } from './unreadable-file.ts';

export interface StoredUpload extends UploadedFile {
  /** Absolute path of its content, with the extension it was sent with. */
  readonly path: string;
}

export interface StoredText extends UploadedText {
  readonly path: string;
}

export type UploadStore = ReturnType<typeof createUploadStore>;

const DESCRIPTION = 'upload.json';
const storedDescription = uploadedFile.extend({ contentName: z.string() });
const storedText = uploadedText.extend({ contentName: z.string(), purpose: z.literal('text') });
const MAX_FILE_NAME = 200;
const KEPT_MS = 24 * 3_600_000;

/** Files sent by people, each in a folder of its own below `<dataDir>/uploads`, until a data source is made of them. */
export function createUploadStore({ dataDir, now = Date.now }: { dataDir: string; now?: () => number }) {
  const root = join(dataDir, 'uploads');
  return { save, saveText, resolve, resolveText, remove, removeOld };

  /**
   * Takes the stream to disk as it comes; a stream that breaks, or is longer than `maxBytes`, leaves nothing behind.
   * @throws AppError `too_large`, `unreadable_file`
   */
  async function save(fileName: string, stream: AsyncIterable<Uint8Array>, limits: { maxBytes: number }): Promise<UploadedFile> {
    return keep(fileName, stream, limits, async (file, path) => {
      const described = { ...file, format: await detectFormat(path, file.fileName) };
      return { file: described, stored: described };
    });
  }

  /** The same for what is read rather than made a source of. @throws AppError `too_large`, `unreadable_file` */
  async function saveText(fileName: string, stream: AsyncIterable<Uint8Array>, limits: { maxBytes: number }): Promise<UploadedText> {
    return keep(fileName, stream, limits, async (file) => ({ file, stored: { ...file, purpose: 'text' } }));
  }

  async function keep<T extends UploadedText>(
    fileName: string,
    stream: AsyncIterable<Uint8Array>,
    { maxBytes }: { maxBytes: number },
    describe: (file: UploadedText, path: string) => Promise<{ file: T; stored: object }>,
  ): Promise<T> {
    const id = newId('upl', now());
    const name = displayName(fileName);
    const unfinished = join(root, `${id}${UNFINISHED}`);
    const contentName = `content${safeExtension(name)}`;
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    try {
      const bytes = await writeStream(join(unfinished, contentName), stream, maxBytes);
      if (bytes === 0) throw AppError.because('unreadable_file', because('file_empty', { fileName: name }));
      const { file, stored } = await describe({ id, fileName: name, bytes }, join(unfinished, contentName));
      await writeFile(join(unfinished, DESCRIPTION), JSON.stringify({ ...stored, contentName }), { mode: 0o600 });
      await publishFolder(unfinished, join(root, id));
      return file;
    } catch (error) {
      await removeFolder(unfinished);
      throw asUnreadable(error);
    }
  }

  /** @throws AppError `not_found` */
  async function resolve(id: UploadId): Promise<StoredUpload> {
    const { folder, description } = await read(id, storedDescription);
    const { contentName, ...file } = description;
    return { ...file, path: join(folder, contentName) };
  }

  /** @throws AppError `not_found`, also for what was uploaded as data */
  async function resolveText(id: UploadId): Promise<StoredText> {
    const { folder, description } = await read(id, storedText);
    const { contentName, purpose: _purpose, ...file } = description;
    return { ...file, path: join(folder, contentName) };
  }

  async function read<T>(id: UploadId, shape: z.ZodType<T>): Promise<{ folder: string; description: T }> {
    // Parsed again: the id becomes part of a path.
    const folder = join(root, uploadId.parse(id));
    const text = await readFile(join(folder, DESCRIPTION), 'utf8').catch(() => 'null');
    const parsed = shape.safeParse(JSON.parse(text));
    if (!parsed.success) throw AppError.because('not_found', because('upload_gone'));
    return { folder, description: parsed.data };
  }

  async function remove(id: UploadId): Promise<void> {
    await removeFolder(join(root, uploadId.parse(id)));
  }

  /** Uploads of more than a day ago, and what a crash left unfinished. */
  async function removeOld(): Promise<void> {
    for (const name of await readdir(root).catch(() => [])) {
      const age = now() - (await stat(join(root, name)).then(({ mtimeMs }) => mtimeMs, now));
      if (age > KEPT_MS) await removeFolder(join(root, name));
    }
  }
}

async function writeStream(path: string, stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<number> {
  await using file = await open(path, 'wx', 0o600);
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw fileTooLarge(maxBytes);
    await file.writeFile(chunk);
  }
  return bytes;
}

/** A name for people: the last part of a path, without what could fool a terminal or a page. */
function displayName(fileName: string): string {
  const name = (fileName.split(/[\\/]/).at(-1) ?? '').replace(/\p{C}/gu, '').trim();
  return Array.from(name).slice(0, MAX_FILE_NAME).join('') || 'file';
}

function safeExtension(name: string): string {
  const extension = extname(name).toLowerCase();
  return /^\.[a-z0-9]{1,10}$/.test(extension) ? extension : '';
}
