import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount } from '../../lib/format-quantity.ts';

/** For how long something waits; `until` in milliseconds since 1970. Screen readers are not told every second. */
export function Countdown({ until, onOver }: { readonly until: number; readonly onOver?: (() => void) | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [seconds, setSeconds] = useState(() => secondsTo(until));

  // The clock.
  useEffect(() => {
    setSeconds(secondsTo(until));
    const tick = setInterval(() => setSeconds(secondsTo(until)), 1_000);
    return () => clearInterval(tick);
  }, [until]);

  const call = useEffectEvent(() => onOver?.());
  // The clock, again: once for each wait.
  useEffect(() => {
    const timer = setTimeout(() => call(), until - Date.now());
    return () => clearTimeout(timer);
  }, [until]);

  return (
    <span role="timer" className="num">
      {t('shell.tryingAgain', { seconds: formatCount(seconds, language) })}
    </span>
  );
}

function secondsTo(until: number): number {
  return Math.max(1, Math.ceil((until - Date.now()) / 1_000));
}
