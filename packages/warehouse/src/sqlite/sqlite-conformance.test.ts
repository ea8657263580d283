import { describeWarehouseConformance } from '../testing/describe-warehouse-conformance.ts';
import { makeSqliteFixture } from '../testing/sqlite-fixture.ts';

describeWarehouseConformance('SQLite', makeSqliteFixture);
