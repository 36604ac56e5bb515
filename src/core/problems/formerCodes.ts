/**
 * Codes from before all codes were spelled `area.kebab-case`, with the current spelling. Comments (`# ignore`), the
 * setting for levels and `--level` still accept them; nothing reports them.
 */
export const formerCodes: Readonly<Record<string, string>> = {
  'csv.blankRows': 'csv.blank-rows',
  'csv.encoding.utf16NoBom': 'csv.encoding.utf16-no-bom',
  'csv.fieldTooLarge': 'csv.field-too-large',
  'csv.newline.loneCr': 'csv.newline.lone-cr',
  'csv.noRows': 'csv.no-rows',
  'csv.notText': 'csv.not-text',
  'csv.nulByte': 'csv.nul-byte',
  'csv.row.fieldCount': 'csv.row.field-count',
  'csv.sepLine': 'csv.sep-line',
  'csv.tooLarge': 'csv.too-large',
  'csv.tooManyColumns': 'csv.too-many-columns',
  'json.tooDeep': 'json.too-deep',
  'json.tooLarge': 'json.too-large',
  'payload.duplicate-member': 'json.duplicate-member',
  'payload.syntax': 'json.syntax',
  'value.excelError': 'value.excel-error',
  'value.hiddenChar': 'value.hidden-char',
  'value.id.lostZeros': 'value.id.lost-zeros',
  'value.id.nearDuplicate': 'value.id.near-duplicate',
  'value.replacementChar': 'value.replacement-char',
  'value.tooLong': 'value.too-long',
  'value.userName.invalid': 'value.user-name.invalid',
};

/** The code in its current spelling; other codes are returned unchanged. */
export function currentCode(code: string): string {
  return Object.hasOwn(formerCodes, code) ? (formerCodes[code] ?? code) : code;
}
