import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PilotChoice, Selection } from '../../../src/core/run/people/peopleSelection';
import { batchOf, FateCode, plannedRecords, sentIn } from '../../../src/core/run/plan';
import type { PlannedSource, Planner, PlanningOptions } from '../../../src/sending/planner';
import { keptFolder, plannedBy, planningIn, RIG_KEY, textPlanner } from '../../support/plannerRig';

const MAPPING = `where [Kind] <> "excluded"
externalId = [Id]
userName = [Id]
displayName = [Name]
active = Switch([Status], "False", "Active", "True", "Left", "False", "", "False")
title = [Title]
`;
const HEADER = 'Id,Name,Status,Kind,Title\n';

function plannerOf(extract: string, mapping = MAPPING): Planner {
  return textPlanner(extract, mapping);
}

function options(more: Partial<PlanningOptions> = {}): PlanningOptions {
  return planningIn(folder, more);
}

const planned = plannedBy;

async function bodiesOf(planner: Planner, source: PlannedSource, how: PlanningOptions): Promise<readonly string[]> {
  const bodies: string[] = [];
  for await (const body of planner.bodies(source, how)) {
    if (body.kind === 'lost') throw new Error(body.message);
    bodies.push(body.body);
  }
  return bodies;
}

/** The texts of the operations of bodies, as they are in them. */
function operationsIn(bodies: readonly string[]): readonly string[] {
  return bodies.flatMap((body) => {
    const { Operations: operations } = JSON.parse(body) as { readonly Operations: readonly unknown[] };
    const texts = operations.map((operation) => JSON.stringify(operation));
    // Nothing but the operations is in them
    expect(body).toBe(
      `{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[${texts.join(',')}],"failOnErrors":null}`,
    );
    return texts;
  });
}

function rows(count: number, kindOf: (number: number) => string = () => 'sent'): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `p${String(index + 1)},Person ${String(index + 1)},Active,${kindOf(index + 1)},"Clerk ""${String(index)}"""\n`,
  ).join('');
}

function bitsOf(records: readonly number[]): Uint8Array {
  const bits = new Uint8Array(Math.ceil(Math.max(1, ...records) / 8));
  for (const record of records) bits[(record - 1) >> 3] = (bits[(record - 1) >> 3] ?? 0) | (1 << ((record - 1) & 7));
  return bits;
}

let folder = '';
beforeEach(() => {
  folder = keptFolder();
});

describe('extractPlanner', () => {
  it('says what it has read, and of every record the keyed hash of its id', async () => {
    const extract = `${HEADER}${rows(3, (number) => (number === 2 ? 'excluded' : 'sent'))}`;
    const { source, ids, survey } = await planned(plannerOf(extract), options());
    expect(source).toEqual({
      kind: 'extract',
      name: 'extract.csv',
      sha256: createHash('sha256').update(extract).digest('hex'),
      size: extract.length,
      encoding: 'utf-8',
      delimiter: ',',
    });
    const hmac = (id: string) => createHmac('sha256', RIG_KEY).update(id).digest().subarray(0, 8);
    expect(Buffer.from(ids)).toEqual(Buffer.concat(['p1', 'p2', 'p3'].map(hmac)));
    expect(survey).toMatchObject({ operations: 2, enabled: 2, filled: { title: 2, displayName: 2 } });
  });

  it('takes a date for no word that the mapping could name', async () => {
    const mapping = MAPPING.replace(/active = .*/, 'active = Switch([Status], "False", "", "True")');
    const extract = `${HEADER}a,A,,sent,\nb,B,2024-05-31,sent,\nc,C,31.05.2024,sent,\nd,D,Finished,sent,\n`;
    const { findings } = await planned(plannerOf(extract, mapping), options());
    expect(findings.disabledByDefault).toEqual({ count: 1, first: [{ record: 4, line: 5 }] });
  });

  it('finds ids that have lost the zeros that managers have', async () => {
    const manager = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value = [Manager]\n';
    const of = async (rows: string) => {
      const extract = `${HEADER.trimEnd()},Manager\n${rows}`;
      return (await planned(plannerOf(extract, `${MAPPING}${manager}`), options())).findings.lostZeros;
    };
    const lost =
      '10417,A,Active,sent,,00417\n417,B,Active,sent,,00088\n88,C,Active,excluded,,10417\n7,D,Active,sent,,10417\n';
    expect(await of(lost)).toEqual({
      count: 2,
      first: [
        { record: 2, line: 3 },
        { record: 3, line: 4 },
      ],
    });
    expect(await of(lost.replace(/^417/m, '00417').replace(/^88/m, '00088'))).toEqual({ count: 0, first: [] });
  });

  it('finds what guards ask of a source', async () => {
    const extract = `${HEADER}a,A,Active,sent,#N/A
b,B,Left,sent,
c,C,Inaktiv,sent,
d,D,,sent,
e,E,Left,excluded,
1.23457E+11,F,Active,sent,
A,G,Active,sent,
a,H,Active,sent,
`;
    const { survey, findings, plan } = await planned(plannerOf(extract), options());
    expect(survey.disabled).toEqual({ count: 3, first: [3, 4, 5].map((line) => ({ record: line - 1, line })) });
    expect(survey.sameIds).toEqual({ count: 1, first: [{ record: 8, line: 9 }] });
    expect(survey.nearIds).toEqual({ count: 1, first: [{ record: 7, line: 8 }] });
    expect(findings).toEqual({
      damagedIds: { count: 1, first: [{ record: 6, line: 7 }] },
      damagedElsewhere: { count: 1, first: [{ record: 1, line: 2 }] },
      lostZeros: { count: 0, first: [] },
      hiddenLeavers: { count: 1, first: [{ record: 5, line: 6 }] },
      disabledByDefault: { count: 1, first: [{ record: 3, line: 4 }] },
      unstableIdentity: [],
      constantIdentity: [],
    });
    expect(plan.counts).toMatchObject({ records: 8, operations: 6, refused: 1, excluded: 1 });
  });

  it.each([
    ['externalId = [Id]\nuserName = RandomString(8, 1, 1, 1, 1, "")\n', ['userName']],
    ['externalId = Guid()\nuserName = [Id]\n', ['externalId']],
    ['externalId = [Id]\nuserName = Join("-", [Id], Now())\n', ['userName']],
    ['externalId = [Id]\nuserName = ToLower([Id])\ndisplayName = Guid()\n', []],
  ])('sees in %j what makes %j unstable', async (mapping, paths) => {
    const planner = plannerOf(`${HEADER}${rows(1)}`, `${mapping}active = "True"\n`);
    expect((await planned(planner, options())).findings.unstableIdentity).toEqual(paths);
  });

  it.each([
    ['externalId = "1"\nuserName = Join("", "x", "y")\n', ['externalId', 'userName']],
    ['externalId = Guid()\nuserName = [Id]\n', []],
  ])('sees in %j that %j is a constant', async (mapping, paths) => {
    const planner = plannerOf(`${HEADER}${rows(1)}`, `${mapping}active = "True"\n`);
    expect((await planned(planner, options())).findings.constantIdentity).toEqual(paths);
  });

  it('sends the same operations with any pilot, byte for byte, each once and the pilot first', async () => {
    const kinds = fc.array(fc.constantFrom('sent', 'sent', 'sent', 'excluded'), { maxLength: 160 });
    const pilots: fc.Arbitrary<PilotChoice> = fc.oneof(
      fc.record({ first: fc.integer({ min: 0, max: 60 }) }),
      fc.record({ records: fc.uniqueArray(fc.integer({ min: 1, max: 170 }), { maxLength: 60 }) }),
    );
    await fc.assert(
      fc.asyncProperty(kinds, pilots, async (given, pilot) => {
        const planner = plannerOf(`${HEADER}${rows(given.length, (number) => given[number - 1] ?? '')}`);
        const plain = await planned(planner, options());
        const [all, how] = [operationsIn(await bodiesOf(planner, plain, options())), options({ pilot })];
        const source = await planned(planner, how);
        const bodies = await bodiesOf(planner, source, how);
        const sent = operationsIn(bodies);
        expect([...sent].sort()).toEqual([...all].sort());
        const wanted =
          'first' in pilot ? pilot.first : pilot.records.filter((record) => given[record - 1] === 'sent').length;
        if ('first' in pilot) expect(source.pilot).toBe(Math.min(50, wanted, all.length));
        else expect(source.pilot).toBeLessThanOrEqual(Math.min(50, wanted));
        expect(operationsIn(bodies.slice(0, 1))).toHaveLength(
          source.pilot > 0 ? source.pilot : Math.min(50, all.length),
        );
        expect(source.plan.batches.map(({ hash }) => hash)).toEqual(
          bodies.map((body) => createHash('sha256').update(body).digest('hex')),
        );
        expect(source.plan.counts).toEqual({ ...plain.plan.counts, batches: bodies.length });
        for (const [index, batch] of source.plan.batches.entries()) {
          const inBatch = [...sentIn(source.plan, batch)];
          expect(batch.number).toBe(index + 1);
          expect(inBatch.map((place) => `record-${String(place + 1)}`)).toEqual(
            (JSON.parse(bodies[index] ?? '') as { Operations: { bulkId: string }[] }).Operations.map(
              ({ bulkId }) => bulkId,
            ),
          );
          for (const place of inBatch) expect(batchOf(source.plan, place + 1)).toBe(batch);
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('sends the selected alone, as in the plan of all, and says of the others that they are not', async () => {
    const wanted = fc.uniqueArray(fc.integer({ min: 1, max: 130 }));
    await fc.assert(
      fc.asyncProperty(wanted, fc.integer({ min: 0, max: 3 }), async (records, first) => {
        const planner = plannerOf(`${HEADER}${rows(130, (number) => (number % 10 === 0 ? 'excluded' : 'sent'))}`);
        const selection: Selection = { kind: 'records', bits: bitsOf(records) };
        const how = options({ selection, pilot: { first } });
        const source = await planned(planner, how);
        const all = operationsIn(await bodiesOf(planner, await planned(planner, options()), options()));
        const chosen = new Set(
          records.filter((record) => record % 10 !== 0).map((record) => `"record-${String(record)}"`),
        );
        expect(operationsIn(await bodiesOf(planner, source, how))).toEqual(
          all.filter((operation) => chosen.has(/"record-\d+"/.exec(operation)?.[0] ?? '')),
        );
        expect(source.plan.counts).toMatchObject({ operations: chosen.size, excluded: 130 - chosen.size, refused: 0 });
        expect(source.plan.counts.unselected ?? 0).toBe(117 - chosen.size);
        const left = [...plannedRecords(source.plan)].filter(({ fate }) => fate.kind === 'excluded');
        for (const { record, fate, displayName } of left) {
          expect(fate).toEqual({ kind: 'excluded', reason: record % 10 === 0 ? 'where' : 'unselected' });
          expect(displayName).toBe(`Person ${String(record)}`);
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it('stops when it is asked to', async () => {
    const stop = new AbortController();
    stop.abort(new Error('stopped'));
    await expect(plannerOf(HEADER + rows(5)).plan(options({ signal: stop.signal }))).rejects.toThrow('stopped');
  });

  it('marks the operations of a pilot', async () => {
    const { plan } = await planned(plannerOf(HEADER + rows(4)), options({ pilot: { records: [3] } }));
    expect([...plan.records.fates]).toEqual([0, 0, FateCode.pilot, 0]);
  });
});
