import { useTranslation } from 'react-i18next';

/** A grey shape where something will be. */
export function Skeleton({ className }: { readonly className: string }) {
  return <div aria-hidden className={`skeleton ${className}`} />;
}

/** Says once that something is loading, whatever number of shapes stands for it. */
export function Loading({ children }: { readonly children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">{t('shell.loading')}</span>
      {children}
    </div>
  );
}
