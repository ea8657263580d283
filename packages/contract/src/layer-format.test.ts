import { expect, test } from 'vitest';
import { layerFormatOf } from './index.ts';

test.each([
  ['dbt', '{"metadata": {}, "nodes": {}}'],
  ['dbt', '\uFEFF\n {"semantic_models": []}'],
  ['dbt', 'version: 2\r\nmodels:\r\n  - name: orders\r\n'],
  ['dbt', 'semantic_models:\n  - name: orders\n'],
  ['dbt', 'version: 2\nmetrics: # of the shop\n\n  # one\n  - name: revenue\n'],
  ['dbt', 'metrics:\n- name: revenue\n'],
  ['yaml', 'version: 1\nmetrics:\n  revenue:\n    table: main.orders\n'],
  ['yaml', 'version: 1\ntables:\n  main.models:\n    words: {en: [models]}\n'],
  ['yaml', 'version: 1\nmetrics: {}\nglossary:\n  - a'],
  ['yaml', ''],
])('%s: %j', (format, text) => {
  expect(layerFormatOf(text)).toBe(format);
});
