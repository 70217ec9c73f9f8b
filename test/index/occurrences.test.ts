import assert from 'node:assert/strict';
import type { DocumentView } from '../../server/src/index/documentView.js';
import {
  identityOfUse,
  provisionOccurrences,
  termOccurrences,
  type TermOccurrence,
} from '../../server/src/index/occurrences.js';
import { generatedWorkspace } from '../support/generated.js';

/** A second reading of the same texts, of which each view has been asked for all its uses at once. */
function allViews(): { views: DocumentView[]; index: ReturnType<typeof generatedWorkspace>['index'] } {
  const { index, fixture, view } = generatedWorkspace();
  return { index, views: fixture.files.map(({ name }) => view(name)) };
}

describe('the inverse of uses and references', () => {
  it('finds exactly the uses that reading every text from its beginning finds', () => {
    const whole = allViews();
    const expected = new Map<string, string[]>();
    for (const view of whole.views) {
      for (const use of view.uses) {
        const { term, holder } = identityOfUse(view, use);
        const key = JSON.stringify({ term, holder });
        const places = expected.get(key) ?? [];
        places.push(`${view.document.uri} ${use.start}-${use.end}`);
        expected.set(key, places);
      }
    }
    assert.ok(expected.size > 60, String(expected.size));
    const { index, document } = generatedWorkspace();
    const { uri } = document();
    const place = ({ document, start, end }: TermOccurrence): string => `${document.uri} ${start}-${end}`;
    for (const [key, places] of expected) {
      const found = termOccurrences(index, uri, JSON.parse(key) as { term: string; holder: string });
      assert.deepEqual(found.filter(({ use }) => use !== undefined).map(place), places, key);
    }
  });

  it('finds every reference under the name of its target', () => {
    const { index, views } = allViews();
    let count = 0;
    for (const { document } of views) {
      for (const reference of document.references) {
        const found = provisionOccurrences(index, document, reference.id);
        assert.ok(
          found.some((occurrence) => occurrence.reference === reference && occurrence.how === 'itself'),
          `${document.uri} ${reference.target}`,
        );
        count++;
      }
    }
    assert.ok(count > 300, String(count));
  });
});
