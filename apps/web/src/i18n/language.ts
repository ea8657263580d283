import type { Language } from '@majed-vanna/contract';
import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';

const STORAGE_KEY = 'mv-language';

export const i18n = createInstance();

/** Loads the words of the language that `first-paint.js` chose. */
export async function startLanguage(): Promise<void> {
  const language = currentLanguage();
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    partialBundledLanguages: true,
    // React escapes; a second escaping would show entities.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await applyLanguage(language);
}

/** Changes the words and the direction of the page, and remembers the choice. */
export async function setLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Storage may be blocked; the choice then lasts for this page.
  }
  await applyLanguage(language);
}

export function currentLanguage(): Language {
  return document.documentElement.lang === 'ar' ? 'ar' : 'en';
}

async function applyLanguage(language: Language) {
  if (language === 'ar' && !i18n.hasResourceBundle('ar', 'translation')) {
    const { ar, reasons } = await import('./ar/index.ts');
    i18n.addResourceBundle('ar', 'translation', ar);
    i18n.addResourceBundle('ar', 'reasons', reasons);
  }
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  await i18n.changeLanguage(language);
}
