import { describe, expect, it } from 'vitest';
import type { Behaviour } from './documentedBehaviour';
import {
  controllingJobs,
  findingApplications,
  processing,
  readingTheLog,
  signingIn,
  uploading,
} from './documentedBehaviour';
import { createTenantCalls } from './tenantCalls';

const tables: readonly (readonly [string, readonly Behaviour[]])[] = [
  ['uploading', uploading],
  ['signing in', signingIn],
  ['processing', processing],
  ['reading the log', readingTheLog],
  ['controlling jobs', controllingJobs],
  ['finding applications and users', findingApplications],
];

describe('what the documentation says, and the sandbox does', () => {
  for (const [subject, behaviours] of tables) {
    describe(subject, () => {
      it.each(behaviours)('$behaviour [$reference]', async ({ options, holds }) => {
        await holds(createTenantCalls(options));
      });
    });
  }

  it('is told once each, with its source', () => {
    const all = tables.flatMap(([, behaviours]) => behaviours);
    expect(new Set(all.map(({ behaviour }) => behaviour)).size).toBe(all.length);
    for (const { reference } of all) expect(reference).toMatch(/^(Graph|Entra): \S/);
  });
});
