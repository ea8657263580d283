import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Actor } from '@majed-vanna/contract';
import type { RequestHandler } from 'express';
import type { Services } from '../services.ts';
import type { Download, DownloadTickets } from './download-tickets.ts';

interface DownloadedFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Streams the file behind a ticket as the reader takes it. */
export function downloadRoute(
  services: Pick<Services, 'answers' | 'myData'>,
  tickets: DownloadTickets,
): RequestHandler<{ ticket: string }> {
  return async (request, response) => {
    const { actor, download } = await tickets.redeem(request.params.ticket);
    const { fileName, contentType, body } = await open(actor, download);
    const chunks = body[Symbol.asyncIterator]();
    // Whatever fails before the first byte can still be answered as an error.
    const first = await chunks.next();
    response.setHeader('Content-Type', contentType);
    response.setHeader('Content-Disposition', attachment(fileName));
    response.setHeader('Cache-Control', 'no-store');
    // Later failures break the connection off, so that no browser takes half a file for a whole one.
    await pipeline(Readable.from(withFirst(first, chunks), { objectMode: false }), response).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    });
  };

  async function open(actor: Actor, download: Download): Promise<DownloadedFile> {
    switch (download.kind) {
      case 'answer':
        return services.answers.exportResult(actor, download.input);
      case 'my_data':
        return services.myData.exportAll(actor);
    }
  }
}

async function* withFirst(first: IteratorResult<Uint8Array>, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for (let next = first; !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** RFC 6266: an ASCII name for old readers, the real one in UTF-8. */
function attachment(fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const utf8 = encodeURIComponent(fileName).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
