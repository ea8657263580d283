import type { ModelProfile, Role, RoleModel, RoleModels } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Card } from '../../components/ui/card.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { ROLES } from '../../lib/roles.ts';
import { trpc } from '../../lib/trpc.ts';

/** Which model answers whose questions. */
export function RoleModelsCard({ profiles, roles }: { readonly profiles: readonly ModelProfile[]; readonly roles: RoleModels }) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const change = trpc.models.setRole.useMutation({ onSettled: () => void queries.models.roles.invalidate() });
  const options = [
    { value: 'active', label: t('models.activeModel') },
    { value: 'none', label: t('models.noModel') },
    ...profiles.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const choiceOf = (value: string): RoleModel | null => {
    if (value === 'active' || value === 'none') return { kind: value };
    const chosen = profiles.find(({ id }) => id === value);
    return chosen ? { kind: 'profile', id: chosen.id } : null;
  };
  const chosenBy = (role: Role) => {
    const choice = roles[role];
    return choice.kind === 'profile' ? choice.id : choice.kind;
  };
  return (
    <Card title={t('models.rolesTitle')}>
      <div className="grid gap-4 px-4 py-4">
        <p className="text-s text-ink-2">{t('models.rolesText')}</p>
        {change.error && <ErrorNotice error={change.error} />}
        <div className="grid gap-4 sm:grid-cols-2">
          {ROLES.map((role) => (
            <SelectField
              key={role}
              label={t(`shell.role.${role}`)}
              options={options}
              value={chosenBy(role)}
              disabled={change.isPending}
              onChange={({ target }) => {
                const model = choiceOf(target.value);
                if (model) change.mutate({ role, model });
              }}
            />
          ))}
        </div>
      </div>
    </Card>
  );
}
