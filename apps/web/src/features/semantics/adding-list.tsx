import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/ui/button.tsx';
import { shownError } from '../../lib/api-error.ts';
import type { Adding } from './use-add-documents.ts';

/** Files on their way, and those that did not arrive. */
export function AddingList({ adding, onForget }: { readonly adding: readonly Adding[]; onForget(id: number): void }) {
  const { t } = useTranslation();
  if (adding.length === 0) return null;
  return (
    <ul className="divide-y divide-line border-b border-line">
      {adding.map(({ id, name, percent, error }) => {
        const failure = error === null ? null : shownError(error);
        return (
          <li key={id} className="flex items-center gap-3 px-4 py-2.5 text-s">
            <span className="min-w-0 flex-1">
              <bdi className="block truncate font-label">{name}</bdi>
              {failure && (
                <span role="alert" className="block text-xs break-words text-bad">
                  {failure.message || t(`errors.${failure.code}`)}
                </span>
              )}
            </span>
            {failure ? (
              <IconButton icon="close" label={t('semantics.forget', { name })} onClick={() => onForget(id)} />
            ) : (
              <progress
                aria-label={t('semantics.adding', { name })}
                max={100}
                value={percent === 100 ? undefined : percent}
                className="h-1.5 w-32"
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
