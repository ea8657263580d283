import { useTranslation } from 'react-i18next';
import { copyText } from '../../lib/copy-text.ts';
import { toasts } from './toasts.tsx';

/** Copies and says so. */
export function useCopy(): (text: string) => void {
  const { t } = useTranslation();
  return async (text) => {
    const copied = await copyText(text);
    toasts.add({ title: t(copied ? 'shell.copied' : 'shell.copyFailed'), type: copied ? 'ok' : 'bad' });
  };
}
