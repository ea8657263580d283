import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnswerEvent } from '@majed-vanna/contract';
import { type Figure, figure, median } from './speed-report.ts';
import { type Product, startProduct } from './speed-server.ts';

const MODEL = fileURLToPath(new URL('./scripted-model.ts', import.meta.url));
/** The embedded engine cannot read it. */
const QUESTION = 'How does our clientele spread geographically?';
const PLAIN_QUESTION = 'How many customers do we have?';
const ROUNDS = 15;
const FAILURES = 3;
const STREAMS = 200;

/** What the product adds to a language model's own time; the baseline is the same model asked directly. */
export async function measureModel(dataDir: string): Promise<Figure[]> {
  const model = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MODEL], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = await once(model.stdout, 'data');
  const baseUrl = `http://127.0.0.1:${String(port).trim()}/v1`;
  const product = await startProduct(join(dataDir, 'model'), {
    setUp: { kind: 'sample' },
    env: { LLM_PROVIDER: 'compatible', LLM_BASE_URL: baseUrl, LLM_MODEL: 'scripted', RUNS_PER_USER: String(STREAMS) },
  });
  try {
    return [...(await measureWords(product, baseUrl)), await measureStreams(product), await measureRest(product, model)];
  } finally {
    model.kill();
    await product.stop();
  }
}

async function measureWords({ client }: Product, baseUrl: string): Promise<Figure[]> {
  // The first question loads the libraries.
  await timed(client.ask(QUESTION));
  const [direct, firstEvent, forwarded, overhead]: number[][] = [[], [], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    const ownMs = await askDirectly(baseUrl);
    const { firstEventMs, firstWordMs, forwardedMs } = await timed(client.ask(QUESTION));
    direct?.push(ownMs);
    firstEvent?.push(firstEventMs);
    forwarded?.push(forwardedMs);
    overhead?.push(firstWordMs - ownMs);
  }
  const baseline = median(direct ?? []);
  return [
    figure('with a model: first event (median)', 'ms', { value: median(firstEvent ?? []), baseline, bar: 50 }),
    figure('with a model: a word forwarded (median)', 'ms', { value: median(forwarded ?? []), baseline, bar: 30 }),
    figure('with a model: first word over its own time (median)', 'ms', { value: median(overhead ?? []), baseline, bar: 250 }),
  ];
}

/** Errors among answers that a model writes at the same time, each for a listener of its own. */
async function measureStreams({ client }: Product): Promise<Figure> {
  let failed = 0;
  const answers = Array.from({ length: STREAMS }, async () => {
    const seen = await collect(client.ask(QUESTION)).catch(() => []);
    const done = seen.at(-1);
    const words = seen
      .flatMap((event) => (event.type === 'text_delta' ? event.text.split(' ') : []))
      .filter((word) => word === 'customers');
    const { engine } = seen.flatMap((event) => (event.type === 'receipt' ? [event.receipt] : [])).at(0) ?? {};
    if (done?.type !== 'done' || done.outcome !== 'answered' || engine !== 'model' || words.length < 40) failed++;
  });
  await Promise.all(answers);
  return figure(`errors in ${STREAMS} streams at once`, 'errors', { value: failed, baseline: 1, bar: 0 });
}

/** Answers while the model is left alone; the baseline is a question that needs no model. */
async function measureRest({ client }: Product, model: ChildProcess): Promise<Figure> {
  const plain: number[] = [];
  for (let round = 0; round < ROUNDS; round++) plain.push((await timed(client.ask(PLAIN_QUESTION))).totalMs);
  model.kill();
  await once(model, 'exit');
  for (let i = 0; i < FAILURES; i++) await timed(client.ask(QUESTION));
  const rested: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { totalMs, trouble } = await timed(client.ask(QUESTION));
    if (trouble !== 'resting') throw new Error(`the model was not left alone: ${trouble}`);
    rested.push(totalMs);
  }
  return figure('with the model resting: an answer (median)', 'ms', { value: median(rested), baseline: median(plain), bar: 100 });
}

async function timed(events: AsyncIterable<AnswerEvent>) {
  const begun = performance.now();
  const found = { firstEventMs: Number.NaN, firstWordMs: Number.NaN, forwardedMs: Number.NaN, totalMs: Number.NaN, trouble: '' };
  for await (const event of events) {
    const at = performance.now();
    if (Number.isNaN(found.firstEventMs)) found.firstEventMs = at - begun;
    if (event.type === 'text_delta' && Number.isNaN(found.firstWordMs)) {
      found.firstWordMs = at - begun;
      found.forwardedMs = performance.timeOrigin + at - sentAt(event.text);
    }
    if (event.type === 'receipt') found.trouble = event.receipt.modelTrouble ?? '';
    if (event.type === 'done') found.totalMs = at - begun;
  }
  return found;
}

async function collect(events: AsyncIterable<AnswerEvent>): Promise<AnswerEvent[]> {
  const all: AnswerEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

/** Until the first word of the reply to a tool's result: both requests that an answer takes. */
async function askDirectly(baseUrl: string): Promise<number> {
  const begun = performance.now();
  const ask = (role: string) =>
    fetch(`${baseUrl}/chat/completions`, {
      method: 'POST',
      body: JSON.stringify({ stream: true, messages: [{ role, content: QUESTION }] }),
    });
  await (await ask('user')).text();
  const response = await ask('tool');
  const reader = response.body?.getReader();
  await reader?.read();
  const ms = performance.now() - begun;
  await reader?.cancel();
  return ms;
}

/** The time in the scripted model's first word; NaN where it is not there. */
function sentAt(text: string): number {
  const letters = /@([a-jp]+)/.exec(text)?.[1];
  return letters === undefined
    ? Number.NaN
    : Number(letters.replace('p', '.').replace(/[a-j]/g, (letter) => String('abcdefghij'.indexOf(letter))));
}
