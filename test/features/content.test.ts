import assert from 'node:assert/strict';
import {
  escapeMarkdown,
  renderMarkdown,
  renderPlainText,
  type Content,
} from '../../server/src/features/content.js';
import { hover } from '../../server/src/features/hover.js';
import { withoutCode } from '../support/features.js';

const content: Content = {
  kind: 'term',
  id: 'Widget',
  title: 'Widget <b>*',
  parts: [
    { type: 'quote', text: 'means a thing.\n1. First.' },
    { type: 'heading', text: 'Other meanings' },
    { type: 'list', items: ['one', '- two'] },
    { type: 'text', text: 'A\nB' },
    { type: 'note', text: 'From the facts.' },
    { type: 'link', text: 'Register [1]', url: 'https://example.org/' },
  ],
  sources: [],
};

describe('content', () => {
  it('is Markdown for editors', () => {
    assert.equal(
      renderMarkdown(content),
      [
        '**Widget &lt;b&gt;\\***',
        '> means a thing.\n>\n> 1\\. First.',
        '*Other meanings*',
        '- one\n- \\- two',
        'A B',
        '_From the facts._',
        '[Register \\[1\\]](https://example.org/)',
      ].join('\n\n'),
    );
  });

  it('is plain text for screen readers and terminals, each part a paragraph', () => {
    assert.equal(
      renderPlainText(content),
      [
        'Widget <b>*',
        'means a thing.\n1. First.',
        'Other meanings',
        '- one\n- - two',
        'A\nB',
        'From the facts.',
        'Register [1]: https://example.org/',
      ].join('\n\n'),
    );
  });

  const escaped: Readonly<Record<string, [string, string]>> = {
    'HTML tags': ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    'HTML behind a backslash': ['\\<img src=x>', '\\\\&lt;img src=x&gt;'],
    entities: ['&lt;b&gt; &amp; x', '&amp;lt;b&amp;gt; &amp;amp; x'],
    'links and images': ['[x](javascript:alert(1)) ![y](z)', '\\[x\\](javascript:alert(1)) !\\[y\\](z)'],
    'links in angle brackets': ['<https://example.org>', '&lt;https://example.org&gt;'],
    code: ['`a` and ```b```', '\\`a\\` and \\`\\`\\`b\\`\\`\\`'],
    tables: ['a | b', 'a \\| b'],
    emphasis: ['*a* **b** _c_ ~~d~~', '\\*a\\* \\*\\*b\\*\\* \\_c\\_ \\~\\~d\\~\\~'],
    headings: ['# a', '\\# a'],
    'change marks': ['{++a++}', '\\{++a++\\}'],
    'bullets and rules': ['- a', '\\- a'],
    'a rule of dashes': ['---', '\\---'],
    'a plus that opens a line': ['+ a', '\\+ a'],
    'numbers that open a line': ['12. The', '12\\. The'],
    'numbers with a bracket': ['1) The', '1\\) The'],
    'a number alone': ['7.', '7\\.'],
    'line breaks': ['a\r\n\r\n# b', 'a \\# b'],
    quotations: ['> a', '&gt; a'],
    'and leaves plain words alone': ['Section D9.4 (b): 5.5 – “x”', 'Section D9.4 (b): 5.5 – “x”'],
  };
  for (const [what, [text, expected]] of Object.entries(escaped)) {
    it(`escapes ${what}`, () => assert.equal(escapeMarkdown(text), expected));
  }

  it('escapes what a text says wherever it is shown', () => {
    const evil = '<script>alert(1)</script> [x](javascript:alert(1)) `y` a | b **c**';
    const workspace = withoutCode(
      `Section D\n\n1.1 For this text, “Wi\\[dget Note” means ${evil}.\n\nD1.3 “Widget Note” means ${evil}.\n\nD1.4 See Section D1.3 and the Widget Note.\n`,
    );
    const view = workspace.view();
    const { text } = view.document.reading;
    let shown = 0;
    for (let offset = 0; offset < text.length; offset++) {
      const found = hover(view, offset);
      if (!found) continue;
      const markdown = renderMarkdown(found.content);
      shown++;
      assert.ok(!/<script|<\/script/.test(markdown), markdown);
      assert.ok(!/(?<!\\)\]\(javascript:/.test(markdown), markdown);
      assert.ok(!/(?<!\\)`/.test(markdown), markdown);
      assert.ok(!/(?<!\\)\|/.test(markdown), markdown);
    }
    assert.ok(shown > 0, 'something hovers');
  });
});
