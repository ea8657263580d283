import type { ModelProfile, ModelProvider } from '@majed-vanna/contract';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { PasswordField } from '../../components/ui/password-field.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { trpc } from '../../lib/trpc.ts';
import { keyToSend } from './key-to-send.ts';
import { ModelTestResult } from './model-test-result.tsx';
import { PROVIDER_ADDRESSES } from './provider-addresses.ts';

const PROVIDERS: readonly ModelProvider[] = ['lmstudio', 'openai', 'compatible'];
const MODELS_LIST = 'models-of-the-server';

interface ModelFormProps {
  /** Null for a new one. */
  readonly profile: ModelProfile | null;
  onClose(): void;
}

/** A profile; it is saved once a model has replied under exactly these settings. */
export function ModelForm({ profile, onClose }: ModelFormProps) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const { register, handleSubmit, control, setValue, getValues } = useForm({
    defaultValues: {
      name: profile?.name ?? '',
      provider: profile?.provider ?? PROVIDERS[0] ?? 'lmstudio',
      baseUrl: profile?.baseUrl ?? PROVIDER_ADDRESSES.lmstudio ?? '',
      model: profile?.model ?? '',
      apiKey: '',
    },
  });
  const values = useWatch({ control });
  const settings = JSON.stringify([values.provider, values.baseUrl, values.model, values.apiKey]);
  const [tested, setTested] = useState('');
  const list = trpc.models.listModels.useMutation();
  const test = trpc.models.test.useMutation();
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
  const save = ({ name, model }: { name: string; model: string }) => {
    const input = { ...server(), name, model };
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
          },
        })}
      />
      <TextField
        label={t('models.baseUrl')}
        hint={t('models.baseUrlHint')}
        dir="ltr"
        type="url"
        spellCheck={false}
        {...register('baseUrl')}
      />
      <PasswordField
        label={t('models.apiKey')}
        hint={t(profile?.hasKey ? 'models.apiKeyKept' : 'models.apiKeyHint')}
        autoComplete="off"
        {...register('apiKey')}
      />
      <div className="flex items-end gap-2.5">
        <TextField
          label={t('models.model')}
          dir="ltr"
          spellCheck={false}
          list={MODELS_LIST}
          className="min-w-0 flex-1"
          {...register('model')}
        />
        <Button className="mb-[3px]" busy={list.isPending} onClick={() => list.mutate(server())}>
          {t('models.readList')}
        </Button>
      </div>
      <datalist id={MODELS_LIST}>
        {list.data?.models.map((model) => (
          <option key={model} value={model} />
        ))}
      </datalist>
      {list.isSuccess && (
        <p role="status" className="-mt-2 text-xs text-ink-3">
          {t('models.found', { count: list.data.models.length })}
        </p>
      )}
      <TextField label={t('models.name')} hint={t('models.nameHint')} {...register('name')} />
      {error && <ErrorNotice error={error} />}
      {passed && test.data && <ModelTestResult result={test.data} />}
      <div className="mt-1 flex justify-end gap-2.5">
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
        <Button
          look={passed ? 'plain' : 'primary'}
          busy={test.isPending}
          disabled={!values.model?.trim() || !values.baseUrl?.trim()}
          onClick={() => {
            setTested(settings);
            test.mutate({ ...server(), model: getValues('model') });
          }}
        >
          {t('models.test')}
        </Button>
        <Button
          type="submit"
          look={passed ? 'primary' : 'plain'}
          busy={create.isPending || update.isPending}
          disabled={!passed || !values.name?.trim()}
        >
          {t('models.save')}
        </Button>
      </div>
    </form>
  );
}
