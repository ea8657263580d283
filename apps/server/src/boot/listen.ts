import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Connections that may wait to be taken. Node's 511 are too few when a thousand people ask at the same moment: the rest are reset. */
const PENDING_CONNECTIONS = 4_096;

/** @throws Error that says which flag helps when the port or address cannot be had; tries no other one silently */
export async function listen(server: Server, { host, port }: { host: string; port: number }): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(explain(error, host, port), { cause: error })));
    server.listen({ port, host, backlog: PENDING_CONNECTIONS }, resolve);
  });
  // A TCP server's address is never a pipe's string.
  return (server.address() as AddressInfo).port;
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. Choose a free one with --port NUMBER, e.g. npm start -- --port ${port + 1}.`;
    case 'EACCES':
      return `Port ${port} may only be opened by an administrator of this machine. Choose one above 1023 with --port NUMBER.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}. Choose another one with --host ADDRESS.`;
    default:
      return `The server cannot listen on ${host}, port ${port}: ${error.message}`;
  }
}
