import type { CheckProblem, Dialect, VerifiedQuestion } from '@majed-vanna/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SqlView } from '../../components/sql-view/sql-view.tsx';
import { Chip } from '../../components/ui/chip.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { formatMoment } from '../../lib/moments.ts';

interface CheckResultProps extends Pick<VerifiedQuestion, 'check' | 'checking' | 'brokenCheck'> {
  readonly dialect: Dialect;
}

/** What replaying a draft and the golden questions showed, or how far it is. */
export function CheckResult({ check, checking, brokenCheck, dialect }: CheckResultProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const count = (value: number) => formatCount(value, language);
  if (checking)
    return (
      <p role="status" className="text-s text-ink-2">
        {t(`learning.checking.${checking.phase}`, { done: count(checking.done), total: count(checking.total) })}
      </p>
    );
  if (brokenCheck) {
    const { why, startedBy: name, startedAt } = brokenCheck;
    const when = formatMoment(startedAt, language);
    return (
      <Notice tone="warn">
        {name === null ? t('learning.broken.beganItself', { when }) : t('learning.broken.began', { name, when })}{' '}
        {t(`learning.broken.${why}`)}
      </Notice>
    );
  }
  if (!check) return <p className="text-s text-ink-3">{t('learning.notChecked')}</p>;
  const { problems, reviewer, original, current, golden } = check;
  const verdict = verdictOf(problems);
  return (
    <div className="grid gap-2 rounded-md bg-sunken px-4 py-3 text-s">
      <div className="flex flex-wrap items-center gap-2">
        <Chip tone={TONES[verdict]}>{t(`learning.verdict.${verdict}`)}</Chip>
      </div>
      {current.likeness === 'different' && <TodayDiffers sql={current.sql} dialect={dialect} />}
      {problems.map((problem) => (
        <p key={problem}>{t(`learning.problem.${problem}`)}</p>
      ))}
      {reviewer.problem && (
        <p dir="ltr" className="text-start font-mono text-xs break-words text-ink-2">
          {reviewer.problem}
        </p>
      )}
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_1fr]">
        <Fact name={t('learning.replayLabel')}>
          {t('learning.result', { rows: count(reviewer.rows), columns: count(reviewer.columns.length) })}
        </Fact>
        <Fact name={t('learning.originalLabel')}>{t(`learning.likeness.${original}`)}</Fact>
        <Fact name={t('learning.currentLabel')}>{t(`learning.likeness.${current.likeness}`)}</Fact>
        <Fact name={t('learning.goldenLabel')}>
          {t('learning.goldenResult', { after: count(golden.rightAfter), before: count(golden.rightBefore), total: count(golden.total) })}
        </Fact>
      </dl>
      {golden.regressions.length > 0 && (
        <ul className="grid gap-1 ps-4 [list-style:disc]">
          {golden.regressions.map(({ question, note }) => (
            <li key={question} className="break-words">
              <bdi>{question}</bdi>
              {note && <span className="text-ink-3"> {note}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const TONES = { passed: 'ok', undecided: 'warn', failed: 'bad' } as const;
/** They tell that not everything was asked, of nothing that is wrong. */
const UNDECIDED: readonly CheckProblem[] = ['golden_unfinished', 'golden_without_model'];

function verdictOf(problems: readonly CheckProblem[]): keyof typeof TONES {
  if (problems.length === 0) return 'passed';
  return problems.every((problem) => UNDECIDED.includes(problem)) ? 'undecided' : 'failed';
}

/** Whoever asks this is answered otherwise now: approving the draft changes that. */
function TodayDiffers({ sql, dialect }: { readonly sql: string | null; readonly dialect: Dialect }) {
  const { t } = useTranslation();
  return (
    <Notice tone="warn">
      <div className="min-w-0">
        <p className="font-label">{t('learning.todayDiffers')}</p>
        <p>{t('learning.todayDiffersText')}</p>
        {sql !== null && (
          <details className="mt-1">
            <summary className="cursor-pointer">{t('learning.todaySql')}</summary>
            <div className="mt-1 overflow-hidden rounded-sm border border-line bg-surface">
              <SqlView sql={sql} dialect={dialect} />
            </div>
          </details>
        )}
      </div>
    </Notice>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="num">{children}</dd>
    </>
  );
}
