import { describe, expect, it } from 'vitest';
import type { Behaviour } from './behaviours/behaviour';
import { controllingJobs } from './behaviours/controllingJobs';
import { editingSchemas } from './behaviours/editingSchemas';
import { findingApplications } from './behaviours/findingApplications';
import { preventingDeletes } from './behaviours/preventingDeletes';
import { processing } from './behaviours/processing';
import { readingTheLog } from './behaviours/readingTheLog';
import { signingIn } from './behaviours/signingIn';
import { uploading } from './behaviours/uploading';
import { createTenantCalls } from './tenantCalls';

const tables: readonly (readonly [string, readonly Behaviour[]])[] = [
  ['uploading', uploading],
  ['signing in', signingIn],
  ['processing', processing],
  ['reading the log', readingTheLog],
  ['controlling jobs', controllingJobs],
  ['preventing accidental deletions', preventingDeletes],
  ['editing schemas', editingSchemas],
  ['finding applications and users', findingApplications],
];
const all = tables.flatMap(([, behaviours]) => behaviours);

describe(`what the documentation says, and the sandbox does (${all.length} behaviours)`, () => {
  for (const [subject, behaviours] of tables) {
    describe(subject, () => {
      it.each(behaviours)('$behaviour [$reference]', async ({ options, holds }) => {
        await holds(createTenantCalls(options));
      });
    });
  }

  it('lists each behaviour once, with its source', () => {
    expect(new Set(all.map(({ behaviour }) => behaviour)).size).toBe(all.length);
    for (const { reference } of all) expect(reference).toMatch(/^(Graph|Entra): \S/);
  });
});
