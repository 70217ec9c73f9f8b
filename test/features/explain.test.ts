import assert from 'node:assert/strict';
import { renderMarkdown, type Content } from '../../server/src/features/content.js';
import { explain } from '../../server/src/features/explain.js';
import { hover } from '../../server/src/features/hover.js';
import { inCode, widgetCatalogue, withoutCode } from '../support/features.js';
import { readFixture } from '../support/fixture.js';
import { smallCode } from '../support/smallCode.js';
import { openFixture } from '../support/workspace.js';

/** What is known of a name beside the small code folder, or by the facts alone. */
function ask(name: string, source: 'code' | 'facts' = 'code'): ReturnType<typeof explain> {
  const code = source === 'code' ? readFixture(smallCode).files : [];
  const [empty] = readFixture('').files;
  assert.ok(empty);
  const workspace = openFixture(
    {
      files: [...code, { ...empty, name: 'name', text: name }],
      get cursor(): never {
        throw new Error('there is no cursor');
      },
    },
    widgetCatalogue,
  );
  return explain(workspace.view('name'), name);
}

function known(name: string, source: 'code' | 'facts' = 'code'): Content {
  const answer = ask(name, source);
  assert.ok('kind' in answer, `nothing is known of ${name}`);
  return answer;
}

describe('explain', () => {
  const kinds: readonly [name: string, kind: string, id: string, title: string][] = [
    ['Sub GHz Alert', 'term', 'Sub GHz Alert', 'Sub GHz Alert'],
    ['sub ghz alert', 'term', 'Sub GHz Alert', 'Sub GHz Alert'],
    ['Parties', 'term', 'Party', 'Party'],
    ['D9.4', 'section', 'D9.4', 'Section D9.4 Report to the Authority'],
    ['Section D9.4', 'section', 'D9.4', 'Section D9.4 Report to the Authority'],
    ['D', 'section', 'D', 'Section D MODIFICATION PROCESS'],
    ['D9', 'section', 'D9', 'Section D9 MODIFICATION PROPOSAL DECISION'],
    ['D1.2(b)(ii)', 'section', 'D1.2(b)(ii)', 'Section D1.2(b)(ii) RAISING PROPOSALS'],
    ['Appendix AB', 'appendix', 'Appendix AB', 'Appendix AB SERVICE REQUEST PROCESSING DOCUMENT'],
    ['Appendix AB/15.5(b)', 'appendix', 'Appendix AB/15.5(b)', 'Appendix AB, 15.5(b) ALARMS'],
    ['clause 15.5 of Appendix AB', 'appendix', 'Appendix AB/15.5', 'Appendix AB, 15.5 ALARMS'],
    ['SECMP0023', 'modification', 'SECMP0023', 'SECMP0023 Widget Flow'],
    ['SECMP-23', 'modification', 'SECMP0023', 'SECMP0023 Widget Flow'],
    ['WTS', 'document', 'WTS', 'Widget Technical Specification (WTS)'],
    ['WTS v1.0', 'document', 'WTS v1.0', 'Widget Technical Specification (WTS), version 1.0'],
    ['Widget Office', 'body', 'WOF', 'Widget Office (WOF)'],
    ['  Party \n', 'term', 'Party', 'Party'],
  ];
  for (const [name, kind, id, title] of kinds) {
    it(`knows ${JSON.stringify(name)}`, () => {
      const content = known(name);
      assert.deepEqual([content.kind, content.id, content.title], [kind, id, title]);
    });
  }

  it('says the same as the hover on the name in a text', () => {
    const workspace = inCode(`
        The SEC says so in Section D9$0.4.
      `);
    const shown = hover(workspace.view(), workspace.fixture.cursor.offset);
    assert.ok(shown);
    assert.equal(renderMarkdown(known('D9.4')), renderMarkdown(shown.content));
    const facts = withoutCode(`
        The SEC asks for each Widget$0 Report.
      `);
    const told = hover(facts.view(), facts.fixture.cursor.offset);
    assert.ok(told);
    assert.equal(renderMarkdown(known('Widget Report', 'facts')), renderMarkdown(told.content));
  });

  it('names its sources', () => {
    assert.deepEqual(known('Sub GHz Alert').sources, ['Section A1.1']);
    assert.deepEqual(known('D9.4').sources, ['Section D9.4 in the code folder, version 6.12.']);
    assert.deepEqual(known('SECMP0023').sources, ['made up for tests']);
    assert.deepEqual(known('D1', 'facts').sources, ['made up for tests']);
  });

  it('knows from the facts alone what no folder holds', () => {
    assert.deepEqual(known('D1', 'facts').title, 'Section D1 How to Propose');
    assert.deepEqual(known('Schedule 11', 'facts').title, 'Schedule 11 Tables of Versions');
    assert.match(renderMarkdown(known('D1', 'facts')), /no copy of Section D is at hand/);
  });

  it('says of a provision that is not there how far it goes', () => {
    assert.match(renderMarkdown(known('D9.44')), /D9 is there; its last clause is D9\.4/);
  });

  it('gives the nearest known names for an unknown one', () => {
    const answer = ask('Sub GHz Alrt');
    assert.ok('nearest' in answer);
    assert.ok(answer.nearest.includes('Sub GHz Alert'), answer.nearest.join());
    assert.deepEqual(ask('zzzzqqqq'), { nearest: [] });
    assert.ok('nearest' in ask(''));
  });
});
