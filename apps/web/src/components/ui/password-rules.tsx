import { useTranslation } from 'react-i18next';
import { PASSWORD_MIN_CHARACTERS, type PasswordRules } from '../../lib/password-rules.ts';
import { Icon } from './icon.tsx';

/** The rules of a new password, ticked while it is typed. */
export function PasswordRulesList({ rules, typed }: { readonly rules: PasswordRules; readonly typed: number }) {
  const { t } = useTranslation();
  const lines = [
    { met: rules.length, text: t('session.ruleLength', { min: PASSWORD_MIN_CHARACTERS, count: typed }) },
    { met: rules.name, text: t('session.ruleName') },
    { met: rules.same, text: t('session.ruleSame') },
  ];
  return (
    <div className="text-s text-ink-2">
      <p>{t('session.rules')}</p>
      <ul className="mt-1 grid gap-1">
        {lines.map((line) => (
          <li key={line.text} className={`flex items-center gap-2 ${line.met ? 'text-ok' : ''}`}>
            {line.met ? (
              <Icon name="check" size={14} label={t('session.ruleMet')} />
            ) : (
              <span role="img" aria-label={t('session.ruleUnmet')} className="mx-[5px] size-1 rounded-full bg-ink-3" />
            )}
            {line.text}
          </li>
        ))}
      </ul>
    </div>
  );
}
