import type { ModelProfile, ModelProvider } from '@majed-vanna/contract';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ANSWER_SECONDS, SMALL_CONTEXT_TOKENS } from '../../components/model-server/model-bounds.ts';
import { ModelNameField } from '../../components/model-server/model-name-field.tsx';
import { ModelTestResult } from '../../components/model-server/model-test-result.tsx';
import { PROVIDER_ADDRESSES } from '../../components/model-server/provider-addresses.ts';
import { Button } from '../../components/ui/button.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { FormActions } from '../../components/ui/form-actions.tsx';
import { PasswordField } from '../../components/ui/password-field.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { fieldError } from '../../lib/field-error.ts';
import { trpc } from '../../lib/trpc.ts';
import { keyToSend } from './key-to-send.ts';
import { parseBetween } from './parse-between.ts';
import { parsePrice, priceText } from './parse-price.ts';

/** Least and most, as the contract takes them. */
const CONTEXT_TOKENS = [1, 10_000_000] as const;
const SECONDS = [10, 600] as const;
const PROVIDERS: readonly ModelProvider[] = ['lmstudio', 'openai', 'compatible'];

interface ModelFormProps {
  /** Null for a new one. */
  readonly profile: ModelProfile | null;
  /** Of the prices. */
  readonly currency: string;
  onClose(): void;
}

/** A profile; it is saved once a model has replied under exactly these settings. */
export function ModelForm({ profile, currency, onClose }: ModelFormProps) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const { register, handleSubmit, control, setValue, getValues } = useForm({
    defaultValues: {
      name: profile?.name ?? '',
      provider: profile?.provider ?? PROVIDERS[0] ?? 'lmstudio',
      baseUrl: profile?.baseUrl ?? PROVIDER_ADDRESSES.lmstudio ?? '',
      model: profile?.model ?? '',
      apiKey: '',
      embeddingModel: profile?.embeddingModel ?? '',
      contextTokens: String(profile?.contextTokens ?? ''),
      answerSeconds: String(profile?.answerSeconds ?? ANSWER_SECONDS.lmstudio),
      inputPrice: priceText(profile?.inputPrice),
      outputPrice: priceText(profile?.outputPrice),
    },
  });
  const values = useWatch({ control });
  const settings = JSON.stringify([values.provider, values.baseUrl, values.model, values.apiKey, values.embeddingModel]);
  const [tested, setTested] = useState('');
  const list = trpc.models.listModels.useMutation();
  const test = trpc.models.test.useMutation({
    onSuccess: ({ contextTokens: told }) => told !== null && setValue('contextTokens', String(told)),
  });
  const saved = {
    onSuccess() {
      void queries.models.list.invalidate();
      toasts.add({ title: t('models.saved'), type: 'ok' });
      onClose();
    },
  };
  const create = trpc.models.create.useMutation(saved);
  const update = trpc.models.update.useMutation(saved);

  const server = () => {
    const { provider, baseUrl, ...rest } = getValues();
    const apiKey = keyToSend({ ...rest, baseUrl }, profile?.hasKey ? profile : null);
    return { provider, baseUrl: baseUrl.trim(), ...(profile ? { id: profile.id } : {}), ...(apiKey === undefined ? {} : { apiKey }) };
  };
  const models = () => ({ model: getValues('model'), embeddingModel: getValues('embeddingModel').trim() || null });
  const [inputPrice, outputPrice] = [parsePrice(values.inputPrice ?? ''), parsePrice(values.outputPrice ?? '')];
  const contextTokens = parseBetween(values.contextTokens ?? '', ...CONTEXT_TOKENS);
  const answerSeconds = parseBetween(values.answerSeconds ?? '', ...SECONDS);
  const save = ({ name }: { name: string }) => {
    if (inputPrice === undefined || outputPrice === undefined || contextTokens === undefined || answerSeconds === undefined) return;
    const input = {
      ...server(),
      ...models(),
      name,
      inputPrice,
      outputPrice,
      contextTokens,
      ...(answerSeconds === null ? {} : { answerSeconds }),
    };
    if (profile) update.mutate({ ...input, id: profile.id });
    else create.mutate(input);
  };
  const error = create.error ?? update.error ?? test.error ?? list.error;
  const passed = test.isSuccess && tested === settings;
  return (
    <form noValidate className="mt-4 grid gap-4" onSubmit={handleSubmit(save)}>
      <SelectField
        label={t('models.provider')}
        options={PROVIDERS.map((value) => ({ value, label: t(`models.providerName.${value}`) }))}
        {...register('provider', {
          onChange: () => {
            const address = PROVIDER_ADDRESSES[getValues('provider')];
            if (address !== null) setValue('baseUrl', address);
            setValue('answerSeconds', String(ANSWER_SECONDS[getValues('provider')]));
          },
        })}
      />
      <TextField
        label={t('models.baseUrl')}
        hint={t('models.baseUrlHint')}
        error={fieldError(error, 'baseUrl')}
        dir="ltr"
        type="url"
        spellCheck={false}
        {...register('baseUrl')}
      />
      <PasswordField
        label={t('models.apiKey')}
        hint={t(profile?.hasKey ? 'models.apiKeyKept' : 'models.apiKeyHint')}
        autoComplete="off"
        error={fieldError(error, 'apiKey')}
        {...register('apiKey')}
      />
      <ModelNameField
        label={t('models.model')}
        models={list.data?.models}
        reading={list.isPending}
        onRead={() =>
          list.mutate(server(), {
            onSuccess({ models: [only, ...others] }) {
              if (only !== undefined && others.length === 0 && getValues('model').trim() === '') setValue('model', only);
            },
          })
        }
        error={fieldError(error, 'model')}
        {...register('model')}
      />
      <TextField label={t('models.name')} hint={t('models.nameHint')} error={fieldError(error, 'name')} {...register('name')} />
      <TextField
        label={t('models.embeddingModel')}
        hint={t('models.embeddingHint')}
        dir="ltr"
        spellCheck={false}
        autoComplete="off"
        error={fieldError(error, 'embeddingModel')}
        {...register('embeddingModel')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('models.contextTokens')}
          hint={
            contextTokens !== null && contextTokens !== undefined && contextTokens < SMALL_CONTEXT_TOKENS
              ? t('models.contextSmall')
              : t('models.contextHint')
          }
          dir="ltr"
          inputMode="numeric"
          autoComplete="off"
          error={contextTokens === undefined ? t('models.contextWrong') : fieldError(error, 'contextTokens')}
          {...register('contextTokens')}
        />
        <TextField
          label={t('models.answerSeconds')}
          hint={t('models.answerSecondsHint')}
          dir="ltr"
          inputMode="numeric"
          autoComplete="off"
          error={answerSeconds === undefined ? t('models.answerSecondsWrong') : fieldError(error, 'answerSeconds')}
          {...register('answerSeconds')}
        />
        <TextField
          label={t('models.inputPrice')}
          hint={t('models.priceHint', { currency })}
          dir="ltr"
          inputMode="decimal"
          autoComplete="off"
          error={inputPrice === undefined ? t('models.priceWrong') : undefined}
          {...register('inputPrice')}
        />
        <TextField
          label={t('models.outputPrice')}
          hint={t('models.priceHint', { currency })}
          dir="ltr"
          inputMode="decimal"
          autoComplete="off"
          error={outputPrice === undefined ? t('models.priceWrong') : undefined}
          {...register('outputPrice')}
        />
      </div>
      <FormActions>
        {error && <ErrorNotice error={error} />}
        {passed && test.data && <ModelTestResult result={test.data} />}
        <div className="flex justify-end gap-2.5">
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          <Button
            look={passed ? 'plain' : 'primary'}
            busy={test.isPending}
            disabled={!values.model?.trim() || !values.baseUrl?.trim()}
            onClick={() => {
              setTested(settings);
              test.mutate({ ...server(), ...models() });
            }}
          >
            {t('models.test')}
          </Button>
          <Button
            type="submit"
            look={passed ? 'primary' : 'plain'}
            busy={create.isPending || update.isPending}
            disabled={
              !passed ||
              !values.name?.trim() ||
              [inputPrice, outputPrice, contextTokens, answerSeconds].some((typed) => typed === undefined)
            }
          >
            {t('models.save')}
          </Button>
        </div>
      </FormActions>
    </form>
  );
}
