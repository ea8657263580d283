import type { LayerDifference } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { changedParts } from './changed-parts.ts';
import { nameOf } from './layer-body.ts';
import { usePartName } from './use-part-name.ts';
import { usePartValue } from './use-part-value.ts';

/** One statement before and after, part by part. */
export function DifferenceView({ difference }: { readonly difference: LayerDifference }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const partName = usePartName();
  const partValue = usePartValue();
  const { kind, key, before, after } = difference;
  const parts = changedParts(before, after);
  const deed = before === null ? 'added' : after === null ? 'removed' : 'changed';
  return (
    <>
      <p className="break-words">
        <span className="font-label">
          <bdi>{nameOf((after ?? before)?.words, language, key)}</bdi>
        </span>{' '}
        <span className="text-xs text-ink-3">
          {t(`semantics.kind.${kind}`)} · {t(`semantics.deed.${deed}`)} ·{' '}
          <bdi dir="ltr" className="font-mono break-all">
            {key}
          </bdi>
        </span>
      </p>
      {deed !== 'removed' && parts.length > 0 && (
        <dl className="mt-1.5 grid gap-x-4 gap-y-1 text-xs sm:grid-cols-[150px_minmax(0,1fr)]">
          {parts.map(({ path, before: old, after: young }) => (
            <div key={path} className="contents">
              <dt className="text-ink-3">{partName(path)}</dt>
              <dd className="min-w-0 break-words">
                {old !== null && (
                  <del className="me-2 text-bad">
                    <bdi>{partValue(path, old)}</bdi>
                  </del>
                )}
                {young !== null ? (
                  <ins className="text-ok no-underline">
                    <bdi>{partValue(path, young)}</bdi>
                  </ins>
                ) : (
                  <span className="text-ink-3">{t('semantics.taken')}</span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
