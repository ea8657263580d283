import { policyFromSnapshot } from '@majed-vanna/sql';
import type { PolicyFor } from './result-reader.ts';

/** The policy where no other is given: whoever may ask may read everything that was introspected. */
export const readsEverything: PolicyFor = async (_actor, _dataSourceId, { snapshot }) => policyFromSnapshot(snapshot);
