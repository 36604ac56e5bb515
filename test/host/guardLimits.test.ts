import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { guardSettingIds } from '../../src/host/contributions';
import { SettingsStore } from '../../src/host/settings';

const { Global, Workspace } = vscode.ConfigurationTarget;

describe('the limits of guards', () => {
  const settings = new SettingsStore();
  const set = (name: keyof typeof guardSettingIds, value: unknown, target: vscode.ConfigurationTarget) =>
    vscode.workspace.getConfiguration().update(guardSettingIds[name], value, target);

  after(async () => {
    for (const target of [Global, Workspace])
      for (const name of ['disable.type.count', 'shrink.stop', 'pilot'] as const) await set(name, undefined, target);
    settings.dispose();
  });

  it('are the standard ones, then those of the user, and those of the workspace where they are stricter', async () => {
    assert.ok(vscode.workspace.isTrusted);
    const found = () => {
      const { disable, shrink, pilot } = settings.current.guardLimits;
      return [disable.type.count, shrink.stop, pilot];
    };
    assert.deepEqual(found(), [20, 50, 5]);
    await set('disable.type.count', 10_000, Workspace);
    await set('shrink.stop', 40, Workspace);
    await set('pilot', 0, Workspace);
    assert.deepEqual(found(), [20, 40, 5], 'a workspace lifts no limit of a user who has set none');
    await set('disable.type.count', 30, Global);
    await set('shrink.stop', 12.5, Global);
    await set('pilot', 0, Global);
    assert.deepEqual(found(), [30, 12.5, 0], 'the limits of the user count, and the stricter ones of the workspace');
    await set('pilot', 7, Workspace);
    await set('shrink.stop', 'much', Workspace);
    await set('disable.type.count', -1, Global);
    assert.deepEqual(found(), [20, 12.5, 7], 'an invalid limit is ignored');
  });
});
