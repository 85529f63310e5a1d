import { main } from './main.ts';
import { processContext } from './process-context.ts';

const { context, dispose } = processContext(process);
process.exitCode = await main(process.argv.slice(2), context);
dispose();
