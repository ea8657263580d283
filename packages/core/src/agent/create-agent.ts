import type { DataPolicy, DataToLlm, Language } from '@majed-vanna/contract';
import type { MastraModelConfig } from '@mastra/core/llm';
import type { ModelEndpoint } from '../models/model-endpoint.ts';
import type { SourceSemantics } from '../semantics/semantics-service.ts';
import { AGENT_LIMITS, type AgentLimits } from './agent-limits.ts';
import { type AskedUser, agentTools } from './agent-tools.ts';
import type { EarlierTurn } from './earlier-turn.ts';
import { fencedSql, withoutCode } from './fenced-sql.ts';
import { loadLibraries } from './load-libraries.ts';
import { type ModelTrouble, troubleOf } from './model-trouble.ts';
import type { RanStatement, RunStatement } from './ran-statement.ts';
import { createStatementDesk } from './statement-desk.ts';
import { systemPrompt } from './system-prompt.ts';
import { visibleModel } from './visible-model.ts';

export interface AgentQuestion {
  readonly question: string;
  readonly language: Language;
  readonly today: string;
  /** What a follow-up goes on from, oldest first. */
  readonly earlier: readonly EarlierTurn[];
  readonly semantics: SourceSemantics;
  readonly policy: DataPolicy;
  readonly dataToLlm: DataToLlm;
  readonly runStatement: RunStatement;
  readonly signal: AbortSignal;
}

/** A tool that the model has called, as it goes. */
export interface AgentProgress {
  readonly tool: string;
  readonly calls: number;
}

export type AgentOutcome = { readonly model: string; readonly tokens: AgentTokens; readonly calls: number } & (
  | { readonly kind: 'answered'; readonly statement: RanStatement; readonly text: string }
  | { readonly kind: 'asks'; readonly asked: AskedUser }
  | { readonly kind: 'failed'; readonly trouble: ModelTrouble }
  /** The database failed, which is no fault of the model. */
  | { readonly kind: 'broken'; readonly error: unknown }
);

export interface AgentTokens {
  readonly input: number;
  readonly output: number;
}

export interface AgentDeps {
  readonly models: { activeEndpoint(): Promise<ModelEndpoint | null> };
  readonly limits?: Partial<AgentLimits>;
}

export type Agent = ReturnType<typeof createAgent>;

/** Asks the active language model. Loads nothing until the first question. */
export function createAgent({ models, limits: given }: AgentDeps) {
  const limits: AgentLimits = { ...AGENT_LIMITS, ...given };
  return { endpoint: models.activeEndpoint, answer };

  /**
   * Tells the tools as they are called, and in the end what came of it. A model or a database that fails is an outcome.
   * @throws the signal's reason
   */
  async function* answer(endpoint: ModelEndpoint, request: AgentQuestion): AsyncGenerator<AgentProgress, AgentOutcome> {
    const late = AbortSignal.timeout(limits.wallClockMs);
    const signal = AbortSignal.any([request.signal, late]);
    const desk = createStatementDesk({ runStatement: request.runStatement, dataToLlm: request.dataToLlm, limits, signal });
    let asked: AskedUser | null = null;
    let calls = 0;
    const tokens = { input: 0, output: 0 };
    const spent = () => tokens.input + tokens.output > limits.tokens;
    const outcome = (rest: { kind: 'failed'; trouble: ModelTrouble } | { kind: 'broken'; error: unknown }) => ({
      ...rest,
      model: endpoint.model,
      tokens,
      calls,
    });

    const agent = await prepare();
    const messages = conversationOf(request);
    for (let steps = 0; steps < limits.steps; ) {
      let reply = '';
      let failure: unknown = null;
      const stream = await agent.stream([...messages], {
        maxSteps: limits.steps - steps,
        abortSignal: signal,
        stopWhen: () => asked !== null || desk.over() || spent(),
        modelSettings: { maxRetries: 1, temperature: 0, maxOutputTokens: limits.replyTokens },
      });
      for await (const chunk of stream.fullStream) {
        if (chunk.type === 'tool-call') yield { tool: chunk.payload.toolName, calls: ++calls };
        if (chunk.type === 'step-start') reply = '';
        if (chunk.type === 'text-delta') reply += chunk.payload.text;
        if (chunk.type === 'error') failure = chunk.payload.error;
        if (chunk.type === 'step-finish') {
          steps++;
          tokens.input += chunk.payload.output.usage.inputTokens ?? 0;
          tokens.output += chunk.payload.output.usage.outputTokens ?? 0;
        }
      }
      request.signal.throwIfAborted();
      if (desk.broken() !== null && !late.aborted) return outcome({ kind: 'broken', error: desk.broken() });
      if (asked) return { kind: 'asks', asked, model: endpoint.model, tokens, calls };
      if (failure !== null || late.aborted) return outcome({ kind: 'failed', trouble: troubleOf(failure, late.aborted) });
      const sql = desk.over() || spent() ? null : fencedSql(reply);
      if (sql !== null && sql !== desk.last()?.sql) {
        yield { tool: 'run_sql', calls: ++calls };
        const { ok, result } = await desk.run(sql);
        if (desk.broken() !== null) return outcome({ kind: 'broken', error: desk.broken() });
        if (!ok && !desk.over()) {
          messages.push({ role: 'assistant', content: reply }, { role: 'user', content: result });
          continue;
        }
      }
      const statement = desk.last();
      if (statement) return { kind: 'answered', statement, text: withoutCode(reply), model: endpoint.model, tokens, calls };
      return outcome({ kind: 'failed', trouble: desk.over() || spent() || steps >= limits.steps ? 'gave_up' : 'no_answer' });
    }
    return outcome({ kind: 'failed', trouble: 'gave_up' });

    async function prepare() {
      const { Agent, Mastra, createTool, createOpenAICompatible } = await loadLibraries();
      const model = visibleModel(request.semantics.model, request.policy);
      const provider = createOpenAICompatible({
        name: endpoint.provider,
        baseURL: endpoint.baseUrl,
        includeUsage: true,
        // A key must not follow a redirect to another host.
        fetch: (input, init) => fetch(input, { ...init, redirect: 'error' }),
        ...(endpoint.apiKey === null ? {} : { apiKey: endpoint.apiKey }),
      });
      const agent = new Agent({
        id: 'analyst',
        name: 'analyst',
        // Mastra takes this model, but describes what a whole reply is in other words than the AI SDK does.
        model: provider(endpoint.model) as unknown as MastraModelConfig,
        instructions: systemPrompt({ ...request, model, budget: limits.schemaCharacters }),
        tools: agentTools({
          createTool,
          model,
          desk,
          dataToLlm: request.dataToLlm,
          maxCharacters: limits.resultCharacters,
          onAsk: (question) => {
            asked ??= question;
          },
        }),
      });
      // Registered, because an agent that belongs to nobody writes requests to the console.
      return new Mastra({ agents: { analyst: agent }, logger: false }).getAgent('analyst');
    }
  }
}

type Message = { readonly role: 'user'; readonly content: string } | { readonly role: 'assistant'; readonly content: string };

/** A statement was its author's answer to the question before: so it is told. */
function conversationOf({ question, earlier, dataToLlm }: AgentQuestion): Message[] {
  const seesValues = dataToLlm === 'sample' || dataToLlm === 'full';
  const previous = earlier.at(-1);
  const before: Message[] =
    previous && (previous.ofModel || seesValues)
      ? [
          { role: 'user', content: previous.question },
          { role: 'assistant', content: `\`\`\`sql\n${previous.sql}\n\`\`\`` },
        ]
      : [];
  return [...before, { role: 'user', content: question }];
}
