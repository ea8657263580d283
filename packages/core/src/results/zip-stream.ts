import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of an archive; its content is read when its turn comes. */
export interface ZipEntry {
  readonly path: string;
  readonly content: () => AsyncIterable<string> | Iterable<string>;
}

interface WrittenEntry {
  readonly path: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
}

const FLAGS = 0x0808; // sizes follow the data; names are UTF-8
const DEFLATE = 8;
const VERSION = 20;
const DOS_DATE = 0x0021; // 1 January 1980: the same content gives the same bytes
const MAX_32 = 0xffff_ffff;

/** A ZIP archive (APPNOTE 6.3, without Zip64), produced as fast as it is taken and never held whole. */
export async function* zipChunks(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const written: WrittenEntry[] = [];
  let offset = 0;
  for await (const entry of entries) {
    const path = Buffer.from(entry.path);
    const start = offset;
    const sum = { crc: 0, size: 0 };
    const header = localHeader(path);
    yield header;
    offset += header.length;
    let compressed = 0;
    for await (const chunk of deflated(entry, sum)) {
      compressed += chunk.length;
      yield chunk;
    }
    if (sum.size > MAX_32 || offset + compressed > MAX_32) throw new RangeError('an archive without Zip64 ends at 4 GiB');
    const descriptor = dataDescriptor(sum.crc, compressed, sum.size);
    yield descriptor;
    offset += compressed + descriptor.length;
    written.push({ path, offset: start, crc: sum.crc, compressed, size: sum.size });
  }
  const directory = written.map(centralHeader);
  yield* directory;
  yield endOfDirectory(
    written.length,
    directory.reduce((sum, { length }) => sum + length, 0),
    offset,
  );
}

async function* deflated(entry: ZipEntry, sum: { crc: number; size: number }): AsyncGenerator<Buffer> {
  async function* counted() {
    for await (const text of entry.content()) {
      const bytes = Buffer.from(text);
      sum.crc = crc32(bytes, sum.crc);
      sum.size += bytes.length;
      yield bytes;
    }
  }
  const deflate = createDeflateRaw({ level: 4 });
  // An error of the content ends `deflate`, whose reader then throws it; nothing is left for the callback.
  pipeline(Readable.from(counted(), { objectMode: true, highWaterMark: 1 }), deflate, () => {});
  yield* deflate;
}

function localHeader(path: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(DEFLATE, 8);
  header.writeUInt16LE(DOS_DATE, 12);
  header.writeUInt16LE(path.length, 26);
  return Buffer.concat([header, path]);
}

function dataDescriptor(crc: number, compressed: number, size: number): Buffer {
  const descriptor = Buffer.alloc(16);
  [0x08074b50, crc, compressed, size].forEach((value, index) => {
    descriptor.writeUInt32LE(value, index * 4);
  });
  return descriptor;
}

function centralHeader(entry: WrittenEntry): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(VERSION, 6);
  header.writeUInt16LE(FLAGS, 8);
  header.writeUInt16LE(DEFLATE, 10);
  header.writeUInt16LE(DOS_DATE, 14);
  header.writeUInt32LE(entry.crc, 16);
  header.writeUInt32LE(entry.compressed, 20);
  header.writeUInt32LE(entry.size, 24);
  header.writeUInt16LE(entry.path.length, 28);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, entry.path]);
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
