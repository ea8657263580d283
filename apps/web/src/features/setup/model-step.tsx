import { RadioGroup } from '@base-ui/react/radio-group';
import { useTranslation } from 'react-i18next';
import { ModelNameField } from '../../components/model-server/model-name-field.tsx';
import { ModelTestResult } from '../../components/model-server/model-test-result.tsx';
import { Button } from '../../components/ui/button.tsx';
import { ChoiceCard } from '../../components/ui/choice-card.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { PasswordField } from '../../components/ui/password-field.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import { fieldError } from '../../lib/field-error.ts';
import { trpc } from '../../lib/trpc.ts';
import { StepFrame, type StepProps } from './step-frame.tsx';
import { choiceOf, firstModelOf, isModelReady, MODEL_CHOICES, modelServerOf, type WizardModel } from './wizard-model.ts';

export function ModelStep({ state, dispatch }: StepProps) {
  const { t } = useTranslation();
  const known = state.model;
  const server = modelServerOf(known);
  const model = firstModelOf(known);
  const list = trpc.setup.listModels.useMutation();
  const test = trpc.setup.testLanguageModel.useMutation();
  const ready = isModelReady(known) && !test.isPending;
  function change(next: WizardModel) {
    test.reset();
    dispatch({ type: 'model_changed', model: next });
  }
  const type = (changes: Partial<WizardModel>) => change({ ...known, ...changes, test: null });
  function runTest() {
    if (!model || test.isPending) return;
    // What was typed in the meantime was not tested.
    test.mutate({ code: state.code, model }, { onSuccess: (found) => dispatch({ type: 'model_tested', of: known, test: found }) });
  }
  const error = test.error ?? list.error;
  return (
    <StepFrame
      title={t('setup.modelTitle')}
      text={t('setup.modelText')}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) dispatch({ type: 'model_chosen' });
        else runTest();
      }}
      actions={
        <>
          <Button onClick={() => dispatch({ type: 'went', step: 'data' })}>{t('shell.back')}</Button>
          <span className="flex-1" />
          {known.choice !== 'none' && (
            <Button look={known.test ? 'plain' : 'primary'} busy={test.isPending} disabled={!model} onClick={runTest}>
              {t(test.isPending ? 'setup.askingModel' : known.test ? 'setup.testAgain' : 'setup.test')}
            </Button>
          )}
          {ready && (
            <Button look="primary" type="submit">
              {t('setup.continue')}
            </Button>
          )}
        </>
      }
    >
      <RadioGroup
        value={known.choice}
        aria-label={t('setup.modelTitle')}
        onValueChange={(choice) => {
          list.reset();
          change(choiceOf(known, choice));
        }}
        className="grid gap-3 sm:grid-cols-2"
      >
        {MODEL_CHOICES.map((choice) => (
          <ChoiceCard key={choice} value={choice} name={t(`setup.modelChoice.${choice}`)} text={t(`setup.modelChoiceText.${choice}`)} />
        ))}
      </RadioGroup>
      {known.choice !== 'none' && (
        <div className="mt-[18px] grid gap-4">
          <TextField
            label={t('models.baseUrl')}
            hint={t('models.baseUrlHint')}
            error={fieldError(error, 'server.baseUrl')}
            dir="ltr"
            type="url"
            spellCheck={false}
            value={known.baseUrl}
            onChange={(event) => {
              list.reset();
              type({ baseUrl: event.target.value });
            }}
          />
          <PasswordField
            label={t('models.apiKey')}
            hint={t('models.apiKeyHint')}
            autoComplete="off"
            error={fieldError(error, 'server.apiKey')}
            value={known.apiKey}
            onChange={(event) => type({ apiKey: event.target.value })}
          />
          <ModelNameField
            label={t('models.model')}
            models={list.data?.models}
            reading={list.isPending}
            onRead={() =>
              server &&
              list.mutate(
                { code: state.code, server },
                { onSuccess: ({ models }) => dispatch({ type: 'models_listed', of: known, models }) },
              )
            }
            value={known.model}
            onChange={(event) => type({ model: event.target.value })}
          />
        </div>
      )}
      {error && !test.isPending && !list.isPending && <ErrorNotice error={error} className="mt-[18px]" />}
      {known.test && !test.isPending && (
        <div className="mt-[18px]">
          <ModelTestResult result={known.test} />
        </div>
      )}
    </StepFrame>
  );
}
