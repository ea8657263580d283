import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../../components/ui/countdown.tsx';
import { Icon, type IconName } from '../../components/ui/icon.tsx';
import { useRest } from '../../lib/rate-limit-wait.ts';
import { useOnline } from '../../lib/use-online.ts';

/** Why what a page asks for does not come: no network, or too many requests. */
export function ConnectionNotices() {
  const { t } = useTranslation();
  const online = useOnline();
  const rest = useRest();
  return (
    <>
      {!online && <Strip icon="offline" text={t('shell.offline')} />}
      {rest !== null && (
        <Strip icon="warn" text={t('shell.tooMany')}>
          <Countdown until={rest} />
        </Strip>
      )}
    </>
  );
}

interface StripProps {
  readonly icon: IconName;
  readonly text: string;
  readonly children?: ReactNode;
}

const Strip = ({ icon, text, children }: StripProps) => (
  <p className="flex items-center justify-center gap-2 bg-saffron-soft px-4 py-2 text-s text-saffron-ink">
    <Icon name={icon} />
    <span>
      <span role="status">{text}</span> {children}
    </span>
  </p>
);
