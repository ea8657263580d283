export {};
export * from './semantics/thesaurus.ts';
