import type { PlannedRecord } from '../plan';

/** Maximum number of an id's last digits that are shown. */
const MAX_DIGITS = 3;

/**
 * Identifies a person to readers who have the extract: line, initials and the last digits of the id. At most half of an
 * id is shown, so that a short one is not revealed.
 */
export function maskedPerson({ line, displayName = '', externalId = '' }: PlannedRecord): string {
  return [`line ${line}`, initialsOf(displayName), lastDigitsOf(externalId)].filter(Boolean).join(' · ');
}

/** Identifies a person to readers who may see names. */
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
  const shown = Math.min(MAX_DIGITS, digits.length, Math.floor(id.length / 2));
  return shown === 0 ? '' : `…${digits.slice(-shown)}`;
}
