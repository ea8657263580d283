import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A text file read piece by piece: a line at a known place, or by its first word when the lines are sorted. */
export interface LinesFile {
  lineAt(offset: number): string;
  /** The line whose first word is `word`; null when there is none. The file's lines are sorted by byte. */
  find(word: string): string | null;
  close(): void;
}

const PIECE_BYTES = 4096;

/** Opens the file and keeps it open; nothing is read yet. */
export function openLinesFile(path: string): LinesFile {
  const descriptor = openSync(path, 'r');
  const { size } = fstatSync(descriptor);
  return { lineAt, find, close: () => closeSync(descriptor) };

  function lineAt(offset: number): string {
    const pieces: Buffer[] = [];
    for (let at = offset; at < size; at += PIECE_BYTES) {
      const piece = Buffer.alloc(Math.min(PIECE_BYTES, size - at));
      readSync(descriptor, piece, 0, piece.length, at);
      const end = piece.indexOf(0x0a);
      pieces.push(end < 0 ? piece : piece.subarray(0, end));
      if (end >= 0) break;
    }
    return Buffer.concat(pieces).toString('latin1');
  }

  function find(word: string): string | null {
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const start = lineStart(middle);
      const line = lineAt(start);
      const first = line.slice(0, Math.max(0, line.indexOf(' ')));
      if (first === word) return line;
      if (first < word) low = start + line.length + 1;
      else high = start;
    }
    return null;
  }

  function lineStart(offset: number): number {
    for (let end = offset; end > 0; ) {
      const begin = Math.max(0, end - PIECE_BYTES);
      const piece = Buffer.alloc(end - begin);
      readSync(descriptor, piece, 0, piece.length, begin);
      const newline = piece.lastIndexOf(0x0a);
      if (newline >= 0) return begin + newline + 1;
      end = begin;
    }
    return 0;
  }
}
