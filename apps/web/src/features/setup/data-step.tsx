import { RadioGroup } from '@base-ui/react/radio-group';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { ChoiceCard } from '../../components/ui/choice-card.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { trpc } from '../../lib/trpc.ts';
import { dataSourceInputOf } from './data-source-input.ts';
import { FilesPicker } from './files-picker.tsx';
import { StepFrame, type StepProps } from './step-frame.tsx';
import { TestResult } from './test-result.tsx';
import type { DataKind } from './wizard-state.ts';

const KINDS = ['sample', 'files'] as const satisfies readonly DataKind[];

export function DataStep({ state, dispatch }: StepProps) {
  const { t } = useTranslation();
  const chosen = dataSourceInputOf(state);
  const test = trpc.setup.testDataSource.useMutation({ onSuccess: (found) => dispatch({ type: 'tested', test: found }) });
  const runTest = () => 'input' in chosen && test.mutate({ code: state.code, dataSource: chosen.input });
  // What was wrong with other files says nothing about these.
  const changeFiles: StepProps['dispatch'] = (action) => {
    if (action.type === 'uploads_added' || action.type === 'upload_removed') test.reset();
    dispatch(action);
  };
  return (
    <StepFrame
      title={t('setup.dataTitle')}
      text={t('setup.dataText')}
      onSubmit={(event) => {
        event.preventDefault();
        if (state.test) dispatch({ type: 'data_chosen' });
        else runTest();
      }}
      actions={
        <>
          <Button onClick={() => dispatch({ type: 'went', step: 'administrator' })}>{t('shell.back')}</Button>
          <span className="flex-1" />
          <Button look={state.test ? 'plain' : 'primary'} busy={test.isPending} disabled={'problem' in chosen} onClick={runTest}>
            {t(test.isPending ? 'setup.testing' : state.test ? 'setup.testAgain' : 'setup.test')}
          </Button>
          {state.test && !test.isPending && (
            <Button look="primary" type="submit">
              {t('setup.continue')}
            </Button>
          )}
        </>
      }
    >
      <RadioGroup
        value={state.kind}
        aria-label={t('setup.dataTitle')}
        onValueChange={(kind) => {
          test.reset();
          dispatch({ type: 'kind_chosen', kind });
        }}
        className="grid gap-3 sm:grid-cols-2"
      >
        {KINDS.map((kind) => (
          <ChoiceCard key={kind} value={kind} name={t(`setup.${kind}`)} text={t(`setup.${kind}Text`)} />
        ))}
      </RadioGroup>
      {state.kind === 'files' && <FilesPicker state={state} dispatch={changeFiles} problem={'problem' in chosen ? chosen.problem : null} />}
      {test.isError && !test.isPending && <ErrorNotice error={test.error} className="mt-[18px]" />}
      {state.test && !test.isPending && <TestResult test={state.test} />}
    </StepFrame>
  );
}
