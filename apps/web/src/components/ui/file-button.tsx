import { useRef } from 'react';
import { Button } from './button.tsx';

interface FileButtonProps {
  readonly label: string;
  /** Endings and media types, as the browser takes them. */
  readonly accept: string;
  readonly busy?: boolean;
  readonly look?: 'plain' | 'primary';
  readonly multiple?: boolean;
  onFiles(files: readonly File[]): void;
}

/** A button that asks for files. */
export function FileButton({ label, accept, busy = false, look = 'plain', multiple = false, onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon="upload" look={look} busy={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be chosen again after it failed.
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
