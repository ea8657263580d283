import type { AnswerPrompt, RunId } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Icon } from '../../components/ui/icon.tsx';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { trpc } from '../../lib/trpc.ts';

/** Everything that left for the language model, for administrators; read when it is opened. */
export function PromptSection({ runId }: { readonly runId: RunId }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const prompt = trpc.answers.prompt.useQuery({ runId }, { enabled: open, staleTime: Number.POSITIVE_INFINITY });
  return (
    <details
      className="group/prompt min-w-0 rounded-md border border-line sm:col-span-2"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="flex cursor-pointer list-none items-center gap-1.5 rounded-md px-3.5 py-2 text-ink-2 hover:text-ink">
        <span className="transition-transform group-open/prompt:rotate-180 motion-reduce:transition-none">
          <Icon name="chevron" size={13} />
        </span>
        {t('receipt.prompt')}
      </summary>
      <div className="border-t border-line px-3.5 py-3">
        {prompt.isPending && (
          <Loading>
            <Skeleton className="h-4 w-2/3" />
          </Loading>
        )}
        {prompt.error && <ErrorNotice error={prompt.error} onRetry={() => void prompt.refetch()} />}
        {prompt.data === null && <p className="text-ink-3">{t('receipt.promptNone')}</p>}
        {prompt.data && <Sent prompt={prompt.data} />}
      </div>
    </details>
  );
}

function Sent({ prompt }: { readonly prompt: AnswerPrompt }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { parts, messages, requests, tools } = prompt;
  const size = [...parts, ...messages].reduce((sum, { characters }) => sum + characters, 0);
  return (
    <div className="grid gap-3">
      <p className="text-xs text-ink-3">
        {t('receipt.promptSize', { requests: formatCount(requests, language), characters: formatCount(size, language) })}
        {tools.length > 0 && (
          <>
            {' · '}
            <bdi>{tools.join(', ')}</bdi>
          </>
        )}
      </p>
      {prompt.shortenedFrom !== undefined && <p className="text-xs text-saffron-ink">{t('receipt.promptShortened')}</p>}
      {parts.map(({ name, characters, text }) => (
        <Piece key={name} label={t(`receipt.promptPart.${name}`, { defaultValue: name })} characters={characters} text={text} />
      ))}
      {messages.map(({ role, characters, text }, i) => (
        <Piece key={`${i}:${role}`} label={t(`receipt.promptRole.${role}`, { defaultValue: role })} characters={characters} text={text} />
      ))}
    </div>
  );
}

function Piece({ label, characters, text }: { readonly label: string; readonly characters: number; readonly text: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className="min-w-0">
      <h4 className="mb-1 flex justify-between gap-3 text-xs text-ink-3">
        <span className="font-strong">{label}</span>
        <bdi className="num">{t('receipt.promptCharacters', { characters: formatCount(characters, language) })}</bdi>
      </h4>
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
        tabIndex={0}
        dir="auto"
        className="max-h-56 overflow-auto rounded-sm bg-sunken px-2.5 py-2 text-start font-mono text-xs whitespace-pre-wrap break-words text-ink-2"
      >
        {text}
      </section>
    </section>
  );
}
