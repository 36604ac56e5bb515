/** Which check of a mapping found a problem. Problems at one place are listed in this order. */
export type Look = number;

export const lookOfSyntax: Look = 0;
export const lookOfSource: Look = 1;
export const lookOfModel: Look = 2;

/** @param index the index of the check in its table */
export function lookOfCheck(index: number): Look {
  return 3 + index;
}
