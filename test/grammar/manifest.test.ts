import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

interface Setting {
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly default?: unknown;
  readonly properties?: Record<string, Setting>;
}

interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly category: string;
      readonly enablement: string;
    }[];
    readonly menus: Record<string, readonly { readonly command: string }[]>;
    readonly keybindings: readonly { readonly command: string }[];
    readonly languages: readonly { readonly id: string }[];
    readonly grammars: readonly { readonly path: string; readonly scopeName: string }[];
    readonly configuration: readonly {
      readonly title: string;
      readonly properties: Record<string, Setting>;
    }[];
  };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const { commands, menus, keybindings, languages, grammars } = manifest.contributes;
const settings = Object.assign(
  {},
  ...manifest.contributes.configuration.map(({ properties }) => properties),
) as Record<string, Setting>;

describe('manifest', () => {
  it('puts every command under the category SEC, and says when it is enabled', () => {
    assert.ok(commands.length > 0);
    for (const { command, category, enablement } of commands) {
      assert.match(command, /^smartEnergyCode\.[a-z][A-Za-z]+$/u);
      assert.equal(category, 'SEC', command);
      assert.ok(enablement, command);
    }
  });

  it('registers every command in the client', () => {
    const source = readFileSync('client/src/commands.ts', 'utf8');
    for (const { command } of commands) {
      const name = command.replace('smartEnergyCode.', '');
      assert.ok(source.includes(`'${name}'`) || source.includes(`'${command}'`), command);
    }
  });

  it('names only its own commands in menus and keybindings', () => {
    const known = new Set(commands.map(({ command }) => command));
    for (const { command } of [...Object.values(menus).flat(), ...keybindings]) {
      assert.ok(known.has(command), command);
    }
  });

  it('names only files that exist', () => {
    const files = [manifest.icon, ...relativePaths(manifest.contributes)];
    assert.ok(files.length > 4);
    for (const file of files) {
      assert.ok(existsSync(file), file);
    }
  });

  it('names each grammar as the grammar names itself', () => {
    for (const { path, scopeName } of grammars) {
      const grammar = JSON.parse(readFileSync(path, 'utf8')) as { readonly scopeName: string };
      assert.equal(grammar.scopeName, scopeName);
    }
  });

  it('is activated by its language', () => {
    for (const { id } of languages) {
      assert.ok(manifest.activationEvents.includes(`onLanguage:${id}`), id);
    }
  });

  it('describes every setting and gives its default', () => {
    for (const [name, setting] of Object.entries(settings)) {
      assert.match(name, /^smartEnergyCode\./u);
      assert.ok(isDescribed(setting), name);
      assert.notEqual(setting.default, undefined, name);
      for (const [key, property] of Object.entries(setting.properties ?? {})) {
        assert.ok(isDescribed(property), `${name}: ${key}`);
      }
    }
  });

  it('restricts only settings that exist where the workspace is not trusted', () => {
    for (const name of manifest.capabilities.untrustedWorkspaces.restrictedConfigurations) {
      assert.ok(name in settings, name);
    }
  });
});

function isDescribed({ description, markdownDescription }: Setting): boolean {
  return [description, markdownDescription].some((text) => text !== undefined && text !== '');
}

/** Every string in the manifest that is written as a path: `./…`. */
function relativePaths(value: unknown): string[] {
  if (typeof value === 'string') {
    return value.startsWith('./') ? [value] : [];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(relativePaths) : [];
}
