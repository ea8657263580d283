/** A process of its own: what a hostile file does to the reader stays here. Takes the bytes of one file, sends its text, and ends. */
import { Worker } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';

const MAX_PAGES = 2_000;

interface Request {
  readonly bytes: Uint8Array;
  readonly maxCharacters: number;
  readonly maxMemoryBytes: number;
}

process.once('message', (message) => {
  // The parent is our own code and sends nothing else.
  const request = message as Request;
  new Worker(new URL('./watch-memory.ts', import.meta.url), { workerData: request.maxMemoryBytes }).unref();
  read(request).then(
    (text) => answer({ text }),
    (error: unknown) => answer({ error: error instanceof Error ? error.name : 'unknown' }),
  );
});

async function read({ bytes, maxCharacters }: Request): Promise<string> {
  // The reader refuses a Buffer, which is what a file is read into.
  const file = await getDocumentProxy(new Uint8Array(bytes), { useSystemFonts: false });
  const pages: string[] = [];
  let characters = 0;
  for (let number = 1; number <= Math.min(file.numPages, MAX_PAGES) && characters <= maxCharacters; number++) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
    pages.push(text.trim());
    characters += text.length;
    page.cleanup();
  }
  return pages.filter(Boolean).join('\n\n');
}

function answer(message: { text: string } | { error: string }): void {
  process.send?.(message, () => process.exit(0));
}
