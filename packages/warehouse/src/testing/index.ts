export { type Collected, collect } from './collect.ts';
export { describeWarehouseConformance } from './describe-warehouse-conformance.ts';
export { makeDuckDbFixture } from './duckdb-fixture.ts';
export { makeSqliteFixture } from './sqlite-fixture.ts';
export { COUNTED, CUSTOMERS, type FixtureDialect, type MakeFixture, type WarehouseFixture } from './warehouse-fixture.ts';
