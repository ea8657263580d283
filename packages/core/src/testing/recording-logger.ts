import type { Logger } from '../ports.ts';

export interface RecordingLogger extends Logger {
  readonly lines: readonly { level: 'info' | 'warn' | 'error'; fields: object; message: string }[];
}

/** Keeps what was logged, for tests to read. */
export function createRecordingLogger(): RecordingLogger {
  const lines: { level: 'info' | 'warn' | 'error'; fields: object; message: string }[] = [];
  const record = (level: 'info' | 'warn' | 'error') => (fields: object, message: string) => void lines.push({ level, fields, message });
  return { lines, info: record('info'), warn: record('warn'), error: record('error') };
}
