import { useLanguage } from '../../i18n/use-language.ts';
import { nameOf, type Words } from './layer-body.ts';

/** A thing by its name, with the other words and languages under it. */
export function WordsLine({ words, fallback }: { readonly words: Words | undefined; readonly fallback: string }) {
  const language = useLanguage();
  const name = nameOf(words, language, fallback);
  const others = [...(words?.[language] ?? []), ...(words?.[language === 'ar' ? 'en' : 'ar'] ?? [])].filter((word) => word !== name);
  return (
    <>
      <span className="block font-label break-words">
        <bdi>{name}</bdi>
      </span>
      {others.length > 0 && (
        <span className="block text-xs break-words text-ink-3">
          {others.map((word, index) => (
            <span key={word}>
              {index > 0 && ' · '}
              <bdi>{word}</bdi>
            </span>
          ))}
        </span>
      )}
    </>
  );
}
