import { useTranslation } from 'react-i18next';
import { MenuChoice, MenuSeparator } from '../../components/ui/menu.tsx';
import { setLanguage } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { setThemeChoice, useThemeChoice } from '../../lib/theme.ts';

export function PreferenceChoices() {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useThemeChoice();
  return (
    <>
      <MenuChoice
        label={t('shell.language')}
        value={language}
        options={[
          { value: 'en', label: t('shell.english'), lang: 'en' },
          { value: 'ar', label: t('shell.arabic'), lang: 'ar' },
        ]}
        onChange={setLanguage}
      />
      <MenuSeparator />
      <MenuChoice
        label={t('shell.theme')}
        value={theme}
        options={[
          { value: 'light', label: t('shell.themeLight') },
          { value: 'dark', label: t('shell.themeDark') },
          { value: 'system', label: t('shell.themeSystem') },
        ]}
        onChange={setThemeChoice}
      />
    </>
  );
}
