/**
 * Functions of Entra's sibling dialects (Connect Sync, cloud sync), which are known only to suggest the right function
 * of this dialect; `undefined` if there is none. Sources: Connect Sync functions reference; cloud sync expression
 * reference.
 */
const SIBLINGS = new Map<string, string | undefined>([
  ['LCase', 'ToLower(text)'],
  ['UCase', 'ToUpper(text)'],
  ['Trim', 'Replace(text, , "^\\\\s+|\\\\s+$", , "", , ), or StripSpaces(text) to remove all spaces'],
  ['LTrim', 'Replace(text, , "^\\\\s+", , "", , )'],
  ['RTrim', 'Replace(text, , "\\\\s+$", , "", , )'],
  ['Right', 'Replace(text, , "^.*(?<End>.{3})$", , "${End}", , ) for the last three characters'],
  ['Len', undefined],
  ['InStrRev', 'InStr(text, part), which searches from the start'],
  ['ReplaceChars', 'Replace(text, "old", , , "new", , ), once for each character'],
  ['IsEmpty', 'IsNullOrEmpty(value)'],
  ['Contains', 'InStr(text, part), which is 0 when the part is not found'],
  ['ItemOrNull', 'Item(attribute, index)'],
  ['ConvertFromBase64', undefined],
  ['ConvertFromUTF8Hex', undefined],
  ['RandomNum', 'RandomString(length, length, 0, 0, 0)'],
  ['Error', undefined],
  ['DNComponent', undefined],
  ['DNComponentRev', undefined],
  ['EscapeDNComponent', undefined],
  ['StringFromSid', undefined],
  ['PadLeft', undefined],
  ['PadRight', undefined],
  ['BitOr', 'BitAnd(value1, value2)'],
  ['IsBitSet', 'BitAnd(value, bit)'],
  ['IsDate', undefined],
  ['IsGuid', undefined],
  ['IsNumeric', undefined],
  ['CNum', undefined],
  ['CRef', undefined],
  ['CGuid', undefined],
  ['Select', undefined],
  ['Where', undefined],
  ['With', undefined],
]);

/** Advice for a name of a sibling dialect: what to write instead, or that there is no equivalent. */
export function siblingAdvice(name: string): string | undefined {
  if (!SIBLINGS.has(name)) return undefined;
  const instead = SIBLINGS.get(name);
  return `"${name}" belongs to another dialect (Connect Sync, cloud sync). ${instead === undefined ? 'Provisioning mappings have no equivalent.' : `Use ${instead}.`}`;
}
