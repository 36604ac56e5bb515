import type { PlannedRecord } from '../plan';

/** Number of digits at the end of an id that are shown. */
const DIGITS = 3;

/**
 * Identifies a person to readers who have the extract: line, initials and the last digits of the id. At most half of an
 * id is shown, so that a short one stays unknown.
 */
export function maskedPerson({ line, displayName = '', externalId = '' }: PlannedRecord): string {
  return [`line ${line}`, initialsOf(displayName), lastDigitsOf(externalId)].filter(Boolean).join(' · ');
}

/** The same for readers who may see names. */
export function namedPerson({ line, displayName = '', externalId = '' }: PlannedRecord): string {
  return [`line ${line}`, displayName, externalId].filter(Boolean).join(' · ');
}

function initialsOf(name: string): string {
  const words = name.split(/[\s,]+/u).flatMap((word) => /\p{L}/u.exec(word) ?? []);
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return [first, last].flatMap((letter) => (letter === undefined ? [] : [`${letter.toUpperCase()}.`])).join(' ');
}

function lastDigitsOf(id: string): string {
  const digits = /\d*$/.exec(id)?.[0] ?? '';
  const shown = Math.min(DIGITS, digits.length, Math.floor(id.length / 2));
  return shown === 0 ? '' : `…${digits.slice(-shown)}`;
}
