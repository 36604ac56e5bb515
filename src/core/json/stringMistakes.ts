import type { Span } from '../text/span';
import { span } from '../text/span';
import { codePoint } from './codePoint';
import type { SyntaxMistake } from './syntaxMistake';

/** The range is from the opening quote to the end of its line. */
export function unclosedString(start: number, end: number): SyntaxMistake {
  return {
    span: span(start, end),
    message:
      'Unterminated string: the quote that opens here is not closed on its line. Close it with "; inside a text, write a quote as \\" and a line break as \\n.',
    isNestingLost: true,
  };
}

/** All invalid escapes and control characters in a string; `within` is its range including the quotes. */
export function stringMistakes(text: string, within: Span): readonly SyntaxMistake[] {
  const mistakes: SyntaxMistake[] = [];
  for (let at = within.start + 1; at < within.end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20) mistakes.push(controlCharacter(at, unit));
    else if (unit === BACKSLASH) {
      const wrong = wrongEscape(text, at);
      if (wrong !== undefined) mistakes.push(wrong);
      at++;
    }
  }
  return mistakes;
}

const BACKSLASH = 92;

function wrongEscape(text: string, at: number): SyntaxMistake | undefined {
  const letter = text[at + 1] ?? '';
  if (letter !== '' && '"\\/bfnrt'.includes(letter)) return undefined;
  if (letter === 'u') {
    const digits = /^[0-9a-f]*/i.exec(text.slice(at + 2, at + 6))?.[0] ?? '';
    if (digits.length === 4) return undefined;
    const message = 'Expected four hexadecimal digits after \\u, such as \\u00e9. Write a backslash itself as \\\\.';
    return { span: span(at, at + 2 + digits.length), message, edit: doubled(at) };
  }
  const shown = letter > ' ' ? `\\${letter}` : 'A backslash before a space or line break';
  const message = `${shown} is not a valid JSON escape: only " \\ / b f n r t u can follow a backslash. Write a backslash itself as \\\\.`;
  return { span: span(at, at + 2), message, edit: doubled(at) };
}

const doubled = (at: number) => ({ span: span(at, at), newText: '\\' });

function controlCharacter(at: number, unit: number): SyntaxMistake {
  const written = JSON.stringify(String.fromCharCode(unit)).slice(1, -1);
  const name = unit === 9 ? 'A tab' : `The control character ${codePoint(unit)}`;
  return {
    span: span(at, at + 1),
    message: `${name} must be escaped in a text. Write ${written}, or remove it.`,
    edit: { span: span(at, at + 1), newText: written },
  };
}
