import { describe, expect, it } from 'vitest';
import { guardLimits } from '../../../../src/core/guards/limitTable';
import { comparedContent } from '../../../../src/host/preview/comparison/comparedContent';
import type { ComparedContent } from '../../../../src/preview/comparison/compareState';
import { Comparing } from '../../../../src/worker/comparing/comparing';
import type { OtherInput } from '../../../../src/worker/comparing/protocol';
import { compared, compareInput, otherText } from '../../../support/comparisons';
import { acceptAll, keptFolder, RIG_KEY } from '../../../support/plannerRig';

const MAPPING = 'externalId = [Id]\nuserName = [Id]\nactive = Switch([Status], , "a", "true", "i", "false")\n';
const OWN = 'Id,Status\n1,a\n2,i\n3,x\n4,a\n';

interface Compared {
  readonly kind?: 'sandbox' | 'tenant';
  readonly mapping?: string;
  readonly own?: string;
}

async function contentOf(
  input: OtherInput,
  { kind = 'tenant', mapping = MAPPING, own = OWN }: Compared = {},
): Promise<ComparedContent> {
  const status = await compared(new Comparing(compareInput(own, mapping, input)));
  if (status.kind !== 'compared') throw new Error('nothing was compared');
  const other =
    input.kind === 'extract'
      ? ({ kind: 'extract', name: input.name } as const)
      : ({ kind: 'baseline', connection: 'Contoso' } as const);
  return comparedContent(status, { other, kind, limits: guardLimits(), edition: 1 });
}

describe('what is said of a comparison', () => {
  it('names the records that are not compared, and ids that repeat', async () => {
    const { notes } = await contentOf(otherText('Id,Status\n1,a\n1,a\n2,a\n5,x\n'));
    expect(notes).toEqual([
      'Skipped (invalid) or excluded, and so not compared: 1 record of other.csv; 1 record of own.csv.',
      '1 record of other.csv repeats an earlier id; the first counts.',
    ]);
  });

  it.each([
    ['Id,Status\n8,a\n9,a\n', 'Nobody is in both extracts. Check that their ids come from the same column.'],
    ['Id,Status\n8,x\n', 'No record of other.csv becomes an operation, so there is nobody to compare with.'],
  ])('says that there is nobody to compare with: %j', async (other, note) => {
    expect((await contentOf(otherText(other))).notes).toContain(note);
  });

  it.each<[where: string, more: Compared & { readonly other?: string }, note: string]>([
    ['the other extract', { other: 'Id,Status\n,a\n,a\n' }, 'No record of other.csv has an id'],
    ['this one', { own: 'Id,Status\n,a\n,a\n' }, 'No record of own.csv has an id'],
    ['the mapping', { mapping: 'userName = [Id]\n' }, 'the mapping has no rule for it'],
  ])('says that ids are missing in %s, and no other reason', async (_, { other, ...more }, note) => {
    const { notes } = await contentOf(otherText(other ?? 'Id,Status\n1,a\n'), more);
    expect(notes[0]).toContain(note);
    expect(notes.filter((each) => /nobody|everybody/i.test(each))).toHaveLength(1);
  });

  it('counts the records without an id among those that are not compared', async () => {
    const { notes } = await contentOf(otherText('Id,Status\n1,a\n,a\n,a\n5,x\n'), { own: 'Id,Status\n1,a\n,a\n' });
    expect(notes).toEqual([
      'Skipped (invalid) or excluded, and so not compared: 3 records of other.csv, 2 of them without an id; 1 record of own.csv, without an id.',
    ]);
  });

  it('holds what guards say, the gravest first, and of a sandbox nothing to type', async () => {
    const other = otherText(`Id,Status\n${Array.from({ length: 40 }, (_, id) => `${id},a\n`).join('')}`);
    const tenant = await contentOf(other);
    expect(tenant.reasons.map(({ decision, typed }) => [decision, typed])).toEqual([
      ['stop', undefined],
      ['ask', undefined],
    ]);
    expect(tenant.reasons[0]?.text).toContain('36 of the 40 records of last time are missing');
    const sandbox = await contentOf(other, { kind: 'sandbox' });
    expect(sandbox.reasons.every(({ typed }) => typed === undefined)).toBe(true);
  });

  it('says when and from what people were last sent, and what hashes leave open', async () => {
    const folder = keptFolder();
    await acceptAll(folder, 'Id,Status\n1,a\n7,a\n', MAPPING);
    const baseline: OtherInput = { kind: 'baseline', path: `${folder}/baseline`, key: RIG_KEY };
    const { notes, hasValues } = await contentOf(baseline);
    expect(hasValues).toBe(false);
    expect(notes).toEqual([
      'Last sent on 2026-11-01 00:00 UTC, from extract.csv.',
      'Of what was sent only hashes are kept: they say what differs, and not what it was.',
      '1 person who was sent is not in this extract: how many is known, and not who.',
      'Skipped (invalid) or excluded, and so not compared: 1 record of own.csv.',
    ]);
    const other = await contentOf(baseline, { mapping: `${MAPPING}title = [Id]\n` });
    expect(other.notes).toContain('The mapping is not the one with which everybody was last sent.');
    expect(other.notes).toContain('It writes other attributes than last time, so nobody counts as unchanged.');
  });
});
