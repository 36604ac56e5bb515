import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver-types';

/** What an editor asks for when it requests code actions. */
export interface ActionRequest {
  readonly range: Range;
  /** The problems in the range, as returned by `diagnose`. */
  readonly diagnostics: readonly Diagnostic[];
  /** The only kind of action that is wanted, including its subkinds: `quickfix`, `source`, `source.fixAll`. */
  readonly only?: string | undefined;
}

/** Whether actions of a kind, or of one of its subkinds, are wanted. */
export function isWanted(kind: string, { only }: Pick<ActionRequest, 'only'>): boolean {
  return only === undefined || isWithin(kind, only) || isWithin(only, kind);
}

/**
 * Whether the editor explicitly requests source actions. They concern the whole text and are not offered at every
 * cursor.
 */
export function areSourceActionsWanted({ only }: Pick<ActionRequest, 'only'>): boolean {
  return only !== undefined && isWithin(only, 'source');
}

/** The actions of the wanted kind. */
export function wanted(actions: readonly CodeAction[], { only }: Pick<ActionRequest, 'only'>): readonly CodeAction[] {
  return actions.filter(({ kind }) => only === undefined || kind === undefined || isWithin(kind, only));
}

/** Kinds are dotted paths: `source.fixAll` is within `source`. */
function isWithin(kind: string, outer: string): boolean {
  return outer === '' || kind === outer || kind.startsWith(`${outer}.`);
}
