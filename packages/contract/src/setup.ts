import { z } from 'zod';
import { newPassword, username } from './auth.ts';
import { dataSourceInput } from './data-source.ts';
import { firstModel, MODEL_ADDRESSES, modelProvider } from './model-profile.ts';

/** `open` until the first administrator exists, never again afterwards. */
export const setupState = z.object({ open: z.boolean() });

/** The one-time code from the console, without regard to case or dashes. */
export const setupCode = z.string().trim().min(1).max(64);

export const completeSetupInput = z.object({
  code: setupCode,
  administrator: z.object({ username, password: newPassword }),
  dataSource: dataSourceInput,
  /** Absent or null: the built-in engine answers alone. */
  languageModel: firstModel.nullable().optional(),
});
export type CompleteSetupInput = z.infer<typeof completeSetupInput>;

/** `setup.json` of a headless set-up; paths are relative to that file. */
export const setupFile = z.object({
  administrator: z.object({ username, password: newPassword }),
  dataSource: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('sample') }),
    z.object({ kind: z.literal('files'), name: z.string().trim().min(1).max(100), paths: z.array(z.string().min(1)).min(1).max(50) }),
  ]),
  /** Without an address: LM Studio's or OpenAI's own. It is not tested, so that the model server may start later. */
  languageModel: z.preprocess(withAddress, firstModel.nullable().optional()),
});
export type SetupFile = z.infer<typeof setupFile>;

function withAddress(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || 'baseUrl' in given || !('provider' in given)) return given;
  const known = modelProvider.safeParse(given.provider);
  const baseUrl = known.success ? MODEL_ADDRESSES[known.data] : null;
  return baseUrl === null ? given : { ...given, baseUrl };
}
