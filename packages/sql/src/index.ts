export { checkStatement } from './check-statement.ts';
export type { Figure } from './figure.ts';
export type { CheckStatement, GuardRequest, GuardVerdict, SecondReader, SecondReading } from './guard.ts';
export type { LexedStatement, Token } from './lex.ts';
export { lexStatement } from './lex-statement.ts';
export type { PlainRead } from './plain-read.ts';
export { policyFromSnapshot } from './policy-from-snapshot.ts';
export { applyEdits, type Edit } from './splice.ts';
