declare const CATALOGUED: unique symbol;

/**
 * The code of a kind of problem. Only `problemKind` and `problemKinds` make one, so that nothing can report a code that is not the
 * code of a kind; comparing one with a text is fine.
 */
export type ProblemCode<Code extends string = string> = Code & { readonly [CATALOGUED]: true };
