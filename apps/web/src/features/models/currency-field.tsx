import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { localeFor } from '../../lib/format-cell.ts';
import { trpc } from '../../lib/trpc.ts';

/** The money that prices of models are in. */
export function CurrencyField({ currency }: { readonly currency: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = trpc.useUtils();
  const change = trpc.models.setCurrency.useMutation({
    onSuccess() {
      void queries.models.quotas.invalidate();
      toasts.add({ title: t('models.saved'), type: 'ok' });
    },
  });
  const names = new Intl.DisplayNames(localeFor(language), { type: 'currency' });
  const codes = [...new Set([currency, ...Intl.supportedValuesOf('currency')])].sort();
  return (
    <div className="grid gap-3 border-t border-line pt-4">
      {change.error && <ErrorNotice error={change.error} />}
      <SelectField
        label={t('models.currency')}
        hint={t('models.currencyHint')}
        options={codes.map((code) => ({ value: code, label: `${code} – ${names.of(code) ?? code}` }))}
        value={currency}
        disabled={change.isPending}
        onChange={({ target }) => change.mutate({ currency: target.value })}
      />
    </div>
  );
}
