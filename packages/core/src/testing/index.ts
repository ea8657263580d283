export { createFakeClock, type FakeClock } from './fake-clock.ts';
export { createRecordingLogger, type RecordingLogger } from './recording-logger.ts';
export { writePdf } from './write-pdf.ts';
