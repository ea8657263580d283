import type { FailedAttempt } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/ui/icon.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount } from '../../lib/format-quantity.ts';

/** Statements that were refused or failed on the way, closed until somebody asks. */
export function TriedStatements({ attempts, answered }: { readonly attempts: readonly FailedAttempt[]; readonly answered: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (attempts.length === 0) return null;
  return (
    <details className="group/tried mb-2.5 rounded-md border border-line bg-surface text-s">
      <summary className="flex cursor-pointer list-none items-center gap-1.5 rounded-md px-3.5 py-2 text-ink-2 hover:text-ink">
        <span className="transition-transform group-open/tried:rotate-180 motion-reduce:transition-none">
          <Icon name="chevron" size={13} />
        </span>
        {t('answer.tried')}
        <span className="num text-ink-3">
          <bdi>{formatCount(attempts.length, language)}</bdi>
        </span>
      </summary>
      <div className="border-t border-line px-3.5 pt-2.5 pb-3">
        <p className="text-xs text-ink-3">{t(answered ? 'answer.triedText' : 'answer.triedOnlyText')}</p>
        <AttemptList attempts={attempts} />
      </div>
    </details>
  );
}

export function AttemptList({ attempts }: { readonly attempts: readonly FailedAttempt[] }) {
  return (
    <ol className="mt-2 grid gap-3">
      {attempts.map(({ sql, problem }, i) => (
        <li key={`${i}:${sql}`} className="min-w-0">
          <p dir="auto" className="text-start break-words">
            {problem}
          </p>
          <pre
            dir="ltr"
            className="mt-1 max-h-40 overflow-auto rounded-sm bg-sunken px-2.5 py-2 text-start text-xs whitespace-pre-wrap text-ink-2"
          >
            <code>{sql}</code>
          </pre>
        </li>
      ))}
    </ol>
  );
}
