export * from './open-warehouse.ts';
export * from './warehouse.ts';
