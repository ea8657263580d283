import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A model server of its own process: calls run_sql once, then says a sentence word by word. The first word holds the time
 * at which it was sent (`@<ms since 1970>`), in letters: figures that no result holds are held back. Prints its port.
 */
const SQL = 'SELECT COUNT(*) AS customers FROM main.customers';
const WORDS = 60;
const PAUSE_MS = 20;

const server = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    const { messages } = JSON.parse(Buffer.concat(pieces).toString('utf8')) as { messages: { role: string; content: unknown }[] };
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    if (messages.at(-1)?.role === 'tool') void speak(response);
    else callTool(response);
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));

function callTool(response: ServerResponse): void {
  const call = {
    index: 0,
    id: `call_${performance.now()}`,
    type: 'function',
    function: { name: 'run_sql', arguments: JSON.stringify({ sql: SQL }) },
  };
  send(response, { tool_calls: [call] });
  end(response, 'tool_calls');
}

async function speak(response: ServerResponse): Promise<void> {
  const sentAt = String(performance.timeOrigin + performance.now()).replace('.', 'p');
  send(response, { content: `@${sentAt.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')} ` });
  for (let i = 1; i < WORDS; i++) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    send(response, { content: 'customers ' });
  }
  end(response, 'stop');
}

function send(response: ServerResponse, delta: object, reason: string | null = null): void {
  const chunk = {
    id: 'c',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'scripted',
    choices: [{ index: 0, delta, finish_reason: reason }],
  };
  response.write(`data: ${JSON.stringify(chunk)}\n\n`);
}

function end(response: ServerResponse, reason: string): void {
  send(response, {}, reason);
  response.end('data: [DONE]\n\n');
}
