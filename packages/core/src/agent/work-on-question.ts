import { toolName, type Wording } from '@majed-vanna/contract';
import { estimateTokens } from '../models/estimate-tokens.ts';
import type { ModelEndpoint } from '../models/model-endpoint.ts';
import type { AgentLimits } from './agent-limits.ts';
import type { AgentTokens, AgentTools } from './agent-ports.ts';
import type { AgentOutcome, AgentProgress, AgentQuestion } from './agent-question.ts';
import type { DrawnChart } from './create-agent.ts';
import { figuresOfResult } from './figures-of-result.ts';
import { halved, hasFewTools } from './limits-of-model.ts';
import { type ModelTrouble, troubleOf } from './model-trouble.ts';
import { prepareQuestion } from './prepare-question.ts';
import type { PromptRecord } from './prompt-record.ts';
import { type QuestionBack, questionInProse, tidyQuestionBack } from './question-back.ts';
import type { AgentSearch } from './relevant.ts';
import { createSpokenStream } from './spoken-stream.ts';
import { createStatementDesk } from './statement-desk.ts';
import { statementIn, withoutCode } from './statement-in-reply.ts';
import { isWrittenIn } from './tidy-sentence.ts';
import { orAborted, untilAborted } from './until-aborted.ts';

interface WorkDeps {
  readonly limits: AgentLimits;
  readonly tools: AgentTools | null;
  readonly search: AgentSearch;
}

type Stream = Awaited<ReturnType<Awaited<ReturnType<typeof prepareQuestion>>['agent']['stream']>>;

const SAY_IT_IN: Wording = {
  en: 'Say that in the language of the question.',
  ar: 'Say that in Arabic.',
};

/** One question to one model: the loop with its caps. */
export function workOnQuestion(endpoint: ModelEndpoint, question: AgentQuestion, { limits, tools, search }: WorkDeps) {
  const { dataToLlm, runStatement } = question;
  const late = AbortSignal.timeout(limits.wallClockMs);
  /** Calls beyond the cap do nothing, but thousands of them in one reply would keep the process busy. */
  const enough = new AbortController();
  const signal = AbortSignal.any([question.signal, late, enough.signal]);
  const pending: AgentProgress[] = [];
  /** Halved once, when the model cannot read so much. */
  let sizes = limits;
  const desk = createStatementDesk({
    runStatement,
    dataToLlm,
    limits,
    resultCharacters: () => sizes.resultCharacters,
    signal,
    onAttempt: (attempt) => pending.push({ kind: 'attempt', attempt }),
  });
  const said = createSpokenStream({ language: question.language, figuresAreKnown: figuresOfResult(question.question, desk.last) });
  const tokens = { input: 0, output: 0 };
  let record: PromptRecord | null = null;
  let asked: QuestionBack | null = null;
  let drawn: DrawnChart | null = null;
  let calls = 0;
  /** Replies of the model. */
  let steps = 0;
  /** It was told once to say it in the language of the question. */
  let toldLanguage = false;
  let refused = false;
  const spent = () => {
    const { input, output } = used();
    return input + output > limits.tokens;
  };
  const over = () => asked !== null || desk.over() || spent() || calls > limits.toolCalls || signal.aborted;
  return { progress, used };

  /** What was sent and not counted by the server is estimated. */
  function used(): AgentTokens {
    return { input: tokens.input + estimateTokens(record?.unaccounted() ?? 0), output: tokens.output };
  }

  async function* progress(): AsyncGenerator<AgentProgress, AgentOutcome> {
    let prepared = await orAborted(prepare(), signal);
    question.signal.throwIfAborted();
    if (prepared === null) return failed('too_slow');
    let { agent, messages } = prepared;
    while (steps < limits.steps) {
      said.reset();
      const stream = await orAborted(
        agent.stream([...messages], {
          maxSteps: limits.steps - steps,
          abortSignal: signal,
          stopWhen: over,
          modelSettings: { maxRetries: 0, temperature: 0, maxOutputTokens: sizes.replyTokens },
        }),
        signal,
      );
      const failure = yield* listen(stream);
      question.signal.throwIfAborted();
      if (desk.broken() !== null && !late.aborted && !enough.signal.aborted) return { ...facts(), kind: 'broken', error: desk.broken() };
      if (asked) return { ...facts(), kind: 'asks', asked };
      // What it said before, in the other language, is not lost.
      if (toldLanguage && (failure !== null || late.aborted)) return ended('', true);
      if (failure !== null || late.aborted) {
        const trouble = troubleOf(failure, late.aborted);
        if (trouble === 'too_long' && sizes === limits) {
          yield* unsaid();
          sizes = halved(limits);
          desk.forget();
          prepared = await orAborted(prepare(), signal);
          question.signal.throwIfAborted();
          if (prepared === null) return failed('too_slow');
          ({ agent, messages } = prepared);
          continue;
        }
        // Whoever has begun to speak was reached.
        return failed(trouble === 'unreachable' && said.reply() !== '' ? 'cut_off' : trouble);
      }
      const reply = said.reply();
      const sql = over() ? null : statementIn(reply);
      if (sql !== null && sql !== desk.last()?.sql) {
        yield { kind: 'tool', tool: 'run_sql', calls: ++calls };
        const { ok, result } = await desk.run(sql);
        recordUse('run_sql', ok);
        yield* pending.splice(0);
        question.signal.throwIfAborted();
        if (desk.broken() !== null && !late.aborted && !enough.signal.aborted) return { ...facts(), kind: 'broken', error: desk.broken() };
        if (late.aborted) return failed('too_slow');
        if (!ok && !desk.over()) {
          yield* unsaid();
          messages.push({ role: 'assistant', content: reply }, { role: 'user', content: result });
          continue;
        }
      }
      const words = withoutCode(reply);
      if (words !== '' && !refused && !toldLanguage && !isWrittenIn(question.language, words) && !over() && steps < limits.steps) {
        toldLanguage = true;
        yield* unsaid();
        messages.push({ role: 'assistant', content: reply }, { role: 'user', content: SAY_IT_IN[question.language] });
        continue;
      }
      return ended(refused ? '' : words, over() || steps >= limits.steps);
    }
    return failed('gave_up');
  }

  /** Passes on what comes of one request, reply by reply; returns what failed, or null. */
  async function* listen(stream: Stream | null): AsyncGenerator<AgentProgress, unknown> {
    let failure: unknown = null;
    for await (const chunk of stream === null ? [] : untilAborted(stream.fullStream, signal)) {
      if (chunk.type === 'tool-call') yield* toolCalled(chunk.payload.toolName);
      if (chunk.type === 'tool-result') recordUse(chunk.payload.toolName, succeeded(chunk.payload.result));
      if (chunk.type === 'tool-error') recordUse(chunk.payload.toolName, false);
      if (chunk.type === 'step-start') yield* unsaid();
      if (chunk.type === 'text-delta') {
        const text = said.add(chunk.payload.text);
        if (text !== '') yield { kind: 'said', text };
      }
      if (chunk.type === 'error') failure = chunk.payload.error;
      if (chunk.type === 'step-finish') {
        steps++;
        refused = chunk.payload.stepResult.reason === 'content-filter';
        const text = said.end();
        if (text !== '') yield { kind: 'said', text };
        count(chunk.payload.output.usage);
      }
      yield* pending.splice(0);
    }
    yield* pending.splice(0);
    return failure;
  }

  /** What came of it when the model says nothing more than these words. */
  function ended(words: string, gaveUp: boolean): AgentOutcome {
    const statement = desk.last();
    if (statement) {
      const chart = drawn !== null && drawn.sql === statement.sql ? drawn.chart : null;
      return { ...facts(), kind: 'answered', statement, text: words, chart };
    }
    if (desk.over() || signal.aborted) return failed('gave_up');
    const back = questionInProse(words, question.language);
    if (back) return { ...facts(), kind: 'asks', asked: back };
    if (words !== '' || refused || toldLanguage) return { ...facts(), kind: 'declined', text: refused ? null : words };
    return failed(gaveUp ? 'gave_up' : 'no_answer');
  }

  function facts() {
    return { model: endpoint.model, tokens: used(), calls };
  }

  function failed(trouble: ModelTrouble): AgentOutcome {
    return { ...facts(), kind: 'failed', trouble };
  }

  async function* toolCalled(tool: string): AsyncGenerator<AgentProgress> {
    yield* unsaid();
    yield { kind: 'tool', tool, calls: ++calls };
    if (calls > limits.toolCalls) enough.abort();
  }

  /** What was said before a tool was called is not the answer. */
  async function* unsaid(): AsyncGenerator<AgentProgress> {
    if (said.spoke()) yield { kind: 'unsaid' };
    said.reset();
  }

  function count({ inputTokens = 0, outputTokens = 0 }: { inputTokens?: number | undefined; outputTokens?: number | undefined }): void {
    tokens.input += inputTokens;
    tokens.output += outputTokens;
    if (inputTokens > 0) record?.accounted();
  }

  function recordUse(tool: string, ok: boolean): void {
    const known = toolName.safeParse(tool);
    if (known.success) tools?.recordUse(known.data, ok);
  }

  async function prepare() {
    const prepared = await prepareQuestion(endpoint, question, {
      tools,
      search,
      sizes,
      desk,
      over,
      onAsk,
      before: record,
      fewTools: hasFewTools(endpoint) || sizes !== limits,
      onChart: (chart) => {
        const sql = desk.last()?.sql;
        if (sql !== undefined) drawn = { chart, sql };
      },
    });
    record = prepared.record;
    return prepared;
  }

  function onAsk(given: QuestionBack) {
    const tidied = tidyQuestionBack(given, question.language);
    if (tidied === null) return { ok: false, result: `${SAY_IT_IN[question.language]} Ask again, without links.` };
    asked ??= tidied;
    return { ok: true, result: 'The person has been asked.' };
  }
}

function succeeded(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'ok' in result && result.ok === true;
}
