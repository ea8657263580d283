export const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)} %`);
