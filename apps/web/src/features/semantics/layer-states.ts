import type { LayerState } from '@majed-vanna/contract';

export type { LayerState } from '@majed-vanna/contract';

/** The contract's, which would bring its schemas along. */
export const LAYER_STATES: readonly LayerState[] = ['guess', 'confirmed', 'pending', 'stale'];

export function layerStateOf(value: unknown): LayerState | undefined {
  return LAYER_STATES.find((state) => state === value);
}
