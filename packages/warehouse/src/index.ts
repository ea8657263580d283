export * from './open-warehouse.ts';
export { buildSampleWarehouse, type SampleReport } from './sample/build-sample-warehouse.ts';
export { sampleSemanticEntries } from './sample/semantics/sample-semantic-entries.ts';
export * from './warehouse.ts';
