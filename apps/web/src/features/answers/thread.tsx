import { useEffect, useRef } from 'react';
import { AnswerAnnouncer } from './answer-announcer.tsx';
import { AnswerTurn } from './answer-turn.tsx';
import type { Turn } from './started-turns.ts';

interface ThreadProps {
  readonly turns: readonly Turn[];
  readonly disabled: boolean;
  onAsk(question: string): void;
  onEdit(question: string): void;
}

/** The questions of a conversation with their answers; a new question comes to the top of the view. */
export function Thread({ turns, disabled, onAsk, onEdit }: ThreadProps) {
  const newest = turns.at(-1);
  const lastTurn = useRef<HTMLElement>(null);
  const shown = useRef<string | undefined>(undefined);

  // The browser's scroll position: a question that joins is brought into view, an opened conversation shows its end.
  useEffect(() => {
    if (!newest || shown.current === newest.runId) return;
    lastTurn.current?.scrollIntoView({ block: 'start', behavior: shown.current ? 'smooth' : 'instant' });
    shown.current = newest.runId;
  }, [newest]);

  return (
    <div className="mx-auto w-full max-w-[880px]">
      {turns.map((turn) => (
        <section
          key={turn.runId}
          ref={turn === newest ? lastTurn : null}
          className={`scroll-mt-[26px] pb-9 ${turn === newest && turns.length > 1 ? 'min-h-[100cqh]' : ''}`}
        >
          <AnswerTurn turn={turn} newest={turn === newest} disabled={disabled} onAsk={onAsk} onEdit={onEdit} />
        </section>
      ))}
      {newest && <AnswerAnnouncer turn={newest} />}
    </div>
  );
}
