export { type ClientInfo, type Clock, type Logger, systemClock } from './ports.ts';
export * from './semantics/thesaurus.ts';
