import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkPayloadText } from '../../../src/core/payload/checkPayloadText';
import { convertedBodies } from '../../support/convertedBodies';
import { fileBytes } from '../../../src/extract/index/fileBytes';

const root = new URL('../../../', import.meta.url);
const path = (name: string): string => fileURLToPath(new URL(name, root));

function bodiesOf(extract: string, mapping: string): Promise<readonly string[]> {
  return convertedBodies(fileBytes(path(extract)), mapping);
}

const text = (name: string): string => readFileSync(path(name), 'utf8');

describe('the requests that are made from extracts', () => {
  it.each([
    // Two people of the sample company have ids of another system
    [
      'samples/contoso/contoso.csv',
      'samples/contoso/contoso.scimmap',
      { 'warning payload.value-too-long': 2, 'warning payload.user-name': 3 },
    ],
    ['samples/contoso/contoso-last-week.csv', 'samples/contoso/contoso.scimmap', {}],
    [
      'test/data/csv2scim/csv-with-2-records.csv',
      'test/data/csv2scim/AttributeMapping.scimmap',
      { 'warning payload.user-name': 2 },
    ],
    [
      'test/data/csv2scim/csv-with-1000-records.csv',
      'test/data/csv2scim/AttributeMapping.scimmap',
      {
        // The extract's own mistakes: 173 empty streets, one person who is their own manager
        'warning payload.empty-text': 173,
        'warning payload.own-manager': 1,
        // Microsoft's mapping takes names without an @
        'warning payload.user-name': 1000,
        // Ids that repeat within fifty records; `send` sends nothing of such an extract
        'error payload.duplicate-external-id': 34,
      },
    ],
  ])(
    'of %s have no errors but those of the extract',
    async (extract, mapping, expected) => {
      const bodies = await bodiesOf(extract, text(mapping));
      expect(bodies.length).toBeGreaterThan(0);
      const counts: Record<string, number> = {};
      for (const { severity, code } of bodies.flatMap((body) => checkPayloadText(body).problems))
        counts[`${severity} ${code}`] = (counts[`${severity} ${code}`] ?? 0) + 1;
      expect(counts).toEqual(expected);
    },
    60_000,
  );
});
