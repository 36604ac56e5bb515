import { assert, asyncProperty, integer } from 'fast-check';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { loadMapping } from '../../../../src/core/mapping/loadMapping';
import { surveySent } from '../../../../src/extract/results/surveySent';
import { generatedExtract } from '../../../support/generatedExtract';
import { sweepOf } from '../../../support/sweep';
import { inBlocks, readByOthers, sentOf, written } from './resultRig';

const MARK = 'MARK';

it('adds four cells to each record, and leaves every byte of the extract what and where it was', async () => {
  let seen = 0;
  await assert(
    asyncProperty(integer({ min: 1, max: 1_000_000 }), integer({ min: 7, max: 3_000 }), async (seed, size) => {
      const { bytes, mapping } = generatedExtract(seed);
      const sent = await sentOf(bytes, mapping);
      if (sent === undefined) return;
      const layout = await surveySent(inBlocks(bytes, size), sent, loadMapping(mapping).model.source);
      if ('fault' in layout) throw new Error(layout.fault);
      const result = await written(bytes, layout, () => [MARK, '=1+1', '', 'entry'], size);

      const { dialect, encoding } = layout.header;
      const { delimiter, quote } = dialect;
      const cell = (text: string) =>
        delimiter + quote + (quote === '' ? text : text.replaceAll(quote, quote + quote)) + quote;
      const latin = (text: string) => iconv.encode(text, encoding).toString('latin1');
      const added = latin(cell(MARK) + cell("'=1+1") + cell('') + cell('entry'));
      const header = latin(['Result', 'Cause', 'Remedy', 'Entry'].map(cell).join(''));
      const text = result.toString('latin1');
      expect(text.split(added)).toHaveLength(sent.lines.length + 1);
      expect(text.replace(header, '').split(added).join('')).toBe(Buffer.from(bytes).toString('latin1'));

      const before = readByOthers(bytes, layout);
      const after = readByOthers(result, layout);
      expect(after).toHaveLength(before.length);
      let records = 0;
      for (const [index, row] of before.entries()) {
        const now = after[index] ?? [];
        expect(now.slice(0, row.length)).toEqual(row);
        if (now.length === row.length) expect(row.every((value) => value.trim() === '')).toBe(true);
        else if (index > 0) records++;
        if (now.length !== row.length) expect(now).toHaveLength(row.length + 4);
      }
      expect(records).toBe(sent.lines.length);
      seen += records;
    }),
    sweepOf(400),
  );
  expect(seen).toBeGreaterThan(100);
});
