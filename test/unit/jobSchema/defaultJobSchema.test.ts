import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultJobSchema } from '../../../src/core/jobSchema/defaultJobSchema';
import { compileDefaultJob } from '../../../src/core/provisioning/job/defaultJob';

describe('defaultJobSchema', () => {
  it('is for Entra ID the sample that was assembled from the documentation', () => {
    const sample: unknown = JSON.parse(readFileSync('test/data/syncSchema/api2aad-default.json', 'utf8'));
    expect(defaultJobSchema('API2AAD')).toEqual(sample);
  });

  it.each(['API2AAD', 'API2AD'] as const)('compiles for %s without a problem', (flavour) => {
    const { mappings, problems } = compileDefaultJob(flavour);
    expect(problems).toEqual([]);
    expect(mappings).toHaveLength(1);
    const [mapping] = mappings;
    expect(mapping?.matching.map(({ sources }) => sources.map(({ name }) => name))).toEqual([['externalId']]);
    for (const { target } of mapping?.flows ?? []) expect(mapping?.targets?.has(target), target).toBe(true);
  });
});
