import { formatCount } from '../../core/text/formatCount';
import type { PlainText } from '../../core/text/plainText';
import { plainText } from '../../core/text/plainText';

declare const isSaid: unique symbol;

/**
 * A sentence for a notification: our words, counts, and names. It never contains the contents of a file, because notifications make links
 * of `[text](command:…)`: these belong to the document that a button opens.
 */
export type Said = PlainText & { readonly [isSaid]: true };

/** A sentence of our words, with counts and names between them. */
export function say(texts: TemplateStringsArray, ...parts: readonly (Said | number)[]): Said {
  const shown = parts.map((part) => (typeof part === 'number' ? formatCount(part) : part));
  return plainText(String.raw({ raw: texts }, ...shown), 2_000) as Said;
}

/** A name that the user also sees elsewhere: of a file, a connection, a scenario or a command. */
export function named(name: string): Said {
  return plainText(name, 80) as Said;
}

/** A message of the service, or of its rules, about a run as a whole; never the contents of a file. */
export function relayed(text: string): Said {
  return plainText(text, 600) as Said;
}

/** A count with its noun: `1 warning`, `12 warnings`. */
export function counting(count: number, one: Said, many = say`${one}s`): Said {
  return say`${count} ${count === 1 ? one : many}`;
}

/** Sentences one after the other, without those that are absent. */
export function sentences(...parts: readonly (Said | undefined)[]): Said {
  return parts.filter((part) => part !== undefined && part !== '').join(' ') as Said;
}
