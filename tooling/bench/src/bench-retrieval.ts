// Measures the search of the semantic layer on a folder of questions with known answers. The last line on stdout is a JSON summary.
import { parseArgs } from 'node:util';
import { newId } from '@majed-vanna/contract';
import { type QuestionSet, readSets } from '@majed-vanna/core/question-folders';
import { createBenchSearch } from './retrieval-search.ts';
import { type RetrievalSource, readSources, semanticsOf } from './retrieval-sources.ts';
import { count, figures, newTally } from './retrieval-tally.ts';

const USAGE = `usage: pnpm bench:retrieval -- DIR [--set NAME]… [--limit N] [--reranker] [--misses]
DIR holds one folder per set: db/<db>.sqlite and *.jsonl with {id, db, question, gold_sql, tags}.`;
const ALONE = ['words', 'trigrams', 'synonyms', 'values'] as const;

const note = (text: string) => console.error(`[bench] ${text}`);

try {
  await main();
} catch (error) {
  note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  console.error(USAGE);
  process.exitCode = 2;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== '--'),
    allowPositionals: true,
    options: {
      set: { type: 'string', multiple: true, default: [] },
      limit: { type: 'string', default: 'Infinity' },
      reranker: { type: 'boolean', default: false },
      misses: { type: 'boolean', default: false },
    },
  });
  const [dir] = positionals;
  if (!dir) throw new Error('one folder is needed');
  const sets = readSets(dir, note).filter(
    ({ name, reaction }) => reaction === 'answer' && (values.set.length === 0 || values.set.includes(name)),
  );
  const summary: Record<string, unknown> = {};
  const search = createBenchSearch({ reranker: values.reranker });
  for (const set of sets) summary[set.name] = await measured(set, { ...values, limit: Number(values.limit), search });
  await search.close();
  console.log(JSON.stringify({ bench: 'retrieval', sets: summary }));
}

interface Measuring {
  readonly limit: number;
  readonly reranker: boolean;
  readonly misses: boolean;
  readonly search: ReturnType<typeof createBenchSearch>;
}

async function measured(set: QuestionSet, { limit, reranker, misses, search }: Measuring) {
  const { within, union } = await readSources(set, limit);
  const rows: Record<string, ReturnType<typeof figures>> = {};
  const fused = new Set([...ALONE]);
  const ways = [
    ...ALONE.map((method) => [method, new Set([method])] as const),
    ...(reranker ? [['reranker', new Set(['reranker'] as const)] as const] : []),
    ['fused', fused] as const,
    ...(reranker ? [['fused, reranker', new Set([...ALONE, 'reranker'] as const)] as const] : []),
  ];
  for (const [scope, sources] of [['each database', within] as const, ['all as one', [union]] as const]) {
    if (reranker) for (const { id, semantics } of sources) await search.prepare(semantics, id);
    for (const [way, methods] of ways)
      rows[`${scope}: ${way}`] = await tables(sources, methods, misses && scope === 'all as one' && way.startsWith('fused'));
  }
  rows['question to verified question'] = await verifiedQuestions(within);
  console.log(`\n${set.name}: ${within.length} databases, ${union.semantics.model.tables.length} tables`);
  console.table(rows);
  return rows;

  async function tables(
    sources: readonly RetrievalSource[],
    methods: NonNullable<Parameters<typeof search.search>[3]['methods']>,
    show: boolean,
  ) {
    const tally = newTally();
    for (const { id, semantics, asked } of sources)
      for (const { question, tables: wanted } of asked) {
        const begun = performance.now();
        const found = await search.search(semantics, id, question.question, { limit: 50, kinds: ['table'], methods });
        const keys = found.map(({ key }) => key);
        count(tally, keys, wanted, performance.now() - begun);
        if (show && [...wanted].some((table) => !keys.slice(0, 5).includes(table)))
          console.log(`   ${question.question}\n      wanted ${[...wanted].join(', ')}\n      found  ${keys.slice(0, 5).join(', ')}`);
      }
    return figures(tally);
  }

  /** Each question is held out and looked for among the others of its database: those with the same answer are wanted. */
  async function verifiedQuestions(sources: readonly RetrievalSource[]) {
    const tally = newTally();
    for (const { id, semantics, asked } of sources) {
      const pairs = asked.map(({ question, sql }) => ({ id: newId('vfq'), question: question.question, language: 'en' as const, sql }));
      const known = semanticsOf(semantics.model, pairs);
      for (const own of pairs) {
        const same = pairs.filter((pair) => pair !== own && pair.sql === own.sql).map((pair) => pair.id);
        if (same.length === 0) continue;
        const begun = performance.now();
        const found = (await search.search(known, id, own.question, { limit: 50, kinds: ['verified'], methods: fused })).map(
          ({ key }) => key,
        );
        const others = found.filter((key) => key !== own.id);
        // One of those with the same answer is enough.
        const best = others.find((key) => same.some((wanted) => wanted === key));
        count(tally, others, new Set([best ?? same[0] ?? '']), performance.now() - begun);
      }
    }
    return figures(tally);
  }
}
