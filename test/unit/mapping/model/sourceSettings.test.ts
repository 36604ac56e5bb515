import { describe, expect, it } from 'vitest';
import { readSourceSettings } from '../../../../src/core/mapping/model/sourceSettings';
import { parseMapping } from '../../../../src/core/mapping/syntax/parseMapping';
import { problemLines } from '../../../support/problemLines';

const NOTHING = { files: [], empty: [], key: [] };

function read(text: string) {
  const { settings, problems } = readSourceSettings(parseMapping(text).tree);
  return { settings, problems: problemLines(text, problems), data: problems.map(({ data }) => data) };
}

describe('the settings of a source block', () => {
  it.each([
    ['none', '', {}],
    ['an empty block', 'source csv { }', {}],
    ['several texts', 'source csv {\n files = "a.csv", "b/*.csv"\n empty = "NULL", "-"\n}', { files: ['a.csv', 'b/*.csv'], empty: ['NULL', '-'] }],
    ['key columns', 'source csv { key = [Company], [Id] }', { key: ['Company', 'Id'] }],
    ['a header', 'source csv { header = 3 }', { header: 3 }],
    ['delimiter, quote and encoding', 'source csv {\n delimiter = "||"\n quote = "\'"\n encoding = "windows-1252"\n}', { delimiter: '||', quote: "'", encoding: 'windows-1252' }],
    ['no quotes at all', 'source csv { quote = "" }', { quote: '' }],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual({ settings: { ...NOTHING, ...expected }, problems: [], data: [] });
  }); // prettier-ignore

  it.each([
    ['a kind that is none', 'source tsv { header = 2 }', { header: 2 }, '1:8 error mapping.unknown-source', { replacement: 'csv' }],
    ['a second block, which does not count', 'source csv { header = 2 }\nsource csv { header = 3 }', { header: 2 }, '2:1 error mapping.duplicate-source', { first: { start: 0, end: 6 } }],
    ['a name that is nearly one', 'source csv { delimeter = ";" }', {}, '1:14 error mapping.unknown-setting', { replacement: 'delimiter' }],
    ['a name that is none', 'source csv { colour = "red" }', {}, '1:14 error mapping.unknown-setting', undefined],
    ['a name twice: the first counts', 'source csv {\n header = 2\n header = 3\n}', { header: 2 }, '3:2 error mapping.duplicate-setting', { first: { start: 14, end: 20 } }],
    ['a value of another kind', 'source csv { header = "2" }', {}, '1:23 error mapping.setting-value', { takes: 'integer' }],
    ['a text where columns belong', 'source csv { key = "Id", [Id] }', { key: ['Id'] }, '1:20 error mapping.setting-value', { takes: 'column' }],
    ['a value too many', 'source csv { header = 2, 3 }', { header: 2 }, '1:26 error mapping.setting-value', undefined],
    ['an empty delimiter', 'source csv { delimiter = "" }', {}, '1:26 error mapping.setting-value', undefined],
    ['a quote that is the delimiter', 'source csv {\n delimiter = ";"\n quote = ";"\n}', { delimiter: ';', quote: ';' }, '3:10 error mapping.setting-value', undefined],
  ])('%s', (_, text, settings, problem, data) => {
    expect(read(text)).toEqual({ settings: { ...NOTHING, ...settings }, problems: [problem], data: [data] });
  }); // prettier-ignore
});
