import type { LayerImport } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/ui/notice.tsx';
import { localWords } from '../../lib/local-words.ts';
import { DifferenceView } from './difference-view.tsx';

const MAX_SHOWN = 200;

/** What an import would change, or why it cannot. */
export function ImportResult({ result: { differences, problems, notImported, applied } }: { readonly result: LayerImport }) {
  const { t } = useTranslation();
  if (applied) return <Notice tone="ok">{t('semantics.imported', { count: differences.length })}</Notice>;
  return (
    <div role="status" className="grid gap-3">
      {problems.length > 0 && (
        <div className="rounded-md bg-bad-soft px-4 py-3 text-s">
          <p className="font-strong">{t('semantics.importProblems', { count: problems.length })}</p>
          <ul className="mt-1 grid gap-1">
            {problems.slice(0, MAX_SHOWN).map(({ line, path, message, reason, params }) => (
              <li key={`${line} ${path} ${message}`} className="break-words">
                {line !== null && `${t('semantics.line', { line })} · `}
                {path && (
                  <>
                    <bdi dir="ltr" className="font-mono text-xs">
                      {path}
                    </bdi>
                    {' · '}
                  </>
                )}
                <bdi>{localWords(reason, params) ?? message}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
      {problems.length === 0 && (
        <Notice tone={differences.length > 0 ? 'ok' : 'info'}>
          {differences.length > 0 ? t('semantics.wouldChange', { count: differences.length }) : t('semantics.sameAsPublished')}
        </Notice>
      )}
      {notImported.length > 0 && (
        <details className="text-s">
          <summary className="cursor-pointer font-label">{t('semantics.notImported', { count: notImported.length })}</summary>
          <ul className="mt-1 grid gap-1 text-ink-2">
            {notImported.slice(0, MAX_SHOWN).map(({ what, reason }) => (
              <li key={`${what} ${reason}`} className="break-words">
                <bdi dir="ltr" className="font-mono text-xs">
                  {what}
                </bdi>
                {' · '}
                <bdi>{reason}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
      {differences.length > 0 && (
        <ul className="max-h-[50vh] divide-y divide-line overflow-y-auto rounded-md border border-line px-4">
          {differences.slice(0, MAX_SHOWN).map((difference) => (
            <li key={`${difference.kind} ${difference.key}`} className="py-2.5 text-s">
              <DifferenceView difference={difference} />
            </li>
          ))}
          {differences.length > MAX_SHOWN && (
            <li className="py-2.5 text-s text-ink-3">{t('semantics.andMore', { count: differences.length - MAX_SHOWN })}</li>
          )}
        </ul>
      )}
    </div>
  );
}
