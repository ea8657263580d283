import { type DataSourceId, newId } from '@majed-vanna/contract';
import { expect, onTestFinished, test } from 'vitest';
import { admin, createLayerWorld } from '../testing/layer-world.ts';
import { createKeepReady } from './keep-ready.ts';

async function house() {
  const changed: DataSourceId[] = [];
  const world = await createLayerWorld({}, { onChanged: (id) => changed.push(id) });
  onTestFinished(() => world[Symbol.asyncDispose]());
  return { ...world, changed };
}

test('a publication and a document are told, what only waits is not', async () => {
  const { layer, propose, publish, dataSourceId, changed } = await house();
  await propose('table', 'main.orders', { words: { en: ['Purchases'] } });
  expect(changed).toEqual([]);
  await publish();
  const { id } = await layer.addDocument(admin, { dataSourceId, title: 'Rules', fileName: 'rules.md', text: 'Without VAT.' });
  await layer.removeDocument(admin, { dataSourceId, id });
  expect(changed).toEqual([dataSourceId, dataSourceId, dataSourceId]);
});

test('what was published is prepared before anybody asks; changes that come meanwhile are prepared once more', async () => {
  const { semantics, propose, publish, dataSourceId, log } = await house();
  const prepared: number[] = [];
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const ready = createKeepReady({
    semantics,
    search: {
      async prepare({ semanticVersion }) {
        prepared.push(semanticVersion);
        await held;
      },
    },
    log,
  });
  await propose('table', 'main.orders', { words: { en: ['Purchases'] } });
  ready.changed(dataSourceId);
  await expect.poll(() => prepared).toEqual([0]);
  await publish();
  ready.changed(dataSourceId);
  ready.changed(dataSourceId);
  letGo();
  await ready.settled();
  expect(prepared).toEqual([0, 1]);
  await ready.close();
  ready.changed(dataSourceId);
  expect(prepared).toEqual([0, 1]);
});

test('a source that cannot be read fails nothing', async () => {
  const { semantics, log } = await house();
  const ready = createKeepReady({ semantics, search: { prepare: async () => undefined }, log });
  ready.changed(newId('src'));
  await ready.settled();
  expect(log.lines).toContainEqual(expect.objectContaining({ level: 'warn' }));
});
