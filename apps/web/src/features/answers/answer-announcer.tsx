import { useTranslation } from 'react-i18next';
import type { RunView } from './run-view.ts';
import type { Turn } from './started-turns.ts';
import { useRun } from './use-run.ts';

/** Tells a screen reader that the newest answer is there, once, in its own words. */
export function AnswerAnnouncer({ turn }: { readonly turn: Turn }) {
  const { t } = useTranslation();
  const { view } = useRun(turn);
  return (
    <p aria-live="polite" className="sr-only">
      {view.outcome === null ? t('chat.thinking') : words(view, { refused: t('answer.refusedTitle'), failed: t('answer.failedTitle') })}
    </p>
  );
}

function words(view: RunView, { refused, failed }: { refused: string; failed: string }): string {
  switch (view.outcome) {
    case 'needs_clarification':
      return view.clarification?.prompt ?? '';
    case 'refused':
      return `${refused}. ${view.refusal?.reason ?? ''}`;
    case 'failed':
      return `${failed}. ${view.error?.message ?? ''}`;
    default:
      return view.headline.map((part) => part.text).join('');
  }
}
