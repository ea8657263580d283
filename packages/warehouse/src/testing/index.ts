export { type Collected, collect } from './collect.ts';
export { describeWarehouseConformance } from './describe-warehouse-conformance.ts';
export { COUNTED, CUSTOMERS, type FixtureDialect, type MakeFixture, type WarehouseFixture } from './warehouse-fixture.ts';
