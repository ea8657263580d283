import type { SignedIn } from '@majed-vanna/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { errorCodeOf } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';
import { dataSourceInputOf } from './data-source-input.ts';
import { StepFrame, type StepProps } from './step-frame.tsx';
import { useTestSummary } from './test-summary.ts';
import { firstModelOf } from './wizard-model.ts';

export function ReviewStep({ state, dispatch, onDone }: StepProps & { onDone(result: SignedIn): void }) {
  const { t } = useTranslation();
  const summary = useTestSummary(state.test);
  const complete = trpc.setup.complete.useMutation({ onSuccess: onDone });
  const chosen = dataSourceInputOf(state);

  function finish() {
    if ('input' in chosen && !complete.isPending)
      complete.mutate({
        code: state.code,
        administrator: { username: state.username, password: state.password },
        dataSource: chosen.input,
        languageModel: firstModelOf(state.model),
      });
  }

  return (
    <StepFrame
      title={t('setup.reviewTitle')}
      text={t('setup.reviewText')}
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
      actions={
        <>
          <Button disabled={complete.isPending} onClick={() => dispatch({ type: 'went', step: 'model' })}>
            {t('shell.back')}
          </Button>
          <Button look="primary" type="submit" busy={complete.isPending} className="ms-auto">
            {t(complete.isPending ? 'setup.finishing' : 'setup.finish')}
          </Button>
        </>
      }
    >
      <dl className="divide-y divide-line rounded-md border border-line">
        <Line name={t('setup.step.administrator')} onChange={() => dispatch({ type: 'went', step: 'administrator' })}>
          <bdi>{state.username}</bdi>
        </Line>
        <Line name={t('setup.step.data')} onChange={() => dispatch({ type: 'went', step: 'data' })}>
          <bdi className="block font-label">{state.kind === 'sample' ? t('setup.sample') : state.sourceName}</bdi>
          <span className="num text-s text-ink-2">{summary}</span>
        </Line>
        <Line name={t('setup.step.model')} onChange={() => dispatch({ type: 'went', step: 'model' })}>
          <bdi className="block font-label">{state.model.choice === 'none' ? t('setup.modelChoice.none') : state.model.model}</bdi>
          <span className="text-s text-ink-2">{t(`setup.modelChoiceText.${state.model.choice}`)}</span>
        </Line>
      </dl>
      {complete.isError && (
        <ErrorNotice
          error={complete.error}
          onRetry={errorCodeOf(complete.error) === 'setup_closed' ? () => location.assign('/') : undefined}
          className="mt-4"
        />
      )}
    </StepFrame>
  );
}

function Line({ name, children, onChange }: { readonly name: string; readonly children: ReactNode; onChange(): void }) {
  const { t } = useTranslation();
  return (
    <div className="flex items-start gap-x-4 px-4 py-3.5 max-sm:flex-wrap">
      <dt className="w-28 shrink-0 text-s text-ink-3 max-sm:w-full">{name}</dt>
      <dd className="min-w-0 flex-1 break-words">{children}</dd>
      <dd>
        <button
          type="button"
          onClick={onChange}
          aria-label={`${t('setup.change')}: ${name}`}
          className="rounded-sm text-s text-teal underline-offset-2 hover:underline"
        >
          {t('setup.change')}
        </button>
      </dd>
    </div>
  );
}
