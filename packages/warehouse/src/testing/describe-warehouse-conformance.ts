import { afterAll, beforeAll, describe } from 'vitest';
import { describeCancelling } from './conformance/cancelling-conformance.ts';
import { describeIntrospection } from './conformance/introspection-conformance.ts';
import { describeReading } from './conformance/reading-conformance.ts';
import { describeStreaming } from './conformance/streaming-conformance.ts';
import { describeValues } from './conformance/values-conformance.ts';
import type { MakeFixture, WarehouseFixture } from './warehouse-fixture.ts';

/** What every connector must do; each runs all of it against its real database. */
export function describeWarehouseConformance(name: string, makeFixture: MakeFixture): void {
  describe(`${name} behind the warehouse port`, () => {
    let made: WarehouseFixture | undefined;
    beforeAll(async () => {
      made = await makeFixture();
    });
    afterAll(() => made?.[Symbol.asyncDispose]());
    const fixture = (): WarehouseFixture => {
      if (made === undefined) throw new Error('The fixture was not made.');
      return made;
    };
    describeValues(fixture);
    describeStreaming(fixture);
    describeCancelling(fixture);
    describeReading(fixture);
    describeIntrospection(fixture);
  });
}
