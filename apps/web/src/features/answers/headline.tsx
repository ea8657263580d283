import type { HeadlinePart, UnderstoodPart } from '@majed-vanna/contract';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Term } from '../../components/ui/term.tsx';

const TONES: Record<HeadlinePart['tone'], string> = {
  plain: '',
  figure: 'num font-[640]',
  up: 'num font-[640] text-ok',
  down: 'num font-[640] text-bad',
};

/** The result in words, its figures in bold. */
export function Headline({ parts }: { readonly parts: readonly HeadlinePart[] }) {
  return (
    <p dir="auto" className="text-start text-l tracking-[-0.005em] break-words">
      {parts.map((part, i) =>
        part.tone === 'plain' ? (
          <Fragment key={`${i}:${part.text}`}>{part.text}</Fragment>
        ) : (
          <bdi key={`${i}:${part.text}`} dir={part.tone === 'figure' ? 'auto' : 'ltr'} className={TONES[part.tone]}>
            {part.text}
          </bdi>
        ),
      )}
    </p>
  );
}

/** How the question was read; each term opens its definition. */
export function UnderstoodLine({ parts }: { readonly parts: readonly UnderstoodPart[] }) {
  const { t } = useTranslation();
  if (parts.length === 0) return null;
  return (
    <p className="mt-2 text-s break-words text-ink-2">
      {t('answer.understoodAs')}{' '}
      <span dir="auto">
        {parts.map((part, i) =>
          part.definition === null ? (
            <Fragment key={`${i}:${part.text}`}>{part.text}</Fragment>
          ) : (
            <Term key={`${i}:${part.text}`} text={part.text} definition={part.definition} />
          ),
        )}
      </span>
    </p>
  );
}
