export { checkStatement } from './check-statement.ts';
export type { CheckStatement, GuardRequest, GuardVerdict, SecondReader, SecondReading } from './guard.ts';
export { policyFromSnapshot } from './policy-from-snapshot.ts';
