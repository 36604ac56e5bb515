declare const CATALOGUED: unique symbol;

/**
 * The code of a kind of problem. Only `problemKind` and `problemKinds` make one, so that only codes of kinds can be
 * reported; comparing one with a text is fine.
 */
export type ProblemCode<Code extends string = string> = Code & { readonly [CATALOGUED]: true };
