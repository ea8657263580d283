import { askedOf, databaseFile, type KnownQuestion, type QuestionSet, variantFiles } from '@majed-vanna/core/question-folders';
import type { Asker, Prediction } from './nlq-asker.ts';
import { type Cause, causeOf } from './nlq-failures.ts';
import type { Judge } from './nlq-judge.ts';
import type { BenchOptions } from './nlq-options.ts';
import { type Count, createTally, type Tally } from './nlq-tally.ts';

export interface RunTools {
  readonly options: BenchOptions;
  readonly judge: Judge;
  readonly asker: Asker;
  readonly note: (text: string) => void;
}

/** Asks every question of a set and scores the answers; questions whose known answer is wrong or empty are left out. */
export async function runSet(set: QuestionSet, { options, judge, asker, note }: RunTools): Promise<{ tally: Tally; lines: string[] }> {
  const tally = createTally();
  const lines: string[] = [];
  const questions = askedOf(set, options.limit);
  for (const [index, question] of questions.entries()) {
    if (index > 0 && index % 250 === 0) note(`${set.name}: ${index} of ${questions.length}`);
    const prediction = await asker.ask(set, question);
    lines.push(
      JSON.stringify({ id: question.id, set: set.name, sql: prediction.sql, kind: prediction.kind, confidence: prediction.confidence }),
    );
    const { outcome, cause, remark } = await score(question, prediction);
    tally.add(question.tags, outcome, cause, {
      id: question.id,
      question: question.question,
      gold: question.golds[0] ?? null,
      predicted: prediction.sql,
      note: [remark, prediction.note].filter(Boolean).join(' | '),
    });
  }
  return { tally, lines };

  async function score(
    question: KnownQuestion,
    prediction: Prediction,
  ): Promise<{ outcome: Partial<Count>; cause: Cause | 'right'; remark: string }> {
    if (prediction.kind === 'refuse')
      return { outcome: { refused: 1 }, cause: set.reaction === 'refuse' ? 'right' : 'refused', remark: '' };
    if (prediction.kind === 'ask') {
      const right = set.reaction === 'answer' ? await firstRight(question, prediction.offered) : -1;
      return {
        outcome: { asked: 1, askedRight: right < 0 ? 0 : 1 },
        cause: set.reaction === 'ask' ? 'right' : 'asked',
        remark: right < 0 ? 'right reading not offered' : `right reading is offer ${right + 1}`,
      };
    }
    if (prediction.sql === null || set.reaction !== 'answer') return { outcome: { answered: 1 }, cause: 'other', remark: 'answered' };
    const verdict = await verdictOn(question, prediction.sql);
    const cause = verdict.strict ? 'right' : causeOf(question.golds[0] ?? '', prediction.sql, verdict);
    const drawn = verdict.strict ? await chartOf(question, prediction) : null;
    return {
      outcome: {
        answered: 1,
        strict: Number(verdict.strict),
        relaxed: Number(verdict.relaxed),
        charts: Number(drawn !== null),
        chartsRight: Number(drawn !== null && drawn === question.expectedChart),
      },
      cause,
      remark:
        verdict.invalid ?? (drawn !== null && drawn !== question.expectedChart ? `drawn as ${drawn}, not ${question.expectedChart}` : ''),
    };
  }

  /** Only right answers are drawn: the chart of a wrong one says nothing. */
  async function chartOf(question: KnownQuestion, { reading }: Prediction): Promise<string | null> {
    if (question.expectedChart === null || reading === null) return null;
    const { chartFor } = await import('./nlq-charts.ts');
    return chartFor(question.question, reading, databaseFile(set, question.db));
  }

  async function firstRight(question: KnownQuestion, offered: readonly string[]): Promise<number> {
    for (const [index, sql] of offered.entries()) if ((await verdictOn(question, sql)).strict) return index;
    return -1;
  }

  function verdictOn(question: KnownQuestion, predicted: string) {
    const files = [databaseFile(set, question.db), ...(options.variants ? variantFiles(set, question.db) : [])];
    return judge.judge({ files, golds: question.golds, predicted });
  }
}
