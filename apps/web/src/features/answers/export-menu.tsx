import type { RunId } from '@majed-vanna/contract';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartHandle } from '../../components/chart/chart-view.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Menu, MenuItem } from '../../components/ui/menu.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { shownError } from '../../lib/api-error.ts';
import { download } from '../../lib/download.ts';
import { trpc } from '../../lib/trpc.ts';

interface ExportMenuProps {
  readonly runId: RunId;
  readonly title: string;
  /** The chart is on screen and may be saved. */
  readonly hasChart: boolean;
  readonly chart: RefObject<ChartHandle | null>;
}

export function ExportMenu({ runId, title, hasChart, chart }: ExportMenuProps) {
  const { t } = useTranslation();
  // The ticket replaces the header that a download cannot send; it works once.
  const ticket = trpc.answers.exportTicket.useMutation({
    onSuccess({ url }) {
      download(url);
      toasts.add({ title: t('answer.exportStarted'), type: 'ok' });
    },
    onError(error) {
      const { code, message } = shownError(error);
      toasts.add({ title: message ?? t(`errors.${code}`), type: 'bad' });
    },
  });
  return (
    <Menu trigger={<Button busy={ticket.isPending}>{t('answer.export')}</Button>}>
      <MenuItem icon="file" onClick={() => ticket.mutate({ runId, format: 'csv' })}>
        {t('answer.exportCsv')}
      </MenuItem>
      <MenuItem icon="file" onClick={() => ticket.mutate({ runId, format: 'xlsx' })}>
        {t('answer.exportXlsx')}
      </MenuItem>
      {hasChart && (
        <MenuItem icon="export" onClick={() => chart.current && download(chart.current.picture(), `${fileName(title)}.png`)}>
          {t('answer.exportPng')}
        </MenuItem>
      )}
    </Menu>
  );
}

/** Letters of any script, digits, dashes; what file systems refuse becomes a dash. */
function fileName(title: string): string {
  return (
    title
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'chart'
  );
}
