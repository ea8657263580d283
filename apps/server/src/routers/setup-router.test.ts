import { request } from 'node:http';
import { Readable } from 'node:stream';
import { newId } from '@majed-vanna/contract';
import { describe, expect, test } from 'vitest';
import { ADMINISTRATOR, ORDERS, realServer, setUp, upload } from '../testing/real-server.ts';

const sample = { kind: 'sample' } as const;

describe('set-up', () => {
  test('a wrong code opens nothing: neither check, nor upload, nor test, nor completion', async () => {
    await using server = await realServer();
    const { setup } = server.client();
    const wrong = { data: { appCode: 'wrong_setup_code' } };
    await expect(setup.verifyCode.mutate({ code: 'AAAA-BBBB' })).rejects.toMatchObject(wrong);
    await expect(setup.testDataSource.mutate({ code: 'AAAA-BBBB', dataSource: sample })).rejects.toMatchObject(wrong);
    await expect(setup.complete.mutate({ code: 'AAAA-BBBB', administrator: ADMINISTRATOR, dataSource: sample })).rejects.toMatchObject(
      wrong,
    );
    const refused = await upload(server, 'orders.csv', ORDERS, { 'x-setup-code': 'AAAA-BBBB' });
    expect([refused.status, refused.code]).toEqual([403, 'wrong_setup_code']);
    expect(await setup.state.query()).toEqual({ open: true });
  });

  test('goes from upload over a real test to a signed-in administrator, and closes', async () => {
    await using server = await realServer();
    const code = (await server.composition.services.setup.currentCode()) ?? '';
    const { setup } = server.client();
    await setup.verifyCode.mutate({ code });
    const file = (await upload(server, 'orders.csv', ORDERS)).file();
    expect(file).toMatchObject({ fileName: 'orders.csv', format: 'csv', bytes: ORDERS.length });
    const dataSource = { kind: 'files' as const, name: 'Orders', uploads: [file.id] };
    const found = await setup.testDataSource.mutate({ code, dataSource });
    expect(found.tables).toMatchObject([{ name: 'orders', rowCount: 4 }]);

    const signedIn = await setup.complete.mutate({ code, administrator: ADMINISTRATOR, dataSource });
    expect(signedIn.user).toMatchObject({ username: 'layla', role: 'admin', mustChangePassword: false });
    expect(signedIn).not.toHaveProperty('refreshToken');
    expect(await setup.state.query()).toEqual({ open: false });
    expect(await server.client(signedIn.accessToken).dataSources.list.query()).toMatchObject([{ name: 'Orders', isDefault: true }]);
    await expect(setup.complete.mutate({ code, administrator: ADMINISTRATOR, dataSource })).rejects.toMatchObject({
      data: { appCode: 'setup_closed' },
    });
    expect((await upload(server, 'orders.csv', ORDERS, { 'x-setup-code': code })).status).toBe(409);
  });

  test('thirty at once make one administrator', async () => {
    await using server = await realServer();
    const code = (await server.composition.services.setup.currentCode()) ?? '';
    const file = (await upload(server, 'orders.csv', ORDERS)).file();
    const attempts = Array.from({ length: 30 }, (_, i) =>
      server.client().setup.complete.mutate({
        code,
        administrator: { ...ADMINISTRATOR, username: `admin${i}` },
        dataSource: { kind: 'files', name: 'Orders', uploads: [file.id] },
      }),
    );
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ data: { appCode: expect.stringMatching(/^(setup_closed|conflict)$/) } });
    const won = results.find((result) => result.status === 'fulfilled');
    expect(await server.client(won?.value.accessToken).dataSources.list.query()).toHaveLength(1);
  });

  test('a weak password and an upload that is not there are told, and set-up stays open', async () => {
    await using server = await realServer();
    const code = (await server.composition.services.setup.currentCode()) ?? '';
    const { setup } = server.client();
    await expect(
      setup.complete.mutate({ code, administrator: { username: 'layla', password: 'short' }, dataSource: sample }),
    ).rejects.toMatchObject({
      data: { appCode: 'invalid_input', issues: [{ path: 'administrator.password' }] },
    });
    const missing = { kind: 'files' as const, name: 'Lost', uploads: [newId('upl')] };
    await expect(setup.testDataSource.mutate({ code, dataSource: missing })).rejects.toMatchObject({ data: { appCode: 'not_found' } });
    expect(await setup.state.query()).toEqual({ open: true });
  });

  test('a file that is not what its name says is refused with a reason', async () => {
    await using server = await realServer();
    const refused = await upload(server, 'orders.parquet', 'this is no parquet');
    expect([refused.status, refused.code]).toEqual([422, 'unreadable_file']);
  });

  test.each([true, false])(
    'a file far beyond the cap is refused, and whoever sent all of it reads why (length announced: %s)',
    async (announced) => {
      await using server = await realServer({ UPLOAD_MAX_MB: '1' });
      const chunk = '1\n'.repeat(512 * 1024);
      const code = (await server.composition.services.setup.currentCode()) ?? '';
      const answer = await new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
        const headers = { 'x-setup-code': code, ...(announced && { 'content-length': chunk.length * 40 }) };
        const call = request(`${server.url}/api/uploads?fileName=big.csv`, { method: 'POST', headers }, async (response) => {
          let text = '';
          for await (const part of response) text += part;
          resolve({ status: response.statusCode, text });
        });
        call.on('error', reject);
        Readable.from(Array(40).fill(chunk)).pipe(call);
      });
      expect([answer.status, JSON.parse(answer.text).error.code]).toEqual([413, 'too_large']);
    },
  );

  test('after set-up only an administrator may upload', async () => {
    await using server = await realServer();
    const { accessToken } = await setUp(server);
    expect((await upload(server, 'a.csv', ORDERS, { authorization: 'Bearer nobody' })).status).toBe(401);
    expect((await upload(server, 'a.csv', ORDERS, { authorization: `Bearer ${accessToken}` })).status).toBe(200);
  });
});
