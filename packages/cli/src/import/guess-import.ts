import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { guessMap } from '@sameteam/connectors';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { styleOf } from '../terminal/style.ts';
import type { ImportOptions } from './import-options.ts';
import { sampleFiles } from './prepare-import.ts';

/** Drafts a map from the files, says what it is unsure of, and writes it for the user to correct. */
export async function guessImport(
  files: readonly string[],
  options: ImportOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const sampled = await sampleFiles(files, context);
  const { mapYaml, doubts, stories } = guessMap(sampled);
  const path = `${basename(files[0] as string).replace(/\.[^.]*$/, '')}.map.yaml`;
  if (options.dryRun !== true) {
    if (existsSync(resolve(context.cwd, path))) throw new CliError('already-there', { paths: [path] });
    await writeFile(resolve(context.cwd, path), mapYaml, { flag: 'wx' });
  }
  if (options.json === true) {
    context.stdout.write(
      `${JSON.stringify({ map: options.dryRun === true ? null : path, mapYaml, doubts, stories })}\n`,
    );
    return exitCodes.done;
  }
  const style = styleOf(context.stdout, context.env);
  const lines = [style.bold('Five leads, as the map reads them'), ...stories.map((story) => `  ${story}`), ''];
  if (doubts.length > 0) lines.push(style.bold('Not sure of'), ...doubts.map((doubt) => `  ${doubt}`), '');
  if (options.dryRun === true) lines.push(mapYaml);
  else
    lines.push(
      `Wrote ${path}. Read it, correct it, then:`,
      `  sameteam import ${files.join(' ')} --map ${path} --db ${options.db}`,
    );
  context.stdout.write(`${lines.join('\n')}\n`);
  return exitCodes.done;
}
