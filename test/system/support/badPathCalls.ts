/** A call of the command line with a place for a file in it. */
export interface FileCall {
  readonly words: (path: string) => readonly string[];
  /** What the name of the file ends with. */
  readonly extension: string;
  /** What the file is to the call; an extract that cannot be read is a problem of the input (1), a document a usage error (2). */
  readonly takes: 'document' | 'payload' | 'extract' | 'new file' | 'folder';
}

/** What else the calls name: files that are right. */
export interface GoodFiles {
  readonly mapping: string;
  readonly extract: string;
  readonly users: string;
  readonly payload: string;
}

/** Every option and argument of every call that names a file or a folder. */
export function fileCalls({ mapping, extract, users, payload }: GoodFiles): readonly FileCall[] {
  const call = (takes: FileCall['takes'], extension: string, words: FileCall['words']): FileCall => ({
    words,
    extension,
    takes,
  });
  return [
    call('extract', '.csv', (path) => ['convert', path, '--mapping', mapping]),
    call('document', '.scimmap', (path) => ['convert', extract, '--mapping', path]),
    call('folder', '', (path) => ['convert', extract, '--mapping', mapping, '--out', path]),
    call('document', '.scimmap', (path) => ['check', path]),
    call('payload', '.json', (path) => ['check', path]),
    call('document', '', (path) => ['check', path]),
    call('extract', '.csv', (path) => ['check', mapping, '--extract', path]),
    call('document', '.scimmap', (path) => ['format', path]),
    call('document', '.scimmap', (path) => ['format', path, '--check']),
    call('extract', '.csv', (path) => ['read', path]),
    call('extract', '.csv', (path) => ['read', path, '--profile']),
    call('document', '.psd1', (path) => ['import', path]),
    call('document', '.json', (path) => ['import', path]),
    call('extract', '.csv', (path) => ['import', path]),
    call('extract', '.csv', (path) => ['import', payload, '--extract', path]),
    call('new file', '.scimmap', (path) => ['import', extract, '--out', path]),
    call('extract', '.csv', (path) => ['plan', path, '--mapping', mapping]),
    call('document', '.scimmap', (path) => ['plan', extract, '--mapping', path]),
    call('document', '.json', (path) => ['plan', extract, '--mapping', mapping, '--directory', path]),
    call('document', '.json', (path) => [
      'plan',
      extract,
      '--mapping',
      mapping,
      '--directory',
      users,
      '--schema',
      path,
    ]),
    call('document', '.json', (path) => ['plan', extract, '--mapping', mapping, '--connection', path]),
    call('extract', '.csv', (path) => ['send', path, '--mapping', mapping, '--connection', 'sandbox']),
    call('document', '.scimmap', (path) => ['send', extract, '--mapping', path, '--connection', 'sandbox']),
    call('document', '.json', (path) => ['send', extract, '--mapping', mapping, '--connection', path]),
    call('payload', '.json', (path) => ['send', path, '--connection', 'sandbox']),
    call('document', '', (path) => ['send', path, '--connection', 'sandbox']),
    call('document', '.json', (path) => ['logs', '--connection', path]),
    call('document', '.json', (path) => ['connections', 'add', path]),
    call('document', '.json', (path) => ['sandbox', '--users', path]),
    call('document', '.csv', (path) => ['sandbox', '--users', path]),
    call('folder', '', (path) => ['sandbox', '--state', path]),
  ];
}
