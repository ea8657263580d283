import type { DataToLlm, FailedAttempt } from '@majed-vanna/contract';
import type { AgentLimits } from './agent-limits.ts';
import type { RanStatement, RunStatement } from './ran-statement.ts';
import { shownResult } from './shown-result.ts';

interface DeskDeps {
  readonly runStatement: RunStatement;
  readonly dataToLlm: DataToLlm;
  readonly limits: Pick<AgentLimits, 'repairs'>;
  /** Characters of one result, at present. */
  readonly resultCharacters: () => number;
  readonly signal: AbortSignal;
  readonly onAttempt: (attempt: FailedAttempt) => void;
}

export interface Told {
  readonly ok: boolean;
  readonly result: string;
}

export type StatementDesk = ReturnType<typeof createStatementDesk>;

const TRIED = 'This very statement was handed in before. Change it, or end with your sentence.';
const OVER = 'No more statements: too many have failed.';
const BROKEN = 'The database does not answer. Stop here.';

/** Where a model hands in statements, one after the other: each runs at most once, and of those that ran the last one counts. */
export function createStatementDesk({ runStatement, dataToLlm, limits, resultCharacters, signal, onAttempt }: DeskDeps) {
  const tried = new Set<string>();
  let last: RanStatement | null = null;
  let failures = 0;
  let broken: unknown = null;
  let queue: Promise<unknown> = Promise.resolve();
  const over = () => broken !== null || failures > limits.repairs;
  return {
    run: (sql: string) => inTurn(() => run(sql)),
    look: (sql: string) => inTurn(() => look(sql)),
    last: () => last,
    forget,
    /** The database failed, not the statement: nothing that a model could repair. */
    broken: () => broken,
    over,
  };

  /** For a model that begins anew: nothing was handed in before. */
  function forget(): void {
    tried.clear();
    last = null;
  }

  /** Parallel calls of a tool are worked off in their order. */
  function inTurn(work: () => Promise<Told>): Promise<Told> {
    const told = queue.then(work);
    queue = told;
    return told;
  }

  /** Tells the model what came of its statement; never throws, because a tool that throws is called again. */
  async function run(sql: string): Promise<Told> {
    if (over()) return { ok: false, result: OVER };
    const key = normalised(sql);
    if (tried.has(key)) return failed(TRIED);
    tried.add(key);
    return attempt(sql);
  }

  /** A statement of our own, to look at data with: it is not an answer, and its failure is not the model's. */
  async function look(sql: string): Promise<Told> {
    if (over()) return { ok: false, result: OVER };
    try {
      const outcome = await runStatement(sql, signal);
      return outcome.kind === 'ran' ? shown(outcome.statement) : { ok: false, result: outcome.told };
    } catch (error) {
      return brokenBy(error);
    }
  }

  async function attempt(sql: string): Promise<Told> {
    try {
      const outcome = await runStatement(sql, signal);
      if (outcome.kind === 'ran') {
        last = outcome.statement;
        return shown(outcome.statement);
      }
      onAttempt({ sql, problem: outcome.problem });
      const { rewrite } = outcome;
      if (rewrite === null || tried.has(normalised(rewrite))) return failed(outcome.told);
      tried.add(normalised(rewrite));
      const second = await attempt(rewrite);
      return second.ok ? { ok: true, result: `${outcome.told}\nIt was corrected to:\n${rewrite}\n${second.result}` } : second;
    } catch (error) {
      return brokenBy(error);
    }
  }

  function shown({ execution }: RanStatement): Told {
    return { ok: true, result: shownResult(execution, dataToLlm, resultCharacters()) };
  }

  function brokenBy(error: unknown): Told {
    broken ??= error;
    return { ok: false, result: BROKEN };
  }

  function failed(result: string): Told {
    failures++;
    return { ok: false, result };
  }
}

/** The same statement in another layout is the same; what stands in quotes keeps its case and its spaces. */
function normalised(sql: string): string {
  return sql
    .replace(/;\s*$/, '')
    .split(/('(?:[^']|'')*'|"[^"]*")/)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/\s+/g, ' ').toLowerCase()))
    .join('')
    .trim();
}
