import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver-types';

/** What an editor asks for when it asks for actions. */
export interface ActionRequest {
  readonly range: Range;
  /** The problems in the range, as `diagnose` gives them. */
  readonly diagnostics: readonly Diagnostic[];
  /** The only kind of action that is wanted, those below it included: `quickfix`, `source`, `source.fixAll`. */
  readonly only?: string | undefined;
}

/** Whether an action of a kind, or of one below it, may be wanted. */
export function isWanted(kind: string, { only }: Pick<ActionRequest, 'only'>): boolean {
  return only === undefined || isWithin(kind, only) || isWithin(only, kind);
}

/** Whether actions on the source are asked for by name: they concern the whole text and are not offered at every cursor. */
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
