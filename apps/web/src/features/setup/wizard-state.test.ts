import { type DataSourceTest, type ModelTest, newId } from '@majed-vanna/contract';
import { describe, expect, it } from 'vitest';
import { dataSourceInputOf } from './data-source-input.ts';
import { choiceOf, firstModelOf, NO_MODEL } from './wizard-model.ts';
import { FIRST_STATE, type UploadItem, type WizardAction, wizardReducer } from './wizard-state.ts';

const test: DataSourceTest = { ok: true, ms: 3, dialect: 'duckdb', tables: [], dateRange: null };
const run = (...actions: WizardAction[]) => actions.reduce(wizardReducer, FIRST_STATE);
const accepted: WizardAction[] = [
  { type: 'code_accepted', code: 'ABCD' },
  { type: 'administrator_chosen', username: 'amina', password: 'three quiet camels' },
];
const tested: WizardAction[] = [...accepted, { type: 'tested', test }, { type: 'data_chosen' }];
const reply: ModelTest = { ms: 1, reply: 'ready', tools: true, json: true, contextTokens: null, embedding: null };
const uploaded = (name: string, format: 'csv' | 'sqlite' = 'csv'): UploadItem => ({
  key: name,
  name,
  size: 1,
  state: 'done',
  file: { id: newId('upl'), fileName: name, format, bytes: 1 },
});

describe('the wizard', () => {
  it('opens one step after the other', () => {
    expect(run(...tested).step).toBe('model');
    expect(run(...tested, { type: 'model_chosen' }).step).toBe('review');
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

  it('goes on with a model only once it replied, and tests it anew when it changes', () => {
    const typed = { ...choiceOf(NO_MODEL, 'openai'), model: 'small', apiKey: 'sk-1' };
    const chosen = run(...tested, { type: 'model_changed', model: typed }, { type: 'model_chosen' });
    expect(chosen.step).toBe('model');
    const replied = wizardReducer(wizardReducer(chosen, { type: 'model_tested', of: typed, test: reply }), { type: 'model_chosen' });
    expect([replied.step, replied.reached]).toEqual(['review', 'review']);
    expect(firstModelOf(replied.model)).toEqual({
      provider: 'openai',
      baseUrl: 'https://api.openai.com/v1',
      apiKey: 'sk-1',
      model: 'small',
    });
    const changed = wizardReducer(replied, { type: 'model_changed', model: { ...replied.model, model: 'large', test: null } });
    expect([changed.reached, changed.model.test]).toEqual(['model', null]);
    expect(wizardReducer(changed, { type: 'model_tested', of: typed, test: reply }).model.test).toBe(null);
  });

  it('takes the only model of a server, where none was typed', () => {
    const server = choiceOf(NO_MODEL, 'lmstudio');
    const asked = run(...tested, { type: 'model_changed', model: server });
    const list = (models: string[]) => wizardReducer(asked, { type: 'models_listed', of: server, models }).model.model;
    expect([list(['small']), list(['small', 'large']), list([])]).toEqual(['small', '', '']);
    const typed = run(...tested, { type: 'model_changed', model: { ...server, model: 'own' } });
    expect(wizardReducer(typed, { type: 'models_listed', of: typed.model, models: ['small'] }).model.model).toBe('own');
  });

  it('remembers the model when one goes back, and sends no key to another server', () => {
    const typed = { ...choiceOf(NO_MODEL, 'openai'), model: 'small', apiKey: 'sk-1' };
    const back = run(...tested, { type: 'model_changed', model: typed }, { type: 'went', step: 'data' }, { type: 'went', step: 'model' });
    expect(back.model).toBe(typed);
    expect(choiceOf(typed, 'lmstudio')).toMatchObject({ apiKey: '', model: '', baseUrl: 'http://localhost:1234/v1' });
    expect(firstModelOf(choiceOf(typed, 'none'))).toBe(null);
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
