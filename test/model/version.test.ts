import assert from 'node:assert/strict';
import { compareVersions } from '../../server/src/model/version.js';
import { Random } from '../support/random.js';

describe('versions', () => {
  it('compare part by part, not as text', () => {
    assert.ok(compareVersions('6.10', '6.9') > 0);
    assert.ok(compareVersions('5.0', '6.0') < 0);
    assert.equal(compareVersions('2', '2.0'), 0);
    assert.equal(compareVersions('v1.1', '1.1'), 0);
    assert.ok(compareVersions('1.1.1', '1.1') > 0);
  });

  it('sort in one order whatever order they came in', () => {
    const sorted = ['1', '1.1', '1.2', '1.10', '2.0.1', '2.1', '6.9', '6.10', '10.0'];
    const random = new Random(2);
    for (let i = 0; i < 50; i++) {
      const mixed = sorted
        .map((version) => ({ version, at: random.below(1000) }))
        .sort((a, b) => a.at - b.at);
      assert.deepEqual(mixed.map(({ version }) => version).sort(compareVersions), sorted);
    }
  });

  it('text without a number counts as nothing', () => {
    assert.equal(compareVersions('', 'draft'), 0);
    assert.ok(compareVersions('1.0', 'draft') > 0);
  });
});
