import { formatCount } from '../../core/text/formatCount';
import type { PlainText } from '../../core/text/plainText';
import { plainText } from '../../core/text/plainText';

declare const isSaid: unique symbol;

/**
 * A sentence for a notification: our words, counts, and names. The contents of a file are never part of one, because
 * notifications make links of `[text](command:…)`: it belongs to the document that a button leads to.
 */
export type Said = PlainText & { readonly [isSaid]: true };

/** A sentence out of words of ours, with counts and names between them. */
export function say(texts: TemplateStringsArray, ...parts: readonly (Said | number)[]): Said {
  const shown = parts.map((part) => (typeof part === 'number' ? formatCount(part) : part));
  return plainText(String.raw({ raw: texts }, ...shown), 2_000) as Said;
}

/** What something is called that the user sees elsewhere too: a file, a connection, a scenario, a command. */
export function named(name: string): Said {
  return plainText(name, 80) as Said;
}

/** What the service, or the rules about it, say about a run as a whole; never the contents of a file. */
export function relayed(text: string): Said {
  return plainText(text, 600) as Said;
}

/** A count with its noun: `1 warning`, `12 warnings`. */
export function counting(count: number, one: Said, many = say`${one}s`): Said {
  return say`${count} ${count === 1 ? one : many}`;
}

/** Sentences one after the other; those that are left out are nothing. */
export function sentences(...parts: readonly (Said | undefined)[]): Said {
  return parts.filter((part) => part !== undefined && part !== '').join(' ') as Said;
}
