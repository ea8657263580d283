import { quietLibraries } from './config.ts';

let loading: ReturnType<typeof load> | null = null;

/** Takes a second and 150 MB, hence on the first question for a model and not before. */
export function loadLibraries() {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load() {
  quietLibraries();
  const [{ Agent }, { createTool }, { Mastra }, { createOpenAICompatible }] = await Promise.all([
    import('@mastra/core/agent'),
    import('@mastra/core/tools'),
    import('@mastra/core/mastra'),
    import('@ai-sdk/openai-compatible'),
  ]);
  return { Agent, createTool, Mastra, createOpenAICompatible };
}

export type Libraries = Awaited<ReturnType<typeof load>>;
