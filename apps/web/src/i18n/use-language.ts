import type { Language } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';

/** The language in use; the component renders anew when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'ar' ? 'ar' : 'en';
}
