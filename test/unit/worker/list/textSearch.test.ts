import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../../src/core/convert/compileMapping';
import type { ExtractHeader } from '../../../../src/core/csv/extractEvent';
import { loadMapping } from '../../../../src/core/mapping/loadMapping';
import { foldedText } from '../../../../src/core/search/foldedText';
import { IndexedExtract } from '../../../../src/extract/index/indexedExtract';
import { momentNow } from '../../../../src/extract/momentNow';
import { rowCells } from '../../../../src/extract/index/rowCells';
import { readExtract } from '../../../../src/extract/readExtract';
import { sourceOptions } from '../../../../src/extract/sourceOptions';
import { convertedRows, plainRows } from '../../../../src/worker/list/rowMaker';
import type { RowMaker } from '../../../../src/worker/list/rowMaker';
import { isSearchable, TextSearch } from '../../../../src/worker/list/textSearch';
import { generatedExtract } from '../../../support/generatedExtract';

interface Opened {
  readonly extract: IndexedExtract;
  readonly header: ExtractHeader;
  readonly rows: RowMaker;
}

async function openText(text: string, mapping?: string): Promise<Opened> {
  return open(new TextEncoder().encode(text), mapping);
}

/** As the worker opens it. Throws for an extract that cannot be read. */
async function open(bytes: Uint8Array, mapping?: string): Promise<Opened> {
  const loaded = loadMapping(mapping ?? '');
  const options = mapping === undefined ? {} : sourceOptions(loaded, {});
  const extract = await IndexedExtract.of(bytes, loaded.model.source.encoding);
  let header: ExtractHeader | undefined;
  for await (const events of readExtract(extract.bytes(), options))
    for (const event of events) {
      if (event.kind === 'header') extract.noteHeader((header = event.header));
      else if (event.kind === 'record') extract.noteRecord(event.record.number, event.record.line);
      else if (event.problem.severity === 'fatal') throw new Error(event.problem.message);
      else if (event.problem.severity === 'row') extract.noteRecord(event.problem.record ?? 0, event.problem.line ?? 0);
    }
  if (header === undefined) throw new Error('no header');
  const mapped = () => compileModel(loaded.model, header.columns, momentNow());
  const rows = mapping === undefined ? plainRows(header) : convertedRows(mapped(), loaded, header, () => 1);
  return { extract, header, rows };
}

async function find({ extract, header, rows }: Opened, text: string): Promise<readonly number[]> {
  const search = new TextSearch(text, rows.named, { header, lines: extract.lines });
  const parts = await extract.parts(1, extract.records);
  return parts.flatMap((part) => search.find(part));
}

interface Obvious {
  readonly number: number;
  readonly line: number;
  readonly texts: readonly string[];
}

/** The obvious way: every record is cut into cells, named and folded. */
async function everything({ extract, rows }: Opened): Promise<readonly Obvious[]> {
  const read = await extract.rows(1, extract.records);
  return Promise.all(
    read.map(async ({ record: { number, line, cells }, problem }) => {
      const at = problem === undefined ? undefined : await extract.textAt(number);
      const own = at === undefined ? cells : rowCells(at);
      return { number, line, texts: [...own, ...rows.named.names(own, number)].map(foldedText) };
    }),
  );
}

function findObviously(all: readonly Obvious[], text: string): readonly number[] {
  const wanted = foldedText(text).trim();
  const found = all.filter(({ line, texts }) => String(line) === wanted || texts.some((each) => each.includes(wanted)));
  return found.map(({ number }) => number);
}

const TABLE = [
  'Id;First;Last;Note',
  'p1;Zoë;Müller;"a ""quoted"" note"',
  'p2;Bernd;Weiß;Straße 12',
  `p3;${'Chloé'.normalize('NFD')};O’Neill;"two\nlines"`,
  'p4;Anna;Maria;plain',
  'p5;too few',
  'p6;İnci;Yılmaz;x',
].join('\n');
const JOINED = 'externalId = [Id]\nuserName = [Id]\nactive = "true"\ndisplayName = Join(" ", [First], [Last])\n';
const PASTED = JOINED.replace('Join(" ", [First], [Last])', 'Append([First], [Last])');

describe('a search for a text', () => {
  it.each([
    ['zoe', [1]],
    ['ZOË', [1]],
    ['muller', [1]],
    ['weiss', [2]],
    ['strasse 12', [2]],
    ['chloe', [3]],
    ['chloé', [3]],
    ["o'neill", [3]],
    ['inci', [6]],
    ['yilmaz', [6]],
    ['  zoe ', [1]],
    ['too few', [5]],
    ['p', [1, 2, 3, 4, 5, 6]],
    ['nobody', []],
  ])('ignores case and accents, and looks in every cell: %s', async (text, wanted) => {
    expect(await find(await openText(TABLE, JOINED), text)).toEqual(wanted);
  });

  it.each([
    ['names over several cells', JOINED, 'zoe mul', [1]],
    ['names without anything between the cells', PASTED, 'annam', [4]],
    ['no cells that are neighbours', JOINED, 'anna;maria', []],
    ['no letters that are in different cells', JOINED, 'maria anna', []],
    ['quotes within quotes', JOINED, 'a "quoted"', [1]],
    ['the line that a number names', JOINED, '8', [6]],
    ['no line that only begins like it', JOINED, '80', []],
  ])('finds %s', async (_what, mapping, text, wanted) => {
    const opened = await openText(TABLE, mapping);
    expect(await find(opened, text)).toEqual(wanted);
  });

  it('finds what the list shows of records without a mapping', async () => {
    const opened = await openText(TABLE);
    expect(await find(opened, 'zoe · mull')).toEqual([1]);
    expect(await find(opened, 'zoemull')).toEqual([]);
  });

  it('has nothing to look for in accents alone', () => {
    expect(['', '  ', '\u0301', '\u200b'].some(isSearchable)).toBe(false);
    expect(isSearchable('é')).toBe(true);
  });

  it('finds what the obvious search finds, in every encoding and dialect', async () => {
    let matches = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const { bytes, mapping } = generatedExtract(seed);
      const opened = await open(bytes, mapping).catch(() => undefined);
      if (opened === undefined || opened.extract.records === 0) continue;
      const all = await everything(opened);
      const cells = all[seed % all.length]?.texts ?? [];
      const wanted = ['a', 'é', 'ss', '"', 'out', '2', ...cells, ...cells.map((cell) => cell.slice(1, 4))];
      for (const text of wanted.filter(isSearchable)) {
        const found = await find(opened, text);
        expect(found, JSON.stringify({ seed, text })).toEqual(findObviously(all, text));
        matches += found.length;
      }
    }
    expect(matches).toBeGreaterThan(1000);
  });
});
