import { Option } from 'commander';
import type { CheckOptions } from '../agreement/run-check.ts';
import type { DiffOptions } from '../agreement/run-diff.ts';
import type { KeygenOptions } from '../agreement/run-keygen.ts';
import type { RenderOptions } from '../agreement/run-render.ts';
import type { SignOptions } from '../agreement/run-sign.ts';
import type { VerifyOptions } from '../agreement/run-verify.ts';
import type { AddCommand } from '../program.ts';
import { needed } from './options.ts';

const asOf = () => new Option('--as-of <time>', 'judge as of this day or instant, instead of now');
const file = 'the agreement: YAML, JSON, or a program (.ts, .js) whose default export is one';

/** `sameteam agreement`: everything that is done with the document itself. */
export const addAgreement: AddCommand = (program, context, finish) => {
  const group = program
    .command('agreement')
    .description('Check, compare, render and sign an agreement.')
    .addHelpText('after', examples);
  group
    .command('check')
    .description('Look for faults and holes in an agreement, with the place of each and what to do.')
    .argument('<file>', file)
    .addOption(asOf())
    .option('--strict', 'fail for a warning too')
    .option('--json', 'print one JSON object')
    .action(async (path: string, options: CheckOptions) => {
      const { runCheck } = await import('../agreement/run-check.ts');
      finish(await runCheck(path, options, context));
    });
  group
    .command('diff')
    .description('Tell what a changed agreement says differently, by meaning and not by line.')
    .argument('<before>', 'the agreement as it was')
    .argument('<after>', 'the agreement as it is to be')
    .option('--json', 'print one JSON object')
    .addOption(new Option('--md', 'print Markdown').conflicts('json'))
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { runDiff } = await import('../agreement/run-diff.ts');
      finish(await runDiff([before, after], options, context));
    });
  group
    .command('render')
    .description('Write the document that two heads read and sign: Markdown, or one HTML file that prints well.')
    .argument('<file>', file)
    .option('-o, --out <file>', 'write into this file (.html or .md) instead of standard output')
    .option('--html', 'write HTML')
    .addOption(new Option('--md', 'write Markdown').conflicts('html'))
    .option('--previous <file>', 'the version before, to tell what changed since')
    .addOption(asOf())
    .action(async (path: string, options: RenderOptions) => {
      const { runRender } = await import('../agreement/run-render.ts');
      finish(await runRender(path, options, context));
    });
  group
    .command('keygen')
    .description('Make a key for a signer: a file for the signer alone, and a line for the agreement.')
    .argument('<signer>', 'who signs, as `signatures` of the agreement has it, such as marketing')
    .option('-o, --out <file>', 'keep the private half in this file; SIGNER.key.json when absent')
    .option('--passphrase', 'encrypt the private half with a passphrase, which is asked for')
    .option('--json', 'print one JSON object')
    .action(async (signer: string, options: KeygenOptions) => {
      const { runKeygen } = await import('../agreement/run-keygen.ts');
      finish(await runKeygen(signer, options, context));
    });
  group
    .command('sign')
    .description('Sign an agreement; the signature is written beside it.')
    .argument('<file>', file)
    .option('--key <file>', 'the private key, from `sameteam agreement keygen`')
    .option('--as <signer>', 'sign as this team or person instead of the one that the key was made for')
    .option('--by <name>', 'the person who signs, for the record')
    .option('--anyway', 'sign although the agreement has holes')
    .option(
      '--take-dates',
      'sign the holidays and time zones of who signed before, where they are not those known here',
    )
    .option('--json', 'print one JSON object')
    .action(async (path: string, options: Partial<SignOptions>) => {
      const { runSign } = await import('../agreement/run-sign.ts');
      finish(await runSign(path, needed<SignOptions>(options, { key: '--key FILE' }), context));
    });
  group
    .command('verify')
    .description('Check the signatures beside an agreement; with several versions, tell which bound when.')
    .argument('<file...>', 'the agreement, or all its versions')
    .addOption(asOf())
    .option('--json', 'print one JSON object')
    .action(async (paths: readonly string[], options: VerifyOptions) => {
      const { runVerify } = await import('../agreement/run-verify.ts');
      finish(await runVerify(paths, options, context));
    });
};

const examples = `
Examples:
  sameteam agreement check sameteam.agreement.yaml
  sameteam agreement diff v1.yaml v2.yaml
  sameteam agreement render sameteam.agreement.yaml -o agreement.html
  sameteam agreement keygen marketing
  sameteam agreement sign sameteam.agreement.yaml --key marketing.key.json
  sameteam agreement verify sameteam.agreement.yaml`;
