import { expect } from 'vitest';

/** Stands for any text in an expected value. */
export const anyText: unknown = expect.any(String);

/** Stands for any text that matches. */
export function textLike(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}

/** Stands for any text that holds `part`. */
export function textWith(part: string): unknown {
  return expect.stringContaining(part);
}

/** Stands for any object that has at least these members. */
export function objectWith(members: object): unknown {
  return expect.objectContaining(members);
}
