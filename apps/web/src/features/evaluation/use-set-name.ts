import type { EvaluationSetRef } from '@majed-vanna/contract';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** The set that is always there is called in the reader's language. */
export function useSetName(): (set: { readonly setId: EvaluationSetRef; readonly setName: string }) => string {
  const { t } = useTranslation();
  return useCallback(({ setId, setName }) => (setId === null ? t('evaluation.verifiedSet') : setName), [t]);
}
