import { useTranslation } from 'react-i18next';

export function Brand({ large = false }: { readonly large?: boolean }) {
  const { t } = useTranslation();
  const size = large ? 17 : 15;
  return (
    <span className={`flex items-center gap-2.5 font-title tracking-[-0.01em] ${large ? 'text-l' : 'text-[15.5px]'}`}>
      <span className={`grid place-items-center bg-teal text-on-teal ${large ? 'size-[30px] rounded-[9px]' : 'size-[26px] rounded-[8px]'}`}>
        <svg
          aria-hidden
          width={size}
          height={size}
          viewBox="0 0 16 16"
          fill="none"
          stroke="currentColor"
          strokeWidth={1.9}
          strokeLinecap="round"
        >
          <path d="M2 13V8M6 13V3M10 13V6M14 13v-3" />
        </svg>
      </span>
      {t('shell.brand')}
    </span>
  );
}
