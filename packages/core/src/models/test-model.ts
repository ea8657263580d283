import { AppError, because, type ModelTest } from '@majed-vanna/contract';
import { contextSize } from './context-size.ts';
import { embedTexts } from './embed-texts.ts';
import { complete, type ModelEndpoint } from './model-endpoint.ts';

/** A local server may have to load the model first. */
const TEST_DEADLINE_MS = 60_000;
const MAX_REPLY_LENGTH = 200;

const WEATHER_TOOL = {
  type: 'function',
  function: {
    name: 'read_thermometer',
    description: 'Reads the temperature of a room.',
    parameters: { type: 'object', properties: { room: { type: 'string' } }, required: ['room'] },
  },
};
const JSON_FORMAT = {
  type: 'json_schema',
  json_schema: {
    name: 'color',
    strict: true,
    schema: { type: 'object', properties: { color: { type: 'string' } }, required: ['color'], additionalProperties: false },
  },
};

/** Completes real prompts: a plain one, one that needs a tool, one that wants JSON; and encodes a text when there is a model for it. @throws AppError that says what is wrong and what to do */
export async function testModel(endpoint: ModelEndpoint): Promise<ModelTest> {
  const signal = AbortSignal.timeout(TEST_DEADLINE_MS);
  const begun = performance.now();
  const { text } = await complete(endpoint, 'Reply with the single word: ready', signal);
  const ms = Math.round(performance.now() - begun);
  if (text.trim() === '') throw AppError.because('unavailable', because('empty_reply'));
  const tools = await can(async () => {
    const prompt = 'What is the temperature in the kitchen? Use the tool.';
    return (await complete(endpoint, prompt, signal, { tools: [WEATHER_TOOL] })).calledTool;
  });
  const json = await can(async () => {
    const prompt = 'Name the color of grass as JSON, e.g. {"color": "red"}.';
    const reply: unknown = JSON.parse((await complete(endpoint, prompt, signal, { response_format: JSON_FORMAT })).text);
    return typeof reply === 'object' && reply !== null && 'color' in reply;
  });
  const [contextTokens, embedding] = await Promise.all([contextSize(endpoint, signal), embeddingOf(endpoint, signal)]);
  return { ms, reply: text.trim().slice(0, MAX_REPLY_LENGTH), tools, json, contextTokens, embedding };
}

async function embeddingOf(endpoint: ModelEndpoint, signal: AbortSignal): Promise<ModelTest['embedding']> {
  if (!endpoint.embeddingModel) return null;
  try {
    const { vectors } = await embedTexts(endpoint, endpoint.embeddingModel, ['sales by region'], signal);
    return { works: true, dimensions: vectors[0]?.length ?? 0 };
  } catch (error) {
    if (error instanceof AppError) return { works: false, problem: error.message };
    throw error;
  }
}

/** What a server refuses, a model cannot do; that is an answer too. */
async function can(attempt: () => Promise<boolean>): Promise<boolean> {
  return attempt().catch(() => false);
}
