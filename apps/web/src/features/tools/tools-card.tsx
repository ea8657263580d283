import type { Role, ToolEntry } from '@majed-vanna/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../components/ui/card.tsx';
import { Chip } from '../../components/ui/chip.tsx';
import { type DataColumn, DataTable } from '../../components/ui/data-table.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Switch } from '../../components/ui/switch.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { formatShare } from '../../lib/format-share.ts';
import { formatMoment } from '../../lib/moments.ts';
import { ROLES } from '../../lib/roles.ts';
import { trpc } from '../../lib/trpc.ts';
import { useTableView } from '../../lib/use-table-view.ts';

/** From here on the rate is shown as something to look into. */
const MANY_FAILURES = 0.25;

/** Every tool of the agent: for whom it is on, and how it fares. */
export function ToolsCard({ tools }: { readonly tools: readonly ToolEntry[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [view, setView] = useTableView();
  const queries = trpc.useUtils();
  const { mutate, variables, error, isPending } = trpc.tools.setEnabled.useMutation({
    onSettled: () => void queries.tools.list.invalidate(),
  });
  const pending = isPending ? variables : undefined;
  const columns = useMemo((): readonly DataColumn<ToolEntry>[] => {
    const ofRole = (role: Role): DataColumn<ToolEntry> => ({
      id: role,
      header: t(`shell.role.${role}`),
      cell: ({ name, enabledFor }) => (
        <Switch
          label={t('tools.switch', { tool: t(`tools.name.${name}`), role: t(`shell.role.${role}`) })}
          checked={pending?.tool === name && pending.role === role ? pending.enabled : enabledFor.includes(role)}
          onChange={(enabled) => mutate({ tool: name, role, enabled })}
        />
      ),
    });
    return [
      {
        id: 'tool',
        header: t('tools.tool'),
        value: ({ name }) => name,
        className: 'min-w-[160px] sm:min-w-[240px]',
        cell: ({ name }) => (
          <>
            <span className="block font-label">{t(`tools.name.${name}`)}</span>
            <span className="block text-xs text-ink-3">{t(`tools.does.${name}`)}</span>
          </>
        ),
      },
      ...ROLES.map(ofRole),
      {
        id: 'calls',
        header: t('tools.calls'),
        align: 'end',
        value: ({ calls }) => calls,
        cell: ({ calls }) => formatCount(calls, language),
      },
      {
        id: 'failures',
        header: t('tools.failureRate'),
        align: 'end',
        value: ({ failureRate }) => failureRate,
        cell: ({ failureRate }) =>
          failureRate === null ? (
            <span className="text-ink-3">–</span>
          ) : (
            <Chip tone={failureRate >= MANY_FAILURES ? 'warn' : 'plain'}>
              <bdi>{formatShare(failureRate, language)}</bdi>
            </Chip>
          ),
      },
      {
        id: 'used',
        header: t('tools.lastUsed'),
        align: 'end',
        className: 'whitespace-nowrap',
        value: ({ lastUsedAt }) => lastUsedAt,
        cell: ({ lastUsedAt }) =>
          lastUsedAt === null ? <span className="text-ink-3">{t('tools.never')}</span> : formatMoment(lastUsedAt, language),
      },
    ];
  }, [t, language, mutate, pending]);
  return (
    <Card title={t('tools.listTitle')}>
      {error && <ErrorNotice error={error} className="m-4" />}
      <DataTable
        label={t('tools.listTitle')}
        columns={columns}
        rows={tools}
        rowId={({ name }) => name}
        view={view}
        onView={setView}
        empty={null}
      />
    </Card>
  );
}
