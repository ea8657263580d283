import type { ModelQuotas } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../components/ui/button.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { fieldError } from '../../lib/field-error.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { trpc } from '../../lib/trpc.ts';
import { parseTokens } from './parse-tokens.ts';

/** Limits of single people, which win over their role's. */
export function UserQuotas({ users }: Pick<ModelQuotas, 'users'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = trpc.useUtils();
  const [username, setUsername] = useState('');
  const [text, setText] = useState('');
  const tokens = parseTokens(text);
  const change = trpc.models.setUserQuota.useMutation({
    onSuccess() {
      void queries.models.quotas.invalidate();
      toasts.add({ title: t('models.saved'), type: 'ok' });
      setUsername('');
      setText('');
    },
  });
  const ready = username.trim() !== '' && typeof tokens === 'number';
  return (
    <section aria-label={t('models.ownQuotas')} className="grid gap-3 border-t border-line pt-4">
      <h3 className="text-s font-strong">{t('models.ownQuotas')}</h3>
      {users.length > 0 && (
        <ul className="divide-y divide-line rounded-md border border-line">
          {users.map((user) => (
            <li key={user.id} className="flex items-center gap-3 py-1.5 ps-3.5 pe-1.5 text-s">
              <span dir="auto" className="min-w-0 flex-1 truncate align-parent">
                {user.username}
              </span>
              <span className="num text-ink-2">
                {t('models.tokensADay', { count: user.tokens, tokens: formatCount(user.tokens, language) })}
              </span>
              <IconButton
                icon="close"
                label={t('models.removeQuotaOf', { name: user.username })}
                onClick={() => change.mutate({ username: user.username, tokens: null })}
              />
            </li>
          ))}
        </ul>
      )}
      {change.error && <ErrorNotice error={change.error} />}
      <form
        noValidate
        className="flex flex-wrap items-start gap-2.5"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) change.mutate({ username, tokens });
        }}
      >
        <TextField
          label={t('models.quotaUser')}
          autoComplete="off"
          error={fieldError(change.error, 'username')}
          value={username}
          onChange={({ target }) => setUsername(target.value)}
          className="min-w-[150px] flex-1"
        />
        <TextField
          label={t('models.tokens')}
          dir="ltr"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onChange={({ target }) => setText(target.value)}
          error={tokens === undefined ? t('models.tokensWrong') : undefined}
          className="min-w-[150px] flex-1"
        />
        <Button type="submit" className="mt-[26px] max-sm:mt-0" busy={change.isPending} disabled={!ready}>
          {t('models.setQuota')}
        </Button>
      </form>
    </section>
  );
}
