import type { DataToLlm } from '@majed-vanna/contract';
import { z } from 'zod';
import { describeTable } from './describe-table.ts';
import type { Libraries } from './load-libraries.ts';
import { rankTables } from './search-semantics.ts';
import type { StatementDesk } from './statement-desk.ts';
import { undelimited } from './system-prompt.ts';
import { keyOf, type VisibleModel } from './visible-model.ts';

/** A question back to the person. */
export interface AskedUser {
  readonly prompt: string;
  readonly options: readonly { readonly label: string; readonly question: string }[];
}

interface ToolDeps {
  readonly createTool: Libraries['createTool'];
  readonly model: VisibleModel;
  readonly desk: StatementDesk;
  readonly dataToLlm: DataToLlm;
  readonly maxCharacters: number;
  readonly onAsk: (asked: AskedUser) => void;
}

const FOUND_TABLES = 5;

/** What a model can do, each over the same services as every door, as the same person. */
export function agentTools({ createTool, model, desk, dataToLlm, maxCharacters, onAsk }: ToolDeps) {
  const told = z.object({ ok: z.boolean(), result: z.string() });
  return {
    search_semantics: createTool({
      id: 'search_semantics',
      description: 'Finds tables and metrics by words of the question.',
      inputSchema: z.object({ query: z.string() }),
      outputSchema: told,
      execute: async ({ query }) => ({ ok: true, result: described(rankTables(model, query).slice(0, FOUND_TABLES)) }),
    }),
    describe_table: createTool({
      id: 'describe_table',
      description: 'Describes one table: columns, types, joins, metrics.',
      inputSchema: z.object({ table: z.string().describe('schema.table, or the table alone') }),
      outputSchema: told,
      execute: async ({ table }) => {
        const found = tableOf(table);
        return found ? { ok: true, result: described([found]) } : unknownTable(table);
      },
    }),
    sample_values: createTool({
      id: 'sample_values',
      description: 'Shows some values of a column, to write them right in a condition.',
      inputSchema: z.object({ table: z.string(), column: z.string() }),
      outputSchema: told,
      execute: async ({ table, column }) => {
        if (dataToLlm === 'none' || dataToLlm === 'aggregates')
          return {
            ok: false,
            result: 'Values of this database are not shown to you. Take the words of the question, and compare without case.',
          };
        const found = tableOf(table);
        const known = found?.columns.find(({ name }) => name.toLowerCase() === column.toLowerCase());
        if (!found || !known) return unknownTable(`${table}.${column}`);
        if (known.masked) return { ok: false, result: 'This column is masked: its values are shown to nobody.' };
        const name = quoted(known.name);
        return desk.look(`SELECT DISTINCT ${name} FROM ${quoted(found.schema)}.${quoted(found.name)} WHERE ${name} IS NOT NULL`);
      },
    }),
    run_sql: createTool({
      id: 'run_sql',
      description: 'Checks and runs one SELECT statement. The last one that ran is what the person sees.',
      inputSchema: z.object({ sql: z.string() }),
      outputSchema: told,
      execute: async ({ sql }) => desk.run(sql),
    }),
    ask_user: createTool({
      id: 'ask_user',
      description: 'Asks the person which of several meanings is meant. Ends your work.',
      inputSchema: z.object({
        prompt: z.string().min(1),
        options: z
          .array(z.object({ label: z.string().min(1), question: z.string().describe('the whole question, with this meaning') }))
          .min(2)
          .max(6),
      }),
      outputSchema: told,
      execute: async (asked) => {
        onAsk(asked);
        return { ok: true, result: 'The person has been asked.' };
      },
    }),
  };

  function tableOf(name: string) {
    const wanted = name.replaceAll('"', '').toLowerCase();
    return model.tables.find((table) => keyOf(table).toLowerCase() === wanted || table.name.toLowerCase() === wanted);
  }

  function described(tables: VisibleModel['tables']): string {
    const text = tables.map((table) => describeTable(table, model)).join('\n');
    return `<data>\n${undelimited(text.slice(0, maxCharacters))}\n</data>`;
  }
}

function unknownTable(name: string) {
  return { ok: false, result: `There is no ${name.slice(0, 100)}.` };
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
