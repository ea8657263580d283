import type { LayerThing } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/ui/state-badge.tsx';
import { isGuess, statesOf } from './layer-body.ts';
import { useEvidence } from './use-evidence.ts';

export function ThingBadges({ thing }: { readonly thing: LayerThing }) {
  const evidence = useEvidence(thing.evidence);
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {statesOf(thing).map((state) => (
        <StateBadge key={state} state={state} title={state === 'guess' ? evidence : undefined} />
      ))}
    </span>
  );
}

/** Why a guess was made, and why an entry is left out, in words. */
export function ThingReasons({ thing }: { readonly thing: LayerThing }) {
  const { t } = useTranslation();
  const evidence = useEvidence(thing.evidence);
  const { stale } = thing;
  if (!stale && !(isGuess(thing) && evidence)) return null;
  return (
    <span className="mt-0.5 block text-xs break-words">
      {stale ? (
        <span className="text-bad">
          {t(`semantics.staleReason.${stale.reason}`, { subject: stale.subject })}
          {stale.detail && (
            <>
              {' '}
              <bdi dir="ltr">{stale.detail}</bdi>
            </>
          )}
        </span>
      ) : (
        <span className="text-ink-3">{t('semantics.guessedFrom', { evidence })}</span>
      )}
    </span>
  );
}
