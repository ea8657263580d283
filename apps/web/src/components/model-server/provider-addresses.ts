import type { ModelProvider } from '@majed-vanna/contract';

/** The contract's, which would bring its schemas along; a test holds them equal. */
export const PROVIDER_ADDRESSES: Readonly<Record<ModelProvider, string | null>> = {
  lmstudio: 'http://localhost:1234/v1',
  openai: 'https://api.openai.com/v1',
  compatible: null,
};
