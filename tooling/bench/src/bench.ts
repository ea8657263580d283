import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureLargeAnswer } from './speed-large-answer.ts';
import { measureLargeResult } from './speed-large-result.ts';
import { measureModel } from './speed-model.ts';
import { measureQuestions } from './speed-questions.ts';
import { type Figure, printFigures } from './speed-report.ts';
import { measureStart, startProduct } from './speed-server.ts';

const USAGE = `Measures the product against baselines of the same run.

  npm run bench -- [--json]

Prints a line per figure; with --json an array of { name, value, unit, baseline, ratio, bar, ok }.
Ends with 1 when a figure misses its bar.
`;

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } });
if (values.help) process.stdout.write(USAGE);
else process.exitCode = (await measure(values.json)) ? 0 : 1;

async function measure(asJson: boolean): Promise<boolean> {
  const dataDir = await mkdtemp(join(tmpdir(), 'majed-vanna-bench-'));
  try {
    const figures: Figure[] = [];
    const product = await startProduct(dataDir, { setUp: { kind: 'sample' } });
    try {
      figures.push(...(await measureQuestions(product)));
    } finally {
      await product.stop();
    }
    figures.push(...(await measureModel(dataDir)));
    figures.push(...(await measureStart(dataDir)), ...(await measureLargeResult(dataDir)), ...(await measureLargeAnswer(dataDir)));
    printFigures(figures, asJson);
    return figures.every(({ ok }) => ok);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
