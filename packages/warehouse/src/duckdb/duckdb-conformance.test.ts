import { describeWarehouseConformance } from '../testing/describe-warehouse-conformance.ts';
import { makeDuckDbFixture } from '../testing/duckdb-fixture.ts';

describeWarehouseConformance('DuckDB', makeDuckDbFixture);
