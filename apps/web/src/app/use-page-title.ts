import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The browser's tab says where one is. */
export function usePageTitle(title: string): void {
  const { t } = useTranslation();
  const brand = t('shell.brand');
  // The document's title belongs to the browser.
  useEffect(() => {
    document.title = title === brand ? brand : `${title} · ${brand}`;
  }, [title, brand]);
}
