import { expect, it } from 'vitest';
import { encodingTitle } from '../../../src/preview/encodingTitle';

it.each([
  ['windows-1252', 'Windows-1252'],
  ['macintosh', 'Macintosh'],
  ['iso-8859-2', 'ISO-8859-2'],
  ['koi8-r', 'KOI8-R'],
  ['shift_jis', 'Shift_JIS'],
  ['gb18030', 'GB18030'],
  ['cp850', 'CP850'],
])('writes %s as %s', (encoding, title) => {
  expect(encodingTitle(encoding)).toBe(title);
});
