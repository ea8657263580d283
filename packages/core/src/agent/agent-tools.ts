import { type ChartSpec, chartType, type ToolName } from '@majed-vanna/contract';
import type { SemanticTable } from '@majed-vanna/nlq';
import { z } from 'zod';
import { chartOfStatement } from './chart-of-statement.ts';
import { describeTableWithin } from './describe-table.ts';
import type { Libraries } from './load-libraries.ts';
import type { QuestionBack } from './question-back.ts';
import { type Looking, relevantTo } from './relevant.ts';
import type { StatementDesk, Told } from './statement-desk.ts';
import { asData } from './untrusted-text.ts';
import { valuesStatement } from './values-statement.ts';
import { keyOf } from './visible-model.ts';

interface ToolDeps {
  readonly createTool: Libraries['createTool'];
  readonly enabled: ReadonlySet<ToolName>;
  readonly looking: Looking;
  readonly question: string;
  readonly desk: StatementDesk;
  readonly maxCharacters: () => number;
  /** True once the question is over: what is called then does nothing. */
  readonly over: () => boolean;
  /** What the model is told of its question. */
  readonly onAsk: (asked: QuestionBack) => Told;
  readonly onChart: (chart: ChartSpec) => void;
}

interface ProposedChart {
  readonly type: ChartSpec['type'];
  readonly title?: string | null | undefined;
  readonly x?: string | null | undefined;
  readonly y?: readonly string[] | null | undefined;
  readonly series?: string | null | undefined;
}

const FOUND_TABLES = 5;
const FOUND_PASSAGES = 3;
const NAME = z.string().max(300);

/** What a model can do, each over the same services as every door, as the same person. */
export function agentTools({ createTool, enabled, looking, question, desk, maxCharacters, over, onAsk, onChart }: ToolDeps) {
  const told = z.object({ ok: z.boolean(), result: z.string() });
  const { visible, dataToLlm } = looking;
  const all = {
    search_semantics: createTool({
      id: 'search_semantics',
      description: 'Finds tables, metrics, terms and passages of documents by words of the question.',
      inputSchema: z.object({ query: z.string().max(1_000) }),
      outputSchema: told,
      execute: async ({ query }) => unlessOver(() => found(query)),
    }),
    describe_table: createTool({
      id: 'describe_table',
      description: 'Describes one table: columns, types, joins, metrics.',
      inputSchema: z.object({ table: NAME.describe('schema.table, or the table alone') }),
      outputSchema: told,
      execute: async ({ table }) =>
        unlessOver(async () => {
          const known = tableOf(table);
          return known ? { ok: true, result: described([known]) } : unknownTable(table);
        }),
    }),
    sample_values: createTool({
      id: 'sample_values',
      description: 'Shows values of a column in their order, to write them right in a condition.',
      inputSchema: z.object({
        table: NAME,
        column: NAME,
        like: z.string().max(100).nullish().describe('only values that hold these characters, without regard to case'),
      }),
      outputSchema: told,
      execute: async ({ table, column, like }) => unlessOver(() => sampled(table, column, like ?? '')),
    }),
    run_sql: createTool({
      id: 'run_sql',
      description: 'Checks and runs one SELECT statement. The last one that ran is what the person sees.',
      inputSchema: z.object({ sql: z.string().max(20_000) }),
      outputSchema: told,
      execute: async ({ sql }) => unlessOver(() => desk.run(sql)),
    }),
    make_chart: createTool({
      id: 'make_chart',
      description:
        'Draws the result of the last statement in another way than the obvious one. Each place of the chart holds one value: bars, lines and pies take one row per x; with several rows per x name a series. kpi: one row, or one amount over time. heatmap and pivot: x, series and one y. histogram: an amount as x and no y.',
      inputSchema: z.object({
        type: chartType,
        title: z.string().max(1_000).nullish(),
        x: NAME.nullish().describe('column of the category or time axis'),
        y: z.array(NAME).max(8).nullish().describe('columns with numbers'),
        series: NAME.nullish().describe('column whose values split y'),
      }),
      outputSchema: told,
      execute: async (proposed) => unlessOver(async () => drawn(proposed)),
    }),
    ask_user: createTool({
      id: 'ask_user',
      description: 'Asks the person which of several meanings is meant. Ends your work.',
      inputSchema: z.object({
        prompt: z.string().min(1).max(500),
        options: z
          .array(
            z.object({
              label: z.string().min(1).max(200),
              question: z.string().min(1).max(1_000).describe('the whole question, with this meaning'),
            }),
          )
          .min(2)
          .max(6),
      }),
      outputSchema: told,
      execute: async (asked) => unlessOver(async () => onAsk(asked)),
    }),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => enabled.has(name as ToolName))) as Partial<typeof all>;

  async function unlessOver(work: () => Promise<Told>): Promise<Told> {
    return over() ? { ok: false, result: 'This question is over. Stop here.' } : work();
  }

  async function found(query: string): Promise<Told> {
    const { tables, terms, passages } = await relevantTo(query, looking);
    const texts = [
      ...terms.slice(0, FOUND_TABLES).map(({ name, text }) => `term ${name}: ${text}`),
      ...passages.slice(0, FOUND_PASSAGES).map(({ title, text }) => `document ${title}: ${text}`),
    ];
    return { ok: true, result: described(tables.slice(0, FOUND_TABLES), texts) };
  }

  async function sampled(table: string, column: string, like: string): Promise<Told> {
    if (dataToLlm === 'none' || dataToLlm === 'aggregates')
      return {
        ok: false,
        result: 'Values of this database are not shown to you. Take the words of the question, and compare without case.',
      };
    const known = tableOf(table);
    const wanted = known?.columns.find(({ name }) => name.toLowerCase() === column.toLowerCase());
    if (!known || !wanted) return unknownTable(`${table}.${column}`);
    if (wanted.masked) return { ok: false, result: 'This column is masked: its values are shown to nobody.' };
    return desk.look(valuesStatement(known, wanted, like));
  }

  function drawn({ type, title, x, y, series }: ProposedChart): Told {
    const statement = desk.last();
    if (statement === null) return { ok: false, result: 'No statement has run yet: run one, then draw its result.' };
    const proposal = { type, x: x ?? null, y: y ?? [], series: series ?? null, ...(title ? { title } : {}) };
    const { chart, problem } = chartOfStatement(proposal, statement, question);
    if (problem !== null) {
      const names = statement.execution.columns.map(({ name }) => name).join(', ');
      return { ok: false, result: `${problem} The columns are:\n${asData(names.slice(0, maxCharacters()))}` };
    }
    onChart(chart);
    return { ok: true, result: 'It will be drawn so.' };
  }

  function tableOf(name: string) {
    const wanted = name.replaceAll('"', '').toLowerCase();
    return visible.tables.find((table) => keyOf(table).toLowerCase() === wanted || table.name.toLowerCase() === wanted);
  }

  function described(tables: readonly SemanticTable[], texts: readonly string[] = []): string {
    const room = maxCharacters();
    const each = tables.length > 1 ? room / 2 : room;
    const all = [...tables.map((table) => describeTableWithin(each, table, visible) ?? `table ${keyOf(table)}`), ...texts];
    return asData(all.join('\n').slice(0, room));
  }
}

function unknownTable(name: string): Told {
  return { ok: false, result: `There is no ${name.slice(0, 100)}.` };
}
