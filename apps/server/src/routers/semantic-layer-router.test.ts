import { uploadedText } from '@majed-vanna/contract';
import { writePdf } from '@majed-vanna/core/testing';
import { expect, test } from 'vitest';
import { realServer, setUp } from '../testing/real-server.ts';

async function signedInServer() {
  const server = await realServer();
  const { accessToken } = await setUp(server);
  const api = server.client(accessToken);
  const [source] = await api.dataSources.list.query();
  if (!source) throw new Error('there is no source');
  return { server, accessToken, api, dataSourceId: source.id, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

test('the layer of a source is described, tried, published, written down and taken back over HTTP', async () => {
  await using context = await signedInServer();
  const { dataSourceId } = context;
  const api = context.api.semanticLayer;
  const tables = await api.tables.query({ dataSourceId });
  expect(tables.items).toMatchObject([{ key: 'main.orders', columnCount: 4, origin: 'guess' }]);
  await api.propose.mutate({
    dataSourceId,
    kind: 'metric',
    key: 'revenue',
    body: { words: { en: ['revenue'] }, table: 'main.orders', expression: 'SUM({amount})', dateColumn: 'ordered_on' },
  });
  await api.confirm.mutate({ dataSourceId, kind: 'table', key: 'main.orders' });
  const pair = {
    dataSourceId,
    kind: 'dimension',
    key: 'pair',
    body: { words: {}, table: 'main.orders', expression: '{city}, {amount}' },
  } as const;
  await expect(api.propose.mutate(pair)).rejects.toThrow('expression: ');
  const { changes, semanticVersion } = await api.changes.query({ dataSourceId });
  expect(changes.map(({ author, origin }) => [author.name, origin])).toEqual([
    ['layla', 'edited'],
    ['layla', 'confirmed'],
  ]);
  await api.publish.mutate({ dataSourceId, note: 'First words', expectedVersion: semanticVersion });
  const table = await api.table.query({ dataSourceId, key: 'main.orders' });
  expect(table).toMatchObject({ thing: { origin: 'confirmed' }, metrics: [{ published: { expression: 'SUM({amount})' } }] });
  const file = await api.exportYaml.query({ dataSourceId });
  const again = await api.importYaml.mutate({ dataSourceId, text: file.text, dryRun: true, replace: true });
  expect(again).toMatchObject({ differences: [], problems: [] });
  expect(await api.revert.mutate({ dataSourceId, number: 1 })).toEqual({ changes: 2 });
  expect((await api.versions.query({ dataSourceId })).items).toMatchObject([{ number: 1, note: 'First words', changeCount: 2 }]);
  expect((await api.version.query({ dataSourceId, number: 1 })).differences).toHaveLength(2);
  expect(await api.refreshSchema.mutate({ dataSourceId })).toMatchObject({ changed: false, stale: 0 });
  expect(await api.stale.query({ dataSourceId })).toEqual([]);
}, 90_000);

test('a PDF is uploaded as text and becomes a document; whoever may not change the layer uploads nothing', async () => {
  await using context = await signedInServer();
  const { server, accessToken, dataSourceId } = context;
  const send = (authorization: string) =>
    fetch(`${server.url}/api/uploads?purpose=text&fileName=rules.pdf`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', authorization },
      body: Buffer.from(writePdf(['Revenue leaves VAT out.'])),
    });
  expect((await send('Bearer nobody')).status).toBe(401);
  const { id: uploadId } = uploadedText.parse(await (await send(`Bearer ${accessToken}`)).json());
  const api = context.api.semanticLayer;
  const document = await api.addDocument.mutate({ dataSourceId, title: 'Rules', fileName: 'rules.pdf', uploadId });
  expect(document).toMatchObject({ mediaType: 'application/pdf', passages: 1, addedBy: { name: 'layla' } });
  expect(await api.document.query({ dataSourceId, id: document.id })).toMatchObject({
    text: 'Revenue leaves VAT out.',
    parts: [{ title: 'Rules', text: 'Revenue leaves VAT out.' }],
  });
  await expect(api.importYaml.mutate({ dataSourceId, uploadId, dryRun: true })).resolves.toMatchObject({ applied: false });
  await expect(
    context.api.setup.testDataSource.mutate({ code: '', dataSource: { kind: 'files', name: 'x', uploads: [uploadId] } }),
  ).rejects.toThrow();
  await api.removeDocument.mutate({ dataSourceId, id: document.id });
  expect(await api.documents.query({ dataSourceId })).toEqual([]);
});
