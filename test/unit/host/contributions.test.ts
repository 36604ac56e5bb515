import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CommandTitles } from '../../../src/host/commandTitles';
import {
  commandIds,
  connectionScheme,
  extractLanguageIds,
  extractViewType,
  guardSettingIds,
  planScheme,
  predictionScheme,
  mappingLanguageId,
  problemScheme,
  settingIds,
  viewContainerId,
  viewIds,
  previewViewType,
} from '../../../src/host/contributions';
import { LIMIT_NAMES, LIMITS } from '../../../src/core/guards/limitTable';
import { JSON_LANGUAGES } from '../../../src/host/documents/jsonLanguages';

interface Manifest {
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string; readonly title: string }[];
    readonly languages: readonly { readonly id: string }[];
    readonly grammars: readonly { readonly language?: string }[];
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string }[] };
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly customEditors: readonly { readonly viewType: string; readonly priority: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope?: string }>> };
    readonly configurationDefaults: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly keybindings: readonly { readonly command: string }[];
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
  };
}

const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as Manifest;
const { activationEvents, capabilities, contributes } = manifest;

/** Settings that decide how strict a limit is, or how long people's data are kept: the user's alone. */
const OF_THE_USER: readonly string[] = [
  settingIds.examinedRecords,
  settingIds.maxRecords,
  settingIds.maxBytes,
  settingIds.sandboxIdleStop,
];
const OF_GUARDS = Object.values(guardSettingIds);
/** Settings that a trusted workspace may have; of levels and limits it can only make some stricter. */
const OF_A_TRUSTED_WORKSPACE: readonly string[] = [
  settingIds.recordValues,
  settingIds.followsCursor,
  settingIds.showsColumn,
  settingIds.defaultDomain,
  settingIds.problemLevels,
  ...OF_GUARDS,
];
const SETTINGS = [...Object.values(settingIds), ...OF_GUARDS];

describe('the manifest and the code know each other', () => {
  it('by commands', () => {
    expect(contributes.commands.map(({ command }) => command).sort()).toEqual(Object.values(commandIds).sort());
    expect(contributes.commands.filter(({ category }) => category !== 'Entra Provisioning')).toEqual([]);
  });

  it('by titles, which the manifest alone holds: one for each command, in title case', () => {
    const titles = new CommandTitles(manifest);
    const all = Object.values(commandIds).map((id) => titles.of(id));
    expect(new Set(all).size).toBe(all.length);
    const small = /^(a|an|and|as|for|from|in|into|of|or|the|to|with|curl,|\.http)$/;
    const wrong = all.filter((title) => title.split(' ').some((word) => !/^\(?[A-Z]/.test(word) && !small.test(word)));
    expect(wrong).toEqual([]);
    expect(titles.of(commandIds.loadUsers)).toBe('Load Users into Sandbox Tenant');
    expect(() => new CommandTitles({}).of(commandIds.sendExtract)).toThrow('entraInbound.extract.send');
  });

  it('by titles that no source repeats, so that they cannot differ', () => {
    const titles = new CommandTitles(manifest);
    const written = Object.values(commandIds).flatMap((id) => ["'", '"', '`'].map((quote) => titles.of(id) + quote));
    const src = new URL('../../../src/', import.meta.url);
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(400);
    const found = files.filter((file) => {
      const text = readFileSync(new URL(file, src), 'utf8');
      return written.some((title) => text.includes(title));
    });
    expect(found).toEqual([]);
  });

  it('by menus and welcome texts, which name commands that exist', () => {
    const inWelcome = contributes.viewsWelcome.flatMap(({ contents }) =>
      [...contents.matchAll(/\(command:([^)?]+)/g)].map((match) => match[1]),
    );
    const named = [
      ...Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command)),
      ...contributes.keybindings.map(({ command }) => command),
      ...inWelcome,
    ];
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((command) => !Object.values<string | undefined>(commandIds).includes(command))).toEqual([]);
  });

  it('by views and the language', () => {
    expect(contributes.viewsContainers.activitybar.map(({ id }) => id)).toEqual([viewContainerId]);
    expect(contributes.views[viewContainerId]?.map(({ id }) => id)).toEqual(Object.values(viewIds));
    expect(contributes.languages.map(({ id }) => id)).toEqual([mappingLanguageId, extractLanguageIds[0]]);
  });

  it('by the language of extracts, whose name, colours and icon others bring', () => {
    // A name, a configuration or an icon would be ours beside Rainbow CSV and Edit CSV, which contribute the same language
    expect(contributes.languages.filter(({ id }) => id !== mappingLanguageId)).toEqual([
      { id: 'csv', extensions: ['.csv'] },
    ]);
    expect(contributes.grammars.map(({ language }) => language)).not.toContain('csv');
    const ofLanguages = Object.keys(contributes.configurationDefaults).filter((key) => key.startsWith('['));
    expect(ofLanguages.filter((key) => extractLanguageIds.some((id) => key.includes(`[${id}]`)))).toEqual([]);
  });

  it('by the editor of extracts, which opens when it is asked for', () => {
    expect(contributes.customEditors.map(({ viewType, priority }) => [viewType, priority])).toEqual([
      [extractViewType, 'option'],
    ]);
  });

  it('by settings, and by the pages that are shown as Markdown', () => {
    expect(Object.keys(contributes.configuration.properties).sort()).toEqual([...SETTINGS].sort());
    const associations = contributes.configurationDefaults['workbench.editorAssociations'] ?? {};
    const pages = [problemScheme, predictionScheme, connectionScheme, planScheme];
    expect(Object.keys(associations)).toEqual(pages.map((scheme) => `${scheme}:/**`));
  });

  it('by limits of guards, whose values and defaults are those of the code', () => {
    const ranges = { people: ['integer', undefined], requests: ['integer', undefined], percent: ['number', 100] };
    expect(LIMIT_NAMES.map((name) => contributes.configuration.properties[guardSettingIds[name]])).toEqual(
      LIMIT_NAMES.map((name) => {
        const { unit, standard } = LIMITS[name];
        const [type, maximum] = ranges[unit];
        const text = expect.stringMatching(/^[A-Z].*\. A workspace can only make it stricter\.$/) as string;
        const range = { type, minimum: 0, ...(maximum !== undefined && { maximum }), default: standard };
        return { ...range, markdownDescription: text, scope: 'window' };
      }),
    );
  });

  it('by settings, which each say where they may be set', () => {
    const scopes = Object.entries(contributes.configuration.properties).map(([id, { scope }]) => [id, scope]);
    const expected = SETTINGS.map((id) => {
      const lists = [OF_THE_USER, OF_A_TRUSTED_WORKSPACE].filter((list) => list.includes(id));
      expect(lists, `${id} is in exactly one list`).toHaveLength(1);
      return [id, lists[0] === OF_THE_USER ? 'machine' : 'window'];
    });
    expect(new Map(scopes as [string, string][])).toEqual(new Map(expected as [string, string][]));
  });

  it('in the explorer for a .txt, too, to preview it, but neither in titles nor to send it', () => {
    const endings = (menu: string, command: string) =>
      (contributes.menus[menu] ?? []).flatMap((item) => (item.command === command ? (item.when ?? '') : []));
    expect(endings('explorer/context', commandIds.previewExtract)).toEqual([expect.stringContaining('csv|tsv|txt')]);
    expect(endings('explorer/context', commandIds.newMapping)).toEqual([expect.stringContaining('csv|tsv|txt')]);
    expect(endings('explorer/context', commandIds.sendExtract)).toEqual([expect.not.stringContaining('txt')]);
    expect(endings('editor/title', commandIds.previewExtract)).toEqual([expect.not.stringContaining('txt')]);
  });

  it('in menus of extracts, in whichever language another extension has them', () => {
    const conditions = Object.values(contributes.menus).flatMap((entries) => entries.map(({ when = '' }) => when));
    const patterns = conditions.flatMap((when) => [...when.matchAll(/resourceLangId =~ \/(.+?)\/(?= |$)/g)]);
    expect(patterns.length).toBeGreaterThan(2);
    for (const [, pattern = ''] of patterns)
      expect(extractLanguageIds.filter((id) => !new RegExp(pattern).test(id))).toEqual([]);
  });

  it('by settings, and a workspace cannot set where data or tokens go', () => {
    const deciding =
      /endpoint|address|url|host|cloud|authority|tenant|client|proxy|cert|secret|token|credential|connection/i;
    const ofAnyone = Object.entries(contributes.configuration.properties)
      .filter(([id, { scope }]) => deciding.test(id) && scope !== 'machine' && scope !== 'application')
      .map(([id]) => id);
    expect(ofAnyone).toEqual([]);
    // Connections are user data: nothing about them is a setting
    expect(SETTINGS.filter((id) => deciding.test(id))).toEqual([]);
  });

  it('in menus of extracts, in whichever language another extension has them', () => {
    const conditions = Object.values(contributes.menus).flatMap((entries) => entries.map(({ when = '' }) => when));
    const patterns = conditions.flatMap((when) => [...when.matchAll(/resourceLangId =~ \/(.+?)\/(?= |$)/g)]);
    expect(patterns.length).toBeGreaterThan(2);
    for (const [, pattern = ''] of patterns)
      expect(extractLanguageIds.filter((id) => !new RegExp(pattern).test(id))).toEqual([]);
  });

  it('by settings, which an untrusted workspace cannot set', () => {
    const { restrictedConfigurations } = capabilities.untrustedWorkspaces;
    expect([...restrictedConfigurations].sort()).toEqual([...SETTINGS].sort());
  });

  it('and nothing starts with the editor: a mapping, an extract, JSON, a page, or a preview from before a reload wakes it', () => {
    const languages = [...extractLanguageIds, ...JSON_LANGUAGES];
    expect(activationEvents).toEqual([
      ...languages.map((language) => `onLanguage:${language}`),
      `onWebviewPanel:${previewViewType}`,
      // Pages are Markdown, and asked for their texts as soon as the window is loaded again
      'onCustomEditor:vscode.markdown.preview.editor',
    ]);
  });
});
