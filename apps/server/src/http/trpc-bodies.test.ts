import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import express from 'express';
import { expect, test } from 'vitest';
import { slowBodies } from './trpc-bodies.ts';

test('a body that does not come to its end loses its connection, and a complete one may wait for its answer', async () => {
  const app = express();
  app.use(slowBodies(50));
  app.post('/reading', async (request, response) => void response.end(await text(request)));
  // Answers when the next request has been cut off: after more than the time allowed.
  const cutOff = Promise.withResolvers<void>();
  app.post('/thinking', async (request, response) => {
    await text(request);
    await cutOff.promise;
    response.end('thought');
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server's address is never a pipe's string.
  const { port } = server.address() as AddressInfo;
  const answer = fetch(`http://127.0.0.1:${port}/thinking`, { method: 'POST', body: 'whole' });
  const slow = connect(port, '127.0.0.1', () => slow.write('POST /reading HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{'));
  slow.on('error', () => undefined);
  await once(slow, 'close');
  cutOff.resolve();
  expect(await (await answer).text()).toBe('thought');
  server.close();
});
