import type { IconName } from '../../components/ui/icon.tsx';

/** The pages of administrators, by group, in the order of the side bar and the command palette. */
export const ADMIN_SECTIONS = [
  {
    group: 'data',
    sections: [
      { to: '/admin/semantics', icon: 'book', label: 'semantics.title' },
      { to: '/admin/evaluation', icon: 'check', label: 'evaluation.title' },
    ],
  },
  {
    group: 'system',
    sections: [
      { to: '/admin/monitor', icon: 'pulse', label: 'monitor.title' },
      { to: '/admin/models', icon: 'spark', label: 'models.title' },
      { to: '/admin/tools', icon: 'command', label: 'tools.title' },
      { to: '/admin/memory', icon: 'file', label: 'memory.title' },
    ],
  },
] as const satisfies readonly AdminGroup[];

interface AdminGroup {
  readonly group: 'data' | 'people' | 'system';
  readonly sections: readonly { readonly to: string; readonly icon: IconName; readonly label: string }[];
}
