import type { DataToLlm } from '@majed-vanna/contract';

/** Whether a model may be told values of the data, and not only names and counts. */
export function seesValues(dataToLlm: DataToLlm): boolean {
  return dataToLlm === 'sample' || dataToLlm === 'full';
}
