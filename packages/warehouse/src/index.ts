export { quoteName } from './engine/quoting.ts';
export { detectFormat } from './files/detect-format.ts';
export { type ImportFilesOptions, importFiles } from './files/import-files.ts';
export type { ImportedTable, ImportFile, ImportReport } from './files/import-order.ts';
export { UnreadableFileError } from './files/unreadable-file-error.ts';
export { type OpenWarehouseOptions, openWarehouse } from './open-warehouse.ts';
export { buildSampleWarehouse, SAMPLE_LAST_DAY, type SampleReport } from './sample/build-sample-warehouse.ts';
export { sampleSemanticEntries } from './sample/semantics/sample-semantic-entries.ts';
export * from './warehouse.ts';
