import { Uri } from 'vscode';
import type { PlanSource } from '../../../core/journal/planFile';

type Place = Pick<PlanSource, 'path' | 'uri'>;

/** The file that a run was made from; one of that name that is nowhere where its place is not known. */
export function sourceUri({ name, path, uri }: Place & Pick<PlanSource, 'name'>): Uri {
  if (path !== undefined) return Uri.file(path);
  return uri === undefined ? Uri.from({ scheme: 'untitled', path: name }) : Uri.parse(uri);
}

/** Where a file is, as plans keep it. */
export function placeOfUri(uri: Uri): Place {
  return uri.scheme === 'file' ? { path: uri.fsPath } : { uri: uri.toString() };
}
