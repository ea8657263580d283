import { type ToolName, toolName } from '@majed-vanna/contract';
import type { ModelEndpoint } from '../models/model-endpoint.ts';
import type { AgentLimits } from './agent-limits.ts';
import type { AgentTools } from './agent-ports.ts';
import type { AgentQuestion } from './agent-question.ts';
import { agentTools } from './agent-tools.ts';
import { conversationDigest, type Message } from './conversation-digest.ts';
import { loadLibraries } from './load-libraries.ts';
import { openAgent } from './open-agent.ts';
import { createPromptRecord, type PromptRecord } from './prompt-record.ts';
import { type AgentSearch, type Looking, relevantTo } from './relevant.ts';
import { stillVisible } from './still-visible.ts';
import { promptParts, systemPrompt } from './system-prompt.ts';
import { visibleModel } from './visible-model.ts';

type ToolPorts = Pick<Parameters<typeof agentTools>[0], 'desk' | 'over' | 'onAsk' | 'onChart'>;

interface Preparation extends ToolPorts {
  readonly tools: AgentTools | null;
  readonly search: AgentSearch;
  readonly sizes: AgentLimits;
  /** Only those that are needed: every tool is described in the prompt. */
  readonly fewTools: boolean;
  /** Of the prompt that was too long. */
  readonly before: PromptRecord | null;
}

const FEW_TOOLS: readonly ToolName[] = ['describe_table', 'run_sql', 'ask_user'];

/** What a model is sent to begin with: its instructions with what of the source the question is about, tools, the conversation. */
export async function prepareQuestion(
  endpoint: ModelEndpoint,
  question: AgentQuestion,
  { tools, search, sizes, fewTools, before, ...ports }: Preparation,
) {
  const { dataToLlm, policy, semantics } = question;
  const [libraries, allowed] = await Promise.all([
    loadLibraries(),
    tools?.enabledFor(question.actor.role) ?? new Set<ToolName>(toolName.options),
  ]);
  const enabled = fewTools ? new Set(FEW_TOOLS.filter((name) => allowed.has(name))) : allowed;
  const visible = visibleModel(semantics.model, policy);
  const looking: Looking = { actor: question.actor, search, semantics, dataSourceId: question.dataSourceId, visible, policy, dataToLlm };
  const budget = sizes.schemaCharacters;
  const relevant = await relevantTo([question.question, question.toRepair?.sql ?? ''].join('\n').trim(), looking);
  const parts = promptParts({ ...question, model: visible, relevant, tools: enabled, budget });
  const record = createPromptRecord(endpoint.model, parts, budget, before?.prompt ?? null);
  question.onPrompt(record.prompt);
  const agent = openAgent(libraries, {
    endpoint,
    instructions: systemPrompt(parts),
    onRequest: record.see,
    tools: agentTools({
      ...ports,
      createTool: libraries.createTool,
      enabled,
      looking,
      question: question.question,
      maxCharacters: () => sizes.resultCharacters,
    }),
  });
  const { toRepair } = question;
  const digest = conversationDigest(await stillVisible(question, visible), dataToLlm, sizes.conversationCharacters);
  const messages: Message[] = [...digest, { role: 'user', content: question.question }, ...(toRepair ? repairing(toRepair) : [])];
  return { agent, messages, record };
}

/** As if the model itself had handed the statement in. */
function repairing({ sql, told }: NonNullable<AgentQuestion['toRepair']>): Message[] {
  return [
    { role: 'assistant', content: `\`\`\`sql\n${sql}\n\`\`\`` },
    { role: 'user', content: `${told}\nCorrect this statement, so that it answers the question.` },
  ];
}
