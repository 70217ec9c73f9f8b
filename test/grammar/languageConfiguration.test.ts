import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface LanguageConfiguration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly onEnterRules: readonly {
    readonly beforeText: string;
    readonly action: { readonly appendText?: string };
  }[];
}

const configuration = JSON.parse(
  readFileSync('language-configuration.json', 'utf8'),
) as LanguageConfiguration;

describe('language configuration', () => {
  it('keeps provisions and joined words together as words', () => {
    const { pattern, flags } = configuration.wordPattern;
    const words = (text: string): string[] => text.match(new RegExp(pattern, `${flags}g`)) ?? [];
    assert.deepEqual(words('see D9.4(a)(ii), 15.5(c).'), ['see', 'D9.4(a)(ii)', '15.5(c)']);
    assert.deepEqual(words('a Sub-Committee’s SECMP0023 in GB2b'), [
      'a',
      'Sub-Committee’s',
      'SECMP0023',
      'in',
      'GB2b',
    ]);
    assert.deepEqual(words('H14.31A (the “Panel”)'), ['H14.31A', 'the', 'Panel']);
  });

  it('continues a bullet that has text, and no empty one', () => {
    const appended = (before: string): string | undefined =>
      configuration.onEnterRules.find(({ beforeText }) => new RegExp(beforeText, 'u').test(before))?.action
        .appendText;
    assert.equal(appended('- one'), '- ');
    assert.equal(appended('\t• one'), '• ');
    assert.equal(appended('- '), undefined);
    assert.equal(appended('\t(a)\tone;'), undefined);
    assert.equal(appended('**Panel** means'), undefined);
  });
});
