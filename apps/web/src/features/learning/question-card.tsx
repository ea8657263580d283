import type { Dialect, VerifiedQuestion } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SqlView } from '../../components/sql-view/sql-view.tsx';
import { AskedList } from '../../components/ui/asked-list.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Chip } from '../../components/ui/chip.tsx';
import { ConfirmDialog } from '../../components/ui/confirm-dialog.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatMoment } from '../../lib/moments.ts';
import { CheckResult } from './check-result.tsx';
import { EditQuestion } from './edit-question.tsx';
import { RejectDialog } from './reject-dialog.tsx';
import { useReview } from './use-review.ts';

const TONES = { draft: 'warn', verified: 'ok', rejected: 'bad', stale: 'bad' } as const;

/** A proposed or verified question with what is known of it and what can be done about it. */
export function QuestionCard({ question: one, dialect }: { readonly question: VerifiedQuestion; readonly dialect: Dialect }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'edit' | 'reject' | 'retire' | null>(null);
  const { check, cancel, approve, reopen, retire } = useReview();
  const language = useLanguage();
  const verified = one.status === 'verified';
  const rejected = one.status === 'rejected';
  const waits = !verified && !rejected;
  const error = check.error ?? cancel.error ?? approve.error ?? reopen.error;
  const passed = one.check?.problems.length === 0 && one.checking === null && one.brokenCheck === null;
  const mayApprove = waits && passed && one.conflicts.length === 0;
  const expected = { id: one.id, updatedAt: one.updatedAt };
  return (
    <li className="grid min-w-0 gap-3 border-t border-line px-4 py-4 first:border-t-0">
      <div className="flex flex-wrap items-start gap-2">
        <h3 className="min-w-0 flex-1 basis-64 text-m font-label break-words">
          <bdi>{one.question}</bdi>
        </h3>
        <Chip tone={TONES[one.status]}>{t(`learning.status.${one.status}`)}</Chip>
        <Chip>{t(`learning.origin.${one.origin}`)}</Chip>
      </div>
      <p className="text-xs text-ink-3">
        {t('learning.by', { name: one.author ?? t('learning.gone') })}
        {verified && ` · ${t('learning.uses', { count: one.uses })}`}
      </p>
      {one.asked !== null && (
        <p className="text-s break-words text-ink-2">
          {t('learning.askedAs')} <bdi>{one.asked}</bdi>
        </p>
      )}
      {one.before.length > 0 && (
        <details className="text-s text-ink-2">
          <summary className="cursor-pointer">{t('learning.askedBefore')}</summary>
          <AskedList questions={one.before} />
        </details>
      )}
      <div className="min-w-0 overflow-hidden rounded-sm border border-line">
        <SqlView sql={one.sql} dialect={dialect} />
      </div>
      {rejected && (
        <p className="text-xs text-ink-3">
          {t('learning.rejectedBy', { name: one.reviewer ?? t('learning.gone'), when: formatMoment(one.updatedAt, language) })}
        </p>
      )}
      {one.conflicts.length > 0 && <Notice tone="warn">{t('learning.conflict')}</Notice>}
      {one.reviewNote && (
        <p className="text-s break-words text-ink-2">
          <bdi>{one.reviewNote}</bdi>
        </p>
      )}
      <CheckResult check={one.check} checking={one.checking} brokenCheck={one.brokenCheck} dialect={dialect} />
      {error !== null && <ErrorNotice error={error} />}
      <div className="flex flex-wrap gap-2">
        {waits && (
          <Button look="primary" icon="check" disabled={!mayApprove} busy={approve.isPending} onClick={() => approve.mutate(expected)}>
            {t('learning.approve')}
          </Button>
        )}
        {waits && one.checking === null && (
          <Button icon="again" busy={check.isPending} onClick={() => check.mutate({ id: one.id })}>
            {t(one.check || one.brokenCheck ? 'learning.checkAgain' : 'learning.check')}
          </Button>
        )}
        {one.checking !== null && (
          <Button icon="stop" busy={cancel.isPending} onClick={() => cancel.mutate({ id: one.id })}>
            {t('learning.cancelCheck')}
          </Button>
        )}
        {rejected ? (
          <Button icon="again" busy={reopen.isPending} onClick={() => reopen.mutate(expected)}>
            {t('learning.reopen')}
          </Button>
        ) : (
          <Button icon="edit" onClick={() => setOpen('edit')}>
            {t('learning.edit')}
          </Button>
        )}
        {one.status === 'draft' && <Button onClick={() => setOpen('reject')}>{t('learning.reject')}</Button>}
        {verified && <Button onClick={() => setOpen('retire')}>{t('learning.retire')}</Button>}
      </div>
      {open === 'edit' && <EditQuestion question={one} dialect={dialect} onClose={() => setOpen(null)} />}
      {open === 'reject' && <RejectDialog expected={expected} onClose={() => setOpen(null)} />}
      <ConfirmDialog
        open={open === 'retire'}
        title={t('learning.retireTitle')}
        text={t('learning.retireText')}
        confirm={t('learning.retire')}
        busy={retire.isPending}
        error={retire.error}
        onConfirm={() => retire.mutate(expected, { onSuccess: () => setOpen(null) })}
        onClose={() => setOpen(null)}
      />
    </li>
  );
}
