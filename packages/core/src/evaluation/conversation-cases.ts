import { setImmediate as soon } from 'node:timers/promises';
import type { ConversationId, DataSourceId, GoldenQuestion, Outcome, RunId } from '@majed-vanna/contract';
import type { AnswerRow, Database } from '@majed-vanna/db';
import { askedQuestion } from '../answer/asked-question.ts';
import type { SemanticsService } from '../semantics/semantics-service.ts';

interface ConversationCasesDeps {
  readonly database: Pick<Database, 'repositories'>;
  readonly semantics: Pick<SemanticsService, 'engineFor'>;
}

type CaseFound = GoldenQuestion & { readonly originRunId: RunId };

const EXPECTED = { answered: 'answer', needs_clarification: 'clarification', refused: 'refusal', failed: null } as const satisfies Record<
  Outcome,
  GoldenQuestion['expected'] | null
>;

/** What a case of an answer expects; null where nothing came of it that could be expected. */
export function expectedOf({ outcome, sql }: Pick<AnswerRow, 'outcome' | 'sql'>): Pick<GoldenQuestion, 'expected' | 'sql'> | null {
  const expected = outcome && EXPECTED[outcome];
  if (!expected || (expected === 'answer' && !sql)) return null;
  return { expected, sql: expected === 'answer' ? sql : null };
}

/**
 * The questions of a conversation to one source that can be asked alone, in their order, each with what came of it last. Those
 * that go on from others, and those that nothing came of, are left out and counted.
 */
export async function casesOfConversation(
  deps: ConversationCasesDeps,
  conversation: ConversationId,
  dataSource: DataSourceId,
): Promise<{ readonly cases: readonly CaseFound[]; readonly left: number }> {
  const found = new Map<string, CaseFound>();
  let left = 0;
  for (const answer of await deps.database.repositories.answers.listByConversation(conversation)) {
    // Each is read anew, and a conversation may be long: others are served in between.
    await soon();
    const expects = answer.dataSourceId === dataSource ? expectedOf(answer) : null;
    const asked = expects && (await askedQuestion(deps, answer));
    if (expects && asked?.whole) found.set(asked.question, { ...expects, question: asked.question, originRunId: answer.id });
    else left++;
  }
  return { cases: [...found.values()], left };
}
