/**
 * Codes of the provisioning log that a value of the extract answers: who keeps the records can correct it without looking at an account
 * or a job. In lower case; what they mean is in the table of explanations.
 */
const CODES: ReadonlySet<string> = new Set(
  ['ImportSkipped', 'DuplicateSourceEntries', 'MandatoryFieldsMissing', 'MissingValues', 'UnprocessableEntity'].map(
    (code) => code.toLowerCase(),
  ),
);

/** Whether what a code says is corrected in the extract. */
export function isCorrectedInExtract(code: string): boolean {
  return CODES.has(code.toLowerCase());
}
