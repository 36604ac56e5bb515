import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { reviewMapping } from '../../../../src/core/examine/reviewMapping';
import type { LoadedMapping, MappingKnowledge } from '../../../../src/core/mapping/loadMapping';
import { loadMapping } from '../../../../src/core/mapping/loadMapping';
import { editedTexts } from '../../../support/mappingEdits';

/** All that can be seen of a mapping. */
function seenOf(loaded: LoadedMapping) {
  const { parsed, model, problems, silences, silenced } = loaded;
  const parts = parsed.parts.map(({ start, end, reach, problems }) => ({ start, end, reach, problems }));
  const { text, tree, problems: ofSyntax } = parsed;
  return { text, tree, ofSyntax, parts, model, problems, silences, silenced, shown: reviewMapping(loaded) };
}

/** A mapping that came about by changes is the one that its text alone gives. */
export function expectAsOpened(loaded: LoadedMapping, knowledge: MappingKnowledge): void {
  const [seen, expected] = [seenOf(loaded), seenOf(loadMapping(loaded.parsed.text, knowledge))];
  // Thousands of comparisons: the one that explains itself is slow
  if (!isDeepStrictEqual(seen, expected)) expect(seen).toStrictEqual(expected);
}

/**
 * Edits a mapping so many times and compares after each of them.
 * @returns the share of statements that were taken over without being read again
 */
export function editManyTimes(text: string, knowledge: MappingKnowledge, seed: number, times: number): number {
  let loaded = loadMapping(text, knowledge);
  let taken = 0;
  let all = 0;
  const texts = editedTexts(text, seed);
  for (let edit = 0; edit < times; edit++) {
    const readings = new Set(loaded.parsed.parts.map(({ reading }) => reading));
    loaded = loadMapping(texts.next().value, knowledge, loaded);
    expectAsOpened(loaded, knowledge);
    all += loaded.parsed.parts.length;
    taken += loaded.parsed.parts.filter(({ reading }) => readings.has(reading)).length;
  }
  return taken / all;
}
