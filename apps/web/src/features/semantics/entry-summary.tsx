import { useTranslation } from 'react-i18next';
import { CARDINALITY_WORDS } from './cardinalities.ts';
import type { EntryKind } from './entry-kinds.ts';
import { bodyOf, type ThingOf } from './layer-body.ts';
import { WordsLine } from './words-line.tsx';

/** Name, meaning and definition of one statement in a few lines. */
export function EntrySummary({ thing }: { readonly thing: ThingOf<EntryKind> }) {
  // The same body, of whichever kind.
  const body = bodyOf<EntryKind>(thing);
  return (
    <>
      {(thing.kind !== 'join' || Object.keys(body?.words ?? {}).length > 0) && <WordsLine words={body?.words} fallback={thing.key} />}
      {body?.description && (
        <span className="mt-0.5 block break-words text-ink-2">
          <bdi>{body.description}</bdi>
        </span>
      )}
      <Definition thing={thing} />
    </>
  );
}

function Definition({ thing }: { readonly thing: ThingOf<EntryKind> }) {
  const { t } = useTranslation();
  switch (thing.kind) {
    case 'metric': {
      const body = bodyOf<'metric'>(thing);
      return body && <Code text={body.filter === null ? body.expression : `${body.expression} WHERE ${body.filter}`} />;
    }
    case 'dimension': {
      const body = bodyOf<'dimension'>(thing);
      return body && <Code text={body.expression} />;
    }
    case 'glossary': {
      const body = bodyOf<'glossary'>(thing);
      return body?.condition ? <Code text={`${body.condition.table} WHERE ${body.condition.filter}`} /> : null;
    }
    case 'join': {
      const body = bodyOf<'join'>(thing);
      if (!body) return null;
      const { from, to, cardinality, rejected } = body;
      return (
        <>
          <Code text={`${from.table}.${from.columns.join(', ')} → ${to.table}.${to.columns.join(', ')}`} />
          <span className="block text-xs text-ink-3">{t(rejected ? 'semantics.rejected' : CARDINALITY_WORDS[cardinality])}</span>
        </>
      );
    }
  }
}

function Code({ text }: { readonly text: string }) {
  return (
    <span className="mt-0.5 block">
      <bdi dir="ltr" className="font-mono text-xs text-ink-2 [overflow-wrap:anywhere]">
        {text}
      </bdi>
    </span>
  );
}
