// Checks a corpus of statements: one JSON line per statement on stdout, a summary on stderr.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { dialect } from '@majed-vanna/contract';
import { checkCorpus } from './guard-corpus.ts';
import { readCorpus } from './guard-corpus-file.ts';
import { readPolicyFile } from './guard-policy-file.ts';

const USAGE = 'usage: guard-check POLICY.json CORPUS.jsonl [--dialect duckdb,sqlite] [--max-rows 1000]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { dialect: { type: 'string' }, 'max-rows': { type: 'string', default: '1000' } },
});
const [policyPath, corpusPath] = positionals;
if (!policyPath || !corpusPath) {
  console.error(USAGE);
  process.exit(2);
}

const policyFile = readPolicyFile(await readFile(policyPath, 'utf8'));
const wanted = values.dialect?.split(',').map((name) => dialect.parse(name.trim()));
const statements = readCorpus(await readFile(corpusPath, 'utf8')).filter((statement) => !wanted || wanted.includes(statement.dialect));
const summary = await checkCorpus({
  policyFile,
  statements,
  maxRows: Number(values['max-rows']),
  report: (line) => console.log(JSON.stringify(line)),
});

console.error(
  `${statements.length} statements: ${summary.allowed} allowed, ${summary.denied} denied; median ${summary.medianMs.toFixed(2)} ms a check`,
);
for (const [name, count] of summary.unsupported) console.error(`  ${name}: ${count} statements refused as unsupported_dialect`);
for (const { id, expected, got, sql } of summary.mismatches)
  console.error(`  ${id}: expected ${expected}, got ${got}: ${sql.slice(0, 200)}`);
if (summary.judged > 0) console.error(`${summary.right} of ${summary.judged} as expected`);
process.exit(summary.right < summary.judged ? 1 : 0);
