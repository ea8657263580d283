import type { ExportFormat } from '@majed-vanna/contract';

const MAX_LENGTH = 80;
/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A file name that every system accepts, from an answer's title. */
export function exportFileName(title: string, format: ExportFormat): string {
  const name = title
    .normalize('NFC')
    .replace(/[\p{C}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const short = Array.from(name)
    .slice(0, MAX_LENGTH)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${short === '' || RESERVED.test(short) ? 'result' : short}.${format}`;
}
