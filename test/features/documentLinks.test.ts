import assert from 'node:assert/strict';
import { documentLinks } from '../../server/src/features/documentLinks.js';
import { inCode, placeOf, withoutCode } from '../support/features.js';
import type { TestWorkspace } from '../support/workspace.js';

/** The characters of each link and where it leads. */
function links(workspace: TestWorkspace): string[] {
  const { document } = workspace.view();
  return documentLinks(workspace.view()).map(({ span, target }) => {
    const words = document.text.slice(span.start, span.end);
    if (target.kind === 'url') return `${words} -> ${target.url}`;
    if (target.kind === 'page') return `${words} -> page ${target.page.id}`;
    const home = workspace.document(target.uri);
    return `${words} -> ${placeOf(home, { start: home.reading.fromFile(target.span.start), end: home.reading.fromFile(target.span.end) })}`;
  });
}

const register = 'https://smartenergycodecompany.co.uk/modifications/';

describe('document links', () => {
  it('lead from a modification to its page in the register, by its title', () => {
    assert.deepEqual(links(withoutCode('SECMP0023 changes the SEC; so does SECMP-23, and SECMP0099.\n')), [
      `SECMP0023 -> ${register}widget-flow/`,
      `SECMP-23 -> ${register}widget-flow/`,
      `SECMP0099 -> ${register}`,
    ]);
  });

  it('lead from an address to itself, the point of the sentence left out', () => {
    assert.deepEqual(links(withoutCode('See https://example.org/a-b?c=d. And www.example.org (or not).\n')), [
      'https://example.org/a-b?c=d -> https://example.org/a-b?c=d',
      'www.example.org -> https://www.example.org',
    ]);
  });

  it('lead from each reference that resolves to its provision, and from no other', () => {
    assert.deepEqual(
      links(
        inCode('The SEC has Sections D9.1 and D9.99, Section K2 and paragraph 15.5(b) of Appendix AB.\n'),
      ),
      [
        'Sections D9.1 -> sec/section-d.sec:23:1 “D9.1”',
        'paragraph 15.5(b) of Appendix AB -> sec/appendix-ab.sec:11:5 “(b)”',
      ],
    );
  });

  it('lead to a page where only facts know the provision', () => {
    assert.deepEqual(links(withoutCode('The SEC has Section D1.\n')), ['Section D1 -> page D']);
  });
});
