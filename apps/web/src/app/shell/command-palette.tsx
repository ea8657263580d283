import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Icon } from '../../components/ui/icon.tsx';
import { type Command, useCommands } from './use-commands.ts';

/** Everything that can be done, by typing a part of its name. */
export function CommandPalette({ onClose, onShortcuts }: { onClose(): void; onShortcuts(): void }) {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState(0);
  const commands = useCommands(search, onShortcuts);
  const active = Math.min(chosen, commands.length - 1);

  function run(command: Command | undefined) {
    if (!command) return;
    onClose();
    command.run();
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && commands.length > 0) {
      event.preventDefault();
      const next = (active + step + commands.length) % commands.length;
      setChosen(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(commands[active]);
    }
  }

  return (
    <Dialog open wide title={t('shell.commands')} onClose={onClose} initialFocus={input}>
      <input
        ref={input}
        value={search}
        dir={search ? 'auto' : undefined}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={commands.length > 0 ? `${id}-${active}` : undefined}
        aria-label={t('keys.search')}
        placeholder={t('keys.search')}
        onChange={(event) => {
          setSearch(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        className="mt-3 h-10 w-full rounded-sm border border-line-strong bg-surface px-3 text-m placeholder:text-start"
      />
      <div id={`${id}-list`} role="listbox" aria-label={t('shell.commands')} className="mt-2 max-h-[44vh] overflow-y-auto">
        {commands.map((command, i) => (
          // biome-ignore lint/a11y: options of a combobox; the field holds the focus and its keys choose.
          <div
            key={command.id}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === active}
            onClick={() => run(command)}
            onMouseMove={() => setChosen(i)}
            className="flex cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-2 text-s text-ink-2 aria-selected:bg-sunken aria-selected:text-ink"
          >
            <Icon name={command.icon} size={15} />
            <bdi className="truncate">{command.label}</bdi>
          </div>
        ))}
      </div>
      {commands.length === 0 && <p className="px-2.5 py-3 text-s text-ink-3">{t('keys.nothing')}</p>}
    </Dialog>
  );
}
