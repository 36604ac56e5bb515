import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planPayload } from '../../../src/core/run/planPayload';
import { hashBody } from '../../../src/extract/hashBody';
import { payloadPlanner } from '../../../src/sending/payloadPlanner';
import type { Planner } from '../../../src/sending/planner';
import { accept, acceptAll, keptFolder, plannedBy, planningIn, RIG_TIME, textPlanner } from '../../support/plannerRig';

const SCHEMAS = ['urn:ietf:params:scim:schemas:core:2.0:User'];
const MAPPING = `externalId = [Id]
userName = [Login]
displayName = [Name]
active = [Active]
emails[type eq "work"].value = [Mail]
`;
const EXTRACT = 'Id,Login,Name,Active,Mail\n1,ann@contoso.com,Ann,true,a@contoso.com\n2,bob@contoso.com,Bob,true,\n';

function payloadOf(...users: readonly Record<string, unknown>[]): Planner {
  const text = JSON.stringify(
    {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
      Operations: users.map((data, index) => ({
        method: 'POST',
        bulkId: String(index),
        path: '/Users',
        data: { schemas: SCHEMAS, ...data },
      })),
      failOnErrors: null,
    },
    undefined,
    2,
  );
  const { planned, problems } = planPayload(text, hashBody);
  if (planned === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  return payloadPlanner(planned, { name: 'people.json', text });
}

const ann = {
  externalId: '1',
  userName: 'ann@contoso.com',
  displayName: 'Ann',
  active: true,
  emails: [{ type: 'work', value: 'a@contoso.com' }],
};

describe('payloadPlanner', () => {
  it('surveys the people of a payload and compares them with what the job was last sent', async () => {
    const folder = keptFolder();
    await acceptAll(folder, EXTRACT, MAPPING);
    const planner = payloadOf(
      ann,
      { ...ann, externalId: '2', userName: 'bob@contoso.com', active: false },
      { ...ann, externalId: '3' },
    );
    const { survey, comparison, source, ids } = await plannedBy(planner, planningIn(folder));
    expect(survey).toMatchObject({ operations: 3, enabled: 2, disabled: { count: 1, first: [{ record: 2 }] } });
    expect(survey.filled).toMatchObject({ displayName: 3, 'emails[type eq "work"].value': 3 });
    expect(source).toMatchObject({ kind: 'payload', name: 'people.json' });
    expect(ids).toHaveLength(24);
    expect(comparison).toMatchObject({
      known: {
        people: 2,
        matched: 2,
        unchanged: 1,
        changed: 1,
        missing: 0,
        leavers: { count: 1 },
        joiners: { count: 1 },
        idsChanged: 1,
        isSameMapping: true,
        hasSameAttributes: true,
      },
    });
  });

  it('counts ids that nearly repeat; those that repeat are errors of the payload', async () => {
    const people = ['a', 'A'].map((externalId, index) => ({
      ...ann,
      externalId,
      userName: `u${String(index)}@contoso.com`,
    }));
    const { survey } = await plannedBy(payloadOf(...people), planningIn(keptFolder()));
    expect(survey).toMatchObject({ nearIds: { count: 1 }, sameIds: { count: 0 } });
  });

  it('has whom it sent taken over, and nobody else, so that the next extract sends them again', async () => {
    const folder = keptFolder();
    await acceptAll(folder, EXTRACT, MAPPING);
    const planner = payloadOf({ ...ann, displayName: 'Anna', nickName: 'A' });
    const how = planningIn(folder);
    await accept(planner, await plannedBy(planner, how), how);
    const again = await plannedBy(planner, how);
    expect(again.comparison).toMatchObject({ known: { people: 2, unchanged: 1, lastRecords: 2, wholeAt: RIG_TIME } });
    const nightly = await plannedBy(
      textPlanner(EXTRACT, MAPPING),
      planningIn(folder, { selection: { kind: 'changes' } }),
    );
    expect(nightly.comparison).toMatchObject({ known: { isSameMapping: true, hasSameAttributes: true } });
    expect(nightly.plan.counts).toMatchObject({ operations: 1, unchanged: 1 });
  });

  it('begins a baseline where there is none, and writes down nothing of anybody', async () => {
    const folder = keptFolder();
    const planner = payloadOf(ann);
    const how = planningIn(folder);
    await accept(planner, await plannedBy(planner, how), how);
    expect((await plannedBy(planner, how)).comparison).toMatchObject({
      known: { people: 1, unchanged: 1, lastRecords: 0 },
    });
    for (const name of ['baseline', 'digests'])
      expect(readFileSync(join(folder, name)).toString('latin1')).not.toMatch(/ann|contoso\.com/i);
  });
});
