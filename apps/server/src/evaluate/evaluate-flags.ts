import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type EvaluationEngine, type EvaluationRunId, evaluationEngine, evaluationRunId } from '@majed-vanna/contract';
import type { Environment } from '../config-schema.ts';

export const USAGE = `Usage: npm run evaluate -- [options]

Asks golden questions on the command line and scores what comes of them. Works beside a running server.

  --data-source NAME   which data source (default: the default one)
  --set NAME           which set; "verified" for the verified questions (default: the only set there is)
  --engine NAME        embedded or current (default: embedded)
  --with-changes       with the changes of the layer that are not published yet, against the published layer
  --against RUN        compare with this evaluation; cases that are now wrong fail the command
  --at-least PERCENT   fail below this strict accuracy
  --json               print one JSON object
  --data-dir DIR       the data folder (default ./private)
  --help               show this text

With the folder of a benchmark instead: <set>/db/<db>.sqlite and <set>/*.jsonl, of {id, db, question, gold_sql, tags}
  --folder DIR         asks its questions of its databases, opened read-only; nothing is kept
  --set NAME           only this set (default: all of them)
  --limit N            so many questions of each set at most
With the engine embedded, no data folder is needed; --engine, --at-least, --json and --data-dir as above.

Exit code: 0 done, 2 below --at-least or cases that are now wrong, 1 failure.
`;

export interface EvaluateFlags {
  readonly help: boolean;
  readonly dataSource: string | null;
  readonly set: string | null;
  readonly engine: EvaluationEngine;
  readonly withChanges: boolean;
  readonly against: EvaluationRunId | null;
  /** From 0 to 1. */
  readonly atLeast: number;
  readonly json: boolean;
  /** A benchmark instead of golden questions. */
  readonly folder: string | null;
  /** Of each set of the folder, so many questions at most. */
  readonly limit: number;
  readonly env: Environment;
}

/** @throws Error with a sentence for the person who typed the command */
export function parseEvaluateFlags(args: readonly string[], cwd: string): EvaluateFlags {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    ...{ 'data-source': text, set: text, engine: text, against: text, 'at-least': text, 'data-dir': text, folder: text, limit: text },
    ...{ 'with-changes': flag, json: flag, help: { ...flag, short: 'h' } },
  } as const;
  const { values } = parseArgs({ args: [...args], options, allowPositionals: false, strict: true });
  const engine = evaluationEngine.safeParse(values.engine ?? 'embedded');
  if (!engine.success) throw new Error('--engine takes embedded or current');
  const against = values.against === undefined ? null : evaluationRunId.safeParse(values.against);
  if (against?.success === false) throw new Error('--against takes the id of an evaluation, evl_…');
  const atLeast = Number(values['at-least'] ?? 0);
  if (!(atLeast >= 0 && atLeast <= 100)) throw new Error('--at-least takes a number from 0 to 100');
  const limit = Number(values.limit ?? Number.POSITIVE_INFINITY);
  if (!(limit >= 1)) throw new Error('--limit takes a number from 1');
  if (values.folder === undefined && values.limit !== undefined) throw new Error('--limit goes with --folder');
  const useless = (['data-source', 'with-changes', 'against'] as const).find((name) => values[name] !== undefined);
  if (values.folder !== undefined && useless) throw new Error(`--${useless} does not go with --folder`);
  return {
    help: values.help ?? false,
    dataSource: values['data-source'] ?? null,
    set: values.set ?? null,
    engine: engine.data,
    withChanges: values['with-changes'] ?? false,
    against: against?.data ?? null,
    atLeast: atLeast / 100,
    json: values.json ?? false,
    folder: values.folder === undefined ? null : resolve(cwd, values.folder),
    limit,
    env: values['data-dir'] === undefined ? {} : { DATA_DIR: resolve(cwd, values['data-dir']) },
  };
}
