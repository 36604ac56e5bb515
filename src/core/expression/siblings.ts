/**
 * Functions of Entra's sibling dialects (Connect Sync, cloud sync), known only so that the right one of this dialect can be
 * offered. `undefined`: there is none. Sources: Connect Sync functions reference; cloud sync expression reference.
 */
const SIBLINGS = new Map<string, string | undefined>([
  ['LCase', 'ToLower(text)'],
  ['UCase', 'ToUpper(text)'],
  ['Trim', 'Replace(text, , "^\\\\s+|\\\\s+$", , "", , ), or StripSpaces(text) to take out all spaces'],
  ['LTrim', 'Replace(text, , "^\\\\s+", , "", , )'],
  ['RTrim', 'Replace(text, , "\\\\s+$", , "", , )'],
  ['Right', 'Replace(text, , "^.*(?<End>.{3})$", , "${End}", , ) for the last three characters'],
  ['Len', undefined],
  ['InStrRev', 'InStr(text, part), which looks from the start'],
  ['ReplaceChars', 'Replace(text, "old", , , "new", , ), once for each character'],
  ['IsEmpty', 'IsNullOrEmpty(value)'],
  ['Contains', 'InStr(text, part), which is 0 when the part is not there'],
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

/** What can be said of a name that a sibling dialect has: what to write instead, or that there is nothing. */
export function siblingAdvice(name: string): string | undefined {
  if (!SIBLINGS.has(name)) return undefined;
  const instead = SIBLINGS.get(name);
  return `"${name}" belongs to another dialect (Connect Sync, cloud sync). ${instead === undefined ? 'Provisioning mappings have nothing like it.' : `Here: ${instead}.`}`;
}
