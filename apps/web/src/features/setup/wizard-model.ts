import type { FirstModel, ModelProvider, ModelTest } from '@majed-vanna/contract';
import { PROVIDER_ADDRESSES } from '../../components/model-server/provider-addresses.ts';

export const MODEL_CHOICES = ['none', 'lmstudio', 'openai', 'compatible'] as const satisfies readonly (ModelProvider | 'none')[];
export type ModelChoice = (typeof MODEL_CHOICES)[number];

/** What the wizard knows of the language model. */
export interface WizardModel {
  readonly choice: ModelChoice;
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
  /** What the model that was really asked could do; void as soon as anything changes. */
  readonly test: ModelTest | null;
}

export const NO_MODEL: WizardModel = { choice: 'none', baseUrl: '', apiKey: '', model: '', test: null };

/** The choice brings its address along; a key is for one server alone. */
export function choiceOf(known: WizardModel, choice: ModelChoice): WizardModel {
  if (choice === known.choice) return known;
  return { ...NO_MODEL, choice, baseUrl: choice === 'none' ? '' : (PROVIDER_ADDRESSES[choice] ?? '') };
}

/** Null without a model, or before it has an address. */
export function modelServerOf({ choice, baseUrl, apiKey }: WizardModel) {
  return choice === 'none' || baseUrl.trim() === '' ? null : { provider: choice, baseUrl: baseUrl.trim(), apiKey: apiKey.trim() };
}

/** Null where there is none to test; with its context size once a test has told it. */
export function firstModelOf(known: WizardModel): FirstModel | null {
  const server = modelServerOf(known);
  const model = known.model.trim();
  const told = known.test?.contextTokens;
  return server && model !== '' ? { ...server, model, ...(told ? { contextTokens: told } : {}) } : null;
}

/** A model goes on only when it has replied. */
export const isModelReady = ({ choice, test }: WizardModel): boolean => choice === 'none' || test !== null;
