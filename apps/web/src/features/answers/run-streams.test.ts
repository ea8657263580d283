import { type AnswerEvent, newId } from '@majed-vanna/contract';
import { TRPCClientError } from '@trpc/client';
import { describe, expect, it } from 'vitest';
import { createRunStreams, type EventHandlers } from './run-streams.ts';

const text = (markdown: string): AnswerEvent => ({ type: 'text', markdown });
const done: AnswerEvent = { type: 'done', outcome: 'answered', totalMs: 1 };
const runId = newId('run');

/** A line to a server that the test speaks for. */
function openLine() {
  const opened: { afterSeq: number; handlers: EventHandlers; closed: boolean }[] = [];
  const signedIn: (() => void)[] = [];
  const streams = createRunStreams({
    subscribe(_runId, afterSeq, handlers) {
      const line = { afterSeq, handlers, closed: false };
      opened.push(line);
      return {
        unsubscribe() {
          line.closed = true;
        },
      };
    },
    whenSignedIn: (callback) => void signedIn.push(callback),
  });
  const line = (index: number) => {
    const found = opened[index];
    if (!found) throw new Error(`line ${index} was never opened`);
    return found;
  };
  const signIn = () => {
    for (const callback of signedIn.splice(0)) callback();
  };
  return { streams, line, opened, signIn };
}

describe('a run that is followed', () => {
  it('starts behind the events that are known', () => {
    const { streams, line } = openLine();
    streams.open(runId, [text('a'), text('b')]);
    expect(line(0).afterSeq).toBe(2);
    line(0).handlers.onEvent(3, text('c'));
    expect(streams.get(runId)?.view.markdown).toBe('abc');
  });

  it('shows an event once, however often it is sent', () => {
    const { streams, line } = openLine();
    streams.open(runId, []);
    line(0).handlers.onEvent(1, text('a'));
    line(0).handlers.onEvent(1, text('a'));
    line(0).handlers.onEvent(2, text('b'));
    expect(streams.get(runId)?.view.markdown).toBe('ab');
  });

  it('is opened once', () => {
    const { streams, opened } = openLine();
    streams.open(runId, []);
    streams.open(runId, []);
    expect(opened).toHaveLength(1);
  });

  it('closes its line when the run is done', () => {
    const { streams, line } = openLine();
    streams.open(runId, []);
    line(0).handlers.onEvent(1, done);
    expect(line(0).closed).toBe(true);
    expect(streams.get(runId)?.connection).toBe('ended');
  });

  it('opens no line for a run that is over', () => {
    const { streams, opened } = openLine();
    streams.open(runId, [done]);
    expect(opened).toHaveLength(0);
    expect(streams.get(runId)?.connection).toBe('ended');
  });

  it('is broken when the line ends before the run does, and goes on where it was', () => {
    const { streams, line } = openLine();
    streams.open(runId, []);
    line(0).handlers.onEvent(1, text('a'));
    line(0).handlers.onEnd();
    expect(streams.get(runId)?.connection).toBe('broken');
    streams.retry(runId);
    expect(line(1).afterSeq).toBe(1);
  });

  it('waits while the line is being restored and is live again with the next event', () => {
    const { streams, line } = openLine();
    streams.open(runId, []);
    line(0).handlers.onConnecting();
    expect(streams.get(runId)?.connection).toBe('waiting');
    line(0).handlers.onEvent(1, text('a'));
    expect(streams.get(runId)?.connection).toBe('live');
  });

  it('waits for a new sign-in when the session ended, then goes on where it was', () => {
    const { streams, line, signIn } = openLine();
    streams.open(runId, []);
    line(0).handlers.onEvent(1, text('a'));
    line(0).handlers.onError(
      new TRPCClientError('Sign in to go on.', {
        result: { error: { code: -32001, message: '', data: { appCode: 'not_signed_in' } } } as never,
      }),
    );
    expect(streams.get(runId)?.connection).toBe('waiting');
    signIn();
    expect(line(1).afterSeq).toBe(1);
  });

  it('tells its listeners of every change, until they leave', () => {
    const { streams, line } = openLine();
    streams.open(runId, []);
    let calls = 0;
    const leave = streams.listen(runId, () => calls++);
    line(0).handlers.onEvent(1, text('a'));
    leave();
    line(0).handlers.onEvent(2, text('b'));
    expect(calls).toBe(1);
  });
});
