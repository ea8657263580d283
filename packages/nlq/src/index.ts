export * from './draft-model.ts';
export * from './engine.ts';
export * from './semantic-model.ts';
