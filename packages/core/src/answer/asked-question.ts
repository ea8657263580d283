import { AppError, type AskedQuestion, because } from '@majed-vanna/contract';
import type { AnswerRow, Database, EarlierAnswer } from '@majed-vanna/db';
import { type Interpretation, type QueryPlan, questionKey } from '@majed-vanna/nlq';
import { sameStatement } from '../learning/proposals.ts';
import type { SemanticsService, SourceSemantics } from '../semantics/semantics-service.ts';
import { askedBack } from './asked-back.ts';
import { dayOf, localDate } from './local-date.ts';
import { cleanQuestion } from './question-text.ts';

interface AskedQuestionDeps {
  readonly database: Pick<Database, 'repositories'>;
  readonly semantics: Pick<SemanticsService, 'engineFor'>;
}

/** Turns before a question that are looked at, and shown. */
export const MOST_BEFORE = 20;

/**
 * A question as it stood in its conversation. It is whole when nothing else was answered or asked back before it, or when the embedded
 * engine reads it alone to what came of it; whatever else was read with earlier turns may mean something else without them.
 */
export async function askedQuestion({ database, semantics }: AskedQuestionDeps, answer: AnswerRow): Promise<AskedQuestion> {
  const { answers, messages, dataSources } = database.repositories;
  const asked = await messages.listByConversation(answer.conversationId);
  const question = asked.find(({ id }) => id === answer.messageId)?.text ?? '';
  const others = (await answers.listEarlier(answer.conversationId, MOST_BEFORE, answer.startedAt)).filter(
    (earlier) => questionKey(earlier.question) !== questionKey(question),
  );
  const reply = await askedBack(database, await answers.getBefore(answer), answer.dataSourceId);
  const before = [...others.map((earlier) => earlier.question), ...(reply ? [reply.question] : [])];
  const source = await dataSources.getById(answer.dataSourceId);
  if (before.length === 0 || !source) return { question, whole: true, wording: question, before };
  const known = await semantics.engineFor(source.id);
  const today = dayOf(source, localDate(answer.startedAt));
  const whole = known.engine.leaning(question) === 'whole' && comesOf(known.engine.interpret(question, { today }), answer);
  return { question, whole, wording: whole ? question : wordingOf(known, question, { today, answer, last: others.at(-1) }), before };
}

/**
 * The words that a question is kept with: its own where it is whole, or else those of whoever keeps it.
 * @throws AppError `conflict`: `question_leans` when they cannot be understood without the turns before, `question_whole` when a
 * whole question is given other words, under which its statement would answer something that nobody asked
 */
export async function wholeQuestion(deps: AskedQuestionDeps, answer: AnswerRow, words?: string): Promise<string> {
  const reworded = words === undefined ? undefined : cleanQuestion(words);
  const { question, whole } = await askedQuestion(deps, answer);
  if (whole) {
    if (reworded === undefined || questionKey(reworded) === questionKey(question)) return question;
    throw AppError.because('conflict', because('question_whole'));
  }
  const { engine } = await deps.semantics.engineFor(answer.dataSourceId);
  if (reworded === undefined || engine.leaning(reworded) === 'leaning') throw AppError.because('conflict', because('question_leans'));
  return reworded;
}

function comesOf(alone: Interpretation, { outcome, sql }: AnswerRow): boolean {
  switch (alone.kind) {
    case 'answer':
      return sql !== null && sameStatement(alone.reading.sql, sql);
    case 'ask':
      return outcome === 'needs_clarification';
    case 'refuse':
      return outcome === 'refused';
  }
}

/** Where the engine went on from its own plan, the plan in words: something to begin with. */
function wordingOf(
  { engine, schemaVersion }: SourceSemantics,
  question: string,
  { today, answer, last }: { readonly today: string; readonly answer: AnswerRow; readonly last: EarlierAnswer | undefined },
): string {
  if (!answer.plan || !last?.plan || last.receipt?.schemaVersion !== schemaVersion) return question;
  // The plan was stored by an earlier run of the engine, against the same schema.
  const read = engine.interpret(question, { today, previousPlan: last.plan as QueryPlan });
  if (read.kind !== 'answer' || !read.goesOn) return question;
  const words = read.reading.understood.map(({ text }) => text).join('');
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
