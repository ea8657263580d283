export { createEngine } from './create-engine.ts';
export * from './draft-model.ts';
export * from './engine.ts';
export * from './plan.ts';
export * from './semantic-model.ts';
