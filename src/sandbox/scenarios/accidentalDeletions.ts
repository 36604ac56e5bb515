import type { Scenario } from './scenario';

export const accidentalDeletions: Scenario = {
  name: 'accidental-deletions',
  title: 'Accidental Deletions Held',
  summary: 'A cycle that would disable more than two accounts disables none: they are held.',
  description:
    'A cycle that would disable more than two accounts disables none of them: they are held as accidental deletions, and the job goes into quarantine.',
  effects: { deletesThreshold: 2 },
};
