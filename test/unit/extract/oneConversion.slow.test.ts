import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PlanMoment } from '../../../src/core/convert/planMoment';
import type { GeneratedExtract } from '../../support/generatedExtract';
import { generatedExtract } from '../../support/generatedExtract';
import { sliceOf } from '../../support/sweep';
import { asConverted, asOpened, asPreviewed, asSent, operationsIn } from '../../support/threeWays';

const moment: PlanMoment = { now: { kind: 'dateTime', ticks: 638_680_000_000_000_000n }, seed: 7 };

/**
 * How many requests an extract gives, each of the same bytes by every way; or why it gives none, by every way the same.
 * @param step The preview is compared only for records whose number is divisible by it.
 */
async function requestsOf(extract: GeneratedExtract, step = 1): Promise<number | readonly string[]> {
  const converted = await asConverted(extract, moment);
  expect(await asSent(extract, moment)).toEqual(converted);
  expect(await asOpened(extract, moment)).toEqual(converted);
  const previewed = await asPreviewed(extract, moment, step);
  if ('fatal' in converted) {
    expect(previewed).toEqual(converted);
    return converted.fatal;
  }
  expect(previewed).toEqual({ operations: operationsIn(converted.bodies, step) });
  return converted.bodies.length;
}

const sample = (name: string) => readFileSync(new URL(`../../../samples/contoso/${name}`, import.meta.url));

describe('one way to convert', () => {
  it.each(['contoso.csv', 'contoso-last-week.csv'])('gives one result for %s', async (name) => {
    const mapping = sample('contoso.scimmap').toString();
    expect(await requestsOf({ bytes: new Uint8Array(sample(name)), mapping }, 20)).toBeGreaterThan(10);
  });

  const seeds = Array.from({ length: 200 }, (_, index) => index + 1);
  const requests: number[] = [];
  const fatal: string[] = [];

  it.each(sliceOf(seeds))('gives one result for generated extract %i', async (seed) => {
    const result = await requestsOf(generatedExtract(seed));
    if (typeof result === 'number') requests.push(result);
    else fatal.push(...result);
  });

  it('was asked for extracts that give requests, and for some that cannot be read', () => {
    expect(requests.filter((count) => count > 0).length).toBeGreaterThan(requests.length / 2);
    expect(requests.length).toBeGreaterThan(fatal.length * 2);
    expect(fatal.length).toBeGreaterThan(0);
  });
});
