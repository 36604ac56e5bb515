import type { StateFolder } from '../../../src/connections/announcedSandboxes';

/** A state folder in memory; each file that is written is newer than those before it. */
export function memoryFolder(): StateFolder & { readonly files: Map<string, string> } {
  const files = new Map<string, string>();
  return {
    files,
    pathOf: (name) => `/state/${name}`,
    list: () => Promise.resolve([...files.keys()].map((name, changed) => ({ name, changed }))),
    read: (name) => Promise.resolve(files.get(name)),
    write(name, text) {
      files.delete(name);
      files.set(name, text);
      return Promise.resolve();
    },
    create(name, text) {
      if (files.has(name)) return Promise.resolve(false);
      files.set(name, text);
      return Promise.resolve(true);
    },
    remove: (name, text) => Promise.resolve(files.get(name) === text && files.delete(name)),
  };
}
