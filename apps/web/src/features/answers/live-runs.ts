import { session } from '../../lib/current-session.ts';
import { api } from '../../lib/trpc.ts';
import { createRunStreams } from './run-streams.ts';

/** The runs of this page. */
export const liveRuns = createRunStreams({
  subscribe(runId, afterSeq, { onEvent, onConnecting, onError, onEnd }) {
    return api.answers.events.subscribe(
      { runId, ...(afterSeq > 0 ? { lastEventId: String(afterSeq) } : {}) },
      {
        onData: ({ id, data }) => onEvent(Number(id), data),
        onConnectionStateChange: ({ state, error }) => state === 'connecting' && error && onConnecting(),
        onError,
        onComplete: onEnd,
      },
    );
  },
  whenSignedIn(callback) {
    const stop = session.subscribe(() => {
      if (session.get().status !== 'signed_in') return;
      stop();
      callback();
    });
  },
});
