import { checkFindings, checkSilent } from '../support/findings.js';

describe('suppressions', () => {
  it('of the next line hold for the code that they name, in that line alone', () => {
    checkFindings(`
        <!-- smart-energy-code-disable-next-line placeholder -->
        The price is {xx} from 30 February 2018.
                               ^^^^^^^^^^^^^^^^ invalid-date warning

        The price is {yy}.
                     ^^^^ placeholder warning
      `);
  });

  it('name several codes, with spaces or commas between them', () => {
    checkSilent(`
        <!-- smart-energy-code-disable-next-line placeholder invalid-date -->
        The price is {xx} from 30 February 2018.

        <!--smart-energy-code-disable-next-line placeholder, invalid-date-->
        The price is {yy} from 30 February 2018.
      `);
  });

  it('silence every code when they name none', () => {
    checkFindings(`
        <!-- smart-energy-code-disable-next-line -->
        The price is {xx} from 30 February 2018.

        The price is {yy}.
                     ^^^^ placeholder warning
      `);
  });

  it('silence nothing by a code that does not exist', () => {
    checkFindings(`
        <!-- smart-energy-code-disable-next-line place-holder -->
        The price is {xx}.
                     ^^^^ placeholder warning
      `);
  });

  it('of the file hold above and below, for the codes that they name', () => {
    checkFindings(`
        The price is {xx} from 30 February 2018.
                               ^^^^^^^^^^^^^^^^ invalid-date warning

        <!-- smart-energy-code-disable-file placeholder -->

        The price is {yy}.
      `);
    checkSilent(`
        The price is {xx} from 30 February 2018.

        <!-- smart-energy-code-disable-file -->
      `);
  });

  it('around a block hold between disable and enable', () => {
    checkFindings(`
        The price is {aa}.
                     ^^^^ placeholder warning

        <!-- smart-energy-code-disable placeholder -->
        The price is {bb} from 30 February 2018.
                               ^^^^^^^^^^^^^^^^ invalid-date warning

        It rises to {cc}.
        <!-- smart-energy-code-enable placeholder -->

        The price is {dd}.
                     ^^^^ placeholder warning
      `);
  });

  it('around a block silence every code when they name none', () => {
    checkFindings(`
        <!-- smart-energy-code-disable -->
        The price is {bb} from 30 February 2018.
        <!-- smart-energy-code-enable -->

        The price is {dd}.
                     ^^^^ placeholder warning
      `);
  });

  it('that are never ended hold to the end of the file', () => {
    checkFindings(`
        The price is {aa}.
                     ^^^^ placeholder warning

        <!-- smart-energy-code-disable placeholder -->

        The price is {bb}.

        It rises to {cc}.
      `);
  });

  it('of two codes end each by itself', () => {
    checkFindings(`
        <!-- smart-energy-code-disable placeholder -->
        <!-- smart-energy-code-disable invalid-date -->
        The price is {aa} from 30 February 2018.
        <!-- smart-energy-code-enable placeholder -->

        The price is {bb} from 30 February 2018.
                     ^^^^ placeholder warning
      `);
  });

  it('that name two codes at once end one by one', () => {
    checkFindings(`
        <!-- smart-energy-code-disable placeholder invalid-date -->
        The price is {aa} from 30 February 2018.
        <!-- smart-energy-code-enable placeholder -->

        The price is {bb} from 30 February 2018.
                     ^^^^ placeholder warning
        <!-- smart-energy-code-enable invalid-date -->

        It rises on 31 June 2018.
                    ^^^^^^^^^^^^ invalid-date warning
      `);
  });

  it('of everything leave the other codes silent when one is enabled again', () => {
    checkFindings(`
        <!-- smart-energy-code-disable -->
        The price is {aa} from 30 February 2018.
        <!-- smart-energy-code-enable placeholder -->

        The price is {bb} from 30 February 2018.
                     ^^^^ placeholder warning
      `);
  });

  it('hold for change marks and for terms', () => {
    checkSilent(`
        Section D

        <!-- smart-energy-code-disable-next-line unbalanced-mark undefined-term -->
        D1.3 The SEC {++asks for the Volume Notice.
      `);
  });

  it('say nothing of their own, and part no paragraph that they stand in', () => {
    checkSilent(`
        Before it may use any service each member shall pay {++in full and
        <!-- smart-energy-code-disable-next-line placeholder -->
        without delay {xx}++} pounds (and no
        more) each month.
      `);
  });
});
