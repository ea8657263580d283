import { Popover } from '@base-ui/react/popover';
import { useTranslation } from 'react-i18next';

/** A word with a dashed line under it; its definition opens on press. */
export function Term({ text, definition }: { readonly text: string; readonly definition: string }) {
  const { t } = useTranslation();
  return (
    <Popover.Root>
      <Popover.Trigger className="term cursor-help">{text}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="start" collisionPadding={8} className="z-40">
          <Popover.Popup className="popup max-w-[min(340px,calc(100vw-16px))] p-3.5 text-s">
            <Popover.Title className="text-xs font-strong text-ink-3">{t('answer.definitionOf', { term: text })}</Popover.Title>
            <Popover.Description className="mt-1 break-words text-ink">
              <bdi>{definition}</bdi>
            </Popover.Description>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
