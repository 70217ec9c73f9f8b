import assert from 'node:assert/strict';
import { checkFindings, checkNo, checkSilent, withCode } from '../support/findings.js';

describe('definition-order', () => {
  it('finds the one definition that is out of place, wherever it should be', () => {
    const [finding] = checkFindings(`
      Definitions

      Term	Meaning
      Apple	means a fruit.
      Banana	means a fruit.
      Cherry	means a fruit.
      Zucchini	means no fruit.
      ^^^^^^^^ definition-order hint
      Elder	means a fruit.
      Fig	means a fruit.
      Grape	means a fruit.
    `);
    assert.match(
      finding?.message ?? '',
      /“Zucchini” is out of alphabetical order: it belongs behind “Grape”/,
    );
  });

  it('finds the later of two neighbours that changed places', () => {
    checkFindings(`
      Definitions

      Term	Meaning
      Apple	means a fruit.
      Banana	means a fruit.
      Dill	means no fruit.
      Cherry	means a fruit.
      ^^^^^^ definition-order hint
      Elder	means a fruit.
      Fig	means a fruit.
    `);
  });

  it('finds it among paragraphs that each define a term', () => {
    checkFindings(`
      1. Definitions

      1.1 "Apple" means a fruit:
          (a) that is red; or
          (b) that is green.

      1.2 "Banana" means a fruit.

      1.3 "Zucchini" means no fruit.
           ^^^^^^^^ definition-order hint

      1.4 "Cherry" means a fruit.

      1.5 "Dill" means no fruit.

      1.6 "Elder" means a fruit.
    `);
  });

  it('finds it in two that an instruction inserts in alphabetical order', () => {
    checkFindings(
      withCode(`
        Section A

        Insert the following definitions in alphabetical order:

        Zebra Box | means a striped box that holds an Apple Box.
        Apple Box | means a box of apples beside a Zebra Box.
        ^^^^^^^^^ definition-order hint
      `),
    );
  });

  it('finds it in a short list that says that it is alphabetical', () => {
    checkFindings(
      withCode(`
        Section A

        Insert the following definitions in alphabetical order:

        Red Book	means a book that is red.
        Yellow Book	means a Red Book that is yellow.
        Blue Book	means a Yellow Book that is blue.
        ^^^^^^^^^ definition-order hint
        ^^^^^^^^^ unused-definition hint
      `),
    );
  });

  it('is silent where only case, hyphens, quotation marks, spaces and figures differ', () => {
    checkSilent(`
      Definitions

      Term	Meaning
      "apple Juice"	means a drink.
      Apple-Tree	means a tree.
      3G	means a net.
      APPLES	means fruits.
      E-mail	means a message.
      Elder	means a tree.
      Em Dash	means a sign.
      Zone	means a place.
      2G	means a net.
    `);
  });

  it('is silent for either order of words and letters', () => {
    checkSilent(`
      Definitions

      Term	Meaning
      Net	means a thing.
      Net Work	means a thing.
      Netball	means a thing.
      Nets	means things.
      Old	means a thing.
      Pin	means a thing.
    `);
    checkSilent(`
      Definitions

      Term	Meaning
      Net	means a thing.
      Netball	means a thing.
      Nets	means things.
      Net Work	means a thing.
      Old	means a thing.
      Pin	means a thing.
    `);
  });

  it('is silent for lists that are not alphabetical, and begins anew with each list', () => {
    checkSilent(`
      Definitions

      Term	Meaning
      Zucchini	means no fruit.
      Apple	means a fruit.
      Fig	means a fruit.
      Banana	means a fruit.
      Elder	means a fruit.
      Dill	means no fruit.
      Cherry	means a fruit.
    `);
    checkNo(
      'definition-order',
      `
      Section A

      Insert the following definitions in alphabetical order:

      Red Book	means a book that is red.
      Yellow Book	means a Red Book that is yellow.
      Zinc Book	means a book of zinc.

      Delete the following definitions:

      Blue Book	means a Yellow Book that is blue.
      Old Book	means a book that is old.
    `,
    );
  });
});
