/**
 * A regular expression that matches in any case without the option for it, which is not evaluated here: each letter becomes
 * both. `undefined` where that is not certain to mean the same: groups with names or options, letters beyond ASCII.
 */
export function ignoringCase(pattern: string): string | undefined {
  if (/\(\?(?!:)/.test(pattern) || /[^\x20-\x7E]/.test(pattern) || /\\[ckxu]|\\\d/.test(pattern)) return undefined;
  let result = '';
  for (let at = 0; at < pattern.length; at++) {
    const unit = pattern.charAt(at);
    if (unit === '\\') {
      const escape = /\\(?:[pP]\{[^}]*\}|[^])?/y;
      escape.lastIndex = at;
      const [whole = unit] = escape.exec(pattern) ?? [];
      result += whole;
      at += whole.length - 1;
    } else if (unit === '[') {
      const close = endOfClass(pattern, at);
      const both = close === undefined ? undefined : classIgnoringCase(pattern.slice(at + 1, close));
      if (close === undefined || both === undefined) return undefined;
      result += `[${both}]`;
      at = close;
    } else result += /[a-z]/i.test(unit) ? `[${unit.toUpperCase()}${unit.toLowerCase()}]` : unit;
  }
  return result;
}

function endOfClass(pattern: string, open: number): number | undefined {
  for (let at = open + 1; at < pattern.length; at++) {
    if (pattern.charAt(at) === '\\') at++;
    else if (pattern.charAt(at) === ']' && at > open + 1 && pattern.slice(open, at) !== '[^') return at;
    // Subtraction of classes
    else if (pattern.charAt(at) === '[') return undefined;
  }
  return undefined;
}

/** Letters and ranges of letters, each in both cases; other members stay. */
function classIgnoringCase(members: string): string | undefined {
  const ranges = members.match(/\\?[^]-[^]/g) ?? [];
  if (ranges.some((range) => !/^(?:[a-z]-[a-z]|[A-Z]-[A-Z]|\d-\d)$/.test(range))) return undefined;
  return members.replace(/\\[^]|[a-z]-[a-z]|[a-z]/gi, (member) => {
    const other = member === member.toUpperCase() ? member.toLowerCase() : member.toUpperCase();
    return member.startsWith('\\') || other === member ? member : member + other;
  });
}
