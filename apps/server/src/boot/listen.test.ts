import { once } from 'node:events';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

/** A server that listens, says where, and then takes no connection until it is told to. */
const BUSY_SERVER = `
  const { createServer } = await import('node:http');
  const { parentPort, workerData } = await import('node:worker_threads');
  const { listen } = await import(workerData.module);
  const server = createServer((request, response) => response.end('here'));
  parentPort.postMessage(await listen(server, { host: '127.0.0.1', port: 0 }));
  Atomics.wait(new Int32Array(workerData.gate), 0, 0);
`;

// Elsewhere the system itself lets fewer wait.
test.runIf(process.platform === 'linux')('a thousand connections at once wait for a busy server, and none is turned away', async () => {
  const gate = new SharedArrayBuffer(4);
  const source = new URL(`data:text/javascript,${encodeURIComponent(BUSY_SERVER)}`);
  const worker = new Worker(source, { workerData: { gate, module: new URL('./listen.ts', import.meta.url).href } });
  const [port] = await once(worker, 'message');
  const sockets = Array.from({ length: 1_000 }, () => connect(port, '127.0.0.1'));
  try {
    expect(await Promise.all(sockets.map((socket) => once(socket, 'connect')))).toHaveLength(1_000);
  } finally {
    for (const socket of sockets) socket.destroy();
    Atomics.notify(new Int32Array(gate), 0);
    await worker.terminate();
  }
});
