import { useTranslation } from 'react-i18next';
import { TagField } from '../../components/ui/tag-field.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import type { Words } from './layer-body.ts';

const LANGUAGES = ['en', 'ar'] as const;

/** A name and other words for the same, in both languages. */
export function WordsFields({ value, onChange }: { readonly value: Words; onChange(value: Words): void }) {
  const { t } = useTranslation();
  return (
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      {LANGUAGES.map((lang) => {
        const [name = '', ...synonyms] = value[lang] ?? [];
        const change = (next: readonly string[]) => onChange({ ...value, [lang]: [...next] });
        return (
          <div key={lang} className="grid content-start gap-3">
            <TextField
              label={t(`semantics.name.${lang}`)}
              lang={lang}
              dir={lang === 'ar' ? 'rtl' : 'ltr'}
              maxLength={200}
              value={name}
              onChange={(event) => change([event.target.value, ...synonyms])}
            />
            <TagField
              label={t(`semantics.synonyms.${lang}`)}
              hint={t('semantics.synonymsHint')}
              lang={lang}
              value={synonyms}
              onChange={(tags) => change([name, ...tags])}
            />
          </div>
        );
      })}
    </div>
  );
}
