import { WarehouseError } from '../warehouse.ts';

/** Longest text of one cell; a longer one ends the statement, because a cut text would be a wrong answer. */
export const MAX_CELL_CHARACTERS = 16 * 1024 * 1024;
/** Text of the rows that an engine hands over at once; more would break the child's memory, and with it the connection. */
export const MAX_CHUNK_CHARACTERS = 64 * 1024 * 1024;
/** Bytes of a binary value that are shown. */
export const MAX_BLOB_BYTES = 1_024;
/** A batch is sent as soon as its texts reach this. */
export const MAX_BATCH_CHARACTERS = 1024 * 1024;

/** @throws WarehouseError `resource` for a text that is too long to be a cell */
export function checkCellSize(text: string): string {
  if (text.length > MAX_CELL_CHARACTERS)
    throw new WarehouseError('resource', `A value of the result is longer than ${MAX_CELL_CHARACTERS} characters.`);
  return text;
}

/** `\x…` in hexadecimal, as PostgreSQL writes it; the length is told when the value is cut. */
export function blobText(bytes: Uint8Array): string {
  const shown = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, MAX_BLOB_BYTES)).toString('hex');
  return bytes.byteLength > MAX_BLOB_BYTES ? `\\x${shown}… (${bytes.byteLength} bytes)` : `\\x${shown}`;
}
