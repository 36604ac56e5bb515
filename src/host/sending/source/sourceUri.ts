import { Uri } from 'vscode';
import type { PlanSource } from '../../../core/journal/planFile';

type Place = Pick<PlanSource, 'path' | 'uri'>;

/** The source file of a run; if its place is not known, a file of that name without a place. */
export function sourceUri({ name, path, uri }: Place & Pick<PlanSource, 'name'>): Uri {
  if (path !== undefined) return Uri.file(path);
  return uri === undefined ? Uri.from({ scheme: 'untitled', path: name }) : Uri.parse(uri);
}

/** The place of a file, as plans store it. */
export function placeOfUri(uri: Uri): Place {
  return uri.scheme === 'file' ? { path: uri.fsPath } : { uri: uri.toString() };
}
