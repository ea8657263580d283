import type { Draft } from '../draft.ts';
import type { FeatureNames } from '../feature-names.ts';

/** A list with its empty, loading and error states, and its texts in both languages. The page that shows it comes by hand. */
export function webDraft(names: FeatureNames): Draft {
  const { kebab, kebabPlural, camelPlural, wordsPlural, absent } = names;
  const text = `export const ${camelPlural} = `;
  const title = wordsPlural.charAt(0).toUpperCase() + wordsPlural.slice(1);
  return {
    files: [
      { path: `apps/web/src/features/${kebabPlural}/${kebab}-list.tsx`, content: list(names) },
      {
        path: `apps/web/src/i18n/en/${kebabPlural}.ts`,
        content: `${text}{ title: '${title}', empty: 'Nothing here yet.', remove: 'Remove {{name}}' };\n`,
      },
      {
        path: `apps/web/src/i18n/ar/${kebabPlural}.ts`,
        content: `${text}{ title: '${title}', empty: 'لا شيء هنا بعد.', remove: 'إزالة {{name}}' };\n`,
      },
    ],
    edits: [
      { path: 'apps/web/src/i18n/ar/state-reasons.ts', line: `  ${absent}: 'لا وجود لهذا العنصر.',`, before: /^ {2}no_such_address:/ },
      ...['en', 'ar'].flatMap((language) => [
        {
          path: `apps/web/src/i18n/${language}/index.ts`,
          line: `import { ${camelPlural} } from './${kebabPlural}.ts';`,
          among: /^import \{ \w+ \} from '\.\//,
        },
        { path: `apps/web/src/i18n/${language}/index.ts`, text: ` ${camelPlural},`, behind: /^export const \w+.*= \{/m },
      ]),
    ],
  };
}

function list({ pascal, camel, camelPlural }: FeatureNames): string {
  return `import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { trpc } from '../../lib/trpc.ts';

export function ${pascal}List() {
  const { t } = useTranslation();
  const { data, error, refetch } = trpc.${camelPlural}.list.useQuery();
  const queries = trpc.useUtils();
  const remove = trpc.${camelPlural}.remove.useMutation({ onSuccess: () => queries.${camelPlural}.list.invalidate() });

  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Loading>
        <Skeleton className="h-24" />
      </Loading>
    );
  if (data.length === 0) return <EmptyState title={t('${camelPlural}.title')} text={t('${camelPlural}.empty')} />;
  return (
    <section aria-label={t('${camelPlural}.title')}>
      {remove.error && <ErrorNotice error={remove.error} />}
      <ul>
        {data.map((${camel}) => (
          <li key={${camel}.id} className="flex items-center justify-between gap-2">
            {${camel}.name}
            <Button onClick={() => remove.mutate({ id: ${camel}.id })}>{t('${camelPlural}.remove', { name: ${camel}.name })}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
`;
}
