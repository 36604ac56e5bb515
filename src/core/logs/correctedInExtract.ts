/**
 * Codes of the provisioning log whose cause is a value in the extract, so that HR can correct it without access to an
 * account or a job. In lower case; the table of explanations gives their meanings.
 */
const CODES: ReadonlySet<string> = new Set(
  ['ImportSkipped', 'DuplicateSourceEntries', 'MandatoryFieldsMissing', 'MissingValues', 'UnprocessableEntity'].map(
    (code) => code.toLowerCase(),
  ),
);

/** Whether the cause of a code is corrected in the extract. */
export function isCorrectedInExtract(code: string): boolean {
  return CODES.has(code.toLowerCase());
}
