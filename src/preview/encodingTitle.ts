/** The usual spelling of an encoding's name: `Windows-1252`, `ISO-8859-2`, `Shift_JIS`. */
export function encodingTitle(encoding: string): string {
  if (/^(?:windows|macintosh|big5|shift)/.test(encoding))
    return encoding.replace(/^[a-z]/, (letter) => letter.toUpperCase()).replace('_jis', '_JIS');
  return encoding.toUpperCase();
}
