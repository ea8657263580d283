import type { MastraModelConfig } from '@mastra/core/llm';
import { modelConnection } from '../models/model-connection.ts';
import type { ModelEndpoint } from '../models/model-endpoint.ts';
import type { agentTools } from './agent-tools.ts';
import type { Libraries } from './load-libraries.ts';
import { modelFetch } from './model-fetch.ts';

interface OpenAgent {
  readonly endpoint: ModelEndpoint;
  readonly instructions: string;
  readonly tools: ReturnType<typeof agentTools>;
  readonly onRequest: (body: string) => void;
}

/** A Mastra agent for one question. */
export function openAgent({ Agent, Mastra, createOpenAICompatible }: Libraries, { endpoint, instructions, tools, onRequest }: OpenAgent) {
  const { provider: name, model } = endpoint;
  const connection = modelConnection(endpoint);
  const provider = createOpenAICompatible({ name, ...connection, includeUsage: true, fetch: modelFetch(onRequest) });
  const agent = new Agent({
    id: 'analyst',
    name: 'analyst',
    // Mastra takes this model, but describes what a whole reply is in other words than the AI SDK does.
    model: provider(model) as unknown as MastraModelConfig,
    instructions,
    tools,
  });
  // Registered, because an agent that belongs to nobody writes requests to the console.
  return new Mastra({ agents: { analyst: agent }, logger: false }).getAgent('analyst');
}
