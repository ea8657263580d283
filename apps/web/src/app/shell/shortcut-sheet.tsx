import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/ui/dialog.tsx';

export function ShortcutSheet({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const lines = [
    { keys: ['Ctrl', 'K'], text: t('keys.palette') },
    { keys: ['Enter'], text: t('keys.send') },
    { keys: ['Shift', 'Enter'], text: t('keys.newLine') },
    { keys: ['Esc'], text: t('keys.stop') },
    { keys: ['↑'], text: t('keys.previous') },
    { keys: ['←', '↑', '→', '↓'], text: t('keys.grid') },
    { keys: ['?'], text: t('keys.help') },
  ];
  return (
    <Dialog open title={t('shell.shortcuts')} onClose={onClose}>
      <dl className="mt-4 grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-2 text-s">
        {lines.map((line) => (
          <Fragment key={line.text}>
            <dt className="text-ink-2">{line.text}</dt>
            <dd dir="ltr" className="flex justify-end gap-1">
              {line.keys.map((key) => (
                <kbd key={key} className="rounded-[5px] border border-line-strong px-1.5 font-sans text-xs text-ink-2">
                  {key}
                </kbd>
              ))}
            </dd>
          </Fragment>
        ))}
      </dl>
    </Dialog>
  );
}
