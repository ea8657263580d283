import { type DataSourceTest, newId } from '@majed-vanna/contract';
import { describe, expect, it } from 'vitest';
import { dataSourceInputOf } from './data-source-input.ts';
import { FIRST_STATE, type UploadItem, type WizardAction, wizardReducer } from './wizard-state.ts';

const test: DataSourceTest = { ok: true, ms: 3, dialect: 'duckdb', tables: [], dateRange: null };
const run = (...actions: WizardAction[]) => actions.reduce(wizardReducer, FIRST_STATE);
const accepted: WizardAction[] = [
  { type: 'code_accepted', code: 'ABCD' },
  { type: 'administrator_chosen', username: 'amina', password: 'three quiet camels' },
];
const uploaded = (name: string, format: 'csv' | 'sqlite' = 'csv'): UploadItem => ({
  key: name,
  name,
  size: 1,
  state: 'done',
  file: { id: newId('upl'), fileName: name, format, bytes: 1 },
});

describe('the wizard', () => {
  it('opens one step after the other', () => {
    expect(run(...accepted, { type: 'tested', test }, { type: 'data_chosen' }).step).toBe('review');
  });

  it('does not go on with data that was not tested', () => {
    expect(run(...accepted, { type: 'data_chosen' }).step).toBe('data');
  });

  it('opens again what was reached, and nothing further', () => {
    const state = run(...accepted, { type: 'went', step: 'code' });
    expect(state.step).toBe('code');
    expect(wizardReducer(state, { type: 'went', step: 'data' }).step).toBe('data');
    expect(wizardReducer(state, { type: 'went', step: 'review' }).step).toBe('code');
  });

  it('tests anew when the data changes', () => {
    const state = run(
      ...accepted,
      { type: 'tested', test },
      { type: 'data_chosen' },
      { type: 'went', step: 'data' },
      { type: 'kind_chosen', kind: 'files' },
    );
    expect([state.test, state.reached]).toEqual([null, 'data']);
  });

  it('names the data after its first file, unless it has a name', () => {
    const add = (name: string): WizardAction => ({ type: 'uploads_added', items: [uploaded(name)] });
    expect(run(add('sales_2025.csv'), add('stores.csv')).sourceName).toBe('sales 2025');
    expect(run({ type: 'source_named', name: 'Mine' }, add('stores.csv')).sourceName).toBe('Mine');
    const renamed = run(add('empty.csv'), add('stores.csv'));
    const first = renamed.uploads[0]?.key ?? '';
    expect(run(add('empty.csv'), add('stores.csv'), { type: 'upload_removed', key: first }).sourceName).toBe('stores');
  });
});

describe('the data that is chosen', () => {
  const files = (...uploads: UploadItem[]) => dataSourceInputOf({ kind: 'files', sourceName: 'Mine', uploads });

  it('is complete with one file that arrived', () => {
    expect(files(uploaded('a.csv'))).toMatchObject({ input: { kind: 'files', name: 'Mine' } });
  });

  it.each([
    ['no file', files(), 'needFiles'],
    ['a file on its way', files({ key: 'a', name: 'a.csv', size: 1, state: 'uploading', percent: 3 }), 'waitForUploads'],
    ['a database among other files', files(uploaded('a.csv'), uploaded('b.db', 'sqlite')), 'mixedFiles'],
    ['no name', dataSourceInputOf({ kind: 'files', sourceName: ' ', uploads: [uploaded('a.csv')] }), 'needName'],
  ])('is not complete with %s', (_name, chosen, problem) => {
    expect(chosen).toEqual({ problem });
  });
});
